"""A question's time has run out: the whole attempt is failed (NIST SP 800-63A-3 5.3.2).

One rule for three ways to it: the page says so, an answer comes too late, or nobody comes back at all. What
is said and shown is what a wrong answer would lead to.
"""

from dataclasses import replace
from uuid import uuid5

from ..desk.trials import spend_once
from ..desk.work import Work
from ..domain.call import Interview, Stage
from ..domain.terms import CallState, Reason, Verdict
from ..domain.timing import left_standing
from ..requests.intake import CallSeen
from .deciding import decided, saved

AT_ONCE = 20
"""Interviews that one sweep ends: a writing transaction stays short."""


def expire(work: Work, interview: Interview) -> CallSeen:
    """Ends the interview. The attempt is spent under the ticket its test would have, so exactly once."""
    late = replace(interview, expired=True, asked_at=None)
    work.store.interviews.drop_draft(interview.id)
    limit, subject = _counted(work, interview)
    spend_once(work, uuid5(interview.id, limit), limit, subject)
    if interview.stage is Stage.TAX:
        return decided(work, late, Verdict.REFERRED, "verdict")
    work.store.interviews.save(replace(late, stage=Stage.OVER))
    closing = "mismatch_final" if work.call.reason is Reason.NEW_PROOFING else "not_found"
    return saved(work, work.call.changed(closing=closing))


def _counted(work: Work, interview: Interview) -> tuple[str, str]:
    """Which limit an interview that stops here counts against, and for whom: as its test would."""
    if interview.stage is Stage.TAX:
        return "interview", str(work.case.id)
    if interview.stage is Stage.IDENTITY:
        return "identity", work.case.tin
    return "identify", str(work.call.id)


def expire_standing(work: Work) -> int:
    """Ends what was left standing on open calls, as after a crash; how many these were."""
    before = left_standing(work.policy, work.now)
    return sum(_expire_one(work, one) for one in work.store.interviews.standing(before, AT_ONCE))


def _expire_one(work: Work, found: Interview) -> bool:
    """Under the call's and the case's lock, if it still stands then."""
    call = work.store.calls.get(found.call_id, lock=True)
    assert call is not None
    case = work.store.cases.get(call.case_id, lock=True) if call.case_id else None
    here = replace(work, found_call=call, found_case=case)
    now = here.interview()
    if now != found or call.state is not CallState.OPEN:
        return False
    expire(here, found)
    return True
