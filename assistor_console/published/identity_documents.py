"""The table of accepted kinds of identity document."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from ..domain.errors import Trouble
from ..domain.identity_documents import Expiry, Kind, Kinds
from ..domain.terms import Text
from .form import parse


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
        """The row as the domain's value."""
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


def read_identity_documents(text: str) -> Kinds:
    """A published table (YAML); Trouble("published.unreadable") says what is wrong with it."""
    table = parse(_Table, text, "identity_documents")
    names = [row.kind for row in table.kinds]
    if len(set(names)) < len(names):
        raise Trouble("published.unreadable", kind="identity_documents", reason="a kind stands twice")
    return Kinds(table.version, table.effective, tuple(row.domain(table.states) for row in table.kinds))
