"""What covers a locked window: whose it is, a password, and the way out."""

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QWidget

from ..domain.terms import Realm
from .days import time_and_zone
from .style import worn
from .texts import Say
from .theme import Tone
from .ui.lock import Ui_Lock
from .widgets.marked import Marked

if TYPE_CHECKING:
    from ..requests.sign_in import SignedIn

CARD, LOW = 480, 740


class LockCover(QWidget):
    """Covers everything of a person's window. `unlock_asked(str)` carries the password that was typed,
    `fill_asked()` wants a practice person's put in, `leave_asked()` is signing out."""

    unlock_asked = Signal(str)
    fill_asked = Signal()
    leave_asked = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.ui = ui = Ui_Lock()
        ui.setupUi(self)
        self.password = Marked(ui, "password", say("widgets.show_password"))
        self.password.edit.entered.connect(lambda _typed: self._ask())
        ui.unlock.clicked.connect(self._ask)
        ui.leave.clicked.connect(self._act("Ctrl+Q", self.leave_asked).trigger)
        self._fill = self._act("Alt+P", self.fill_asked)
        ui.fill.clicked.connect(self._fill.trigger)
        self._busy, self._here = False, True
        self.hide()

    def _act(self, key: str, asked: SignalInstance) -> QAction:
        act = QAction(self)
        act.setShortcut(QKeySequence(key))
        act.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        act.triggered.connect(lambda _checked: asked.emit())
        self.addAction(act)
        return act

    def cover(self, person: "SignedIn", since: datetime, here: bool) -> None:
        """Shows it: whose window it is, and since when it is locked. The focus goes into the password."""
        ui = self.ui
        ui.retranslateUi(self)
        ui.practice.show_state(self._say("widgets.practice"), "graduation-cap", Tone.WARN)
        for part in (ui.practice, ui.fill, self._fill):
            part.setVisible(person.realm is Realm.PRACTICE)
        ui.name.setText(person.name)
        ui.since.setText(self._say("lock.since", time=time_and_zone(since, ZoneInfo(person.zone))))
        ui.other.setText(self._say("lock.other", name=person.name))
        ui.password.set_eye_name(self._say("widgets.show_password"))
        self.show_held("")
        self.setAccessibleName(f"{ui.title.text()}. {person.name}")
        self._fit()
        self.show_desk(here)
        self.show()
        # Nothing behind it notices that the focus has gone: what was selected there stays so.
        ui.password.setFocus(Qt.FocusReason.PopupFocusReason)
        # The key that came too late to keep the window open is no part of a password.
        QTimer.singleShot(0, self, self.password.forget)

    def fill(self, password: str) -> None:
        """Puts in what the practice person would type; "" where they have chosen a password of their own."""
        if not password:
            self.show_problem(self._say("lock.fill_own"))
            return
        self.password.edit.set_value(password)
        self.password.show_problem("")
        self.ui.unlock.setFocus(Qt.FocusReason.OtherFocusReason)

    def uncover(self) -> None:
        """Takes it away; nothing typed into it stays."""
        self.password.forget()
        self.wait(False)
        self.hide()

    def show_desk(self, here: bool) -> None:
        """Whether the desk can be asked."""
        self._here = here
        for part in (self.ui.away, self.ui.away_icon):
            part.setVisible(not here)
        self._show_button()

    def show_problem(self, problem: str) -> None:
        """Why it stays locked; the password is typed anew."""
        self.password.forget()
        self.password.show_problem(problem)
        self.ui.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_held(self, words: str) -> None:
        """Why the window cannot be closed; "" for nothing."""
        self.ui.held.setText(words)
        self.ui.held.setVisible(bool(words))

    def wait(self, busy: bool) -> None:
        """Whether the desk is being asked."""
        self._busy = busy
        self._show_button()

    def _show_button(self) -> None:
        button = self.ui.unlock
        button.setEnabled(self._here and not self._busy)
        button.setText(self._say("lock.checking" if self._busy else "lock.unlock"))
        button.setAccessibleDescription("" if self._here else self._say("lock.away_why"))

    def _ask(self) -> None:
        if not self.ui.unlock.isEnabled():
            return
        if typed := self.password.edit.value():
            self.unlock_asked.emit(typed)
        else:
            self.show_problem(self._say("sign_in.no_password"))

    def changeEvent(self, event: QEvent) -> None:
        """Another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "password"):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Closer together where it is low."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        low, ui = self.height() < worn().px(LOW), self.ui
        around, inner, between = (8, 20, 10) if low else (20, 36, 16)
        ui.card.setFixedWidth(worn().px(CARD))
        ui.content_layout.setContentsMargins(24, around, 24, around)
        ui.card_layout.setContentsMargins(44, inner, 44, inner - 4)
        ui.card_layout.setSpacing(between)
