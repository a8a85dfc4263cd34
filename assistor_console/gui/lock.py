"""Locks a window that nobody is at, or that somebody leaves by key; opens it again by password."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QToolTip, QWidget
from shiboken6 import isValid

from ..domain.errors import Refusal, Refused, Trouble
from ..domain.terms import Realm
from .desk_clock import DeskClock
from .idle import Idle
from .lock_cover import LockCover
from .messages import Messages, refusal_text, trouble_text
from .tasks import LOCKED, Tasks
from .texts import Say
from .theme import Tone
from .widgets.notices import Banner

if TYPE_CHECKING:
    from ..requests.base import Link
    from ..requests.sign_in import SignedIn

_POPUP = Qt.FocusReason.PopupFocusReason


class IdleBanner(QWidget):
    """Over the pages: in how many seconds the window locks, and what keeps it open."""

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._banner = Banner(self, tone=Tone.WARN, icon="lock-simple")
        layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addWidget(self._banner)
        self.hide()

    def words(self) -> str:
        """What it says, "" while it is hidden."""
        return "" if self.isHidden() else self._banner.accessibleName()

    def show_left(self, seconds: int) -> None:
        """So many seconds are left; it is spoken once."""
        code = "lock.soon_title_one" if seconds == 1 else "lock.soon_title"
        self._banner.show_words(self._say(code, seconds=seconds), self._say("lock.soon_text"))
        if self.isHidden():
            self.show()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.words()))


class Lock(QObject):
    """`middle` is what is hidden while `cover` is shown in its place; both stand in `column`.

    `locked()` comes before anything is covered, `opened()` when all is back, `left()` when whoever found the
    window locked signs its person out, `ran_out()` when the session's time is over meanwhile.
    """

    locked = Signal()
    opened = Signal()
    left = Signal()
    ran_out = Signal()

    def __init__(
        self,
        column: QBoxLayout,
        middle: QWidget,
        tasks: Tasks,
        messages: Messages,
        say: Say,
        clock: DeskClock,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._middle, self._tasks, self._messages = middle, tasks, messages
        self._say, self._clock = say, clock
        self.idle = Idle(parent=self)
        self.banner = IdleBanner(say, middle)
        self.cover = LockCover(say, parent)
        column.addWidget(self.cover)
        self._person: SignedIn | None = None
        self._before: QWidget | None = None
        self._told = self._is_locked = False
        self._connect()

    def _connect(self) -> None:
        self.idle.warned.connect(self.banner.show_left)
        self.idle.returned.connect(self._on_returned)
        self.idle.idle.connect(self.lock)
        self.cover.unlock_asked.connect(self._unlock)
        self.cover.fill_asked.connect(self._fill)
        self.cover.leave_asked.connect(self.left)
        self._clock.ticked.connect(self._on_ticked)
        self._tasks.link_changed.connect(self._on_link)
        self._tasks.refused.connect(self._on_refused)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    @property
    def is_locked(self) -> bool:
        """Whether the window is locked."""
        return self._is_locked

    def begin(self, person: "SignedIn") -> None:
        """Somebody has signed in."""
        self._person = person
        self._watch()

    def end(self) -> None:
        """Nobody is signed in any more."""
        self._person = None
        self.idle.rest()
        self.banner.hide()
        if self._is_locked:
            self._tasks.drop()
            self._uncover()

    def lock(self) -> None:
        """Locks at once, here and then at the desk."""
        if self._person is None or self._is_locked:
            return
        self.idle.rest()
        self.locked.emit()
        self._tasks.hold()
        _close_popups()
        self._before, self._is_locked = QApplication.focusWidget(), True
        self.cover.cover(self._person, self._clock.now(), self._tasks.here)
        self.banner.hide()
        self._middle.hide()
        self._tell()

    def show_held(self, code: str) -> None:
        """Says on the cover why the window cannot be closed."""
        self.cover.show_held(self._say(code))

    def _watch(self) -> None:
        assert self._person is not None
        self.idle.watch(self._person.idle_minutes * 60, self._person.idle_warning_seconds)

    def _tell(self) -> None:
        """Tells the desk; one that is away is told when it is back."""
        from ..requests.sign_in import LockScreen

        self._told = True
        self._tasks.send(LockScreen()).failure(self._on_not_told)

    def _on_not_told(self, error: Exception) -> bool:
        self._told = not isinstance(error, Trouble)
        return True

    def _unlock(self, password: str) -> None:
        from ..requests.sign_in import Unlock

        self.cover.wait(True)
        task = self._tasks.send(Unlock(password=password)).always(lambda: self.cover.wait(False))
        task.success(lambda _done: self._open()).failure(self._on_not_opened)

    def _fill(self) -> None:
        """On a practice desk nobody needs to know the password of whom they play."""
        from ..requests.sign_in import PracticePeople, SeePracticeStaff

        def came(people: PracticePeople) -> None:
            if self._is_locked and self._person is not None:
                mine = (each.password for each in people.people if each.staff_id == staff_id)
                self.cover.fill(next(mine, ""))

        if self._person is not None and self._person.realm is Realm.PRACTICE:
            staff_id = self._person.staff_id
            self._tasks.send(SeePracticeStaff()).success(came).failure(self._on_not_opened)

    def _on_not_opened(self, error: Exception) -> bool:
        if isinstance(error, Refused):
            self.cover.show_problem(refusal_text(error.refusal, self._say.language))
        elif isinstance(error, Trouble):
            self.cover.show_problem(trouble_text(error, self._say.language))
        else:
            return False
        return True

    def _open(self) -> None:
        if not self._is_locked:
            return
        self._uncover()
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(_POPUP)
        self._watch()
        self._tasks.release()
        self._messages.info("lock.opened")
        self.opened.emit()

    def _uncover(self) -> None:
        self._is_locked = False
        self._middle.show()
        self.cover.uncover()

    def _on_returned(self) -> None:
        self.banner.hide()

    def _on_link(self, link: "Link") -> None:
        self.cover.show_desk(link.here)
        if self._is_locked and link.here and not self._told:
            self._tell()

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """A page behind the cover that wants the focus gets it when the window is open again: until then what
        is typed is a password."""
        if self._is_locked and new is not None and self._middle.isAncestorOf(new):
            self._before = new
            self.cover.ui.password.setFocus(_POPUP)

    def _on_ticked(self) -> None:
        """Nobody asks the desk from a locked window: it looks by itself whether the session is over."""
        if self._is_locked and self._person is not None and self._clock.now() >= self._person.ends:
            self.ran_out.emit()

    def _on_refused(self, refusal: Refusal) -> None:
        """The desk holds the session locked: so is the window."""
        if refusal.rule == LOCKED:
            self.lock()


def _close_popups() -> None:
    """Menus and lists that are open are no part of what is covered."""
    QToolTip.hideText()
    while (popup := QApplication.activePopupWidget()) is not None:
        if not popup.close():
            return
