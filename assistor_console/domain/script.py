"""A script: everything an assistor reads aloud, in both languages, and the items an interview may ask.

A text may hold only placeholders that are filled from the policy, the assistor, or the kind of paper asked
about (year, form, line, where on the page) — never a value of a record.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from .conditions import Ask, Choice, EscapeRoute, Opening
from .errors import refused
from .lines import Place
from .terms import AnswerKind, Escape, Form, Reason, Section, Text

LINE_PLACEHOLDERS = frozenset(
    {"assistor", "assistor_id", "least", "most", "code_days", "desk_phone", "tac_phone", "individuals_phone"}
)
ITEM_PLACEHOLDERS = frozenset({"year", "form", "line", "where"})

LINES = (
    "greeting",
    "recording",
    "language",
    "reason",
    "ask_individual",
    "ask_own_behalf",
    "ask_eservices_user",
    "ask_tried_online",
    "close_business",
    "close_representative",
    "close_not_user",
    "close_try_online",
    "neutral",
    "thanks",
    "papers",
    "mismatch_again",
    "mismatch_final",
    "already_registered",
    "records_thin",
    "passed",
    "username",
    "small_letters",
    "password",
    "letter_steps",
    "mail_wait",
    "referral",
    "bring",
    "dropped",
    "return_greeting",
    "ask_continuation",
    "ask_identity_again",
    "verified",
    "not_found",
    "identity_theft",
    "recording_off",
    "goodbye",
)
"""The lines every script must hold."""

IDENTITY = ("tin", "name", "birth", "address", "filing_status")
"""The ids of the identity items, in the order they are asked (TIN, then name as on the return; IRM)."""

AskedItem = tuple[str, Form, int]
"""An item of one kind of paper, whoever's: item, form and tax year."""

_PLACEHOLDER = re.compile(r"\{(\w*)\}")


class Source(StrEnum):
    """Where the answer to an item comes from."""

    IDENTITY = "identity"
    RETURN = "return"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Item:
    """Something a script can ask; `value` names what answers it: an amount of `domain.lines` or a field
    (an identity item's is its id).

    A supplement fills up an interview but never counts toward the least policy demands. `again` is said where
    the caller has just chosen one of several papers and stays with it; without it only one item of a kind
    of paper is asked.
    """

    id: str
    source: Source
    value: str
    kind: AnswerKind
    label: Text
    text: Text
    hint: Text | None = None
    rephrase: Text | None = None
    choices: tuple[Choice, ...] = ()
    forms: tuple[Form, ...] = ()
    supplement: bool = False
    again: Text | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """Items of one return of which too many answer each other; `at_most` of them are asked."""

    items: frozenset[str]
    at_most: int


@dataclass(frozen=True, slots=True)
class Question:
    """One item as it is asked of one caller: texts filled in; `accepted` are the canonical right answers.

    `heading` is the section as it is shown ("2016 return"), `label` the whole name in a list of answers
    ("2016 return: federal income tax withheld"). `form` and `year` are the paper's; identity items have none.
    `follows` is the number of a question whose answer chose one of several papers: only what those papers say
    is accepted here, and `pairs` has the right answer to each for every paper.
    """

    number: int
    item: str
    section: Section
    kind: AnswerKind
    heading: Text
    label: Text
    text: Text
    hint: Text | None = None
    rephrase: Text | None = None
    choices: tuple[Choice, ...] = ()
    accepted: tuple[str, ...] = field(default=(), repr=False)
    form: Form | None = None
    year: int | None = None
    follows: int | None = None
    pairs: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    @property
    def asks(self) -> AskedItem | None:
        """What it asks, whoever is asked; None for an identity item."""
        return (self.item, self.form, self.year) if self.form and self.year else None


@dataclass(frozen=True, slots=True)
class Script:
    """One published version; immutable. `places` has each item's places on paper by the item's id.

    A version published before there were openings has none, and no asks or escapes.
    """

    version: str
    name: str
    headings: Mapping[Section, Text]
    lines: Mapping[str, Text]
    identity: tuple[Item, ...]
    items: tuple[Item, ...]
    places: Mapping[str, tuple[Place, ...]]
    relations: tuple[Relation, ...] = ()
    asks: Mapping[str, Ask] = field(default_factory=dict)
    openings: Mapping[Reason, Opening] = field(default_factory=dict)
    escapes: Mapping[Escape, EscapeRoute] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The name with the version: "Exception 2017.1"."""
        return f"{self.name} {self.version}"

    def line(self, line_id: str, **values: str | int) -> Text:
        """A line with its placeholders filled; Refused("script.line") where the script has no such line."""
        if line_id not in self.lines:
            raise refused("script.line", line=line_id)
        return fill(self.lines[line_id], {name: str(value) for name, value in values.items()})

    def asks_of(self, opening: Opening) -> tuple[Ask, ...]:
        """An opening's asks in the order they are asked."""
        return tuple(self.asks[ask] for ask in opening.asks)

    def heading(self, section: Section, year: int) -> Text:
        """The name of a section; `year` is the tax year of a return section."""
        return fill(self.headings[section], {"year": str(year)})


def placeholders(text: Text) -> frozenset[str]:
    """The names of all placeholders in either language."""
    return frozenset(_PLACEHOLDER.findall(text.en)) | frozenset(_PLACEHOLDER.findall(text.es))


def fill(text: Text, values: Mapping[str, str | Text]) -> Text:
    """The text with every placeholder replaced, language by language; KeyError for one without a value."""
    if "{" not in text.en and "{" not in text.es:
        return text
    return Text(
        _PLACEHOLDER.sub(lambda m: _english(values[m[1]]), text.en),
        _PLACEHOLDER.sub(lambda m: _spanish(values[m[1]]), text.es),
    )


def join(first: Text, second: Text, between: str) -> Text:
    """Two texts as one, language by language."""
    return Text(f"{first.en}{between}{second.en}", f"{first.es}{between}{second.es}")


def _english(value: str | Text) -> str:
    return value.en if isinstance(value, Text) else value


def _spanish(value: str | Text) -> str:
    return value.es if isinstance(value, Text) else value
