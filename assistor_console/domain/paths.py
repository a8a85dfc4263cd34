"""Every way a call can go from its first words to its proof: what is asked on some way, and what ends it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from .conditions import Ask, AskKind, Condition, Ending, When

MOST_WAYS = 20_000
"""An opening whose conditions tell more ways apart can neither be checked here nor be read by anybody."""


@dataclass(slots=True)
class Walk:
    """What happens on some way: ids that are asked, numbers of endings that end it (from nought), whether one
    comes to the proof; `cut` where there are too many ways."""

    asked: set[str] = field(default_factory=set)
    ended: set[int] = field(default_factory=set)
    proves: bool = False
    cut: bool = False


def walk(asks: Sequence[Ask], endings: Sequence[Ending]) -> Walk:
    """Goes every way through asks in their order. Ways that conditions cannot tell apart are gone once."""
    seen, ways = Walk(), {frozenset[tuple[str, str]]()}
    for number, ask in enumerate(asks):
        later = {*_named(asks[number + 1 :]), *(row.question for end in endings for row in end.when.rows)}
        rows = [row for when in _conditions(asks, endings) for row in when.rows if row.question == ask.id]
        further = set[frozenset[tuple[str, str]]]()
        for way in ways:
            further |= _answered(ask, way, answers(ask, rows), endings, seen)
        ways = {frozenset(pair for pair in way if pair[0] in later) for way in further}
        if len(ways) > MOST_WAYS:
            seen.cut = True
            return seen
    seen.proves = bool(ways)
    return seen


def answers(ask: Ask, rows: Iterable[Condition]) -> tuple[str, ...]:
    """Answers of which each stands for all that the rows cannot tell from it."""
    if ask.kind is not AskKind.DIGITS:
        return ask.answers or ("",)
    named = {row.answer for row in rows if can_be(ask, row.answer)}
    least, most = ask.digits
    every = (str(n).zfill(size) for size in range(least, most + 1) for n in range(min(10**size, 1000)))
    other = next((one for one in every if one not in named), None)
    return (*sorted(named), *([] if other is None else [other]))


def can_be(ask: Ask, answer: str) -> bool:
    """Whether an ask can have this answer."""
    if ask.kind is not AskKind.DIGITS:
        return answer in ask.answers
    least, most = ask.digits
    return answer.isascii() and answer.isdigit() and least <= len(answer) <= most


def _answered(
    ask: Ask, way: frozenset[tuple[str, str]], said: Sequence[str], endings: Sequence[Ending], seen: Walk
) -> set[frozenset[tuple[str, str]]]:
    """The ways on from one: as it was where the ask is not asked, without those that end."""
    given = dict(way)
    if ask.when and not ask.when.holds(given):
        return {way}
    seen.asked.add(ask.id)
    on = set[frozenset[tuple[str, str]]]()
    for answer in said:
        heard = {**given, ask.id: answer}
        end = next((n for n, ending in enumerate(endings) if ending.when.holds(heard)), None)
        if end is None:
            on.add(frozenset(heard.items()))
        else:
            seen.ended.add(end)
    return on


def _named(asks: Iterable[Ask]) -> Iterator[str]:
    return (row.question for ask in asks if ask.when for row in ask.when.rows)


def _conditions(asks: Iterable[Ask], endings: Iterable[Ending]) -> Iterator[When]:
    yield from (ask.when for ask in asks if ask.when)
    yield from (ending.when for ending in endings)
