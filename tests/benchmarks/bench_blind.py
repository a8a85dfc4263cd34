"""Blind by architecture, measured: no expected answer reaches a console, however wrong the answers are.

1,000 callers have values on file that nothing else in the world is like: words, amounts of twelve digits,
dates of birth, numbers of nine digits. Two real console processes (window, call page, RemoteDesk), which are
told only what assistors type, hold an interview with each of them, over HTTPS, against a server process on
PostgreSQL. Every answer to a tax item is wrong; every other caller also says of themselves no more than opens
their case. Then some of them are booked, some come back from their visit, and letters are mailed.

Searched: every byte the desk sent to a console (PDF documents by their words too), all readable memory of the
console processes at several moments, some of them in the middle of a question, and everything they wrote.
Looked for: each value as a person could see it, in three character widths, and as computers count.

Not looked for, because it proves nothing: what the assistor typed themselves (SSN; of the callers who said
everything true, name, date of birth and address); filing status, numbers of exemptions and four-digit
endings of accounts, which any memory holds by chance; dates written without separators or with the month's
name; what is sealed or compressed, but for PDF; and what pixels show.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.blind_desk import Console, console, typed
from tests.benchmarks.blind_forms import Plants, together
from tests.benchmarks.blind_net import Find, Net
from tests.benchmarks.blind_people import Planted, callers
from tests.benchmarks.blind_visits import come_back, expected
from tests.benchmarks.central_desk import central_desk
from tests.benchmarks.frame import Figure, Unmeasured, at_least, at_most

NAME = "blind"
INTERVIEWS = 1000
SEED = 2017
BATCH = 20
PAUSE_AT = 8
"""The third tax item."""

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """How many interviews at which consoles; at each so many of them by keys, and so many of those booked.

    `back` booked callers come back from their visit to the first console.
    """

    interviews: int = INTERVIEWS
    people: tuple[str, ...] = ("ana", "ben")
    by_keys: int = 20
    booked: int = 4
    back: int = 2


@dataclass
class Result:
    """How many interviews came to their verdict, how many values were planted, and what was found of them."""

    interviews: int = 0
    planted: int = 0
    in_replies: set[Find] = field(default_factory=set)
    in_memory: set[Find] = field(default_factory=set)
    in_files: set[Find] = field(default_factory=set)


def run(say: Say) -> list[Figure]:
    """`interviews` and `planted_values`; and how many of these were found in replies, memory and files."""
    result = hold(Plan(), say)
    return [
        at_least("interviews", result.interviews, "", INTERVIEWS),
        at_least("planted_values", result.planted, "", 12 * INTERVIEWS),
        at_most("in_replies", len(result.in_replies), "", 0),
        at_most("in_console_memory", len(result.in_memory), "", 0),
        at_most("in_console_files", len(result.in_files), "", 0),
    ]


def hold(plan: Plan, say: Say) -> Result:
    """Holds the interviews and searches; Unmeasured where the search does not find its marks."""
    *people, marker = callers(plan.interviews + 1, SEED)
    marks = marks_of(marker)
    planted = together(one.plants for one in people)
    net = Net(planted | marks)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="blind-")))
        desk = stack.enter_context(central_desk())
        desk.world.load(*(record for one in (*people, marker) for record in one.records))
        say(f"{len(planted):,} values planted on {len(people):,} callers")
        consoles = [stack.enter_context(console(desk, who, folder, net)) for who in plan.people]
        first = consoles[0]
        prove_chance(first.look())
        prove_search(first, marker, marks, say)
        referred = _interviews(plan, consoles, people, say)
        wanted = expected(desk.world, planted | marker.plants)
        say(f"{wanted:,} amounts and names were expected in these interviews, all of them planted")
        come_back(desk, first, plan.people[0], people, plan.back)
        first.look()
        say(f"{sum(one.megabytes for one in consoles):.0f} MB of memory and every reply are searched")
        result = Result(referred, len(planted))
        for one in consoles:
            result.in_memory |= one.in_memory
            result.in_files |= one.in_files()
            result.in_replies |= one.in_replies()
    return _without_marks(result, Net(marks).all_finds())


def marks_of(marker: Planted) -> Plants:
    """One value of each sort that a console is told: it must be found."""
    plants = marker.plants
    assert marker.true
    return Plants(
        frozenset({marker.said.name.split()[0].lower()}),
        frozenset({min(plants.amounts)}),
        frozenset({marker.said.born}),
        frozenset({min(plants.numbers)}),
    )


def prove_chance(found: set[Find]) -> None:
    """Before the first caller nothing can be found but by chance."""
    if found:
        raise Unmeasured(f"found in a console that has seen no caller: {sorted(found)[:5]}")


def prove_search(first: Console, marker: Planted, marks: Plants, say: Say) -> None:
    """The marks are found in memory and in a file in every form, in the middle of a question; and in replies,
    because the desk repeats the name that a caller said."""
    first.order(
        "mark",
        words=sorted(marks.words),
        amounts=sorted(marks.amounts),
        dates=[day.isoformat() for day in marks.dates],
        numbers=sorted(marks.numbers),
    )
    first.order("interview", said=typed(marker.said), pause_at=PAUSE_AT)
    everything = Net(marks).all_finds()
    _all_found("memory", everything, first.look())
    first.go_on()
    first.order("end")
    plain = {find for find in everything if find[0].endswith(" 1")}
    _all_found("files", plain, first.in_files())
    (word,) = marks.words
    _all_found("replies", {("word 1", word.title())}, first.in_replies())
    say(f"the search finds all {len(everything)} forms of {len(marks)} values that a console was told")


def _all_found(where: str, wanted: set[Find], found: set[Find]) -> None:
    if missing := wanted - found:
        raise Unmeasured(f"the search does not find in {where}: {sorted(missing)}")


def _interviews(plan: Plan, consoles: Sequence[Console], people: Sequence[Planted], say: Say) -> int:
    """All of them, the consoles at once, each its share; how many callers were referred."""
    share = len(people) // len(consoles)
    done: list[int] = []

    def tell(number: int) -> None:
        done.append(number)
        say(f"{sum(done):,} interviews of {len(people):,}")

    def work(place: int) -> int:
        mine = people[place * share : (place + 1) * share if place + 1 < len(consoles) else None]
        return _share(plan, consoles[place], mine, tell)

    with ThreadPoolExecutor(len(consoles)) as threads:
        return sum(threads.map(work, range(len(consoles))))


def _share(plan: Plan, at: Console, people: Sequence[Planted], tell: Callable[[int], None]) -> int:
    """The first by keys, some of them booked; the rest by the page. Memory is searched half way and after."""
    referred = 0
    for number, one in enumerate(people[: plan.by_keys]):
        referred += at.order("interview", said=typed(one.said)) == "book"
        if number < plan.booked:
            at.order("book")
        at.order("end")
    tell(min(len(people), plan.by_keys))
    rest = people[plan.by_keys :]
    batches = [rest[start : start + BATCH] for start in range(0, len(rest), BATCH)]
    for number, batch in enumerate(batches):
        referred += at.order("interviews", said=[typed(one.said) for one in batch]).count("book")
        tell(len(batch))
        if number in (len(batches) // 2, len(batches) - 1):
            at.look()
    return referred


def _without_marks(result: Result, marks: set[Find]) -> Result:
    result.in_replies -= marks
    result.in_memory -= marks
    result.in_files -= marks
    return result
