"""Signing in, signing out, and what a console learns before anybody has."""

from datetime import datetime
from uuid import UUID

from pydantic import ConfigDict, Field

from ..domain.terms import Realm, Role, Topic
from .base import ANYONE, STAFF, Command, Done, Query, Reply, Secret, Trial


class Greeting(Reply):
    """What the desk is: its realm and time, whether it has staff yet, and its rules of signing in."""

    realm: Realm
    version: str
    oldest_console: str
    now: datetime
    has_staff: bool
    opens: str
    closes: str
    sign_in_attempts: int
    sign_in_minutes: int
    password_least: int


class Hello(Query[Greeting], allow=ANYONE, silent=True):
    """Asked at connect, before anybody signs in."""


class SignedIn(Reply):
    """An open session. `office` is the TAC a TAC staff member works at, `zone` where they are.

    `spool_key` (32 bytes) is this person's at this console, the same at every sign-in: what waits there for a
    desk that is away is sealed under it.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", ser_json_bytes="base64", val_json_bytes="base64")

    token: str = Field(repr=False)
    person: UUID
    staff_id: str
    name: str
    role: Role
    realm: Realm
    now: datetime
    ends: datetime
    office: str | None = None
    zone: str = "America/New_York"
    spool_key: bytes = Field(default=b"", repr=False)
    last_sign_in: datetime | None = None


class SignIn(Trial[SignedIn], allow=ANYONE, limit="sign_in", costly=True, touches=frozenset({Topic.STAFF})):
    """Tests password and security code together; refused with one rule whichever is wrong."""

    staff_id: str = Field(max_length=20)
    password: Secret
    code: Secret

    def subject(self) -> str:
        """Attempts are counted for the staff ID that was typed, known or not."""
        return self.staff_id.strip()


class SignOut(Command[Done], allow=STAFF, touches=frozenset({Topic.STAFF})):
    """Ends the session."""


class PracticePerson(Reply):
    """Somebody to practise as. Exists on a practice desk only."""

    name: str
    staff_id: str
    role: Role
    office: str | None
    password: str = Field(repr=False)
    code: str = Field(repr=False)


class PracticePeople(Reply):
    """Everybody one can practise as, and for how many seconds their codes hold."""

    people: tuple[PracticePerson, ...]
    seconds: int


class SeePracticeStaff(Query[PracticePeople], allow=ANYONE):
    """Who one can practise as; refused on a live desk."""
