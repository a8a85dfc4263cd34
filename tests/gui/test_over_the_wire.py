"""The real windows at a desk elsewhere: over HTTPS, through a cable that is pulled and put back."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from assistor_console.desk.remote import RemoteDesk
from assistor_console.domain.terms import Due, State
from assistor_console.gui.pages.letter_run import LetterRunsPage
from assistor_console.gui.pages.queue import QueuesPage
from assistor_console.gui.pages.sign_in import SignInPage
from assistor_console.requests.base import Link
from assistor_console.requests.review import SeeQueues
from tests.callers import MARISOL, Caller
from tests.gui.call_keys import CTRL, K, Keyboard
from tests.gui.real_desk import empty_world, held, passed, press, settle, window_of
from tests.gui.relay import Relay, relayed
from tests.gui.test_link import desk_mark, shown, stored
from tests.serving import Address, served
from tests.worlds import World

SEEDS = range(4)
PATIENCE_MS = 20_000


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A practice desk with one caller on file."""
    made = empty_world(tmp_path)
    made.load(*MARISOL.records)
    yield made
    made.database.close()


@pytest.fixture
def wire(world: World, tmp_path: Path) -> Iterator[tuple[Relay, Address]]:
    """A server over that desk, and the cable to it."""
    with (
        served(world.pipeline, tmp_path, look_again=1.0) as there,
        relayed(urlsplit(there.url).port or 0) as relay,
    ):
        yield relay, Address(f"https://localhost:{relay.port}", there.trust)


class Far:
    """Makes desks at the other end of the cable."""

    def __init__(self, address: Address, folder: Path) -> None:
        self._address, self._folder = address, folder

    def desk(self, console: str = "test") -> tuple[RemoteDesk, Callable[[Callable[[Link], None]], None]]:
        """A desk, and what says whom it tells how it stands."""
        told: list[Callable[[Link], None]] = []
        address, folder = self._address, self._folder / "spool"
        desk = RemoteDesk(
            address.url, address.trust, console, folder, lambda link: told[0](link) if told else None
        )
        return desk, told.append


@pytest.fixture
def far(wire: tuple[Relay, Address], tmp_path: Path) -> Far:
    return Far(wire[1], tmp_path)


@pytest.fixture
def relay(wire: tuple[Relay, Address]) -> Relay:
    return wire[0]


def assistor(qtbot: QtBot, world: World, folder: Path, far: Far) -> Keyboard:
    """Somebody signed in at a console of the desk elsewhere."""
    desk, tell = far.desk()
    keys = Keyboard(qtbot, world, folder / "papers", desk=desk)
    tell(keys.tasks.told_link)
    return keys


def test_an_interview_goes_over_the_wire_and_through_an_outage(
    qtbot: QtBot, world: World, tmp_path: Path, far: Far, relay: Relay
) -> None:
    keys = assistor(qtbot, world, tmp_path, far)
    keys.greet()
    keys.answer(MARISOL.identity[1])
    keys.answer(MARISOL.identity[2])
    keys.until(lambda: keys.asks(3) and len(keys.seen.recorded) == 2)
    relay.cut()
    for number in (3, 4, 5):
        assert keys.asks(number)
        keys.answer(MARISOL.identity[number])
    qtbot.waitUntil(lambda: "(3 waiting)" in shown(keys), timeout=PATIENCE_MS)
    assert desk_mark(keys) == "Desk does not answer"
    assert sorted(stored(world, keys)) == [1, 2]
    keys.press(K.Key_D, hold=CTRL)
    qtbot.waitUntil(lambda: keys.messages.log[-1].code == "desk.unreachable")
    relay.mend()
    qtbot.waitUntil(lambda: not shown(keys) and keys.seen.due is Due.ANSWER, timeout=PATIENCE_MS)
    assert sorted(stored(world, keys)) == [1, 2, 3, 4, 5]
    assert "The desk is back; what was kept here was sent (3)." in [m.text for m in keys.messages.log]
    keys.taxes(Caller(world, MARISOL))
    keys.due(Due.SCORE)
    keys.press(K.Key_Return)
    keys.due(Due.ISSUE_ACCOUNT)


def test_what_was_typed_before_the_console_ended_is_there_at_the_next_sign_in(
    qtbot: QtBot, world: World, tmp_path: Path, far: Far, relay: Relay
) -> None:
    keys = assistor(qtbot, world, tmp_path, far)
    keys.greet()
    call = keys.seen.call_id
    relay.cut()
    keys.answer(MARISOL.identity[1])
    qtbot.waitUntil(lambda: "(1 waiting)" in shown(keys), timeout=PATIENCE_MS)
    keys.type("Marisol A")
    assert keys.window.close()
    relay.mend()
    world.later(seconds=31)  # a security code is good once
    again = assistor(qtbot, world, tmp_path, far)
    qtbot.waitUntil(lambda: again.page.seen is not None and again.seen.call_id == call)
    qtbot.waitUntil(lambda: again.asks(2), timeout=PATIENCE_MS)
    assert stored(world, again) == {1: MARISOL.filer.tin}
    assert again.question.editor is not None and again.question.editor.value() == "Marisol A"


@pytest.mark.parametrize("seed", SEEDS)
def test_no_answer_is_lost_whenever_the_cable_is_pulled(
    qtbot: QtBot, world: World, tmp_path: Path, far: Far, relay: Relay, seed: int
) -> None:
    keys = assistor(qtbot, world, tmp_path, far)
    keys.greet()
    chance, whole = Random(seed), True
    for number in range(1, 6):
        if not keys.asks(number) and not whole:
            relay.mend()
            whole = True
        qtbot.waitUntil(partial(keys.asks, number), timeout=PATIENCE_MS)
        for letter in MARISOL.identity[number] if number != 5 else "1":
            if chance.random() < 0.1:
                relay.cut() if whole else relay.mend()
                whole = not whole
            keys.type(letter)
        keys.press(K.Key_Return)
    if not whole:
        relay.mend()
    qtbot.waitUntil(lambda: not shown(keys) and len(keys.seen.recorded) == 5, timeout=PATIENCE_MS)
    there = stored(world, keys)
    assert sorted(there) == [1, 2, 3, 4, 5] and there[1] == MARISOL.filer.tin


def test_a_supervisors_list_follows_over_the_wire_and_catches_up_after_a_break(
    qtbot: QtBot, world: World, tmp_path: Path, far: Far, relay: Relay
) -> None:
    held(world, "RAFAEL<MONTOYA", 3001)
    desk, tell = far.desk()
    window = window_of(qtbot, world, "karina alvarado", desk=desk)
    tell(window._tasks.told_link)
    page = window.page
    assert isinstance(page, QueuesPage) and page.table.total == 1
    held(world, "COLLEEN<FITZGERALD", 3002)
    qtbot.waitUntil(lambda: page.table.total == 2, timeout=PATIENCE_MS)
    relay.cut()
    qtbot.waitUntil(window.link_banner.isVisible, timeout=PATIENCE_MS)
    held(world, "BEATRIZ<SANTANA", 3003)
    relay.mend()
    qtbot.waitUntil(lambda: not window.link_banner.isVisible(), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: page.table.total == 3, timeout=PATIENCE_MS)
    assert {row.state for row in page.table.cases.rows()} == {State.HELD}


def test_signing_in_at_another_console_ends_the_session_at_the_first(
    qtbot: QtBot, world: World, far: Far
) -> None:
    window = window_of(qtbot, world, "karina alvarado", desk=far.desk("one")[0])
    world.later(seconds=31)  # a security code is good once
    other = window_of(qtbot, world, "karina alvarado", desk=far.desk("two")[0])
    qtbot.waitUntil(lambda: isinstance(window.page, SignInPage), timeout=PATIENCE_MS)
    assert isinstance(other.page, QueuesPage)
    assert window.page.state.words().startswith("Your session has ended")  # type: ignore[attr-defined]


def test_pages_of_a_run_come_over_the_wire(qtbot: QtBot, world: World, far: Far) -> None:
    passed(world, "MINH<NGUYEN", 2001)
    window = window_of(qtbot, world, "karina alvarado", desk=far.desk()[0])
    press(Qt.Key.Key_2, hold=CTRL)
    settle(qtbot, window)
    page = window.page
    assert isinstance(page, LetterRunsPage)
    press(Qt.Key.Key_Return, hold=CTRL)
    settle(qtbot, window)
    press(Qt.Key.Key_O, hold=CTRL)
    settle(qtbot, window)
    assert page.preview.count == 1


def test_closing_the_window_ends_the_session_at_the_desk(qtbot: QtBot, world: World, far: Far) -> None:
    window = window_of(qtbot, world, "karina alvarado", desk=far.desk()[0])
    token = window._tasks.desk.token
    window.close()
    later, _ = far.desk()
    later.token = token
    with pytest.raises(Exception, match=r"authority\.signed_out"):
        later.send(SeeQueues())
    later.close()
