"""The verdict passed: account name, temporary password and letter, in the order they are said."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from ....domain.terms import Due, State
from ....requests.accounts import AccountIssued, IssueAccount, ReplacePassword
from ....requests.intake import CallSeen, EndCall
from ...desk_clock import time_words
from ...messages import moment
from ...page import Context
from ...theme import Tone
from ...ui.call_passed import Ui_CallPassed
from ...widgets.notices import ReadAloud
from .phrases import aloud, lines_of
from .step import OTHER, Act, Step


class PassedStep(Step):
    """Issues the account and shows what is read to the caller.

    The temporary password lives in the widget that draws it, nowhere else: it is gone once it is hidden, the
    step is left or the window is locked.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.ui = ui = Ui_CallPassed()
        ui.setupUi(self)
        self._before, self._after = ReadAloud(self.say, self, size=20), ReadAloud(self.say, self, size=20)
        ui.issue_slot.addWidget(self._before)
        ui.aloud_slot.addWidget(self._after)
        ui.banner.set_fill(Tone.OK)
        ui.queued.show_state(self.say("call.queued"), "envelope-simple", Tone.INFO)
        ui.letters.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        for button, act in (
            (ui.issue, self.issue),
            (ui.hide, self.hide_password),
            (ui.another, self.another),
        ):
            button.clicked.connect(act)
        # After the password is hidden nothing has the focus that a second Enter would press.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringRadius", -1)
        self._issued = self._shown = False

    def show_call(self, seen: CallSeen) -> None:
        """The verdict, then what there is to say."""
        if self.seen is not None and seen.call_id != self.seen.call_id:
            self._forget()
        super().show_call(seen)
        self._show_verdict()
        self.setAccessibleName(f"{self.ui.verdict.text()}. {self.ui.decided.text()}")
        due, said = seen.due is Due.ISSUE_ACCOUNT, (seen.language, self.say.language)
        self.ui.issue_panel.setVisible(due)
        self.ui.given.setVisible(not due)
        self.ui.aloud.setVisible(not due)
        self._before.show_line(*aloud(lines_of(seen), *said))
        after = aloud(lines_of(seen, "mail_wait", "letter_steps"), *said)
        self._after.show_line(*(words.replace("\n", " ") for words in after))
        self.ui.another.setVisible(self._may_replace())
        self._show_password_state()
        self.changed.emit()

    def _show_verdict(self) -> None:
        seen, ui = self.call, self.ui
        case = seen.case
        if seen.verdict is not None and seen.verdict_at is not None:
            ui.verdict.setText(self.say("call.passed"))
            decided = {"time": time_words(seen.verdict_at, seconds=True), "answers": len(seen.recorded)}
            ui.decided.setText(self.say("call.decided", **decided))
            return
        where = case.verified_where if case else ""
        ui.verdict.setText(
            self.say("call.verified_at", where=where) if where else self.say("states.verified_in_person")
        )
        until = case.verified_until if case else None
        holds = self.say("call.holds_until", until=moment(until, self.say.language)) if until else ""
        ui.decided.setText(holds or self.say("call.recognised"))

    def begin(self) -> None:
        """Enter does what comes next: issue, hide, or nothing is left but the end."""
        if self.call.due is Due.ISSUE_ACCOUNT:
            self.ui.issue.setFocus(OTHER)
        else:
            (self.ui.hide if self._shown else self).setFocus(OTHER)

    def acts(self) -> dict[str, Act]:
        """Issue first; then hide, replace, end."""
        if self.call.due is Due.ISSUE_ACCOUNT:
            return {"call.issue": self.issue}
        found: dict[str, Act] = {"call.hide": self.hide_password} if self._shown else {}
        if self._may_replace():
            found["call.another"] = self.another
        found["call.finish"] = lambda: self.send(EndCall(call_id=self.call.call_id))
        return found

    def _may_replace(self) -> bool:
        return not any(one.act == "replace_password" and one.rule for one in self.call.offers)

    def done(self) -> list[str]:
        """What was made on this call."""
        made = self.call.case is not None and self.call.case.state is State.ACCOUNT_ISSUED
        return ["call.done_account", "call.done_password", "call.done_letter"] if made else []

    def issue(self) -> None:
        """Creates the account."""
        self.ui.issue.setEnabled(False)
        task = self.context.tasks.send(IssueAccount(call_id=self.call.call_id))
        task.always(lambda: self.ui.issue.setEnabled(True)).success(self._on_issued)

    def another(self) -> None:
        """A different temporary password; the one before stops working."""
        request = ReplacePassword(call_id=self.call.call_id)
        self.context.tasks.send(request).success(self._on_issued)

    def _on_issued(self, issued: AccountIssued) -> None:
        ui, language = self.ui, self.say.language
        caller = self.call.language
        self._issued = self._shown = True
        ui.username.setText(issued.username)
        ui.spelled.setText(issued.username_spelled.say(caller))
        ui.letters.show_letters([(one.character, one.word.say(caller)) for one in issued.password])
        ui.until.setText(self.say("call.works_until", until=moment(issued.password_until, language)))
        ui.letter_number.setText(self.say("call.letter_number", number=issued.letter_number))
        days = {"least": issued.mail_days_least, "most": issued.mail_days_most, "days": issued.code_days}
        ui.letter_text.setText(self.say("call.letter_text", address=issued.address_masked, **days))
        self.context.messages.info(
            "call.account_saved", time=time_words(self.context.clock.now(), seconds=True)
        )
        self.moved.emit(issued.call)
        self.begin()

    def hide_password(self) -> None:
        """The caller has read it back: it is gone for good."""
        if not self._shown:
            return
        self._shown = False
        self.ui.letters.hide_letters()
        self._show_password_state()
        self.changed.emit()
        if self.isVisible():
            self.begin()
            self.context.messages.info("call.password_hidden")

    def _show_password_state(self) -> None:
        ui, shown = self.ui, self._shown
        ui.letters.setVisible(self._issued)
        ui.hide.setVisible(shown)
        ui.read_each.setText(self.say("call.read_each" if shown else "call.read_gone"))
        words = ("call.shown_once", "eye", Tone.WARN) if shown else ("call.hidden", "eye-slash", Tone.NEUTRAL)
        ui.once.show_state(self.say(words[0]), words[1], words[2])
        for widget in (ui.name_title, ui.username, ui.spelled, ui.name_mark, ui.rule_1):
            widget.setVisible(self._issued)
        for widget in (
            ui.letter_mark,
            ui.letter_title,
            ui.letter_text,
            ui.letter_number,
            ui.queued,
            ui.rule_2,
        ):
            widget.setVisible(self._issued)

    def leave(self) -> None:
        """Another page is shown, or the window is locked."""
        self.hide_password()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight is out of the program."""
        super().hideEvent(event)
        self.hide_password()

    def _forget(self) -> None:
        self.hide_password()
        self._issued = False
        for label in (self.ui.username, self.ui.spelled, self.ui.until, self.ui.letter_text):
            label.clear()
