"""Plausible wrong answers: what a caller, or somebody in their place, says instead of the right one.

What is wrong is decided here, by arithmetic and plain comparison, never by the rules under test: a way that
happens to give a right answer (transposed equal digits) is passed over.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from assistor_console.domain.names import canonical_name, fold
from assistor_console.domain.policy import Policy
from assistor_console.domain.records import Filer, IncomeDocument
from assistor_console.domain.script import Question
from assistor_console.domain.subject import Subject
from assistor_console.domain.terms import AnswerKind, FilingStatus, Response


@dataclass(frozen=True, slots=True)
class Wrong:
    """One wrong answer: in which way, how the caller meets the question, and what is typed."""

    way: str
    response: Response
    text: str


_PLAIN_WORDS = frozenset({"THE", "INC", "LLC", "CORP", "CO", "COMPANY", "LLP", "AND", "SONS"})


@dataclass(frozen=True, slots=True)
class Mistakes:
    """Ways to answer wrongly about one person's papers; `theirs` are the spouse's documents, `others`
    payers of strangers."""

    subject: Subject
    spouse: Filer | None
    theirs: tuple[IncomeDocument, ...]
    others: tuple[str, ...]
    policy: Policy
    nicknames: Mapping[str, frozenset[str]]
    random: Random

    def one(self, question: Question, right: frozenset[str]) -> Wrong:
        """A wrong answer to a question of which `right` are all the right ones."""
        found = [Wrong(way, Response.ANSWERED, text) for way, text in self._ways(question, right)]
        found += [Wrong(str(none), none, "") for none in (Response.DOES_NOT_KNOW, Response.DECLINES)]
        way = self.random.choice(sorted({wrong.way for wrong in found}))
        return self.random.choice([wrong for wrong in found if wrong.way == way])

    def _ways(self, question: Question, right: frozenset[str]) -> Iterator[tuple[str, str]]:
        match question.kind:
            case AnswerKind.MONEY:
                yield from self._money(question, sorted(map(int, right)))
            case AnswerKind.BUSINESS_NAME:
                yield from self._businesses(right)
            case AnswerKind.PERSON_NAME:
                yield from self._people()
            case AnswerKind.DATE:
                yield from self._dates(date.fromisoformat(min(right)))
            case AnswerKind.ADDRESS:
                yield from self._addresses()
            case AnswerKind.CHOICE:
                yield from (
                    ("another_choice", each.value) for each in FilingStatus if each.value not in right
                )
            case AnswerKind.COUNT:
                yield from (
                    ("one_off", str(int(each) + 1)) for each in right if str(int(each) + 1) not in right
                )
            case _:
                found = ((way, text) for text in right for way, text in _transposed(text))
                yield from ((way, text) for way, text in found if text not in right)
                if question.kind is AnswerKind.TIN and self.spouse:
                    yield "spouse", self.spouse.tin

    def _money(self, question: Question, right: list[int]) -> Iterator[tuple[str, str]]:
        past = self.policy.money_tolerance_cents + 1
        ways = [("past_the_tolerance", right[0] - past), ("past_the_tolerance", right[-1] + past)]
        ways += [(way, int(text) * 100) for each in right for way, text in _transposed(str(each // 100))]
        ways += self._amounts(question)
        for way, cents in ways:
            if cents >= 0 and all(abs(cents - each) >= past for each in right):
                yield way, f"{cents // 100}.{cents % 100:02d}"

    def _amounts(self, question: Question) -> Iterator[tuple[str, int]]:
        """What else is on paper: other lines, the other year, another payer, the spouse."""
        for tax_return in self.subject.returns:
            way = "other_line" if tax_return.tax_year == question.year else "other_year"
            yield from ((way, cents) for cents in tax_return.amounts.values())
        for document in self.subject.documents:
            way = "another_payer" if document.tax_year == question.year else "other_year"
            yield from ((way, cents) for cents in document.amounts.values())
        for document in self.theirs:
            yield from (("spouse", cents) for cents in document.amounts.values())

    def _businesses(self, right: frozenset[str]) -> Iterator[tuple[str, str]]:
        known = {_plain(name) for name in right}
        mine = [document.payer_name for document in self.subject.documents]
        ways = [("another_payer", name) for name in mine] + [("stranger", name) for name in self.others]
        ways += [("spouse", document.payer_name) for document in self.theirs]
        for name in sorted(right):
            first, *rest = name.split()
            ways += [("first_letters", name[:4]), ("similar_name", " ".join((_misread(first), *rest)))]
            ways += [("one_word", first)] if len(rest) > 1 else []
        yield from ((way, name) for way, name in ways if _plain(name) and _plain(name) not in known)

    def _people(self) -> Iterator[tuple[str, str]]:
        newest = self.subject.newest_return
        filer = self.subject.filer(newest) if newest else None
        assert filer is not None
        surname, _, given = canonical_name(filer.name, filer.name_control).partition(", ")
        first = given.split()[0]
        if self.spouse and self._unlike(first, fold(self.spouse.name).split()[0]):
            yield "spouse", self.spouse.name
        other = _misread(surname)
        if first[:4] not in (surname[:4], other[:4]):
            yield "similar_name", f"{given} {other}"
        for name in ("Zebulon", "Quincy"):
            if self._unlike(first, name.upper()):
                yield "other_given_name", f"{name} {surname}"

    def _unlike(self, one: str, other: str) -> bool:
        called = nicknames_of(one, self.nicknames) & nicknames_of(other, self.nicknames)
        return not called and len(one) > 1 and len(other) > 1

    def _dates(self, right: date) -> Iterator[tuple[str, str]]:
        ways = [("other_year", right.year - 1, right.month, right.day)]
        ways += [("transposed", right.year, right.day, right.month)]
        ways += [("transposed", right.year // 100 * 100 + int(f"{right.year % 100:02d}"[::-1]), 1, 1)]
        if self.spouse and self.spouse.birth:
            ways.append(("spouse", self.spouse.birth.year, self.spouse.birth.month, self.spouse.birth.day))
        for way, year, month, day in ways:
            impossible = month > 12 or day > 28 or year > 2017
            if not impossible and (year, month, day) != (right.year, right.month, right.day):
                yield way, f"{month}/{day}/{year}"

    def _addresses(self) -> Iterator[tuple[str, str]]:
        address = self.subject.address
        assert address is not None
        lines, place = ", ".join(address.lines), f"{address.city}, {address.state}"
        number, _, street = lines.partition(" ")
        yield from (
            (way, f"{lines}, {place} {code}") for way, code in _transposed(address.zip[:5]) if len(code) == 5
        )
        if number.isdigit():
            yield "similar_name", f"{number} {_misread(street)}, {place} {address.zip[:5]}"
            for way, other in _transposed(number):
                yield way, f"{other} {street}, {place} {address.zip[:5]}"


def nicknames_of(name: str, table: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """A name with the formal names it may stand for."""
    return table.get(name, frozenset()) | {name}


def _transposed(digits: str) -> Iterator[tuple[str, str]]:
    """Two neighbours the wrong way round, wherever that makes a difference."""
    for place in range(len(digits) - 1):
        one, two = digits[place], digits[place + 1]
        if one != two:
            yield "transposed", digits[:place] + two + one + digits[place + 2 :]


def _misread(word: str) -> str:
    """A word that looks like another: one of its first letters is changed."""
    letter = "N" if word[:1].upper() != "N" else "M"
    return letter + word[1:]


def _plain(name: str) -> str:
    """A business name's words without punctuation and forms of company, sorted: a coarse sameness."""
    letters = "".join(c if c.isalnum() else " " for c in fold(name))
    return " ".join(sorted(word for word in letters.split() if word not in _PLAIN_WORDS))
