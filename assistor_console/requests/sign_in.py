"""Signing in, signing out, and what a console learns before anybody has."""

from datetime import datetime
from enum import StrEnum
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


class Must(StrEnum):
    """What somebody has to do before they can work."""

    ENROL = "enrol"
    CHANGE_PASSWORD = "change_password"


class Checkpoint(Reply):
    """The newest seal of the trail: its number, its digest (32 bytes, hexadecimal) and when it was made."""

    number: int
    digest: str
    at: datetime


class SignedIn(Reply):
    """An open session, or with `must` one in which that can be done and nothing else. `failures` are the
    wrong sign-ins since the last right one. `office` is the TAC a TAC staff member works at, `zone` where
    they are.

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
    failures: int = 0
    must: tuple[Must, ...] = ()
    idle_minutes: int = 15
    idle_warning_seconds: int = 60
    reveal_seconds: int = 30
    clipboard_seconds: int = 30
    password_least: int = 12
    checkpoint: Checkpoint | None = None

    def about(self) -> UUID:
        """Who has signed in."""
        return self.person


class SignIn(Trial[SignedIn], allow=ANYONE, limit="sign_in", costly=True, touches=frozenset({Topic.STAFF})):
    """Tests password and second factor together; refused with one rule whichever is wrong.

    `code` is a six-digit code, one of the recovery codes, or "" for who has no second factor yet.
    """

    staff_id: str = Field(max_length=20)
    password: Secret
    code: Secret

    def subject(self) -> str:
        """Attempts are counted for the staff ID that was typed, known or not."""
        return self.staff_id.strip()


class SignOut(Command[Done], allow=STAFF, unready=True, locked=True, touches=frozenset({Topic.STAFF})):
    """Ends the session."""


class Ready(Reply):
    """What is left to do before this person can work; () is nothing: the session is open now."""

    must: tuple[Must, ...]


class ChangePassword(Trial[Ready], allow=STAFF, limit="account", by_person=True, costly=True, unready=True):
    """A password of one's own, instead of the temporary one or the one before.

    Refused: password.wrong for `current`; password.short, password.long, password.common, password.context,
    password.repeated, password.same with the reason.
    """

    current: Secret
    new: Secret


class Enrolment(Reply):
    """A new second-factor secret, as text and as the address an authenticator app reads; shown once."""

    secret: str = Field(repr=False)
    uri: str = Field(repr=False)


class BeginEnrolment(Command[Enrolment], allow=STAFF, unready=True):
    """A fresh secret for who must enrol; nothing is active until a code made with it comes back.

    Refused: factor.enrolled for who has a second factor (a reset by two supervisors takes it away).
    """


class RecoveryCodes(Reply):
    """Each signs in once in place of a security code; shown once."""

    codes: tuple[str, ...] = Field(repr=False)
    must: tuple[Must, ...] = ()


class ConfirmEnrolment(
    Trial[RecoveryCodes],
    allow=STAFF,
    limit="account",
    by_person=True,
    unready=True,
    touches=frozenset({Topic.STAFF}),
):
    """The first code of the new secret: it becomes the second factor, and the recovery codes are made."""

    code: Secret


class NewRecoveryCodes(Trial[RecoveryCodes], allow=STAFF, limit="account", by_person=True, costly=True):
    """Fresh recovery codes in place of all that are left, for password and security code."""

    password: Secret
    code: Secret


class LockScreen(Command[Done], allow=STAFF, unready=True, locked=True):
    """Nothing but kept requests, unlocking and signing out works in this session until it is unlocked."""


class Unlock(
    Trial[Done], allow=STAFF, limit="account", by_person=True, costly=True, locked=True, unready=True
):
    """Opens a locked session again with the password."""

    password: Secret


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
