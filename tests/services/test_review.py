"""The supervisor's queues, filters, pages and timelines; holding and releasing."""

import pytest

from assistor_console.domain.errors import Refused
from assistor_console.domain.terms import Due, State, Verdict
from assistor_console.requests.intake import DropCall, EndCall, MyCall, ResumeCall
from assistor_console.requests.interview import ScoreInterview
from assistor_console.requests.review import (
    CasePage,
    CloseCase,
    HoldCase,
    Queue,
    ReleaseCase,
    SeeCase,
    SeeQueue,
    SeeQueues,
)
from tests.callers import MARISOL, TEODOR, Caller, persona
from tests.journeys import state_of
from tests.worlds import World

REASON = "ünverständlich 😀'; drop table cases; --\u202e<b>" * 5


def three_cases(world: World) -> list[Caller]:
    """A referred, a passed and an interrupted case, two days apart."""
    people = (MARISOL, TEODOR, persona("123004419", "ANA<EJEMPLO", "EJEM", 50_111_00))
    callers = []
    for number, one in enumerate(people):
        world.load(*one.records)
        caller = Caller(world, one)
        if number == 2:
            caller.reach_tax()
        else:
            caller.reach_verdict(wrong=1 - number)
        caller.send(EndCall(call_id=caller.seen.call_id))
        callers.append(caller)
        world.later(days=2)
    return callers


def counts(world: World) -> dict[Queue, int]:
    return {one.queue: one.count for one in world.send("sup", SeeQueues()).queues if one.count}


def page(world: World, **wanted: object) -> CasePage:
    return world.send("sup", SeeQueue.model_validate({"queue": Queue.OPEN, **wanted}))


def test_queues_count_what_their_pages_show(world: World) -> None:
    three_cases(world)
    seen = counts(world)
    assert seen[Queue.OPEN] == 3 and seen[Queue.REFERRED] == 1 and seen[Queue.INTERRUPTED] == 1
    for queue, count in seen.items():
        found = page(world, queue=queue)
        assert (found.total, len(found.rows)) == (count, count)
    assert world.send("sup", SeeQueues()).queues[0].queue is Queue.NEEDS_PERSON


def test_pages_follow_each_other_both_ways(world: World) -> None:
    three_cases(world)
    for newest in (False, True):
        whole = page(world, newest_first=newest).rows
        assert [row.since for row in whole] == sorted((row.since for row in whole), reverse=newest)
        first = page(world, newest_first=newest, limit=2)
        assert first.after
        rest = page(world, newest_first=newest, limit=2, after=first.after)
        assert (*first.rows, *rest.rows) == whole
        assert rest.after is None and rest.total == 3


def test_filters(world: World) -> None:
    callers = three_cases(world)
    assert [row.state for row in page(world, states=["passed"]).rows] == [State.PASSED]
    assert len(page(world, least_days=4).rows) == 2
    number = callers[1].seen.case and callers[1].seen.case.number
    assert number
    assert [row.number for row in page(world, number=number.lower()).rows] == [number]
    assert page(world, number="%").rows == ()


def test_rows_are_masked(world: World) -> None:
    three_cases(world)
    for row in page(world).rows:
        assert len(row.tin_last_four) == 4
        assert not {"QUINTERO", "ALBESCU", "EJEMPLO"} & set(row.name_masked.upper().split())
        assert row.owner == "Ana"


def test_a_held_case_and_back_with_both_reasons_on_its_timeline(world: World) -> None:
    caller = three_cases(world)[0]
    assert caller.seen.case
    case_id, before = caller.seen.case.id, state_of(world, caller.seen)
    reason = REASON[:200]
    held = world.send("sup", HoldCase(case_id=case_id, reason=reason))
    assert held.row.state is State.HELD
    assert {one.act: one.rule for one in held.offers} == {
        "hold_case": "case.held", "release_case": None, "close_case": None,
        "reveal": None, "flag_record": None, "unflag_record": "record.not_flagged",
    }  # fmt: skip
    released = world.send("sup", ReleaseCase(case_id=case_id, reason=reason))
    assert released.row.state is before
    newest = released.timeline[:2]
    assert [(one.event, one.values["reason"], one.who) for one in newest] == [
        ("release", reason, "Sup"), ("hold", reason, "Sup"),
    ]  # fmt: skip


def test_a_closed_case_is_closed(world: World) -> None:
    caller = three_cases(world)[0]
    assert caller.seen.case
    case_id = caller.seen.case.id
    with pytest.raises(Refused, match=r"case\.state"):
        world.send("sup", CloseCase(case_id=case_id, reason="without a hold"))
    world.send("sup", HoldCase(case_id=case_id, reason="doubt"))
    assert world.send("sup", CloseCase(case_id=case_id, reason="sure")).row.state is State.CLOSED
    with pytest.raises(Refused, match=r"case\.closed"):
        world.send("sup", HoldCase(case_id=case_id, reason="again"))
    world.later(days=1)  # a day of work again
    again = Caller(world, caller.who)
    again.reach_tax()
    assert again.seen.case and again.seen.case.id != case_id


def test_a_hold_stops_the_interview_and_a_release_lets_it_be_taken_up_again(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_tax()
    caller.tax()
    assert caller.seen.case
    case_id, score = caller.seen.case.id, ScoreInterview(call_id=caller.seen.call_id)
    world.send("sup", HoldCase(case_id=case_id, reason="a doubt"))
    with pytest.raises(Refused, match=r"call\.not_now"):
        caller.send(score)
    seen = world.send("ana", MyCall()).call
    assert seen and seen.due is Due.CLOSE
    world.send("sup", ReleaseCase(case_id=case_id, reason="no doubt"))
    caller.send(DropCall(call_id=caller.seen.call_id))
    caller.send(ResumeCall(call_id=caller.seen.call_id))
    assert caller.send(score).verdict is Verdict.PASSED


def test_a_call_ended_under_a_hold_leaves_a_case_that_can_go_on(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_tax()
    assert caller.seen.case
    world.send("sup", HoldCase(case_id=caller.seen.case.id, reason="a doubt"))
    caller.send(EndCall(call_id=caller.seen.call_id))
    world.send("sup", ReleaseCase(case_id=caller.seen.case.id, reason="no doubt"))
    again = Caller(world, MARISOL, "ben")
    again.reach_tax()
    again.tax()
    assert again.send(ScoreInterview(call_id=again.seen.call_id)).verdict is Verdict.PASSED


def test_an_interview_overtaken_by_another_call_is_over(world: World) -> None:
    """The line went dead; the caller phoned again and reached somebody else."""
    world.load(*MARISOL.records)
    first, second = Caller(world, MARISOL), Caller(world, MARISOL, "ben")
    first.reach_tax()
    first.tax()
    first.send(DropCall(call_id=first.seen.call_id))
    second.reach_tax()
    with pytest.raises(Refused, match=r"case\.busy"):
        first.send(ResumeCall(call_id=first.seen.call_id))
    second.tax()
    second.send(ScoreInterview(call_id=second.seen.call_id))
    second.send(EndCall(call_id=second.seen.call_id))
    assert first.send(ResumeCall(call_id=first.seen.call_id)).due is Due.CLOSE
    with pytest.raises(Refused, match=r"call\.not_now"):
        first.send(ScoreInterview(call_id=first.seen.call_id))
    first.send(EndCall(call_id=first.seen.call_id))
    assert state_of(world, second.seen) is State.PASSED


def test_a_look_at_a_case_names_it_on_the_trail(world: World) -> None:
    from assistor_console.store import tables as t

    caller = three_cases(world)[0]
    assert caller.seen.case
    envelope = world.envelope("sup")
    world.send("sup", SeeCase(case_id=caller.seen.case.id), envelope)
    with world.reading() as store:
        row = store.connection.execute(t.audit.select().where(t.audit.c.request == envelope.id)).one()
    assert (row.case_id, row.outcome, row.person) == (caller.seen.case.id, "seen", world.people["sup"])
