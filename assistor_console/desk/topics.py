"""What was touched, told to whoever listens; never data."""

from collections.abc import Callable, Iterable
from threading import Lock

from ..domain.terms import Topic

Listener = Callable[[Topic], None]


class Board:
    """Tells every listener of a topic that somebody touched it; on the thread that posts."""

    def __init__(self) -> None:
        self._listeners: dict[int, tuple[frozenset[Topic], Listener]] = {}
        self._lock = Lock()
        self._next = 0

    @property
    def listeners(self) -> int:
        """How many listen."""
        return len(self._listeners)

    def post(self, topics: Iterable[Topic]) -> None:
        """Something about these topics has changed."""
        with self._lock:
            for topic in topics:
                for wanted, tell in self._listeners.values():
                    if topic in wanted:
                        tell(topic)

    def listen(self, topics: Iterable[Topic], tell: Listener) -> Callable[[], None]:
        """Calls `tell`, which must not wait, with every touched topic; what is returned ends that."""
        with self._lock:
            self._next += 1
            number = self._next
            self._listeners[number] = frozenset(topics), tell

        def leave() -> None:
            with self._lock:
                self._listeners.pop(number, None)

        return leave
