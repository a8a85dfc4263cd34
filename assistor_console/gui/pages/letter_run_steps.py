"""Which step of a letter run comes next: take it, print it, mail it; or why somebody else must."""

from dataclasses import dataclass
from enum import StrEnum

from ...domain.letter import LetterState
from ...requests.letters import LetterDesk, RunSeen
from ..days import time_and_zone
from ..texts import Say


class Step(StrEnum):
    """What a run needs next."""

    NONE = "none"
    TAKE = "take"
    PRINT = "print"
    MAIL = "mail"
    UNCERTAIN = "uncertain"
    THEIRS = "theirs"


PLACES = {Step.TAKE: 1, Step.PRINT: 2, Step.UNCERTAIN: 3, Step.THEIRS: 2, Step.MAIL: 4}
ACTS = {
    Step.TAKE: "take",
    Step.PRINT: "printed",
    Step.UNCERTAIN: "printed",
    Step.MAIL: "mailed",
}
COUNTED = frozenset({Step.PRINT, Step.UNCERTAIN, Step.MAIL})
REPLACED = COUNTED


@dataclass(frozen=True, slots=True)
class Next:
    """The next step of what is chosen; `run` is None for the letters that nobody has taken."""

    step: Step
    run: RunSeen | None = None

    @property
    def act(self) -> str:
        """The act of the primary button, or ""."""
        return ACTS.get(self.step, "")

    @property
    def drawable(self) -> bool:
        """Whether this person may see the pages now."""
        return self.step is Step.PRINT

    def words(self, say: Say) -> tuple[str, str, str]:
        """The step as a heading, more about it, and its place among the four."""
        run = self.run.number if self.run else ""
        who = self.run.leased_by if self.run else ""
        ends = time_and_zone(self.run.lease_ends) if self.run else ""
        code, at = f"letters_page.step_{self.step}", PLACES.get(self.step)
        place = say("letters_page.step", at=at) if at else ""
        values = {"run": run, "who": who, "time": ends}
        return say(code, **values), say(f"{code}_more", **values), place


def next_step(desk: LetterDesk, run: RunSeen | None) -> Next:
    """What comes next for a run, or for the waiting letters where none is chosen."""
    if run is None:
        return Next(Step.TAKE if desk.queued else Step.NONE)
    if run.state in (LetterState.LEASED, LetterState.PRINTED) and not run.mine and desk.now < run.lease_ends:
        return Next(Step.THEIRS, run)
    if run.state is LetterState.LEASED:
        return Next(Step.PRINT, run)
    if run.state is LetterState.UNCERTAIN:
        return Next(Step.UNCERTAIN, run)
    return Next(Step.MAIL if run.state is LetterState.PRINTED else Step.NONE, run)
