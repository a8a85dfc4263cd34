"""Appointments at a Taxpayer Assistance Center: finding, holding and booking a time, and the slip."""

from datetime import date, datetime
from uuid import UUID

from pydantic import Field

from ..domain.terms import Text, Topic
from .base import ASSISTORS, STAFF, Command, Document, Done, Part, Query, Reply
from .intake import CallSeen

QUEUES = frozenset({Topic.QUEUE, Topic.APPOINTMENTS})


class OfficeSeen(Reply):
    """An office, how far it is (miles, None if unknown) and its next free time in its own zone."""

    office_id: str
    name: str
    city: str
    state: str
    address: str
    phone: str
    zone: str
    miles: int | None
    next_free: datetime | None


class Offices(Reply):
    """Offices by distance from a ZIP; `known` is false where the ZIP has no place on the map."""

    zip: str
    known: bool
    offices: tuple[OfficeSeen, ...]


class FindOffices(Query[Offices], allow=ASSISTORS):
    """The nearest offices; without a ZIP, from the address of record."""

    call_id: UUID
    zip: str = Field(default="", max_length=10)


class SlotSeen(Reply):
    """A time that can be had, or that somebody has."""

    starts: datetime
    free: bool


class DaySeen(Reply):
    """The times of one day at an office."""

    day: date
    slots: tuple[SlotSeen, ...]


class Slots(Reply):
    """Times by day in the office's own zone; `later` is the next day to ask for, None at the end."""

    office_id: str
    zone: str
    days: tuple[DaySeen, ...]
    later: date | None


class FindSlots(Query[Slots], allow=ASSISTORS):
    """The times of one office from a day on."""

    call_id: UUID
    office_id: str = Field(max_length=40)
    since: date | None = None


class Held(Reply):
    """A time that is kept for this call until `until`."""

    office_id: str
    starts: datetime
    until: datetime


class HoldSlot(Command[Held], allow=ASSISTORS):
    """Keeps a time while the caller decides; the call's earlier hold is let go."""

    call_id: UUID
    office_id: str = Field(max_length=40)
    starts: datetime


class DocumentKind(Reply):
    """A kind of government-issued ID that is accepted, and who issues it."""

    kind: str
    name: Text
    issuers: tuple[str, ...]
    photo: bool


class DocumentKinds(Reply):
    """The dated table of accepted kinds."""

    kinds: tuple[DocumentKind, ...]


class SeeDocumentKinds(Query[DocumentKinds], allow=STAFF):
    """The accepted kinds of ID; no secret."""


class Brought(Part):
    """What the caller says they will bring."""

    kind: str
    issuer: str
    expires: date | None
    same_name: bool


class PairSeen(Reply):
    """Whether two documents would be accepted together on a day, and the rule that refuses each."""

    accepted: bool
    first: str | None = None
    second: str | None = None
    together: str | None = None
    values: dict[str, str | int] = Field(default_factory=dict)


class WeighDocuments(Query[PairSeen], allow=ASSISTORS):
    """Would these two be accepted on that day?"""

    call_id: UUID
    on: date
    first: Brought
    second: Brought


class Booked(Reply):
    """A booked appointment."""

    call: CallSeen
    office: OfficeSeen
    starts: datetime
    minutes: int


class BookSlot(Command[Booked], allow=ASSISTORS, touches=QUEUES):
    """Books the held time; the pair must be one that is accepted that day."""

    call_id: UUID
    first: Brought
    second: Brought


class CancelAppointment(Command[CallSeen], allow=ASSISTORS, touches=QUEUES):
    """Gives the time back; the case is referred again."""

    call_id: UUID


class Slip(Query[Document], allow=ASSISTORS):
    """The appointment slip as PDF; it carries the continuation code."""

    call_id: UUID


class SlipCalendar(Query[Document], allow=ASSISTORS):
    """The appointment as a calendar file, in the office's own zone."""

    call_id: UUID


class LetGo(Command[Done], allow=ASSISTORS):
    """Lets the held time go."""

    call_id: UUID
