"""Says that the desk is away, what becomes of what is typed meanwhile, and that it is back."""

from functools import partial
from random import uniform
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from .messages import Messages
from .tasks import Tasks
from .texts import Say
from .theme import Tone
from .widgets.notices import Banner

if TYPE_CHECKING:
    from ..requests.base import Link

LOOK_MS, LATER_MS = 5_000, 1_000
"""How often it is looked whether a desk that keeps nothing is back, spread; how long after a greeting more is
said."""


class LinkBanner(QWidget):
    """A banner over the pages while the desk is away, and nothing while it is here.

    What waits on this computer is sent by the desk itself; where nothing waits, this looks from time to time.
    """

    def __init__(self, tasks: Tasks, messages: Messages, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._messages, self._say = tasks, messages, say
        self._away = False
        self._most = self._refused = 0
        self._banner = Banner(self, tone=Tone.WARN, icon="cloud-slash")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addWidget(self._banner)
        self._look = QTimer(self, singleShot=True)
        self._look.timeout.connect(self._on_look)
        tasks.link_changed.connect(self._on_link)
        self.hide()

    def words(self) -> str:
        """What it says, "" while it is hidden."""
        return self._banner.accessibleName() if self._away else ""

    def _on_link(self, link: "Link") -> None:
        self._most = max(self._most, link.kept)
        if not link.here:
            self._show_away()
        elif not link.kept:
            if self._away:
                self._show_back(link)
            elif self._most or link.refused > self._refused:
                self._tell_left(self._most, link.refused)
            self._most, self._refused = 0, link.refused

    def _show_away(self) -> None:
        began, self._away = not self._away, True
        waiting = self._tasks.waiting
        self._most = max(self._most, waiting)
        self.show_words()
        self.show()
        if began:
            self._look_later()

    def show_words(self) -> None:
        """What is so now, in the language spoken now."""
        waiting = self._tasks.waiting
        text = self._say("frame.link_waiting", count=waiting) if waiting else self._say("frame.link_away")
        self._banner.show_words(self._say("frame.link_title"), text)

    def _show_back(self, link: "Link") -> None:
        sent, self._away = self._most, False
        self._look.stop()
        self.hide()
        if link.refused:
            self._messages.warn(
                "frame.link_back_refused", count=max(sent, link.refused), refused=link.refused
            )
        elif sent:
            self._messages.info("frame.link_back_sent", count=sent)
        else:
            self._messages.info("frame.link_back")

    def _tell_left(self, sent: int, refused: int) -> None:
        """What waited here since an earlier time was sent at sign-in; said after the greeting."""
        count = max(sent, refused)
        if refused:
            say = partial(self._messages.warn, "frame.link_left_refused", count=count, refused=refused)
        else:
            say = partial(self._messages.info, "frame.link_left_sent", count=count)
        QTimer.singleShot(LATER_MS, self, say)

    def _look_later(self) -> None:
        self._look.start(round(LOOK_MS * uniform(1, 2)))

    def _on_look(self) -> None:
        """A question that changes nothing: that it is answered says that the desk is back."""
        if not self._away:
            return
        from ..requests.sign_in import Hello

        if not self._tasks.busy and not self._tasks.waiting:
            self._tasks.send(Hello()).failure(lambda _error: True)
        self._look_later()
