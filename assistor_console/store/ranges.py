"""Numbers of rows as ranges, packed small: a second's rows are one range or a few.

A packed set is a line of varints (7 bits a byte, low bits first), two for each range: how far it begins after
where it could begin (1, or two past the end of the range before), and its length less one. Each set has one
form only.
"""

from collections.abc import Iterable, Iterator, Sequence

LARGEST = 2**63 - 1
_GAP = 2  # two ranges without a number between them are one
_MORE, _SEVEN, _BITS = 0x80, 0x7F, 63

Range = tuple[int, int]
"""The first and the last number of a range."""


def ranges(numbers: Iterable[int]) -> list[Range]:
    """The ranges of numbers that come in rising order, none twice."""
    found: list[Range] = []
    first = last = None
    for number in numbers:
        if last is None or first is None:
            first = number
        elif number != last + 1:
            found.append((first, last))
            first = number
        last = number
    if first is not None and last is not None:
        found.append((first, last))
    return found


def pack(numbers: Sequence[int]) -> bytes:
    """Positive numbers in rising order; ValueError where they are not."""
    out = bytearray()
    could = 1
    for first, last in ranges(numbers):
        if first < could:
            raise ValueError("rising numbers from 1 on")
        _put(out, first - could)
        _put(out, last - first)
        could = last + _GAP
    return bytes(out)


def unpack(packed: bytes) -> list[Range]:
    """The ranges of a packed set; ValueError for what `pack` never made."""
    found: list[Range] = []
    could = 1
    numbers = _numbers(packed)
    for gap in numbers:
        first = could + gap
        last = first + next(numbers, LARGEST)
        if last > LARGEST:
            raise ValueError("no packed set")
        found.append((first, last))
        could = last + _GAP
    return found


def _put(out: bytearray, number: int) -> None:
    while number > _SEVEN:
        out.append(number & _SEVEN | _MORE)
        number >>= 7
    out.append(number)


def _numbers(packed: bytes) -> Iterator[int]:
    number = shift = 0
    for byte in packed:
        number |= (byte & _SEVEN) << shift
        shift += 7
        if shift > _BITS + 7 or (byte == 0 and shift > 7):
            raise ValueError("no packed set")
        if byte < _MORE:
            yield number
            number = shift = 0
    if shift:
        raise ValueError("no packed set")
