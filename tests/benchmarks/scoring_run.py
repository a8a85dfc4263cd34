"""Seeded interviews with practice people, all by the real draw, the real reading and the real verdict."""

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from random import Random

from assistor_console.domain.answers import parse
from assistor_console.domain.call import Answer
from assistor_console.domain.draw import Beside, TooThin, draw
from assistor_console.domain.errors import Refused
from assistor_console.domain.policy import Policy
from assistor_console.domain.records import Filer, IncomeDocument
from assistor_console.domain.scoring import all_accurate, verdict
from assistor_console.domain.script import Question, Script
from assistor_console.domain.subject import Subject, identity_questions, with_expected
from assistor_console.domain.tables import Tables
from assistor_console.domain.terms import Response, Verdict
from assistor_console.published.policy import read_policy
from assistor_console.published.script import read_script
from assistor_console.published.tables import read_tables
from assistor_console.records.people import Kind, PracticePerson, make_people

from .scoring_impostor import Impostor, common_payers, make_impostor
from .scoring_truths import Voice
from .scoring_wrongs import Mistakes

SEED = 1
TODAY = date(2017, 12, 11)
_NOW = datetime(2017, 12, 11, 15, tzinfo=UTC)
_RESOURCES = Path(__file__).parents[2] / "resources"
_MADE_THIN = frozenset({Kind.NO_DOCUMENTS, Kind.THIN})


@dataclass(slots=True)
class Tally:
    """What happened; times are seconds. `told` describes at most a few interviews that went wrong."""

    interviews: int = 0
    truthful: int = 0
    one_wrong: int = 0
    naive: int = 0
    cunning: int = 0
    people: int = 0
    thin: int = 0
    made_thin: int = 0
    again_thin: int = 0
    ways: Counter[str] = field(default_factory=Counter)
    draw_times: list[float] = field(default_factory=list)
    score_times: list[float] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Takes in what another process found."""
        for name in ("interviews", "truthful", "one_wrong", "naive", "cunning", "people", "thin"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.made_thin += other.made_thin
        self.again_thin += other.again_thin
        self.ways.update(other.ways)
        self.draw_times += other.draw_times
        self.score_times += other.score_times
        self.told += other.told[: max(0, 20 - len(self.told))]


@dataclass(frozen=True, slots=True)
class World:
    """The published first versions, with the list of common payers that practice needs."""

    script: Script
    policy: Policy
    tables: Tables
    impostor: Impostor


@dataclass(frozen=True, slots=True)
class Crowd:
    """Practice people, some payers' names, and everybody's documents by TIN."""

    people: list[PracticePerson]
    strangers: tuple[str, ...]
    documents: Mapping[str, tuple[IncomeDocument, ...]]


@cache
def world() -> World:
    """What every interview goes by; made once in a process."""
    first = {
        name: (_RESOURCES / path).read_text(encoding="utf-8")
        for name, path in {
            "script": "scripts/exception-2017.yaml",
            "policy": "policy/2017-12-10.yaml",
            "tables": "tables/words-2017.yaml",
        }.items()
    }
    tables = read_tables(first["tables"])
    tables = replace(tables, common=common_payers(SEED, tables))
    return World(
        read_script(first["script"]), read_policy(first["policy"]), tables, make_impostor(SEED, tables)
    )


def hold(people: int, interviews: int, first: int, step: int) -> Tally:
    """Interviews with every `step`th of so many people from `first` on, over and over until their part of all
    interviews is done."""
    crowd = _crowd(people)
    mine = crowd.people[first::step]
    tally, part = Tally(people=len(mine)), interviews // step
    able = [person for person in mine if _counted(person, tally)]
    for number in range(part if able else 0):
        _hold_one(able[number % len(able)], number // len(able), crowd, tally)
    return tally


@cache
def _crowd(many: int) -> Crowd:
    people = make_people(many, SEED)
    payers = tuple(document.payer_name for person in people[:200] for document in person.documents)
    return Crowd(people, payers, {person.tin: person.documents for person in people})


def _counted(person: PracticePerson, tally: Tally) -> bool:
    """Whether somebody's records carry an interview, and then another one on another day."""
    subject = subject_of(person)
    made = world()
    drawn = draw(made.script, subject, made.policy, 0, Beside(made.tables))
    if isinstance(drawn, TooThin):
        tally.thin += 1
        tally.made_thin += bool(person.kinds & _MADE_THIN)
        return False
    shown = frozenset(question.asks for question in drawn if question.asks)
    again = draw(made.script, subject, made.policy, 1, Beside(made.tables, shown))
    tally.again_thin += isinstance(again, TooThin)
    return True


def _hold_one(person: PracticePerson, turn: int, crowd: Crowd, tally: Tally) -> None:
    made, subject, random = world(), subject_of(person), Random(f"{person.tin} {turn}")
    begun = time.perf_counter()
    drawn = draw(made.script, subject, made.policy, random.getrandbits(64), Beside(made.tables))
    tally.draw_times.append(time.perf_counter() - begun)
    assert not isinstance(drawn, TooThin)
    questions = with_expected(identity_questions(made.script), subject) + drawn
    said = Voice(subject, made.tables, random).answers(questions)
    tally.interviews += 1
    begun = time.perf_counter()
    passed = _passes(questions, said)
    tally.score_times.append(time.perf_counter() - begun)
    tally.truthful += passed
    if not passed:
        tally.told.append(f"truthful: {_first_wrong(questions, said)}")
    mistakes = _mistakes(person, subject, crowd, random)
    _one_wrong(questions, said, mistakes, random, tally)
    tally.naive += _passes(questions, made.impostor.answers(questions, said, cunning=False))
    tally.cunning += _passes(questions, made.impostor.answers(questions, said, cunning=True))


def _one_wrong(
    questions: tuple[Question, ...], said: Mapping[int, str], mistakes: Mistakes, random: Random, tally: Tally
) -> None:
    question = random.choice(questions)
    mistake = mistakes.one(question, _right(question, questions, said))
    tally.ways[mistake.way] += 1
    answers = read(questions, said)
    if answers is None:
        return
    answered = mistake.response is Response.ANSWERED
    wrong = read((question,), {question.number: mistake.text}) if answered else {}
    if wrong is None:  # not even readable: nothing to score, and nobody passes
        return
    one = wrong.get(question.number) or Answer(question.number, mistake.response, "", _NOW)
    if _decide(questions, {**answers, question.number: one}):
        tally.one_wrong += 1
        tally.told.append(f"{mistake.way}: {question.item} {question.accepted} by {mistake.text!r}")


def _right(question: Question, questions: tuple[Question, ...], said: Mapping[int, str]) -> frozenset[str]:
    """What is right where the caller stays with the paper they took."""
    if question.follows is None:
        return frozenset(question.accepted)
    first = next(each for each in questions if each.number == question.follows)
    chosen = read((first,), said)
    fits = [
        then
        for one, then in question.pairs
        if chosen and _decide_one(replace(first, accepted=(one,)), chosen)
    ]
    return frozenset(fits)


def _decide_one(question: Question, answers: Mapping[int, Answer]) -> bool:
    return all_accurate((question,), answers, world().policy, world().tables)


def read(questions: Sequence[Question], said: Mapping[int, str]) -> dict[int, Answer] | None:
    """What is said in canonical form; None where something cannot be read."""
    found = {}
    for question in questions:
        choices = [choice.value for choice in question.choices]
        try:
            text = parse(question.kind, said[question.number], TODAY, choices)
        except Refused:
            return None
        found[question.number] = Answer(question.number, Response.ANSWERED, text, _NOW)
    return found


def _passes(questions: tuple[Question, ...], said: Mapping[int, str]) -> bool:
    answers = read(questions, said)
    return answers is not None and _decide(questions, answers)


def _decide(questions: tuple[Question, ...], answers: Mapping[int, Answer]) -> bool:
    return verdict(questions, answers, world().policy, world().tables) is Verdict.PASSED


def _first_wrong(questions: tuple[Question, ...], said: Mapping[int, str]) -> str:
    for question in questions:
        answers = read((question,), said)
        if answers is None or (question.follows is None and not _decide_one(question, answers)):
            return f"{question.item} {question.accepted} by {said[question.number]!r}"
    return "a question that follows another, or the whole"


def _mistakes(person: PracticePerson, subject: Subject, crowd: Crowd, random: Random) -> Mistakes:
    made = world()
    others = tuple(random.sample(crowd.strangers, 3))
    spouse = _spouse(person)
    theirs = crowd.documents.get(spouse.tin, ()) if spouse else ()
    return Mistakes(subject, spouse, theirs, others, made.policy, made.tables.nicknames, random)


def _spouse(person: PracticePerson) -> Filer | None:
    newest = person.returns[0]
    both = [filer for filer in (newest.primary, newest.spouse) if filer and filer.tin != person.tin]
    return both[0] if both else None


def subject_of(person: PracticePerson) -> Subject:
    """A practice person as the desk knows them."""
    return Subject(person.tin, person.user, person.returns, person.documents)
