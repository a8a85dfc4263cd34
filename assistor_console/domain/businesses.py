"""Names of businesses: when what a caller says is the payer or employer on record.

Case, accents, punctuation, spacing, THE, `&`, common abbreviations and the form of company do not count;
of "X doing business as Y" either name will do. Everything else must be equal.
"""

import re

from .names import fold
from .tables import Tables

_ALSO_KNOWN = re.compile(r"\bD\s?[/.]?\s?B\s?[/.]?\s?A\b\.?|\bDOING BUSINESS AS\b|\bA/K/A\b|\bAKA\b|\bT/A\b")
_ATTENTION = re.compile(r"\bC/O\b|\bCARE OF\b|\bATTN\b|%")
_APOSTROPHES = re.compile(r"['’`.]")
_WORD = re.compile(r"[A-Z0-9]+")


def same_business(answer: str, accepted: str, tables: Tables) -> bool:
    """Whether two business names are the same business by the rules above."""
    return not business_keys(answer, tables).isdisjoint(business_keys(accepted, tables))


def business_keys(name: str, tables: Tables) -> frozenset[str]:
    """What a name is compared by: one key for each name it holds ("A DBA B" has two)."""
    named = _ATTENTION.split(fold(name))[0]
    keys = (_key(part, tables) for part in _ALSO_KNOWN.split(named))
    return frozenset(key for key in keys if key)


def is_common(name: str, tables: Tables) -> bool:
    """Whether a name is on the published list of payers so common that they can be guessed."""
    return not business_keys(name, tables).isdisjoint(tables.common)


def _key(name: str, tables: Tables) -> str:
    """The words that tell businesses apart, run together."""
    plain = _APOSTROPHES.sub("", name).replace("&", " AND ").replace("+", " AND ")
    words = [tables.words.get(word, word) for word in _WORD.findall(plain)]
    if words[:1] == ["THE"] and len(words) > 1:
        words = words[1:]
    return "".join(_without_legal(words, tables.legal))


def _without_legal(words: list[str], legal: frozenset[str]) -> list[str]:
    """Words without the form of company at the end; a name of nothing else stays as it is."""
    end = len(words)
    while end > 1 and (words[end - 1] in legal or words[end - 1] == "AND"):
        end -= 1
    return words[:end]
