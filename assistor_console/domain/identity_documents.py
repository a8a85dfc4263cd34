"""Two forms of government-issued ID: which kinds are accepted, and whether two are accepted together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from .names import canonical_name, fold
from .terms import Text

_SUFFIXES = frozenset({"JR", "SR", "II", "III", "IV"})


class Expiry(StrEnum):
    """Whether a kind of document bears an expiry date."""

    ALWAYS = "always"
    IF_PRINTED = "if_printed"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document; no `issuers` means that the document itself names its issuer."""

    kind: str
    name: Text
    issuers: tuple[str, ...]
    photo: bool
    expiry: Expiry


@dataclass(frozen=True, slots=True)
class Kinds:
    """The published, dated table of accepted kinds."""

    version: str
    effective: date
    kinds: tuple[Kind, ...]

    def find(self, kind: str) -> Kind | None:
        """The row of a kind, None where it is not accepted."""
        return next((row for row in self.kinds if row.kind == kind), None)


@dataclass(frozen=True, slots=True)
class Document:
    """A document as shown or announced; `photo` that it bears one and it is the visitor's.

    `name` is as printed on it; `last_four` of its number is None while nobody has seen it.
    """

    kind: str
    issuer: str
    expires: date | None
    name: str
    photo: bool
    last_four: str | None = None


@dataclass(frozen=True, slots=True)
class PairVerdict:
    """The rule that refuses each document, and the two together; None where none does."""

    first: str | None = None
    second: str | None = None
    together: str | None = None
    values: dict[str, str | int] = field(default_factory=dict)

    @property
    def accepted(self) -> bool:
        """Whether no rule refuses anything."""
        return not (self.first or self.second or self.together)

    @property
    def rule(self) -> str | None:
        """The first rule that refuses, None where the pair is accepted."""
        return self.first or self.second or self.together


def weigh(
    kinds: Kinds, first: Document | None, second: Document | None, on: date, holder: str
) -> PairVerdict:
    """Whether two documents of `holder` (name as on the case) are accepted together on a day."""
    return PairVerdict(
        _one(kinds, first, on, holder),
        _one(kinds, second, on, holder),
        _both(kinds, first, second),
        dict(_values(first, second, on)),
    )


def names_agree(shown: str, holder: str) -> bool:
    """Whether the name on a document is the holder's: whole surname and first given name, folded.

    The order, middle names, accents, hyphens and a suffix (Jr) do not matter; a record that holds an initial
    only agrees with any given name of that letter.
    """
    if _words(shown) == _words(holder):
        return bool(_words(shown))
    surname, _, rest = canonical_name(holder).partition(", ")
    given = rest.split()[:1]
    wanted = "".join(_words(surname))
    return bool(given and wanted) and any(
        "".join(family) == wanted and _same_given(own[0], given[0]) for own, family in _readings(shown)
    )


def _one(kinds: Kinds, document: Document | None, on: date, holder: str) -> str | None:
    """The first rule that refuses one document."""
    if document is None:
        return "document.missing"
    kind = kinds.find(document.kind)
    if kind is None:
        return "document.kind_unknown"
    if not document.issuer.strip() or (kind.issuers and document.issuer not in kind.issuers):
        return "document.issuer_unknown"
    if document.last_four == "":
        return "document.number_missing"
    return _dated(kind, document, on) or _personal(kind, document, holder)


def _dated(kind: Kind, document: Document, on: date) -> str | None:
    if document.expires is None:
        return "document.expiry_missing" if kind.expiry is Expiry.ALWAYS else None
    # A document is valid through the day printed on it.
    return "document.expired" if document.expires < on else None


def _personal(kind: Kind, document: Document, holder: str) -> str | None:
    if kind.photo and not document.photo:
        return "document.photo_differs"
    return None if names_agree(document.name, holder) else "document.name_differs"


def _both(kinds: Kinds, first: Document | None, second: Document | None) -> str | None:
    if first is None or second is None:
        return None
    if first.kind == second.kind:
        return "document.same_document" if _same(first, second) else "document.same_kind"
    rows = [row for row in (kinds.find(first.kind), kinds.find(second.kind)) if row]
    if len(rows) == 2 and not any(row.photo for row in rows):
        return "document.no_photo"
    return None


def _same(first: Document, second: Document) -> bool:
    return bool(first.last_four) and (first.issuer, first.last_four) == (second.issuer, second.last_four)


def _values(first: Document | None, second: Document | None, on: date) -> Iterator[tuple[str, str]]:
    """What the texts of the rules say: dates as year-month-day."""
    yield "on", on.isoformat()
    if first and first.expires:
        yield "first_expires", first.expires.isoformat()
    if second and second.expires:
        yield "second_expires", second.expires.isoformat()


def _words(name: str) -> list[str]:
    plain = ("".join(c for c in word if c.isalpha()) for word in re.split(r"[\s\-<,]+", fold(name)))
    return [word for word in plain if word]


def _readings(shown: str) -> Iterator[tuple[list[str], list[str]]]:
    """Every way to read a name as given names and surname; neither part is empty."""
    before, _, after = shown.partition(",")
    if set(_words(after)) - _SUFFIXES:
        yield _no_suffix(_words(after), 1), _no_suffix(_words(before), 1)
        return
    words = _no_suffix(_words(shown), 2)
    for cut in range(1, len(words)):
        yield words[:cut], words[cut:]
        yield words[cut:], words[:cut]


def _no_suffix(words: list[str], least: int) -> list[str]:
    return words[:-1] if len(words) > least and words[-1] in _SUFFIXES else words


def _same_given(shown: str, on_record: str) -> bool:
    return shown.startswith(on_record) if len(on_record) == 1 else shown == on_record
