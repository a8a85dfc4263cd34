"""Windows of an office at a time, on both databases: no interleaving gives one away twice."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select

from assistor_console.domain.call import Call
from assistor_console.domain.errors import Refused
from assistor_console.domain.terms import CallState, Language, Realm, Reason, Role
from assistor_console.store import opening
from assistor_console.store.database import Database
from assistor_console.store.people import Person
from assistor_console.store.seats import Hold
from assistor_console.store.tables import meta
from assistor_console.store.tables_appointments import seats

NOW = datetime(2017, 12, 11, 15, 0, tzinfo=UTC)
STARTS = datetime(2017, 12, 15, 18, 0, tzinfo=UTC)
UNTIL = NOW + timedelta(minutes=5)
OFFICE = "fresno-ca"


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    found = Database(database_url, bytes(32))
    meta.create_all(found.engine)
    with found.write() as store:
        opening.found(store, Realm.PRACTICE, NOW, None)
        opening.open_keys(store, NOW, new=True)
    yield found
    found.close()


def open_call(database: Database, number: int) -> UUID:
    """A call of an assistor of its own."""
    person = Person(uuid4(), f"{number:010d}", "Any", Role.ASSISTOR, None, "", "")
    call = Call(uuid4(), person.id, CallState.OPEN, Reason.NEW_PROOFING, Language.EN, NOW, 1)
    with database.write() as store:
        store.people.add(person)
        store.calls.add(call)
    return call.id


def hold(
    database: Database, call: UUID, starts: datetime = STARTS, windows: int = 1, now: datetime = NOW
) -> Hold:
    """Holds in a transaction of its own."""
    with database.write() as store:
        until = now + timedelta(minutes=5)
        return store.appointments.seats.hold(call, OFFICE, starts, windows, now, until)


def rows(database: Database) -> int:
    with database.engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(seats)).scalar_one()


@pytest.mark.parametrize("windows", [1, 3])
def test_of_sixteen_at_once_exactly_the_capacity_wins(database: Database, windows: int) -> None:
    calls = [open_call(database, n) for n in range(16)]
    together = Barrier(len(calls))

    def attempt(call: UUID) -> int | str:
        together.wait()
        try:
            return hold(database, call, windows=windows).seat
        except Refused as no:
            return no.refusal.rule

    with ThreadPoolExecutor(len(calls)) as pool:
        found = list(pool.map(attempt, calls))
    assert sorted(seat for seat in found if isinstance(seat, int)) == list(range(1, windows + 1))
    assert [rule for rule in found if isinstance(rule, str)] == ["slot.taken"] * (16 - windows)
    assert rows(database) == windows


def test_callers_who_change_places_never_wait_for_each_other(database: Database) -> None:
    """Two calls that each want what the other holds: both keep what they have."""
    calls = [open_call(database, n) for n in range(2)]
    times = [STARTS, STARTS + timedelta(minutes=30)]
    for call, starts in zip(calls, times, strict=True):
        hold(database, call, starts)
    together = Barrier(2)

    def swap(wanted: tuple[UUID, datetime]) -> str:
        together.wait()
        try:
            hold(database, *wanted)
        except Refused as no:
            return no.refusal.rule
        return "held"

    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(swap, zip(calls, reversed(times), strict=True)))
    assert found == ["slot.taken"] * 2
    assert rows(database) == 2


def test_a_new_hold_lets_the_earlier_one_go(database: Database) -> None:
    first, second = open_call(database, 1), open_call(database, 2)
    hold(database, first)
    with pytest.raises(Refused, match="slot.taken"):
        hold(database, second)
    hold(database, first, STARTS + timedelta(hours=1))
    assert hold(database, second).seat == 1
    assert rows(database) == 2


def test_the_same_time_again_is_the_same_window_for_longer(database: Database) -> None:
    call = open_call(database, 1)
    hold(database, call, windows=2)
    again = hold(database, call, windows=2, now=NOW + timedelta(minutes=2))
    assert (again.seat, again.until) == (1, NOW + timedelta(minutes=7))
    assert rows(database) == 1


def test_a_hold_whose_time_is_over_may_be_taken_over(database: Database) -> None:
    first, second = open_call(database, 1), open_call(database, 2)
    hold(database, first)
    with database.read() as store:
        last = UNTIL - timedelta(microseconds=1)
        assert store.appointments.seats.held(first, last) is not None
        assert store.appointments.seats.held(first, UNTIL) is None
    assert hold(database, second, now=UNTIL).seat == 1
    with pytest.raises(Refused, match="slot.hold_expired"), database.write() as store:
        store.appointments.seats.keep(Hold(OFFICE, STARTS, 1, UNTIL), first, uuid4(), NOW)


def test_what_is_taken_is_seen_by_others_only(database: Database) -> None:
    first, second = open_call(database, 1), open_call(database, 2)
    hold(database, first, windows=2)
    with database.read() as store:
        seen = store.appointments.seats
        day = STARTS - timedelta(hours=1), STARTS + timedelta(hours=1)
        assert seen.taken([OFFICE], *day, NOW, second) == {(OFFICE, STARTS): 1}
        assert seen.taken([OFFICE], *day, NOW, first) == {}
        assert seen.taken([OFFICE], *day, UNTIL, second) == {}
        assert seen.taken(["visalia-ca"], *day, NOW, second) == {}
        assert seen.taken([OFFICE], STARTS + timedelta(minutes=1), day[1], NOW, second) == {}


def test_letting_go_and_sweeping(database: Database) -> None:
    first, second = open_call(database, 1), open_call(database, 2)
    hold(database, first, windows=2)
    hold(database, second, windows=2)
    with database.write() as store:
        store.appointments.seats.let_go(first)
    assert rows(database) == 1
    with database.write() as store:
        assert store.appointments.seats.sweep(NOW) == 0
        assert store.appointments.seats.sweep(UNTIL) == 1
    assert rows(database) == 0
