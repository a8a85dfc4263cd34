"""The people who work here."""

import secrets
from uuid import uuid4

from ..desk.work import Work
from ..domain.errors import refused
from ..domain.terms import Realm, Role
from ..requests.base import Done
from ..requests.sign_in import Enrolment
from ..requests.staff import (
    AddStaff,
    MakeFirstSupervisors,
    MakePracticeStaff,
    NewEnrolment,
    NewSupervisor,
    OfficeName,
    OfficeNames,
    SeeOffices,
    SeeStaff,
    StaffAdded,
    StaffList,
    StaffSeen,
)
from ..store.people import Person
from .office_view import all_offices
from .passwords import hashed
from .second_factor import matched_step, new_secret, uri

PHRASE_WORDS = 5


@NewEnrolment.handler
def new_enrolment(request: NewEnrolment, work: Work) -> Enrolment:
    """A fresh secret; only while nobody is here yet, or for a supervisor."""
    if work.store.people.count() and work.who.role is not Role.SUPERVISOR:
        raise refused("authority.role", role=str(work.who.role))
    secret = new_secret()
    return Enrolment(secret=secret, uri=uri(secret, request.staff_id, request.name))


@MakeFirstSupervisors.handler
def make_first_supervisors(request: MakeFirstSupervisors, work: Work) -> Done:
    """Both at once or none: each has proved that the secret reached their app."""
    work.store.realm.lock()
    if work.store.people.count():
        raise refused("staff.exists")
    first, second = request.supervisors
    if first.staff_id == second.staff_id:
        raise refused("staff.same_id")
    for new in request.supervisors:
        work.store.people.add(_supervisor(new, work))
    return Done()


def _supervisor(new: NewSupervisor, work: Work) -> Person:
    least = work.policy.staff_password_least
    if len(new.password) < least:
        raise refused("staff.password_short", least=least)
    step = matched_step(new.secret, new.code.replace(" ", ""), work.now, 0)
    if step is None:
        raise refused("staff.code", staff_id=new.staff_id)
    return Person(
        uuid4(),
        new.staff_id,
        new.name,
        Role.SUPERVISOR,
        None,
        hashed(new.password),
        new.secret,
        last_step=step,
    )


@SeeStaff.handler
def see_staff(request: SeeStaff, work: Work) -> StaffList:
    """Everybody, and who is signed in."""
    here = work.store.people.signed_in_now(work.now)
    return StaffList(
        people=tuple(
            StaffSeen(
                id=p.id,
                name=p.name,
                staff_id=p.staff_id,
                role=p.role,
                office=p.office,
                signed_in=p.id in here,
            )
            for p in work.store.people.everybody()
        )
    )


@SeeOffices.handler
def see_offices(request: SeeOffices, work: Work) -> OfficeNames:
    """The offices of the list in force."""
    found = sorted(all_offices(work).offices, key=lambda office: (office.name, office.address.state))
    return OfficeNames(
        offices=tuple(OfficeName(office_id=o.id, name=o.name, state=o.address.state) for o in found)
    )


@AddStaff.handler
def add_staff(request: AddStaff, work: Work) -> StaffAdded:
    """A new colleague with a first password and a secret, shown once."""
    if request.role not in (Role.ASSISTOR, Role.SUPERVISOR, Role.TAC):
        raise refused("staff.role")
    if (request.role is Role.TAC) != bool(request.office):
        raise refused("staff.office")
    if request.office and work.library.office(work.store, request.office, work.now) is None:
        raise refused("staff.office")
    if work.store.people.find(request.staff_id):
        raise refused("staff.same_id")
    password, secret = phrase(work), new_secret()
    person = Person(
        uuid4(), request.staff_id, request.name, request.role, request.office, hashed(password), secret
    )
    work.store.people.add(person)
    return StaffAdded(
        id=person.id, password=password, secret=secret, uri=uri(secret, request.staff_id, request.name)
    )


@MakePracticeStaff.handler
def make_practice_staff(request: MakePracticeStaff, work: Work) -> Done:
    """People to practise as; their passwords and secrets are random and rest sealed."""
    if work.realm is not Realm.PRACTICE:
        raise refused("realm.live")
    for member in request.people:
        password = phrase(work)
        person = Person(
            uuid4(),
            member.staff_id,
            member.name,
            Role(member.role),
            member.office,
            hashed(password),
            new_secret(),
            practice=True,
            phrase=password,
        )
        work.store.people.add(person)
    return Done()


def phrase(work: Work) -> str:
    """A random phrase of five spelling words and a number: about 30 bits, behind a second factor."""
    words = [word.en for word in work.library.tables(work.store, work.now).alphabet.values()]
    chosen = [secrets.choice(words).lower() for _ in range(PHRASE_WORDS)]
    return " ".join((*chosen, str(secrets.randbelow(90) + 10)))
