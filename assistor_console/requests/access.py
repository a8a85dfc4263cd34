"""Who may see what: revealing masked values, flagged records and their release, and what is reported."""

from datetime import datetime
from uuid import UUID

from pydantic import Field

from ..domain.terms import AccessReason, AlertKind, Role, Topic
from .base import SUPERVISORS, Command, Done, Query, Reply

ALERTS = frozenset({Topic.ALERTS})


class Revealed(Reply):
    """What was masked, to be hidden again after `seconds`."""

    tin: str = Field(repr=False)
    name: str = Field(repr=False)
    address: str = Field(default="", repr=False)
    seconds: int


class Reveal(Query[Revealed], allow=SUPERVISORS, opens=True):
    """TIN, name and address of a case, unmasked; the reason stands on the trail."""

    case_id: UUID
    why: AccessReason


class FlagRecord(Command[Done], allow=SUPERVISORS, touches=ALERTS | {Topic.QUEUE}):
    """The record of this case is sensitive: nobody but a supervisor opens it without a release."""

    case_id: UUID
    reason: str = Field(min_length=3, max_length=200)


class UnflagRecord(Command[Done], allow=SUPERVISORS, touches=ALERTS | {Topic.QUEUE}):
    """It is not sensitive any more; not by who flagged it."""

    case_id: UUID
    reason: str = Field(min_length=3, max_length=200)


class ReleaseRecord(Command[Done], allow=SUPERVISORS, touches=ALERTS):
    """Whoever was refused a flagged record may open it for policy's minutes; `alert_id` is of the refusal."""

    alert_id: UUID
    reason: str = Field(min_length=3, max_length=200)


class AlertSeen(Reply):
    """One thing reported. `times` is how often it happened since, `may_release` that a release would help.

    `withheld`: it is about a record of the reader's household; another supervisor sees the case and the rest.
    """

    alert_id: UUID
    kind: AlertKind
    at: datetime
    last_at: datetime
    times: int
    who: str
    case_id: UUID | None
    case_number: str
    values: dict[str, str | int] = Field(default_factory=dict)
    open: bool
    may_release: bool = False
    withheld: bool = False
    closed_by: str = ""
    closed_at: datetime | None = None
    note: str = ""


class AlertPage(Reply):
    """Open alerts first, then the newest closed; `after` is the cursor of the next page."""

    now: datetime
    open: int
    alerts: tuple[AlertSeen, ...]
    after: UUID | None


class SeeAlerts(Query[AlertPage], allow=SUPERVISORS):
    """What was reported; never what is about the supervisor who asks."""

    open_only: bool = True
    after: UUID | None = None
    limit: int = Field(default=50, ge=1, le=200)


class RaiseAlert(Command[Done], allow=frozenset({Role.SYSTEM}), touches=ALERTS):
    """The desk itself reports something that is about nobody and no record."""

    kind: AlertKind
    values: dict[str, str | int] = Field(default_factory=dict)


class CloseAlert(Command[Done], allow=SUPERVISORS, touches=ALERTS):
    """Somebody has looked into it, and says what came of it; not who it is about or was among the openers."""

    alert_id: UUID
    note: str = Field(min_length=3, max_length=200)
