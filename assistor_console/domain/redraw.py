"""Questions in the place of those that were burnt: the line went dead while one stood."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from .candidates import Candidate, candidates
from .draw import Beside, goes_with
from .policy import Policy
from .scoring import is_whole
from .script import Question, Script
from .subject import Subject


@dataclass(frozen=True, slots=True)
class Broken:
    """An interview of which some questions were `burnt`, the last of them just now; `kept` are all others
    that count, identity items included; `number` is free for another."""

    burnt: tuple[Question, ...]
    kept: tuple[Question, ...]
    number: int


def falls_with(burnt: Question, asked: Sequence[Question]) -> tuple[Question, ...]:
    """The question, and those not asked yet that would follow its answer."""
    return (burnt, *(q for q in asked if q.follows == burnt.number))


def replacement(
    script: Script, subject: Subject, policy: Policy, seed: int, broken: Broken, beside: Beside
) -> Question | None:
    """A fresh question of the same section as the last one burnt, or of another one where the records of that
    section have no more; None where the interview cannot be made whole again.

    It fits every question that is kept, as in the draw, and was never shown to this caller. The interview has
    as many questions as before: nobody sheds an item by putting the line down. The same arguments give the
    same question.
    """
    found = candidates(script, subject, policy, beside.tables)
    still = [c for c in found if any(_is(c, question) for question in broken.kept)]
    gone = broken.burnt[-1]
    fresh = [c for c in found if _is_fresh(c, broken, beside) and _fits(c, still, policy, script)]
    Random(seed).shuffle(fresh)
    fresh.sort(key=lambda c: (c.section is not gone.section, c.item.kind is not gone.kind))
    drawn = (c.question(script, broken.number) for c in fresh)
    return next((q for q in drawn if is_whole([*broken.kept, q], policy)), None)


def _is(candidate: Candidate, question: Question) -> bool:
    return candidate.asks == question.asks and candidate.section is question.section


def _is_fresh(candidate: Candidate, broken: Broken, beside: Beside) -> bool:
    known = any(_is(candidate, question) for question in (*broken.burnt, *broken.kept))
    return candidate.strong and not known and candidate.asks not in beside.shown


def _fits(candidate: Candidate, still: Sequence[Candidate], policy: Policy, script: Script) -> bool:
    """As in the draw; but none that would follow another, whose answer may have been given long ago."""
    alone = not any(candidate.follows(other) or other.follows(candidate) for other in still)
    return alone and goes_with(candidate, still, policy, script)
