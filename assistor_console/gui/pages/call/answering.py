"""Sends answers in order while the person goes on typing, and keeps what is being typed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ....domain.errors import AlreadyDone, Refusal, Refused, Trouble
from ....domain.terms import Due, Response
from ....requests.intake import CallSeen, QuestionSeen, SeeCall
from ....requests.interview import (
    AnswerQuestion,
    CheckIdentity,
    ExpireInterview,
    IdentifyCaller,
    KeepDraft,
    ScoreInterview,
)
from ...desk_clock import time_words
from .answers import Answers
from .stopwatch import Stopwatch

if TYPE_CHECKING:
    from .question import QuestionStep

DRAFT_MS = 150
AGAIN_MS, TRIES = 1_000, 3
"""How long after the desk could not be reached it is asked to decide again, and how often."""
Trying = IdentifyCaller | CheckIdentity | ScoreInterview
DECIDE: dict[Due, Callable[..., Trying]] = {Due.IDENTIFY: IdentifyCaller, Due.CHECK_IDENTITY: CheckIdentity}
"""Steps the desk decides by itself, as soon as they are due."""


class Answering(QObject):
    """The traffic of one call's answers for the question step it serves."""

    def __init__(self, step: "QuestionStep") -> None:
        super().__init__(step)
        self._step, self.answers, self.watch = step, Answers(), Stopwatch()
        self._tasks = step.context.tasks
        self._draft: tuple[int, str] | None = None
        self._drafted: dict[int, str] = {}
        self._deciding = False
        self._over: set[int] = set()
        self._untold: set[int] = set()
        self._up: set[int] = set()
        self.stuck = ""
        self.no: Refusal | None = None
        self._pause = QTimer(self, singleShot=True, interval=DRAFT_MS)
        self._pause.timeout.connect(self.keep_now)
        self._tries = 0
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self.decide)

    def told(self, seen: CallSeen) -> None:
        """What the desk kept of an unfinished answer; it matters when a call is taken up again."""
        if seen.due not in DECIDE:
            self._tries = 0
        for number in self._over & self._recorded():
            self.answers.back.pop(number, None)
        self._over -= self._recorded()
        for number in self._untold & self._recorded():
            self._untold.discard(number)
            self.answers.kept(number)
        if self._step.question is None and seen.question is not None and seen.draft:
            self._drafted = {seen.question.number: seen.draft}

    def began(self, question: QuestionSeen) -> None:
        """A question is asked now: its clock starts."""
        self.watch.start()

    def why(self, number: int) -> str:
        """Why the answer to a question was refused, or ""."""
        back = self.answers.back.get(number)
        return back.why if back else ""

    def typed(self, question: QuestionSeen) -> str:
        """What stands in the editor when a question comes: what was refused, begun or kept; else nothing."""
        if back := self.answers.back.get(question.number):
            return back.typed
        begun = self.answers.typed.pop(question.number, "")
        return begun or self._drafted.pop(question.number, "")

    def put_aside(self, number: int, typed: str) -> None:
        """Keeps what was begun for a question that gives way to another."""
        if typed and number not in self.answers.sent and number not in self._recorded():
            self.answers.typed[number] = typed

    def _recorded(self) -> set[int]:
        return {one.number for one in self._step.call.recorded}

    def draft(self, number: int, value: str) -> None:
        """Something was typed: it is kept at the desk as soon as typing pauses, and the clock begins anew."""
        self.watch.touch()
        self._draft = (number, value)
        if not self._pause.isActive():
            self._pause.start()

    def keep_now(self) -> None:
        """Keeps the draft at once, if there is one."""
        self._pause.stop()
        if self._draft is None or self._step.seen is None:
            return
        (number, value), self._draft = self._draft, None
        request = KeepDraft(call_id=self._step.call.call_id, number=number, text=value)
        self._tasks.send(request).failure(lambda error: isinstance(error, Refused))

    def does_not_know(self) -> None:
        """The caller does not know; that is an answer."""
        self._respond(Response.DOES_NOT_KNOW)

    def declines(self) -> None:
        """The caller declines to say; that is an answer."""
        self._respond(Response.DECLINES)

    def _respond(self, response: Response) -> None:
        if self._step.question is not None:
            self.answer(self._step.question.number, "", response)

    def answer(self, number: int, text: str, response: Response = Response.ANSWERED) -> None:
        """Sends an answer; the next question stands before the desk has it."""
        self._pause.stop()
        self._draft = None
        request = AnswerQuestion(
            call_id=self._step.call.call_id,
            number=number,
            response=response,
            text=text,
            waited_ms=self.watch.ms(),
            idle_ms=self.watch.idle_ms(),
        )
        self.answers.send(number, text)
        self._drafted.pop(number, None)
        task = self._tasks.send(request).success(lambda seen: self._on_kept(number, seen))
        task.failure(lambda error: self._on_refused(number, error))
        self._step.refresh()

    def _on_kept(self, number: int, seen: CallSeen) -> None:
        self.answers.kept(number)
        at = {one: place for place, one in enumerate(seen.numbers, 1)}.get(number, number)
        when = next((time_words(one.at, seconds=True) for one in seen.recorded if one.number == number), "")
        self._step.context.messages.info("call.answer_saved", number=at, time=when)
        self._step.moved.emit(seen)

    def _on_refused(self, number: int, error: Exception) -> bool:
        """An answer that cannot be read comes back with what was typed; else the call is read anew."""
        badly_formed = isinstance(error, Refused) and error.refusal.rule.startswith("answer.")
        over = isinstance(error, Refused) and error.refusal.rule == "authority.signed_out"
        if badly_formed or over or isinstance(error, Trouble):
            why = self._step.why(error) or self._step.say("call.not_saved")
            self.answers.refused(number, why)
            self._over |= {number} if over else set()
            self._step.refresh()
            return badly_formed
        if isinstance(error, AlreadyDone):
            self._see_kept(number)
            return True
        self.answers.dropped(number)
        self._step.send(SeeCall(call_id=self._step.call.call_id))
        return False

    def _see_kept(self, number: int) -> None:
        """The desk has the answer but tells nothing, as while locked: how the call stands is asked for, and
        again by the page once the window is open. Until then the question does not come back."""
        self._untold.add(number)
        task = self._tasks.send(SeeCall(call_id=self._step.call.call_id))
        task.success(lambda seen: self._on_kept(number, seen))

    def back(self) -> None:
        """One answer back: it is asked anew, with an empty editor."""
        if (before := self.answers.before(self._step.call)) is not None:
            self.answers.changing = before.number
            self._step.refresh()

    def forward(self) -> None:
        """Leaves the recorded answer as it was."""
        self.answers.changing = None
        self._step.refresh()

    def time_up(self) -> None:
        """The clock is at zero: the desk is told once, or as soon as it is back."""
        number = self.answers.next_open(self._step.call)
        if number is None or number in self._up or not self._tasks.here:
            return
        self._up.add(number)
        call, watch = self._step.call.call_id, self.watch
        request = ExpireInterview(call_id=call, number=number, waited_ms=watch.ms(), idle_ms=watch.idle_ms())
        task = self._tasks.send(request).success(self._step.moved.emit)
        task.failure(lambda error: self._on_not_told(number, error))

    def _on_not_told(self, number: int, error: Exception) -> bool:
        """A desk that is away is told again; one that says no has seen an answer come first."""
        if isinstance(error, Trouble):
            self._up.discard(number)
        return isinstance(error, Refused)

    def decide(self) -> None:
        """Lets the desk decide what is due; once, however many replies say that it is due."""
        due = self._step.call.due if self._step.seen is not None else Due.NOTHING
        if due in DECIDE and not self._deciding and not self.answers.back:
            self.decide_by(DECIDE[due])

    def score(self) -> None:
        """Asks for the verdict."""
        if not self._deciding:
            self.decide_by(ScoreInterview)

    def decide_by(self, trial: Callable[..., Trying]) -> None:
        """Sends one trial; `stuck` says why the desk would not decide, `no` is the refusal if it was one."""
        self._deciding, self.stuck, self.no = True, "", None
        task = self._tasks.send(trial(call_id=self._step.call.call_id))
        task.always(self._on_decided).success(self._step.moved.emit)
        task.failure(self._on_away if trial is not ScoreInterview else self._on_stuck)

    def _on_decided(self) -> None:
        self._deciding = False

    def _on_away(self, error: Exception) -> bool:
        """What the desk decides by itself waits for it: it is asked again when the desk is back.

        It may be back by the time this is told; then it is asked a little later, not for ever.
        """
        if isinstance(error, Trouble) and error.code == "desk.unreachable":
            if not self._tasks.here:
                return True
            if self._tries < TRIES:
                self._tries += 1
                self._again.start()
                return True
        return self._on_stuck(error)

    def _on_stuck(self, error: Exception) -> bool:
        self.no = error.refusal if isinstance(error, Refused) else None
        self.stuck = self._step.why(error) or self._step.say("call.no_decision")
        self._step.changed.emit()
        return False
