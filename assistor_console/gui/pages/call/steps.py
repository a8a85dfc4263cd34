"""Which step of a call is shown: exactly what the desk says is due."""

from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ....domain.terms import Due, State
from ....requests.intake import CallSeen
from ...documents import SaveDocument
from ...page import Context
from .booked import BookedStep
from .booking import BookingStep
from .closing import ClosingStep
from .find import FindStep
from .greeting import GreetingStep
from .notice import PapersStep, ReadyStep, ResumeStep, StuckStep
from .passed import PassedStep
from .prove import ProveStep
from .question import QuestionStep
from .start import StartStep
from .step import Step

S = TypeVar("S", bound=Step)
ASKING = (Due.ANSWER, Due.IDENTIFY, Due.CHECK_IDENTITY)
_NAMES: dict[Due, str] = {
    Due.ELIGIBILITY: "greeting",
    Due.ISSUE_ACCOUNT: "passed",
    Due.BOOK: "booking",
    Due.FIND_CASE: "find",
    Due.PROVE: "prove",
    Due.CLOSE: "closing",
    Due.RESUME: "resume",
    Due.NOTHING: "start",
}


class Steps(QObject):
    """The steps, each made when it is first needed. `moved` and `changed` are those of any step."""

    moved = Signal(object)
    changed = Signal()

    def __init__(self, context: Context, save: SaveDocument, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._save, self._page = context, save, page

    def _kept(self, step: S) -> S:
        step.hide()
        step.moved.connect(self.moved)
        step.changed.connect(self.changed)
        return step

    def due(self, seen: CallSeen | None) -> Step:
        """The step to show for a call as it stands, or for none."""
        if seen is None:
            return self.start
        if self.question.answering.stuck and seen.due in (*ASKING, Due.SCORE):
            return self.stuck
        if seen.papers:
            return self.papers
        if seen.due in ASKING:
            return self.question
        if seen.due is Due.SCORE:
            return self.ready if self.question.answering.answers.current(seen) is None else self.question
        if seen.due is Due.READ_OUT:
            issued = seen.case is not None and seen.case.state is State.ACCOUNT_ISSUED
            return self.passed if issued else self.booked
        step: Step = getattr(self, _NAMES[seen.due])
        return step

    @property
    def asking(self) -> tuple[Step, ...]:
        """Steps during which a question stands and its clock is shown."""
        return (self.question, self.papers, self.resume)

    def forget(self) -> None:
        """The call is over: nothing of its answers stays."""
        self.question.forget()
        self.ready.serve(self.question.answering)
        self.stuck.serve(self.question.answering)
        self.papers.serve(self.question.answering)

    @cached_property
    def start(self) -> StartStep:
        """Before a call."""
        return self._kept(StartStep(self._context, self._page))

    @cached_property
    def greeting(self) -> GreetingStep:
        """Who is calling."""
        return self._kept(GreetingStep(self._context, self._page))

    @cached_property
    def question(self) -> QuestionStep:
        """The items of the interview."""
        return self._kept(QuestionStep(self._context, self._page))

    @cached_property
    def ready(self) -> ReadyStep:
        """Everything is recorded."""
        return self._kept(ReadyStep(self._context, self.question.answering, self._page))

    @cached_property
    def papers(self) -> PapersStep:
        """Before the first tax item."""
        return self._kept(PapersStep(self._context, self.question.answering, self._page))

    @cached_property
    def stuck(self) -> StuckStep:
        """The desk would not decide."""
        return self._kept(StuckStep(self._context, self.question.answering, self._page))

    @cached_property
    def passed(self) -> PassedStep:
        """Account, password, letter."""
        return self._kept(PassedStep(self._context, self._page))

    @cached_property
    def booking(self) -> BookingStep:
        """Where and when to go."""
        return self._kept(BookingStep(self._context, self._page))

    @cached_property
    def booked(self) -> BookedStep:
        """An appointment to read out."""
        return self._kept(BookedStep(self._context, self._save, self._page))

    @cached_property
    def find(self) -> FindStep:
        """The case of who phones again."""
        return self._kept(FindStep(self._context, self._page))

    @cached_property
    def prove(self) -> ProveStep:
        """The code of the slip."""
        return self._kept(ProveStep(self._context, self._page))

    @cached_property
    def closing(self) -> ClosingStep:
        """A call that cannot go on."""
        return self._kept(ClosingStep(self._context, self._page))

    @cached_property
    def resume(self) -> ResumeStep:
        """The line went dead."""
        return self._kept(ResumeStep(self._context, self._page))
