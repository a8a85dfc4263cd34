"""Reading ahead: the next items are made in a thread while the last one is being used."""

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from queue import Full, Queue
from threading import Event, Thread
from typing import TypeVar

T = TypeVar("T")
_PATIENCE = 0.05  # seconds between looks at whether anybody still wants the next item


@dataclass(frozen=True, slots=True)
class _End:
    error: BaseException | None = None


def ahead(items: Iterable[T], depth: int = 1) -> Iterator[T]:
    """The same items in the same order, `depth` made meanwhile; an error comes after the items before it.

    Closing this iterator ends the thread after the item it is at.
    """
    ready: Queue[tuple[T] | _End] = Queue(depth)
    enough = Event()
    maker = Thread(target=_make, args=(items, ready, enough), name="ahead", daemon=True)
    maker.start()
    try:
        while isinstance(step := ready.get(), tuple):
            yield step[0]
        if step.error:
            raise step.error
    finally:
        enough.set()
        maker.join()


def _make(items: Iterable[T], ready: "Queue[tuple[T] | _End]", enough: Event) -> None:
    try:
        for item in items:
            _put((item,), ready, enough)
            if enough.is_set():
                return
        _put(_End(), ready, enough)
    except BaseException as error:  # whatever it is, it belongs to whoever waits
        _put(_End(error), ready, enough)
    finally:
        if isinstance(items, Generator):
            items.close()


def _put(step: tuple[T] | _End, ready: "Queue[tuple[T] | _End]", enough: Event) -> None:
    while not enough.is_set():
        try:
            return ready.put(step, timeout=_PATIENCE)
        except Full:
            continue
