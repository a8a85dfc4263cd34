"""A desk that cannot be opened: the sign-in page says why, and goes on saying it."""

from pytestqt.qtbot import QtBot

from assistor_console.domain.errors import Trouble
from assistor_console.gui.frame import ConsoleWindow
from assistor_console.gui.messages import Messages
from assistor_console.gui.pages.sign_in import SignInPage
from assistor_console.gui.tasks import Tasks
from assistor_console.requests.base import Desk


def broken() -> Desk:
    """What opening a desk does while another window has it open."""
    raise Trouble("desk.already_open", folder="the folder")


def test_the_page_says_what_happened_and_nobody_can_type(qtbot: QtBot) -> None:
    messages = Messages()
    tasks = Tasks(messages)
    tasks.open(broken)
    window = ConsoleWindow(tasks, messages, lambda _role: ())
    qtbot.addWidget(window)
    window.show()
    page = window.page
    assert isinstance(page, SignInPage)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert "open already with the data in the folder" in page.state.words()
    assert not page.ui.staff_id.isEnabled()
    assert messages.log[-1].code == "desk.already_open"
