"""Callers with planted values on file, and what they say of themselves to the assistor.

Everything on file that an interview can ask is either planted, so that it is found wherever it turns up, or
too short or too common to be told from chance: filing status, counts, and the last four of an account.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from assistor_console.domain.records import (
    Address,
    EServicesUser,
    Filer,
    IncomeDocument,
    Record,
    TaxReturn,
)
from assistor_console.domain.terms import FilingStatus, Form, UserKind
from tests.benchmarks.blind_forms import LEAST, MOST, STARTS, WORD, Plants

T = TypeVar("T")
_LETTERS = "bcdfghjklmnprstvwx"
_BORN_FIRST, _BORN_DAYS = date(1925, 1, 1), 15_000
_RETURN = ("wages", "agi", "taxable_income", "total_tax", "withholding", "refund", "owed")
_W2 = ("wages", "withheld", "social_security_tax")
_W2S = ((2016, 2), (2015, 1))
"""Years, and how many W-2s of each."""


@dataclass(frozen=True)
class Said:
    """What an assistor types for a caller: the identity items as they are said, and a wrong tax answer."""

    tin: str
    name: str
    born: date
    address: str
    status: str
    money: str
    business: str


@dataclass(frozen=True)
class Planted:
    """A caller. `plants` is what nobody has said and so no console may know; `said` is what is typed.

    Who is `true` says every identity item as it is on file; the others say only what opens their case.
    """

    true: bool
    records: tuple[Record, ...]
    said: Said
    plants: Plants


def callers(number: int, seed: int) -> list[Planted]:
    """So many, every other one true to the identity items; values are distinct among all of them."""
    maker = _Maker(Random(seed))
    return [maker.caller(place) for place in range(number)]


class _Maker:
    """Draws values that were not drawn before."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._drawn: set[object] = set()

    def caller(self, place: int) -> Planted:
        """One caller, under a synthetic TIN of their own."""
        given, surname, street, town = (self._word() for _ in range(4))
        born = self._day()
        tin = f"{100 + place // 9999}00{1 + place % 9999:04d}"
        me = Filer(tin, f"{given}<{surname}".upper(), surname[:4].upper(), born)
        home = Address((f"1184 {street} LN".upper(),), town.upper(), "CA", self._digits(9))
        documents = tuple(self._documents(me, home))
        returns = tuple(self._return(me, year, home) for year in (2016, 2015))
        user = EServicesUser(tin, me.name.replace("<", " "), me.name_control, born, UserKind.E_SERVICES)
        plants = _plants(returns, documents)
        if place % 2 == 0:
            said = self._said(me, f"{given} {surname}", born, f"1184 {street} Ln, {town}, CA {home.zip[:5]}")
            return Planted(True, (*returns, *documents, user), said, plants)
        mine = Plants(
            frozenset((given, surname, street, town)), frozenset(), frozenset({born}), frozenset({home.zip})
        )
        stranger = date(1976, 1, 1) + timedelta(days=self._random.randrange(5000))
        said = self._said(me, f"{given[0]} {surname[:4]}", stranger, "12 Sample St, Fresno, CA 93706")
        return Planted(False, (*returns, *documents, user), said, plants | mine)

    def _said(self, me: Filer, name: str, born: date, address: str) -> Said:
        tin = f"{me.tin[:3]}-{me.tin[3:5]}-{me.tin[5:]}"
        wrong = f"{self._random.randrange(10_000, 99_999)}"
        return Said(tin, name.title(), born, address.title(), "single", wrong, "Nowhere Foundry Company")

    def _return(self, me: Filer, year: int, home: Address) -> TaxReturn:
        amounts = {item: self._amount() for item in _RETURN}
        return TaxReturn(year, Form.F1040, FilingStatus.SINGLE, me, None, home, amounts, exemptions=1)

    def _documents(self, me: Filer, home: Address) -> Iterator[IncomeDocument]:
        for year, number in _W2S:
            for _ in range(number):
                boxes = {box: self._amount() for box in _W2}
                yield IncomeDocument(year, Form.W2, me, home, self._digits(9), self._business(), boxes)
        interest = {"interest": self._amount()}
        yield IncomeDocument(2016, Form.INT, me, home, self._digits(9), self._business(), interest, "4321")

    def _business(self) -> str:
        return f"{self._word()} {self._word()}".upper()

    def _word(self) -> str:
        return self._new(lambda: STARTS + "".join(self._random.choices(_LETTERS, k=WORD - len(STARTS))))

    def _amount(self) -> int:
        return self._new(lambda: self._random.randrange(LEAST, MOST))

    def _digits(self, length: int) -> str:
        return self._new(lambda: str(self._random.randrange(10 ** (length - 1), 10**length)))

    def _day(self) -> date:
        return self._new(lambda: _BORN_FIRST + timedelta(days=self._random.randrange(_BORN_DAYS)))

    def _new(self, draw: Callable[[], T]) -> T:
        while (drawn := draw()) in self._drawn:
            continue
        self._drawn.add(drawn)
        return drawn


def _plants(returns: tuple[TaxReturn, ...], documents: tuple[IncomeDocument, ...]) -> Plants:
    """What is on their papers beside who they are."""
    amounts = [paper.amounts for paper in returns] + [paper.amounts for paper in documents]
    cents = frozenset(each for paper in amounts for each in paper.values())
    words = frozenset(word.lower() for paper in documents for word in paper.payer_name.split())
    return Plants(words, cents, numbers=frozenset(paper.payer_tin for paper in documents))
