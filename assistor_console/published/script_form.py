"""The form of a script's YAML. Its JSON Schema helps whoever writes one: what stands here as a description is
what an editor shows."""

from dataclasses import replace
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from ..domain.conditions import (
    Ask,
    AskKind,
    Choice,
    Condition,
    Ending,
    EscapeRoute,
    Opening,
    Operator,
    When,
)
from ..domain.faults import repeated
from ..domain.lines import Place
from ..domain.script import Item, Relation, Script, Source
from ..domain.terms import AnswerKind, Escape, Form, Proof, Reason, Section, Text, Verdict

_Id = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,40}$", description="Small letters, digits and _.")]
_Year = Annotated[int, Field(ge=2000, le=2099, strict=True)]


def _word(value: object) -> object:
    """`yes` and `no` without quotes, which YAML takes for true and false."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else value


_Answer = Annotated[_Id, BeforeValidator(_word)]


class _Row(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, hide_input_in_errors=True
    )


class TextForm(_Row):
    """One sentence in both languages. Where placeholders may stand, both languages hold the same ones."""

    en: str = Field(min_length=1, description="In English.")
    es: str = Field(min_length=1, description="In Spanish (usted).")

    def domain(self) -> Text:
        """The row as the domain's value."""
        return Text(self.en, self.es)


class ChoiceForm(_Row):
    """One of the values of a choice."""

    value: _Answer = Field(description="What is kept, and what conditions compare.")
    text: TextForm = Field(description="How it is said.")

    def domain(self) -> Choice:
        """The row as the domain's value."""
        return Choice(self.value, self.text.domain())


class ConditionForm(_Row):
    """One row of a condition. It holds only where its question was answered."""

    question: _Id = Field(description="The id of an ask that comes earlier in the same opening.")
    operator: Operator = Field(description='"=" the same answer, "!=" another answer, exists: any answer.')
    answer: Annotated[str, BeforeValidator(_word)] = Field(
        default="", description="What is compared: yes, no, or the value of a choice. None with exists."
    )

    def domain(self) -> Condition:
        """The row as the domain's value."""
        return Condition(self.question, self.operator, self.answer)


class WhenForm(_Row):
    """A condition: either `all` with rows of which every one must hold, or `any`."""

    all: tuple[ConditionForm, ...] | None = Field(default=None, description="Every row must hold.")
    any: tuple[ConditionForm, ...] | None = Field(default=None, description="One row must hold.")

    @model_validator(mode="after")
    def _one(self) -> "WhenForm":
        if bool(self.all) is bool(self.any):
            raise ValueError("either all or any, with at least one row")
        return self

    def domain(self) -> When:
        """The row as the domain's value."""
        return When(tuple(row.domain() for row in self.all or self.any or ()), self.all is not None)


class AskForm(_Row):
    """Something asked before the proof. What is answered decides what is asked next and who cannot be helped
    here; it is never scored."""

    id: _Id
    kind: AskKind = Field(description="yes_no, choice (with choices), or digits (with digits).")
    label: TextForm = Field(description="Its short name in a list.")
    text: TextForm = Field(description="What is read aloud. Placeholders as in lines.")
    hint: TextForm | None = Field(default=None, description="For the assistor; not read aloud.")
    choices: tuple[ChoiceForm, ...] = Field(default=(), description="For kind choice: two or more.")
    digits: tuple[int, int] | None = Field(
        default=None, description="For kind digits: the least and the most digits, such as [4, 10]."
    )
    enable_when: WhenForm | None = Field(default=None, description="When it is asked; always without this.")

    def domain(self) -> Ask:
        """The row as the domain's value."""
        return Ask(
            self.id,
            self.kind,
            self.label.domain(),
            self.text.domain(),
            self.hint.domain() if self.hint else None,
            tuple(choice.domain() for choice in self.choices),
            self.digits or (0, 0),
            self.enable_when.domain() if self.enable_when else None,
        )


class EndingForm(_Row):
    """A closing text for whoever cannot be helped here."""

    line: _Id = Field(description="The id of the line that is said; then the call ends.")
    enable_when: WhenForm = Field(
        description="When. Looked at after every answer; the first that holds ends."
    )

    def domain(self) -> Ending:
        """The row as the domain's value."""
        return Ending(self.line, self.enable_when.domain())


class OpeningForm(_Row):
    """How a call about one reason goes, from its first words to how the caller is proved."""

    reason: Reason = Field(description="Why the caller phones. Every reason has exactly one opening.")
    label: TextForm = Field(description="How the reason is named where the assistor chooses it.")
    proof: Proof = Field(
        description="interview: identity and tax items. visit: the code of the visit. probes: identity items"
        " and additional probes. identity: the identity items."
    )
    lines: tuple[_Id, ...] = Field(description="Ids of the lines said first, in order.")
    asks: tuple[_Id, ...] = Field(description="Ids of the asks, in order.")
    endings: tuple[EndingForm, ...] = Field(default=(), description="Who cannot be helped here.")
    outcomes: dict[Verdict, tuple[_Id, ...]] = Field(
        description="The lines said when the proof passed, and when it did not (referred)."
    )

    def domain(self) -> Opening:
        """The row as the domain's value."""
        return Opening(
            self.reason,
            self.label.domain(),
            self.proof,
            self.lines,
            self.asks,
            tuple(ending.domain() for ending in self.endings),
            self.outcomes,
        )


class EscapeForm(_Row):
    """What is said where a call must be broken off at once; then it ends."""

    escape: Escape = Field(description="What breaks it off. Every one has exactly one route.")
    label: TextForm = Field(description="How it is named where the assistor chooses it.")
    lines: tuple[_Id, ...] = Field(min_length=1, description="Ids of the lines that are said, in order.")

    def domain(self) -> EscapeRoute:
        """The row as the domain's value."""
        return EscapeRoute(self.escape, self.label.domain(), self.lines)


class IdentityForm(_Row):
    """One of the five identity items. Its texts hold no placeholder."""

    id: _Id
    kind: AnswerKind = Field(description="What sort of value answers it: chooses editor and comparison.")
    label: TextForm = Field(description="Its short name in a list.")
    text: TextForm = Field(description="What is read aloud.")
    hint: TextForm | None = Field(default=None, description="For the assistor; not read aloud.")
    rephrase: TextForm | None = Field(default=None, description="The same question in other words.")
    choices: tuple[ChoiceForm, ...] = Field(default=(), description="For kind choice.")

    def domain(self) -> Item:
        """The row as the domain's value."""
        return self._item(Source.IDENTITY, self.id, (), False)

    def _item(self, source: Source, value: str, forms: tuple[Form, ...], supplement: bool) -> Item:
        return Item(
            self.id,
            source,
            value,
            self.kind,
            self.label.domain(),
            self.text.domain(),
            self.hint.domain() if self.hint else None,
            self.rephrase.domain() if self.rephrase else None,
            tuple(choice.domain() for choice in self.choices),
            forms,
            supplement,
        )


class ItemForm(IdentityForm):
    """Something an interview may ask about a return or an income document. Its texts may hold {year} {form}
    {line} {where}."""

    source: Source = Field(description="return or document.")
    value: _Id = Field(description="What answers it, such as agi or payer_name; docs/scripts.md lists them.")
    forms: tuple[Form, ...] = Field(min_length=1, description="The tax forms it is asked about.")
    supplement: bool = Field(
        default=False, description="Fills up an interview, and never counts toward what policy demands."
    )
    again: TextForm | None = Field(
        default=None,
        description="Read aloud instead of text where the caller stays with the paper just chosen.",
    )

    def domain(self) -> Item:
        """The row as the domain's value."""
        item = self._item(self.source, self.value, self.forms, self.supplement)
        return replace(item, again=self.again.domain() if self.again else None)


class PlaceForm(_Row):
    """Where an item stands on forms of some tax years."""

    forms: tuple[Form, ...] = Field(min_length=1)
    first: _Year = Field(description="The first tax year for which this is so.")
    last: _Year = Field(description="The last one.")
    line: str = Field(min_length=1, description="The line or box, as it is printed.")
    where: TextForm = Field(description="Words that help to find it.")

    def domain(self) -> Place:
        """The row as the domain's value."""
        return Place(self.forms, self.first, self.last, self.line, self.where.domain())


class RelationForm(_Row):
    """Items of one return or document of which too many would answer each other."""

    items: frozenset[_Id] = Field(min_length=2)
    at_most: int = Field(ge=1, description="So many of them are asked together.")

    def domain(self) -> Relation:
        """The row as the domain's value."""
        return Relation(self.items, self.at_most)


class ScriptForm(_Row):
    """A script: everything an assistor reads aloud, in English and Spanish, and what an interview may ask.
    docs/scripts.md explains how one is written."""

    version: str = Field(
        pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$",
        description="Its name for ever, in quotes. Text that was published never changes.",
    )
    effective: date = Field(description="The first day on which new calls begin with it.")
    name: str = Field(min_length=1, description="What the script is called.")
    headings: dict[Section, TextForm] = Field(description="The names of the sections. {year} may stand here.")
    lines: dict[_Id, TextForm] = Field(description="Everything that is said and asks nothing, by id.")
    asks: tuple[AskForm, ...] = Field(default=(), description="What openings ask.")
    openings: tuple[OpeningForm, ...] = Field(default=(), description="One for every reason for calling.")
    escapes: tuple[EscapeForm, ...] = Field(default=(), description="One for every escape.")
    identity: tuple[IdentityForm, ...] = Field(
        description="tin, name, birth, address, filing_status, in this order."
    )
    items: tuple[ItemForm, ...] = Field(description="What an interview may ask.")
    relations: tuple[RelationForm, ...] = Field(default=(), description="Which items answer each other.")
    places: dict[_Id, tuple[PlaceForm, ...]] = Field(
        description="Where each item stands on paper, by its id."
    )

    def repeated(self) -> list[str]:
        """The places of asks, openings and escapes that stand twice: the domain holds each once."""
        return [
            *repeated("asks", [ask.id for ask in self.asks]),
            *repeated("openings", [opening.reason.value for opening in self.openings]),
            *repeated("escapes", [route.escape.value for route in self.escapes]),
        ]

    def domain(self) -> Script:
        """The row as the domain's value."""
        return Script(
            version=self.version,
            name=self.name,
            headings={section: text.domain() for section, text in self.headings.items()},
            lines={line: text.domain() for line, text in self.lines.items()},
            identity=tuple(item.domain() for item in self.identity),
            items=tuple(item.domain() for item in self.items),
            places={item: tuple(place.domain() for place in rows) for item, rows in self.places.items()},
            relations=tuple(relation.domain() for relation in self.relations),
            asks={ask.id: ask.domain() for ask in self.asks},
            openings={opening.reason: opening.domain() for opening in self.openings},
            escapes={escape.escape: escape.domain() for escape in self.escapes},
        )


def schema() -> dict[str, Any]:
    """The JSON Schema of a script."""
    made = ScriptForm.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
