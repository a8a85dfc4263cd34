"""Reading the published word tables."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from ..domain.businesses import business_keys
from ..domain.errors import Trouble
from ..domain.tables import Tables
from ..domain.terms import Text
from .form import parse

_Word = Annotated[str, Field(pattern=r"^([A-Z0-9]+( [A-Z0-9]+)*|#)$")]
_Spellings = dict[_Word, tuple[_Word, ...]]


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Spelled(_Row):
    en: str = Field(min_length=1)
    es: str = Field(min_length=1)


class _Businesses(_Row):
    words: _Spellings
    legal: frozenset[_Word]
    common: tuple[_Word, ...] = ()


class _Addresses(_Row):
    suffixes: _Spellings
    directions: _Spellings
    units: _Spellings
    ordinals: _Spellings
    states: _Spellings


class _Tables(_Row):
    version: str
    effective: date
    nicknames: _Spellings
    businesses: _Businesses
    addresses: _Addresses
    alphabet: dict[Annotated[str, Field(pattern=r"^[A-Z0-9]$")], _Spelled]


def read_tables(text: str) -> Tables:
    """The word tables from YAML; Trouble("published.unreadable") where the text is no such form, a word has
    two standard spellings, or a character has no word.
    """
    file = parse(_Tables, text, "tables")
    places = file.addresses
    if len(file.alphabet) != 36:
        raise _unreadable("a letter or digit has no word")
    tables = Tables(
        nicknames=_formal(file.nicknames),
        words=_standard(file.businesses.words),
        legal=file.businesses.legal,
        suffixes=_standard(places.suffixes),
        directions=_standard(places.directions),
        units=_standard(places.units),
        states={short: long[0] for short, long in places.states.items() if long},
        ordinals=_standard(places.ordinals),
        alphabet={character: Text(word.en, word.es) for character, word in file.alphabet.items()},
    )
    keys = (business_keys(name, tables) for name in file.businesses.common)
    return replace(tables, common=frozenset().union(*keys))


def _standard(spellings: _Spellings) -> dict[str, str]:
    """Every spelling to its standard one, the standard one to itself."""
    found = {standard: standard for standard in spellings}
    for standard, others in spellings.items():
        for other in others:
            if found.setdefault(other, standard) != standard:
                raise _unreadable(f"{other} has two standard spellings")
    return found


def _formal(nicknames: _Spellings) -> dict[str, frozenset[str]]:
    """Every nickname to the formal names it stands for."""
    found: dict[str, set[str]] = defaultdict(set)
    for formal, names in nicknames.items():
        for name in names:
            found[name].add(formal)
    return {name: frozenset(formals) for name, formals in found.items()}


def _unreadable(reason: str) -> Trouble:
    return Trouble("published.unreadable", kind="tables", reason=reason)
