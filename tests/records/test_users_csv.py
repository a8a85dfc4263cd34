"""The user list: who is read, and each way a row can be wrong, by line and column name."""

from datetime import date
from pathlib import Path

import pytest

from assistor_console.domain.records import EServicesUser, SecureAccess
from assistor_console.domain.terms import Origin, UserKind
from assistor_console.records.users_csv import HEADER
from tests.records import made

HEAD = ",".join(HEADER) + "\n"
ROW = "123004567,Ana de la Cruz,DELA,1970-02-03,e_services,202-555-0100,ana1,ip_pin,2017-01-31\n"


def test_a_user_with_an_account(tmp_path: Path) -> None:
    account = SecureAccess("ana1", Origin.IP_PIN, date(2017, 1, 31))
    who = ("123004567", "Ana de la Cruz", "DELA", date(1970, 2, 3), UserKind.E_SERVICES, "202-555-0100")
    assert made.read(tmp_path, (HEAD + ROW).encode()) == [EServicesUser(*who, account)]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("head", ["", "\ufeff"])
def test_line_ends_blank_lines_and_a_byte_order_mark_change_nothing(
    tmp_path: Path, end: str, head: str
) -> None:
    text = head + (HEAD + "\n" + ROW + "\n").replace("\n", end)
    assert len(made.read(tmp_path, text.encode())) == 1


def test_dashes_quotes_and_a_missing_control(tmp_path: Path) -> None:
    row = '"123-00-4567","O\'Neill, Ann O\'Neill",,1970-02-03,tin_matching,,,,\n'
    found = made.read(tmp_path, (HEAD + row).encode())[0]
    assert isinstance(found, EServicesUser)
    assert (found.tin, found.name_control, found.account) == ("123004567", "ONEI", None)


def test_totals_count_users(tmp_path: Path) -> None:
    reading = made.reading(tmp_path, (HEAD + ROW * 2500).encode())
    assert [len(batch) for batch in reading] == [1000, 1000, 500]
    assert reading.totals.records == {"user": 2500}


WRONG: dict[str, tuple[str, str, dict[str, object]]] = {
    "tin": (ROW.replace("123004567", "12300456"), "tin", {"column": "tin"}),
    "full-width": (ROW.replace("123004567", "１２３００４５６７"), "tin", {"column": "tin"}),
    "real": (ROW.replace("123004567", "123454567"), "not_synthetic", {"column": "tin"}),
    "name": (ROW.replace("Ana de la Cruz", " "), "missing", {"column": "name"}),
    "bidi": (ROW.replace("Ana", "A\u202ena"), "character", {"column": "name"}),
    "birth": (ROW.replace("1970-02-03", "1970-02-30"), "date", {"column": "birth"}),
    "no birth": (ROW.replace("1970-02-03", ""), "missing", {"column": "birth"}),
    "kind": (ROW.replace("e_services", "nobody"), "word", {"column": "kind"}),
    "origin": (ROW.replace("ip_pin", "elsewhere"), "word", {"column": "origin"}),
    "no origin": (ROW.replace("ip_pin", ""), "missing", {"column": "origin"}),
    "no username": (ROW.replace("ana1", ""), "missing", {"column": "username"}),
    "created": (ROW.replace("2017-01-31", "31.1.2017"), "date", {"column": "created"}),
    "columns": ("1,2,3\n", "columns", {"expected": 9, "found": 3}),
    "quote": ('"a"b,' + ROW, "row", {}),
    "open quote": ('"' + ROW, "row", {}),
    "long": ("x" * 20_000, "long", {}),
}


@pytest.mark.parametrize("name", WRONG)
def test_each_way_to_be_wrong_is_named(tmp_path: Path, name: str) -> None:
    row, rule, values = WRONG[name]
    refused = made.refusal(tmp_path, (HEAD + ROW + row).encode())
    assert refused.rule == f"records.csv_{rule}"
    assert {"line": 3, **values}.items() <= refused.values.items()


def test_another_encoding_is_refused_at_its_byte(tmp_path: Path) -> None:
    refused = made.refusal(tmp_path, HEAD.encode() + ROW.replace("Ana", "Añá").encode("iso-8859-1"))
    assert (refused.rule, refused.values["line"], refused.values["byte"]) == ("records.csv_encoding", 2, 12)


def test_another_header_is_refused(tmp_path: Path) -> None:
    refused = made.refusal(tmp_path, b"tin,name,birth\n")
    assert (refused.rule, refused.values["line"]) == ("records.csv_header", 1)
