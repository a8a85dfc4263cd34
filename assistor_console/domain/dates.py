"""Dates as people say them, in English and Spanish."""

import re
from datetime import date

from .errors import Refused, refused

_MONTHS = (
    ("january", "jan", "enero", "ene"),
    ("february", "feb", "febrero"),
    ("march", "mar", "marzo"),
    ("april", "apr", "abril", "abr"),
    ("may", "mayo"),
    ("june", "jun", "junio"),
    ("july", "jul", "julio"),
    ("august", "aug", "agosto", "ago"),
    ("september", "sep", "sept", "septiembre", "setiembre", "set"),
    ("october", "oct", "octubre"),
    ("november", "nov", "noviembre"),
    ("december", "dec", "diciembre", "dic"),
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_OLDEST_YEARS = 130

_NUMERIC = re.compile(r"([0-9]{1,2})[/.\- ]([0-9]{1,2})[/.\- ]([0-9]{4})")
_RUN = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_MONTH_FIRST = re.compile(r"([a-z]+)\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? (?:del? )?([0-9]{4})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|ero|º)? (?:de |of )?([a-z]+)\.?,? (?:del? )?([0-9]{4})")


def parse_date(text: str, today: date) -> date:
    """A date not after `today`: 3/4/1978 (month first), 1978-03-04, March 4, 1978 or 4 de marzo de 1978.

    Refused("answer.date") for no such form, "answer.date_impossible" for 31 February, "answer.date_future",
    "answer.date_old" for more than 130 years ago.
    """
    year, month, day = _parts(" ".join(text.lower().split()))
    try:
        found = date(year, month, day)
    except ValueError:
        raise refused("answer.date_impossible", example="03/04/1978") from None
    if found > today:
        raise refused("answer.date_future", example="03/04/1978")
    if found.year < today.year - _OLDEST_YEARS:
        raise refused("answer.date_old", example="03/04/1978")
    return found


def _parts(text: str) -> tuple[int, int, int]:
    """Year, month and day, not yet checked."""
    if match := _NUMERIC.fullmatch(text) or _RUN.fullmatch(text):
        return int(match[3]), int(match[1]), int(match[2])
    if match := _ISO.fullmatch(text):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _MONTH_FIRST.fullmatch(text):
        return int(match[3]), _month(match[1]), int(match[2])
    if match := _DAY_FIRST.fullmatch(text):
        return int(match[3]), _month(match[2]), int(match[1])
    raise _unreadable()


def _month(name: str) -> int:
    if name not in _MONTH:
        raise _unreadable()
    return _MONTH[name]


def _unreadable() -> Refused:
    return refused("answer.date", example="03/04/1978")
