"""The left side: the steps of the call, the question clock, the call's and the desk's time."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from PySide6.QtWidgets import QWidget

from ....domain.terms import CallState, Due, Reason, State, Verdict
from ....requests.intake import CallSeen
from ....requests.shift import ShiftSeen
from ...page import Context
from ...texts import Say
from ...ui.call import Ui_Call
from ...widgets.clocks import ClockRow, Mood, QuestionClock, hours, minutes
from ...widgets.steps import At, Step, Steps
from .stopwatch import Stopwatch

MINUTE = timedelta(minutes=1)
_PROVED = (Due.ISSUE_ACCOUNT, Due.READ_OUT, Due.BOOK)


class SidePane:
    """Fills the left side of the page's form."""

    def __init__(self, context: Context, form: Ui_Call, parent: QWidget) -> None:
        self._say, self._clock, self._form = context.say, context.clock, form
        self._steps = Steps(self._say, parent)
        self.question = QuestionClock(self._say, parent)
        self._call = ClockRow(parent, icon="phone", words=self._say("call.clock_call"))
        self._closes = ClockRow(parent, icon="clock", words=self._say("call.clock_closes"))
        form.steps_slot.addWidget(self._steps)
        form.question_slot.addWidget(self.question)
        for clock in (self._call, self._closes):
            form.clocks_slot.addWidget(clock)
        self._closes.hide()
        self._closing: datetime | None = None
        self._opened: datetime | None = None
        self.show_call(None)

    def show_shift(self, seen: ShiftSeen) -> None:
        """Until when new calls may be taken today; nothing is shown on a day without work."""
        self._closing = seen.closes_at
        self.tick()

    def show_call(self, seen: CallSeen | None) -> None:
        """The steps of a call as it stands, or of none."""
        form, live = self._form, seen is not None
        self._opened = seen.opened_at if seen else None
        steps = steps_of(seen, self._say) if seen else []
        self._steps.show_steps(steps)
        form.side_title.setVisible(live)
        form.side_note.setText(_note(seen, self._say) if seen else "")
        self._call.setVisible(live)
        self.tick()

    def rest_of(self, seen: CallSeen | None) -> Mood | None:
        """Why the question clock stands still now, or None while it runs."""
        if seen is None:
            return None
        if seen.state is CallState.DROPPED:
            return Mood.DROPPED
        until = seen.resting_until
        resting = until is not None and (not self._clock.known or self._clock.now() < until)
        return Mood.RESTING if resting else None

    def show_question(self, seen: CallSeen, watch: Stopwatch, rest: Mood | None) -> None:
        """The question clock; while papers are fetched it tells how much is left of that."""
        for widget in (self._form.question_rule, self.question):
            widget.show()
        whole, left = seen.question_seconds, seen.question_seconds - int(watch.seconds())
        if rest is None:
            self.question.show_left(left, whole, seen.question_warning_seconds)
        elif rest is Mood.RESTING and seen.resting_until is not None and self._clock.known:
            left = int((seen.resting_until - self._clock.now()).total_seconds())
            self.question.show_time(left, max(left, seen.papers_seconds), rest)
        else:
            self.question.show_time(left, whole, rest)

    def hide_question(self) -> None:
        """No question stands."""
        self._form.question_rule.hide()
        self.question.hide()

    def tick(self) -> None:
        """Another second."""
        if not self._clock.known:
            return
        now = self._clock.now()
        if self._opened is not None:
            self._call.show_figure(minutes(int((now - self._opened).total_seconds())))
        left = self._closing - now if self._closing is not None else timedelta()
        self._closes.setVisible(left > timedelta())
        if left > timedelta():
            self._closes.show_figure(hours(left // MINUTE))


def _note(seen: CallSeen, say: Say) -> str:
    """How much is recorded once there is a verdict; before it, which attempt this is."""
    if seen.verdict is not None:
        return say("call.recorded_of", done=len(seen.recorded), of=len(seen.numbers))
    if seen.case is None or seen.reason is Reason.RETURN_AFTER_VISIT:
        return ""
    return say("call.attempt", at=seen.case.attempt, of=seen.case.attempts)


def steps_of(seen: CallSeen, say: Say) -> list[Step]:
    """The steps of a call in order; nothing tells whether an answer is right."""
    if seen.reason is Reason.RETURN_AFTER_VISIT:
        return _ordered(_return_steps(seen, say))
    return _ordered(_interview_steps(seen, say))


Marked = tuple[str, str, bool]
"""Words, what stands at the right, whether it is done."""


def _interview_steps(seen: CallSeen, say: Say) -> Iterable[Marked]:
    drawn = len(seen.steps) > 1 and seen.steps[1].total > 0
    decided = seen.verdict is not None
    yield say("call.step_greeting"), "", seen.due is not Due.ELIGIBILITY
    for number, one in enumerate(seen.steps):
        note = say("call.done_of", done=one.done, of=one.total) if one.total else ""
        full = bool(one.total) and one.done == one.total
        yield one.label.say(say.language), note, full or decided
        if number == 0:
            yield say("call.step_account"), "", drawn or decided
    yield _verdict_words(seen, say), "", seen.verdict is Verdict.PASSED and _issued(seen)


def _verdict_words(seen: CallSeen, say: Say) -> str:
    return say("call.step_referral" if seen.verdict is Verdict.REFERRED else "call.step_verdict")


def _issued(seen: CallSeen) -> bool:
    return seen.case is not None and seen.case.state is State.ACCOUNT_ISSUED


def _return_steps(seen: CallSeen, say: Say) -> Iterable[Marked]:
    identity = seen.steps[0] if seen.steps else None
    proved = seen.due in _PROVED
    yield say("call.step_find"), "", seen.case is not None
    yield say("call.step_prove"), "", proved
    if identity is not None and identity.total:
        note = say("call.done_of", done=identity.done, of=identity.total)
        yield identity.label.say(say.language), note, proved
    yield say("call.step_finish"), "", _issued(seen)


def _ordered(marked: Iterable[Marked]) -> list[Step]:
    """The first step that is not done is the current one; after the last the last stays."""
    steps, at = list(marked), 0
    while at < len(steps) - 1 and steps[at][2]:
        at += 1
    return [
        Step(words, note, At.CURRENT if number == at and not done else At.DONE if done else At.AHEAD)
        for number, (words, note, done) in enumerate(steps)
    ]
