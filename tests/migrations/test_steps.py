"""A database that is in use goes a step up, on both kinds; on PostgreSQL with others at it, and killed."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import Connection, Engine, inspect, text

from assistor_console.domain.errors import Refused, Trouble
from assistor_console.requests.base import Envelope
from assistor_console.requests.intake import CallSeen, MyCall
from assistor_console.requests.sign_in import SignIn
from assistor_console.store import schema
from assistor_console.store.database import engine_for
from assistor_console.store.schema import HEAD, SERVES, migrate, version
from tests.callers import MARISOL, Caller
from tests.old_desk import old_world
from tests.worlds import PASSWORD, World

ROOT = Path(__file__).parents[2]


@pytest.fixture
def old(database_url: str) -> str:
    """The URL of a database of the first release, in the middle of a call."""
    return make_old(database_url)


def make_old(url: str) -> str:
    """Takes a filled database back to the first schema."""
    world = old_world(url)
    world.load(*MARISOL.records)
    Caller(world, MARISOL).reach_tax()
    migrate(world.database.engine, "0001")
    world.database.close()
    return url


@contextmanager
def connected(url: str) -> Iterator[Connection]:
    engine = engine_for(url)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def my_call(world: World) -> CallSeen | None:
    """The call of Ana, who signs in anew."""
    signed = SignIn(staff_id=world.staff_id("ana"), password=PASSWORD, code=world.code())
    token = world.pipeline.run(Envelope(), signed).token
    return world.pipeline.run(Envelope(token), MyCall()).call


def columns(connection: Connection, table: str) -> set[str]:
    return {column["name"] for column in inspect(connection).get_columns(table)}


def test_a_call_goes_on_after_the_step_up(old: str) -> None:
    with connected(old) as connection:
        assert version(connection) == "0001"
        assert "tx" not in columns(connection, "audit")
        before = connection.execute(text("select count(*), min(id), max(id) from audit")).one()
    world = World(old)
    with pytest.raises(Refused, match=r"authority\.signed_out"):
        world.pipeline.run(Envelope("ana"), MyCall())  # a session of then is tied to nobody
    seen = my_call(world)
    assert seen and len(seen.recorded) == 5
    world.database.close()
    with connected(old) as connection:
        assert version(connection) == HEAD
        kept = text("select count(*) from audit where id <= :last and tx is null")
        assert connection.execute(kept, {"last": before[2]}).scalar_one() == before[0]
        assert connection.execute(text("select serves from realm")).scalar_one() == SERVES
        assert connection.execute(text("select value from counters where name = 'sweep'")).scalar_one() >= 0


def test_what_an_older_server_writes_is_whole(old: str) -> None:
    """It knows nothing of the new columns: rows of the trail get their transaction all the same."""
    with connected(old) as connection:
        schema.migrate_on(connection, HEAD)
        row = text(
            "insert into audit (at, request, act, console, outcome, salt, leaf) "
            "select at, :request, act, console, outcome, salt, leaf from audit limit 1"
        )
        connection.execute(row, {"request": "00000000-0000-0000-0000-000000000007"})
        newest = connection.execute(text("select tx from audit order by id desc limit 1")).scalar_one()
        if connection.dialect.name == "postgresql":
            assert newest == int(connection.exec_driver_sql("select pg_current_xact_id()::text").scalar_one())
        else:
            assert newest is None
        connection.execute(text("insert into counters values ('old', 1)"))
        file = "insert into files (name, digest, format, complete, records, at) values ('a', 'b', 'c', "
        connection.exec_driver_sql(f"{file} {'false' if newest else '0'}, 0, 0)")


@pytest.fixture
def old_postgresql(postgres_url: str) -> Iterator[str]:
    from tests import postgres

    with postgres.database(postgres_url) as url:
        yield make_old(url)


MIGRATE = """
from alembic.operations import Operations
from assistor_console.store.database import engine_for
from assistor_console.store.schema import HEAD, migrate
made = Operations.create_index
def stops(self, *names, **options):
    Operations.create_index = made  # stops once
    made(self, *names, **options)
    print("half", flush=True)
    input()
Operations.create_index = stops
migrate(engine_for({url!r}), HEAD)
"""


@contextmanager
def half_migrated(url: str) -> Iterator[subprocess.Popen[str]]:
    """A process that stands in the middle of a migration, until it is killed or gets a line."""
    with subprocess.Popen(
        [sys.executable, "-c", MIGRATE.format(url=url)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout and process.stdout.readline().strip() == "half"
            yield process
        finally:
            process.kill()


def test_a_killed_migration_changes_nothing(old_postgresql: str) -> None:
    with half_migrated(old_postgresql) as process:
        process.send_signal(signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL
    with connected(old_postgresql) as connection:
        assert version(connection) == "0001"
        assert "tx" not in columns(connection, "audit")
        indexes = {index["name"] for index in inspect(connection).get_indexes("audit")}
        assert "ix_audit_tx_done" not in indexes
    world = World(old_postgresql)
    assert my_call(world)
    world.database.close()


def test_a_second_migrator_is_told_and_the_first_goes_on(
    old_postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "LOCK_SECONDS", 0.1)
    with half_migrated(old_postgresql) as process:
        with pytest.raises(Trouble, match=r"schema\.busy"), connected(old_postgresql) as connection:
            schema.migrate_on(connection, HEAD)
        process.communicate("go on\n")
        assert process.returncode == 0
    with connected(old_postgresql) as connection:
        assert version(connection) == HEAD


def test_two_migrators_who_wait_for_each_other(old_postgresql: str) -> None:
    gate = Barrier(4)

    def one(_: int) -> str | None:
        engine: Engine = engine_for(old_postgresql)
        gate.wait()
        migrate(engine, HEAD)
        with engine.connect() as connection:
            found = version(connection)
        engine.dispose()
        return found

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(one, range(4))) == [HEAD] * 4


@pytest.mark.parametrize("held", ["select 1 from audit", "select 1 from realm for update"])
def test_a_migration_waits_for_nobody_for_long(
    old_postgresql: str, monkeypatch: pytest.MonkeyPatch, held: str
) -> None:
    """Somebody's open transaction holds a table or a row: every request would queue behind the migration."""
    monkeypatch.setattr(schema, "LOCK_SECONDS", 0.1)
    with connected(old_postgresql) as other:
        other.execute(text(held))
        with pytest.raises(Trouble, match=r"schema\.busy"), connected(old_postgresql) as connection:
            schema.migrate_on(connection, HEAD)
    with connected(old_postgresql) as connection:
        assert version(connection) == "0001"
        schema.migrate_on(connection, HEAD)


def test_a_statement_of_a_migration_does_not_run_for_ever(
    old_postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "STATEMENT_SECONDS", 0.1)
    from alembic.operations import Operations

    def slow(self: Operations, *_: object, **__: object) -> None:
        self.execute("select pg_sleep(10)")

    monkeypatch.setattr(Operations, "create_index", slow)
    with pytest.raises(Trouble, match=r"schema\.busy"), connected(old_postgresql) as connection:
        schema.migrate_on(connection, HEAD)
