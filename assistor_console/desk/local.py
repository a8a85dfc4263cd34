"""Desks in this process: one for a signed-in person, one for an operator."""

from collections.abc import Callable, Iterator
from queue import SimpleQueue

from ..domain.terms import Role, Topic
from ..requests.base import Envelope, R, Request, Told, untold
from ..requests.sign_in import SignOut
from ..store.people import Who
from .pipeline import Pipeline


class LocalDesk:
    """A Desk over a pipeline in this process; `token` is the session it speaks for."""

    def __init__(self, pipeline: Pipeline, console: str = "") -> None:
        self.token = ""
        self.console = console
        self._pipeline = pipeline
        self._watching: list[tuple[SimpleQueue[Topic | None], Callable[[], None]]] = []

    def send(self, request: Request[R], envelope: Envelope | None = None, progress: Told = untold) -> R:
        """The reply; raises Refused, AlreadyDone, Trouble or Cancelled."""
        envelope = envelope or Envelope(self.token, console=self.console)
        reply = self._pipeline.run(envelope, request, progress=progress)
        if isinstance(request, SignOut):
            self.close()  # nobody is left who may watch
        return reply

    def watch(self, *topics: Topic) -> Iterator[Topic]:
        """Topics somebody touched, until the desk is closed."""
        self._pipeline.may_watch(self.token, topics)
        queue: SimpleQueue[Topic | None] = SimpleQueue()
        self._watching.append((queue, self._pipeline.board.listen(topics, queue.put)))
        return iter(queue.get, None)

    def close(self) -> None:
        """Ends every watch."""
        for queue, leave in self._watching:
            leave()
            queue.put(None)
        self._watching.clear()


class OperatorDesk:
    """A Desk for who works beside the database; the operating system's name goes on the trail."""

    def __init__(self, pipeline: Pipeline, name: str, role: Role = Role.OPERATOR) -> None:
        self.token = ""
        self._pipeline = pipeline
        self._who = Who(role=role, name=name)
        self._name = name

    def send(self, request: Request[R], envelope: Envelope | None = None, progress: Told = untold) -> R:
        """The reply; raises Refused, AlreadyDone, Trouble or Cancelled."""
        envelope = envelope or Envelope(console=f"operator {self._name}")
        return self._pipeline.run(envelope, request, self._who, progress)

    def watch(self, *topics: Topic) -> Iterator[Topic]:
        """Nothing: an operator command looks at nothing live."""
        return iter(())

    def close(self) -> None:
        """Nothing is held open."""
