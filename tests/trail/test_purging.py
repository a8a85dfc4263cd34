"""Old rows go, their leaves stay: every seal still verifies, and nothing else may be missing."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from assistor_console.desk.local import OperatorDesk
from assistor_console.domain.errors import Refused, Trouble
from assistor_console.domain.trail import Finding, Flaw, PurgeNote, purge_before, purge_note
from assistor_console.requests.trail import PurgeTrail, SeePurge, TrailVerified, VerifyTrail
from assistor_console.services import trail as services
from tests import postgres
from tests.serving_login import as_serving
from tests.trail.made import MadeTrail, rows
from tests.worlds import START, World, somewhere

YEARS = 7
FIRST = 2
"""Rows that a new desk begins with."""


@pytest.fixture(params=["local-sqlite", "local-postgresql"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """A desk with eleven seals of 2017, twenty rows under each but the first, and one seven years later."""
    with ExitStack() as stack:
        made = stack.enter_context(somewhere(request, tmp_path, World))
        seal(made)
        for number in range(10):
            MadeTrail(made.database).add(rows(20, made.now, seed=number))
            seal(made)
            made.later(days=1)
        made.now = START.replace(year=2024) + timedelta(days=5)
        made.operator.send(SeePurge())
        seal(made)
        yield made


def seal(world: World) -> None:
    with world.database.write() as store:
        assert store.seals.seal(world.now) is not None


def verified(world: World) -> TrailVerified:
    return world.operator.send(VerifyTrail())


def left(world: World) -> list[int]:
    with world.reading() as store:
        return list(store.connection.execute(text("select id from audit order by id")).scalars())


def purge(world: World) -> int:
    """All that may go; how many rows."""
    count, more = 0, True
    while more:
        done = world.operator.send(PurgeTrail())
        count, more = count + done.rows, done.more
    return count


def test_nothing_goes_before_its_time(world: World) -> None:
    world.now = START.replace(year=2024)
    before = left(world)
    seen = world.operator.send(SeePurge())
    assert (seen.rows, seen.seals, seen.before) == (0, 0, date(2017, 12, 11))
    assert purge(world) == 0
    assert set(before) <= set(left(world))


def test_what_is_older_than_policy_keeps_goes_and_proofs_hold(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services, "PURGED_AT_ONCE", 45)
    assert world.policy.trail_years == YEARS
    seen = world.operator.send(SeePurge())
    assert (seen.rows, seen.seals, seen.before) == (100 + FIRST, 6, date(2017, 12, 16))
    rows_before, newest = len(left(world)), verified(world).newest
    assert purge(world) == 100 + FIRST
    assert purge(world) == 0
    seal(world)
    found = verified(world)
    assert (found.purged, found.findings) == (100 + FIRST, ())
    (told,) = found.purges
    assert (told.policy, told.years, told.before, told.seal) == ("2017.1", YEARS, date(2017, 12, 16), 6)
    assert len(left(world)) >= rows_before - 100 - FIRST
    assert newest is not None
    with world.reading() as store:
        again = store.seals.get(newest.number)
        assert again is not None
        assert again.digest.hex() == newest.digest, "no seal was touched"


def test_a_purge_goes_on_years_later(world: World) -> None:
    purge(world)
    seal(world)
    world.later(days=3)
    assert world.operator.send(SeePurge()).rows == 60
    assert purge(world) == 60
    assert verified(world).findings == ()
    assert verified(world).purged == 160 + FIRST


def test_a_purge_is_on_the_trail_with_its_day_and_its_seal(world: World) -> None:
    purge(world)
    with world.reading() as store:
        notes = [note for _, note in store.purging.notes()]
    assert notes == [PurgeNote(6, date(2017, 12, 16))]
    assert purge(world) == 0


def test_a_purge_wipes_out_no_trace(world: World) -> None:
    with world.database.write() as store:
        store.connection.execute(
            text("update audit set outcome = 'x' where id = (select min(id) from audit)")
        )
    before = left(world)
    with pytest.raises(Refused, match=r"trail\.broken"):
        purge(world)
    assert set(before) <= set(left(world))


@pytest.mark.parametrize("how", ["without a note", "with a note", "by another clock"])
def test_who_takes_rows_away_by_hand_is_found(world: World, how: str) -> None:
    """As a purge does, but younger rows: whatever is put on the trail about it, policy's years say no."""
    (row,) = rows(1, world.now, seed=77)
    note = {"with a note": PurgeNote(8, date(2018, 1, 1)), "by another clock": PurgeNote(8, date(2018, 1, 1))}
    if how in note:
        at = row["at"] + (400 * 86_400_000_000 if how == "by another clock" else 0)
        MadeTrail(world.database).add([{**row, "at": at, "act": "purge_trail", "outcome": note[how].words()}])
    with world.reading() as store:
        third = store.seals.get(8)
        assert third is not None
    with world.database.write() as store:
        store.purging.purge([third])
    found = verified(world)
    assert {(finding.flaw, finding.seal) for finding in found.findings if finding.seal == 8} == {
        (Flaw.PURGED, 8)
    }
    assert len([f for f in found.findings if f.flaw is Flaw.PURGED]) == 20


def test_leaves_of_what_was_purged_are_sealed_as_well(world: World) -> None:
    purge(world)
    with world.reading() as store:
        first = store.connection.execute(text("select min(id) from purged")).scalar_one()
    for change, flaw in (
        ("update purged set leaf = (select leaf from purged where id = :id + 1) where id = :id", Flaw.EDITED),
        ("delete from purged where id = :id", Flaw.DELETED),
    ):
        with world.database.write() as store:
            store.connection.execute(text(change), {"id": first})
        assert verified(world).findings == (Finding(flaw, 1, first),)


def test_a_leaf_of_no_row_is_found(world: World) -> None:
    with world.database.write() as store:
        id = store.connection.execute(text("select max(id) from audit")).scalar_one()
        store.connection.execute(text("insert into purged select :id, leaf from audit limit 1"), {"id": id})
    assert [finding.flaw for finding in verified(world).findings] == [Flaw.PURGED]


def test_a_server_purges_nothing(staffed_url: str) -> None:
    """The serving login can take no row away, whoever uses it."""
    with postgres.database(staffed_url, like=staffed_url) as url:
        made = World(url)
        MadeTrail(made.database).add(rows(3, made.now))
        seal(made)
        made.now = START.replace(year=2026)
        with as_serving(made), pytest.raises(Trouble, match=r"database\.denied"):
            OperatorDesk(made.pipeline, "operator").send(PurgeTrail())
        made.database.close()


@given(st.dates(date(1980, 1, 1), date(2200, 1, 1)), st.integers(1, 30))
def test_years_are_kept_whole(today: date, years: int) -> None:
    first = purge_before(datetime.combine(today, time(12), UTC), years)
    assert (first.year, first.month) == (today.year - years, today.month)
    assert today.day - first.day in ((0, 1) if (today.month, today.day) == (2, 29) else (0,))


@given(st.integers(0, 10**18 - 1), st.dates())
def test_a_note_can_be_read_again(seal: int, before: date) -> None:
    note = PurgeNote(seal, before)
    assert purge_note(note.words()) == note
    assert len(note.words()) <= 60


@pytest.mark.parametrize(
    "outcome", ["", "done", "to seal x, before 2017-01-01", "to seal 3, before 2017-02-30", "to seal 3"]
)
def test_other_outcomes_are_no_notes(outcome: str) -> None:
    assert purge_note(outcome) is None
