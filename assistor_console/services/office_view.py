"""Offices, the calendar and the table of documents in force, and how replies show them."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import cast
from zoneinfo import ZoneInfo

from ..desk.work import Work
from ..domain.appointment import Appointment
from ..domain.errors import refused
from ..domain.identity_documents import Kinds, PairVerdict
from ..domain.offices import Office, OfficeList
from ..domain.places import Near
from ..domain.slots import Reach, bookable, day_bounds, days, reach
from ..domain.terms import Realm
from ..published.tac import ClosedDays
from ..requests.appointments import OfficeSeen, PairSeen
from ..requests.intake import AppointmentFacts

Taken = Mapping[tuple[str, datetime], int]


def all_offices(work: Work) -> OfficeList:
    """The list in force."""
    return cast(OfficeList, work.library.current(work.store, "offices", work.now))


def offered_offices(work: Work) -> tuple[Office, ...]:
    """The offices callers may be sent to: on a live desk only those whose street is confirmed."""
    live = work.realm is Realm.LIVE
    return tuple(o for o in all_offices(work).offices if not (live and o.address_assumed))


def office(work: Work, office_id: str) -> Office:
    """An office of the list in force; Refused("office.unknown")."""
    found = all_offices(work).find(office_id)
    if found is None:
        raise refused("office.unknown", office=office_id)
    return found


def closed_days(work: Work) -> ClosedDays:
    """The days on which every office is closed."""
    return cast(ClosedDays, work.library.current(work.store, "closed_days", work.now))


def document_kinds(work: Work) -> Kinds:
    """The kinds of identity document that are accepted."""
    return cast(Kinds, work.library.current(work.store, "identity_documents", work.now))


def taken(work: Work, offices: Iterable[Office], within: Iterable[Reach]) -> Taken:
    """How many windows are gone by office and time, over all the reach of some offices."""
    pairs = list(zip(offices, within, strict=True))
    ends = [day_bounds(o, r.last)[1] for o, r in pairs]
    since = min(r.earliest for _, r in pairs)
    ids = [o.id for o, _ in pairs]
    return work.store.appointments.seats.taken(ids, since, max(ends), work.now, work.call.id)


def free(office: Office, at: datetime, gone: Taken) -> bool:
    """Whether an office has a window left at a time."""
    return gone.get((office.id, at), 0) < office.windows


def with_next_free(work: Work, near: tuple[Near, ...]) -> tuple[OfficeSeen, ...]:
    """Offices as a reply shows them, each with its next free time within reach."""
    if not near:
        return ()
    offices = [n.office for n in near]
    within = [reach(o, work.now, work.policy) for o in offices]
    gone, closed = taken(work, offices, within), closed_days(work)
    return tuple(
        office_seen(work, n.office, n.miles, _next_free(n.office, closed, r, gone))
        for n, r in zip(near, within, strict=True)
    )


def _next_free(place: Office, closed: ClosedDays, within: Reach, gone: Taken) -> datetime | None:
    times = (
        at
        for day in days(place, None, closed, within)
        for at in bookable(place, day, closed, within)
        if free(place, at, gone)
    )
    return next(times, None)


def office_seen(
    work: Work, office: Office, miles: int | None = None, next_free: datetime | None = None
) -> OfficeSeen:
    """An office as a reply shows it; times in its own zone."""
    where = office.address
    return OfficeSeen(
        office_id=office.id,
        name=office.name,
        city=where.city,
        state=where.state,
        address=", ".join((*where.lines, f"{where.city}, {where.state} {where.zip}")),
        phone=office.phone or work.policy.tac_phone,
        zone=office.zone,
        miles=miles,
        next_free=next_free.astimezone(office.tz) if next_free else None,
    )


def appointment_facts(work: Work, appointment: Appointment) -> AppointmentFacts:
    """An appointment as the call page shows it."""
    where = office(work, appointment.office_id)
    starts = appointment.starts.astimezone(ZoneInfo(where.zone))
    return AppointmentFacts(office=where.name, starts=starts, zone=where.zone, minutes=appointment.minutes)


def pair_seen(verdict: PairVerdict) -> PairSeen:
    """A verdict on two documents as a reply shows it."""
    return PairSeen(
        accepted=verdict.accepted,
        first=verdict.first,
        second=verdict.second,
        together=verdict.together,
        values=verdict.values,
    )
