"""What an operator does beside the database: loading records, moving the practice clock, copies of it."""

from datetime import datetime

from pydantic import Field

from ..domain.terms import Role, Topic
from .base import OPERATORS, Command, Done, Reply
from .sign_in import Checkpoint


class LoadBegun(Reply):
    """A file row to load under; `known` is true where the same content is loaded already."""

    file_id: int
    first_id: int
    known: bool


class BeginLoad(Command[LoadBegun], allow=OPERATORS):
    """Opens a file row, under a lease. Its records stay invisible until the load is finished."""

    name: str = Field(max_length=255)
    digest: str = Field(pattern=r"^[0-9a-f]{64}$")
    format: str = Field(max_length=40)


class RenewLoad(Command[Done], allow=OPERATORS):
    """Goes on loading a file: nobody may take it over for as long again."""

    file_id: int


class FinishLoad(Command[Done], allow=OPERATORS, touches=frozenset({Topic.RECORDS})):
    """Makes a file's records visible, all at once."""

    file_id: int
    records: int = Field(ge=0)


class AbandonLoad(Command[Done], allow=OPERATORS):
    """Gives up loading a file; what was put in can be dropped."""

    file_id: int
    reason: str = Field(max_length=80)


class Dropped(Reply):
    """`more` is true while there is more to drop."""

    more: bool


class DropLeftOver(Command[Dropped], allow=OPERATORS | {Role.SYSTEM}):
    """Drops files that were not loaded whole and whose lease has ended, some of their records at a time.

    `every` asks for no lease: for who knows that nobody else can be loading.
    """

    every: bool = False


class ClockMoved(Reply):
    """The practice time it is now (UTC)."""

    now: datetime


class MoveClock(Command[ClockMoved], allow=OPERATORS):
    """Moves the practice clock forward; refused on a live desk."""

    to: datetime


class Swept(Reply):
    """How much rested no longer: replies, sessions, held seats, openings, interviews whose time had run out;
    `more` while there is more."""

    replies: int
    sessions: int
    holds: int
    opens: int = 0
    expired: int = 0
    more: bool


class Sweep(Command[Swept], allow=frozenset({Role.SYSTEM})):
    """Forgets what policy says rests no longer: replies past their hours, sessions and holds that ended."""


class BackupBegun(Reply):
    """The desk's time (UTC), and the newest seal of the trail, which the copy will hold."""

    now: datetime
    newest: Checkpoint | None


class BeginBackup(Command[BackupBegun], allow=OPERATORS):
    """Somebody copies the database: who and when is on the trail before the first page is read."""


class RecordRestore(Command[Done], allow=OPERATORS):
    """A copy was put in the database's place. `newest` is its newest seal, 0 for none."""

    newest: int = Field(ge=0)
