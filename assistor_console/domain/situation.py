"""What every rule of `domain.offers` looks at, and what a rule is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from .access import OPEN, Access
from .case import Case
from .errors import Refusal
from .flow import Matter
from .policy import Policy


@dataclass(frozen=True, slots=True)
class Situation:
    """Who asks, about what, when (UTC), under which policy; `matter`, `case`: None where none is named.

    `case` is as the call may know it (`flow.shown_case`). `scored` counts the interviews of the case that
    have a verdict or whose scoring began. `verified_at` is when the visit verified the caller, `issued_here`
    that the account was created on this call. `access` is how whoever asks stands to the case's record, and
    `printed` that they printed a letter of it.
    """

    who: UUID | None
    now: datetime
    policy: Policy
    case: Case | None = None
    matter: Matter | None = None
    scored: int = 0
    verified_at: datetime | None = None
    issued_here: bool = False
    access: Access = OPEN
    printed: bool = False


Judge = Callable[[Situation], Refusal | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, and the codes it may refuse with."""

    judge: Judge
    codes: tuple[str, ...]

    def __call__(self, situation: Situation) -> Refusal | None:
        """Why the act may not happen, None where this rule has nothing against it."""
        return self.judge(situation)


def says(*codes: str) -> Callable[[Judge], Rule]:
    """Makes a judgement a rule: `@says("call.none")`."""
    return lambda judge: Rule(judge, codes)
