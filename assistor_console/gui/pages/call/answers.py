"""Which question stands on the page while answers are still on their way to the desk."""

from dataclasses import dataclass, field

from ....domain.answering import IDENTIFYING
from ....requests.intake import CallSeen, QuestionSeen, Recorded


@dataclass(frozen=True, slots=True)
class Back:
    """An answer that was refused: what was typed, and the sentence that says why."""

    typed: str = field(repr=False)
    why: str


@dataclass
class Answers:
    """What one page remembers of a call's answers between two replies; no value of a recorded one.

    `sent` are on their way, `back` were refused, `changing` is the number being answered anew, `typed` holds
    what was begun for a question that is not shown now.
    """

    sent: dict[int, str] = field(default_factory=dict, repr=False)
    back: dict[int, Back] = field(default_factory=dict)
    typed: dict[int, str] = field(default_factory=dict, repr=False)
    changing: int | None = None

    def current(self, seen: CallSeen) -> QuestionSeen | None:
        """The question to show: a refused one first, then the one being changed, then the first open one."""
        number = self._number(seen)
        return next((q for q in seen.asked if q.number == number), None)

    def _number(self, seen: CallSeen) -> int | None:
        if self.back:
            return min(self.back)
        if self.changing is not None:
            return self.changing
        return self.next_open(seen)

    def next_open(self, seen: CallSeen) -> int | None:
        """The first question that has no answer yet, here or at the desk."""
        taken = {one.number for one in seen.recorded} | self.sent.keys()
        return min((number for number in seen.numbers if number not in taken), default=None)

    @staticmethod
    def may_send(seen: CallSeen, question: QuestionSeen) -> bool:
        """Whether the desk takes this answer now: TIN and name find the case before all else is asked."""
        return seen.case is not None or question.number in IDENTIFYING

    def send(self, number: int, typed: str) -> None:
        """An answer is on its way."""
        self.sent[number] = typed
        self.back.pop(number, None)
        self.typed.pop(number, None)
        if self.changing == number:
            self.changing = None

    def kept(self, number: int) -> None:
        """The desk has it."""
        self.sent.pop(number, None)

    def refused(self, number: int, why: str) -> None:
        """The desk will not have it: the question comes back with what was typed."""
        self.back[number] = Back(self.sent.pop(number, ""), why)

    def dropped(self, number: int) -> None:
        """It came to nothing and will not be asked again."""
        self.sent.pop(number, None)

    def before(self, seen: CallSeen) -> Recorded | None:
        """The recorded answer one step back that may still be changed, or None."""
        current = self._number(seen)
        open_ = [one for one in seen.recorded if not one.frozen and (current is None or one.number < current)]
        return max(open_, key=lambda one: one.number, default=None)
