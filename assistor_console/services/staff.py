"""The people who work here."""

from uuid import UUID, uuid4

from ..desk.work import Work
from ..domain.errors import refused
from ..domain.limits import LIMITS
from ..domain.passwords import Chooser
from ..domain.terms import Realm, Role
from ..requests.base import Done
from ..requests.sign_in import Enrolment
from ..requests.staff import (
    AddStaff,
    ApproveReset,
    AskReset,
    DeclineReset,
    DismissStaff,
    LinkHousehold,
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
    StaffWaiting,
)
from ..store.access import HOUSEHOLD, OWN
from ..store.people import Person
from ..store.resets import Reset, ResetState
from .first_passwords import phrase
from .office_view import all_offices
from .passwords import hashed, refuse_weak
from .resetting import ADDED, asked_resets, begun, decidable, dismissed, lapses_at, reset_seen
from .second_factor import matched_step, new_secret, uri

LEAST_SUPERVISORS = 2
"""As many as a reset takes: with fewer nobody could be added or reset any more."""


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
    if first.tin == second.tin:
        raise refused("staff.same_tin")
    for new in request.supervisors:
        person = _supervisor(new, work)
        work.store.people.add(person)
        _link(person.id, new.tin, new.household, work)
    return Done()


def _supervisor(new: NewSupervisor, work: Work) -> Person:
    refuse_weak(new.password, Chooser(new.staff_id, new.name), work.policy)
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


def _link(person: UUID, tin: str, household: tuple[str, ...], work: Work) -> None:
    if any(_works_here(owner, work) for owner in work.store.access.owners(tin)):
        raise refused("staff.same_tin")
    work.store.access.link(person, tin, OWN)
    for one in household:
        work.store.access.link(person, one, HOUSEHOLD)


def _works_here(person: UUID, work: Work) -> bool:
    found = work.store.people.get(person)
    return found is not None and not found.left


@SeeStaff.handler
def see_staff(request: SeeStaff, work: Work) -> StaffList:
    """Everybody, who is signed in, who is locked out, and the resets that wait to be decided."""
    people, here = work.store.people.everybody(), work.store.sessions.signed_in(work.now)
    limit = LIMITS["sign_in"](work.policy)
    locked = work.store.attempts.locked("sign_in", [p.staff_id for p in people], limit, work.now)
    resets = asked_resets(work)
    return StaffList(
        people=tuple(
            StaffSeen(
                id=p.id,
                name=p.name,
                staff_id=p.staff_id,
                role=p.role,
                office=p.office,
                signed_in=p.id in here,
                enrolled=p.enrolled,
                waits=p.waits,
                left=p.left,
                locked_until=locked.get(p.staff_id),
                reset=reset_seen(resets[p.id], work) if p.id in resets else None,
            )
            for p in people
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
def add_staff(request: AddStaff, work: Work) -> StaffWaiting:
    """A new colleague without a password: one supervisor alone cannot make somebody to agree with them."""
    _refuse_post(request, work)
    work.store.realm.lock()  # two at once must not give one TIN to two people
    if work.store.people.find(request.staff_id):
        raise refused("staff.same_id")
    person = Person(uuid4(), request.staff_id, request.name, request.role, request.office, "", "")
    work.store.people.add(person)
    _link(person.id, request.tin, request.household, work)
    reset = Reset(uuid4(), person.id, work.person, work.now, ADDED)
    work.store.resets.ask(reset)
    return StaffWaiting(id=person.id, until=lapses_at(reset, work))


def _refuse_post(request: AddStaff, work: Work) -> None:
    if request.role not in (Role.ASSISTOR, Role.SUPERVISOR, Role.TAC):
        raise refused("staff.role")
    if (request.role is Role.TAC) != bool(request.office):
        raise refused("staff.office")
    if request.office and work.library.office(work.store, request.office, work.now) is None:
        raise refused("staff.office")


@LinkHousehold.handler
def link_household(request: LinkHousehold, work: Work) -> Done:
    """More TINs of somebody's household; those known already stay."""
    if request.person == work.person:
        raise refused("staff.own_household")
    person = _colleague(request.person, work)
    for tin in request.household:
        work.store.access.link(person.id, tin, HOUSEHOLD)
    return Done()


def _colleague(person: UUID, work: Work) -> Person:
    found = work.store.people.get(person)
    if found is None:
        raise refused("staff.unknown")
    if found.left:
        raise refused("staff.left")
    return found


@AskReset.handler
def ask_reset(request: AskReset, work: Work) -> Done:
    """One supervisor asks; nothing changes yet."""
    if request.person == work.person:
        raise refused("reset.own")
    person = _colleague(request.person, work)
    if person.id in asked_resets(work):
        raise refused("reset.asked")
    work.store.resets.ask(Reset(uuid4(), person.id, work.person, work.now, request.reason))
    return Done()


@ApproveReset.handler
def approve_reset(request: ApproveReset, work: Work) -> StaffAdded:
    """Password, second factor, recovery codes and sessions go; there is a first password again."""
    reset = decidable(request.reset_id, work)
    if reset.asked_by == work.person:
        raise refused("authority.same_person")
    if reset.person == work.person:
        raise refused("reset.own")
    person, told = begun(_colleague(reset.person, work), work)
    work.store.people.save(person)
    work.store.resets.decide(reset.id, ResetState.APPROVED, work.person, work.now)
    return told


@DeclineReset.handler
def decline_reset(request: DeclineReset, work: Work) -> Done:
    """It is over; everything stays as it is."""
    reset = decidable(request.reset_id, work)
    if reset.person == work.person:
        raise refused("reset.own")
    work.store.resets.decide(reset.id, ResetState.DECLINED, work.person, work.now)
    return Done()


@DismissStaff.handler
def dismiss_staff(request: DismissStaff, work: Work) -> Done:
    """Nothing signs them in any more; what they did stays theirs."""
    if request.person == work.person:
        raise refused("staff.own_dismissal")
    work.store.realm.lock()  # two at once must not leave one supervisor
    person = _colleague(request.person, work)
    if person.role is Role.SUPERVISOR and not person.waits and _supervisors(work) <= LEAST_SUPERVISORS:
        raise refused("staff.last_supervisors", least=LEAST_SUPERVISORS)
    if (reset := asked_resets(work).get(person.id)) is not None:
        work.store.resets.decide(reset.id, ResetState.DECLINED, work.person, work.now)
    work.store.people.save(dismissed(person, request.reason, work))
    return Done()


def _supervisors(work: Work) -> int:
    """How many can sign in."""
    people = work.store.people.everybody()
    return sum(one.role is Role.SUPERVISOR and not (one.left or one.waits) for one in people)


@MakePracticeStaff.handler
def make_practice_staff(request: MakePracticeStaff, work: Work) -> Done:
    """People to practise as; their passwords and secrets are random and rest sealed."""
    if work.realm is not Realm.PRACTICE:
        raise refused("realm.live")
    for member in request.people:
        if work.store.people.find(member.staff_id):
            raise refused("staff.same_id")
        password = phrase(work)
        person = Person(
            uuid4(),
            member.staff_id,
            member.name,
            member.role,
            member.office,
            hashed(password),
            new_secret(),
            practice=True,
            phrase=password,
        )
        work.store.people.add(person)
        if member.tin:
            work.store.access.link(person.id, member.tin, OWN)
    return Done()
