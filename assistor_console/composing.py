"""A pipeline over a database: what every way of opening a desk has in common."""

import getpass
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from .desk.library import Library
from .desk.local import LocalDesk, OperatorDesk
from .desk.pipeline import Pipeline, handlers
from .domain.terms import Realm, Role
from .first_versions import READERS, first_versions, publication
from .requests.operate import DropLeftOver, Sweep
from .services import (
    access,
    accounts,
    appointments,
    intake,
    interview,
    letters,
    operate,
    review,
    shift,
    sign_in,
    staff,
    trail,
    visits,
)
from .settings import Settings
from .store.database import Database
from .store.opening import found, publish, wind_clock
from .store.schema import bring_up_to_date
from .store.store import Store

SERVICES = (
    *(access, accounts, appointments, intake, interview, letters, operate),
    *(review, shift, sign_in, staff, trail, visits),
)
PRACTICE_STARTS = datetime(2017, 12, 11, 15, 0, tzinfo=UTC)
"""Monday 11 December 2017, 10:00 Eastern."""

Clock = Callable[[], datetime]


def real_time() -> datetime:
    """The time it is (UTC)."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Beside:
    """A desk opened by who works beside its database."""

    pipeline: Pipeline
    settings: Settings

    def desk(self) -> LocalDesk:
        """A desk for one window."""
        return LocalDesk(self.pipeline, self.settings.console_name)

    def operator(self) -> OperatorDesk:
        """The desk of whoever runs this program beside the database."""
        return OperatorDesk(self.pipeline, getpass.getuser())

    def close(self) -> None:
        """Closes the database."""
        self.pipeline.database.close()


def key_path(settings: Settings) -> Path:
    """Where the data key lies."""
    return settings.key_file or settings.data_dir / "desk.key"


def pipeline_over(database: Database, clock: Clock, posts: bool = True) -> Pipeline:
    """Every handler over a database that is ready; `posts` as `Pipeline` has it."""
    return Pipeline(database, handlers(SERVICES), Library(READERS), clock, posts)


def fill(store: Store, realm: Realm, clock: Clock) -> None:
    """Founds a database that is new, checks that it is this realm's and this key's, and publishes.

    Raises Trouble: realm.other, key.wrong.
    """
    found(store, realm, clock(), PRACTICE_STARTS if realm is Realm.PRACTICE else None)
    store.realm.check(realm)
    publish(store, first_versions(), publication)


def compose(database: Database, realm: Realm, clock: Clock = real_time) -> Pipeline:
    """A pipeline over a database that nobody else has open: its schema is brought up to date here, and what
    loads that died have left is dropped."""
    bring_up_to_date(database.engine)
    with database.write() as store:
        fill(store, realm, clock)
        wind_clock(store, clock())
    pipeline = pipeline_over(database, clock)
    desk = OperatorDesk(pipeline, "desk", Role.SYSTEM)
    desk.send(Sweep())
    while desk.send(DropLeftOver(every=True)).more:
        continue
    return pipeline
