"""What was touched, told to whoever watches; never data."""

from collections.abc import Iterable, Iterator
from queue import SimpleQueue
from threading import Lock

from ..domain.terms import Topic

Watcher = SimpleQueue[Topic | None]


class Board:
    """Hands every posted topic to every watcher of it."""

    def __init__(self) -> None:
        self._watchers: dict[int, tuple[frozenset[Topic], Watcher]] = {}
        self._lock = Lock()

    def post(self, topics: Iterable[Topic]) -> None:
        """Something about these topics has changed."""
        with self._lock:
            for topic in topics:
                for wanted, queue in self._watchers.values():
                    if topic in wanted:
                        queue.put(topic)

    def watch(self, topics: Iterable[Topic]) -> Watcher:
        """A queue that gets every change of these topics, and None at the end."""
        queue: Watcher = SimpleQueue()
        with self._lock:
            self._watchers[id(queue)] = frozenset(topics), queue
        return queue

    def leave(self, queue: Watcher) -> None:
        """Ends a watch: its reader gets None."""
        with self._lock:
            self._watchers.pop(id(queue), None)
        queue.put(None)


def read(queue: Watcher) -> Iterator[Topic]:
    """Topics as they come, until the watch ends."""
    while (topic := queue.get()) is not None:
        yield topic
