"""What verification makes of a trail without seals, of rows that wait, and of columns that hold anything."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, text

from assistor_console.domain.trail import Finding, Flaw
from assistor_console.store import checking
from assistor_console.store.checking import Expected
from assistor_console.store.pack import us
from assistor_console.store.tables_trail import seals as table
from assistor_console.store.unsealed import Mark
from tests import postgres
from tests.trail.made import START, MadeTrail, checker, made_trail, rows

LATER = START + timedelta(minutes=5)
LATE = Expected(late=LATER)


@pytest.fixture
def made(database_url: str) -> Iterator[MadeTrail]:
    trail = made_trail(database_url)
    yield trail
    trail.database.close()


@pytest.fixture
def file(tmp_path: Path) -> Iterator[MadeTrail]:
    """On SQLite, where a column holds whatever is put into it."""
    trail = made_trail(f"sqlite:///{tmp_path / 'desk.db'}")
    yield trail
    trail.database.close()


def test_an_empty_trail(made: MadeTrail) -> None:
    found = made.check(LATE)
    assert (found.rows, found.seals, found.unsealed, found.findings) == (0, 0, 0, [])
    assert found.newest is None


def test_rows_that_wait_and_rows_that_wait_too_long(made: MadeTrail) -> None:
    """With no seal at all, and after one."""
    made.add(rows(3))
    for sealed in range(2):
        waiting = made.ids()[-3:]
        assert made.check().unsealed == 3
        assert made.check().findings == []
        assert made.findings(LATE) == [Finding(Flaw.UNSEALED, None, id) for id in waiting]
        if not sealed:
            made.seal()
            made.add(rows(3, seed=2))


def test_what_cannot_be_sealed_yet_is_not_late(postgres_url: str) -> None:
    """Somebody writes for a long time: the sealer says so, verification has nothing to find fault with."""
    with postgres.database(postgres_url) as url:
        made = made_trail(url)
        with made.database.write() as slow:
            slow.connection.exec_driver_sql("select pg_current_xact_id()")
            made.add(rows(3))
            assert made.check(LATE).unsealed == 3
            assert made.findings(LATE) == []
        assert len(made.findings(LATE)) == 3
        made.database.close()


def test_checkpoints_of_numbers_there_never_were(made: MadeTrail) -> None:
    made.add(rows(3))
    seal = made.seal()
    assert seal is not None
    told = {0: [seal.digest], 1: [seal.digest, seal.digest], 2: [seal.digest]}
    assert made.findings(Expected(told)) == [Finding(Flaw.CHECKPOINT, 0), Finding(Flaw.CHECKPOINT, 2)]


def test_of_very_many_findings_the_first_are_named(made: MadeTrail, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "KEPT", 5)
    made.add(rows(30))
    made.seal()
    made.run("update audit set act = 'x'")
    found = made.check()
    assert found.flaws == 30
    assert found.findings == [Finding(Flaw.EDITED, 1, id) for id in made.ids()[:5]]


def test_rows_of_a_seal_that_is_missing(made: MadeTrail) -> None:
    """They wait for their seal; nobody can tell whether they were inserted."""
    for seed in range(3):
        made.add(rows(2, seed=seed))
        made.seal()
    made.run("delete from seals where number = 2")
    ids = made.ids()[2:4]
    assert made.findings() == [
        Finding(Flaw.SEAL_MISSING, 2),
        *(Finding(Flaw.UNSEALED, None, id) for id in ids),
    ]


def test_a_seal_that_contradicts_the_one_before(made: MadeTrail) -> None:
    """Signed with the right key: nobody but who has it can do that."""
    made.add(rows(2))
    first = made.seal()
    assert first is not None
    made.add(rows(2, seed=2))
    with made.database.write() as store:
        found = [(row.id, row.leaf) for row in store.trail.between(made.ids()[2], 10)]
        forged = store.seals._made(first, Mark(0, 0, 1), found, us(LATER))
        store.connection.execute(insert(table), asdict(forged))
    assert [(each.flaw, each.seal) for each in made.findings() if each.seal] == [(Flaw.SEAL_ORDER, 2)]


@pytest.mark.parametrize("column", ["ids", "marks", "digest", "signature", "key_id", "at", "top", "count"])
def test_seals_that_hold_what_no_seal_can(file: MadeTrail, column: str) -> None:
    file.add(rows(20))
    file.seal_all(most=10)
    for value in ("x'ffffffffffffffffffffffff'", "x''", "-1", "9e99", "'text'"):
        with file.undone() as connection:
            connection.execute(text(f"update seals set {column} = {value} where number = 1"))
            found = checker(connection, file.database).check(lambda part: None).findings
            flaws = {finding.flaw for finding in found if finding.seal == 1}
            assert flaws & {Flaw.SEAL_FORGED, Flaw.KEY_UNKNOWN}, value


@pytest.mark.parametrize("value", ["x'01'", "'text'", "-3", "9e99"])
def test_a_number_that_no_seal_has(file: MadeTrail, value: str) -> None:
    file.add(rows(20))
    file.seal_all(most=10)
    with file.undone() as connection:
        connection.execute(text(f"update seals set number = {value} where number = 1"))
        flaws = {each.flaw for each in checker(connection, file.database).check(lambda part: None).findings}
        assert flaws & {Flaw.SEAL_MISSING, Flaw.SEAL_ORDER}


def test_marks_alone_are_not_taken_for_rows(file: MadeTrail) -> None:
    """Rows are there as they were sealed: it is the seal that was changed."""
    file.add(rows(20))
    file.seal_all(most=10)
    file.run("update seals set marks = zeroblob(40) where number = 2")
    assert file.findings() == [Finding(Flaw.SEAL_FORGED, 2)]


@pytest.mark.parametrize("value", ["'text'", "x'00'", "1.5"])
def test_a_time_that_is_none_on_a_row_that_waits(file: MadeTrail, value: str) -> None:
    file.add(rows(4))
    file.seal()
    file.add(rows(1, seed=2))
    file.run(f"update audit set at = {value} where id = 5")
    assert file.findings(LATE) == [Finding(Flaw.EDITED, None, 5)]
    with file.database.read() as store:
        assert store.seals.oldest_unsealed() is not None
    assert file.seal() is not None
    assert [(each.flaw, each.row) for each in file.findings()] == [(Flaw.EDITED, 5)]
