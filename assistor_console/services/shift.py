"""The shift: when new calls may be taken, and a supervisor who extends a day."""

from ..desk.work import Work
from ..domain.errors import Refused
from ..domain.shift import Extension, Shift, closings, local_day, may_extend, may_start, shift
from ..requests.shift import ExtendShift, SeeShift, ShiftSeen
from .office_view import closed_days


@SeeShift.handler
def see_shift(request: SeeShift, work: Work) -> ShiftSeen:
    """How the day stands now."""
    return _seen(work)


@ExtendShift.handler
def extend_shift(request: ExtendShift, work: Work) -> ShiftSeen:
    """Moves today's closing; the latest extension counts."""
    if found := may_extend(request.until, work.now, work.policy, closed_days(work)):
        raise Refused(found)
    given = Extension(local_day(work.now, work.policy), request.until, reason=request.reason)
    work.store.shifts.extend(given, work.person, work.now)
    return _seen(work)


def refuse_outside(work: Work) -> None:
    """Refused("shift.closed"), with the next opening, where no new call may be taken."""
    if found := may_start(shift_now(work)):
        raise Refused(found)


def shift_now(work: Work) -> Shift:
    """How the desk's time lies in the days of work."""
    given = work.store.shifts.of_day(local_day(work.now, work.policy))
    return shift(work.now, work.policy, closed_days(work), given)


def _seen(work: Work) -> ShiftSeen:
    found = shift_now(work)
    return ShiftSeen(
        now=work.now,
        open=found.open,
        opens_at=found.opens_at,
        closes_at=found.closes_at,
        extended_by=found.extended.by if found.extended else "",
        reason=found.extended.reason if found.extended else "",
        usual_minutes=work.policy.call_usual_minutes,
        may_close_at=closings(work.now, work.policy, closed_days(work)),
    )
