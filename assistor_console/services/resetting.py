"""Resets: one supervisor asks, another decides, and after policy's hours nobody can."""

from datetime import timedelta
from uuid import UUID

from ..desk.work import Work
from ..domain.errors import refused
from ..requests.staff import ResetSeen, StaffAdded
from ..store.people import Person
from ..store.resets import Reset, ResetState
from .first_passwords import temporary


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
    if work.now >= reset.asked_at + timedelta(hours=work.policy.reset_hours):
        raise refused("reset.lapsed", hours=work.policy.reset_hours)
    return reset


def begun(person: Person, work: Work) -> tuple[Person, StaffAdded]:
    """Somebody as new again: sessions and recovery codes end here, the rest is for the caller to save."""
    work.store.sessions.close_all(person.id)
    work.store.recovery_codes.drop(person.id)
    return temporary(person, work)
