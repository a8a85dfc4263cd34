"""A desk with values in every sealed column, and all of them opened."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import pytest
from sqlalchemy import select

from assistor_console.requests.intake import EndCall
from assistor_console.store import resealing
from assistor_console.store.database import Database
from tests import postgres
from tests.callers import MARISOL, TEODOR, Caller
from tests.journeys import book
from tests.worlds import World, make_world

Opened = dict[str, dict[UUID | int, bytes]]


def fill(world: World) -> None:
    """A caller who passed and waits for a letter, and one who is booked; somebody began to type an answer."""
    for one in (MARISOL, TEODOR):
        world.load(*one.records)
    passes = Caller(world, MARISOL)
    passes.reach_verdict()
    passes.issue()
    world.later(minutes=1)
    world.send("ana", EndCall(call_id=passes.seen.call_id))
    fails = Caller(world, TEODOR)
    fails.reach_verdict(wrong=3)
    book(world, fails)
    with world.database.write() as store:
        interview = store.interviews.of_call(fails.seen.call_id)
        assert interview
        store.interviews.keep_draft(interview.id, 6, "half an answer")


def everything(database: Database) -> Opened:
    """Every sealed value, opened."""
    found: Opened = {}
    with database.read() as store:
        for sealed in resealing.SEALED:
            rows = store.connection.execute(
                select(sealed.table.c.id, sealed.column).where(sealed.column.is_not(None))
            )
            found[sealed.name] = {
                id: database.vault.open(sealed.place, sealed.row(id), value) for id, value in rows
            }
    return found


def counted(database: Database) -> dict[bytes, int]:
    """How many values each key has sealed, in all columns together."""
    found: dict[bytes, int] = {}
    with database.read() as store:
        for keys in resealing.count(store.connection).values():
            for key, many in keys.items():
                found[key] = found.get(key, 0) + many
    return found


@cache
def filled_file() -> bytes:
    """An SQLite file with a filled desk, made once a process."""
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/desk.db"
        world = make_world(url)
        fill(world)
        world.database.close()
        return (Path(folder) / "desk.db").read_bytes()


@pytest.fixture(scope="session")
def filled_url(postgres_url: str) -> Iterator[str]:
    """The URL of a filled PostgreSQL, to be copied."""
    with postgres.database(postgres_url) as url:
        world = make_world(url)
        fill(world)
        world.database.close()
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a filled desk of one's own, on either database."""
    with filled(request, tmp_path) as made:
        yield made


@contextmanager
def filled(request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    """A filled desk, copied."""
    if request.param == "sqlite":
        (folder / "desk.db").write_bytes(filled_file())
        yield f"sqlite:///{folder / 'desk.db'}"
        return
    copied = request.getfixturevalue("filled_url")
    with postgres.database(copied, like=copied) as made:
        yield made
