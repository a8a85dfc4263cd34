"""The letter ledger: where a letter may stand, and the steps between.

queued → leased → printed → mailed. A lease that runs out is uncertain and waits for a person: the letter is
never printed again by itself. A new letter supersedes the old one and voids its code.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from .errors import Refusal, refused
from .records import Address
from .terms import Language


class LetterState(StrEnum):
    """Where one letter, or one run, stands."""

    QUEUED = "queued"
    LEASED = "leased"
    UNCERTAIN = "uncertain"
    PRINTED = "printed"
    MAILED = "mailed"
    SUPERSEDED = "superseded"


STEPS: dict[LetterState, frozenset[LetterState]] = {
    LetterState.QUEUED: frozenset({LetterState.LEASED, LetterState.SUPERSEDED}),
    LetterState.LEASED: frozenset({LetterState.PRINTED, LetterState.SUPERSEDED}),
    LetterState.UNCERTAIN: frozenset({LetterState.PRINTED, LetterState.SUPERSEDED}),
    LetterState.PRINTED: frozenset({LetterState.MAILED, LetterState.SUPERSEDED}),
    LetterState.MAILED: frozenset({LetterState.SUPERSEDED}),
    LetterState.SUPERSEDED: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Letter:
    """One activation-code letter. `code` is empty once its run is confirmed printed; `code_index` stays.

    `notice` is the date on it and `last_day` the date it names as deadline; both are set when it is leased.
    """

    id: UUID
    number: str
    account_id: UUID
    case_id: UUID
    state: LetterState
    live: bool
    language: Language
    queued_at: datetime
    name: str = field(repr=False)
    address: Address = field(repr=False)
    username: str = field(repr=False)
    code: str = field(repr=False)
    code_index: bytes | None = field(default=None, repr=False)
    notice: date | None = None
    last_day: date | None = None
    deadline: datetime | None = None
    run_id: UUID | None = None

    def step(self, state: LetterState, **values: object) -> "Letter":
        """The letter one step on; Refused("letter.state") for a step the ledger has not."""
        if state not in STEPS[self.state]:
            raise refused("letter.state", state=self.state.value, wanted=state.value)
        return replace(self, state=state, **values)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Run:
    """Letters printed at once, leased by `person` until `lease_ends` (UTC)."""

    id: UUID
    number: str
    state: LetterState
    person: UUID
    leased_at: datetime
    lease_ends: datetime
    letters: int

    def standing(self, now: datetime) -> LetterState:
        """Where it stands at `now`: a lease that ran out is uncertain."""
        overdue = self.state is LetterState.LEASED and now >= self.lease_ends
        return LetterState.UNCERTAIN if overdue else self.state

    def step(self, state: LetterState) -> "Run":
        """The run one step on; Refused("run.state") for a step the ledger has not. A mailed run is over."""
        if state not in STEPS[self.state] or self.state is LetterState.MAILED:
            raise refused("run.state", state=self.state.value, wanted=state.value)
        return replace(self, state=state)

    def step_refusal(self, person: UUID | None, now: datetime) -> Refusal | None:
        """Why this person may not say what became of the run: while the lease holds, its holder does."""
        return Refusal("run.not_yours") if self.person != person and now < self.lease_ends else None

    def draw_refusal(self, person: UUID | None, now: datetime) -> Refusal | None:
        """Why this person may not see the run's pages now."""
        if self.person != person:
            return Refusal("run.not_yours")
        standing = self.standing(now)
        return (
            None if standing is LetterState.LEASED else Refusal("run.not_leased", {"state": standing.value})
        )
