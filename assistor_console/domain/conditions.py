"""What a script asks before anybody is proved, under which conditions, and where that leads.

Conditions are the rows of FHIR's `enableWhen`: an ask, an operator, an answer. They look at what was answered
to asks — never at whether an answer is accurate, never at an answer about taxes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from .terms import Escape, Proof, Reason, Text, Verdict

YES, NO = "yes", "no"


class Operator(StrEnum):
    """How a row looks at an answer."""

    EQUALS = "="
    DIFFERS = "!="
    EXISTS = "exists"


class AskKind(StrEnum):
    """What answers an ask: yes or no, one of its choices, or digits (an interpreter's PIN, a relay operator's
    number)."""

    YES_NO = "yes_no"
    CHOICE = "choice"
    DIGITS = "digits"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values a choice can take, and how it is said."""

    value: str
    text: Text


@dataclass(frozen=True, slots=True)
class Condition:
    """One row. It holds only where its question was answered: EXISTS then holds, the others compare."""

    question: str
    operator: Operator
    answer: str = ""

    def holds(self, given: Mapping[str, str]) -> bool:
        """Whether the row holds for the answers given, by ask."""
        answer = given.get(self.question)
        if answer is None:
            return False
        return self.operator is Operator.EXISTS or (answer == self.answer) is (
            self.operator is Operator.EQUALS
        )


@dataclass(frozen=True, slots=True)
class When:
    """Rows of which `every` one must hold, or else any one."""

    rows: tuple[Condition, ...]
    every: bool = True

    def holds(self, given: Mapping[str, str]) -> bool:
        """Whether the rows hold together for the answers given, by ask."""
        held = (row.holds(given) for row in self.rows)
        return all(held) if self.every else any(held)


@dataclass(frozen=True, slots=True)
class Ask:
    """Something asked before the proof. `digits` are the least and the most digits of an answer in digits."""

    id: str
    kind: AskKind
    label: Text
    text: Text
    hint: Text | None = None
    choices: tuple[Choice, ...] = ()
    digits: tuple[int, int] = (0, 0)
    when: When | None = None

    @property
    def answers(self) -> tuple[str, ...]:
        """Every answer it can have; empty for digits, which no list holds."""
        if self.kind is AskKind.YES_NO:
            return YES, NO
        return tuple(choice.value for choice in self.choices)


@dataclass(frozen=True, slots=True)
class Ending:
    """The line that closes the call for whoever cannot be helped here."""

    line: str
    when: When


@dataclass(frozen=True, slots=True)
class Opening:
    """How a call about a reason begins: lines said, asks in their order, what ends it, how the caller is
    proved; `outcomes` are the lines said at each verdict of the proof."""

    reason: Reason
    label: Text
    proof: Proof
    lines: tuple[str, ...]
    asks: tuple[str, ...]
    endings: tuple[Ending, ...] = ()
    outcomes: Mapping[Verdict, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EscapeRoute:
    """What is said where a call must be broken off; then it ends."""

    escape: Escape
    label: Text
    lines: tuple[str, ...]


def enabled(asks: Iterable[Ask], given: Mapping[str, str]) -> tuple[Ask, ...]:
    """Those asks whose condition holds, in order. `given` are answers by ask; one to an ask that is itself
    not enabled (answered, then an earlier answer was changed) counts for nothing."""
    found, heard = list[Ask](), dict[str, str]()
    for ask in asks:
        if ask.when is None or ask.when.holds(heard):
            found.append(ask)
            if ask.id in given:
                heard[ask.id] = given[ask.id]
    return tuple(found)


def counted(asks: Iterable[Ask], given: Mapping[str, str]) -> dict[str, str]:
    """The answers that count: those to enabled asks."""
    return {ask.id: given[ask.id] for ask in enabled(asks, given) if ask.id in given}


def ending(opening: Opening, given: Mapping[str, str]) -> str | None:
    """The line of the first ending that holds for the answers that count; None where the call goes on.

    Looked at after every answer: the first that holds closes the call, and nothing more is asked.
    """
    return next((end.line for end in opening.endings if end.when.holds(given)), None)
