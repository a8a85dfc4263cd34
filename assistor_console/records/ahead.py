"""Reading ahead: the next items are made in a thread while the last one is being used."""

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from queue import Full, Queue
from threading import Event, Thread
from typing import Generic, TypeVar

T = TypeVar("T")
_PATIENCE = 0.05  # seconds between looks at whether anybody still wants the next item


@dataclass(frozen=True, slots=True)
class _End:
    error: BaseException | None = None


class Ahead(Iterator[T], Generic[T]):
    """The same items in the same order, up to `depth` of them made meanwhile, from now on.

    An error comes after the items before it. Whoever stops early must `close`: the thread then ends after the
    item it is at, and closes `items` where that can be closed.
    """

    def __init__(self, items: Iterable[T], depth: int = 1) -> None:
        self._ready: Queue[tuple[T] | _End] = Queue(depth)
        self._enough = Event()
        self._maker = Thread(target=self._make, args=(items,), name="ahead", daemon=True)
        self._maker.start()

    def __next__(self) -> T:
        """The next item, waited for."""
        if self._enough.is_set():
            raise StopIteration
        step = self._ready.get()
        if isinstance(step, tuple):
            return step[0]
        self.close()
        raise step.error or StopIteration

    def close(self) -> None:
        """No more items are wanted."""
        self._enough.set()
        self._maker.join()

    def _make(self, items: Iterable[T]) -> None:
        try:
            for item in items:
                self._put((item,))
                if self._enough.is_set():
                    return
            self._put(_End())
        except BaseException as error:  # whatever it is, it belongs to whoever waits
            self._put(_End(error))
        finally:
            if isinstance(items, Generator):
                items.close()

    def _put(self, step: tuple[T] | _End) -> None:
        while not self._enough.is_set():
            try:
                return self._ready.put(step, timeout=_PATIENCE)
            except Full:
                continue
