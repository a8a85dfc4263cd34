"""Who may see what, and what is reported."""

from datetime import datetime, timedelta
from uuid import UUID

from ..desk.guard import key_of
from ..desk.work import Work
from ..domain.access import clusters_since
from ..domain.errors import refused
from ..domain.masking import whole_address
from ..domain.terms import AlertKind
from ..requests.access import (
    AlertPage,
    AlertSeen,
    CloseAlert,
    FlagRecord,
    RaiseAlert,
    ReleaseRecord,
    Reveal,
    Revealed,
    SeeAlerts,
    UnflagRecord,
)
from ..requests.base import Done
from ..store.alerts import Alert
from .subjects import subject_of


@Reveal.handler
def reveal(request: Reveal, work: Work) -> Revealed:
    """What is masked elsewhere."""
    address = subject_of(work, work.case.tin).address
    return Revealed(
        tin=work.case.tin,
        name=work.case.name.replace("<", " "),
        address=whole_address(address) if address else "",
        seconds=work.policy.reveal_seconds,
    )


@FlagRecord.handler
def flag_record(request: FlagRecord, work: Work) -> Done:
    """The timeline says that it was flagged; why stands with the flag."""
    return _flagged(work, request.reason, "flag", live=True)


@UnflagRecord.handler
def unflag_record(request: UnflagRecord, work: Work) -> Done:
    """By another supervisor than the one who flagged it."""
    return _flagged(work, request.reason, "unflag", live=False)


def _flagged(work: Work, reason: str, event: str, live: bool) -> Done:
    record = key_of(work.store, work.case)
    work.store.access.flag(record, work.person, reason, work.now, live)
    work.store.cases.note(work.case.id, event, {"reason": reason}, work.now, work.person)
    return Done()


@ReleaseRecord.handler
def release_record(request: ReleaseRecord, work: Work) -> Done:
    """Whoever was refused may open the record from now on; the alert is dealt with by that."""
    alert = _alert(request.alert_id, work)
    if not _may_release(alert) or alert.person is None or alert.record is None:
        raise refused("alert.not_released")
    until = work.now + timedelta(minutes=work.policy.release_minutes)
    reason = request.reason
    work.store.access.release(alert.record, alert.person, work.person, reason, work.now, until)
    if alert.case_id:
        values = {"reason": reason, "to": work.store.people.name(alert.person)}
        work.store.cases.note(alert.case_id, "release_record", values, work.now, work.person)
    return _closed(alert, reason, work)


@SeeAlerts.handler
def see_alerts(request: SeeAlerts, work: Work) -> AlertPage:
    """A page of what was reported about others."""
    found = work.store.alerts.page(work.person, request.open_only, request.after, request.limit)
    return AlertPage(
        now=work.now,
        open=work.store.alerts.count_open(work.person),
        alerts=tuple(_seen(alert) for alert in found),
        after=found[-1].id if len(found) == request.limit else None,
    )


@CloseAlert.handler
def close_alert(request: CloseAlert, work: Work) -> Done:
    """With what came of it; not by who is among those whose openings are reported."""
    alert = _alert(request.alert_id, work)
    if alert.record and alert.person is None and _opened(alert.record, alert.at, work):
        raise refused("alert.opener")
    return _closed(alert, request.note, work)


@RaiseAlert.handler
def raise_alert(request: RaiseAlert, work: Work) -> Done:
    """The desk reports what it found by itself."""
    work.store.alerts.raise_(request.kind, work.now, values=request.values)
    return Done()


def _opened(record: bytes, at: datetime, work: Work) -> bool:
    """Whether who asks was among those whose openings made a cluster at that time. Who looks into it later
    opens the record too, and may close the alert."""
    return work.store.opens.is_among(work.person, record, clusters_since(at, work.policy), at)


def _alert(alert_id: UUID, work: Work) -> Alert:
    """An open alert for this supervisor to deal with: never one about themselves or their household."""
    alert = work.store.alerts.get(alert_id, work.person)
    if alert is None:
        raise refused("alert.unknown")
    if alert.household:
        raise refused("alert.household")
    if not alert.open:
        raise refused("alert.closed")
    return alert


def _closed(alert: Alert, note: str, work: Work) -> Done:
    work.store.alerts.close(alert.id, work.person, note, work.now)
    return Done()


def _may_release(alert: Alert) -> bool:
    """A release helps against a flag only, and as long as nobody has looked into it."""
    return alert.open and alert.kind is AlertKind.FLAGGED_RECORD


def _seen(alert: Alert) -> AlertSeen:
    """Of what is about the reader's household the fact alone: whose it is, how often and when."""
    told = not alert.household
    return AlertSeen(
        alert_id=alert.id,
        kind=alert.kind,
        at=alert.at,
        last_at=alert.last_at,
        times=alert.times,
        who=alert.who,
        case_id=alert.case_id if told else None,
        case_number=alert.case_number if told else "",
        values=dict(alert.values) if told else {},
        open=alert.open,
        may_release=told and _may_release(alert),
        withheld=alert.household,
        closed_by=alert.closer,
        closed_at=alert.closed_at,
        note=alert.note if told else "",
    )
