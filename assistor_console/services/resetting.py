"""Resets: one supervisor asks, another decides, and after policy's hours nobody can."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from ..desk.work import Work
from ..domain.errors import refused
from ..requests.staff import ResetSeen, StaffAdded
from ..store.people import Person
from ..store.resets import Reset, ResetState
from .first_passwords import temporary

ADDED = "added"
"""The reason of the reset by which somebody new gets a first password."""


def asked_resets(work: Work) -> dict[UUID, Reset]:
    """Those that can still be decided, by whose they are."""
    return work.store.resets.asked(work.now - timedelta(hours=work.policy.reset_hours))


def reset_seen(reset: Reset, work: Work) -> ResetSeen:
    """One of them as the staff list shows it."""
    return ResetSeen(
        reset_id=reset.id,
        asked_by=work.store.people.name(reset.asked_by),
        asked_at=reset.asked_at,
        reason=reset.reason,
        mine=reset.asked_by == work.person,
    )


def decidable(reset_id: UUID, work: Work) -> Reset:
    """A reset that waits, locked; Refused: reset.unknown, reset.decided, reset.lapsed."""
    reset = work.store.resets.get(reset_id)
    if reset is None:
        raise refused("reset.unknown")
    if reset.state is not ResetState.ASKED:
        raise refused("reset.decided")
    if work.now >= lapses_at(reset, work):
        raise refused("reset.lapsed", hours=work.policy.reset_hours)
    return reset


def lapses_at(reset: Reset, work: Work) -> datetime:
    """From when on nobody can decide it any more."""
    return reset.asked_at + timedelta(hours=work.policy.reset_hours)


def begun(person: Person, work: Work) -> tuple[Person, StaffAdded]:
    """Somebody as new again: sessions and recovery codes end here, the rest is for the caller to save."""
    work.store.sessions.close_all(person.id)
    work.store.recovery_codes.drop(person.id)
    return temporary(person, work)


def dismissed(person: Person, reason: str, work: Work) -> Person:
    """Somebody who works here no longer: sessions and recovery codes end here, the rest is for the caller to
    save."""
    work.store.sessions.close_all(person.id)
    work.store.recovery_codes.drop(person.id)
    return replace(
        person,
        password_hash="",
        totp="",
        pending="",
        temporary=False,
        password_until=None,
        phrase="",
        left=reason,
    )
