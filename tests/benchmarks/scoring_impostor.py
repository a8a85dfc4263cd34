"""Somebody who has a taxpayer's masked transcript and the list of all payers by size, and guesses the names.

Known: TIN, full name, date of birth, address, filing status, every amount, count and account's last four, and
of each payer's name the first four letters. Known of all payers: names and how many people each of them pays.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from assistor_console.domain.businesses import business_keys
from assistor_console.domain.names import fold
from assistor_console.domain.script import Question
from assistor_console.domain.tables import Tables
from assistor_console.domain.terms import AnswerKind, Form
from assistor_console.records.made_payers import BANKS, bank, bank_share, employer, employer_share

LISTED = 60_000
"""So many of the largest employers are on the impostor's list; one further down has less than one in a
hundred thousand of all jobs."""
GUESSABLE = 0.05
"""A payer that so large a part of all people have whose payer begins with the same four letters can be
guessed: the published list of common payers has it."""
_LETTERS = 4
_OF_EMPLOYERS = (Form.W2, Form.MISC, Form.G)


@dataclass(frozen=True, slots=True)
class Guess:
    """The likeliest payer for four letters, and the part it has of all payers with these letters."""

    name: str
    share: float


Guesses = Mapping[str, Guess]
Listed = tuple[tuple[str, float], ...]


def common_payers(seed: int, tables: Tables) -> frozenset[str]:
    """Keys of the payers that the published list of common ones has, for practice people of a seed."""
    found: set[str] = set()
    for payers in _payers(seed):
        for keys in _shares(payers, tables, frozenset()).values():
            whole = sum(keys.values())
            found |= {key for key, share in keys.items() if share >= GUESSABLE * whole}
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Impostor:
    """`naive` guesses the likeliest of all payers; `cunning` knows which are never counted, and passes over
    them."""

    employers: Guesses
    banks: Guesses
    cunning_employers: Guesses
    cunning_banks: Guesses

    def answers(
        self, questions: tuple[Question, ...], known: dict[int, str], cunning: bool
    ) -> dict[int, str]:
        """`known` with every payer's name replaced by a guess."""
        said = dict(known)
        for question in questions:
            if question.kind is AnswerKind.BUSINESS_NAME:
                said[question.number] = self._guess(question, cunning)
        return said

    def _guess(self, question: Question, cunning: bool) -> str:
        """The surest guess at any of the payers that would be right, by their first letters."""
        if question.form in _OF_EMPLOYERS:
            table = self.cunning_employers if cunning else self.employers
        else:
            table = self.cunning_banks if cunning else self.banks
        known = [table[begin] for begin in map(first_letters, question.accepted) if begin in table]
        return max(known, key=lambda guess: guess.share).name if known else "Smith Company"


def make_impostor(seed: int, tables: Tables) -> Impostor:
    """The impostor for practice people of a seed; `tables` has the common payers of the published list."""
    jobs, customers = _payers(seed)
    return Impostor(
        _likeliest(jobs, tables, frozenset()),
        _likeliest(customers, tables, frozenset()),
        _likeliest(jobs, tables, tables.common),
        _likeliest(customers, tables, tables.common),
    )


def first_letters(name: str) -> str:
    """The four characters of a payer's name that a masked transcript shows."""
    return fold(name)[:_LETTERS]


@cache
def _payers(seed: int) -> tuple[Listed, Listed]:
    """Employers and banks with the part of all jobs and customers that each has."""
    jobs = tuple((employer(seed, rank).name, employer_share(rank)) for rank in range(LISTED))
    return jobs, tuple((bank(seed, rank).name, bank_share(rank)) for rank in range(BANKS))


def _shares(payers: Listed, tables: Tables, without: frozenset[str]) -> Mapping[str, Mapping[str, float]]:
    """By four letters the part each payer has; payers that go by one name count together."""
    shares: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for name, share in payers:
        key = _key(name, tables)
        if key not in without:
            shares[first_letters(name)][key] += share
    return shares


def _likeliest(payers: Listed, tables: Tables, without: frozenset[str]) -> Guesses:
    """For four letters the likeliest name."""
    names = {_key(name, tables): name for name, _ in payers}
    found = {}
    for begin, keys in _shares(payers, tables, without).items():
        best = max(keys, key=keys.__getitem__)
        found[begin] = Guess(names[best], keys[best] / sum(keys.values()))
    return found


_KEYS: dict[str, str] = {}


def _key(name: str, tables: Tables) -> str:
    """What a name is compared by; kept, as every name is looked at several times."""
    if name not in _KEYS:
        _KEYS[name] = min(business_keys(name, tables))
    return _KEYS[name]
