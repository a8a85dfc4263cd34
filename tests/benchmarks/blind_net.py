"""Looking for very many values at once in much memory.

One pass for each way of lying there finds what could be a value at all (a word that begins as planted words
do, a run of digits, a number of the right size); only that is looked up.
"""

import re
import struct
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from tests.benchmarks.blind_forms import LEAST, MOST, STARTS, WIDTHS, WORD, Plants, binaries, texts

CHUNK = 1 << 24
OVERLAP = 512
Find = tuple[str, str]
"""The name of a form with the bytes of a character ("word 2"), and the value as it is written."""

_SHORTEST, _LONGEST = 9, 24
_MONEY = rb"[0-9]{1,3}(?:,[0-9]{3}){3}(?:\.[0-9]{2})?|[0-9]{10}(?:\.[0-9]{2})?|[0-9]{12}"
_DATE = rb"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{2}/[0-9]{2}/[0-9]{4}"
_NUMBER = rb"[0-9]{9}|[0-9]{5}-[0-9]{4}|[0-9]{2}-[0-9]{7}"
_WRITTEN = re.compile(rb"(?<![0-9])(?:" + b"|".join((_MONEY, _DATE, _NUMBER)) + rb")(?![0-9])")


def _top(value: float) -> bytes:
    """The two highest bytes of a number in floating point, the last of them the same for all amounts."""
    return struct.pack("<d", value)[6:]


_HIGH = bytes(range(LEAST >> 32, (MOST >> 32) + 1))
_INTEGER = re.compile(b"[" + re.escape(_HIGH) + b"]\0\0\0")
_PYTHON = re.compile(b"\x02\0{7}")
_FLOATING = tuple(
    re.compile(b"[%b]%b" % (re.escape(bytes(range(_top(low)[0], _top(high)[0] + 1))), _top(low)[1:]))
    for low, high in ((LEAST, MOST), (LEAST // 100, MOST // 100))
)


class Net:
    """Finds the values of `plants` in bytes."""

    def __init__(self, plants: Plants) -> None:
        self._texts: dict[bytes, list[Find]] = defaultdict(list)
        for form, text in texts(plants):
            self._texts[text.encode()].append((form, text))
        self._binaries = {raw: (form, raw.hex()) for form, raw in binaries(plants)}
        self._passes: list[Callable[[bytes], Iterable[Find]]] = [self._integers, self._pythons]
        self._passes += map(self._floats_of, _FLOATING)
        for width in WIDTHS:
            self._passes += self._words_of(width), self._digits_of(width)

    def all_finds(self) -> set[Find]:
        """What this net finds where every value lies in every form."""
        finds = [find for each in self._texts.values() for find in each]
        written = {(f"{form} {width}", text) for form, text in finds for width in WIDTHS}
        return written | set(self._binaries.values())

    def find(self, data: bytes) -> set[Find]:
        """Everything found, each form of each value once."""
        return set(chain.from_iterable(each(data) for each in self._passes))

    def find_in(self, chunks: Iterable[bytes]) -> set[Find]:
        """As `find` in what comes in pieces that overlap."""
        return set(chain.from_iterable(map(self.find, chunks)))

    def _words_of(self, width: int) -> Callable[[bytes], Iterator[Find]]:
        gap = b"\0" * (width - 1)
        pairs = [a + gap + b for a, b in ((b"z", b"q"), (b"Z", b"Q"), (b"Z", b"q"))]
        assert STARTS == "zq"
        begins = [re.compile(re.escape(pair)) for pair in pairs]

        def words(data: bytes) -> Iterator[Find]:
            for begin in begins:
                for match in begin.finditer(data):
                    at = match.start()
                    yield from self._written(data[at : at + WORD * width : width], width)

        return words

    def _digits_of(self, width: int) -> Callable[[bytes], Iterator[Find]]:
        gap = rb"\x00" * (width - 1)
        one = rb"(?:[0-9.,/\-]" + gap + rb")" if gap else rb"[0-9.,/\-]"
        run = re.compile(rb"[0-9]" + gap + one + b"{%d,%d}" % (_SHORTEST - 1, _LONGEST))

        def digits(data: bytes) -> Iterator[Find]:
            runs = {match[0][::width] for match in run.finditer(data)}
            for text in runs:
                for match in _WRITTEN.finditer(text):
                    yield from self._written(match[0], width)

        return digits

    def _written(self, text: bytes, width: int) -> Iterator[Find]:
        for form, shown in self._texts.get(text, ()):
            yield f"{form} {width}", shown

    def _integers(self, data: bytes) -> Iterator[Find]:
        return self._raw(data[m.start() - 4 : m.end()] for m in _INTEGER.finditer(data, 4))

    def _pythons(self, data: bytes) -> Iterator[Find]:
        return self._raw(data[m.start() : m.end() + 8] for m in _PYTHON.finditer(data))

    def _floats_of(self, top: re.Pattern[bytes]) -> Callable[[bytes], Iterator[Find]]:
        return lambda data: self._raw(data[m.start() - 6 : m.end()] for m in top.finditer(data, 6))

    def _raw(self, candidates: Iterable[bytes]) -> Iterator[Find]:
        known = self._binaries
        return (known[raw] for raw in candidates if raw in known)


def overlapping(data: bytes) -> Iterator[bytes]:
    """Bytes in pieces, each beginning before the end of the one before it."""
    for start in range(0, max(1, len(data)), CHUNK):
        yield data[max(0, start - OVERLAP) : start + CHUNK]
