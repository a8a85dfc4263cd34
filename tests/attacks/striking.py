"""Faults at every place a trial passes once its attempt is committed.

A place is a statement or a commit. What happens there is a `Blow`: a bug, the end of the thread, a lost
connection, a lost race, a commit of which nobody hears.

    with Striking(world.pipeline.database.engine) as striking:
        with striking.at(3, Bug()):
            world.send("ana", guess)
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import local
from typing import Any, Self

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import OperationalError


class Ended(BaseException):
    """The thread ends, as in a kill: nothing in the house catches it."""


Blow = Callable[[Connection, str], None]
"""What happens at a place: told the connection and the place's word ("SELECT", "commit")."""


def bug(connection: Connection, place: str) -> None:
    """An error nobody thought of."""
    raise RuntimeError("struck")


def end(connection: Connection, place: str) -> None:
    """The thread is gone."""
    raise Ended


def break_connection(connection: Connection, place: str) -> None:
    """The database hangs up: the pipeline tries once more."""
    gone = OperationalError("", {}, sqlite3.OperationalError("gone"))
    gone.connection_invalidated = True
    raise gone


def run_out_of_disk(connection: Connection, place: str) -> None:
    """Trouble that trying again does not help."""
    raise OperationalError("", {}, sqlite3.OperationalError("database or disk is full"))


def commit_unheard(connection: Connection, place: str) -> None:
    """The commit comes through and the connection breaks before anybody hears of it."""
    if place == "commit":
        connection.connection.commit()
    break_connection(connection, place)


BLOWS: tuple[Blow, ...] = (bug, end, break_connection, run_out_of_disk, commit_unheard)


@dataclass
class _Plan:
    """One request: how many places it has passed since its attempt was committed, and which is struck."""

    place: int | None
    blow: Blow
    committed: bool = False
    passed: int = 0
    struck: bool = False


class Striking:
    """Listens to an engine. A plan holds for the thread that made it, or for all threads (`everywhere`)."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._here = local()
        self._everywhere: _Plan | None = None

    def __enter__(self) -> Self:
        event.listen(self._engine, "before_cursor_execute", self._statement)
        event.listen(self._engine, "commit", self._commit)
        return self

    def __exit__(self, *_: object) -> None:
        event.remove(self._engine, "before_cursor_execute", self._statement)
        event.remove(self._engine, "commit", self._commit)

    @contextmanager
    def at(self, place: int | None, blow: Blow, everywhere: bool = False) -> Iterator[_Plan]:
        """Within the block the next trial is struck at that place, counted from 0; None only counts.

        `everywhere` is for the trial of another thread; this one may look at the database meanwhile.
        """
        plan = _Plan(place, blow)
        self._here.plan = _Plan(None, blow) if everywhere else plan
        self._everywhere = plan if everywhere else None
        try:
            yield plan
        finally:
            self._everywhere, self._here.plan = None, None

    def _statement(self, connection: Connection, _cursor: Any, statement: str, *_: Any) -> None:
        self._pass(connection, statement.split(maxsplit=1)[0])

    def _commit(self, connection: Connection) -> None:
        self._pass(connection, "commit")

    def _pass(self, connection: Connection, place: str) -> None:
        plan = getattr(self._here, "plan", None) or self._everywhere
        if plan is None:
            return
        if not plan.committed:  # the first commit of a trial is that of its attempt
            plan.committed = place == "commit"
            return
        plan.passed += 1
        if plan.passed - 1 == plan.place and not plan.struck:
            plan.struck = True
            plan.blow(connection, place)
