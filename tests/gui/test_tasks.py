"""Work off the GUI thread: in order, delivered here, every failure told."""

import threading
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from assistor_console.domain.errors import AlreadyDone, Trouble, refused
from assistor_console.gui.messages import Messages
from assistor_console.gui.tasks import Tasks
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
