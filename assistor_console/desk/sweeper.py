"""Sweeps, once in each span of time however many servers there are."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import uniform

from ..domain.terms import Role
from ..requests.operate import Sweep
from .local import OperatorDesk
from .pipeline import Pipeline

EVERY = timedelta(minutes=10)
"""What rests no longer is gone this much later than policy says."""


class Sweeper:
    """Takes turns with the sweepers of other servers: who comes first sweeps, the others do nothing."""

    def __init__(self, pipeline: Pipeline, clock: Callable[[], datetime]) -> None:
        self._database = pipeline.database
        self._desk = OperatorDesk(pipeline, "desk", Role.SYSTEM)
        self._clock = clock

    def sweep(self) -> bool:
        """Sweeps in short transactions if it is ours to sweep; whether it was.

        Raises Trouble, or sqlalchemy's errors while the database is away.
        """
        # The turn is committed first: while it is open no herald could see past it.
        with self._database.write() as store:
            _, offset = store.realm.read()
            if not store.take_turn_to_sweep(self._clock() + offset, EVERY):
                return False
        while self._desk.send(Sweep()).more:
            continue
        return True

    @staticmethod
    def pause() -> float:
        """Seconds until the next try; uneven, so that servers started together do not try together."""
        return uniform(0.2, 0.6) * EVERY.total_seconds()
