"""The first transaction of a trial: is an attempt left, and it is spent before anybody looks at the guess."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID, uuid5

from ..domain.errors import refused
from ..domain.limits import LIMITS, LOCKING
from ..requests.base import Reply, Trial
from .act import Act
from .work import Work

TRIAL_AGAIN = timedelta(minutes=3)
"""How long a trial may be sent again under its attempt, a little longer than a console waits for its reply.
The same guess tested at other times is other guesses: a security code is right in its half-minute only."""


H = TypeVar("H", bound=Callable[..., Any])
Q = TypeVar("Q", bound=Trial[Any])


def asked_first(check: Callable[[Q, Work], None]) -> Callable[[H], H]:
    """Marks a trial's handler: `check(request, work)` may refuse before an attempt is spent. It must not look
    at the secret that is tested."""

    def mark(handler: H) -> H:
        setattr(handler, "__first__", check)  # noqa: B010 - a function has no such attribute
        return handler

    return mark


def ask_first(handler: Callable[..., Any], request: Trial[Any], work: Work) -> None:
    """Asks what a handler wants asked first; Refused."""
    check = getattr(handler, "__first__", None)
    if check is not None:
        check(request, work)


def spend(act: Act, request: Trial[Reply], work: Work) -> None:
    """Spends one attempt of the request's subject, or finds the one this very guess has spent before.

    Raises Refused: attempts.<limit> with when it clears; request.id_reused for another guess under the same
    envelope, or the same one too late.
    """
    request.check(work.policy)
    subject = _counted(request, work)
    bound = b"once" if request.once else act.bound(subject.encode() + b"\0" + _said(work))
    earlier = work.store.attempts.spent(work.ticket)
    if earlier is None:
        _spend_one(act, request, work, subject, bound)
    elif earlier[0] != bound or not (request.once or work.now - earlier[1] < TRIAL_AGAIN):
        raise refused("request.id_reused")


def spend_once(work: Work, ticket: UUID, limit: str, subject: str) -> None:
    """Spends an attempt that nobody looks at any more, unless its ticket was spent before.

    For what fails without a test: it stays unsettled, in the transaction of whatever ended it.
    """
    if work.store.attempts.spent(ticket) is None:
        work.store.attempts.spend(ticket, limit, subject, b"once", work.now)


def spend_beside(work: Work, rule: str, subject: str) -> None:
    """Counts a trial against another limit too, before its own attempt is spent; refused by the `rule` that
    is named after that limit ("attempts.identify_tin").

    For what `asked_first` checks. `settle_all` settles these with the trial's own.
    """
    limit = rule.partition(".")[2]
    ticket = uuid5(work.ticket, limit)
    if work.store.attempts.spent(ticket) is not None:
        return
    clears = work.store.attempts.clears_at(limit, subject, LIMITS[limit](work.policy), work.now)
    if clears is not False:
        raise refused(rule, clears if isinstance(clears, datetime) else None)
    work.store.attempts.spend(ticket, limit, subject, b"beside", work.now)


def settle_all(work: Work, *beside: str) -> None:
    """The guess was right: neither its own attempt nor those that the rules `beside` count."""
    for ticket in (work.ticket, *(uuid5(work.ticket, rule.partition(".")[2]) for rule in beside)):
        work.store.attempts.settle(ticket)


def _said(work: Work) -> bytes:
    """Which answers a trial looks at: another answer is another guess."""
    interview = work.interview()
    return work.store.interviews.said(interview.id) if interview else b""


def _spend_one(act: Act, request: Trial[Reply], work: Work, subject: str, bound: bytes) -> None:
    limit = LIMITS[request.limit](work.policy)
    clears = work.store.attempts.clears_at(request.limit, subject, limit, work.now)
    if clears is not False:
        raise refused(f"attempts.{request.limit}", clears if isinstance(clears, datetime) else None)
    work.store.attempts.spend(work.ticket, request.limit, subject, bound, work.now)
    if request.limit in LOCKING:
        locked = work.store.attempts.clears_at(request.limit, subject, limit, work.now)
        act.locks_out = locked if isinstance(locked, datetime) else None
    interview = work.interview() if request.once else None
    if interview:
        work.store.interviews.freeze(interview.id)


def _counted(request: Trial[Reply], work: Work) -> str:
    """Whose attempts these are."""
    if request.by_person:
        return str(work.person)
    if request.by_taxpayer and work.found_case:
        return work.found_case.tin
    named = request.subject()
    if named is not None:
        return named
    return str(work.found_case.id if work.found_case else work.call.id)
