"""A desk over PostgreSQL: served to consoles by any number of servers, operated from beside it."""

from dataclasses import dataclass

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from .composing import (
    Beside,
    Clock,
    database_at,
    key_source,
    open_prepared,
    pipeline_over,
    real_time,
    sealing_of,
)
from .desk.herald import SECONDS, Herald, touches
from .desk.pipeline import Pipeline
from .desk.rounds import Rounds
from .desk.sealer import Sealing
from .desk.sweeper import Sweeper
from .domain.errors import Trouble
from .requests.wire import kinds
from .settings import Settings
from .store import grants, rights
from .store.database import Database
from .store.engines import BESIDE, SERVING, Limits
from .store.failures import told
from .store.key_source import KeySource
from .store.schema import check_fit


@dataclass(frozen=True, slots=True)
class Served:
    """A desk that a server serves: its pipeline, with a herald, a sweeper and a sealer on threads of their
    own."""

    pipeline: Pipeline
    rounds: tuple[Rounds, ...]
    sealing: Sealing

    def ready(self) -> bool:
        """Whether the database answers and still has a schema this program works with."""
        for _ in range(2):  # the first connection may have died since it was last used
            try:
                with self.pipeline.database.read() as store:
                    check_fit(store.connection)
                return True
            except DBAPIError as failed:
                if not failed.connection_invalidated:
                    return False
            except (PoolTimeout, Trouble):
                return False
        return False

    def unsealed(self) -> float:
        """For how many seconds the oldest row of the trail has waited to be sealed, when last looked."""
        return self.sealing.sealer.waited

    def close(self) -> None:
        """Ends the rounds, seals a last time and closes the database."""
        for rounds in self.rounds:
            rounds.stop()
        self.sealing.close()
        self.pipeline.database.close()


def open_served(settings: Settings, clock: Clock = real_time, source: KeySource | None = None) -> Served:
    """Opens a prepared database as a server does; any number of servers may at the same time. `source` is
    where the key is kept, where this process cannot find that out by itself.

    Raises Trouble: key.…, database.…, schema.older, schema.newer, realm.other, and database.login_mighty for
    a login that can do more than a server may.
    """
    database = _opened(settings, SERVING, source)
    try:
        with told(), database.read() as store:
            grants.refuse_mighty(store.connection, rights.current_login(store.connection))
        pipeline = pipeline_over(database, clock, posts=False)
        with told():
            herald = Herald(database, pipeline.board, touches(kinds()))
    except BaseException:
        database.close()
        raise
    sweeper = Sweeper(pipeline, clock)
    rounds = (
        Rounds("herald", herald.look, lambda: SECONDS),
        Rounds("sweeper", sweeper.sweep, sweeper.pause),
    )
    for each in rounds:
        each.start()
    return Served(pipeline, rounds, sealing_of(pipeline, clock, settings.checkpoints))


def open_central(settings: Settings, clock: Clock = real_time) -> Beside:
    """Opens a prepared database for an operator; servers go on meanwhile. Raises Trouble as `open_served`."""
    pipeline = pipeline_over(_opened(settings, BESIDE), clock)
    return Beside(pipeline, settings, sealing_of(pipeline, clock, settings.checkpoints))


def _opened(settings: Settings, limits: Limits, source: KeySource | None = None) -> Database:
    source = source or key_source(settings)
    database = database_at(settings.database, source, limits)
    try:
        with told(), database.read() as store:
            open_prepared(store, settings.realm, source)
    except BaseException:
        database.close()
        raise
    return database
