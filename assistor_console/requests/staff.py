"""The people who work here: the first two supervisors, and everybody they add."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from ..domain.terms import Role, Topic
from .base import ANYONE, OPERATORS, SUPERVISORS, Command, Done, Part, Query, Reply, Secret
from .sign_in import Enrolment

Tin = Annotated[str, Field(pattern=r"^[0-9]{9}$")]
"""A staff member's own TIN or one of their household: kept as an index alone."""


class NewEnrolment(Query[Enrolment], allow=ANYONE, beside=True):
    """A fresh secret for one person; nothing is stored until a code made with it comes back."""

    staff_id: str = Field(pattern=r"^[0-9]{10}$")
    name: str = Field(min_length=2, max_length=80)


class NewSupervisor(Part):
    """One of the first two supervisors, with a code that proves the secret reached their app."""

    name: Annotated[str, Field(min_length=2, max_length=80)]
    staff_id: Annotated[str, Field(pattern=r"^[0-9]{10}$")]
    password: Secret
    secret: Secret
    code: Secret
    tin: Tin = Field(repr=False)
    household: tuple[Tin, ...] = Field(default=(), max_length=20, repr=False)


class MakeFirstSupervisors(Command[Done], allow=ANYONE, beside=True):
    """Makes the first two supervisors; refused once anybody exists.

    Beside the database only: else whoever reaches a new desk first would own it.
    """

    supervisors: tuple[NewSupervisor, NewSupervisor]


class ResetSeen(Reply):
    """A reset somebody has asked for and nobody has decided yet; `mine` is for who asked."""

    reset_id: UUID
    asked_by: str
    asked_at: datetime
    reason: str
    mine: bool


class StaffSeen(Reply):
    """One staff member in the list.

    `waits`: a second supervisor has still to approve them; `left`: why they do not work here any more.
    """

    id: UUID
    name: str
    staff_id: str
    role: Role
    office: str | None
    signed_in: bool
    enrolled: bool = True
    waits: bool = False
    left: str = ""
    locked_until: datetime | None = None
    reset: ResetSeen | None = None


class StaffList(Reply):
    """Everybody who works here."""

    people: tuple[StaffSeen, ...]


class SeeStaff(Query[StaffList], allow=SUPERVISORS):
    """The staff list."""


class OfficeName(Reply):
    """An office as a list of choices shows it."""

    office_id: str
    name: str
    state: str


class OfficeNames(Reply):
    """Every office that staff can work at, by name."""

    offices: tuple[OfficeName, ...]


class SeeOffices(Query[OfficeNames], allow=SUPERVISORS):
    """Where TAC staff can work."""


class StaffAdded(Reply):
    """A first password, shown once and to be changed at the first sign-in; until when it signs in.

    The second factor is enrolled by its owner then: no colleague ever sees it.
    """

    id: UUID
    password: str = Field(repr=False)
    password_until: datetime

    def about(self) -> UUID:
        """Whose it is."""
        return self.id


class StaffWaiting(Reply):
    """Somebody new, who has no password: a supervisor other than who added them approves, `until` then.

    After that, and where they were declined, AskReset asks for it anew.
    """

    id: UUID
    until: datetime

    def about(self) -> UUID:
        """Who it is."""
        return self.id


class AddStaff(Command[StaffWaiting], allow=SUPERVISORS, touches=frozenset({Topic.STAFF})):
    """Adds an assistor, a TAC staff member (with `office`) or another supervisor; ApproveReset by a second
    supervisor gives them a first password.

    `tin` and `household` are theirs: what is on record for these they may not open (IRM 10.5.5, UNAX).
    """

    name: str = Field(min_length=2, max_length=80)
    staff_id: str = Field(pattern=r"^[0-9]{10}$")
    role: Role
    office: str | None = Field(default=None, max_length=40)
    tin: Tin = Field(repr=False)
    household: tuple[Tin, ...] = Field(default=(), max_length=20, repr=False)


class LinkHousehold(Command[Done], allow=SUPERVISORS, touches=frozenset({Topic.STAFF})):
    """Adds TINs of somebody's household; nobody links their own. It closes records to a colleague: the other
    supervisors are told."""

    person: UUID
    household: tuple[Tin, ...] = Field(min_length=1, max_length=20, repr=False)


class AskReset(Command[Done], allow=SUPERVISORS, touches=frozenset({Topic.STAFF})):
    """Asks that somebody's password and second factor be taken away; a second supervisor decides."""

    person: UUID
    reason: str = Field(min_length=3, max_length=200)


class ApproveReset(Command[StaffAdded], allow=SUPERVISORS, touches=frozenset({Topic.STAFF})):
    """Agrees: not by who asked, nor by whose it is. A new first password is shown once."""

    reset_id: UUID


class DeclineReset(Command[Done], allow=SUPERVISORS, touches=frozenset({Topic.STAFF})):
    """Nothing is reset. Who asked may take it back; whose it is may not decide."""

    reset_id: UUID


class DismissStaff(Command[Done], allow=SUPERVISORS, touches=frozenset({Topic.STAFF})):
    """Somebody works here no longer: their sessions end and nothing signs them in; what they did stays.

    Refused: staff.own_dismissal; staff.last_supervisors where too few would be left to agree on anything.
    """

    person: UUID
    reason: str = Field(min_length=3, max_length=200)


class PracticeStaffMember(Part):
    """Somebody to practise as."""

    name: str = Field(min_length=2, max_length=80)
    staff_id: str = Field(pattern=r"^[0-9]{10}$")
    role: Role
    office: str | None = Field(default=None, max_length=40)
    tin: str = Field(default="", pattern=r"^([0-9]{9})?$", repr=False)


class MakePracticeStaff(Command[Done], allow=OPERATORS):
    """Makes people to practise as; refused on a live desk."""

    people: tuple[PracticeStaffMember, ...]
