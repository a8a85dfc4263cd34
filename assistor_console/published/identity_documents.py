"""The table of accepted kinds of identity document."""

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ..assets import resource
from ..domain.errors import Trouble
from ..domain.identity_documents import Expiry, Kind, Kinds
from ..domain.terms import Text


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Kind(_Row):
    kind: str = Field(pattern=r"^[a-z_]{1,40}$")
    en: str = Field(min_length=1)
    es: str = Field(min_length=1)
    issued_by: Literal["states", "any"] | tuple[str, ...]
    photo: bool
    expires: Expiry

    def domain(self, states: tuple[str, ...]) -> Kind:
        named = () if isinstance(self.issued_by, str) else self.issued_by
        issuers = states if self.issued_by == "states" else named
        return Kind(self.kind, Text(self.en, self.es), issuers, self.photo, self.expires)


class _Table(_Row):
    version: str
    effective: date
    source: str
    assumed: bool
    kinds: tuple[_Kind, ...] = Field(min_length=2)
    states: tuple[str, ...] = Field(min_length=1)


def read_kinds(path: Path) -> Kinds:
    """The table in a YAML file; Trouble("published.unreadable") names what is wrong with it."""
    try:
        table = _Table.model_validate(yaml.safe_load(path.read_text("utf-8")))
        names = [row.kind for row in table.kinds]
        if len(set(names)) < len(names):
            raise ValueError("a kind stands twice")
    except (OSError, yaml.YAMLError, ValidationError, ValueError) as error:
        raise Trouble("published.unreadable", file=path.name, reason=str(error)) from error
    return Kinds(table.version, table.effective, tuple(row.domain(table.states) for row in table.kinds))


@lru_cache(maxsize=1)
def document_kinds() -> Kinds:
    """The table that ships with the program."""
    return read_kinds(resource("policy", "identity-documents-2017.yaml"))
