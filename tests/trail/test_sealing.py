"""Sealing: everything that is settled, nothing twice, in whatever order transactions commit."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from datetime import timedelta
from threading import Barrier, Event
from uuid import uuid4

import pytest
from sqlalchemy import insert, text

from assistor_console.domain.trail import Finding, Flaw
from assistor_console.store import locks
from assistor_console.store.database import Database
from assistor_console.store.pack import us
from assistor_console.store.people import NOBODY
from assistor_console.store.ranges import unpack
from assistor_console.store.seals import Seal
from assistor_console.store.store import Store
from assistor_console.store.tables_trail import seals as seals_table
from assistor_console.store.trail import Entry
from assistor_console.store.unsealed import Mark
from tests import postgres
from tests.trail.made import KEY, START, MadeTrail, made_trail, rows

LATER = START + timedelta(minutes=5)


@pytest.fixture
def made(database_url: str) -> Iterator[MadeTrail]:
    trail = made_trail(database_url)
    yield trail
    trail.database.close()


@pytest.fixture
def central(postgres_url: str) -> Iterator[MadeTrail]:
    """On PostgreSQL."""
    with postgres.database(postgres_url) as url:
        trail = made_trail(url)
        yield trail
        trail.database.close()


def another(trail: MadeTrail) -> Database:
    """The same database, as another program has it."""
    database = Database(trail.database._url, KEY)
    with database.read() as store:
        store.keys.open()
    return database


def act(store: Store) -> None:
    """What the pipeline puts on the trail."""
    store.trail.add(Entry(uuid4(), "see_call", NOBODY, "", "seen", START))


def ids_under(seals: list[Seal]) -> list[int]:
    spans = [span for seal in seals for span in unpack(seal.ids)]
    return [id for first, last in spans for id in range(first, last + 1)]


def test_nothing_to_seal_is_no_seal(made: MadeTrail) -> None:
    assert made.seal() is None
    made.add(rows(3))
    first = made.seal()
    assert first is not None
    assert (first.number, first.count, first.made_at) == (1, 3, LATER)
    assert made.seal() is None
    made.add(rows(2, seed=2))
    second = made.seal()
    assert second is not None
    assert (second.number, second.count) == (2, 2)
    assert made.findings() == []


def test_a_backlog_is_worked_off_in_short_transactions(made: MadeTrail) -> None:
    for number in range(7):
        made.add(rows(10, seed=number))
    seals = made.seal_all(most=20)
    assert [seal.count for seal in seals] == [20, 20, 20, 10]
    assert ids_under(seals) == made.ids()
    assert made.findings() == []


def test_a_large_transaction_is_sealed_whole(central: MadeTrail) -> None:
    central.add(rows(30))
    central.add(rows(5, seed=2))
    assert [seal.count for seal in central.seal_all(most=10)] == [30, 5]
    assert central.findings() == []


def test_the_oldest_row_that_waits(made: MadeTrail) -> None:
    def waits() -> object:
        with made.database.read() as store:
            return store.seals.oldest_unsealed()

    assert waits() is None
    made.add(rows(3))
    assert waits() == START
    made.seal()
    assert waits() is None
    made.add(rows(1, LATER))
    assert waits() == LATER


def test_a_slow_transaction_with_an_early_number_is_sealed_later(central: MadeTrail) -> None:
    other = another(central)
    with other.write() as slow:
        act(slow)
        with central.database.write() as store:
            act(store)
        assert central.seal() is None, "what comes after a transaction under way is not settled"
        with central.database.read() as store:
            assert store.seals.oldest_unsealed() is not None, "but it waits"
    first = central.seal()
    assert first is not None
    assert ids_under([first]) == central.ids()
    other.close()


def test_what_ended_before_a_slow_one_began_is_sealed(central: MadeTrail) -> None:
    with central.database.write() as store:
        act(store)
    with central.database.write() as slow:
        act(slow)
        other = another(central)
        early = MadeTrail(other).seal()
        assert early is not None
        assert early.count == 1
    late = central.seal()
    assert late is not None
    assert ids_under([early, late]) == central.ids()
    assert central.findings() == []
    other.close()


def test_an_early_number_may_come_under_a_later_seal(central: MadeTrail) -> None:
    """Its transaction had drawn the number before others committed, and wrote its row after that."""
    central.run("select nextval('audit_id_seq')")
    central.add(rows(3))
    first = central.seal()
    central.add([{**rows(1, seed=2)[0], "id": 1}])
    second = central.seal()
    assert first is not None and second is not None
    assert (ids_under([first]), ids_under([second])) == ([2, 3, 4], [1])
    assert (first.top, second.top) == (4, 4)
    assert central.findings() == []


def test_nothing_is_missed_and_nothing_twice_among_many(central: MadeTrail) -> None:
    """Eight writers commit in any order while two seal all the time."""
    stop, gate = Event(), Barrier(10)
    sealed: list[list[Seal]] = [[], []]

    def seal(found: list[Seal]) -> None:
        database = another(central)
        gate.wait()
        done = False
        while not done:
            done = stop.is_set()
            if made := MadeTrail(database).seal(most=7):
                found.append(made)
                done = False
        database.close()

    def write(number: int) -> None:
        database = another(central)
        gate.wait()
        for _ in range(40):
            with database.write() as store:
                act(store)
                store.connection.exec_driver_sql("select pg_sleep(random() * 0.005)")
        database.close()

    with ThreadPoolExecutor(10) as pool:
        sealing = [pool.submit(seal, each) for each in sealed]
        for writer in [pool.submit(write, number) for number in range(8)]:
            writer.result()
        stop.set()
        for each in sealing:
            each.result()
    seals = sorted(sealed[0] + sealed[1], key=lambda seal: seal.number)
    assert [seal.number for seal in seals] == list(range(1, len(seals) + 1))
    assert sorted(ids_under(seals)) == central.ids()
    assert len(central.ids()) == 320
    found = central.check()
    assert (found.rows, found.unsealed, found.flaws) == (320, 0, 0)


def test_who_finds_another_sealing_waits_for_nobody(central: MadeTrail) -> None:
    central.add(rows(3))
    with central.database.write() as store:
        assert locks.take(store.connection, locks.SEALING)
        other = another(central)
        assert MadeTrail(other).seal() is None
        other.close()
    assert central.seal() is not None


def test_two_sealers_on_one_file(tmp_path: object) -> None:
    trail = made_trail(f"sqlite:///{tmp_path}/desk.db")
    trail.add(rows(50))
    gate = Barrier(2)

    def seal(_: int) -> list[Seal]:
        database = another(trail)
        gate.wait()
        made = MadeTrail(database).seal_all(most=5)
        database.close()
        return made

    with ThreadPoolExecutor(2) as pool:
        seals = [seal for each in pool.map(seal, range(2)) for seal in each]
    assert sorted(seal.number for seal in seals) == list(range(1, 11))
    assert trail.findings() == []
    trail.database.close()


def test_rows_from_before_transactions_were_kept(central: MadeTrail) -> None:
    central.add([{**row, "tx": None} for row in rows(25)])
    central.add(rows(5, seed=2))
    assert [(seal.count, seal.horizon > 0) for seal in central.seal_all(most=10)] == [
        (10, False),
        (10, False),
        (5, False),
        (5, True),
    ]
    assert central.findings() == []


@pytest.mark.parametrize("sealed_before", [0, 15])
def test_in_another_cluster_transactions_count_anew(central: MadeTrail, sealed_before: int) -> None:
    """A dump was restored where transactions have lower numbers; some rows were not sealed yet."""
    old = 2**40
    central.add([{**row, "tx": old + number} for number, row in enumerate(rows(20))])
    if sealed_before:
        seal_as_elsewhere(central, old + sealed_before)
    with central.database.write() as store:
        act(store)
    seals = central.seal_all()
    assert [seal.count for seal in seals] == [20 - sealed_before + 1]
    for _ in range(3):
        with central.database.write() as store:
            act(store)
        assert [seal.count for seal in central.seal_all()] == [1]
    found = central.check()
    assert (found.rows, found.unsealed, found.findings) == (24, 0, [])


def test_rows_written_elsewhere_before_anybody_sealed_there(central: MadeTrail) -> None:
    """There the transactions have gone past the last horizon before the first look."""
    with central.database.write() as store:
        act(store)
    central.add(rows(4, seed=2))
    now = central.seal()
    assert now is not None
    central.run("update seals set horizon = horizon")  # a transaction more
    central.add([{**row, "tx": now.horizon - 1} for row in rows(2, seed=3)])
    assert [seal.count for seal in central.seal_all()] == [2]
    assert central.findings() == []


def seal_as_elsewhere(central: MadeTrail, horizon: int) -> None:
    """A seal over all rows below a transaction."""
    with central.database.write() as store:
        below = text("select id, leaf from audit where tx < :horizon order by id")
        found = [(row.id, row.leaf) for row in store.connection.execute(below, {"horizon": horizon})]
        made = store.seals._made(None, Mark(horizon, 0, found[-1][0]), found, us(LATER))
        store.connection.execute(insert(seals_table), asdict(made))


def test_what_is_kept_of_a_seal_is_what_was_signed(made: MadeTrail) -> None:
    made.add(rows(3))
    seal = made.seal()
    with made.database.read() as store:
        assert store.seals.newest() == seal
        assert store.seals.get(1) == seal
        assert store.seals.get(2) is None
        assert list(store.seals.after(0)) == [seal]


def test_a_row_that_comes_with_a_number_between_sealed_ones_is_found(central: MadeTrail) -> None:
    central.add(rows(10))
    central.run("delete from audit where id = 5")
    assert central.seal() is not None
    central.add([{**rows(1, seed=3)[0], "id": 5, "tx": 3}])
    assert central.seal() is None
    assert central.findings() == [Finding(Flaw.INSERTED, None, 5)]
