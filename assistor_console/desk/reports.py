"""What supervisors are told of by itself: refusals that are reported, and openings that look like browsing.

Each stands on the trail as an act of the desk, so that it reaches the live pages of every server.
"""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid4

from ..domain.access import ABOUT_A_RECORD, DONE_REPORTED, REPORTED
from ..domain.errors import Refusal
from ..domain.terms import AlertKind, Role
from ..requests.access import RaiseAlert
from ..store.access import RecordKey
from ..store.people import Who
from ..store.store import Store
from ..store.trail import Entry
from .act import Act
from .work import Work

DESK = Who(role=Role.SYSTEM, name="desk")


def report(
    act: Act,
    store: Store,
    kind: AlertKind,
    now: datetime,
    person: UUID | None,
    record: RecordKey | None = None,
    values: Mapping[str, str | int] | None = None,
) -> None:
    """Raises an alert with its row on the trail; `record` tells alerts of one kind and person apart."""
    case_id = record.case_id if record else None
    store.alerts.raise_(kind, now, person, record.tin if record else None, case_id, values)
    console = act.envelope.console
    matter = act.call_id, case_id, None, person
    store.trail.add(Entry(uuid4(), RaiseAlert.act(), DESK, console, "done", now, *matter))
    act.reported = True


def report_done(act: Act, work: Work, person: UUID | None) -> None:
    """Reports an act of a kind that is reported, about who did it; `person` is the colleague it was done to,
    who tells alerts apart. Else nothing."""
    kind = DONE_REPORTED.get(act.kind.act())
    if kind is None or person is None:
        return
    # The index of a person's id is no TIN's: nobody is kept from this alert.
    to_whom = work.store.access.key(str(person))
    values = {"act": act.kind.act(), "whose": work.store.people.name(person)}
    report(act, work.store, kind, work.now, work.who.person, to_whom, values)


def report_refusal(act: Act, store: Store, no: Refusal, who: Who, now: datetime) -> None:
    """Reports a refusal of a kind that is reported, or of the last attempt before a lock; else nothing.

    Whoever goes on trying while locked out is on the trail, and is not reported again: else anybody could
    fill the desk with reports.
    """
    kind = AlertKind.ALTERED if who.altered else REPORTED.get(no.rule)
    kind = kind or (AlertKind.LOCKED_OUT if act.locks_out else None)
    if kind is None:
        return
    record = act.guard.closed if kind in ABOUT_A_RECORD else None
    person = who.person or named(act, store)
    report(act, store, kind, now, person, record, {"act": act.kind.act(), **no.values})


def named(act: Act, store: Store) -> UUID | None:
    """Whose staff ID was typed by whom nobody knows yet, if it is anybody's."""
    if not act.subject or act.unfit():  # what no database can hold it cannot be asked for
        return None
    found = store.people.find(act.subject, lock=False)
    return found.id if found else None
