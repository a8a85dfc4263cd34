"""What an operator does beside the database: loading records, and moving the practice clock."""

from datetime import datetime

from pydantic import Field

from ..domain.terms import Role, Topic
from .base import OPERATORS, Command, Done, Reply


class LoadBegun(Reply):
    """A file row to load under; `known` is true where the same content is loaded already."""

    file_id: int
    first_id: int
    known: bool


class BeginLoad(Command[LoadBegun], allow=OPERATORS):
    """Opens a file row. Its records stay invisible until the load is finished."""

    name: str = Field(max_length=255)
    digest: str = Field(pattern=r"^[0-9a-f]{64}$")
    format: str = Field(max_length=40)


class FinishLoad(Command[Done], allow=OPERATORS, touches=frozenset({Topic.RECORDS})):
    """Makes a file's records visible, all at once."""

    file_id: int
    records: int = Field(ge=0)


class AbandonLoad(Command[Done], allow=OPERATORS):
    """Forgets a file that was not loaded whole."""

    file_id: int
    reason: str = Field(max_length=80)


class ClockMoved(Reply):
    """The practice time it is now (UTC)."""

    now: datetime


class MoveClock(Command[ClockMoved], allow=OPERATORS):
    """Moves the practice clock forward; refused on a live desk."""

    to: datetime


class Sweep(Command[Done], allow=frozenset({Role.SYSTEM})):
    """Forgets what policy says rests no longer."""
