"""`assistor-console run`: the console in a window; the desk, here or elsewhere, opens behind it."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from threading import Event, Thread, current_thread, main_thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from .. import crash
from ..domain.errors import Trouble
from ..domain.terms import Realm, Role
from ..gui.fonts import load as load_fonts
from ..gui.frame import ConsoleWindow, PageMaker
from ..gui.messages import Messages
from ..gui.style import wear
from ..gui.task import report
from ..gui.tasks import Tasks
from ..gui.texts import Say
from ..gui.theme import Scheme, theme_of
from ..gui.widgets.progress import Progress
from ..settings import Settings, Theme
from . import console_log
from .kept_checkpoint import KeptCheckpoint
from .look import remember, remembered
from .screen import need_screen

if TYPE_CHECKING:
    from ..app import Beside
    from ..desk.remote import RemoteDesk
    from ..requests.base import Desk

SPOOL = "spool"
"""The folder beside a console's data where it keeps what waits for a desk that is away."""


def main(given: argparse.Namespace, settings: Settings) -> int:
    """Opens the window and stays until it is closed; 0."""
    need_screen()
    console_log.begin(settings.data_dir)
    application = QApplication(sys.argv[:1])
    opening: Opening | Connecting = Connecting(settings) if settings.desk else Opening(settings)
    messages = Messages(settings.language)
    crash.watch(partial(tell_bug, messages))
    window = make_window(application, settings, opening.open, messages)
    if isinstance(opening, Opening):
        opening.show_progress_on(window)
    window.show()
    if given.exit_when_usable:
        _exit_when_usable(application)
    code = application.exec()
    opening.close()
    shiboken6.delete(window)  # a window must not outlive its application
    if opening.failed is not None:
        raise opening.failed
    return code


class Opening(QObject):
    """Opens a desk on this machine on the window's worker, and fills a new practice desk with progress.

    It is the embedded one, or that of the PostgreSQL whose owner founds it here.
    """

    progressed = Signal(float, str)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._opened: Beside | None = None
        self._cancelled = Event()
        self.failed: Trouble | None = None

    def open(self, tasks: Tasks) -> "Desk":
        """Runs on the worker: everything slow is imported here."""
        from ..app import open_beside

        try:
            self._opened = open_beside(self._settings)
        except Trouble as failed:
            self.failed = failed
            raise
        self.failed = None
        self._fill(self._opened)
        Thread(target=_read_ahead, daemon=True).start()
        return self._opened.desk()

    def show_progress_on(self, window: ConsoleWindow) -> None:
        """Shows how far the practice data are, with Cancel."""
        say = Say(self._settings.language)
        progress = Progress(say, window)
        progress.cancelled.connect(self._cancelled.set)

        def reached(part: float, name: str) -> None:
            if part == 0.0:
                progress.begin(say("run.practice_title"), say("run.practice_words"))
            elif part < 1.0:
                progress.show_part(part, say("run.practice_file", name=name))
            else:
                progress.end()

        self.progressed.connect(reached)

    def close(self) -> None:
        """Closes the desk, if it was opened."""
        if self._opened is not None:
            self._opened.close()

    def _fill(self, opened: "Beside") -> None:
        from ..practice import is_empty, prepare

        if self._settings.realm is not Realm.PRACTICE or not is_empty(opened):
            return
        try:
            prepare(opened, progress=self.progressed.emit, cancelled=self._cancelled.is_set)
        finally:
            self.progressed.emit(1.0, "")


class Connecting:
    """Connects to a desk elsewhere on the window's worker; nothing of what rests there is imported."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._connected = False
        self.failed: Trouble | None = None

    def open(self, tasks: Tasks) -> "Desk":
        """Runs on the worker; how the desk stands is told once it is connected.

        Raises Trouble: desk.unreachable, desk.certificate, console.too_old, realm.other.
        """
        from ..desk.remote import RemoteDesk

        settings = self._settings
        try:
            desk = RemoteDesk(
                settings.desk,
                settings.trust,
                settings.console_name,
                settings.data_dir / SPOOL,
                lambda link: tasks.told_link(link) if self._connected else None,
            )
            self._connect(desk)
        except Trouble as failed:
            self.failed = failed
            raise
        self._connected, self.failed = True, None
        return desk

    def _connect(self, desk: "RemoteDesk") -> None:
        try:
            desk.connect(self._settings.realm)
        except Trouble:
            desk.close()
            raise

    def close(self) -> None:
        """The window's worker has closed the desk already."""


def _read_ahead() -> None:
    from ..published.warm import warm_up

    warm_up(datetime.now(UTC).date())


def make_window(
    application: QApplication,
    settings: Settings,
    opening: "Callable[[Tasks], Desk]",
    messages: Messages | None = None,
) -> ConsoleWindow:
    """A console window whose desk is opened by its worker; `opening` is given that worker's tasks.

    It looks as it was made to look last, unless settings name its colours.
    """
    load_fonts()
    chosen, scale = remembered(settings.data_dir)
    scheme = scheme_of(settings.theme, application)
    if chosen is not None and settings.theme is Theme.SYSTEM:
        scheme = chosen
    wear(application, theme_of(scheme, scale, application.style().standardPalette()))
    messages = messages or Messages(settings.language)
    tasks = Tasks(messages)
    tasks.open(partial(opening, tasks))
    address = urlsplit(settings.desk).netloc
    window = ConsoleWindow(tasks, messages, pages_of, language=settings.language, address=address)
    window.look_changed.connect(partial(remember, settings.data_dir))
    kept = KeptCheckpoint(settings.data_dir, f"{settings.realm} {address}".strip(), tasks, messages)
    window.signed_in.connect(kept.compare)
    return window


def tell_bug(messages: Messages, bug: BaseException) -> None:
    """An id for the log, and for the person where it struck on their own thread."""
    id = report(bug)
    if current_thread() is main_thread():
        messages.bug(id)


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


def _exit_when_usable(application: QApplication) -> None:
    """Ends the process at once when the first events of the shown window are through."""
    QTimer.singleShot(0, lambda: (application.processEvents(), os._exit(0)))
