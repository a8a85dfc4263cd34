"""The forms in which a value could be seen, or lie in a program's memory."""

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

STARTS = "zq"
"""Every planted word begins so: two letters that no language puts together."""
WORD = 12
"""Letters of a planted word."""
LEAST, MOST = 55 * 10**10, 85 * 10**10
"""Planted amounts (cents) lie between: twelve digits, which memory does not hold by chance."""
WIDTHS = {1: "utf-8", 2: "utf-16-le", 4: "utf-32-le"}
"""Bytes a character takes: text on the wire, of Qt, of Python."""
_CAPITALS = str.lower, str.upper, str.title


@dataclass(frozen=True)
class Plants:
    """Values to be looked for: words, amounts in cents, dates, and other numbers (9 or 10 digits) as text."""

    words: frozenset[str] = frozenset()
    amounts: frozenset[int] = frozenset()
    dates: frozenset[date] = frozenset()
    numbers: frozenset[str] = field(default=frozenset())

    def __or__(self, other: "Plants") -> "Plants":
        return Plants(
            self.words | other.words,
            self.amounts | other.amounts,
            self.dates | other.dates,
            self.numbers | other.numbers,
        )

    def __sub__(self, other: "Plants") -> "Plants":
        return Plants(
            self.words - other.words,
            self.amounts - other.amounts,
            self.dates - other.dates,
            self.numbers - other.numbers,
        )

    def __len__(self) -> int:
        return len(self.words) + len(self.amounts) + len(self.dates) + len(self.numbers)


def together(some: Iterable[Plants]) -> Plants:
    """All of them."""
    found = Plants()
    for one in some:
        found |= one
    return found


def texts(plants: Plants) -> Iterator[tuple[str, str]]:
    """Every way a value is written for people, each with the name of the form."""
    for word in plants.words:
        for capitals in _CAPITALS:
            yield "word", capitals(word)
    for cents in plants.amounts:
        dollars, rest = divmod(cents, 100)
        for text in (f"{dollars}.{rest:02d}", f"{dollars:,}.{rest:02d}", f"{dollars}", f"{dollars:,}"):
            yield "dollars", text
        yield "cents", f"{cents}"
    for day in plants.dates:
        yield "ISO date", day.isoformat()
        yield "US date", f"{day:%m/%d/%Y}"
    for number in plants.numbers:
        yield "number", number
        if len(number) == 9:
            yield "number", f"{number[:5]}-{number[5:]}"
            yield "number", f"{number[:2]}-{number[2:]}"


def binaries(plants: Plants) -> Iterator[tuple[str, bytes]]:
    """Every amount as a computer counts: whole cents, a Python integer of two digits, floating point."""
    for cents in plants.amounts:
        yield "64-bit integer", cents.to_bytes(8, "little")
        yield "Python integer", python_integer(cents)
        yield "floating cents", struct.pack("<d", float(cents))
        yield "floating dollars", struct.pack("<d", cents / 100)


def python_integer(value: int) -> bytes:
    """What CPython 3.11 keeps of an integer of two digits of 30 bits: how many, and the digits."""
    return struct.pack("<QII", 2, value & (2**30 - 1), value >> 30)
