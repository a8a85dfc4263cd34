"""Truthful answers as people say them: case, punctuation, order, nicknames, abbreviations, rounding."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from assistor_console.domain.names import canonical_name, fold
from assistor_console.domain.records import Address, Filer
from assistor_console.domain.script import Question
from assistor_console.domain.subject import Subject
from assistor_console.domain.tables import Tables
from assistor_console.domain.terms import AnswerKind

_SPANISH = ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto")
_SPANISH_MONTHS = (*_SPANISH, "septiembre", "octubre", "noviembre", "diciembre")
_LEGAL = ("Inc", "LLC", "Corp", "Co", "LLP")


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who tells the truth about one person's papers."""

    subject: Subject
    tables: Tables
    random: Random

    def answers(self, questions: tuple[Question, ...]) -> dict[int, str]:
        """What is said to each question; of several papers one is taken and stayed with."""
        chosen: dict[int, str] = {}
        said = {}
        for question in questions:
            chosen[question.number] = right = self._right(question, chosen)
            said[question.number] = self.say(question.kind, right)
        return said

    def _right(self, question: Question, chosen: Mapping[int, str]) -> str:
        if question.follows is None:
            return self.random.choice(question.accepted)
        first = chosen[question.follows]
        return self.random.choice([then for one, then in question.pairs if one == first])

    def say(self, kind: AnswerKind, right: str) -> str:
        """A canonical right answer as somebody might say it."""
        match kind:
            case AnswerKind.MONEY:
                return self._money(int(right))
            case AnswerKind.DATE:
                return self._date(date.fromisoformat(right))
            case AnswerKind.PERSON_NAME:
                return self._person()
            case AnswerKind.BUSINESS_NAME:
                return self._business(right)
            case AnswerKind.ADDRESS:
                return self._address()
            case AnswerKind.TIN:
                return self.random.choice((right, f"{right[:3]}-{right[3:5]}-{right[5:]}", _spaced(right)))
            case AnswerKind.LAST_FOUR:
                return self.random.choice((right, right.lower(), f" {right} "))
            case _:
                return right

    def _money(self, cents: int) -> str:
        dollars, rounded = cents // 100, (cents + 50) // 100
        exact = f"{cents / 100:,.2f}"
        ways = (exact, f"${exact}", f"$ {exact}", exact.replace(",", ""), f"{dollars:,}", str(rounded))
        return self.random.choice(ways)

    def _date(self, day: date) -> str:
        month = _SPANISH_MONTHS[day.month - 1]
        english = f"{day:%B} {day.day}, {day.year}"
        slashes = f"{day.month}/{day.day}/{day.year}"
        spoken = (f"{day.day} de {month} de {day.year}", f"{day.day} {day:%b} {day.year}")
        return self.random.choice((english, english.upper(), slashes, f"{day:%m%d%Y}", str(day), *spoken))

    def _person(self) -> str:
        filer = self._filer()
        surname, _, given = canonical_name(filer.name, filer.name_control).partition(", ")
        first = given.split()[0]
        called = self.random.choice(nicknames(self.tables).get(first, [first]))
        raw = filer.name
        ways = (raw, raw.upper(), raw.lower(), fold(raw), raw.replace("-", " "), raw.replace("'", "’"))
        orders = (f"{surname}, {given}", f"{given} {surname}".title(), f"{first} {surname}")
        return self.random.choice((*ways, *orders, f"{called} {surname}", f"{called.title()} {surname}, Jr."))

    def _filer(self) -> Filer:
        newest = self.subject.newest_return
        filer = self.subject.filer(newest) if newest else None
        assert filer is not None
        return filer

    def _business(self, right: str) -> str:
        raw = self.random.choice((right, right.title(), right.lower()))
        words = raw.split()
        bare = " ".join(words[:-1]) if fold(words[-1]) in map(str.upper, _LEGAL) and len(words) > 1 else raw
        ways = (raw, bare, f"The {bare}", f"{bare}, Inc.", f"{bare} LLC", raw.replace(" AND ", " & "))
        return self.random.choice((*ways, self._other_spelling(bare)))

    def _other_spelling(self, name: str) -> str:
        """The name with every word in another of the spellings of the published table."""
        spellings: dict[str, list[str]] = defaultdict(list)
        for word, standard in self.tables.words.items():
            spellings[standard].append(word)
        known = self.tables.words
        return " ".join(
            self.random.choice(spellings[known[word]]) if word in known else word
            for word in fold(name).split()
        )

    def _address(self) -> str:
        address = self.subject.address
        assert address is not None
        line = self.random.choice((", ".join(address.lines), " ".join(address.lines), address.lines[0]))
        if _is_whole(address):
            line = self._spelled(line) if self.random.random() < 0.5 else line
        code = self.random.choice((address.zip[:5], f"{address.zip[:5]}-1234"))
        state = self.random.choice((address.state, self.tables.states.get(address.state, address.state)))
        ways = (
            f"{line}, {address.city}, {state} {code}",
            f"{line}, {address.city} {code}",
            f"{line}, {code}",
        )
        said = self.random.choice(ways)
        return self.random.choice((said, said.upper(), said.lower(), said.title()))

    def _spelled(self, line: str) -> str:
        """The line with the words of Publication 28 spelled another way."""
        long = {"St": "Street", "Ave": "Avenue", "Rd": "Road", "Ln": "Lane", "Dr": "Drive", "Ct": "Court"}
        long |= {"Blvd": "Boulevard", "Apt": "Apartment", "Ste": "Suite", "Unit": "unit"}
        return " ".join(long.get(word, word) for word in line.split(" "))


def _is_whole(address: Address) -> bool:
    return address.lines[0][0].isdigit()


def _spaced(tin: str) -> str:
    return f"{tin[:3]} {tin[3:5]} {tin[5:]}"


def nicknames(tables: Tables) -> dict[str, list[str]]:
    """Every formal given name of the table to what people who bear it are called."""
    found: dict[str, list[str]] = defaultdict(list)
    for nickname, formals in tables.nicknames.items():
        for formal in formals:
            found[formal].append(nickname)
    return found
