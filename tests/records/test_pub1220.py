"""Transmissions of Publication 1220 in both layouts, and each way one can be wrong."""

from pathlib import Path

import pytest

from assistor_console.domain.records import Address, IncomeDocument
from assistor_console.domain.terms import Form
from assistor_console.records.job import Mode
from tests.records import made

LINE = 752
OTHER = made.interest(amounts={"interest": 500}, account_last_four="1234", corrected=True)
OLD = made.pub1220_of(made.interest(), OTHER)
NEW = made.pub1220_of(made.interest(tax_year=2021), made.interest(tax_year=2021))
T, A, B, C, F = (OLD[at * LINE : (at + 1) * LINE] for at in (0, 1, 2, 4, 5))


def said_2017(content: bytes) -> bytes:
    """A transmission of 2021 that calls its year 2017."""
    return b"".join(
        made.patched(content[at : at + LINE], 1, b"2017")
        if content[at : at + 1] in b"TAB"
        else content[at : at + LINE]
        for at in range(0, len(content), LINE)
    )


def test_records_and_totals_are_read(tmp_path: Path) -> None:
    reading = made.reading(tmp_path, OLD)
    assert [record for batch in reading for record in batch] == [made.interest(), OTHER]
    assert reading.totals.records == {"1099-INT": 2}
    assert reading.totals.amounts == {"1099-INT": {"interest": 12_845, "exempt": 8}}


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n"])
def test_line_ends_change_nothing(tmp_path: Path, end: bytes) -> None:
    assert len(made.read(tmp_path, OLD.replace(b"\r\n", end))) == 2


def test_the_2021_layout_is_read(tmp_path: Path) -> None:
    assert made.read(tmp_path, NEW)[0] == made.interest(tax_year=2021)


def test_a_year_that_calls_for_another_layout_is_refused_until_the_layout_is_named(tmp_path: Path) -> None:
    refused = made.refusal(tmp_path, said_2017(NEW))
    assert refused.rule == "records.layout_year"
    where = {"record": 3, "position": "247-258", "year": 2017, "seen": "2021", "due": "2020"}
    assert refused.values == {"file": "records", **where}
    assert len(made.read(tmp_path, said_2017(NEW), format="pub1220-2021")) == 2


@pytest.mark.parametrize(("content", "format"), [(OLD, "pub1220-2021"), (NEW, "pub1220-2020")])
def test_a_layout_that_the_records_are_not_in_is_refused(tmp_path: Path, content: bytes, format: str) -> None:
    assert made.refusal(tmp_path, content, format).rule == "records.layout_named"


def test_forms_no_interview_uses_are_counted_and_passed_over(tmp_path: Path) -> None:
    reading = made.reading(tmp_path, made.patched(OLD, LINE + 25, b"5L"))
    assert list(reading) == []
    assert reading.totals.skipped == {"type 5L": 2}


def test_a_payee_without_tin_is_passed_over(tmp_path: Path) -> None:
    reading = made.reading(tmp_path, made.patched(OLD, 2 * LINE + 11, b" " * 9))
    assert sum(map(len, reading)) == 1
    assert reading.totals.skipped == {"no_tin": 1}


def test_a_foreign_address_has_a_code_of_its_own(tmp_path: Path) -> None:
    abroad = made.patched(made.patched(OLD, 2 * LINE + 246, b"1"), 2 * LINE + 489, b"SW1A 2AA ")
    found = made.read(tmp_path, abroad)[0]
    assert isinstance(found, IncomeDocument)
    assert found.recipient_address == Address(("12 Oak St Apt 4",), "Fresno", "CA", "SW1A 2AA")


def test_nonemployee_compensation_after_2019_is_another_amount(tmp_path: Path) -> None:
    before = made.interest(form=Form.MISC, tax_year=2019, amounts={"nonemployee": 700})
    assert made.read(tmp_path, made.pub1220_of(before)) == [before]
    after = made.pub1220_of(before).replace(b"2019", b"2020")
    found = made.read(tmp_path, after)[0]
    assert isinstance(found, IncomeDocument)
    assert found.amounts == {}


def with_state(code: bytes, k_code: bytes, count: bytes = b"00000001") -> bytes:
    """The old transmission with its first payee in a state's programme, and that state's totals."""
    payee = made.patched(B, 746, code)
    totals = made.patched(made.patched(b"K" + C[1:], 746, k_code), 1, count)
    first = b"%018d" % 12_345
    totals = made.patched(totals, 15, first)
    return T + A + payee + OLD[3 * LINE : 5 * LINE] + totals + F


@pytest.mark.parametrize(("code", "k_code"), [(b"01", b"01"), (b"01", b"AL")])
def test_a_states_totals_are_those_of_its_payees(tmp_path: Path, code: bytes, k_code: bytes) -> None:
    assert len(made.read(tmp_path, with_state(code, k_code))) == 2


@pytest.mark.parametrize(
    "content", [with_state(b"01", b"06"), with_state(b"01", b"01", count=b"00000002")], ids=["state", "count"]
)
def test_a_states_wrong_totals_are_refused(tmp_path: Path, content: bytes) -> None:
    refused = made.refusal(tmp_path, content)
    assert (refused.rule, refused.values["record"]) == ("records.total", 6)


WRONG: dict[str, tuple[bytes, str, dict[str, object]]] = {
    "payee alone": (B, "no_transmitter", {"record": 1, "expected": "T"}),
    "payer alone": (A, "no_transmitter", {"record": 1, "expected": "T"}),
    "trailer alone": (C, "no_transmitter", {"record": 1, "expected": "T"}),
    "transmitter alone": (T, "no_end", {"expected": "F"}),
    "payee before payer": (T + B, "order", {"record": 2, "kind": "B", "after": "T"}),
    "no trailer": (T + A + B + F, "order", {"record": 4, "kind": "F", "after": "B"}),
    "kind": (T + A + b"X" + B[1:], "kind", {"record": 3, "position": "1"}),
    "cut": (OLD[: 5 * LINE + 70], "cut", {"record": 6, "expected": 750, "found": 70}),
    "year": (made.patched(OLD, LINE + 1, b"1X99"), "year", {"record": 2, "position": "2-5"}),
    "years": (made.patched(OLD, 2 * LINE + 1, b"2015"), "year_differs", {"record": 3, "position": "2-5"}),
    "TIN": (made.patched(OLD, 2 * LINE + 11, b"12300X567"), "tin", {"record": 3, "position": "12-20"}),
    "real": (made.patched(OLD, 2 * LINE + 11, b"123454567"), "not_synthetic", {"position": "12-20"}),
    "amount": (
        made.patched(OLD, 2 * LINE + 54, b"00000000001O"),
        "amount",
        {"record": 3, "position": "55-66"},
    ),
    "ZIP": (made.patched(OLD, 2 * LINE + 489, b"9370 "), "zip", {"record": 3, "position": "490-498"}),
    "NEL": (made.patched(OLD, 2 * LINE + 250, b"\x85"), "character", {"position": "251"}),
    "payees": (made.patched(OLD, 4 * LINE + 1, b"00000003"), "total", {"record": 5, "item": "count"}),
    "total": (
        made.patched(OLD, 4 * LINE + 32, b"6"),
        "total",
        {"record": 5, "item": "1", "position": "16-33"},
    ),
    "unused total": (made.patched(OLD, 4 * LINE + 302, b"6"), "total", {"record": 5, "item": "G"}),
    "payers": (made.patched(OLD, 5 * LINE + 1, b"00000002"), "total", {"record": 6, "item": "payers"}),
    "all payees": (made.patched(OLD, 5 * LINE + 49, b"00000001"), "total", {"record": 6, "item": "payees"}),
    "promised": (made.patched(OLD, 295, b"00000009"), "total", {"record": 1, "position": "296-303"}),
}


@pytest.mark.parametrize("name", WRONG)
def test_each_way_to_be_wrong_is_named(tmp_path: Path, name: str) -> None:
    content, rule, values = WRONG[name]
    refused = made.refusal(tmp_path, content)
    assert refused.rule == f"records.{rule}"
    assert values.items() <= refused.values.items()


def test_a_real_tin_is_read_in_production(tmp_path: Path) -> None:
    real = made.patched(OLD, 2 * LINE + 11, b"123454567")
    assert len(made.read(tmp_path, real, mode=Mode.PRODUCTION)) == 2
