"""The sign-in page: the system-use notice first, then staff ID, password and security code."""

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ... import __version__
from ...domain.errors import Refused, Trouble
from ...domain.terms import Language, Realm
from ..desk_clock import hour_words, time_words
from ..messages import ZONE, refusal_text
from ..page import Context, Page
from ..style import worn
from ..theme import Tone
from ..ui.sign_in import Ui_SignIn
from ..widgets.editors import LineEdit
from ..widgets.label import Label
from ..widgets.marks import Icon
from .practice_staff import PracticeStaff
from .sign_in_desk import DeskName, DeskState

if TYPE_CHECKING:
    from ...requests.sign_in import Greeting, PracticePerson

LOW, NARROW, NARROW_FOR_THREE = 800, 1000, 1140
ANY_HEIGHT = (1 << 24) - 1
CODE_SECONDS = 30
PLACE = 4
"""Where in the page's head the desk's address stands: before the practice tag."""
OTHER = Qt.FocusReason.OtherFocusReason


class SignInPage(Page):
    """Signs a person in.

    `signed_in(SignedIn)` carries the open session, `language_chosen(Language)` the language of the interface,
    `display_asked()` asks for colours and text size, `first_staff_wanted(int)` that a live desk gets its
    staff, whose passwords have at least so many characters.
    """

    title_code: ClassVar[str] = "sign_in.title"
    signed_in = Signal(object)
    language_chosen = Signal(object)
    display_asked = Signal()
    first_staff_wanted = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.ui = Ui_SignIn()
        self.ui.setupUi(self)
        self._greeting: Greeting | None = None
        self._agreed: datetime | None = None
        self._notice = self.act("sign_in.read_again", "Alt+R", self._on_notice)
        self._submit = self.act("sign_in.submit", "", self._on_submit)
        again = self.act("sign_in.try_again", "F5", self._try_again)
        self.state = DeskState(self.say, context.address, again, self)
        self.ui.SignIn_layout.insertWidget(1, self.state)
        self.ui.header_layout.insertWidget(PLACE, DeskName(context.address, self.ui.header))
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._on_second)
        self._practice = PracticeStaff(context, self.ui.practice_card, self.ui.people)
        self._connect()
        self._show_words()

    def _connect(self) -> None:
        ui = self.ui
        languages = [(Language.EN.value, "English"), (Language.ES.value, "Español")]
        ui.language.offer(languages, self.say.language.value)
        ui.language.chosen.connect(lambda value: self.language_chosen.emit(Language(value)))
        ui.display.clicked.connect(self.display_asked)
        ui.agree.clicked.connect(self._notice.trigger)
        ui.read_again.clicked.connect(self._notice.trigger)
        ui.submit.clicked.connect(self._submit.trigger)
        self._practice.picked.connect(self._on_picked)
        self._practice.came.connect(self._fit)
        self.state.due.connect(self._try_again)
        for edit in self._edits():
            edit.changed.connect(partial(self._mark, edit, ""))
            edit.entered.connect(lambda _value: self._submit.trigger())

    def _edits(self) -> tuple[LineEdit, LineEdit, LineEdit]:
        return self.ui.staff_id, self.ui.password, self.ui.code

    def enter(self) -> None:
        """Greets the desk once it is open: its hours and, on a practice desk, who one can be."""
        (self.ui.staff_id if self._agreed else self.ui.agree).setFocus(OTHER)
        self._timer.start()
        self._on_second()
        self._greet()

    def _greet(self) -> None:
        self.context.tasks.run(self._hello).success(self._on_greeting).failure(self._on_no_desk)

    def _try_again(self) -> None:
        """Once more, by key or because it is time."""
        self.state.show_trying()
        self.context.tasks.open_again().failure(lambda _error: True)
        self._greet()

    def show_notice(self, code: str) -> None:
        """Why somebody is here who has not asked for it."""
        self.state.show_notice(code)

    def leave(self) -> None:
        """Forgets what was typed."""
        self._timer.stop()
        self.ui.password.clear()
        self.ui.code.clear()

    def hints(self) -> list[tuple[str, str]]:
        """Help alone: nobody has signed in yet."""
        return [("F1", self.say("frame.help"))]

    def _hello(self) -> "Greeting":
        """Runs on the worker: the contract is imported there, after the window is shown."""
        from ...requests.sign_in import Hello

        return self.context.tasks.desk.send(Hello())

    def _on_greeting(self, greeting: "Greeting") -> None:
        self._greeting = greeting
        self.state.show_well()
        self._let_type(True)
        self._show_greeting()
        self._show_agreed()
        self._on_second()
        if greeting.realm is Realm.PRACTICE:
            self._practice.ask()
        elif not greeting.has_staff and self.context.address:
            self._let_type(False)  # a desk is founded on the machine of its database, nowhere else
            self.state.show_notice("sign_in.nobody_yet")
        elif not greeting.has_staff:
            self.first_staff_wanted.emit(greeting.password_least)

    def _on_no_desk(self, error: Exception) -> bool:
        """Nobody can sign in: the page itself says what happened and what to do."""
        if isinstance(error, Trouble):
            if error.code != self.state.code:
                self.messages.trouble(error)
            self.state.show_trouble(error)
            self.ui.hours.setText(self.say("sign_in.hours_closed"))
            self._let_type(False)
        return isinstance(error, Trouble)

    def _let_type(self, may: bool) -> None:
        for widget in (*self._edits(), self.ui.submit):
            widget.setEnabled(may)

    def _on_picked(self, person: "PracticePerson") -> None:
        """Puts in what a practice person would type."""
        for edit, value in zip(self._edits(), (person.staff_id, person.password, person.code), strict=True):
            edit.set_value(value)
            self._mark(edit, "")
        self.messages.info("sign_in.practice_filled", name=person.name)
        (self.ui.submit if self._agreed else self.ui.agree).setFocus(OTHER)

    def _on_notice(self) -> None:
        """Agrees to the notice, or takes that back to read it again."""
        self._agreed = None if self._agreed else self._now()
        self._show_agreed()
        filled = all(edit.value() for edit in self._edits())
        after = self.ui.submit if filled else self.ui.staff_id
        (after if self._agreed else self.ui.agree).setFocus(OTHER)

    def _now(self) -> datetime:
        clock = self.context.clock
        return clock.now() if clock.known else datetime.now(ZONE)

    def _on_submit(self) -> None:
        if self._agreed is None:
            self.messages.warn("sign_in.agree_first")
            self.ui.agree.setFocus(OTHER)
            return
        if not self._complete():
            return
        from ...requests.sign_in import SignIn

        staff_id, password, code = (edit.value() for edit in self._edits())
        task = self.context.tasks.send(SignIn(staff_id=staff_id, password=password, code=code))
        self.ui.submit.setEnabled(False)
        self.ui.submit.setText(self.say("sign_in.checking"))
        task.always(self._on_answered).success(self.signed_in.emit).failure(self._on_refused)

    def _complete(self) -> bool:
        """Marks what is missing and goes to the first of it; whether nothing is."""
        staff_id, password, code = self._edits()
        problems = {
            staff_id: "" if staff_id.value() else "sign_in.no_staff_id",
            password: "" if password.value() else "sign_in.no_password",
            code: code.problem(),
        }
        for edit, problem in problems.items():
            self._mark(edit, self.say(problem) if problem else "")
        wrong = [edit for edit, problem in problems.items() if problem]
        if wrong:
            wrong[0].setFocus(OTHER)
        return not wrong

    def _on_answered(self) -> None:
        self.ui.submit.setEnabled(True)
        self.ui.submit.setText(self.say("sign_in.submit"))

    def _on_refused(self, error: Exception) -> bool:
        self.ui.code.clear()
        if isinstance(error, Refused):
            self._mark(self.ui.code, refusal_text(error.refusal, self.say.language))
        self.ui.code.setFocus(OTHER)
        return False

    def _mark(self, edit: LineEdit, problem: str, *_: object) -> None:
        """Shows what is wrong with a field; "" shows its hint instead."""
        name = edit.objectName()
        hints = {"password": self.say("sign_in.password_hint"), "code": self._code_hint()}
        said, tone = problem or hints.get(name, ""), "bad" if problem else "soft"
        below: Label = getattr(self.ui, f"{name}_hint")
        icon: Icon = getattr(self.ui, f"{name}_icon")
        edit.set_problem(bool(problem))
        edit.setAccessibleDescription(said)
        below.setText(said)
        below.set_tone(tone)
        below.setVisible(bool(said))
        icon.show_icon("warning-circle" if problem else "timer", tone)
        icon.setVisible(bool(problem) or name == "code")

    def _code_hint(self) -> str:
        left = CODE_SECONDS - int(self._now().timestamp()) % CODE_SECONDS
        return self.say("sign_in.code_hint", seconds=left)

    def _on_second(self) -> None:
        self.state.tick()
        if not self.ui.code.property("problem"):
            self.ui.code_hint.setText(self._code_hint())
        self.status_changed.emit(self.say("sign_in.status", version=__version__, today=self._today()))

    def _today(self) -> str:
        now = self._now().astimezone(ZONE)
        weekday, month = self.say(f"sign_in.weekday_{now.weekday()}"), self.say(f"sign_in.month_{now.month}")
        clock = time_words(now)
        return self.say(
            "sign_in.today", weekday=weekday, month=month, day=now.day, year=now.year, clock=clock
        )

    def changeEvent(self, event: QEvent) -> None:
        """Another language: form and page say their words again. Another text size: all is fitted again."""
        super().changeEvent(event)
        if not hasattr(self, "_practice"):
            return
        if event.type() == QEvent.Type.StyleChange:
            self._fit()
        elif event.type() == QEvent.Type.LanguageChange:
            self.ui.retranslateUi(self)
            self._show_words()
            self._practice.show_words()
            self._on_second()

    def _show_words(self) -> None:
        self.ui.practice.show_state(self.say("widgets.practice"), "graduation-cap", Tone.WARN)
        self.ui.password.set_eye_name(self.say("widgets.show_password"))
        for edit in self._edits():
            self._mark(edit, "")
        self._submit.setText(self.say("sign_in.submit"))
        self.state.show_words()
        self._show_agreed()
        self._show_greeting()

    def _show_agreed(self) -> None:
        ui, agreed = self.ui, self._agreed is not None
        if self._agreed is not None:
            ui.agreed.setText(self.say("sign_in.agreed", time=time_words(self._agreed, seconds=True)))
        after: tuple[QWidget, ...] = (ui.agreed_icon, ui.agreed, ui.read_again, ui.code_note)
        before: tuple[QWidget, ...] = (ui.agree, ui.reason, ui.reason_icon)
        self._notice.setText(self.say("sign_in.read_again" if agreed else "sign_in.agree"))
        for widget in after:
            widget.setVisible(agreed)
        for widget in before:
            widget.setVisible(not agreed)
        ui.submit.setEnabled(agreed)
        ui.submit.setAccessibleDescription("" if agreed else self.say("sign_in.agree_first"))

    def _show_greeting(self) -> None:
        ui, hello = self.ui, self._greeting
        practice = hello is not None and hello.realm is Realm.PRACTICE
        ui.practice.setVisible(practice)
        ui.notice_practice.setVisible(practice)
        if hello is None:
            if self.context.address and not self.state.code:
                ui.hours.setText(self.say("sign_in.hours_connecting", address=self.context.address))
            return
        opens, closes = hour_words(hello.opens), hour_words(hello.closes)
        ui.hours.setText(self.say("sign_in.hours", opens=opens, closes=closes))
        attempts, minutes = hello.sign_in_attempts, hello.sign_in_minutes
        ui.lockout.setText(self.say("sign_in.lockout", attempts=attempts, minutes=minutes))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the cards in: closer together where it is low, below each other where it is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._fit_height()
        self._fit_width()

    def _fit_height(self) -> None:
        low, ui, theme = self._low(), self.ui, worn()
        ui.header.setFixedHeight(theme.px(72))
        around, inner, size = (12, 20, 17) if low else (20, 36, 20)
        side = max(24, (self.width() - theme.px(624)) // 2) if self._narrow() else 24
        ui.content_layout.setContentsMargins(side, around, side, around)
        ui.notice_layout.setContentsMargins(40, inner, 40, inner - 4)
        ui.card_layout.setContentsMargins(44, inner, 44, inner - 8)
        ui.card_layout.setSpacing(10 if low else 20)
        ui.notice_layout.setSpacing(12 if low else 16)
        for label in (ui.notice_lead, ui.notice_monitored, ui.notice_unax, ui.notice_own, ui.notice_practice):
            label.set_size(size)

    def _low(self) -> bool:
        return self.height() < worn().px(LOW)

    def _narrow(self) -> bool:
        three = not self.ui.practice_card.isHidden()
        return self.width() < worn().px(NARROW_FOR_THREE if three else NARROW)

    def _fit_width(self) -> None:
        ui, theme, narrow = self.ui, worn(), self._narrow()
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        ui.cards.setDirection(down if narrow else across)
        high = ANY_HEIGHT if self._low() else theme.px(660)  # where it is low, all scrolls anyway
        for card, width in ((ui.notice, 624), (ui.card, 480), (ui.practice_card, 264)):
            card.setMaximumSize(theme.px(624 if narrow else width), high)
