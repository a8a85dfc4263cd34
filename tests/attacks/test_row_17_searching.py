"""Row 17: browsing by searches, visitors and numbers: each record that is shown is one opened."""

from datetime import date
from uuid import UUID

import pytest

from assistor_console.domain.access import THROTTLED
from assistor_console.domain.terms import AlertKind, Language, Reason
from assistor_console.requests.intake import FindCases, StartCall, TakeCase
from assistor_console.requests.interview import IdentifyCaller
from assistor_console.requests.review import Queue, SeeQueue
from assistor_console.requests.visits import SeeVisit, SeeVisits
from assistor_console.store import tables as t
from assistor_console.store.access import OWN as ONES_OWN
from tests.attacks.records import alerts, file_cases, link, opened, rule_of
from tests.callers import MARISOL, Caller
from tests.journeys import book
from tests.worlds import WHERE, World, world

__all__ = ["world"]

HOUR = 3600
on_both = pytest.mark.parametrize("world", [WHERE[0], WHERE[2]], indirect=True)
on_sqlite = pytest.mark.parametrize("world", WHERE[:1], indirect=True)
on_postgresql = pytest.mark.parametrize("world", WHERE[1:2], indirect=True)


@on_both
def test_row_17_walking_case_numbers_opens_each_case_it_shows(world: World) -> None:
    cases, most = file_cases(world, 60), world.policy.record_opens
    seen = world.send("ben", StartCall(language=Language.EN, reason=Reason.RETURN_AFTER_VISIT))
    told = [
        rule_of(world, "ben", FindCases(call_id=seen.call_id, number=f"EP-17-{n:06d}")) for n in range(1, 61)
    ]
    assert told == [None] * most + [THROTTLED] * (60 - most)
    with world.reading() as store:
        rows = store.connection.execute(t.audit.select().where(t.audit.c.act == "find_cases")).all()
    assert [row.case_id for row in rows if row.outcome == "done"] == cases[:most]
    assert alerts(world, "sup", AlertKind.THROTTLED)


@on_sqlite
def test_row_17_a_search_opens_every_case_it_finds_and_the_taken_one_no_second_time(world: World) -> None:
    cases = file_cases(world, 2, control="SMITHERS", born=date(1980, 2, 3))
    seen = world.send("ben", StartCall(language=Language.EN, reason=Reason.RETURN_AFTER_VISIT))
    search = FindCases(call_id=seen.call_id, name="Ana Smithers", born=date(1980, 2, 3))
    found = world.send("ben", search).cases
    assert {one.case_id for one in found} == set(cases) and opened(world, "ben") == 2
    with world.reading() as store:
        rows = store.connection.execute(t.audit.select().where(t.audit.c.act == "find_cases")).all()
    assert {row.case_id for row in rows} == set(cases) and len(rows) == 2
    world.send("ben", TakeCase(call_id=seen.call_id, case_id=cases[0]))
    assert opened(world, "ben") == 2


@on_both
def test_row_17_a_visitor_is_opened_and_cannot_be_read_for_ever(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_verdict(wrong=1)
    book(world, caller)
    assert caller.seen.case
    case_id, day = caller.seen.case.id, date(2017, 12, 15)
    assert world.send("tac", SeeVisit(case_id=case_id)).visit.name and opened(world, "tac") == 1
    world.later(days=4 + world.policy.visits_days_back)
    for request in (SeeVisit(case_id=case_id), SeeVisits(day=day)):
        assert rule_of(world, "tac", request) is None
    world.later(days=1)
    for request in (SeeVisit(case_id=case_id), SeeVisits(day=day), SeeVisits(day=date.max)):
        assert rule_of(world, "tac", request) == "visit.day"


@on_sqlite
def test_row_17_a_search_by_number_does_not_tell_where_one_s_own_case_stands(world: World) -> None:
    cases = file_cases(world, 12)
    link(world, "sup", cases[4], ONES_OWN)
    own, held = SeeQueue(queue=Queue.REFERRED, number="EP-17-000005"), SeeQueue(queue=Queue.HELD)
    page, nothing = world.send("sup", own), world.send("sup", held.model_copy(update={"number": own.number}))
    assert page == nothing and (page.total, page.after) == (0, None)
    assert world.send("sup", own.model_copy(update={"limit": 1})) == page
    found: list[UUID] = []
    part = SeeQueue(queue=Queue.REFERRED, number="EP-17-00000", limit=3)
    while True:
        page = world.send("sup", part)
        assert page.total == 8 and len(page.rows) in (2, 3)
        found += [one.case_id for one in page.rows]
        if page.after is None:
            break
        part = part.model_copy(update={"after": page.after})
    assert sorted(found) == sorted(cases[:4] + cases[5:9])
    assert world.send("sup", SeeQueue(queue=Queue.REFERRED)).total == 12, "as the queue's number says"


@on_sqlite
def test_row_17_who_may_open_no_more_tries_no_caller_and_spends_no_attempt(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.start()
    caller.eligible()
    caller.answer(1, MARISOL.tin)
    caller.answer(2, MARISOL.name)
    with world.database.write() as store:
        for number in range(world.policy.record_opens):
            store.opens.add(world.people["ana"], store.access.key(f"90000{number:04d}"), world.now)
    for _ in range(world.policy.identify_attempts + 1):
        assert rule_of(world, "ana", IdentifyCaller(call_id=caller.seen.call_id)) == THROTTLED
        world.later(minutes=1)
    world.later(minutes=world.policy.record_opens_minutes)
    assert rule_of(world, "ana", IdentifyCaller(call_id=caller.seen.call_id)) is None
