"""The call page where a record is closed to whoever took the call: what to do, and how it goes on."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from assistor_console.domain.errors import Refusal
from assistor_console.domain.terms import Due, Language
from assistor_console.gui.pages.call.notice import StuckStep
from assistor_console.requests.access import FlagRecord, ReleaseRecord, SeeAlerts
from assistor_console.requests.intake import EndCall
from assistor_console.requests.staff import LinkHousehold
from tests.callers import MARISOL, Caller
from tests.gui import walk
from tests.gui.call_keys import K, Keyboard
from tests.gui.real_desk import focused
from tests.worlds import World, make_world


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A practice desk with a caller on file."""
    made = make_world(f"sqlite:///{tmp_path / 'desk.db'}")
    made.load(*MARISOL.records)
    yield made
    made.database.close()


def flagged(world: World) -> None:
    """The caller has phoned before, and a supervisor has flagged their record."""
    caller = Caller(world, MARISOL, "ben")
    caller.reach_tax()
    assert caller.seen.case
    caller.send(EndCall(call_id=caller.seen.call_id))
    world.send("sup", FlagRecord(case_id=caller.seen.case.id, reason="Known to the public"))


def ask_who(keys: Keyboard) -> None:
    """Number and name: then the desk looks who is calling."""
    keys.greet()
    for number in (1, 2):
        keys.until(partial(keys.asks, number))
        keys.answer(MARISOL.identity[number])
    keys.until(lambda: isinstance(keys.page.step, StuckStep))


def whole(keys: Keyboard) -> list[str]:
    walk.settle()
    page = keys.page
    return [*walk.cut_off(page), *walk.unnamed(page), *walk.keys_twice(page), *walk.outside(page)]


@pytest.mark.parametrize("language", list(Language))
def test_after_a_release_enter_goes_on(
    qtbot: QtBot, world: World, tmp_path: Path, language: Language
) -> None:
    flagged(world)
    keys = Keyboard(qtbot, world, tmp_path, language=language)
    keys.window.resize(1024, 640)
    ask_who(keys)
    step = keys.page.step
    assert isinstance(step, StuckStep) and focused() is step.ui.go
    enter = {Language.EN: "press Enter again", Language.ES: "pulse Intro otra vez"}[language]
    assert enter in step.ui.text.text() and not keys.page.barred.isVisible()
    assert whole(keys) == []
    for _ in range(3):  # too early, and it costs nothing
        keys.press(K.Key_Return)
        keys.until(lambda: keys.page.step is step)
    alert = world.send("sup", SeeAlerts()).alerts[0]
    assert alert.may_release and alert.who == "Ana"
    world.send("sup", ReleaseRecord(alert_id=alert.alert_id, reason="The caller is on the line"))
    keys.press(K.Key_Return)
    keys.due(Due.ANSWER)
    assert keys.seen.case is not None


def test_a_record_of_ones_own_household_ends_the_call(qtbot: QtBot, world: World, tmp_path: Path) -> None:
    world.send("sup", LinkHousehold(person=world.people["ana"], household=(MARISOL.filer.tin,)))
    keys = Keyboard(qtbot, world, tmp_path)
    ask_who(keys)
    step = keys.page.step
    assert isinstance(step, StuckStep)
    assert step.ui.title.text() == "A colleague takes this call"
    assert not step.ui.go.isVisible() and focused() is step.ui.other
    assert whole(keys) == []
    keys.press(K.Key_Return)
    keys.until(lambda: keys.page.seen is None)
    assert not keys.page.barred.isVisible()


def test_any_other_step_says_it_over_the_work(qtbot: QtBot, world: World, tmp_path: Path) -> None:
    keys = Keyboard(qtbot, world, tmp_path)
    keys.greet()
    clears = world.now + timedelta(minutes=14)
    refusal = Refusal("authority.throttled", {"most": 40, "minutes": 60}, clears)
    keys.tasks.refused.emit(refusal)
    assert keys.page.barred.isVisible()
    said = keys.page.barred.accessibleName()
    assert "No more records for now" in said and "10:14 AM" in said
    assert whole(keys) == []
    keys.type("1")
    assert keys.question.editor is not None and keys.question.editor.value() == "1"
    keys.page.show_call(keys.seen)
    assert not keys.page.barred.isVisible()
