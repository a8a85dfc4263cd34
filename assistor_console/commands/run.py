"""`assistor-console run`: the console in a window; the desk opens behind it, the window comes first."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from ..domain.terms import Role
from ..gui.fonts import load as load_fonts
from ..gui.frame import ConsoleWindow, PageMaker
from ..gui.messages import Messages
from ..gui.style import wear
from ..gui.tasks import Tasks
from ..gui.theme import Scheme, theme_of
from ..settings import Settings, Theme

if TYPE_CHECKING:
    from ..app import Embedded
    from ..requests.base import Desk


def main(given: argparse.Namespace, settings: Settings) -> int:
    """Opens the window and stays until it is closed; 0."""
    application = QApplication(sys.argv[:1])
    opened: list[Embedded] = []
    window = make_window(application, settings, lambda: _open(settings, opened))
    window.show()
    if given.exit_when_usable:
        _exit_when_usable(application)
    code = application.exec()
    for embedded in opened:
        embedded.close()
    return code


def make_window(
    application: QApplication, settings: Settings, opening: "Callable[[], Desk]"
) -> ConsoleWindow:
    """A console window whose desk is opened by its worker."""
    load_fonts()
    scheme = scheme_of(settings.theme, application)
    wear(application, theme_of(scheme, 1.0, application.style().standardPalette()))
    messages = Messages(settings.language)
    tasks = Tasks(messages)
    tasks.open(opening)
    return ConsoleWindow(tasks, messages, pages_of, language=settings.language)


def scheme_of(theme: Theme, application: QApplication) -> Scheme:
    """The colours a setting asks for; SYSTEM follows the desktop."""
    dark = application.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return {
        Theme.SYSTEM: Scheme.DARK if dark else Scheme.LIGHT,
        Theme.LIGHT: Scheme.LIGHT,
        Theme.DARK: Scheme.DARK,
        Theme.CONTRAST: Scheme.HIGH_CONTRAST,
    }[theme]


def pages_of(role: Role) -> Sequence[PageMaker]:
    """The pages a role sees."""
    from ..gui.roles import pages

    return pages(role)


def _open(settings: Settings, opened: "list[Embedded]") -> "Desk":
    from ..app import open_embedded

    embedded = open_embedded(settings)
    opened.append(embedded)
    return embedded.desk()


def _exit_when_usable(application: QApplication) -> None:
    """Ends the process at once when the first events of the shown window are through."""
    QTimer.singleShot(0, lambda: (application.processEvents(), os._exit(0)))
