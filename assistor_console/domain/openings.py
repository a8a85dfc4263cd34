"""What is wrong with what a script asks before the proof, and with how its calls begin and end."""

from collections.abc import Iterator, Mapping, Sequence

from .conditions import Ask, AskKind, Condition, Opening, Operator, When
from .faults import Fault, fault
from .paths import MOST_WAYS, can_be, walk
from .script import LINES, Script
from .terms import Escape, Proof, Reason, Verdict

LONGEST = 20
"""More digits nobody reads out."""

_STRONG = frozenset({Proof.PROBES, Proof.INTERVIEW})
_ANY = frozenset(Proof) - {Proof.VISIT}
ENOUGH: dict[Reason, frozenset[Proof]] = {
    Reason.NEW_PROOFING: frozenset({Proof.INTERVIEW}),
    Reason.RETURN_AFTER_VISIT: frozenset({Proof.VISIT}),
    Reason.LOST_PASSWORD: _STRONG,
    Reason.LETTER_NOT_ARRIVED: _STRONG,
    Reason.CODE_EXPIRED: _STRONG,
    Reason.MOVED: _STRONG,
    Reason.NOT_ME: _ANY,
    Reason.RESCHEDULE: _ANY,
}
"""What proves enough for each reason: an account needs the interview or the visit (e-Services notice,
December 2017), a new password or code the additional probes of a high-risk call (TIGTA 2010-40-045)."""


def flow(script: Script) -> Iterator[Fault]:
    """Every fault of asks, openings, escapes and the lines they say."""
    for ask in script.asks.values():
        yield from _ask(script, ask)
    for reason in Reason:
        if reason not in script.openings:
            yield fault("script.opening_missing", "openings", reason=reason.value)
    for opening in script.openings.values():
        yield from _opening(script, opening)
    for escape in Escape:
        if escape not in script.escapes:
            yield fault("script.escape_missing", "escapes", escape=escape.value)
    for route in script.escapes.values():
        yield from _lines(script, f"escapes.{route.escape}.lines", route.lines)
    yield from _unused(script)


def _ask(script: Script, ask: Ask) -> Iterator[Fault]:
    where = f"asks.{ask.id}"
    values = [choice.value for choice in ask.choices]
    if (ask.kind is AskKind.CHOICE) != bool(values) or len(values) == 1 or len(set(values)) < len(values):
        yield fault("script.ask_choices", where)
    least, most = ask.digits
    if not (1 <= least <= most <= LONGEST if ask.kind is AskKind.DIGITS else ask.digits == (0, 0)):
        yield fault("script.ask_digits", where, most=LONGEST)
    if ask.when:
        yield from _rows(script.asks, where, ask.when)
    if ask.id in _before(script.asks, ask.id):
        yield fault("script.cycle", f"{where}.enable_when", ask=ask.id)


def _before(asks: Mapping[str, Ask], name: str) -> set[str]:
    """What must be answered before an ask, near and far."""
    found, look = set[str](), [name]
    while look:
        ask = asks.get(look.pop())
        needed = {row.question for row in ask.when.rows} - found if ask and ask.when else set[str]()
        found |= needed
        look += needed
    return found


def _rows(asks: Mapping[str, Ask], where: str, when: When) -> Iterator[Fault]:
    """Rows about nothing that is asked, or with an answer that cannot be given."""
    for place, row in _placed(where, when):
        ask = asks.get(row.question)
        if ask is None:
            yield fault("script.condition_unknown", place, question=row.question)
        elif row.operator is Operator.EXISTS:
            if row.answer:
                yield fault("script.condition_exists", place)
        elif not can_be(ask, row.answer):
            possible = ", ".join(ask.answers) or f"{ask.digits[0]}–{ask.digits[1]}"
            yield fault(
                "script.condition_answer",
                place,
                question=ask.id,
                answer=row.answer or "–",
                possible=possible,
            )


def _placed(where: str, when: When) -> Iterator[tuple[str, Condition]]:
    kind = "all" if when.every else "any"
    return ((f"{where}.enable_when.{kind}[{n}]", row) for n, row in enumerate(when.rows, 1))


def _opening(script: Script, opening: Opening) -> Iterator[Fault]:
    where = f"openings.{opening.reason}"
    if opening.proof not in ENOUGH[opening.reason]:
        enough = ", ".join(sorted(ENOUGH[opening.reason]))
        yield fault("script.proof_weak", f"{where}.proof", proof=opening.proof.value, enough=enough)
    yield from _lines(script, f"{where}.lines", opening.lines)
    for verdict in Verdict:
        if not opening.outcomes.get(verdict):
            yield fault("script.outcome_missing", f"{where}.outcomes", verdict=verdict.value)
    for verdict, lines in opening.outcomes.items():
        yield from _lines(script, f"{where}.outcomes.{verdict}", lines)
    for number, ending in enumerate(opening.endings, 1):
        place = f"{where}.endings[{number}]"
        if ending.line not in script.lines:
            yield fault("script.line_unknown", f"{place}.line", line=ending.line)
        yield from _rows(script.asks, place, ending.when)
    yield from _asked(script, opening, where)


def _asked(script: Script, opening: Opening, where: str) -> Iterator[Fault]:
    """The asks of an opening: known, once each, after what their conditions look at, and each on some way."""
    for number, name in enumerate(opening.asks, 1):
        if name not in script.asks:
            yield fault("script.ask_unknown", f"{where}.asks[{number}]", ask=name)
        if name in opening.asks[: number - 1]:
            yield fault("script.ask_twice", f"{where}.asks[{number}]", ask=name)
    asks = tuple(script.asks[name] for name in opening.asks if name in script.asks)
    early = list(_early(script, opening, asks, where))
    yield from early
    for number, ending in enumerate(opening.endings, 1):
        for place, row in _placed(f"{where}.endings[{number}]", ending.when):
            if row.question in script.asks and row.question not in opening.asks:
                yield fault("script.condition_elsewhere", place, question=row.question)
    if len(set(opening.asks)) == len(opening.asks):
        told = {found.where for found in early} | {
            _place(opening, where, ask) for ask in asks if ask.when and any(_rows(script.asks, "", ask.when))
        }
        yield from _ways(opening, asks, where, told)


def _early(script: Script, opening: Opening, asks: Sequence[Ask], where: str) -> Iterator[Fault]:
    for number, ask in enumerate(asks):
        before = {earlier.id for earlier in asks[:number]}
        for row in ask.when.rows if ask.when else ():
            if row.question in script.asks and row.question not in before:
                yield fault(
                    "script.condition_later", _place(opening, where, ask), ask=ask.id, question=row.question
                )


def _place(opening: Opening, where: str, ask: Ask) -> str:
    return f"{where}.asks[{opening.asks.index(ask.id) + 1}]"


def _ways(opening: Opening, asks: Sequence[Ask], where: str, told: set[str]) -> Iterator[Fault]:
    seen = walk(asks, opening.endings)
    if seen.cut:
        yield fault("script.ways", where, most=MOST_WAYS)
        return
    for ask in asks:
        place = _place(opening, where, ask)
        if ask.id not in seen.asked and place not in told:
            yield fault("script.ask_unreachable", place, ask=ask.id)
    for index, ending in enumerate(opening.endings):
        if index not in seen.ended:
            yield fault("script.ending_unreachable", f"{where}.endings[{index + 1}]", line=ending.line)
    if not seen.proves:
        yield fault("script.never_proves", where)


def _lines(script: Script, where: str, lines: Sequence[str]) -> Iterator[Fault]:
    for number, line in enumerate(lines, 1):
        if line not in script.lines:
            yield fault("script.line_unknown", f"{where}[{number}]", line=line)


def said_lines(script: Script) -> frozenset[str]:
    """The ids of the lines that something says: the program, an opening, an ending, an outcome, an escape."""
    said = set(LINES)
    for opening in script.openings.values():
        said |= {*opening.lines, *(ending.line for ending in opening.endings)}
        said |= {line for lines in opening.outcomes.values() for line in lines}
    return frozenset(said.union(*(route.lines for route in script.escapes.values())))


def _unused(script: Script) -> Iterator[Fault]:
    said = said_lines(script)
    for line in script.lines:
        if line not in said:
            yield fault("script.line_unused", f"lines.{line}", line=line)
    asked = {ask for opening in script.openings.values() for ask in opening.asks}
    for name in script.asks:
        if name not in asked:
            yield fault("script.ask_unused", f"asks.{name}", ask=name)
