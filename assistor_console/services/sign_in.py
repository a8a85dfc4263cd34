"""Signing in and out; the password and second factor of who is signed in; the locked screen."""

import logging
import secrets
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from .. import __version__
from ..desk.trials import asked_first
from ..desk.work import Work
from ..domain.errors import refused
from ..domain.passwords import Chooser
from ..domain.terms import Realm, Role, SessionState
from ..requests.base import Done
from ..requests.sign_in import (
    BeginEnrolment,
    ChangePassword,
    ConfirmEnrolment,
    Enrolment,
    Greeting,
    Hello,
    LockScreen,
    NewRecoveryCodes,
    PracticePeople,
    Ready,
    RecoveryCodes,
    SeePracticeStaff,
    SignedIn,
    SignIn,
    SignOut,
    Unlock,
)
from ..requests.wire import OLDEST_CONSOLE
from ..store.people import Person
from .own_account import ends_at, fresh_codes, is_over, left_to_do, myself, ready, state_for, unlocked
from .passwords import hashed, matches, refuse_weak
from .practice_people import practice_person, seconds_left
from .second_factor import AuthenticatorApp, UseUp, accepted, matched_step, new_secret, uri
from .trail import checkpoint_of

LOG = logging.getLogger(__name__)
# Asked for a code when nobody has the staff ID, so that an unknown one costs the same time.
_STRANGER = Person(UUID(int=0), "", "", Role.ASSISTOR, None, "", "A" * 32)


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
    """Password and second factor are both tested before either is judged."""
    person, right = _tried(request.staff_id.strip(), request.password, work)
    at = _as_of(work)
    use_up = _factor(person or _STRANGER, request.code, at, work)
    if person is None or not right or use_up is None or is_over(person, at):
        raise refused("sign_in.wrong")
    if work.store.people.is_altered(person):
        LOG.error("person %s was changed by no desk: %s", person.id, person.staff_id)
        raise refused("sign_in.altered")
    failures = work.store.attempts.failed_since_right("sign_in", person.staff_id, work.ticket)
    work.store.attempts.settle(work.ticket)
    use_up()
    work.store.people.signed_in(person.id, work.now)
    return _session(person, failures, work)


def _as_of(work: Work) -> datetime:
    """Sent again, a code is tested as of the first time."""
    return work.tried_at or work.now


def _tried(staff_id: str, password: str, work: Work) -> tuple[Person | None, bool]:
    """Whose staff ID it is, locked, and whether the password is theirs.

    Nobody is locked while a password is hashed: two tries at once would tell by their time who works here.
    """
    seen = work.store.people.find(staff_id, lock=False)
    right = matches(password, seen.password_hash if seen else None)
    person = work.store.people.find(staff_id)
    same = seen is not None and person is not None and seen.password_hash == person.password_hash
    return person, right and same


def _factor(person: Person, code: str, at: datetime, work: Work) -> UseUp | None:
    """Who has no second factor yet gives none: then "" is right, and everything else wrong."""
    use_up = accepted(work.store, person, code, at)
    if person.enrolled:
        return use_up
    return None if code.strip() else lambda: None


def _session(person: Person, failures: int, work: Work) -> SignedIn:
    token, policy, ends = secrets.token_urlsafe(32), work.policy, ends_at(person, work)
    work.store.sessions.open(person.id, token, work.now, ends, work.console, state_for(person))
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
        zone=office.zone if office else policy.zone,
        spool_key=work.store.sessions.spool_key(person.id, work.console),
        last_sign_in=person.last_sign_in,
        failures=failures,
        must=left_to_do(person),
        idle_minutes=policy.idle_minutes,
        idle_warning_seconds=policy.idle_warning_seconds,
        reveal_seconds=policy.reveal_seconds,
        clipboard_seconds=policy.clipboard_seconds,
        checkpoint=checkpoint_of(work.store.seals.newest()),
        password_least=policy.staff_password_least,
    )


@SignOut.handler
def sign_out(request: SignOut, work: Work) -> Done:
    """Ends every session of the person."""
    work.store.sessions.close_all(work.person)
    return Done()


def _may_be_chosen(request: ChangePassword, work: Work) -> None:
    chooser = Chooser(work.who.staff_id, work.who.name, request.current)
    refuse_weak(request.new, chooser, work.policy)


@ChangePassword.handler
@asked_first(_may_be_chosen)
def change_password(request: ChangePassword, work: Work) -> Ready:
    """Other sessions of this person end; a practice password is shown to nobody once its owner chose it."""
    new = hashed(request.new)
    person = _proven(request.current, work)
    until = None if person.enrolled else person.password_until
    changed = replace(person, password_hash=new, temporary=False, password_until=until, phrase="")
    work.store.people.save(changed)
    work.store.sessions.close_others(work.who)
    return Ready(must=ready(changed, work))


def _proven(password: str, work: Work) -> Person:
    """Who is signed in, locked, and the attempt settled; Refused("password.wrong")."""
    person, right = _tried(work.who.staff_id, password, work)
    if person is None or not right:
        raise refused("password.wrong")
    work.store.attempts.settle(work.ticket)
    return person


@BeginEnrolment.handler
def begin_enrolment(request: BeginEnrolment, work: Work) -> Enrolment:
    """A fresh secret, which waits for its first code; one begun before waits no more."""
    person = myself(work)
    if person.enrolled:
        raise refused("factor.enrolled")
    secret = new_secret()
    work.store.people.save(replace(person, pending=secret))
    return Enrolment(secret=secret, uri=uri(secret, person.staff_id, person.name))


def _is_begun(request: ConfirmEnrolment, work: Work) -> None:
    person = myself(work)
    if person.enrolled:
        raise refused("factor.enrolled")
    if not person.pending:
        raise refused("factor.not_begun")


@ConfirmEnrolment.handler
@asked_first(_is_begun)
def confirm_enrolment(request: ConfirmEnrolment, work: Work) -> RecoveryCodes:
    """The code proves that the secret reached its owner."""
    person = myself(work)
    step = matched_step(person.pending, request.code.replace(" ", ""), _as_of(work), 0)
    if step is None:
        raise refused("factor.wrong")
    work.store.attempts.settle(work.ticket)
    until = person.password_until if person.temporary else None
    enrolled = replace(person, totp=person.pending, pending="", password_until=until)
    work.store.people.save(enrolled)
    work.store.people.used_step(person.id, step)
    return RecoveryCodes(codes=fresh_codes(person, work), must=ready(enrolled, work))


@NewRecoveryCodes.handler
def new_recovery_codes(request: NewRecoveryCodes, work: Work) -> RecoveryCodes:
    """Password and security code are tested before either is judged; a recovery code makes no others."""
    person, right = _tried(work.who.staff_id, request.password, work)
    use_up = AuthenticatorApp(work.store).accepted(person or _STRANGER, request.code, _as_of(work))
    if person is None or not right or use_up is None:
        raise refused("factor.password_or_code")
    work.store.attempts.settle(work.ticket)
    use_up()
    return RecoveryCodes(codes=fresh_codes(person, work))


@LockScreen.handler
def lock_screen(request: LockScreen, work: Work) -> Done:
    """The session waits for the password."""
    work.store.sessions.change(work.who, SessionState.LOCKED)
    return Done()


@Unlock.handler
def unlock(request: Unlock, work: Work) -> Done:
    """The password alone: the token, which only this console has, stands for the rest."""
    unlocked(_proven(request.password, work), work)
    return Done()


@SeePracticeStaff.handler
def see_practice_staff(request: SeePracticeStaff, work: Work) -> PracticePeople:
    """Practice people with what signs them in; never on a live desk."""
    if work.realm is not Realm.PRACTICE:
        raise refused("realm.live")
    people = tuple(
        practice_person(p, work) for p in work.store.people.everybody() if p.practice and not p.left
    )
    return PracticePeople(people=people, seconds=seconds_left(work.now))
