"""Revealing, flags and releases, and the alerts that supervisors read and close."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text, update

from assistor_console.desk.local import OperatorDesk
from assistor_console.domain.errors import Refused
from assistor_console.domain.terms import AccessReason, AlertKind, Role, State
from assistor_console.requests.access import (
    AlertPage,
    AlertSeen,
    CloseAlert,
    FlagRecord,
    RaiseAlert,
    ReleaseRecord,
    Reveal,
    SeeAlerts,
    UnflagRecord,
)
from assistor_console.requests.base import Reply, Request
from assistor_console.requests.intake import EndCall
from assistor_console.requests.letters import ConfirmMailed, ConfirmPrinted, LeaseRun
from assistor_console.requests.operate import Sweep
from assistor_console.requests.review import CloseCase, HoldCase, ReleaseCase, SeeCase
from assistor_console.requests.sign_in import SignIn
from assistor_console.requests.staff import LinkHousehold
from assistor_console.store import tables as t
from assistor_console.store.access import HOUSEHOLD
from tests.attacks.records import alerts, file_cases, link, opened, tin_of
from tests.callers import MARISOL, TEODOR, Caller
from tests.worlds import WHERE, World

WHY = "somebody asked about it"


def rule(world: World, who: str, request: Request[Reply]) -> str:
    with pytest.raises(Refused) as no:
        world.send(who, request)
    return no.value.refusal.rule


def referred(world: World) -> UUID:
    """A case of Marisol's, interviewed by ana."""
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_verdict(wrong=1)
    caller.send(EndCall(call_id=caller.seen.call_id))
    assert caller.seen.case
    return caller.seen.case.id


def test_what_is_masked_is_revealed_with_its_reason_on_the_trail(world: World) -> None:
    case_id, envelope = referred(world), world.envelope("sup")
    told = world.send("sup", Reveal(case_id=case_id, why=AccessReason.COMPLAINT), envelope)
    assert (told.tin, told.name, told.seconds) == (
        "123004417",
        "MARISOL A QUINTERO",
        world.policy.reveal_seconds,
    )
    assert told.address == "1184 LARKSPUR LN, FRESNO CA 93706-1234"
    assert "QUINTERO" not in repr(told) and "123004417" not in repr(told)
    with world.reading() as store:
        row = store.connection.execute(t.audit.select().where(t.audit.c.request == envelope.id)).one()
    assert (row.outcome, row.reason, row.case_id) == ("seen", "complaint", case_id)
    (bare,) = file_cases(world, 1, first=900)
    assert world.send("sup", Reveal(case_id=bare, why=AccessReason.TEST)).address == ""


def test_a_flag_is_set_and_taken_away_by_two_people(world: World) -> None:
    case_id = referred(world)
    assert rule(world, "sup", UnflagRecord(case_id=case_id, reason=WHY)) == "record.not_flagged"
    world.send("sup", FlagRecord(case_id=case_id, reason=WHY))
    assert rule(world, "ship", FlagRecord(case_id=case_id, reason=WHY)) == "record.flagged"
    seen = world.send("sup", SeeCase(case_id=case_id))
    assert seen.flagged and {one.act: one.rule for one in seen.offers}["unflag_record"] == "authority.flagger"
    assert rule(world, "sup", UnflagRecord(case_id=case_id, reason=WHY)) == "authority.flagger"
    world.send("ship", UnflagRecord(case_id=case_id, reason=WHY))
    seen = world.send("ship", SeeCase(case_id=case_id))
    assert not seen.flagged and [e.event for e in seen.timeline[:2]] == ["unflag", "flag"]
    world.send("ship", FlagRecord(case_id=case_id, reason="again"))
    world.send("sup", UnflagRecord(case_id=case_id, reason=WHY))


def told(world: World, who: str = "sup", **wanted: object) -> AlertPage:
    return world.send(who, SeeAlerts.model_validate(wanted))


def test_alerts_come_open_ones_first_and_page_by_page(world: World) -> None:
    cases = file_cases(world, 5)
    for case_id in cases:
        link(world, "ship", case_id, HOUSEHOLD)
        assert rule(world, "ship", SeeCase(case_id=case_id)) == "authority.own_record"
        world.later(minutes=1)
    newest = [alert.case_id for alert in told(world).alerts]
    assert newest == cases[::-1]
    for case_id in (cases[4], cases[1]):
        found = next(alert for alert in told(world).alerts if alert.case_id == case_id)
        world.send("sup", CloseAlert(alert_id=found.alert_id, note="spoke to her"))
    whole = told(world, open_only=False)
    assert [(a.open, a.case_id) for a in whole.alerts] == [
        *((True, cases[n]) for n in (3, 2, 0)), *((False, cases[n]) for n in (4, 1)),
    ]  # fmt: skip
    assert whole.open == 3 and whole.after is None
    closed = whole.alerts[-1]
    assert (closed.closed_by, closed.note, closed.closed_at) == ("Sup", "spoke to her", world.now)
    pages, after = [], None
    while True:
        page = told(world, open_only=False, after=after, limit=1)
        pages += [alert.alert_id for alert in page.alerts]
        after = page.after
        if after is None:
            break
    assert pages == [alert.alert_id for alert in whole.alerts]
    behind = told(world, after=whole.alerts[1].alert_id)
    assert [alert.case_id for alert in behind.alerts] == [cases[0]]
    assert told(world, after=whole.alerts[-1].alert_id).alerts == ()
    assert told(world, after=uuid4()).alerts == whole.alerts[:3]


def test_what_happens_again_raises_the_count_until_somebody_looked_into_it(world: World) -> None:
    (case_id,) = file_cases(world, 1)
    link(world, "ship", case_id, HOUSEHOLD)
    for _ in range(3):
        rule(world, "ship", SeeCase(case_id=case_id))
        world.later(seconds=10)
    (alert,) = told(world).alerts
    assert (alert.times, alert.last_at - alert.at) == (3, timedelta(seconds=20))
    world.send("sup", CloseAlert(alert_id=alert.alert_id, note="spoke to her"))
    assert rule(world, "sup", CloseAlert(alert_id=alert.alert_id, note="again")) == "alert.closed"
    rule(world, "ship", SeeCase(case_id=case_id))
    (anew,) = told(world).alerts
    assert anew.alert_id != alert.alert_id and anew.times == 1


def of_records(page: AlertPage) -> list[AlertSeen]:
    """Those about a record that was opened: who links a household is reported too."""
    return [alert for alert in page.alerts if alert.kind is not AlertKind.HOUSEHOLD]


def test_of_one_s_household_a_supervisor_sees_the_fact_alone_and_of_oneself_nothing(world: World) -> None:
    """Nobody hides from a colleague what is done to a record by saying that it is of their household."""
    world.hire("sue", Role.SUPERVISOR)
    (case_id,) = file_cases(world, 1)
    link(world, "ship", case_id, HOUSEHOLD)
    rule(world, "ship", SeeCase(case_id=case_id))
    world.send("ship", LinkHousehold(person=world.people["sue"], household=(tin_of(world, case_id),)))
    (alert,) = of_records(told(world))
    assert (alert.case_id, alert.values, alert.withheld) == (case_id, {"act": "see_case"}, False)
    page = told(world, "ship", open_only=False)
    assert (page.alerts, page.open) == ((), 0)
    page = told(world, "sue")
    (fact,) = of_records(page)
    assert (page.open, fact.kind, fact.who, fact.times) == (2, AlertKind.OWN_RECORD, "Ship", 1)
    assert (fact.case_id, fact.case_number, fact.values, fact.may_release) == (None, "", {}, False)
    assert fact.withheld
    close = CloseAlert(alert_id=alert.alert_id, note="nothing in it")
    release = ReleaseRecord(alert_id=alert.alert_id, reason=WHY)
    assert {rule(world, "ship", request) for request in (close, release)} == {"alert.unknown"}
    assert {rule(world, "sue", request) for request in (close, release)} == {"alert.household"}
    assert rule(world, "sup", ReleaseRecord(alert_id=alert.alert_id, reason=WHY)) == "alert.not_released"
    assert rule(world, "sup", CloseAlert(alert_id=uuid4(), note="what is it")) == "alert.unknown"
    world.send("sup", close)
    (closed,) = of_records(told(world, "sue", open_only=False))
    assert (closed.open, closed.note, closed.closed_by) == (False, "", "Sup")


def test_who_is_among_the_openers_closes_no_report_of_it_and_who_looks_into_it_may(world: World) -> None:
    (case_id,) = file_cases(world, 1)
    for number in range(world.policy.cluster_staff - 1):
        world.hire(f"looker {number}", Role.SUPERVISOR)
        world.send(f"looker {number}", SeeCase(case_id=case_id))
    world.send("sup", SeeCase(case_id=case_id))
    (alert,) = alerts(world, "sup", AlertKind.CLUSTER)
    close = CloseAlert(alert_id=alert.alert_id, note="nothing in it")
    assert {rule(world, who, close) for who in ("sup", "looker 0")} == {"alert.opener"}
    world.later(minutes=2 * world.policy.cluster_minutes)
    OperatorDesk(world.beside, "desk", Role.SYSTEM).send(Sweep())
    assert rule(world, "sup", close) == "alert.opener", "waiting does not help"
    world.send("ship", SeeCase(case_id=case_id))
    world.send("ship", close)
    assert not alerts(world, "sup")
    assert OperatorDesk(world.beside, "desk", Role.SYSTEM).send(Sweep()).opens == world.policy.cluster_staff


def test_what_happens_again_makes_no_number_smaller(world: World) -> None:
    said: tuple[dict[str, str | int], ...]
    said = ({"people": 9, "act": "a"}, {"people": 4, "minutes": 7, "act": "b"})
    for values in said:
        with world.database.write() as store:
            store.alerts.raise_(AlertKind.CLUSTER, world.now, record=b"of somebody", values=values)
    (alert,) = told(world).alerts
    assert (alert.times, alert.values) == (2, {"people": 9, "minutes": 7, "act": "b"})


def test_a_release_of_what_no_case_is_about_is_noted_nowhere(world: World) -> None:
    """A flagged TIN that somebody typed: no case was opened for it."""
    with world.database.write() as store:
        key = store.access.key("123004417")
        store.access.flag(key, world.people["ship"], WHY, world.now)
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.start()
    caller.eligible()
    with pytest.raises(Refused, match=r"authority\.flagged"):
        caller.identify()
    (alert,) = told(world).alerts
    assert (alert.case_id, alert.case_number, alert.may_release) == (None, "", True)
    world.send("sup", ReleaseRecord(alert_id=alert.alert_id, reason=WHY))
    again = Caller(world, MARISOL)
    caller.send(EndCall(call_id=caller.seen.call_id))
    assert again.reach_verdict().case


def test_a_lock_out_is_reported_about_whoever_has_the_staff_id(world: World) -> None:
    for staff_id in (world.staff_id("ana"), "0000000000"):
        for _ in range(world.policy.sign_in_attempts):
            with pytest.raises(Refused):
                world.send("", SignIn(staff_id=staff_id, password="not it at all", code="123456"))
    found = alerts(world, "sup", AlertKind.LOCKED_OUT)
    assert sorted((alert.who, alert.times) for alert in found) == [("", 1), ("Ana", 1)]
    assert all("0000000000" not in str(alert) for alert in found)


def test_whoever_goes_on_trying_while_locked_out_leaves_one_row_and_no_report(world: World) -> None:
    """Anybody may send it, without a session: it must not fill the desk."""
    wrong = SignIn(staff_id=world.staff_id("ana"), password="not it at all", code="123456")
    for _ in range(world.policy.sign_in_attempts):
        assert rule(world, "", wrong) == "sign_in.wrong"
    before = trail_rows(world)
    for _ in range(5):
        assert rule(world, "", wrong) == "attempts.sign_in"
    assert trail_rows(world) - before == 5
    assert [alert.times for alert in alerts(world, "sup", AlertKind.LOCKED_OUT)] == [1]
    world.later(minutes=world.policy.sign_in_minutes)
    for _ in range(world.policy.sign_in_attempts):
        assert rule(world, "", wrong) == "sign_in.wrong"
    assert [alert.times for alert in alerts(world, "sup", AlertKind.LOCKED_OUT)] == [2]


def trail_rows(world: World) -> int:
    with world.reading() as store:
        return int(store.connection.execute(text("select count(*) from audit")).scalar_one())


def test_the_desk_reports_by_itself(world: World) -> None:
    desk = OperatorDesk(world.beside, "desk", Role.SYSTEM)
    desk.send(RaiseAlert(kind=AlertKind.TRAIL, values={"row": 7}))
    desk.send(RaiseAlert(kind=AlertKind.TRAIL, values={"row": 9}))
    (alert,) = told(world).alerts
    assert (alert.kind, alert.times, alert.who, alert.values) == (AlertKind.TRAIL, 2, "", {"row": 9})


def test_openings_are_swept_once_no_rule_looks_at_them(world: World) -> None:
    first, second = file_cases(world, 2)
    world.send("sup", SeeCase(case_id=first))
    world.later(minutes=world.policy.cluster_minutes)
    world.send("sup", SeeCase(case_id=second))
    desk = OperatorDesk(world.beside, "desk", Role.SYSTEM)
    assert desk.send(Sweep()).opens == 0
    world.later(minutes=1)
    assert desk.send(Sweep()).opens == 1
    assert opened(world, "sup") == 1


def promoted(world: World, who: str, role: Role) -> None:
    """Somebody who has another role from now on."""
    with world.database.write() as store:
        person = store.people.get(world.people[who])
        assert person
        store.people.save(replace(person, role=role))
        store.connection.execute(update(t.people).where(t.people.c.id == person.id).values(role=role.value))
        store.sessions.open(person.id, world.tokens[who], world.now, world.now + timedelta(days=9), "")


@pytest.mark.parametrize("world", WHERE[:2], indirect=True)
def test_who_had_a_hand_in_a_case_prints_none_of_its_letters_and_who_prints_approves_nothing(
    world: World,
) -> None:
    world.load(*MARISOL.records, *TEODOR.records)
    issued = []
    for one, assistor in ((MARISOL, "ana"), (TEODOR, "ben")):
        caller = Caller(world, one, assistor)
        caller.reach_verdict()
        caller.issue()
        issued.append(caller.send(EndCall(call_id=caller.seen.call_id)).case)
    mine, theirs = issued
    assert mine and theirs
    world.send("sup", HoldCase(case_id=theirs.id, reason=WHY))
    world.send("sup", ReleaseCase(case_id=theirs.id, reason=WHY))
    promoted(world, "ana", Role.SUPERVISOR)
    for who in ("sup", "ana"):  # one let the second case go on, the other interviewed the first
        run = world.send(who, LeaseRun())
        assert run.letters == 1
        if who == "sup":
            assert rule(world, who, LeaseRun()) == "run.for_others"
        world.send(who, ConfirmPrinted(run_id=run.run_id, letters=1))
        world.send(who, ConfirmMailed(run_id=run.run_id, letters=1))
    for case in (mine, theirs):
        world.send("ship", HoldCase(case_id=case.id, reason=WHY))
    assert rule(world, "ana", ReleaseCase(case_id=mine.id, reason=WHY)) == "authority.interviewer"
    for who, case in (("sup", mine), ("ana", theirs)):
        for request in (ReleaseCase, CloseCase):
            assert rule(world, who, request(case_id=case.id, reason=WHY)) == "authority.printer"
    assert world.send("ship", ReleaseCase(case_id=mine.id, reason=WHY)).row.state is State.LETTER_MAILED
