"""Signing in and out."""

import secrets
from datetime import timedelta

from .. import __version__
from ..desk.work import Work
from ..domain.errors import refused
from ..domain.terms import Realm, Role
from ..requests.base import Done
from ..requests.sign_in import (
    Greeting,
    Hello,
    PracticePeople,
    PracticePerson,
    SeePracticeStaff,
    SignedIn,
    SignIn,
    SignOut,
)
from ..requests.wire import OLDEST_CONSOLE
from ..store.people import Person
from .passwords import matches
from .second_factor import STEP_SECONDS, code_at, matched_step, step_of


@Hello.handler
def hello(request: Hello, work: Work) -> Greeting:
    """Realm, versions, time and hours."""
    policy = work.policy
    return Greeting(
        realm=work.realm,
        version=__version__,
        oldest_console=OLDEST_CONSOLE,
        now=work.now,
        has_staff=work.store.people.count() > 0,
        opens=policy.opens.strftime("%H:%M"),
        closes=policy.closes.strftime("%H:%M"),
        sign_in_attempts=policy.sign_in_attempts,
        sign_in_minutes=policy.sign_in_minutes,
        password_least=policy.staff_password_least,
    )


@SignIn.handler
def sign_in(request: SignIn, work: Work) -> SignedIn:
    """Password and code are both tested before either is judged.

    Nobody is locked while a password is hashed: two tries at once would tell by their time who works here.
    """
    staff_id = request.staff_id.strip()
    seen = work.store.people.find(staff_id, lock=False)
    right = matches(request.password, seen.password_hash if seen else None)
    person = work.store.people.find(staff_id)
    right = right and person is not None and seen is not None and person.password_hash == seen.password_hash
    code = request.code.replace(" ", "")
    tried = work.tried_at or work.now  # sent again, a code is tested as of the first time
    step = matched_step(person.totp, code, tried, person.last_step) if person else None
    if person is None or not right or step is None:
        raise refused("sign_in.wrong")
    work.store.attempts.settle(work.ticket)
    work.store.people.signed_in(person.id, step, work.now)
    return _session(person, work)


def _session(person: Person, work: Work) -> SignedIn:
    token = secrets.token_urlsafe(32)
    ends = work.now + timedelta(hours=work.policy.session_hours)
    work.store.people.open_session(person.id, token, work.now, ends, work.console)
    office = work.library.office(work.store, person.office, work.now) if person.office else None
    return SignedIn(
        token=token,
        person=person.id,
        staff_id=person.staff_id,
        name=person.name,
        role=person.role,
        realm=work.realm,
        now=work.now,
        ends=ends,
        office=office.name if office else None,
        zone=office.zone if office else work.policy.zone,
        spool_key=work.store.people.spool_key(person.id, work.console),
        last_sign_in=person.last_sign_in,
    )


@SignOut.handler
def sign_out(request: SignOut, work: Work) -> Done:
    """Ends every session of the person."""
    work.store.people.close_sessions(work.person)
    return Done()


@SeePracticeStaff.handler
def see_practice_staff(request: SeePracticeStaff, work: Work) -> PracticePeople:
    """Practice people with what signs them in; never on a live desk."""
    if work.realm is not Realm.PRACTICE:
        raise refused("realm.live")
    people = tuple(_practice(p, work) for p in work.store.people.everybody() if p.practice)
    left = STEP_SECONDS - int(work.now.timestamp()) % STEP_SECONDS
    return PracticePeople(people=people, seconds=left)


def _practice(person: Person, work: Work) -> PracticePerson:
    # After a sign-in the next code is the first that is accepted.
    step = max(step_of(work.now), person.last_step + 1)
    moment = work.now + timedelta(seconds=(step - step_of(work.now)) * STEP_SECONDS)
    return PracticePerson(
        name=person.name,
        staff_id=person.staff_id,
        role=Role(person.role),
        office=_office_name(person, work),
        password=person.phrase,
        code=code_at(person.totp, moment),
    )


def _office_name(person: Person, work: Work) -> str | None:
    office = work.library.office(work.store, person.office, work.now) if person.office else None
    return office.name if office else None
