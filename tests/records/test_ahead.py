"""Reading ahead keeps the order, brings errors to whoever waits, and ends when nobody does."""

import threading
from collections.abc import Iterator

import pytest

from assistor_console.records.ahead import ahead


def running() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "ahead"]


def test_the_items_come_in_order() -> None:
    assert list(ahead(range(100))) == list(range(100))
    assert list(ahead([])) == []
    assert running() == []


def test_an_error_comes_after_the_items_before_it() -> None:
    def items() -> Iterator[int]:
        yield 1
        raise ValueError("broken")

    made = ahead(items())
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

    made = ahead(items())
    assert isinstance(made, Iterator)
    assert next(made) == 0
    made.close()  # type: ignore[attr-defined]
    assert running() == []
    assert len(seen) < 10


def test_the_next_item_is_made_meanwhile() -> None:
    second = threading.Event()

    def items() -> Iterator[int]:
        yield 1
        second.set()
        yield 2

    made = ahead(items())
    assert next(made) == 1
    assert second.wait(5)
    assert list(made) == [2]
