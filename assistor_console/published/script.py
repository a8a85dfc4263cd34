"""Reading a published script."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from ..domain.lines import Place
from ..domain.proofreading import check_script
from ..domain.script import Choice, Item, Relation, Script, Source
from ..domain.terms import AnswerKind, Form, Section, Text
from .form import parse

_Id = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,40}$")]
_Year = Annotated[int, Field(ge=2000, le=2099, strict=True)]


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class _Text(_Row):
    en: str = Field(min_length=1)
    es: str = Field(min_length=1)

    def domain(self) -> Text:
        """The row as the domain's value."""
        return Text(self.en, self.es)


class _Choice(_Row):
    value: _Id
    text: _Text


class _Identity(_Row):
    id: _Id
    kind: AnswerKind
    label: _Text
    text: _Text
    hint: _Text | None = None
    rephrase: _Text | None = None
    choices: tuple[_Choice, ...] = ()

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
            tuple(Choice(choice.value, choice.text.domain()) for choice in self.choices),
            forms,
            supplement,
        )


class _Item(_Identity):
    source: Source
    value: _Id
    forms: tuple[Form, ...] = Field(min_length=1)
    supplement: bool = False

    def domain(self) -> Item:
        """The row as the domain's value."""
        return self._item(self.source, self.value, self.forms, self.supplement)


class _Place(_Row):
    forms: tuple[Form, ...] = Field(min_length=1)
    first: _Year
    last: _Year
    line: str = Field(min_length=1)
    where: _Text

    def domain(self) -> Place:
        """The row as the domain's value."""
        return Place(self.forms, self.first, self.last, self.line, self.where.domain())


class _Relation(_Row):
    items: frozenset[_Id] = Field(min_length=2)
    at_most: int = Field(ge=1)


class _Script(_Row):
    version: str = Field(min_length=1)
    effective: date
    name: str = Field(min_length=1)
    headings: dict[Section, _Text]
    lines: dict[_Id, _Text]
    identity: tuple[_Identity, ...]
    items: tuple[_Item, ...]
    relations: tuple[_Relation, ...] = ()
    places: dict[_Id, tuple[_Place, ...]]

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
            relations=tuple(Relation(row.items, row.at_most) for row in self.relations),
        )


def read_script(text: str) -> Script:
    """A script from YAML, fit to be published.

    Trouble("published.unreadable") where the text is no such form, Refused("script.…", where=…) where
    `domain.proofreading` finds a fault.
    """
    script = parse(_Script, text, "script").domain()
    check_script(script)
    return script
