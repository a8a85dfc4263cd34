"""What somebody has to do before they can work, and how their session stands meanwhile."""

import secrets
from datetime import datetime, timedelta

from ..desk.work import Work
from ..domain.codes import grouped, recovery_code
from ..domain.terms import SessionState
from ..requests.sign_in import Must
from ..store.people import Person


def left_to_do(person: Person) -> tuple[Must, ...]:
    """What is left; () is nothing."""
    needed = {Must.ENROL: not person.enrolled, Must.CHANGE_PASSWORD: person.temporary}
    return tuple(must for must, needs in needed.items() if needs)


def state_for(person: Person) -> SessionState:
    """How a session of this person stands that is not locked."""
    return SessionState.UNREADY if left_to_do(person) else SessionState.OPEN


def ready(person: Person, work: Work) -> tuple[Must, ...]:
    """What is left to do; a session that was not ready opens where nothing is. A locked one stays locked."""
    work.store.sessions.change(work.who, state_for(person), only=SessionState.UNREADY)
    return left_to_do(person)


def unlocked(person: Person, work: Work) -> None:
    """A locked session stands again as it does for this person."""
    work.store.sessions.change(work.who, state_for(person), only=SessionState.LOCKED)


def is_over(person: Person, at: datetime) -> bool:
    """Whether the time is over in which somebody could sign in to choose a password and enrol."""
    return person.password_until is not None and at >= person.password_until


def ends_at(person: Person, work: Work) -> datetime:
    """When a session of this person that is opened now ends: never after the time to choose a password."""
    ends = work.now + timedelta(hours=work.policy.session_hours)
    return min(ends, person.password_until) if person.password_until else ends


def myself(work: Work) -> Person:
    """Who is signed in, locked."""
    found = work.store.people.get(work.person)
    assert found is not None, "nobody who works here is ever removed"
    return found


def fresh_codes(person: Person, work: Work) -> tuple[str, ...]:
    """Recovery codes in place of all that were left, as they are shown: in groups."""
    codes = [recovery_code(secrets.randbelow) for _ in range(work.policy.recovery_codes)]
    work.store.recovery_codes.replace(person.id, codes)
    return tuple(grouped(code) for code in codes)
