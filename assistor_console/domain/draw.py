"""Drawing the questions of one interview: seeded, reproducible, from the caller's own records alone."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, zip_longest
from random import Random

from .candidates import Candidate, candidates, is_same
from .policy import Policy
from .script import IDENTITY, AskedItem, Question, Script
from .subject import Subject
from .tables import Tables
from .terms import Section

_ORDER = (Section.CURRENT_RETURN, Section.PRIOR_RETURN, Section.INCOME_DOCUMENTS)

Pool = list[Candidate]
Pools = Mapping[Section, Pool]
Fits = Callable[[Candidate, Sequence[Candidate]], bool]


@dataclass(frozen=True, slots=True)
class TooThin:
    """The records cannot carry an interview; `lacking` are sections with fewer items than policy demands
    (empty where there were items enough, but they answer each other)."""

    lacking: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """What else a draw goes by.

    `tables` know the common payers. `shown` was asked of this caller before, on whatever call: never again.
    `exposure` is the share (0 to 1) of the interviews of late that asked an item. `extra` more questions are
    asked than usual, where the account is marked (TIGTA 2010-40-045: additional probes).
    """

    tables: Tables | None = None
    shown: frozenset[AskedItem] = frozenset()
    exposure: Mapping[AskedItem, float] = field(default_factory=dict)
    extra: int = 0


_ALONE = Beside()


def draw(
    script: Script, subject: Subject, policy: Policy, seed: int, beside: Beside = _ALONE
) -> tuple[Question, ...] | TooThin:
    """The tax questions of an interview, numbered after the identity items, or TooThin.

    The same script, records, policy, seed and `beside` give the same questions. At least what policy demands
    of each section, of income documents so many full names of different payers and at least one number; no
    two questions of which one answers the other; nothing that is zero, the same in both years or was shown
    to this caller. What can be guessed, or was asked of many callers of late, is tried last; what can be
    guessed counts toward nothing policy demands. One that is about the very papers of an earlier one follows
    it.
    """
    rng = Random(seed)
    found = [c for c in candidates(script, subject, policy, beside.tables) if c.asks not in beside.shown]
    pools = _pools(found, rng, _over(beside.exposure, policy))
    least = _least(policy)

    def fits(one: Candidate, chosen: Sequence[Candidate]) -> bool:
        return goes_with(one, chosen, policy, script)

    chosen = next(_least_sets(pools, least, policy.least_names, fits), None)
    if chosen is None:
        return TooThin(_lacking(pools, least))
    drawn = _filled(list(chosen), pools, _wanted(policy), fits)
    more = _more(drawn, pools, beside.extra, fits)
    if len(more) < beside.extra:
        return TooThin(())
    return _asked(script, _ordered([*drawn, *more], rng))


def _over(exposure: Mapping[AskedItem, float], policy: Policy) -> frozenset[AskedItem]:
    """The items that were asked of more callers of late than policy allows."""
    return frozenset(item for item, share in exposure.items() if share * 100 > policy.exposure_percent)


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


def _pools(found: Pool, rng: Random, over: frozenset[AskedItem]) -> dict[Section, Pool]:
    """Candidates by section in the order they are tried: shuffled, documents by turns names and numbers, then
    those asked too often of late, last what can be guessed."""
    rng.shuffle(found)
    pools: dict[Section, Pool] = {section: [c for c in found if c.section is section] for section in _ORDER}
    pools[Section.INCOME_DOCUMENTS] = _by_turns(pools[Section.INCOME_DOCUMENTS])
    for pool in pools.values():
        pool.sort(key=lambda c: (not c.strong, c.item.supplement, c.asks in over))
    return pools


def _by_turns(pool: Pool) -> Pool:
    names = [c for c in pool if c.is_name]
    numbers = [c for c in pool if not c.is_name]
    return [c for c in chain.from_iterable(zip_longest(names, numbers)) if c is not None]


def _least_sets(
    pools: Pools, least: dict[Section, int], names: int, fits: Fits
) -> Iterator[tuple[Candidate, ...]]:
    """Every smallest set that policy allows, documents first because they are the scarcest."""
    strong = {section: [c for c in pool if c.strong] for section, pool in pools.items()}
    documents = strong[Section.INCOME_DOCUMENTS]
    number = least[Section.INCOME_DOCUMENTS]
    if len(_papers(documents)) < names:
        return
    of_names, of_numbers = ([c for c in documents if c.is_name is wanted] for wanted in (True, False))
    slots = [of_names] * names + [of_numbers] * (number - names)
    rest = [strong[s] for s in (Section.PRIOR_RETURN, Section.CURRENT_RETURN) for _ in range(least[s])]
    for some in _picks(slots, (), fits):
        if len(_papers(some)) >= min(2, number):
            yield from _picks(rest, some, fits)


def _papers(some: Iterable[Candidate]) -> frozenset[object]:
    return frozenset().union(*(c.documents for c in some))


def _picks(slots: list[Pool], chosen: tuple[Candidate, ...], fits: Fits) -> Iterator[tuple[Candidate, ...]]:
    """Every way to add one candidate from each slot's pool so that all fit each other."""
    if not slots:
        yield chosen
        return
    for candidate in slots[0]:
        if candidate not in chosen and fits(candidate, chosen):
            yield from _picks(slots[1:], (*chosen, candidate), fits)


def _filled(chosen: Pool, pools: Pools, wanted: dict[Section, int], fits: Fits) -> Pool:
    """The least set with more of each section, as far as policy wants and the records go."""
    have = Counter(candidate.section for candidate in chosen)
    for candidate in sorted(_all(pools), key=lambda c: not (c.is_name and c.strong)):
        section = candidate.section
        if have[section] < wanted[section] and candidate not in chosen and fits(candidate, chosen):
            chosen.append(candidate)
            have[section] += 1
    return chosen


def _more(chosen: Pool, pools: Pools, extra: int, fits: Fits) -> Pool:
    """So many further ones of any section that cannot be guessed, as far as the records go."""
    more: Pool = []
    for candidate in _all(pools):
        fresh = candidate.strong and candidate not in chosen
        if len(more) < extra and fresh and fits(candidate, [*chosen, *more]):
            more.append(candidate)
    return more


def _all(pools: Pools) -> Iterator[Candidate]:
    return chain.from_iterable(pools[section] for section in reversed(_ORDER))


def _lacking(pools: Pools, least: dict[Section, int]) -> tuple[Section, ...]:
    strong = {section: sum(c.strong for c in pools[section]) for section in _ORDER}
    return tuple(section for section in _ORDER if strong[section] < least[section])


def goes_with(one: Candidate, chosen: Sequence[Candidate], policy: Policy, script: Script) -> bool:
    """Whether it may be asked beside all of these: none answers the other, nor are too many related."""
    return not any(_answers(one, other, policy) for other in chosen) and _related(one, chosen, script)


def _answers(one: Candidate, other: Candidate, policy: Policy) -> bool:
    """Whether the answer to one is an answer to the other.

    An amount of the only document of its kind and the line of a return it alone makes up are equal, and so
    are found here (wages and the only W-2).
    """
    if one.item.kind is not other.item.kind:
        return False
    if one.is_name and not {p for _, _, p in one.documents}.isdisjoint(p for _, _, p in other.documents):
        return True
    return is_same(one.item.kind, one.accepted, other.accepted, policy)


def _related(one: Candidate, chosen: Sequence[Candidate], script: Script) -> bool:
    """Whether it may be added without too many related items of the same paper, and can be said to follow."""
    if not one.item.again and any(one.follows(other) for other in chosen):
        return False
    beside = [c.item.id for c in chosen if (c.section, c.year, c.form) == (one.section, one.year, one.form)]
    return all(
        sum(item in relation.items for item in beside) < relation.at_most
        for relation in script.relations
        if one.item.id in relation.items
    )


def _ordered(drawn: Pool, rng: Random) -> Pool:
    """Mixed within each section, but what is about the same papers stays together, a name first: it says
    which paper the caller took."""
    rng.shuffle(drawn)
    drawn.sort(key=lambda candidate: _ORDER.index(candidate.section))
    places: dict[object, int] = {}
    for place, candidate in enumerate(drawn):
        places.setdefault(_together(candidate), place)
    return sorted(drawn, key=lambda c: (places[_together(c)], len(c.documents) > 1 and not c.is_name))


def _together(candidate: Candidate) -> object:
    return candidate.documents if len(candidate.documents) > 1 else candidate


def _asked(script: Script, drawn: Pool) -> tuple[Question, ...]:
    """The candidates as questions, each bound to the first about the same papers."""
    first: dict[object, tuple[int, Candidate]] = {}
    questions = []
    for number, candidate in enumerate(drawn, len(IDENTITY) + 1):
        leader = first.setdefault(_together(candidate), (number, candidate))
        follows = candidate.follows(leader[1]) and leader[0] != number
        questions.append(candidate.question(script, number, leader if follows else None))
    return tuple(questions)
