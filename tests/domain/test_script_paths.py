"""Random scripts: those are published of which every way ends in an outcome and asks enough, and no others.

The oracle goes every combination of answers one by one, and knows nothing of how the check looks for them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from assistor_console.domain.conditions import (
    Ask,
    AskKind,
    Choice,
    Condition,
    Ending,
    Opening,
    Operator,
    When,
)
from assistor_console.domain.enough import enough
from assistor_console.domain.openings import flow
from assistor_console.domain.paths import walk
from assistor_console.domain.script import Script, Source
from assistor_console.domain.terms import AnswerKind, Form, Proof, Reason, Text, Verdict
from tests.domain.made import policy, script

WORDS = Text("Some words.", "Unas palabras.")
NAMES = "abcd"
SHIPPED = script()
KINDS: dict[str, tuple[str, ...]] = {
    "yes_no": ("yes", "no"),
    "choice": ("red", "green", "blue"),
    "digits": tuple("0123456789"),
}
ANSWERS = ("yes", "no", "red", "green", "7", "")


def alphabet(ask: Ask) -> tuple[str, ...]:
    return KINDS[ask.kind.value]


def made_ask(name: str, kind: str, when: When | None) -> Ask:
    choices = tuple(Choice(value, WORDS) for value in KINDS["choice"]) if kind == "choice" else ()
    digits = (1, 1) if kind == "digits" else (0, 0)
    return Ask(name, AskKind(kind), WORDS, WORDS, choices=choices, digits=digits, when=when)


@st.composite
def whens(draw: st.DrawFn, about: str) -> When:
    """Mostly rows that make sense, some that do not."""
    rows = draw(
        st.lists(
            st.builds(
                Condition,
                st.sampled_from(about * 6 + NAMES + "z"),
                st.sampled_from((Operator.EQUALS, Operator.EQUALS, Operator.DIFFERS)),
                st.sampled_from(ANSWERS[:2] * 4 + ANSWERS),
            )
            | st.builds(Condition, st.sampled_from(about), st.just(Operator.EXISTS)),
            min_size=1,
            max_size=2,
        )
    )
    return When(tuple(rows), draw(st.booleans()))


@st.composite
def openings(draw: st.DrawFn) -> tuple[Opening, dict[str, Ask]]:
    """An opening with up to four asks, and these."""
    names = NAMES[: draw(st.integers(1, 4))]
    asks = dict[str, Ask]()
    kinds = draw(st.permutations(("yes_no", "yes_no", "choice", "digits")))
    for number, name in enumerate(names):
        asked = number > 0 and draw(st.booleans())
        asks[name] = made_ask(name, kinds[number], draw(whens(names[:number])) if asked else None)
    order = names if draw(st.integers(0, 4)) else "".join(draw(st.permutations(names)))
    ends = draw(st.lists(st.builds(Ending, st.just("goodbye"), whens(names)), max_size=3))
    outcomes = {verdict: ("goodbye",) for verdict in Verdict if draw(st.integers(0, 9))}
    proof = draw(st.sampled_from((Proof.PROBES, Proof.INTERVIEW) * 4 + tuple(Proof)))
    return Opening(Reason.MOVED, WORDS, proof, (), tuple(order), tuple(ends), outcomes), asks


def row_holds(row: Condition, said: Mapping[str, str]) -> bool:
    if row.question not in said:
        return False
    same = said[row.question] == row.answer
    return {Operator.EQUALS: same, Operator.DIFFERS: not same, Operator.EXISTS: True}[row.operator]


def holds(when: When, said: Mapping[str, str]) -> bool:
    held = [row_holds(row, said) for row in when.rows]
    return False not in held if when.every else True in held


def played(opening: Opening, asks: Mapping[str, Ask]) -> Iterator[tuple[set[str], int | None]]:
    """What every combination of answers leads to: who was asked, and the ending (None: the proof)."""
    alphabets = [alphabet(asks[name]) for name in opening.asks]
    for answers in product(*alphabets):
        said, end = dict[str, str](), None
        for name, answer in zip(opening.asks, answers, strict=True):
            when = asks[name].when
            if when is not None and not holds(when, said):
                continue
            said[name] = answer
            ended = [n for n, ending in enumerate(opening.endings) if holds(ending.when, said)]
            if ended:
                end = ended[0]
                break
        yield set(said), end


def makes_sense(row: Condition, asked: str, asks: Mapping[str, Ask]) -> bool:
    if row.question not in asked:
        return False
    return row.answer == "" if row.operator is Operator.EXISTS else row.answer in alphabet(asks[row.question])


def fit(opening: Opening, asks: Mapping[str, Ask]) -> bool:
    """Whether the opening may be published, by going every way."""
    order = "".join(opening.asks)
    looked = [(row, order[: order.index(n)]) for n in order for row in (asks[n].when or When(())).rows]
    looked += [(row, order) for ending in opening.endings for row in ending.when.rows]
    if not all(makes_sense(row, before, asks) for row, before in looked):
        return False
    ways = list(played(opening, asks))
    reached = set[str]().union(*(asked for asked, _ in ways))
    ends = {end for _, end in ways}
    return (
        reached == set(order)
        and ends == {None, *range(len(opening.endings))}
        and len(opening.outcomes) == len(Verdict)
        and opening.proof in (Proof.PROBES, Proof.INTERVIEW)
    )


def with_opening(opening: Opening, asks: Mapping[str, Ask]) -> Script:
    every = {**SHIPPED.asks, **asks}
    return replace(SHIPPED, asks=every, openings={**SHIPPED.openings, Reason.MOVED: opening})


NO_LONGER_SAID = {"script.line_unused", "script.ask_unused"}
"""What only the shipped opening that was replaced said and asked."""


@settings(max_examples=250)
@given(openings())
def test_accepted_are_exactly_the_openings_of_which_every_way_is_good(
    drawn: tuple[Opening, dict[str, Ask]],
) -> None:
    opening, asks = drawn
    found = {one.code for one in flow(with_opening(opening, asks))} - NO_LONGER_SAID
    assert (not found) is fit(opening, asks), found


@settings(max_examples=150)
@given(openings())
def test_what_is_asked_and_ended_is_what_every_combination_of_answers_leads_to(
    drawn: tuple[Opening, dict[str, Ask]],
) -> None:
    opening, asks = drawn
    seen = walk([asks[name] for name in opening.asks], opening.endings)
    ways = list(played(opening, asks))
    assert seen.asked == set[str]().union(*(asked for asked, _ in ways))
    assert seen.ended == {end for _, end in ways if end is not None}
    assert seen.proves is any(end is None for _, end in ways)


def test_no_opening_tells_more_ways_apart_than_anybody_can_read() -> None:
    asks = {f"a{n}": made_ask(f"a{n}", "yes_no", None) for n in range(16)}
    rows = tuple(Condition(name, Operator.EQUALS, "yes") for name in asks)
    opening = replace(
        SHIPPED.openings[Reason.MOVED], asks=tuple(asks), endings=(Ending("goodbye", When(rows)),)
    )
    assert "script.ways" in {one.code for one in flow(with_opening(opening, asks))}


def of_form(some: Script, source: Source, form: Form, year: int) -> list[str]:
    """Items that count and have a place on the form of the year."""
    return [
        item.id
        for item in some.items
        if item.source is source
        and form in item.forms
        and not item.supplement
        and any(form in p.forms and p.first <= year <= p.last for p in some.places.get(item.id, ()))
    ]


def together(some: Script, items: list[str]) -> int:
    """The most items that may be asked together: every subset is tried."""
    best = 0
    for chosen in product((False, True), repeat=len(items)):
        ids = {item for item, taken in zip(items, chosen, strict=True) if taken}
        if all(len(ids & relation.items) <= relation.at_most for relation in some.relations):
            best = max(best, len(ids))
    return best


def asks_enough(some: Script, current: int, prior: int, documents: int) -> bool:
    names = {item.id for item in some.items if item.kind is AnswerKind.BUSINESS_NAME}
    for year, least in ((2016, current), (2015, prior)):
        for form in (Form.F1040, Form.F1040A, Form.F1040EZ):
            if together(some, of_form(some, Source.RETURN, form, year)) < least:
                return False
        for form in set(Form) - {Form.F1040, Form.F1040A, Form.F1040EZ, Form.NEC}:
            items = set(of_form(some, Source.DOCUMENT, form, year))
            if not items & names or (documents > 1 and not items - names):
                return False
    return True


@settings(max_examples=60, deadline=None)
@given(
    st.sets(st.sampled_from([item.id for item in SHIPPED.items]), max_size=5),
    st.tuples(st.integers(1, 5), st.integers(1, 5), st.integers(1, 2)),
    st.integers(1, 3),
)
def test_a_script_asks_as_much_as_policy_demands_or_is_refused(
    gone: set[str], least: tuple[int, int, int], at_most: int
) -> None:
    current, prior, documents = least
    some = replace(
        SHIPPED,
        items=tuple(item for item in SHIPPED.items if item.id not in gone),
        relations=(replace(SHIPPED.relations[0], at_most=at_most), *SHIPPED.relations[1:]),
    )
    demanded = replace(
        policy(),
        least_current_return=current,
        least_prior_return=prior,
        least_income_documents=documents,
    )
    assert (not list(enough(some, demanded))) is asks_enough(some, current, prior, documents)
