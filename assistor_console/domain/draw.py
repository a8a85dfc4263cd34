"""Drawing the questions of one interview: seeded, reproducible, from the caller's own records alone."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from random import Random

from .candidates import Candidate, candidates, is_same
from .policy import Policy
from .script import IDENTITY, Question, Script
from .subject import Subject
from .terms import Section

_ORDER = (Section.CURRENT_RETURN, Section.PRIOR_RETURN, Section.INCOME_DOCUMENTS)

Pool = list[Candidate]
Fits = Callable[[Candidate, Sequence[Candidate]], bool]


@dataclass(frozen=True, slots=True)
class TooThin:
    """The records cannot carry an interview; `lacking` are sections with fewer items than policy demands
    (empty where there were items enough, but they answer each other)."""

    lacking: tuple[Section, ...]


def draw(script: Script, subject: Subject, policy: Policy, seed: int) -> tuple[Question, ...] | TooThin:
    """The tax questions of an interview, numbered after the identity items, or TooThin.

    The same script, records, policy and seed give the same questions. At least what policy demands of each
    section; income documents by turns a name and a number, about at least as many different documents; no two
    questions of which one answers the other; nothing that is zero or the same in both years.
    """
    rng = Random(seed)
    pools = _pools(candidates(script, subject, policy), rng)
    least = _least(policy)

    def fits(one: Candidate, chosen: Sequence[Candidate]) -> bool:
        return not any(_answers(one, other, policy) for other in chosen) and _related(one, chosen, script)

    chosen = next(_least_sets(pools, least, fits), None)
    if chosen is None:
        strong = {section: sum(not c.item.supplement for c in pools[section]) for section in _ORDER}
        return TooThin(tuple(section for section in _ORDER if strong[section] < least[section]))
    drawn = _filled(list(chosen), pools, _wanted(policy), fits)
    rng.shuffle(drawn)
    drawn.sort(key=lambda candidate: _ORDER.index(candidate.section))
    return tuple(c.question(script, number) for number, c in enumerate(drawn, len(IDENTITY) + 1))


def _least(policy: Policy) -> dict[Section, int]:
    return {
        Section.CURRENT_RETURN: policy.least_current_return,
        Section.PRIOR_RETURN: policy.least_prior_return,
        Section.INCOME_DOCUMENTS: policy.least_income_documents,
    }


def _wanted(policy: Policy) -> dict[Section, int]:
    return {
        Section.CURRENT_RETURN: policy.draw_current_return,
        Section.PRIOR_RETURN: policy.draw_prior_return,
        Section.INCOME_DOCUMENTS: policy.draw_income_documents,
    }


def _pools(found: Pool, rng: Random) -> dict[Section, Pool]:
    """Candidates by section in the order they are tried: shuffled, documents by turns names and numbers,
    supplements last."""
    rng.shuffle(found)
    pools: dict[Section, Pool] = {section: [c for c in found if c.section is section] for section in _ORDER}
    pools[Section.INCOME_DOCUMENTS] = _by_turns(pools[Section.INCOME_DOCUMENTS])
    for pool in pools.values():
        pool.sort(key=lambda candidate: candidate.item.supplement)
    return pools


def _by_turns(pool: Pool) -> Pool:
    names = [c for c in pool if c.is_name]
    numbers = [c for c in pool if not c.is_name]
    return [c for c in chain.from_iterable(zip_longest(names, numbers)) if c is not None]


def _least_sets(
    pools: dict[Section, Pool], least: dict[Section, int], fits: Fits
) -> Iterator[tuple[Candidate, ...]]:
    """Every smallest set that policy allows, documents first because they are the scarcest."""
    strong = {section: [c for c in pool if not c.item.supplement] for section, pool in pools.items()}
    documents = strong[Section.INCOME_DOCUMENTS]
    number = least[Section.INCOME_DOCUMENTS]
    if len(frozenset().union(*(c.documents for c in documents))) < number:
        return
    turns = [[c for c in documents if c.is_name is (turn % 2 == 0)] for turn in range(number)]
    rest = [strong[s] for s in (Section.PRIOR_RETURN, Section.CURRENT_RETURN) for _ in range(least[s])]
    for some in _picks(turns, (), fits):
        if len(frozenset().union(*(c.documents for c in some))) >= number:
            yield from _picks(rest, some, fits)


def _picks(slots: list[Pool], chosen: tuple[Candidate, ...], fits: Fits) -> Iterator[tuple[Candidate, ...]]:
    """Every way to add one candidate from each slot's pool so that all fit each other."""
    if not slots:
        yield chosen
        return
    for candidate in slots[0]:
        if candidate not in chosen and fits(candidate, chosen):
            yield from _picks(slots[1:], (*chosen, candidate), fits)


def _filled(chosen: Pool, pools: dict[Section, Pool], wanted: dict[Section, int], fits: Fits) -> Pool:
    """The least set with more of each section, as far as policy wants and the records go."""
    have = Counter(candidate.section for candidate in chosen)
    for candidate in chain.from_iterable(pools[section] for section in reversed(_ORDER)):
        section = candidate.section
        if have[section] < wanted[section] and candidate not in chosen and fits(candidate, chosen):
            chosen.append(candidate)
            have[section] += 1
    return chosen


def _answers(one: Candidate, other: Candidate, policy: Policy) -> bool:
    """Whether the answer to one is an answer to the other."""
    if one.item.kind is not other.item.kind:
        return False
    if one.is_name and not {p for _, _, p in one.documents}.isdisjoint(p for _, _, p in other.documents):
        return True
    return is_same(one.item.kind, one.accepted, other.accepted, policy)


def _related(one: Candidate, chosen: Sequence[Candidate], script: Script) -> bool:
    """Whether it may be added without too many related items of the same paper."""
    beside = [c.item.id for c in chosen if (c.section, c.year, c.form) == (one.section, one.year, one.form)]
    return all(
        sum(item in relation.items for item in beside) < relation.at_most
        for relation in script.relations
        if one.item.id in relation.items
    )
