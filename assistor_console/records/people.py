"""Synthetic people with two years of returns and income documents that agree, of every kind a desk meets.

Deterministic: the same seed and place in the list give the same person, however many are made.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from random import Random

from assistor_console.domain.names import name_control
from assistor_console.domain.records import (
    Address,
    Dependent,
    EServicesUser,
    Filer,
    IncomeDocument,
    SecureAccess,
    TaxReturn,
)
from assistor_console.domain.terms import FilingStatus, Form, Origin, UserKind

from . import made_names as names
from .made_income import Household, make_documents, make_return
from .made_payers import make_payers

YEARS = (2016, 2015)


class Kind(StrEnum):
    """What is special about a person; ORDINARY has nothing special and everything an interview needs."""

    ORDINARY = "ordinary"
    JOINT = "joint"
    SPOUSE = "spouse"
    SEVERAL_EMPLOYERS = "several_employers"
    NO_DOCUMENTS = "no_documents"
    THIN = "thin"
    REGISTERED = "registered"
    TIN_MATCHING = "tin_matching"
    LETTER_5903 = "letter_5903"
    MILITARY = "military"
    PUERTO_RICO = "puerto_rico"
    UNUSUAL_NAME = "unusual_name"
    NON_USER = "non_user"


_CYCLE = (
    *(Kind.ORDINARY, Kind.ORDINARY, Kind.REGISTERED, Kind.SEVERAL_EMPLOYERS, Kind.JOINT, Kind.ORDINARY),
    *(Kind.TIN_MATCHING, Kind.NO_DOCUMENTS, Kind.ORDINARY, Kind.UNUSUAL_NAME, Kind.LETTER_5903, Kind.JOINT),
    *(Kind.THIN, Kind.MILITARY, Kind.ORDINARY, Kind.REGISTERED, Kind.PUERTO_RICO, Kind.NON_USER),
    *(Kind.SEVERAL_EMPLOYERS, Kind.UNUSUAL_NAME, Kind.REGISTERED, Kind.JOINT, Kind.ORDINARY, Kind.REGISTERED),
)
"""The kinds of the households one after another; a joint one is two people."""

_AREAS = tuple(area for area in range(1, 900) if area != 666)
_SERIALS = 9_999
_TINS = len(_AREAS) * _SERIALS
_STRIDE = 5_000_011  # has no divisor in common with _TINS: no TIN comes twice
_CHILDREN = {
    FilingStatus.MARRIED_JOINTLY: (0, 2),
    FilingStatus.HEAD_OF_HOUSEHOLD: (1, 3),
    FilingStatus.WIDOWED: (1, 3),
}
_SLOTS = 8  # TINs set aside for each household
_MOST = _TINS // _SLOTS


@dataclass(frozen=True, slots=True)
class PracticePerson:
    """One made-up person: who they are, what is on file, what a caller would know.

    `user` is None for who does not use e-Services. Spouses share `returns`; `documents` are a person's own.
    """

    kinds: frozenset[Kind]
    filer: Filer
    address: Address
    user: EServicesUser | None
    returns: tuple[TaxReturn, ...]
    documents: tuple[IncomeDocument, ...]

    @property
    def tin(self) -> str:
        """The person's TIN."""
        return self.filer.tin

    @property
    def name(self) -> str:
        """The person's name as filed."""
        return self.filer.name


def make_people(n: int, seed: int = 1) -> list[PracticePerson]:
    """`n` people, at most about a million; every kind is among the first thirty."""
    people: list[PracticePerson] = []
    number = 0
    while len(people) < n:
        if number >= _MOST:
            raise ValueError(f"no more than {_MOST} households have synthetic TINs")
        people += _household(number, seed)
        number += 1
    return people[:n]


def _household(number: int, seed: int) -> list[PracticePerson]:
    random = Random(f"household {seed} {number}")
    kind = _CYCLE[number % len(_CYCLE)]
    house = _house(random, kind, number, seed)
    years = YEARS[:1] if kind is Kind.THIN else YEARS
    payers = make_payers(seed)
    documents = {year: make_documents(random, payers, house, year) for year in years}
    returns = tuple(make_return(random, house, documents[year], year) for year in years)
    everything = [document for year in years for document in documents[year]]
    return [
        PracticePerson(
            frozenset({Kind.SPOUSE, kind} if order else {kind}),
            *(filer, house.address, _user(random, kind, filer, number + order), returns),
            tuple(document for document in everything if document.recipient.tin == filer.tin),
        )
        for order, filer in enumerate(house.filers)
    ]


def _house(random: Random, kind: Kind, number: int, seed: int) -> Household:
    given, surname, suffix = _name(random, kind)
    filers = [_filer(random, given, surname, suffix, _tin(seed, number, 0))]
    if kind is Kind.JOINT:
        theirs = surname if random.random() < 0.8 else names.surname(random)
        filers.append(_filer(random, names.given_names(random), theirs, "", _tin(seed, number, 1)))
    status = FilingStatus.MARRIED_JOINTLY if len(filers) > 1 else _status(random)
    several = random.randrange(2, 4) if kind is Kind.SEVERAL_EMPLOYERS else 1
    return Household(
        *(tuple(filers), status, _address(random, kind)),
        _dependents(random, status, surname, number, seed),
        0 if kind is Kind.NO_DOCUMENTS else several,
        _extras(random, filers[0]),
    )


def _name(random: Random, kind: Kind) -> tuple[str, str, str]:
    if kind is Kind.UNUSUAL_NAME:
        return names.unusual_name(random)
    return names.given_names(random), names.surname(random), ""


def _filer(random: Random, given: str, surname: str, suffix: str, tin: str) -> Filer:
    name = " ".join(f"{given} {surname} {suffix}".split())
    return Filer(tin, name, name_control(surname), names.birthday(random))


def _status(random: Random) -> FilingStatus:
    others = (FilingStatus.HEAD_OF_HOUSEHOLD, FilingStatus.MARRIED_SEPARATELY, FilingStatus.WIDOWED)
    return random.choices((FilingStatus.SINGLE, *others), weights=(70, 20, 7, 3))[0]


def _address(random: Random, kind: Kind) -> Address:
    if kind is Kind.MILITARY:
        return names.post(random)
    return names.puerto_rico(random) if kind is Kind.PUERTO_RICO else names.home(random)


def _dependents(
    random: Random, status: FilingStatus, surname: str, number: int, seed: int
) -> tuple[Dependent, ...]:
    least, most = _CHILDREN.get(status, (0, 0))
    many = random.randint(least, most)
    return tuple(
        Dependent(
            f"{names.given_names(random).split()[0]} {surname.split()[-1]}",
            _tin(seed, number, slot),
            random.choice(("SON", "DAUGHTER")),
        )
        for slot in range(2, 2 + many)
    )


def _extras(random: Random, filer: Filer) -> tuple[Form, ...]:
    """The other documents of a year: always interest, so that there are two payers to ask about."""
    likely = {Form.DIV: 0.3, Form.MORTGAGE: 0.3, Form.G: 0.15, Form.MISC: 0.12, Form.W2G: 0.02}
    found = [form for form, chance in likely.items() if random.random() < chance]
    old = filer.birth is not None and filer.birth < date(1955, 1, 1)
    return (Form.INT, *found, Form.R) if old else (Form.INT, *found)


def _user(random: Random, kind: Kind, filer: Filer, number: int) -> EServicesUser | None:
    if kind is Kind.NON_USER or filer.birth is None:
        return None
    kinds = {Kind.TIN_MATCHING: UserKind.TIN_MATCHING, Kind.LETTER_5903: UserKind.LETTER_5903}
    phone = f"{random.randrange(201, 990)}-555-01{random.randrange(100):02d}"
    account = _account(random, filer, number) if kind is Kind.REGISTERED else None
    use = kinds.get(kind, UserKind.E_SERVICES)
    return EServicesUser(filer.tin, filer.name, filer.name_control, filer.birth, use, phone, account)


def _account(random: Random, filer: Filer, number: int) -> SecureAccess:
    """An account of each origin in turn, made before e-Services asked for one."""
    origin = tuple(Origin)[number // 3 % len(Origin)]
    created = date(2016, 6, 1) + timedelta(days=random.randrange(540))
    return SecureAccess(f"{filer.name_control.lower()}{number:06d}", origin, created)


def _tin(seed: int, number: int, slot: int) -> str:
    """A TIN of group 00, which is never issued; no two in one practice set are the same."""
    at = ((number * _SLOTS + slot) * _STRIDE + seed * 7_919) % _TINS
    area, serial = divmod(at, _SERIALS)
    return f"{_AREAS[area]:03d}00{serial + 1:04d}"
