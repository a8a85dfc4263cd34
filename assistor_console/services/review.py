"""The supervisor's queues and a case's timeline."""

from dataclasses import replace
from datetime import timedelta

from ..desk.work import Work
from ..domain import offers
from ..domain.case import Case
from ..domain.masking import last_four, masked_name
from ..domain.queues import NEEDS_PERSON, QUEUES, Filter
from ..requests.base import Refusable
from ..requests.review import (
    CasePage,
    CaseRow,
    CaseSeen,
    CloseCase,
    HoldCase,
    Queue,
    Queues,
    QueueSeen,
    ReleaseCase,
    SeeCase,
    SeeQueue,
    SeeQueues,
    SignalCount,
    TimelineEvent,
)
from ..store.cases import Listed

ACTS = ("hold_case", "release_case", "close_case", "reveal", "flag_record", "unflag_record")
MOST_SEARCHED = 500
"""A part of a number that fits more cases is no search: their total is told as it is."""


@SeeQueues.handler
def see_queues(request: SeeQueues, work: Work) -> Queues:
    """Every queue with its count."""
    counts = work.store.cases.counts()
    seen = (
        QueueSeen(
            queue=queue,
            count=sum(counts.get(state, 0) for state in QUEUES[queue.value]),
            needs_person=bool(QUEUES[queue.value] & NEEDS_PERSON) and queue not in (Queue.OPEN, Queue.CLOSED),
        )
        for queue in Queue
    )
    return Queues(now=work.now, queues=tuple(seen))


@SeeQueue.handler
def see_queue(request: SeeQueue, work: Work) -> CasePage:
    """One page of a queue, without the cases of one's own household: nobody learns how these stand. They
    count in the total all the same, as they do in the queue's number; but not in what a number finds."""
    states = QUEUES[request.queue.value]
    wanted = Filter(
        states=states & request.states if request.states else states,
        before=work.now - timedelta(days=request.least_days) if request.least_days else None,
        number=request.number,
        newest_first=request.newest_first,
    )
    listed, total = work.store.cases.page(wanted, request.after, request.limit)
    if request.number and total <= MOST_SEARCHED:
        return _searched(request, wanted, work)
    after = listed[-1].case.id if len(listed) == request.limit else None
    rows = tuple(row(one) for one in _open_to(listed, work))
    return CasePage(now=work.now, rows=rows, total=total, after=after)


def _searched(request: SeeQueue, wanted: Filter, work: Work) -> CasePage:
    """One page of a search that finds few enough to look at each: neither its total nor its cursor tells of a
    case that is not shown, or a number would tell in which queue it stands."""
    found = _open_to(work.store.cases.page(wanted, None, MOST_SEARCHED)[0], work)
    rest = found
    if request.after:
        rest = _open_to(work.store.cases.page(wanted, request.after, MOST_SEARCHED)[0], work)
    shown = rest[: request.limit]
    after = shown[-1].case.id if len(rest) > request.limit else None
    return CasePage(now=work.now, rows=tuple(row(one) for one in shown), total=len(found), after=after)


def _open_to(listed: list[Listed], work: Work) -> list[Listed]:
    """Those of some cases that who asks may open."""
    closed = work.closed_among([one.case for one in listed])
    return [one for one in listed if one.case.id not in closed]


@SeeCase.handler
def see_case(request: SeeCase, work: Work) -> CaseSeen:
    """A case and what happened to it."""
    return _seen(work, work.case)


@HoldCase.handler
def hold_case(request: HoldCase, work: Work) -> CaseSeen:
    """Holds a case where it stands."""
    return _move(work, "hold", request.reason)


@ReleaseCase.handler
def release_case(request: ReleaseCase, work: Work) -> CaseSeen:
    """Lets it go on."""
    return _move(work, "release", request.reason)


@CloseCase.handler
def close_case(request: CloseCase, work: Work) -> CaseSeen:
    """Closes it for good."""
    return _move(work, "close", request.reason)


def _move(work: Work, event: str, reason: str) -> CaseSeen:
    moved = work.case.after(event, work.now)
    work.store.cases.save(moved)
    work.store.cases.note(moved.id, event, {"reason": reason}, work.now, work.person)
    return _seen(work, moved)


def _seen(work: Work, case: Case) -> CaseSeen:
    events = work.store.cases.timeline(case.id)
    situation = replace(work, found_case=case).situation()
    return CaseSeen(
        now=work.now,
        row=row(work.store.cases.listed(case.id)),
        version=case.version,
        timeline=tuple(
            TimelineEvent(at=e.at, event=e.event, values=dict(e.values), who=e.who) for e in events
        ),
        flagged=situation.access.flagged,
        signals=tuple(
            SignalCount(kind=kind, times=times)
            for kind, times in sorted(work.store.signals.counts(case.id).items())
        ),
        offers=tuple(offered(act, situation) for act in ACTS),
    )


def offered(act: str, situation: offers.Situation) -> Refusable:
    """An act as a page shows it: allowed, or the rule that says no and when that clears."""
    no = offers.refusal(act, situation)
    if no is None:
        return Refusable(act=act)
    return Refusable(act=act, rule=no.rule, values=no.values, clears_at=no.clears_at)


def row(listed: Listed) -> CaseRow:
    """A case as a row of a queue, masked by the transcript rules."""
    case = listed.case
    return CaseRow(
        case_id=case.id,
        number=case.number,
        name_masked=masked_name(case.name),
        tin_last_four=last_four(case.tin),
        state=case.state,
        opened_at=case.opened_at,
        since=case.since,
        language=case.language,
        owner=listed.owner,
        last_event=listed.event,
        last_at=listed.event_at,
    )
