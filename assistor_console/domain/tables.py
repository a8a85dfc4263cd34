"""Published word tables that comparing and spelling read; first version in `resources/tables`."""

from collections.abc import Mapping
from dataclasses import dataclass

from .terms import Text

Alphabet = Mapping[str, Text]
"""A character (capital letter or digit) to the word that spells it."""


@dataclass(frozen=True, slots=True)
class Tables:
    """All words are folded: capitals without accents or punctuation.

    nicknames: a given name to the formal names it stands for. words: an abbreviation or long form in a
    business name to its one spelling; legal: forms of company that do not tell businesses apart;
    common: payers that very many people have, by the keys of `businesses.business_keys`.
    suffixes, directions, units, states: every spelling of a Publication 28 word to its standard one;
    ordinals: "FIRST" to "1ST". alphabet: the words that spell characters.
    """

    nicknames: Mapping[str, frozenset[str]]
    words: Mapping[str, str]
    legal: frozenset[str]
    suffixes: Mapping[str, str]
    directions: Mapping[str, str]
    units: Mapping[str, str]
    states: Mapping[str, str]
    ordinals: Mapping[str, str]
    alphabet: Alphabet
    common: frozenset[str] = frozenset()
