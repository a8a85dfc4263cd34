"""Limits on tests of secrets: how many failures in how long, from policy."""

from collections.abc import Callable
from dataclasses import dataclass

from .policy import Policy


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `most` attempts that did not succeed within `seconds` (None: ever)."""

    most: int
    seconds: int | None


LOCKING = frozenset({"sign_in", "account"})
"""Whose attempts are used up is locked out for a while, and supervisors are told when that begins."""


def _minutes(most: int, minutes: int) -> Limit:
    return Limit(most, minutes * 60)


# A TIN is tried across calls and assistors for an hour only, whether it is on file or not: whoever claims
# another's number, again and again, delays that taxpayer and locks nobody out.
# Whoever is signed in has attempts of their own: wrong sign-ins, which anybody may send, spend none of them.
LIMITS: dict[str, Callable[[Policy], Limit]] = {
    "sign_in": lambda p: _minutes(p.sign_in_attempts, p.sign_in_minutes),
    "account": lambda p: _minutes(p.sign_in_attempts, p.sign_in_minutes),
    "find": lambda p: _minutes(p.find_attempts, p.find_minutes),
    "identify_person": lambda p: _minutes(p.identify_person_attempts, p.identify_person_minutes),
    "identify_tin": lambda p: _minutes(p.identify_tin_attempts, p.identify_tin_minutes),
    "identify": lambda p: _minutes(p.identify_attempts, p.identify_minutes),
    "identity": lambda p: _minutes(p.identity_attempts, p.identity_minutes),
    "interview": lambda p: Limit(p.interview_attempts, None),
    "redeem": lambda p: _minutes(p.redeem_attempts, p.redeem_minutes),
    "continuation": lambda p: _minutes(p.continuation_attempts, p.continuation_minutes),
}
