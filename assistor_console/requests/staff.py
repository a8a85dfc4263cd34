"""The people who work here: the first two supervisors, and everybody they add."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from ..domain.terms import Role, Topic
from .base import ANYONE, OPERATORS, SUPERVISORS, Command, Done, Query, Reply, Secret


class Enrolment(Reply):
    """A new second-factor secret, as text and as the address an authenticator app reads."""

    secret: str = Field(repr=False)
    uri: str = Field(repr=False)


class NewEnrolment(Query[Enrolment], allow=ANYONE, beside=True):
    """A fresh secret for one person; nothing is stored until a code made with it comes back."""

    staff_id: str = Field(pattern=r"^[0-9]{10}$")
    name: str = Field(min_length=2, max_length=80)


class NewSupervisor(Reply):
    """One of the first two supervisors, with a code that proves the secret reached their app."""

    name: Annotated[str, Field(min_length=2, max_length=80)]
    staff_id: Annotated[str, Field(pattern=r"^[0-9]{10}$")]
    password: Secret
    secret: Secret
    code: Secret


class MakeFirstSupervisors(Command[Done], allow=ANYONE, beside=True):
    """Makes the first two supervisors; refused once anybody exists.

    Beside the database only: else whoever reaches a new desk first would own it.
    """

    supervisors: tuple[NewSupervisor, NewSupervisor]


class StaffSeen(Reply):
    """One staff member in the list."""

    id: UUID
    name: str
    staff_id: str
    role: Role
    office: str | None
    signed_in: bool


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
    """A new staff member's first password and second-factor secret, shown once."""

    id: UUID
    password: str = Field(repr=False)
    secret: str = Field(repr=False)
    uri: str = Field(repr=False)


class AddStaff(Command[StaffAdded], allow=SUPERVISORS, touches=frozenset({Topic.STAFF})):
    """Adds an assistor, a TAC staff member (with `office`) or another supervisor."""

    name: str = Field(min_length=2, max_length=80)
    staff_id: str = Field(pattern=r"^[0-9]{10}$")
    role: Role
    office: str | None = Field(default=None, max_length=40)


class PracticeStaffMember(Reply):
    """Somebody to practise as."""

    name: str
    staff_id: str
    role: str
    office: str | None = None


class MakePracticeStaff(Command[Done], allow=OPERATORS):
    """Makes people to practise as; refused on a live desk."""

    people: tuple[PracticeStaffMember, ...]
