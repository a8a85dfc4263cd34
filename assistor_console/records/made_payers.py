"""Made-up employers and banks: few of them pay many people, most pay a few (Zipf)."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from random import Random

from .made_names import surname

EMPLOYERS, BANKS = 400, 60
_KINDS = ("Inc", "LLC", "Corp", "Co", "and Sons", "Group", "Partners LLP", "Services Inc")
_TRADES = ("Logistics", "Foods", "Medical Center", "Construction", "Software", "Hotels", "Motors")
_PUBLIC = ("County of {}", "City of {}", "{} School District", "{} State University")
_BANKS = (
    "First {} Bank",
    "{} Federal Credit Union",
    "Bank of {}",
    "{} Savings and Loan",
    "{} Investments LLC",
)


@dataclass(frozen=True, slots=True)
class Payer:
    """Who pays and reports; the TIN begins with 00, which no employer has."""

    tin: str
    name: str


@dataclass(frozen=True, slots=True)
class Payers:
    """A pool to draw from, the earlier ones far more often."""

    employers: tuple[Payer, ...]
    banks: tuple[Payer, ...]

    def employer(self, random: Random) -> Payer:
        """An employer."""
        return _draw(random, self.employers)

    def bank(self, random: Random) -> Payer:
        """A bank, fund or insurer."""
        return _draw(random, self.banks)


@lru_cache(maxsize=4)
def make_payers(seed: int) -> Payers:
    """The pool of a seed."""
    random = Random(f"payers {seed}")
    names = _distinct(random, EMPLOYERS, _employer_name) + _distinct(random, BANKS, _bank_name)
    payers = tuple(Payer(f"00{1_000_000 + number * 7}", name) for number, name in enumerate(names))
    return Payers(payers[:EMPLOYERS], payers[EMPLOYERS:])


def _distinct(random: Random, many: int, make: Callable[[Random], str]) -> list[str]:
    names: dict[str, None] = {}
    while len(names) < many:
        names[make(random)] = None
    return list(names)


def _employer_name(random: Random) -> str:
    if random.random() < 0.15:
        return random.choice(_PUBLIC).format(surname(random))
    if random.random() < 0.4:
        return f"{surname(random)} {random.choice(_TRADES)} {random.choice(_KINDS[:4])}"
    return f"{surname(random)} {random.choice(_KINDS)}"


def _bank_name(random: Random) -> str:
    return random.choice(_BANKS).format(surname(random))


@lru_cache(maxsize=4)
def _zipf(many: int) -> tuple[float, ...]:
    return tuple(accumulate(1 / rank for rank in range(1, many + 1)))


def _draw(random: Random, payers: tuple[Payer, ...]) -> Payer:
    return random.choices(payers, cum_weights=_zipf(len(payers)))[0]
