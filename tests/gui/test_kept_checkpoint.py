"""A console remembers the trail of its desk: whoever sets the desk back, or changes its trail, is noticed."""

import json
import os
import stat
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from assistor_console.commands.kept_checkpoint import FILE, KeptCheckpoint
from assistor_console.desk.local import LocalDesk
from assistor_console.domain.terms import Language, Reason
from assistor_console.gui.messages import Messages
from assistor_console.gui.tasks import Tasks
from assistor_console.gui.theme import Tone
from assistor_console.gui.widgets.bars import MessageLine
from assistor_console.requests.intake import MyCall, StartCall
from assistor_console.requests.sign_in import SignedIn, SignIn
from tests.worlds import PASSWORD, World, make_world

DESK = "practice desk.example:8443"


class Console:
    """What a console does at sign-in, without its window."""

    def __init__(self, world: World, folder: Path, qtbot: QtBot, desk: str = DESK) -> None:
        self.world, self.qtbot = world, qtbot
        self.messages = Messages()
        self.tasks = Tasks(self.messages, LocalDesk(world.pipeline, "console"))
        self.kept = KeptCheckpoint(folder, desk, self.tasks, self.messages)

    def sign_in(self) -> SignedIn:
        """Somebody signs in, and the kept checkpoint is compared."""
        self.world.later(seconds=30)
        code = self.world.code()
        signed = self.world.send(
            "", SignIn(staff_id=self.world.staff_id("ana"), password=PASSWORD, code=code)
        )
        self.tasks.desk.token = signed.token
        self.kept.compare(signed)
        self.qtbot.waitUntil(lambda: not self.tasks.busy)
        return signed

    @property
    def said(self) -> list[str]:
        """The codes of what was said."""
        return [message.code for message in self.messages.log]


@pytest.fixture
def world(tmp_path: Path) -> World:
    return make_world(f"sqlite:///{tmp_path / 'desk.db'}")


def sealed(world: World, times: int = 1) -> None:
    """Acts, each under a seal."""
    for _ in range(times):
        world.send("ben", MyCall())
        with world.database.write() as store:
            assert store.seals.seal(world.now) is not None


def test_a_desk_that_goes_on_is_in_order(world: World, qtbot: QtBot, tmp_path: Path) -> None:
    sealed(world, 2)
    console = Console(world, tmp_path / "console", qtbot)
    first = console.sign_in().checkpoint
    assert first is not None
    assert (first.number, console.kept.kept()) == (2, first)
    sealed(world)
    again = Console(world, tmp_path / "console", qtbot)
    again.sign_in()
    told = again.kept.kept()
    assert told is not None
    assert told.number == 3
    assert (console.said, again.said) == ([], [])


@pytest.mark.parametrize("language", list(Language))
def test_a_desk_that_was_set_back_is_noticed_until_somebody_looks_into_it(
    world: World, qtbot: QtBot, tmp_path: Path, language: Language
) -> None:
    sealed(world, 2)
    console = Console(world, tmp_path / "console", qtbot)
    told = console.sign_in().checkpoint
    with world.database.write() as store:  # an older copy was put in its place, and work went on
        store.connection.execute(text("delete from seals where number = 2"))
    world.send("ben", StartCall(language=Language.EN, reason=Reason.NEW_PROOFING))
    sealed(world, 4)
    for _ in range(2):
        again = Console(world, tmp_path / "console", qtbot)
        again.messages.language = language
        again.sign_in()
        assert again.said == ["frame.trail_disagrees"]
        (message,) = again.messages.log
        assert (message.tone, message.stands) == (Tone.BAD, True)
        assert "supervisor" in message.text
        assert again.kept.kept() == told, "the proof is not written over"


def test_what_is_kept_is_for_its_desk_and_its_owner(world: World, qtbot: QtBot, tmp_path: Path) -> None:
    sealed(world)
    folder = tmp_path / "console"
    Console(world, folder, qtbot, "live a:1").sign_in()
    Console(world, folder, qtbot, "live b:1").sign_in()
    assert set(json.loads((folder / FILE).read_text())) == {"live a:1", "live b:1"}
    if os.name == "posix":
        assert stat.S_IMODE((folder / FILE).stat().st_mode) == 0o600


def test_a_desk_that_has_sealed_nothing_yet(world: World, qtbot: QtBot, tmp_path: Path) -> None:
    console = Console(world, tmp_path / "console", qtbot)
    assert console.sign_in().checkpoint is None
    assert console.kept.kept() is None


@pytest.mark.parametrize("content", ["", "[]", "{", f'{{"{DESK}": 7}}', f'{{"{DESK}": {{"number": 1}}}}'])
def test_a_file_that_cannot_be_read_is_begun_anew(
    world: World, qtbot: QtBot, tmp_path: Path, content: str
) -> None:
    sealed(world)
    (tmp_path / FILE).write_text(content)
    console = Console(world, tmp_path, qtbot)
    told = console.sign_in().checkpoint
    assert console.kept.kept() == told
    assert console.said == []


def test_a_folder_that_cannot_be_written_to(world: World, qtbot: QtBot, tmp_path: Path) -> None:
    sealed(world)
    (tmp_path / "console").write_text("a file")
    console = Console(world, tmp_path / "console", qtbot)
    console.sign_in()
    assert console.kept.kept() is None
    assert console.said == []


def test_a_message_that_stands_comes_back(qtbot: QtBot) -> None:
    line, messages = MessageLine(), Messages()
    qtbot.addWidget(line)
    messages.said.connect(line.show_message)
    messages.stand("frame.trail_disagrees", number=7, time="Dec 11")
    standing = line.words()
    line.show_words("3 cases")
    assert line.words() == standing, "no words of the page while it stands"
    messages.info("frame.signed_out")
    assert line.words() != standing, "what is said is read all the same"
    assert line._again.isActive()
    line._again.timeout.emit()
    assert line.words() == standing
