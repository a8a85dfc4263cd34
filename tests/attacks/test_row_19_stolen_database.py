"""Row 19: a stolen database or backup, logs, a crash report and temporary files hold no canary value."""

import base64
from datetime import date
from pathlib import Path

import pytest

from tests.attacks import canary
from tests.attacks.canary import Result
from tests.attacks.canary_forms import SHORT, Canary, Find, Search, forms
from tests.benchmarks.blind_memory import words_of

PLANTED = (
    Canary("ssn", "a", "731004417"),
    Canary("agi", "a", 81_234_567_89),
    Canary("birth", "a", date(1978, 3, 4)),
    Canary("name", "a", "QUASTROVIT"),
    Canary("password", "", "quince lantern barge 7"),
    Canary("totp secret", "", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"),
    Canary("recovery code", "", "P1Z4XWBB7TDS"),
    Canary("activation code", "a", "69325801"),
    Canary("continuation code", "a", "9TGCJQ42BR4W4S"),
    Canary("session token", "", bytes(7 * n % 256 for n in range(32))),
)


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.what.replace(" ", "-"))
def test_row_19_the_search_finds_every_form_that_is_planted(planted: Canary) -> None:
    """The net has no hole: each form alone, in the middle of other bytes, is found and named."""
    search = Search([planted])
    written = list(forms(planted))
    assert len(written) > 8
    for form, raw in written:
        found = search.found(b"\xff" * 100 + bytes(1000) + b"\x07" + raw + b"\xee" * 9)
        assert Find(planted.what, planted.whose, form) in found
    assert not search.found(bytes(range(256)) * 40)


@pytest.mark.parametrize("before", range(3))
def test_row_19_base_64_is_found_wherever_it_begins(before: int) -> None:
    told = base64.b64encode(b"x" * before + b"quince lantern barge 7" + b"and more")
    assert Search([Canary("password", "", "quince lantern barge 7")]).found(told)


def test_row_19_four_bytes_count_where_two_callers_have_them() -> None:
    search = Search(Canary("ssn", who, f"73100441{who}") for who in "789")
    short = {f"{SHORT} little of 731004417", f"{SHORT} big of 731004417"}
    one = search.found((731004417).to_bytes(4, "little"))
    assert {find.form for find in one} <= short and not search.hits_of([one])
    two = search.found((731004418).to_bytes(4, "little"))
    assert len(search.hits_of([one, two])) == 2


def test_row_19_an_embedded_desk_gives_nothing_away(tmp_path: Path) -> None:
    result = canary.embedded(tmp_path)
    check(result, tmp_path)
    assert {"desk/desk.db", "desk/desk.db-wal", "backup.db", "trail.jsonl"} <= result.places


def test_row_19_a_served_desk_gives_nothing_away(tmp_path: Path) -> None:
    """The whole cluster with its write-ahead log, and a log of every statement with what it was given."""
    result = canary.served(tmp_path)
    check(result, tmp_path)
    assert any("pg_wal/" in place for place in result.places)


def check(result: Result, asked: Path) -> None:
    """Nothing in thousands of files; and what somebody asked to be saved does hold its codes."""
    assert not result.hits
    assert {Path(path).parent for path in result.elsewhere} <= {asked}
    assert len(result.haul.canaries) > 50 and len(result.search.patterns) > 900
    assert {"crash report", "log", "stdout", "stderr"} <= result.places
    assert result.bytes > 5_000_000
    codes = {"run.pdf": 0, "run under way.pdf": 1}
    mailed = [one.value for one in result.haul.canaries if one.what == "activation code"]
    for name, which in codes.items():
        words = words_of((asked / name).read_bytes()).translate(None, b" \n")
        assert str(mailed[which]).encode() in words
