"""Fixed-width records from values: what a position table says, filled in."""

from collections.abc import Mapping

from assistor_console.domain.errors import refused
from assistor_console.records.positions import Positions

ENCODING = "iso-8859-1"


def fixed(kind: str, length: int, positions: Positions, values: Mapping[str, str | int]) -> bytes:
    """A record without line end: texts to the left, numbers zero-padded; fields without a value stay blank.

    Refused("records.cannot_hold") for a value that is too long or has characters the record cannot hold.
    """
    record = bytearray(kind.encode().ljust(length))
    for name, value in values.items():
        first, last = positions[name]
        record[first - 1 : last] = _field(name, value, last - first + 1)
    return bytes(record)


def fitting(text: str, width: int) -> tuple[str, str]:
    """A text as two lines, broken between words where it is longer than `width`."""
    if len(text) <= width:
        return text, ""
    cut = text.rfind(" ", 0, width + 1)
    return (text[:cut], text[cut + 1 :]) if cut > 0 else (text, "")


def _field(name: str, value: str | int, width: int) -> bytes:
    try:
        if isinstance(value, int):
            text = str(value).rjust(width, "0").encode()
        else:
            text = value.encode(ENCODING).ljust(width)
    except UnicodeEncodeError:
        raise refused("records.cannot_hold", field=name) from None
    if len(text) > width or (isinstance(value, int) and value < 0):
        raise refused("records.cannot_hold", field=name)
    return text
