"""Rounds on a thread of their own: nothing but being stopped ends them, and the log says what and when."""

import logging
from collections.abc import Callable
from queue import Queue

import pytest
from sqlalchemy.exc import OperationalError

from assistor_console.desk.rounds import Rounds

SECONDS = 20
AWAY = OperationalError("select", None, Exception("123-00-4417"))


class Steps:
    """Does one thing after the other, each when it is asked for, and says when it is done."""

    def __init__(self, *steps: Callable[[], None]) -> None:
        self.done: Queue[int] = Queue()
        self._steps = iter(enumerate(steps))

    def __call__(self) -> None:
        number, step = next(self._steps, (0, lambda: None))
        self.done.put(number)
        step()

    def go(self, count: int) -> None:
        """Rounds until so many steps are begun; the one before the last is then over."""
        rounds = Rounds("rounds", self, lambda: 0.001)
        rounds.start()
        for _ in range(count):
            self.done.get(timeout=SECONDS)
        rounds.stop()


def fails(error: Exception) -> Callable[[], None]:
    def fail() -> None:
        raise error

    return fail


def test_trouble_is_told_when_it_begins_and_when_it_ends(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    well: Callable[[], None] = lambda: None  # noqa: E731
    Steps(well, fails(AWAY), fails(AWAY), fails(AWAY), well, well).go(8)
    assert [record.message for record in caplog.records] == [
        "rounds: OperationalError",
        "rounds: goes on",
    ]


def test_a_bug_ends_nothing_and_its_words_are_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    Steps(fails(LookupError("123-00-4417")), lambda: None).go(4)
    assert "bug in rounds: LookupError" in caplog.text
    assert "123-00" not in caplog.text


def test_it_stops_at_once_in_a_long_pause() -> None:
    rounds = Rounds("rounds", lambda: None, lambda: 3600.0)
    rounds.start()
    rounds.stop()
    assert not rounds._thread.is_alive()
