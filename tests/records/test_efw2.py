"""W-2 reports: what is read, and each way a report can be wrong, refused by record and position."""

from pathlib import Path

import pytest

from assistor_console.domain.records import Address, Filer, IncomeDocument
from assistor_console.records.job import Mode
from assistor_console.records.positions import EFW2_RT, W2_BOXES
from tests.records import made

LINE = 514
GOOD = made.efw2_of(made.w2(), made.w2(recipient=Filer("124004567", "Bob Lee", "LEE")))
RA, RE, RW, RT, RF = (GOOD[at * LINE : (at + 1) * LINE] for at in (0, 1, 2, 4, 5))


def first(tmp_path: Path, content: bytes) -> IncomeDocument:
    record = made.read(tmp_path, content)[0]
    assert isinstance(record, IncomeDocument)
    return record


def test_records_and_totals_are_read(tmp_path: Path) -> None:
    reading = made.reading(tmp_path, GOOD)
    assert [record for batch in reading for record in batch][0] == made.w2()
    assert reading.totals.records == {"W-2": 2}
    assert reading.totals.amounts == {"W-2": {"wages": 10_000_034, "withheld": 1_200_000}}


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("head", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("tail", [b"", b"\0" * 2000, b"\x1a", b"\r\n"])
def test_line_ends_a_byte_order_mark_and_padding_change_nothing(
    tmp_path: Path, end: bytes, head: bytes, tail: bytes
) -> None:
    assert len(made.read(tmp_path, head + GOOD.replace(b"\r\n", end) + tail)) == 2


def test_the_last_line_end_may_be_missing(tmp_path: Path) -> None:
    assert len(made.read(tmp_path, GOOD[:-2])) == 2


def test_nuls_count_as_blanks(tmp_path: Path) -> None:
    assert made.read(tmp_path, GOOD.replace(b" ", b"\0")) == made.read(tmp_path, GOOD)


def test_the_street_may_stand_in_the_location(tmp_path: Path) -> None:
    moved = made.patched(GOOD, 2 * LINE + 65, b"12 Oak St".ljust(22) + b" " * 22)
    assert first(tmp_path, moved).recipient_address.lines == ("12 Oak St",)


def test_an_employee_without_ssn_is_counted_and_passed_over(tmp_path: Path) -> None:
    reading = made.reading(tmp_path, made.patched(GOOD, 2 * LINE + 2, b"000000000"))
    assert sum(map(len, reading)) == 1
    assert reading.totals.skipped == {"no_tin": 1}
    assert reading.totals.amounts["W-2"]["wages"] == 10_000_034


def test_records_no_interview_uses_are_passed_over(tmp_path: Path) -> None:
    state = b"RS".ljust(512) + b"\r\n"
    reading = made.reading(tmp_path, RA + RE + RW + state + GOOD[3 * LINE :])
    assert sum(map(len, reading)) == 2
    assert reading.totals.skipped == {"RS": 1}


def test_year_and_employer_come_from_the_last_employer_record(tmp_path: Path) -> None:
    other = made.w2(tax_year=2015, payer_tin="001000014", payer_name="Other Inc")
    found = made.read(tmp_path, made.efw2_of(made.w2(), other))
    assert found == [made.w2(), other]


@pytest.mark.parametrize("name", ["José Ñandú", "Renée O'Neill-Peña"])
@pytest.mark.parametrize("encoding", ["iso-8859-1", "utf-8"])
def test_accents_in_either_encoding(tmp_path: Path, name: str, encoding: str) -> None:
    given, surname = (part.encode(encoding) for part in name.split())
    text = given.ljust(15) + b" " * 15 + surname.ljust(20)
    assert first(tmp_path, made.patched(GOOD, 2 * LINE + 11, text)).recipient.name == name


WRONG: dict[str, tuple[bytes, str, dict[str, object]]] = {
    "no transmitter": (RW, "no_transmitter", {"record": 1, "expected": "RA"}),
    "employee before employer": (RA + RW + RE, "order", {"record": 2, "kind": "RW", "after": "RA"}),
    "no trailer": (RA + RE + RW + RF, "order", {"record": 4, "kind": "RF", "after": "RW"}),
    "no end": (GOOD[: 5 * LINE], "no_end", {"expected": "RF"}),
    "second file": (GOOD + RA, "order", {"record": 7, "kind": "RA", "after": "RF"}),
    "unknown kind": (RA + RE + b"XX" + RW[2:], "kind", {"record": 3, "position": "1-2"}),
    "cut": (GOOD[: 5 * LINE + 100], "cut", {"record": 6, "expected": 512, "found": 100}),
    "short line": (RA + RE[:-10] + b"\r\n" + GOOD[2 * LINE :], "length", {"record": 2, "found": 504}),
    "short first line": (RA[:300] + b"\r\n" + GOOD[LINE:], "length", {"record": 1, "found": 300}),
    "long line": (RA + RE[:-2] + b"  \r\n" + GOOD[2 * LINE :], "length", {"record": 2, "found": 514}),
    "year": (made.patched(GOOD, LINE + 2, b"20X6"), "year", {"record": 2, "position": "3-6"}),
    "impossible year": (made.patched(GOOD, LINE + 2, b"0016"), "year", {"record": 2, "position": "3-6"}),
    "employer": (made.patched(GOOD, LINE + 7, b"12-345678"), "tin", {"record": 2, "position": "8-16"}),
    "TIN": (made.patched(GOOD, 2 * LINE + 2, b"12300456 "), "tin", {"record": 3, "position": "3-11"}),
    "superscript": (
        made.patched(GOOD, 2 * LINE + 2, b"12300456\xb2"),
        "tin",
        {"record": 3, "position": "3-11"},
    ),
    "amount": (
        made.patched(GOOD, 2 * LINE + 187, b"-0000000001"),
        "amount",
        {"record": 3, "position": "188-198"},
    ),
    "ZIP": (made.patched(GOOD, 2 * LINE + 133, b"9370O"), "zip", {"record": 3, "position": "134-138"}),
    "tab": (made.patched(GOOD, 2 * LINE + 12, b"\t"), "character", {"position": "13", "character": "U+0009"}),
    "bidi": (
        made.patched(GOOD, 2 * LINE + 15, "\u202e".encode()),
        "character",
        {"position": "16", "character": "U+202E"},
    ),
    "employees": (made.patched(GOOD, 4 * LINE + 2, b"0000003"), "total", {"record": 5, "item": "count"}),
    "whole": (made.patched(GOOD, 5 * LINE + 7, b"000000001"), "total", {"record": 6, "item": "count"}),
}


@pytest.mark.parametrize("name", WRONG)
def test_each_way_to_be_wrong_is_named(tmp_path: Path, name: str) -> None:
    content, rule, values = WRONG[name]
    refused = made.refusal(tmp_path, content)
    assert refused.rule == f"records.{rule}"
    assert values.items() <= refused.values.items()


@pytest.mark.parametrize("box", W2_BOXES)
def test_every_total_of_a_trailer_is_checked(tmp_path: Path, box: str) -> None:
    at, last = EFW2_RT[box]
    refused = made.refusal(tmp_path, made.patched(GOOD, 4 * LINE + last - 1, b"9"))
    assert refused.rule == "records.total"
    assert refused.values == {"file": "records", "record": 5, "position": f"{at}-{last}", "item": box}


def test_a_real_tin_is_refused_without_being_named_and_read_in_production(tmp_path: Path) -> None:
    real = made.patched(GOOD, 2 * LINE + 2, b"123454567")
    refused = made.refusal(tmp_path, real)
    assert refused.rule == "records.not_synthetic"
    assert refused.values == {"file": "records", "record": 3, "position": "3-11"}
    assert len(made.read(tmp_path, real, mode=Mode.PRODUCTION)) == 2


def test_the_quick_way_and_the_careful_way_read_the_same(tmp_path: Path) -> None:
    odd = made.w2(recipient_address=Address(("Peña 3",), "Fresno", "CA", "937061234"))
    plain = made.w2(recipient_address=Address(("Pena 3",), "Fresno", "CA", "937061234"))
    assert made.read(tmp_path, made.efw2_of(plain)) == [plain]
    assert made.read(tmp_path, made.efw2_of(plain, odd)) == [plain, odd]
