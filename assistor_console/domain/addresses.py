"""Addresses: when what a caller says is the address on record.

House number, street and the five-digit ZIP must agree; kind of street, direction and unit must agree where
the caller names them. Words are standardised by the tables of USPS Publication 28; the city is not compared,
as many ZIPs go by several names.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import dropwhile

from .names import fold
from .records import Address
from .tables import Tables

_BOX = re.compile(r"\b(?:P\s?O|POST OFFICE)\s?BOX\b|\bAPARTADO(?: POSTAL)?\b|^BOX\b")
_RURAL = re.compile(r"\bRURAL (?:ROUTE|RT)\b|\bRFD\b|\bRURAL\b")
_CONTRACT = re.compile(r"\bHIGHWAY CONTRACT(?: ROUTE)?\b")
_TOKEN = re.compile(r"[0-9][A-Z0-9/\-]*|[A-Z][A-Z0-9]*|,|#")
_DROPPED = re.compile(r"['’`.]")
_ZIP = re.compile(r"([0-9]{5})(?:-?[0-9]{4})?")
_WHOLE_LINE = frozenset({"POBOX", "PSC", "CMR", "UNIT", "RR", "HC"})
_CARE_OF = ("C/O", "%", "ATTN")


@dataclass(frozen=True, slots=True)
class _Street:
    """A delivery line in parts; `name` must be said, the rest must not be said wrongly."""

    number: str
    before: str
    name: tuple[str, ...]
    suffix: str
    after: str
    unit: tuple[str, ...]


def canonical_address(address: Address) -> str:
    """An address as one string: its lines, city, state and five-digit ZIP, folded, between bars."""
    parts = (*address.lines, address.city, address.state, address.zip[:5])
    return "|".join(fold(" ".join(part.replace("|", " ").split())) for part in parts)


def same_address(answer: str, accepted: str, tables: Tables) -> bool:
    """Whether an answer, as one line of text, names the place of a canonical address."""
    *lines, city, state, code = accepted.split("|")
    said = _tokens(answer, tables)
    match = _ZIP.fullmatch(said[-1]) if said else None
    if match is None or match[1] != code:
        return False
    delivery = [_tokens(line, tables) for line in lines if not line.startswith(_CARE_OF)]
    street = _record_street(delivery, tables)
    place = (_tokens(city, tables), [state], _tokens(tables.states.get(state, state), tables))
    return _names_street(said[:-1], street, place, delivery, tables)


def _tokens(text: str, tables: Tables) -> list[str]:
    """Standardised words, commas and number signs."""
    plain = _DROPPED.sub("", fold(text).replace("\n", ", "))
    plain = _CONTRACT.sub("HC", _RURAL.sub("RR", _BOX.sub(" POBOX ", plain)))
    return [_standard(token, tables) for token in _TOKEN.findall(plain)]


def _standard(token: str, tables: Tables) -> str:
    for table in (tables.suffixes, tables.directions, tables.ordinals, tables.units):
        if token in table:
            return table[token]
    return token


def _record_street(lines: list[list[str]], tables: Tables) -> _Street:
    """The delivery line of a record: the first that begins with a number or is a box or route."""
    known = [line for line in lines if line]
    main = next(filter(_delivers, known), known[0] if known else [])
    if not main or not main[0][0].isdigit():
        return _Street("", "", tuple(t for t in main if t != ","), "", "", ())
    units = frozenset(tables.units.values())
    cut = next((i for i in range(2, len(main)) if main[i] in units), len(main))
    beside = [line for line in known if line is not main and line[0] in units]
    unit = main[cut:] or (beside[0] if beside else [])
    return _parts(main[:cut], tuple(t for t in unit if t not in units and t != ","), tables)


def _delivers(line: list[str]) -> bool:
    """Whether a line begins with a house number or is a box or route ("UNIT 5" alone is neither)."""
    return line[0][0].isdigit() or (line[0] in _WHOLE_LINE and (line[0] != "UNIT" or "BOX" in line))


def _parts(street: list[str], unit: tuple[str, ...], tables: Tables) -> _Street:
    suffixes, directions = frozenset(tables.suffixes.values()), frozenset(tables.directions.values())
    words = [t for t in street[1:] if t != ","]
    after = words.pop() if len(words) > 2 and words[-1] in directions else ""
    suffix = words.pop() if len(words) > 1 and words[-1] in suffixes else ""
    before = words.pop(0) if len(words) > 1 and words[0] in directions else ""
    return _Street(street[0], before, tuple(words), suffix, after, unit)


def _names_street(
    said: list[str], street: _Street, place: Sequence[list[str]], lines: Sequence[list[str]], tables: Tables
) -> bool:
    first = street.number or (street.name[0] if street.name else "")
    if not first or first not in said:
        return False
    start = said.index(first)
    if any(_has_digit(token) for token in said[:start]):
        return False
    if not street.number:
        return _whole_line([token for token in said[start:] if token != ","], street.name)
    return _walk(said[start + 1 :], street, place, lines, tables)


def _whole_line(said: list[str], name: tuple[str, ...]) -> bool:
    """Boxes, routes and military lines have no part that may be left out."""
    return tuple(said[: len(name)]) == name and not any(map(_has_digit, said[len(name) :]))


def _walk(
    said: list[str], street: _Street, place: Sequence[list[str]], beside: Sequence[list[str]], tables: Tables
) -> bool:
    """Follows the answer after the house number: direction, name, kind of street, direction, unit, other
    lines (an urbanization), place."""
    if street.before and said[:1] == [street.before]:
        said = said[1:]
    if tuple(said[: len(street.name)]) != street.name:
        return False
    said = said[len(street.name) :]
    named = bool(street.suffix) and said[:1] == [street.suffix]
    said = said[1:] if named else said
    if street.after and said[:1] == [street.after]:
        said = said[1:]
    rest = _after_unit(said, street, tables)
    rest = None if rest is None else _after_lines(rest, beside)
    if rest is None or any(map(_has_digit, rest)):
        return False
    return _ends_there(rest, place) or (named and rest[0] not in tables.directions.values())


def _after_unit(said: list[str], street: _Street, tables: Tables) -> list[str] | None:
    """What follows the unit; None where the caller named another unit than the record's."""
    units = frozenset(tables.units.values())
    bare = said[1:] if said[:1] == [","] else said
    values = list(dropwhile(units.__contains__, bare))
    # FL is a floor and Florida: a designator without a value is no unit.
    if not bare or bare[0] not in units or not values or values[0] == ",":
        return said
    values = [token for token in values if token not in units and token != ","]
    if street.unit and tuple(values[: len(street.unit)]) != street.unit:
        return None
    return values[len(street.unit) or 1 :]


def _after_lines(said: list[str], beside: Sequence[list[str]]) -> list[str]:
    """What follows the record's other lines, said after the street: an urbanization, say."""
    for line in beside:
        bare = said[1:] if said[:1] == [","] else said
        if line and bare[: len(line)] == line:
            said = [",", *bare[len(line) :]]
    return said


def _ends_there(rest: list[str], place: Sequence[list[str]]) -> bool:
    """Whether the street was complete: a comma, the city or the state follows, or nothing."""
    return not rest or rest[0] == "," or any(rest[: len(words)] == words for words in place)


def _has_digit(token: str) -> bool:
    return any(c.isdigit() for c in token)
