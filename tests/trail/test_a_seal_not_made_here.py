"""Whoever may add seals or number rows cannot stop sealing unseen: nothing is built on what they add."""

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import asdict, replace
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from assistor_console.desk.sealer import AGAIN, Sealer
from assistor_console.domain.errors import Trouble
from assistor_console.domain.terms import AlertKind
from assistor_console.domain.trail import AHEAD, Flaw
from assistor_console.requests.access import CloseAlert, SeeAlerts
from assistor_console.requests.intake import MyCall
from assistor_console.requests.trail import VerifyTrail
from assistor_console.store import tables as t
from assistor_console.store.leaves import leaf
from assistor_console.store.pack import us
from assistor_console.store.ranges import pack
from assistor_console.store.seals import Seal
from assistor_console.store.tables_trail import seals
from tests.serving_login import as_serving
from tests.worlds import World, somewhere

FAR = 2**62


@pytest.fixture(params=["local-sqlite", "local-postgresql"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """On PostgreSQL with the rights a server has. Its trail is sealed twice."""
    with ExitStack() as stack:
        made = stack.enter_context(somewhere(request, tmp_path, World))
        if "postgresql" in request.param:
            stack.enter_context(as_serving(made))
        for _ in range(2):
            made.send("ana", MyCall())
            sealer_of(made).step()
        yield made


def sealer_of(world: World) -> Sealer:
    return Sealer(world.pipeline, lambda: world.now)


def all_seals(world: World) -> list[Seal]:
    with world.reading() as store:
        return list(store.seals.after(0))


def trail_alerts(world: World) -> list[tuple[UUID, int]]:
    found = world.send("sup", SeeAlerts()).alerts
    return [(alert.alert_id, alert.times) for alert in found if alert.kind is AlertKind.TRAIL]


def add_seal(world: World, seal: Seal) -> None:
    """As whoever serves may: by an INSERT."""
    with world.pipeline.database.write() as store:
        store.connection.execute(seals.insert(), asdict(seal))


def far(seal: Seal) -> Seal:
    """One that says that everything is sealed."""
    return replace(
        seal,
        number=seal.number + 1,
        horizon=FAR,
        floor=FAR,
        top=FAR,
        ids=pack([FAR]),
        count=1,
        marks=bytes(4),
    )


FORGED: dict[str, Callable[[Seal], Seal]] = {
    "unsigned": lambda last: replace(far(last), digest=bytes(32), key_id=b"none", signature=b""),
    "with the signature of another": far,
    "far ahead in number": lambda last: replace(far(last), number=FAR),
    "numbers below zero": lambda last: replace(far(last), number=FAR, floor=-1),
}


@pytest.mark.parametrize("how", FORGED)
def test_a_seal_of_somebody_else_is_reported_at_once(
    world: World, how: str, caplog: pytest.LogCaptureFixture
) -> None:
    sealer, before = sealer_of(world), all_seals(world)
    sealer.step()
    add_seal(world, FORGED[how](all_seals(world)[-1]))
    world.send("ana", MyCall())
    with caplog.at_level(logging.ERROR):
        sealer.step()
        sealer.step()
    assert [record.message for record in caplog.records] == [
        "the trail cannot be relied on: the newest seal was not made here"
    ]
    assert [times for _, times in trail_alerts(world)] == [1]
    world.later(hours=5)
    sealer.step()
    assert sealer.waited == 5 * 3600, "whoever watches the server sees it too"
    assert len(all_seals(world)) <= len(before) + 2, "nothing is built on it"
    flaws = {finding.flaw for finding in world.operator.send(VerifyTrail()).findings}
    assert flaws & {Flaw.SEAL_FORGED, Flaw.KEY_UNKNOWN}


def test_whoever_closes_the_alert_is_told_again(world: World) -> None:
    sealer = sealer_of(world)
    add_seal(world, far(all_seals(world)[-1]))
    sealer.step()
    (first,) = trail_alerts(world)
    world.send("sup", CloseAlert(alert_id=first[0], note="looked at the clock"))
    world.later(seconds=(AGAIN / 2).total_seconds())
    sealer.step()
    assert trail_alerts(world) == []
    world.later(seconds=(AGAIN / 2).total_seconds())
    sealer.step()
    (second,) = trail_alerts(world)
    assert second[0] != first[0]


def test_sealing_goes_on_where_it_was_once_the_seal_is_gone(world: World) -> None:
    """What was done meanwhile is sealed then, nothing of it is lost; and closing says why it could not."""
    sealer = sealer_of(world)
    sealer.step()
    forged = far(all_seals(world)[-1])
    add_seal(world, forged)
    world.send("ana", MyCall())
    with pytest.raises(Trouble, match="audit.forged"):
        sealer.finish()
    with world.database.write() as store:
        store.connection.execute(seals.delete().where(seals.c.number == forged.number))
    sealer.step()
    assert sealer.waited == 0.0
    found = world.operator.send(VerifyTrail())
    assert (found.unsealed, found.flaws) == (0, 0)


def test_seals_taken_away_while_the_sealer_works(world: World, caplog: pytest.LogCaptureFixture) -> None:
    """With their rows: verification alone could not tell."""
    sealer = sealer_of(world)
    sealer.step()
    before = all_seals(world)
    with world.database.write() as store:
        store.connection.execute(t.audit.delete().where(t.audit.c.id > before[-2].top))
        store.connection.execute(seals.delete().where(seals.c.number == before[-1].number))
    assert world.operator.send(VerifyTrail()).flaws == 0
    with caplog.at_level(logging.ERROR):
        sealer.step()
    number = before[-1].number
    assert f"seal {number} was the newest, and now it is {number - 1}" in caplog.text
    assert [times for _, times in trail_alerts(world)] == [1]


def test_a_row_with_a_number_that_none_was_given(world: World, caplog: pytest.LogCaptureFixture) -> None:
    """A superuser adds it with a transaction to come: no seal vouches for all the numbers below."""
    sealer = sealer_of(world)
    sealer.step()
    with world.database.write() as store:
        like = dict(store.connection.execute(t.audit.select().limit(1)).one()._mapping)
        far_tx = {} if like["tx"] is None else {"tx": FAR}
        forged = like | far_tx | {"id": FAR + 1, "request": uuid4(), "at": us(world.now)}
        store.connection.execute(t.audit.insert(), [forged | {"leaf": leaf(forged["salt"], forged)}])
    with caplog.at_level(logging.ERROR):
        sealer.step()
        sealer.step()
    assert "a row has a number that no row was given yet" in caplog.text
    assert [times for _, times in trail_alerts(world)] == [1]
    assert max(seal.floor for seal in all_seals(world)) < FAR
    assert max(seal.top for seal in all_seals(world)) < FAR
    with world.database.write() as store:
        store.connection.execute(t.audit.delete().where(t.audit.c.id == FAR + 1))
    world.send("ana", MyCall())
    sealer.step()
    sealer.step()
    assert world.operator.send(VerifyTrail()).flaws == 0


def test_the_newest_row_far_younger_than_the_newest_seal(world: World) -> None:
    """Whatever says that nothing waits: that is late."""
    sealer = sealer_of(world)
    sealer.step()
    sealer.step()
    newest = all_seals(world)[-1]
    with world.database.write() as store:
        moved = world.now + AHEAD * 2
        store.connection.execute(
            text("update audit set at = :at where id = (select max(id) from audit)"), {"at": us(moved)}
        )
    world.later(seconds=AHEAD.total_seconds() * 2)
    with world.reading() as store:
        assert store.seals.oldest_unsealed() == newest.made_at
    sealer.step()
    assert [times for _, times in trail_alerts(world)] == [1]
