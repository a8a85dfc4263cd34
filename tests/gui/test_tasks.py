"""Work off the GUI thread: in order, delivered here, every failure told."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from time import monotonic
from typing import Any, cast
from uuid import uuid4

import pytest
from pytestqt.qtbot import QtBot

from assistor_console.domain.errors import AlreadyDone, Cancelled, Trouble, refused
from assistor_console.gui.messages import Messages
from assistor_console.gui.tasks import Tasks
from assistor_console.requests.base import Document, Envelope, Link, R, Request, Told, untold
from assistor_console.requests.intake import SeeCall
from assistor_console.requests.interview import KeepDraft
from assistor_console.requests.letters import RunDocument
from assistor_console.requests.sign_in import Greeting, Hello
from tests.gui.fake_desk import FakeDesk


def test_results_come_in_order_on_the_gui_thread(qtbot: QtBot, tasks: Tasks) -> None:
    came: list[tuple[int, bool]] = []
    for number in range(20):
        tasks.run(partial(int, number)).success(
            lambda result: came.append((result, threading.current_thread() is threading.main_thread()))
        )
    qtbot.waitUntil(lambda: len(came) == 20)
    assert came == [(number, True) for number in range(20)]


def test_work_is_done_elsewhere(qtbot: QtBot, tasks: Tasks) -> None:
    worked: list[str] = []
    tasks.run(lambda: threading.current_thread().name).success(worked.append)
    qtbot.waitUntil(lambda: bool(worked))
    assert worked == ["tasks"]


def test_a_request_brings_its_reply(qtbot: QtBot, tasks: Tasks, desk: FakeDesk) -> None:
    replies: list[Greeting] = []
    tasks.send(Hello()).success(replies.append)
    qtbot.waitUntil(lambda: bool(replies))
    assert replies == [desk.greeting()]


def test_what_is_sent_before_the_desk_is_open_waits(qtbot: QtBot, messages: Messages) -> None:
    tasks, release, replies = Tasks(messages), threading.Event(), list[Greeting]()

    def opening() -> FakeDesk:
        release.wait()
        return FakeDesk()

    tasks.open(opening)
    tasks.send(Hello()).success(replies.append)
    release.set()
    qtbot.waitUntil(lambda: bool(replies))
    tasks.close()


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (refused("sign_in.agree_first"), "sign_in.agree_first"),
        (Trouble("desk.closed"), "desk.closed"),
        (AlreadyDone(), "messages.already_done"),
        (ZeroDivisionError("secret"), "messages.bug"),
    ],
)
def test_a_failure_is_told(
    qtbot: QtBot,
    tasks: Tasks,
    messages: Messages,
    error: Exception,
    code: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail() -> None:
        raise error

    tasks.run(fail)
    qtbot.waitUntil(lambda: bool(messages.log))
    assert [message.code for message in messages.log] == [code]
    assert "secret" not in messages.log[0].text + caplog.text


def test_a_page_may_handle_a_failure_itself(qtbot: QtBot, tasks: Tasks, messages: Messages) -> None:
    seen: list[Exception] = []

    def fail() -> None:
        raise Trouble("desk.closed")

    def handled(error: Exception) -> bool:
        seen.append(error)
        return len(seen) == 1

    tasks.run(fail).failure(handled)
    tasks.run(fail).failure(handled)
    qtbot.waitUntil(lambda: len(seen) == 2 and not tasks.busy)
    assert len(messages.log) == 1


def test_always_comes_first(qtbot: QtBot, tasks: Tasks) -> None:
    said: list[str] = []
    tasks.run(lambda: "result").success(said.append).always(lambda: said.append("always"))
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said == ["always", "result"]


def test_a_bug_keeps_its_id(qtbot: QtBot, tasks: Tasks, messages: Messages) -> None:
    def fail() -> None:
        raise IndexError

    tasks.run(fail)
    tasks.run(fail)
    qtbot.waitUntil(lambda: len(messages.log) == 2)
    assert messages.log[0].text == messages.log[1].text


def test_closing_waits_for_what_was_sent(messages: Messages) -> None:
    tasks, done = Tasks(messages), list[int]()
    for number in range(50):
        tasks.run(partial(done.append, number))
    tasks.close()
    assert done == list(range(50))


def put(said: list[Any], error: Exception) -> bool:
    """Keeps a failure; nobody else need be told."""
    said.append(error)
    return True


class Drawing(FakeDesk):
    """Draws for as long as somebody waits, step by step as the test lets it."""

    def __init__(self) -> None:
        super().__init__()
        self.step = threading.Semaphore(0)
        self.ended: list[str] = []

    def send(self, request: Request[R], envelope: Envelope | None = None, progress: Told = untold) -> R:
        """Ten steps, then what was asked for."""
        if not isinstance(request, RunDocument):
            return super().send(request, envelope, progress)
        for part in range(10):
            self.step.acquire()
            try:
                progress(part / 10)
            except Cancelled:
                self.ended.append("cancelled")
                raise
        self.ended.append("drawn")
        return cast(R, Document(name="run.pdf", media_type="application/pdf", content=b"%PDF"))


class Waiting(FakeDesk):
    """Away from the first moment: keeps what may be kept until it is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.over, self.entered = threading.Event(), list[Request[Any]]()
        self.tell: Callable[[Link], None] = lambda _link: None

    def send(self, request: Request[R], envelope: Envelope | None = None, progress: Told = untold) -> R:
        """Nothing ever comes back."""
        self.entered.append(request)
        self.tell(Link(False, len(self.entered)))
        self.over.wait()
        raise Trouble("desk.closed")

    def close(self) -> None:
        """Whoever waits waits no more."""
        self.over.set()


@pytest.fixture
def drawing(messages: Messages) -> Iterator[tuple[Tasks, Drawing]]:
    """A desk that draws."""
    desk = Drawing()
    tasks = Tasks(messages, desk)
    yield tasks, desk
    desk.step.release(10)
    tasks.close()


def test_progress_is_told_on_the_gui_thread(qtbot: QtBot, drawing: tuple[Tasks, Drawing]) -> None:
    tasks, desk = drawing
    parts: list[tuple[float, bool]] = []
    came: list[Document] = []
    here = threading.current_thread
    task = tasks.send(
        RunDocument(run_id=uuid4()), lambda p: parts.append((p, here() is threading.main_thread()))
    )
    task.success(came.append)
    desk.step.release(10)
    qtbot.waitUntil(lambda: bool(came))
    assert parts == [(part / 10, True) for part in range(10)]


def test_a_cancelled_task_tells_nobody_anything(
    qtbot: QtBot, drawing: tuple[Tasks, Drawing], messages: Messages
) -> None:
    tasks, desk = drawing
    said: list[object] = []
    task = tasks.send(RunDocument(run_id=uuid4()), said.append)
    task.success(said.append).failure(partial(put, said)).always(lambda: said.append("over"))
    desk.step.release(3)
    qtbot.waitUntil(lambda: len(said) == 3)
    task.cancel()
    desk.step.release(1)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert said == [0.0, 0.1, 0.2, "over"] and desk.ended == ["cancelled"]
    assert messages.log == []


def test_what_is_cancelled_before_its_turn_is_never_sent(
    qtbot: QtBot, tasks: Tasks, desk: FakeDesk, messages: Messages
) -> None:
    go, said = threading.Event(), list[str]()
    tasks.run(go.wait)
    task = tasks.send(Hello()).always(lambda: said.append("over"))
    task.cancel()
    go.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert said == ["over"] and desk.sent == [] and messages.log == []


def test_what_is_not_kept_does_not_queue_behind_what_waits(qtbot: QtBot, messages: Messages) -> None:
    desk = Waiting()
    tasks = Tasks(messages, desk)
    desk.tell = tasks.told_link
    call = uuid4()
    tasks.send(KeepDraft(call_id=call, number=1, text="a"))
    refused: list[Exception] = []
    before = tasks.send(SeeCall(call_id=call))  # the console does not know yet that the desk is away
    before.failure(partial(put, refused))
    qtbot.waitUntil(lambda: not tasks.here)
    tasks.send(SeeCall(call_id=call)).failure(partial(put, refused))
    assert refused == [] or len(refused) == 1, "a failure never comes before its receiver is there"
    qtbot.waitUntil(lambda: len(refused) == 2)
    assert [cast(Trouble, error).code for error in refused] == ["desk.unreachable"] * 2
    assert [type(one) for one in desk.entered] == [KeepDraft]
    tasks.close()


def test_what_is_kept_reaches_the_desks_keeping_at_once_and_in_order(
    qtbot: QtBot, messages: Messages
) -> None:
    desk = Waiting()
    tasks = Tasks(messages, desk)
    desk.tell = tasks.told_link
    call = uuid4()
    for number in range(1, 21):
        tasks.send(KeepDraft(call_id=call, number=1, text=str(number)))
    qtbot.waitUntil(lambda: len(desk.entered) == 20)
    assert [cast(KeepDraft, one).text for one in desk.entered] == [str(n) for n in range(1, 21)]
    began = monotonic()
    tasks.close()
    assert monotonic() - began < 3, "closing waits for no desk that is away"


def test_closing_ends_what_is_being_drawn(qtbot: QtBot, messages: Messages) -> None:
    desk = Drawing()
    tasks = Tasks(messages, desk)
    parts: list[float] = []
    tasks.send(RunDocument(run_id=uuid4()), parts.append)
    desk.step.release(1)
    qtbot.waitUntil(lambda: bool(parts))
    desk.step.release(9)
    tasks.close()
    assert desk.ended in (["cancelled"], ["drawn"])


def test_a_desk_that_does_not_open_is_opened_again(qtbot: QtBot, messages: Messages, desk: FakeDesk) -> None:
    tries: list[int] = []

    def opening() -> FakeDesk:
        tries.append(1)
        if len(tries) == 1:
            raise Trouble("desk.unreachable")
        return desk

    tasks, replies = Tasks(messages), list[Greeting]()
    tasks.open(opening)
    tasks.send(Hello()).success(replies.append)
    qtbot.waitUntil(lambda: len(messages.log) == 2 and not tasks.busy)
    tasks.open_again()
    tasks.open_again()  # a desk that is open stays as it is
    tasks.send(Hello()).success(replies.append)
    qtbot.waitUntil(lambda: bool(replies))
    assert len(tries) == 2
    tasks.close()
