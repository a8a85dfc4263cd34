"""Rotations as a test runs them: without waiting, in small batches, cut off where it likes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from assistor_console.composing import pipeline_over
from assistor_console.desk.local import OperatorDesk
from assistor_console.requests.base import Desk
from assistor_console.services.rotating import Asked
from assistor_console.store.database import Database
from tests.worlds import KEY, START


class Killed(BaseException):
    """As a process that gets no further."""


def operator(database: Database) -> Desk:
    """An operator's desk over a database."""
    return OperatorDesk(pipeline_over(database, lambda: START), "operator")


@contextmanager
def opened(url: str, key: bytes = KEY) -> Iterator[Database]:
    """A database as another program has it open."""
    database = Database(url, key)
    try:
        yield database
    finally:
        database.close()


def quick(**changes: object) -> Asked:
    """Without waiting, and few values at once."""
    asked: dict[str, object] = {"rest": lambda seconds: None, "at_once": 7, **changes}
    return Asked(**asked)  # type: ignore[arg-type]


def dies_at(step: int) -> Callable[[], None]:
    """For `Asked.stepped`: raises Killed at a step, counted from 0."""
    steps = iter(range(10**9))

    def stepped() -> None:
        if next(steps) == step:
            raise Killed

    return stepped
