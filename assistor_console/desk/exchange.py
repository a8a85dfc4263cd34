"""Asking a desk elsewhere until it answers: lost connections and busy servers are tried again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from random import uniform
from threading import Event, Lock
from time import monotonic

from pydantic import ValidationError

from .. import __version__
from ..domain.errors import Trouble
from ..requests import wire
from ..requests.base import Envelope, R, Request, Told
from .connection import Connection, Unreachable

PAUSES = (0.1, 0.4, 1.0)
"""Seconds before each further try; spread, so that consoles do not all come back in the same instant."""
LONGEST_PAUSE = 2.0
STOP_SECONDS, STOP_STEP = 1.0, 0.05
"""How long a thread that was waiting for an answer may take to notice that nobody wants it."""
MOST_BYTES = 16 * 1024 * 1024
AWAY = frozenset({"desk.unreachable", "desk.busy"})
"""Trouble that may be over soon; whether the request was done is not known."""
_REPLY = b'{"reply":'
_BETWEEN = frozenset({502, 503, 504})
"""What a proxy says of a server that is gone."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer of the desk: its status and its body."""

    status: int
    body: bytes

    def problem(self) -> wire.Problem | None:
        """What came instead of a reply, None for a reply; Trouble("desk.wrong_answer") for neither."""
        if self.status == 200:
            return None
        try:
            return wire.Problem.model_validate_json(self.body)
        except ValidationError:
            code = "desk.unreachable" if self.status in _BETWEEN else "desk.wrong_answer"
            raise Trouble(code, status=self.status) from None

    def reply(self, request: Request[R]) -> R:
        """The reply; raises the Refused, AlreadyDone or Trouble that came instead of it."""
        problem = self.problem()
        if problem is not None:
            raise wire.error(problem)
        return read(request, self.body)


def read(request: Request[R], body: bytes) -> R:
    """A reply from its JSON; Trouble("desk.wrong_answer") where it is none."""
    try:
        return request.reply().model_validate_json(body)
    except ValidationError:
        raise Trouble("desk.wrong_answer", status=200) from None


class Exchange:
    """Sends over one connection, one after another; `stop` ends its waits from any thread."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._one = Lock()
        self._stopped = Event()

    def stop(self) -> None:
        """Nothing is sent any more."""
        self._stopped.set()
        until = monotonic() + STOP_SECONDS
        while monotonic() < until:
            self._connection.cut()  # again: what was just about to connect is not ended by it
            if self._one.acquire(timeout=STOP_STEP):
                self._connection.drop()
                self._one.release()
                return

    def post(
        self, path: str, body: bytes, envelope: Envelope, seconds: float, patient: bool = True
    ) -> Answer:
        """A definite answer, after several tries within `seconds` if need be, after one if not `patient`.

        Trouble("desk.unreachable") or ("desk.busy") where none came, ("desk.closed") after `stop`,
        ("request.too_many") where the desk still says so.
        """
        return self._tried(lambda: self._posted(path, body, envelope, seconds), seconds, patient)

    def follow(
        self,
        path: str,
        body: bytes,
        envelope: Envelope,
        seconds: float,
        progress: Told,
        patient: bool = True,
    ) -> Answer:
        """As `post`, for what tells how far it is; the Cancelled that `progress` raises ends it."""
        return self._tried(lambda: self._followed(path, body, envelope, seconds, progress), seconds, patient)

    def _tried(self, once: Callable[[], Answer], seconds: float, patient: bool) -> Answer:
        pauses = iter(PAUSES if patient else ())
        until = monotonic() + seconds
        while True:
            if self._stopped.is_set():
                raise Trouble("desk.closed")
            failed: Exception = Trouble("desk.unreachable")
            pause = 0.0
            try:
                with self._one:
                    answer = once()
                problem = answer.problem()
                if problem is None or not _may_pass(problem):
                    return answer
                pause = _asked_pause(problem)
                failed = wire.error(problem)
            except Unreachable as lost:
                if not lost.fresh and not self._stopped.is_set():
                    continue
            except Trouble as between:
                if between.code not in AWAY:
                    raise
            self._pause(next(pauses, None) if monotonic() < until else None, pause, failed)

    def _pause(self, planned: float | None, asked: float, failed: Exception) -> None:
        """Waits before the next try; raises `failed` where there is none."""
        if self._stopped.is_set():
            raise Trouble("desk.closed")
        if planned is None or asked > LONGEST_PAUSE:
            raise failed
        if self._stopped.wait(max(asked, uniform(planned / 2, planned))):
            raise Trouble("desk.closed")

    def _posted(self, path: str, body: bytes, envelope: Envelope, seconds: float) -> Answer:
        response = self._connection.ask("POST", path, _headers(envelope), body, seconds)
        return self._whole(response)

    def _followed(self, path: str, body: bytes, envelope: Envelope, seconds: float, progress: Told) -> Answer:
        response = self._connection.ask("POST", path, _headers(envelope), body, seconds)
        if response.headers.get_content_type() != wire.LINES:
            return self._whole(response)
        try:
            while (data := response.readline(MOST_BYTES)).endswith(b"\n"):
                if data.startswith(_REPLY):
                    return Answer(200, data.strip()[len(_REPLY) : -1])
                line = wire.Line.model_validate_json(data)
                if line.problem is not None:
                    return Answer(0, line.problem.model_dump_json().encode())
                progress(line.part or 0.0)
        except (OSError, HTTPException):
            raise Unreachable(True) from None
        except ValidationError:
            raise Trouble("desk.wrong_answer", status=200) from None
        finally:
            if not response.isclosed():
                self._connection.drop()  # what is left of the answer would be taken for the next one
        if len(data) >= MOST_BYTES:
            raise Trouble("desk.wrong_answer", status=200)
        raise Unreachable(True)

    def _whole(self, response: HTTPResponse) -> Answer:
        try:
            body = response.read(MOST_BYTES + 1)
        except (OSError, HTTPException):
            self._connection.drop()
            raise Unreachable(True) from None
        if len(body) > MOST_BYTES:
            self._connection.drop()
            raise Trouble("desk.wrong_answer", status=response.status)
        if response.length:  # a body cut short is read without a word
            self._connection.drop()
            raise Unreachable(True)
        if not response.isclosed():
            self._connection.drop()
        if response.status == 200 and response.headers.get_content_type() != wire.JSON:
            raise Trouble("desk.wrong_answer", status=200)
        return Answer(response.status, body)


def _headers(envelope: Envelope) -> Mapping[str, str]:
    return {
        **wire.headers(envelope),
        wire.CONSOLE_VERSION: __version__,
        "content-type": wire.JSON,
    }


def _may_pass(problem: wire.Problem) -> bool:
    """Whether the same question a moment later may get another answer."""
    return problem.code in AWAY or problem.code == "request.too_many"


def _asked_pause(problem: wire.Problem) -> float:
    """How many seconds the desk asks to wait."""
    seconds = problem.values.get("seconds", 0)
    return float(max(0, seconds)) if isinstance(seconds, int) else 0.0
