"""Reading what was typed: one canonical text for each kind of answer, or a refusal that says what is wrong.

Only the form is judged here, never whether the answer is right: that is `domain.scoring`.
"""

import re
import unicodedata
from collections.abc import Callable, Collection
from datetime import date

from .dates import parse_date
from .errors import refused
from .money import parse_money
from .terms import AnswerKind

_LONGEST = 200
_MOST_COUNT = 30
_HIDDEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_TIN = re.compile(r"([0-9]{3})[\- ]?([0-9]{2})[\- ]?([0-9]{4})")
_EIN = re.compile(r"[0-9]{2}[\- ][0-9]{7}")
_LAST_FOUR = re.compile(r"[0-9A-Z]{4}")


def parse(kind: AnswerKind, text: str, today: date, choices: Collection[str] = ()) -> str:
    """The canonical answer: money in cents, a date in ISO form, a TIN as nine digits, a choice as its value,
    a count or last four as such; names and addresses in single spaces.

    `today` bounds dates; `choices` are the values a choice may take. Refused("answer.…", example=…) says what
    is wrong with the form: empty, long, characters, tin, ein, money, date, date_impossible, date_future,
    date_old, count, last_four, name, choice, business, address.
    """
    clean = _clean(text)
    if kind is AnswerKind.DATE:
        return parse_date(clean, today).isoformat()
    if kind is AnswerKind.CHOICE:
        return _choice(clean, choices)
    return _READERS[kind](clean)


def _clean(text: str) -> str:
    """Composed characters and single spaces; nothing hidden, nothing endless."""
    if len(text) > _LONGEST:
        raise refused("answer.long", most=_LONGEST)
    if any(unicodedata.category(c) in _HIDDEN for c in text):
        raise refused("answer.characters")
    clean = " ".join(unicodedata.normalize("NFC", text).split())
    if not clean:
        raise refused("answer.empty")
    return clean


def _choice(text: str, choices: Collection[str]) -> str:
    if text not in choices:
        raise refused("answer.choice")
    return text


def _tin(text: str) -> str:
    if _EIN.fullmatch(text):
        raise refused("answer.ein", example="123-00-4567")
    match = _TIN.fullmatch(text)
    if match is None:
        raise refused("answer.tin", example="123-00-4567")
    return "".join(match.groups())


def _money(text: str) -> str:
    return str(parse_money(text))


def _count(text: str) -> str:
    if not re.fullmatch(r"[0-9]{1,2}", text) or int(text) > _MOST_COUNT:
        raise refused("answer.count", example="3", most=_MOST_COUNT)
    return str(int(text))


def _last_four(text: str) -> str:
    if not _LAST_FOUR.fullmatch(text.upper()):
        raise refused("answer.last_four", example="4417")
    return text.upper()


def _name(text: str) -> str:
    """Letters with spaces, apostrophes, hyphens, periods and commas; at least two words."""
    bare = re.sub(r"[ '’‘`´.,\-]", "", text)
    if not bare.isalpha() or len(text.replace(",", " ").split()) < 2:
        raise refused("answer.name", example="Ana M. Ejemplo")
    return text


def _business(text: str) -> str:
    if not any(c.isalnum() for c in text):
        raise refused("answer.business", example="Example Supply Company")
    return text


def _address(text: str) -> str:
    """Ends with a ZIP; everything else is free."""
    if not re.search(r"(?:^|[ ,])[0-9]{5}(?:-?[0-9]{4})?$", text):
        raise refused("answer.address", example="12 Sample Street, Fresno, CA 93706")
    return text


_READERS: dict[AnswerKind, Callable[[str], str]] = {
    AnswerKind.TIN: _tin,
    AnswerKind.MONEY: _money,
    AnswerKind.COUNT: _count,
    AnswerKind.LAST_FOUR: _last_four,
    AnswerKind.PERSON_NAME: _name,
    AnswerKind.BUSINESS_NAME: _business,
    AnswerKind.ADDRESS: _address,
}
