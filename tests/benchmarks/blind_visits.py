"""What happens beside the consoles: which answers the desk expected, visits of who was booked, letters."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from assistor_console.domain.appointment import Appointment
from assistor_console.domain.terms import AnswerKind, Role, Section
from assistor_console.requests.operate import MoveClock
from assistor_console.requests.visits import Check, Outcome, RecordVisit, Shown
from assistor_console.store import tables as t
from tests.benchmarks.blind_desk import Console, come_in, typed
from tests.benchmarks.blind_forms import Plants
from tests.benchmarks.blind_people import Planted
from tests.benchmarks.central_desk import CentralDesk, RunningWorld
from tests.benchmarks.frame import Unmeasured
from tests.journeys import LICENSE, PASSPORT

_SEARCHED = (AnswerKind.MONEY, AnswerKind.BUSINESS_NAME)


def expected(world: RunningWorld, planted: Plants) -> int:
    """How many answers to tax items the desk expected in all interviews, every one of them planted.

    Unmeasured where it expected something else than a planted amount or name, a count or a last four.
    """
    found = 0
    with world.reading() as store:
        for interview in store.connection.execute(select(t.interviews.c.id)).scalars():
            for question in store.interviews.questions(UUID(str(interview))):
                if question.section is Section.IDENTITY or question.kind not in _SEARCHED:
                    continue
                for answer in question.accepted:
                    if not _is_planted(answer, question.kind, planted):
                        raise Unmeasured(f"expected, but not planted: {question.item}")
                    found += 1
    return found


def _is_planted(answer: str, kind: AnswerKind, planted: Plants) -> bool:
    if kind is AnswerKind.MONEY:
        return int(answer) in planted.amounts
    return planted.words.issuperset(answer.lower().split())


def come_back(desk: CentralDesk, at: Console, who: str, people: Sequence[Planted], number: int) -> None:
    """So many callers who were booked and are who they say visit their office, phone again and get their
    account; then a supervisor at the same console prints and mails their letters."""
    world = desk.world
    at.order("leave")
    returning = []
    for one, appointment in _booked(world, people)[:number]:
        with world.reading() as store:
            returning.append((one, store.appointments.continuation_code(appointment.id)))
        _visit(world, one, appointment)
    come_in(at, desk, who)
    for one, code in returning:
        at.order("phone_again", said=typed(one.said), code=code)
    at.order("leave")
    if returning:
        come_in(at, desk, "ship")
        at.order("mail")


def _booked(world: RunningWorld, people: Sequence[Planted]) -> list[tuple[Planted, Appointment]]:
    """Who was booked, and when, the first visit first."""
    by_tin = {one.said.tin.replace("-", ""): one for one in people if one.true}
    found = []
    with world.reading() as store:
        for case_id in store.connection.execute(select(t.cases.c.id)).scalars():
            case = store.cases.get(UUID(str(case_id)), False)
            appointment = store.appointments.live(case.id) if case else None
            if case and appointment and case.tin in by_tin:
                found.append((by_tin[case.tin], appointment))
    return sorted(found, key=lambda visit: visit[1].starts)


def _visit(world: RunningWorld, one: Planted, appointment: Appointment) -> None:
    """At the window of the office at the time, with both documents."""
    staff = f"staff of {appointment.office_id}"
    if staff not in world.people:
        world.hire(staff, Role.TAC, appointment.office_id)
    if appointment.starts > world.desk_time():
        world.operator.send(MoveClock(to=appointment.starts))
    shown = [
        Shown(
            kind=paper.kind,
            issuer=paper.issuer,
            expires=paper.expires,
            last_four="4471",
            name=one.said.name,
            photo=True,
        )
        for paper in (LICENSE, PASSPORT)
    ]
    world.send(
        staff,
        RecordVisit(
            case_id=appointment.case_id,
            outcome=Outcome.VERIFIED,
            first=shown[0],
            second=shown[1],
            checks=frozenset(Check),
        ),
    )
