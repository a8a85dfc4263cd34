"""The sealer of a desk: each second whoever comes first; late is said; the newest seal is written down."""

import json
import logging
import os
import stat
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from assistor_console.composing import pipeline_over
from assistor_console.desk import sealer as sealing
from assistor_console.desk.checkpoints import CheckpointFile
from assistor_console.desk.sealer import Sealer, Sealing
from assistor_console.domain.terms import AlertKind
from assistor_console.requests.access import SeeAlerts
from assistor_console.requests.intake import MyCall
from assistor_console.requests.trail import VerifyTrail
from assistor_console.store.database import Database
from assistor_console.store.seals import Seal
from tests import postgres
from tests.serving_login import as_serving
from tests.trail.made import rows
from tests.worlds import KEY, World, somewhere


@pytest.fixture(params=["local-sqlite", "local-postgresql"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """On PostgreSQL with the rights a server has."""
    with ExitStack() as stack:
        made = stack.enter_context(somewhere(request, tmp_path, World))
        if "postgresql" in request.param:
            stack.enter_context(as_serving(made))
        yield made


REFUSE = {
    "sqlite": "create trigger refuse before insert on seals begin select raise(abort, 'no'); end",
    "postgresql": f"revoke insert on seals from {postgres.SERVING}",
}


def sealer_of(world: World, file: Path | None = None) -> Sealer:
    return Sealer(world.pipeline, lambda: world.now, CheckpointFile(file) if file else None)


def seals(world: World) -> list[Seal]:
    with world.reading() as store:
        return list(store.seals.after(0))


def test_every_act_is_sealed_and_nothing_else(world: World) -> None:
    sealer = sealer_of(world)
    sealer.step()
    before = len(seals(world))
    sealer.step()
    assert len(seals(world)) == before, "a quiet desk makes no seals"
    world.send("ana", MyCall())
    sealer.step()
    assert [seal.count for seal in seals(world)[before:]] == [1]
    assert sealer.waited == 0.0
    assert world.operator.send(VerifyTrail()).flaws == 0


def test_who_sees_another_s_seal_lets_it_be(world: World) -> None:
    """Two servers make about one seal a second together; where one is gone the other goes on."""
    one, other = sealer_of(world), sealer_of(world)
    for each in (one, other):
        each.step()
    world.send("ana", MyCall())
    one.step()
    world.send("ana", MyCall())
    made = len(seals(world))
    other.step()
    assert len(seals(world)) == made, "it is new to this one: the other seals"
    other.step()
    assert len(seals(world)) == made + 1, "nobody else has"


def test_a_backlog_is_worked_off_without_a_pause(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.trail.made import MadeTrail

    monkeypatch.setattr(sealing, "MOST", 10)
    monkeypatch.setattr(sealing, "AT_ONCE", 2)
    sealer = sealer_of(world)
    sealer.step()
    assert sealer.pause() == sealing.SECONDS
    for number in range(3):
        MadeTrail(world.database).add(rows(12, world.now, seed=number))
    monkeypatch.setattr("assistor_console.store.seals.Seals.seal.__defaults__", (10,))
    pauses = []
    for _ in range(3):
        sealer.step()
        pauses.append(sealer.pause())
    assert pauses[0] == 0.0
    assert pauses[-1] == sealing.SECONDS
    assert world.operator.send(VerifyTrail()).unsealed <= 1


def test_a_database_that_refuses_seals_is_said_and_reported_once(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    sealer = sealer_of(world)
    sealer.finish()
    world.send("ana", MyCall())
    with world.database.write() as store:
        store.connection.exec_driver_sql(REFUSE[store.connection.dialect.name])
    late = world.policy.seal_late_seconds
    for seconds in (late, 1, 1, 1):
        world.later(seconds=seconds)
        with pytest.raises(DBAPIError):
            sealer.step()
    warnings = [record.message for record in caplog.records]
    assert warnings == [f"the trail is sealed late: a row has waited {late + 1} seconds"]
    (alert,) = world.send("sup", SeeAlerts()).alerts
    assert (alert.kind, alert.times, alert.values) == (AlertKind.TRAIL, 1, {"seconds": late + 1})


def rename(world: World, old: str, new: str) -> None:
    with world.database.write() as store:
        store.connection.execute(text(f"alter table {old} rename to {new}"))


def test_a_transaction_that_keeps_everything_from_being_sealed(
    staffed_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    """What comes after it cannot be sealed: that is late too, though nothing is settled."""
    with postgres.database(staffed_url, like=staffed_url) as url:
        world = World(url)
        sealer = sealer_of(world)
        sealer.step()
        with world.database.write() as slow, caplog.at_level(logging.WARNING):
            slow.connection.exec_driver_sql("select pg_current_xact_id()")
            world.send("ana", MyCall())
            world.later(seconds=world.policy.seal_late_seconds + 5)
            for _ in range(3):
                sealer.step()
            assert sealer.waited == world.policy.seal_late_seconds + 5
            assert [record.message for record in caplog.records] == [
                f"the trail is sealed late: a row has waited {world.policy.seal_late_seconds + 5} seconds"
            ]
            alerts = world.send("sup", SeeAlerts()).alerts
            assert [(alert.kind, alert.times) for alert in alerts] == [(AlertKind.TRAIL, 1)]
            assert alerts[0].values == {"seconds": world.policy.seal_late_seconds + 5}
        sealer.step()
        assert sealer.waited == 0.0
        assert caplog.records[-1].message == "the trail is sealed in time again"
        world.database.close()


def test_the_newest_seal_is_written_down_at_most_once_a_minute(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [1000.0]
    monkeypatch.setattr("assistor_console.desk.sealer.time.monotonic", lambda: clock[0])
    file = tmp_path / "checkpoints.jsonl"
    sealer = sealer_of(world, file)
    sealer.step()
    for seconds, written in ((1, 1), (58, 1), (1, 2), (30, 2)):
        clock[0] += seconds
        world.send("ana", MyCall())
        sealer.step()
        assert len(lines(file)) == written
    sealer.finish()
    sealer.finish()
    newest = seals(world)[-1]
    assert len(lines(file)) == 3
    assert lines(file)[-1] == {
        "number": newest.number,
        "digest": newest.digest.hex(),
        "at": newest.made_at.isoformat(),
        "key": newest.key_id.hex(),
    }
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def lines(file: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in file.read_text().splitlines()]


def test_a_file_that_cannot_be_written_ends_nothing(
    world: World, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "folder").mkdir()
    sealer = sealer_of(world, tmp_path / "folder")
    world.send("ana", MyCall())
    sealer.step()
    world.send("ana", MyCall())
    sealer.finish()
    assert len([record for record in caplog.records if record.message.startswith("checkpoints")]) == 1
    assert world.operator.send(VerifyTrail()).unsealed == 0


def test_nothing_is_written_after_a_seal_that_the_desk_has_not(
    world: World, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "checkpoints.jsonl"
    world.send("ana", MyCall())
    sealer_of(world, file).finish()
    told = lines(file)[-1]
    file.write_text(json.dumps({**told, "digest": "0" * 64}) + "\n")
    kept = file.read_text()
    sealer = sealer_of(world, file)
    for _ in range(3):
        world.send("ana", MyCall())
        sealer.finish()
    assert file.read_text() == kept
    assert len([record for record in caplog.records if "set back" in record.message]) == 1


def test_until_the_end(world: World, tmp_path: Path) -> None:
    """An opened desk seals by itself, and once more when it is closed."""
    database = Database(world.database._url, KEY)
    with database.read() as store:
        store.keys.open()
    pipeline = pipeline_over(database, lambda: world.now)
    pipeline.library = world.pipeline.library
    opened = Sealing(Sealer(pipeline, lambda: world.now, CheckpointFile(tmp_path / "c.jsonl")))
    world.send("ana", MyCall())
    opened.close()
    database.close()
    found = world.operator.send(VerifyTrail())
    assert (found.unsealed, found.flaws) == (0, 0)
    assert found.newest is not None
    assert lines(tmp_path / "c.jsonl")[-1]["number"] == found.newest.number


def test_a_database_that_is_gone_at_the_end(world: World, caplog: pytest.LogCaptureFixture) -> None:
    rename(world, "seals", "aside")
    Sealing(sealer_of(world)).close()
    assert "sealer" in caplog.text
    rename(world, "aside", "seals")


def test_what_an_hour_of_waiting_means(world: World) -> None:
    """A desk that was closed over night: its rows are sealed at the next opening, and nothing is wrong."""
    sealer = sealer_of(world)
    sealer.finish()
    world.send("ana", MyCall())
    world.later(hours=14)
    sealer.step()
    assert world.operator.send(VerifyTrail()).findings == ()
    assert seals(world)[-1].made_at == world.now
