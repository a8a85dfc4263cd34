"""Reading ahead keeps the order, brings errors to whoever waits, and ends when nobody does."""

import threading
from collections.abc import Iterator

import pytest

from assistor_console.records.ahead import Ahead


def running() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "ahead"]


def test_the_items_come_in_order() -> None:
    assert list(Ahead(range(100))) == list(range(100))
    assert list(Ahead([])) == []
    assert running() == []


def test_an_error_comes_after_the_items_before_it() -> None:
    def items() -> Iterator[int]:
        yield 1
        raise ValueError("broken")

    made = Ahead(items())
    assert next(made) == 1
    with pytest.raises(ValueError, match="broken"):
        next(made)
    assert running() == []


def test_closing_ends_the_thread() -> None:
    seen: list[int] = []

    def items() -> Iterator[int]:
        for number in range(1_000_000):
            seen.append(number)
            yield number

    made = Ahead(items())
    assert next(made) == 0
    made.close()
    assert running() == []
    assert list(made) == []
    assert len(seen) < 10


def test_the_next_item_is_made_meanwhile() -> None:
    second = threading.Event()

    def items() -> Iterator[int]:
        yield 1
        second.set()
        yield 2

    made = Ahead(items())
    assert next(made) == 1
    assert second.wait(5)
    assert list(made) == [2]


def test_items_are_made_before_anybody_asks_and_closed_unasked() -> None:
    first, closed = threading.Event(), threading.Event()

    def items() -> Iterator[int]:
        try:
            first.set()
            yield 1
        finally:
            closed.set()

    made = Ahead(items())
    assert first.wait(5)
    made.close()
    assert closed.is_set()
    assert running() == []
