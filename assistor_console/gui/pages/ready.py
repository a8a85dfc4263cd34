"""The page between sign-in and work: a second factor, recovery codes and a password of one's own."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ...domain.terms import Realm
from ...requests.sign_in import Must, Ready, RecoveryCodes
from ..page import Context, Page
from ..style import worn
from ..theme import Tone
from ..ui.ready import Ui_Ready
from ..widgets.steps import At, Step, Steps
from .ready_codes import CodesPanel
from .ready_enrol import EnrolPanel
from .ready_password import PasswordPanel

LOW, NARROW, ASIDE = 660, 940, 280
STEPS = {Must.ENROL: ("ready.step_enrol", "ready.step_codes"), Must.CHANGE_PASSWORD: ("ready.step_password",)}


class ReadyPage(Page):
    """What `context.person` must do before they can work, one thing after the other.

    `ready()` comes when nothing is left. Nothing secret stays on it once it is left. `display_asked()` and
    `sign_out_asked()` are its buttons'.
    """

    title_code: ClassVar[str] = "ready.title"
    ready = Signal()
    display_asked = Signal()
    sign_out_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        assert context.person is not None
        self._person, self._must = context.person, context.person.must
        self._planned = [code for must in STEPS if must in self._must for code in STEPS[must]]
        self.ui = ui = Ui_Ready()
        ui.setupUi(self)
        self._steps = Steps(self.say, self)
        ui.steps.addWidget(self._steps)
        self.enrol = EnrolPanel(context, self)
        self.codes = CodesPanel(self.say, self)
        self.password = PasswordPanel(context, True, self)
        for panel in self._panels():
            ui.step_slot.addWidget(panel)
            panel.hide()
        self._connect()
        self._show_words()

    def _connect(self) -> None:
        self.ui.display.clicked.connect(self.display_asked)
        self.ui.sign_out.clicked.connect(self.sign_out_asked)
        self.enrol.enrolled.connect(self._on_enrolled)
        self.codes.kept.connect(self._next)
        self.password.changed.connect(self._on_changed)

    def _panels(self) -> tuple[EnrolPanel, CodesPanel, PasswordPanel]:
        return self.enrol, self.codes, self.password

    def _show_words(self) -> None:
        self.ui.practice.show_state(self.say("widgets.practice"), "graduation-cap", Tone.WARN)
        self.ui.practice.setVisible(self._person.realm is Realm.PRACTICE)
        self.ui.lead.setText(self.say("ready.lead", name=self._person.name))

    def enter(self) -> None:
        """Begins with what is due first."""
        self.status_changed.emit(self.say("ready.status", name=self._person.name))
        self._next()

    def leave(self) -> None:
        """Nothing secret stays."""
        for panel in self._panels():
            panel.forget()

    def hints(self) -> list[tuple[str, str]]:
        """The way out, and help."""
        return [("Ctrl+Q", self.say("frame.sign_out")), ("F1", self.say("frame.help"))]

    def _next(self) -> None:
        if Must.ENROL in self._must:
            self._show(self.enrol, "ready.step_enrol")
            self.enrol.begin()
        elif Must.CHANGE_PASSWORD in self._must:
            self._show(self.password, "ready.step_password")
            self.password.begin()
        else:
            self.ready.emit()

    def _on_enrolled(self, codes: RecoveryCodes) -> None:
        self._must = codes.must
        self.messages.info("ready.enrolled")  # in the place of a code that was refused before
        self._show(self.codes, "ready.step_codes")
        self.codes.begin(codes.codes)

    def _on_changed(self, ready: Ready) -> None:
        self._must = ready.must
        self.messages.info("ready.changed")
        self._next()

    def _show(self, shown: QWidget, step: str) -> None:
        for panel in self._panels():
            panel.setVisible(panel is shown)
        self.ui.body.verticalScrollBar().setValue(0)
        if step not in self._planned:
            self._planned.append(step)
        self._steps.show_steps(self._stood(self._planned.index(step)))

    def _stood(self, now: int) -> Sequence[Step]:
        """Every step and where it stands."""
        at = [At.DONE if i < now else At.CURRENT if i == now else At.AHEAD for i in range(len(self._planned))]
        return [Step(self.say(code), "", where) for code, where in zip(self._planned, at, strict=True)]

    def changeEvent(self, event: QEvent) -> None:
        """Another text size: all is fitted again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_planned"):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the cards in: closer together where it is low, above the rest where it is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        ui, theme = self.ui, worn()
        narrow, low = self.width() < theme.px(NARROW), self.height() < theme.px(LOW)
        upward, across = QBoxLayout.Direction.BottomToTop, QBoxLayout.Direction.LeftToRight
        ui.cards.setDirection(upward if narrow else across)
        for card, width in ((ui.aside, 344), (ui.step, 720)):
            card.setMaximumWidth(theme.px(720 if narrow else width))
        ui.aside.setMinimumWidth(0 if narrow else theme.px(ASIDE))
        around, inner = (12, 20) if low else (20, 32)
        ui.content_layout.setContentsMargins(24, around, 24, around)
        ui.step_slot.setContentsMargins(40, inner, 40, inner)
