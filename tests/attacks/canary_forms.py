"""Canary values in every form in which they could rest, and the search for them.

A form of four bytes turns up in sealed bytes by chance, about once in 4 GB; every kind of number is therefore
planted on three callers, and such a form counts where it is found of two of them. All others are long enough
to be found never, or because they rest.
"""

import base64
import hashlib
import re
import struct
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from ahocorasick_rs import BytesAhoCorasick

SHORT = "4 bytes"
_ZEROS = re.compile(rb"\0{64,}")
_LEAST_TEXT = 6


@dataclass(frozen=True)
class Canary:
    """One planted value: what it is ("ssn"), whose, and the value (money is integer cents)."""

    what: str
    whose: str
    value: str | int | date | bytes


@dataclass(frozen=True, order=True)
class Find:
    """One value found in one form somewhere."""

    what: str
    whose: str
    form: str


def forms(canary: Canary) -> Iterator[tuple[str, bytes]]:
    """Every form of a value, each with its name."""
    value = canary.value
    if isinstance(value, date):
        for text in (f"{value:%Y-%m-%d}", f"{value:%m/%d/%Y}", f"{value:%Y%m%d}"):
            yield from _written(text)
    elif isinstance(value, int):
        yield from _money(value)
    elif isinstance(value, bytes):
        yield from _raw(value)
    else:
        yield from _text(canary.what, value)


def _text(what: str, text: str) -> Iterator[tuple[str, bytes]]:
    if re.fullmatch(r"[0-9]{9}", text):
        for between in ("", "-", " ", "."):
            yield from _written(between.join((text[:3], text[3:5], text[5:])))
    elif what in ("recovery code", "continuation code"):
        for between in ("", "-", " "):
            yield from _written(between.join(text[at : at + 4] for at in range(0, len(text), 4)))
    else:
        for form in {text, text.upper(), text.lower(), text.title()}:
            yield from _written(form)
    yield from _raw(text.encode())
    if text.isdigit():
        yield from _numbers(int(text))
    if what == "totp secret":
        yield from _raw(base64.b32decode(text))


def _written(text: str) -> Iterator[tuple[str, bytes]]:
    """As text: what is short in UTF-8 would be found by chance, and is none of our values."""
    assert len(text) >= _LEAST_TEXT
    for code in ("utf-8", "utf-16-le", "utf-16-be"):
        yield f"{code} {text}", text.encode(code)


def _raw(data: bytes) -> Iterator[tuple[str, bytes]]:
    """As bytes, in hexadecimal, and in base 64 at each of its three places in a longer text."""
    yield "bytes", data
    yield "hex", data.hex().encode()
    yield "HEX", data.hex().upper().encode()
    for before in range(3):
        for code, name in ((base64.b64encode, "base64"), (base64.urlsafe_b64encode, "base64url")):
            whole = code(bytes(before) + data)
            first = -(-8 * before // 6)
            last = (8 * (before + len(data))) // 6
            yield f"{name} at {before}", whole[first:last]


def _money(cents: int) -> Iterator[tuple[str, bytes]]:
    dollars, rest = divmod(cents, 100)
    texts = (f"{cents}", f"{dollars}.{rest:02d}", f"{dollars:,}.{rest:02d}", f"{dollars}", f"{dollars:,}")
    for text in texts:
        yield from _written(text)
    yield from _numbers(cents)
    yield from _numbers(dollars)
    yield from _floats(cents / 100)


def _numbers(value: int) -> Iterator[tuple[str, bytes]]:
    """As an integer of its own length (a longer one holds it) and of eight bytes, as PostgreSQL's numeric, as
    packed decimal digits, as floating point."""
    length = max(4, -(-value.bit_length() // 8))
    orders: tuple[Literal["little", "big"], ...] = ("little", "big")
    for order in orders:
        name = SHORT if length == 4 else f"{length} bytes"
        yield f"{name} {order} of {value}", value.to_bytes(length, order)
        yield f"8 bytes {order} of {value}", value.to_bytes(8, order)
    words = [int(part) for part in _from_the_right(str(value), 4)]
    if len(words) > 2:
        yield f"numeric little of {value}", struct.pack(f"<{len(words)}h", *words)
        yield f"numeric big of {value}", struct.pack(f">{len(words)}h", *words)
    digits = str(value)
    if len(digits) > 8:
        yield f"packed digits of {value}", bytes.fromhex(digits.zfill(len(digits) + len(digits) % 2))
    yield from _floats(float(value))


def _from_the_right(digits: str, size: int) -> list[str]:
    first = len(digits) % size
    return [
        *([digits[:first]] if first else []),
        *(digits[a : a + size] for a in range(first, len(digits), size)),
    ]


def _floats(value: float) -> Iterator[tuple[str, bytes]]:
    yield f"floating little of {value}", struct.pack("<d", value)
    yield f"floating big of {value}", struct.pack(">d", value)


class Search:
    """Looks for canaries in bytes."""

    def __init__(self, canaries: Iterable[Canary]) -> None:
        self.canaries = tuple(canaries)
        self.patterns: dict[bytes, set[Find]] = defaultdict(set)
        for one in self.canaries:
            for form, raw in forms(one):
                self.patterns[raw].add(Find(one.what, one.whose, form))
        self._forms = list(self.patterns)
        self._automaton = BytesAhoCorasick(self._forms)
        self._seen: dict[bytes, set[Find]] = {}

    def found(self, data: bytes) -> set[Find]:
        """Every form of every value that is there; what was looked at before is not looked at again."""
        told = _ZEROS.sub(bytes(64), data)
        digest = hashlib.sha256(told).digest()
        if digest not in self._seen:
            matches = self._automaton.find_matches_as_indexes(told, overlapping=True)
            hits = {self._forms[place] for place, _, _ in matches}
            self._seen[digest] = {find for raw in hits for find in self.patterns[raw]}
        return self._seen[digest]

    @staticmethod
    def hits_of(found: Iterable[set[Find]]) -> set[Find]:
        """What of all that was found counts: short forms where they are of two callers at least."""
        every = {find for some in found for find in some}
        whose: dict[str, set[str]] = defaultdict(set)
        for find in every:
            if find.form.startswith(SHORT):
                whose[find.what].add(find.whose)
        return {find for find in every if not find.form.startswith(SHORT) or len(whose[find.what]) > 1}


def files(folder: Path, without: Iterable[Path] = ()) -> dict[Path, bytes]:
    """Every file below a folder but those below or at some paths; one that goes meanwhile is not there."""
    aside = tuple(without)
    read: dict[Path, bytes] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(path.is_relative_to(one) for one in aside):
            try:
                read[path] = path.read_bytes()
            except FileNotFoundError:
                continue
    return read
