"""People to practise as, with what signs them in."""

from datetime import datetime, timedelta

from ..desk.work import Work
from ..domain.terms import Role
from ..requests.sign_in import PracticePerson
from ..store.people import Person
from .second_factor import STEP_SECONDS, code_at, step_of


def seconds_left(now: datetime) -> int:
    """For how many seconds the codes hold."""
    return STEP_SECONDS - int(now.timestamp()) % STEP_SECONDS


def practice_person(person: Person, work: Work) -> PracticePerson:
    """One of them; without a password that its owner chose, and without a code before there is an app."""
    office = work.library.office(work.store, person.office, work.now) if person.office else None
    return PracticePerson(
        name=person.name,
        staff_id=person.staff_id,
        role=Role(person.role),
        office=office.name if office else None,
        password=person.phrase,
        code=_next_code(person, work.now) if person.enrolled else "",
    )


def _next_code(person: Person, now: datetime) -> str:
    # After a sign-in the next code is the first that is accepted.
    step = max(step_of(now), person.last_step + 1)
    return code_at(person.totp, now + timedelta(seconds=(step - step_of(now)) * STEP_SECONDS))
