"""Row 17: 500 record opens in an hour; own, spouse's or flagged record.

The first are throttled and a supervisor is alerted; the others are blocked and reported.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from assistor_console.domain.access import FLAGGED, OWN, THROTTLED
from assistor_console.domain.errors import Refused
from assistor_console.domain.offers import ALWAYS
from assistor_console.domain.records import Filer, TaxReturn
from assistor_console.domain.terms import AccessReason, AlertKind, Language, Reason, Role, Topic
from assistor_console.requests.access import FlagRecord, ReleaseRecord, Reveal, SeeAlerts
from assistor_console.requests.intake import DropCall, EndCall, FindCases, MyCall, StartCall, TakeCase
from assistor_console.requests.interview import IdentifyCaller
from assistor_console.requests.letters import LeaseRun, RunDocument, SeeLetters
from assistor_console.requests.review import Queue, SeeCase, SeeQueue
from assistor_console.requests.visits import SeeVisit, SeeVisits
from assistor_console.store import tables as t
from assistor_console.store.access import HOUSEHOLD
from assistor_console.store.access import OWN as ONES_OWN
from tests.attacks.records import alerts, file_cases, link, opened, outcomes, rule_of, shows, tin_of
from tests.callers import MARISOL, TEODOR, Caller
from tests.desk.made_requests import minimal
from tests.desk.matrix import KINDS
from tests.journeys import book
from tests.worlds import WHERE, World, world

__all__ = ["world"]

HOUR = 3600
on_both = pytest.mark.parametrize("world", [WHERE[0], WHERE[2]], indirect=True)
on_sqlite = pytest.mark.parametrize("world", WHERE[:1], indirect=True)
on_postgresql = pytest.mark.parametrize("world", WHERE[1:2], indirect=True)
ABOUT_A_CASE = [kind for kind in KINDS.values() if {"case_id", "call_id"} & set(kind.model_fields)]
ABOUT_A_CALL = [kind for kind in ABOUT_A_CASE if "call_id" in kind.model_fields and kind is not TakeCase]


@on_both
def test_row_17_500_opens_in_an_hour_are_throttled_and_reported(world: World) -> None:
    cases, most = file_cases(world, 500), world.policy.record_opens
    refused: list[Refused] = []
    for case_id in cases:
        try:
            world.send("sup", SeeCase(case_id=case_id))
        except Refused as no:
            refused.append(no)
        world.later(seconds=HOUR / 500)
    assert len(refused) == 500 - most
    assert {no.refusal.rule for no in refused} == {THROTTLED}
    assert refused[0].refusal.clears_at and refused[0].refusal.clears_at > world.now - timedelta(minutes=60)
    assert outcomes(world, "sup").count("seen") == most
    assert outcomes(world, "sup").count(THROTTLED) == 500 - most
    (alert,) = alerts(world, "ship", AlertKind.THROTTLED)
    assert (alert.times, alert.who, alert.values["act"]) == (500 - most, "Sup", "see_case")
    assert not alerts(world, "sup", AlertKind.THROTTLED), "about oneself"
    world.later(hours=1)
    assert rule_of(world, "sup", SeeCase(case_id=cases[-1])) is None


@on_postgresql
def test_row_17_consoles_at_once_get_no_more(world: World) -> None:
    cases, most = file_cases(world, 2 * world.policy.record_opens), world.policy.record_opens
    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(lambda case: rule_of(world, "sup", SeeCase(case_id=case)), cases))
    assert (told.count(None), told.count(THROTTLED)) == (most, len(cases) - most)


@on_both
def test_row_17_a_page_that_looks_each_second_opens_once(world: World) -> None:
    case_id, *others = file_cases(world, world.policy.record_opens + 1)
    for _ in range(90):
        world.send("sup", SeeCase(case_id=case_id))
        world.later(seconds=1)
    assert opened(world, "sup") == 1
    for other in others[:-1]:
        world.send("sup", SeeCase(case_id=other))
    assert rule_of(world, "sup", Reveal(case_id=others[-1], why=AccessReason.COMPLAINT)) == THROTTLED
    assert rule_of(world, "sup", SeeCase(case_id=case_id)) is None, "still the page it was"
    assert opened(world, "sup") == world.policy.record_opens + 1, "what was refused counts too"


@on_sqlite
@pytest.mark.parametrize("kind", ["own", "spouse", "flagged"])
def test_row_17_no_request_shows_an_own_a_spouse_s_or_a_flagged_record(world: World, kind: str) -> None:
    """Every request that names a case or a call, and every one that opens, by every role that may send it."""
    world.hire("desk", Role.TAC, "fresno-ca")
    world.load(*MARISOL.records, *TEODOR.records)
    caller, free = Caller(world, MARISOL), Caller(world, TEODOR, "ben")
    caller.reach_verdict(wrong=1)
    book(world, caller)
    free.start(Reason.RETURN_AFTER_VISIT)
    assert caller.seen.case
    case_id = caller.seen.case.id
    by_role = {Role.ASSISTOR: "ana", Role.TAC: "desk", Role.SUPERVISOR: "ship"}
    _close(world, kind, case_id, [*by_role.values(), "ben"])
    rule = FLAGGED if kind == "flagged" else OWN
    reported = AlertKind.FLAGGED_RECORD if kind == "flagged" else AlertKind.OWN_RECORD
    tried = []
    for request in sorted(ABOUT_A_CASE, key=lambda one: one.act()):
        for role in sorted(request.allow & set(by_role)):
            if kind == "flagged" and role is Role.SUPERVISOR or request.act() in ALWAYS:
                continue
            sender, call = by_role[role], caller.seen.call_id
            if request is TakeCase:
                sender, call = "ben", free.seen.call_id
            named = {"case_id": case_id, "call_id": call}
            given = {name: id for name, id in named.items() if name in request.model_fields}
            made = minimal(request, **given)
            assert rule_of(world, sender, made) == rule, (request.act(), role)
            tried.append(request.act())
    by_number = FindCases(call_id=free.seen.call_id, number=caller.seen.case.number)
    by_name = FindCases(call_id=free.seen.call_id, name="Marisol Quintero", born=date(1978, 3, 4))
    assert {rule_of(world, "ben", search) for search in (by_number, by_name)} == {rule}
    spared = {one.act() for one in ABOUT_A_CASE if kind == "flagged" and one.allow == {Role.SUPERVISOR}}
    assert {one.act() for one in ABOUT_A_CASE} - set(tried) == ALWAYS | spared
    told = alerts(world, "sup", reported)
    assert sum(alert.times for alert in told) == len(tried) + 2
    assert {alert.case_id for alert in told} == {case_id}
    assert {alert.who for alert in told} == {"Ana", "Ben", "Desk", *(() if kind == "flagged" else ("Ship",))}
    _lists_show_nothing(world, kind, caller, by_role)


def _close(world: World, kind: str, case_id: UUID, people: list[str]) -> None:
    """The record is each one's own, of each one's household, or flagged."""
    if kind == "flagged":
        world.send("sup", FlagRecord(case_id=case_id, reason="a public figure"))
        return
    for who in people:
        link(world, who, case_id, ONES_OWN if kind == "own" else HOUSEHOLD)


def _lists_show_nothing(world: World, kind: str, caller: Caller, by_role: dict[Role, str]) -> None:
    """Lists leave the record out or show no name; a call about it can be ended, and nothing else."""
    assert caller.seen.case
    number = caller.seen.case.number
    told = ("Quintero", "QUINTERO", "QUIN", "Marisol", "MARISOL", "4417", number)
    day = world.send(by_role[Role.TAC], SeeVisits(day=date(2017, 12, 15)))
    assert [(visit.number, visit.name) for visit in day.visits] == [(number, "")]
    if kind != "flagged":
        page = world.send(by_role[Role.SUPERVISOR], SeeQueue(queue=Queue.OPEN))
        assert (page.rows, page.total) == ((), 1)
    mine = world.send("ana", MyCall())
    assert mine.call and not shows(mine, told)
    assert {offer.act for offer in mine.call.offers if offer.rule is None} == {"drop_call", "end_call"}
    for request in (DropCall, EndCall):
        assert not shows(world.send("ana", request(call_id=caller.seen.call_id)), told)


@on_sqlite
def test_row_17_a_tin_that_is_typed_is_refused_before_there_is_a_case(world: World) -> None:
    """Own and household, whatever name is said; and who files jointly with the assistor, undeclared."""
    spouse = Filer("123004990", "SAM<QUINTERO", "QUIN", date(1977, 1, 2))
    joint = [replace(r, spouse=spouse) for r in MARISOL.records if isinstance(r, TaxReturn)]
    world.load(*joint, *TEODOR.records)
    with world.database.write() as store:
        store.access.link(world.people["ana"], TEODOR.filer.tin, HOUSEHOLD)
        store.access.link(world.people["ana"], spouse.tin, ONES_OWN)
    for tin, name in ((TEODOR.tin, TEODOR.name), (TEODOR.tin, "Nobody Atall"), (MARISOL.tin, MARISOL.name)):
        caller = Caller(world, TEODOR)
        caller.start()
        caller.eligible()
        caller.answer(1, tin)
        caller.answer(2, name)
        assert rule_of(world, "ana", IdentifyCaller(call_id=caller.seen.call_id)) == OWN
        caller.send(EndCall(call_id=caller.seen.call_id))
    told = alerts(world, "sup", AlertKind.OWN_RECORD)
    assert sorted((alert.who, alert.times, alert.case_id) for alert in told) == [
        ("Ana", 1, None), ("Ana", 2, None),
    ]  # fmt: skip
    assert opened(world, "ana") == 2, "what was refused counts too"
    assert not [alert for alert in told if shows(alert, (TEODOR.filer.tin, MARISOL.filer.tin, spouse.tin))]


@on_both
def test_row_17_a_flagged_record_is_released_to_one_person_for_a_while(world: World) -> None:
    world.load(*MARISOL.records)
    first = Caller(world, MARISOL)
    first.reach_verdict(wrong=1)
    first.send(EndCall(call_id=first.seen.call_id))
    assert first.seen.case
    case_id = first.seen.case.id
    world.send("sup", FlagRecord(case_id=case_id, reason="a public figure"))
    assert world.send("ship", SeeCase(case_id=case_id)).flagged, "supervisors need no release"
    take = {who: _return_call(world, who, case_id) for who in ("ana", "ben")}
    assert {rule_of(world, who, take[who]) for who in take} == {FLAGGED}
    mine = next(a for a in alerts(world, "sup", AlertKind.FLAGGED_RECORD) if a.who == "Ana")
    assert mine.may_release and mine.case_number == first.seen.case.number
    world.send("sup", ReleaseRecord(alert_id=mine.alert_id, reason="ana serves this caller"))
    assert [a.who for a in alerts(world, "sup", AlertKind.FLAGGED_RECORD)] == ["Ben"]
    assert rule_of(world, "ana", take["ana"]) is None
    assert rule_of(world, "ben", take["ben"]) == FLAGGED
    assert "release_record" in [e.event for e in world.send("sup", SeeCase(case_id=case_id)).timeline]
    world.later(minutes=world.policy.release_minutes)
    call = world.send("ana", MyCall()).call
    assert call and call.case is None
    assert rule_of(world, "ana", minimal(KINDS["see_call"], call_id=call.call_id)) == FLAGGED


def _return_call(world: World, who: str, case_id: UUID) -> TakeCase:
    seen = world.send(who, StartCall(language=Language.EN, reason=Reason.RETURN_AFTER_VISIT))
    return TakeCase(call_id=seen.call_id, case_id=case_id)


@on_both
def test_row_17_clusters_are_reported_and_refuse_nothing(world: World) -> None:
    policy = world.policy
    same = file_cases(world, policy.cluster_names + 1, control="SMITHERS")
    for case_id in same[:-2]:
        world.send("sup", SeeCase(case_id=case_id))
    assert not alerts(world, "ship")
    for case_id in same[-2:]:
        world.send("sup", SeeCase(case_id=case_id))
    (names,) = alerts(world, "ship", AlertKind.CLUSTER)
    assert (names.who, names.times, names.values["records"]) == ("Sup", 2, len(same))
    (one,) = file_cases(world, 1, first=900)
    people = [f"looker {number}" for number in range(policy.cluster_staff)]
    for who in people:
        world.hire(who, Role.SUPERVISOR)
        world.send(who, SeeCase(case_id=one))
    (staff,) = [alert for alert in alerts(world, "ship", AlertKind.CLUSTER) if alert.case_id]
    assert (staff.who, staff.case_id, staff.values["people"]) == ("", one, len(people))


@on_sqlite
def test_row_17_an_alert_reaches_live_pages_by_the_board_and_by_the_trail(world: World) -> None:
    (case_id,) = file_cases(world, 1)
    link(world, "sup", case_id, HOUSEHOLD)
    heard: list[Topic] = []
    world.pipeline.board.listen({Topic.ALERTS}, heard.append)
    world.send("ship", SeeCase(case_id=case_id))
    assert heard == []
    assert rule_of(world, "sup", SeeCase(case_id=case_id)) == OWN
    assert heard == [Topic.ALERTS]
    with world.reading() as store:
        rows = store.connection.execute(t.audit.select().where(t.audit.c.act == "raise_alert")).all()
    assert [(row.outcome, row.role, row.person, row.case_id) for row in rows] == [
        ("done", "system", None, case_id)
    ]  # fmt: skip
    assert KINDS["raise_alert"].touches == {Topic.ALERTS}


@on_sqlite
def test_row_17_letters_of_one_s_household_wait_for_a_colleague(world: World) -> None:
    world.load(*MARISOL.records, *TEODOR.records)
    for who in (MARISOL, TEODOR):
        caller = Caller(world, who)
        caller.reach_verdict()
        caller.issue()
        caller.send(EndCall(call_id=caller.seen.call_id))
        assert caller.seen.case
        if who is MARISOL:
            link(world, "ship", caller.seen.case.id, HOUSEHOLD)
    seen = world.send("ship", SeeLetters())
    assert (len(seen.letters), seen.queued) == (1, 2) and not shows(seen.letters, ("QUIN", "MARISOL"))
    run = world.send("ship", LeaseRun())
    assert run.letters == 1
    assert rule_of(world, "ship", LeaseRun()) == "run.for_others"
    assert world.send("sup", LeaseRun()).letters == 1
    assert rule_of(world, "sup", LeaseRun()) == "run.nothing_queued"
    with world.database.write() as store:
        store.access.link(world.people["ship"], TEODOR.filer.tin, HOUSEHOLD)
    assert rule_of(world, "ship", RunDocument(run_id=run.run_id)) == OWN
    assert (
        tin_of(world, alerts(world, "sup", AlertKind.OWN_RECORD)[0].case_id or UUID(int=0))
        == TEODOR.filer.tin
    )


def test_row_17_every_kind_that_opens_is_walked() -> None:
    """Whoever adds one adds how it is tried here."""
    opens = {kind.act() for kind in KINDS.values() if kind.opens}
    assert opens == {"see_case", "reveal", "take_case", "identify_caller", "find_cases", "see_visit"}
    assert SeeVisit in ABOUT_A_CASE and SeeAlerts not in ABOUT_A_CASE
