"""Made-up employers and banks: a few of them pay many people, millions pay a few.

As many as there are, and as uneven: of 6 million employers the largest thousand pay about three people in ten
and the largest 19,000 half (U.S. Census Bureau, Statistics of U.S. Businesses 2015); 11,000 banks and credit
unions (FDIC and NCUA, 2017). A payer is made when it is drawn, from its place among them: none is kept.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import log
from random import Random

from .made_names import surname

EMPLOYERS, BANKS = 6_000_000, 11_000
_EMPLOYERS_HEAD, _BANKS_HEAD = 20, 2  # how many of the largest are nearly as large as the first
_LONGEST = 40  # Publication 1220's room for a payer
_BANKS_FROM = 9_000_000
_KINDS = ("Inc", "LLC", "Corp", "Co", "Inc", "LLC", "Partners LLP", "and Sons")
_TRADES = (
    *("Logistics", "Foods", "Medical Center", "Construction", "Software", "Hotels", "Motors", "Dental"),
    *("Plumbing", "Farms", "Roofing", "Electric", "Staffing", "Insurance Agency", "Landscaping", "Pharmacy"),
    *("Trucking", "Restaurants", "Printing", "Machine Works", "Home Care", "Realty", "Security", "Cleaning"),
    *("Packing", "Steel", "Engineering", "Nursery", "Bakery", "Furniture", "Paving", "Accounting"),
    *("Auto Parts", "Clinic", "Lumber", "Aviation", "Textiles", "Media", "Freight", "Consulting"),
)
_WORDS = (
    *("American", "National", "United", "First", "Pacific", "Atlantic", "Valley", "Mountain", "Central"),
    *(
        "Western",
        "Eastern",
        "Northern",
        "Southern",
        "Golden",
        "Premier",
        "Advanced",
        "Community",
        "Universal",
    ),
    *(
        "Global",
        "Summit",
        "Pioneer",
        "Liberty",
        "Heritage",
        "Cornerstone",
        "Superior",
        "Quality",
        "Precision",
    ),
    *("Professional", "Capital", "Metro", "Coastal", "Midwest", "Lakeside", "Riverside", "Evergreen"),
    *("Sunrise", "Eagle", "Star", "Royal", "Crown", "Diamond", "Blue Ridge", "Green", "Silver", "Pinnacle"),
    *("Integrated", "Allied", "Associated", "Consolidated", "General", "Standard", "Modern", "Reliable"),
)
_PUBLIC = (
    *("County of {}", "City of {}", "Town of {}", "{} School District", "{} State University"),
    "{} County Hospital District",
)
_BANKS = (
    *(
        "First {} Bank",
        "Bank of {}",
        "First National Bank of {}",
        "Farmers Bank of {}",
        "Citizens Bank of {}",
    ),
    *("Community Bank of {}", "Peoples Bank of {}", "Merchants Bank of {}", "United {} Bank"),
    *("First {} Credit Union", "Community {} Federal Credit Union", "United {} Federal Credit Union"),
    *("{} Federal Credit Union", "{} Savings and Loan", "{} Investments LLC"),
)


@dataclass(frozen=True, slots=True)
class Payer:
    """Who pays and reports; the TIN begins with 00, which no employer has."""

    tin: str
    name: str


@dataclass(frozen=True, slots=True)
class Payers:
    """All payers of a seed, the earlier ones far larger."""

    seed: int

    def employer(self, random: Random) -> Payer:
        """An employer, as likely as it is large."""
        return employer(self.seed, _rank(random.random(), EMPLOYERS, _EMPLOYERS_HEAD))

    def bank(self, random: Random) -> Payer:
        """A bank, fund or insurer, as likely as it is large."""
        return bank(self.seed, _rank(random.random(), BANKS, _BANKS_HEAD))


def make_payers(seed: int) -> Payers:
    """The payers of a seed."""
    return Payers(seed)


@lru_cache(maxsize=4096)
def employer(seed: int, rank: int) -> Payer:
    """The employer at a place (from 0) among all by size."""
    return Payer(f"00{rank:07d}", _made(_employer_name, f"employer {seed} {rank}"))


@lru_cache(maxsize=4096)
def bank(seed: int, rank: int) -> Payer:
    """The bank at a place (from 0) among all by size."""
    return Payer(f"00{_BANKS_FROM + rank:07d}", _made(_bank_name, f"bank {seed} {rank}"))


def employer_share(rank: int) -> float:
    """The part of all jobs that the employer at a place has."""
    return _share(rank, EMPLOYERS, _EMPLOYERS_HEAD)


def bank_share(rank: int) -> float:
    """The part of all customers that the bank at a place has."""
    return _share(rank, BANKS, _BANKS_HEAD)


def _rank(chance: float, many: int, head: int) -> int:
    """The place a chance (0 to below 1) falls on: sizes fall off as 1 / (head + place) (Zipf, Mandelbrot)."""
    return min(many - 1, int(head * ((many + head) / head) ** chance - head))


def _share(rank: int, many: int, head: int) -> float:
    return log((rank + 1 + head) / (rank + head)) / log((many + head) / head)


def _made(name: Callable[[Random], str], seed: str) -> str:
    made = name(Random(seed))
    return made if len(made) <= _LONGEST else made.rpartition(" ")[0]


def _employer_name(random: Random) -> str:
    chance = random.random()
    if chance < 0.12:
        return random.choice(_PUBLIC).format(surname(random))
    begins = surname(random) if chance < 0.48 else random.choice(_WORDS)
    between = f" {surname(random)}" if chance > 0.8 else ""
    return f"{begins}{between} {random.choice(_TRADES)} {random.choice(_KINDS)}"


def _bank_name(random: Random) -> str:
    return random.choice(_BANKS).format(surname(random))
