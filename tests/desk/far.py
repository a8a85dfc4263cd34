"""A desk on SQLite behind a real server, and consoles at the other end of a wire that can fail."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from threading import Condition, Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
from sqlalchemy import Table, func, select

from assistor_console.desk.remote import RemoteDesk
from assistor_console.requests.base import Link, Request
from assistor_console.requests.sign_in import Hello, SignedIn, SignIn
from assistor_console.store import tables
from tests.callers import MARISOL
from tests.desk.flaky import SECONDS, Flaky, flaky
from tests.serving import certificates, served
from tests.worlds import PASSWORD, World, make_world

NAME = "console of ana"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A desk with somebody on file."""
    made = make_world(f"sqlite:///{tmp_path}/desk.db")
    made.load(*MARISOL.records)
    with closing(made.database):
        yield made


@pytest.fixture
def wire(world: World, tmp_path: Path) -> Iterator[Flaky]:
    """A wire to a server over that desk."""
    with served(world.pipeline, tmp_path) as address, flaky(urlsplit(address.url).port or 0) as made:
        yield made


@pytest.fixture
def desk(world: World, wire: Flaky) -> Iterator[RemoteDesk]:
    """Ana's console, connected."""
    with closing(console(wire)) as made:
        made.token = world.tokens["ana"]
        made.send(Hello())
        yield made


@dataclass
class Links:
    """What a console was told of how its desk stands."""

    told: list[Link] = field(default_factory=list)
    _change: Condition = field(default_factory=Condition)

    def __call__(self, link: Link) -> None:
        with self._change:
            self.told.append(link)
            self._change.notify_all()

    def wait_for(self, **wanted: Any) -> bool:
        """Until the last telling is so."""

        def so() -> bool:
            last = self.told[-1] if self.told else Link()
            return all(getattr(last, name) == value for name, value in wanted.items())

        with self._change:
            return self._change.wait_for(so, SECONDS)

    def wait_for_more(self, than: int) -> bool:
        """Until there are more tellings than so many."""
        with self._change:
            return self._change.wait_for(lambda: len(self.told) > than, SECONDS)


class Sending(Thread):
    """One request on a thread of its own; `result` is its reply or what was raised."""

    def __init__(self, desk: RemoteDesk, request: Request[Any]) -> None:
        super().__init__(name="sending", daemon=True)
        self._desk, self._request = desk, request
        self.result: Any = None
        self.start()

    def run(self) -> None:
        try:
            self.result = self._desk.send(self._request)
        except Exception as failed:
            self.result = failed

    def ended(self, seconds: float = SECONDS) -> bool:
        """Waits for it; whether it came to an end."""
        self.join(seconds)
        return not self.is_alive()


def console(
    wire: Flaky, spool: Path | None = None, links: Links | None = None, name: str = NAME
) -> RemoteDesk:
    """A console at the other end of a wire."""
    return RemoteDesk(wire.url, certificates().authority, name, spool, links or Links())


def sign_in(desk: RemoteDesk, world: World, who: str = "ana") -> SignedIn:
    """Somebody signs in, with a code that was not used before."""
    world.later(seconds=30)
    return desk.send(SignIn(staff_id=world.staff_id(who), password=PASSWORD, code=world.code()))


def trail(world: World, act: str) -> list[str]:
    """The outcomes on the trail of one act."""
    with world.reading() as store:
        found = store.connection.execute(
            select(tables.audit.c.outcome).where(tables.audit.c.act == act).order_by(tables.audit.c.id)
        )
        return list(found.scalars())


def count(world: World, table: Table) -> int:
    """How many rows there are."""
    with world.reading() as store:
        return int(store.connection.execute(select(func.count()).select_from(table)).scalar_one())
