"""A large EFW2 report of made-up people, written fast: it is the load that is measured."""

from collections.abc import Callable
from pathlib import Path

from assistor_console.records.positions import (
    EFW2_LENGTH,
    EFW2_RE,
    EFW2_RF,
    EFW2_RT,
    EFW2_RW,
    W2_BOXES,
)
from assistor_console.records.writers.fixed import fixed

EMPLOYEES = 500
_AREAS = [area for area in range(1, 900) if area != 666]
_FIRST = ("ANNA", "ROBERT", "MARIA", "JOHN", "LINDA", "JAMES", "PATRICIA", "MICHAEL")
_LAST = (
    "SMITH",
    "GARCIA",
    "JOHNSON",
    "O'NEILL",
    "WILLIAMS",
    "DE LA CRUZ",
    "BROWN",
    "LEE",
    "MILLER",
    "NGUYEN",
)
_TOWNS = (("SPRINGFIELD", "IL", "62701"), ("FRESNO", "CA", "93706"), ("AUSTIN", "TX", "78701"))
_ROW = (
    b"RW%03d00%04d%-15b%-15b%-20b    %-22b%-22b%-22b%-2b%-5b    "
    + b" " * 45
    + b"%011d" * 7
    + b" " * 248
    + b"\r\n"
)


def write_w2s(path: Path, records: int, say: Callable[[str], None]) -> None:
    """Writes a report of `records` W-2s, every TIN its own and of group 00."""
    say(f"writing {records:,} W-2s")
    with path.open("wb") as file:
        file.write(fixed("RA", EFW2_LENGTH, {}, {}) + b"\r\n")
        for start in range(0, records, EMPLOYEES):
            file.write(_employer(start, min(EMPLOYEES, records - start)))
        file.write(fixed("RF", EFW2_LENGTH, EFW2_RF, {"count": records}) + b"\r\n")


def _employer(start: int, count: int) -> bytes:
    head: dict[str, str | int] = {"tax_year": 2016, "ein": f"{start:09d}", "name": f"EMPLOYER NUMBER {start}"}
    boxes = [_boxes(number) for number in range(start, start + count)]
    totals = {box: sum(column) for box, column in zip(W2_BOXES, zip(*boxes, strict=True), strict=True)}
    rows = b"".join(_row(number, each) for number, each in enumerate(boxes, start))
    first = fixed("RE", EFW2_LENGTH, EFW2_RE, head) + b"\r\n"
    return first + rows + fixed("RT", EFW2_LENGTH, EFW2_RT, {"count": count, **totals}) + b"\r\n"


def _boxes(number: int) -> tuple[int, ...]:
    wages = 1_500_000 + number * 7_919 % 9_000_000
    return wages, wages // 8, wages, wages * 62 // 1000, wages, wages * 145 // 10_000, 0


def _row(number: int, boxes: tuple[int, ...]) -> bytes:
    area, serial = _AREAS[number // 9_999 % len(_AREAS)], number % 9_999 + 1
    town, state, code = _TOWNS[number % len(_TOWNS)]
    texts = (
        *(_FIRST[number % len(_FIRST)], "Q" if number % 2 else "", _LAST[number % len(_LAST)], ""),
        *(f"{number % 9_900 + 1} MAIN STREET", town, state, code),
    )
    return _ROW % (area, serial, *(text.encode() for text in texts), *boxes)


assert len(_row(0, _boxes(0))) == EFW2_LENGTH + 2
assert EFW2_RW["tips"] == (254, 264)
