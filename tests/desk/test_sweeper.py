"""Sweeping: once in a span of time, however many servers there are; nobody waits."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import func, select

from assistor_console.composing import pipeline_over
from assistor_console.desk.sweeper import EVERY, Sweeper
from assistor_console.domain.terms import Language, Reason
from assistor_console.requests.intake import StartCall
from assistor_console.store import locks
from assistor_console.store import tables as t
from assistor_console.store.database import Database
from tests import postgres
from tests.serving_login import as_serving
from tests.worlds import KEY, World

SERVERS = 6


@pytest.fixture
def world(staffed_url: str) -> Iterator[World]:
    with postgres.database(staffed_url, like=staffed_url) as url:
        made = World(url)
        made.later(days=1)
        with as_serving(made):
            yield made
        made.database.close()


def sweeps(world: World) -> int:
    """How many sweeps are on the trail."""
    with world.reading() as store:
        counted = select(func.count()).where(t.audit.c.act == "sweep", t.audit.c.outcome == "done")
        return int(store.connection.execute(counted).scalar_one())


def test_six_servers_sweep_once_in_each_span(world: World) -> None:
    """With the rights a server has."""
    databases = [Database(postgres.as_login(world.url, postgres.SERVING), KEY) for _ in range(SERVERS)]
    sweepers = [Sweeper(pipeline_over(each, lambda: world.now), lambda: world.now) for each in databases]
    before = sweeps(world)
    for round in range(1, 4):
        gate = Barrier(SERVERS)

        def sweep(sweeper: Sweeper, gate: Barrier = gate) -> bool:
            gate.wait()
            return sweeper.sweep()

        with ThreadPoolExecutor(SERVERS) as pool:
            told = list(pool.map(sweep, sweepers))
        assert sorted(told) == [False] * (SERVERS - 1) + [True]
        assert sweeps(world) == before + round
        world.now += EVERY
    for each in databases:
        each.close()


def test_who_is_swept_elsewhere_does_not_wait(world: World) -> None:
    sweeper = Sweeper(world.pipeline, lambda: world.now)
    with world.database.write() as store:
        assert locks.take(store.connection, locks.SWEEPING)
        assert not sweeper.sweep()
    assert sweeper.sweep()


def test_too_early_is_not_yet_our_turn(world: World) -> None:
    sweeper = Sweeper(world.pipeline, lambda: world.now)
    assert sweeper.sweep()
    world.now += EVERY - timedelta(seconds=1)
    assert not sweeper.sweep()
    world.now += timedelta(seconds=1)
    assert sweeper.sweep()


def test_a_sweep_goes_on_until_nothing_is_left(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    from assistor_console.services import operate

    world.send("ana", StartCall(language=Language.EN, reason=Reason.NEW_PROOFING))
    world.send("ben", StartCall(language=Language.EN, reason=Reason.NEW_PROOFING))
    monkeypatch.setattr(operate, "AT_ONCE", 1)
    world.later(days=2)
    assert Sweeper(world.pipeline, lambda: world.now).sweep()
    with world.reading() as store:
        left = store.connection.execute(select(t.remembered.c.at)).scalars()
        oldest = world.now - timedelta(hours=world.policy.reply_hours)
        assert all(at >= oldest.timestamp() * 1_000_000 for at in left)


def test_pauses_are_shorter_than_the_span_and_uneven() -> None:
    pauses = {Sweeper.pause() for _ in range(100)}
    assert len(pauses) > 90
    assert all(60 <= pause < EVERY.total_seconds() for pause in pauses)
