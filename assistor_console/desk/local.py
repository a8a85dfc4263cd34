"""Desks in this process: one for a signed-in person, one for an operator."""

from collections.abc import Iterator

from ..domain.terms import Role, Topic
from ..requests.base import Envelope, R, Request
from ..store.people import Who
from .pipeline import Pipeline
from .topics import Watcher, read


class LocalDesk:
    """A Desk over a pipeline in this process; `token` is the session it speaks for."""

    def __init__(self, pipeline: Pipeline, console: str = "") -> None:
        self.token = ""
        self.console = console
        self._pipeline = pipeline
        self._watching: list[Watcher] = []

    def send(self, request: Request[R], envelope: Envelope | None = None) -> R:
        """The reply; raises Refused, AlreadyDone or Trouble."""
        return self._pipeline.run(envelope or Envelope(self.token, console=self.console), request)

    def watch(self, *topics: Topic) -> Iterator[Topic]:
        """Topics somebody touched, until the desk is closed."""
        queue = self._pipeline.board.watch(topics)
        self._watching.append(queue)
        return read(queue)

    def close(self) -> None:
        """Ends every watch."""
        for queue in self._watching:
            self._pipeline.board.leave(queue)
        self._watching.clear()


class OperatorDesk:
    """A Desk for who works beside the database; the operating system's name goes on the trail."""

    def __init__(self, pipeline: Pipeline, name: str, role: Role = Role.OPERATOR) -> None:
        self.token = ""
        self._pipeline = pipeline
        self._who = Who(role=role, name=name)
        self._name = name

    def send(self, request: Request[R], envelope: Envelope | None = None) -> R:
        """The reply; raises Refused, AlreadyDone or Trouble."""
        return self._pipeline.run(envelope or Envelope(console=f"operator {self._name}"), request, self._who)

    def watch(self, *topics: Topic) -> Iterator[Topic]:
        """Nothing: an operator command looks at nothing live."""
        return iter(())

    def close(self) -> None:
        """Nothing is held open."""
