"""A desk that goes away and comes back, before a real one: what a console far from its desk lives with."""

from collections import deque
from collections.abc import Callable, Iterator
from threading import Condition
from typing import Any

from assistor_console.domain.errors import Refused, Trouble, refused
from assistor_console.domain.terms import Topic
from assistor_console.requests.base import Desk, Envelope, Link, R, Request, Told, untold


class SwitchedDesk:
    """Keeps what may be kept while it is `away`, in the order it came, and sends it when it is `back`.

    `kept` holds what waits now; `tell` is told of every change, on whichever thread it happens. Answers to
    the questions in `refuses` are refused when they are sent at last.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.tell: Callable[[Link], None] = lambda _link: None
        self.kept: deque[Request[Any]] = deque()
        self._here, self._closed, self._refused = True, False, 0
        self._change = Condition()
        self.refuses: set[int] = set()

    @property
    def token(self) -> str:
        """The session."""
        return self.desk.token

    @token.setter
    def token(self, token: str) -> None:
        self.desk.token = token

    def away(self) -> None:
        """The cable is pulled."""
        with self._change:
            self._here, self._refused = False, 0
        self._tell()

    def back(self) -> None:
        """It is plugged in again: what waits goes out, in order."""
        with self._change:
            self._here = True
            self._change.notify_all()
        self._tell()

    def send(self, request: Request[R], envelope: Envelope | None = None, progress: Told = untold) -> R:
        """The reply, at once or when the desk is back; Trouble("desk.unreachable") for what is not kept."""
        with self._change:
            waits = not self._here or bool(self.kept)
        if not waits:
            return self.desk.send(request, envelope, progress)
        if not type(request).kept:
            raise Trouble("desk.unreachable")
        return self._later(request)

    def _later(self, request: Request[R]) -> R:
        envelope = Envelope(self.token, console="test")
        with self._change:
            self.kept.append(request)
        self._tell()
        with self._change:
            self._change.wait_for(lambda: self._closed or (self._here and self.kept[0] is request))
            if self._closed:
                raise Trouble("desk.closed")
        try:
            if getattr(request, "number", 0) in self.refuses:
                raise refused("answer.date")
            return self.desk.send(request, envelope)
        except Refused:
            self._refused += 1
            raise
        finally:
            with self._change:
                self.kept.popleft()
                self._change.notify_all()
            self._tell()

    def _tell(self) -> None:
        with self._change:
            link = Link(self._here, len(self.kept), self._refused)
        self.tell(link)

    def watch(self, *topics: Topic) -> Iterator[Topic]:
        """The real desk's."""
        return self.desk.watch(*topics)

    def close(self) -> None:
        """Ends whatever waits; what is kept stays where it is."""
        with self._change:
            self._closed = True
            self._change.notify_all()
        self.desk.close()
