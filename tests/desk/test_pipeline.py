"""What the pipeline does with every request: once, by whom, on the trail, and what a retry gets."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select

from assistor_console.composing import pipeline_over
from assistor_console.desk.local import LocalDesk
from assistor_console.desk.pipeline import handlers
from assistor_console.desk.work import Work
from assistor_console.domain.errors import AlreadyDone, Refused, Trouble
from assistor_console.domain.terms import Language, Reason, Topic
from assistor_console.requests.base import Envelope
from assistor_console.requests.intake import MyCall, SeeCall, SetLanguage, StartCall, TakeCase
from assistor_console.requests.interview import ScoreInterview
from assistor_console.requests.sign_in import Hello, SignIn, SignOut
from assistor_console.services import intake, staff
from assistor_console.store import tables as t
from assistor_console.store.database import Database
from assistor_console.store.leaves import leaf
from tests.callers import MARISOL, Caller
from tests.journeys import book, phones_again, verify
from tests.worlds import PASSWORD, World

START_CALL = StartCall(language=Language.EN, reason=Reason.NEW_PROOFING)


def trail(database: Database, request: UUID | None = None) -> list[Any]:
    """Audit rows, oldest first."""
    wanted = select(t.audit).order_by(t.audit.c.id)
    if request:
        wanted = wanted.where(t.audit.c.request == request)
    with database.read() as store:
        return list(store.connection.execute(wanted))


def calls(world: World) -> int:
    with world.reading() as store:
        return len(store.connection.execute(select(t.calls.c.id)).all())


def test_the_same_envelope_again_is_the_same_act(world: World) -> None:
    envelope = world.envelope("ana")
    first = world.send("ana", START_CALL, envelope)
    world.later(minutes=1)
    assert world.send("ana", START_CALL, envelope) == first
    assert calls(world) == 1
    assert [row.outcome for row in trail(world.database, envelope.id)] == ["done"]


def test_other_content_under_the_same_id_is_refused(world: World) -> None:
    envelope = world.envelope("ana")
    world.send("ana", START_CALL, envelope)
    other = StartCall(language=Language.ES, reason=Reason.NEW_PROOFING)
    with pytest.raises(Refused, match=r"request\.id_reused"):
        world.send("ana", other, envelope)


def test_another_act_under_the_same_id_is_refused(world: World) -> None:
    envelope = world.envelope("ana")
    world.send("ana", START_CALL, envelope)
    with pytest.raises(Refused, match=r"request\.id_reused"):
        world.send("ana", SignOut(), envelope)
    world.send("ana", MyCall())


def test_another_console_cannot_read_the_reply(world: World) -> None:
    envelope = world.envelope("ana")
    world.send("ana", START_CALL, envelope)
    with pytest.raises(Refused, match=r"request\.id_reused"):
        world.send("ana", START_CALL, Envelope(envelope.token, envelope.id))


def test_a_purged_reply_is_already_done(world: World) -> None:
    envelope = world.envelope("ana")
    world.send("ana", START_CALL, envelope)
    with world.database.write() as store:
        assert store.remembered.purge(world.now + timedelta(days=1)) > 0
    with pytest.raises(AlreadyDone):
        world.send("ana", START_CALL, envelope)
    assert calls(world) == 1
    assert [row.outcome for row in trail(world.database, envelope.id)] == ["done", "already_done"]


def test_a_trial_whose_reply_is_purged_is_already_done_too(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_tax()
    caller.tax()
    envelope = world.envelope("ana")
    score = ScoreInterview(call_id=caller.seen.call_id)
    world.send("ana", score, envelope)
    with world.database.write() as store:
        store.remembered.purge(world.now + timedelta(days=1))
    with pytest.raises(AlreadyDone):
        world.send("ana", score, envelope)


def test_a_refusal_is_on_the_trail_with_its_rule(world: World) -> None:
    seen = world.send("ana", START_CALL)
    envelope = world.envelope("ben")
    with pytest.raises(Refused, match=r"call\.not_yours"):
        world.send("ben", SetLanguage(call_id=seen.call_id, language=Language.ES), envelope)
    (row,) = trail(world.database, envelope.id)
    assert (row.act, row.outcome, row.role) == ("set_language", "call.not_yours", "assistor")
    assert (row.person, row.call_id, row.console) == (world.people["ben"], seen.call_id, "console of ben")


def test_a_look_is_on_the_trail(world: World) -> None:
    seen = world.send("ana", START_CALL)
    envelope = world.envelope("ana")
    world.send("ana", SeeCall(call_id=seen.call_id), envelope)
    (row,) = trail(world.database, envelope.id)
    assert (row.act, row.outcome, row.person) == ("see_call", "seen", world.people["ana"])


def test_the_trail_names_the_case_that_was_taken(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_verdict(wrong=1)
    book(world, caller)
    verify(world, caller)
    with pytest.raises(Refused, match=r"case\.busy"):
        phones_again(world, caller)
    row = next(r for r in reversed(trail(world.database)) if r.act == "take_case")
    assert caller.seen.case
    assert (row.outcome, row.case_id) == ("case.busy", caller.seen.case.id)


def test_a_bug_is_told_by_a_number_and_changes_nothing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise LookupError("123-00-4417")

    monkeypatch.setattr(intake, "call_seen", broken)
    envelope = world.envelope("ana")
    with pytest.raises(Trouble) as told:
        world.send("ana", START_CALL, envelope)
    assert told.value.code == "desk.bug"
    (row,) = trail(world.database, envelope.id)
    assert row.outcome == f"bug {told.value.values['id']}"
    assert calls(world) == 0
    monkeypatch.undo()
    world.send("ana", START_CALL, envelope)
    assert calls(world) == 1


def test_a_bug_s_log_holds_nothing_that_was_typed(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(typed: str, kept: str | None) -> bool:
        raise LookupError(typed)

    monkeypatch.setattr("assistor_console.services.sign_in.matches", broken)
    with pytest.raises(Trouble, match=r"desk\.bug"):
        world.send("", SignIn(staff_id="1", password="hunter2", code="123456"))
    assert "bug" in caplog.text
    assert "hunter2" not in caplog.text


def test_a_broken_constraint_is_a_bug_not_a_lost_database(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(work: Work, *_: object) -> None:
        row = {"request": work.request, "sealed": b"", "at": 0}
        work.store.connection.execute(t.remembered.insert(), [row, row])

    monkeypatch.setattr(intake, "call_seen", broken)
    envelope = world.envelope("ana")
    with pytest.raises(Trouble, match=r"desk\.bug"):
        world.send("ana", START_CALL, envelope)
    assert [row.outcome[:3] for row in trail(world.database, envelope.id)] == ["bug"]


def test_every_row_of_the_trail_has_its_leaf(world: World) -> None:
    world.send("ana", START_CALL)
    names = ("at", "request", "act", "person", "role", "console", "call_id", "case_id", "outcome")
    rows = trail(world.database)
    assert rows
    for row in rows:
        assert bytes(row.leaf) == leaf(bytes(row.salt), {name: getattr(row, name) for name in names})


def test_a_session_ends_with_its_hours_and_with_signing_out(world: World) -> None:
    signed = world.send("", SignIn(staff_id=world.staff_id("ana"), password=PASSWORD, code=world.code()))
    world.tokens["ana"] = signed.token
    world.send("ana", MyCall())
    world.now = signed.ends
    with pytest.raises(Refused, match=r"authority\.signed_out"):
        world.send("ana", MyCall())
    world.later(hours=-1)
    world.send("ana", SignOut())
    with pytest.raises(Refused, match=r"authority\.signed_out"):
        world.send("ana", MyCall())


def test_a_second_sign_in_ends_the_first(world: World) -> None:
    world.send("ana", MyCall())
    world.send("", SignIn(staff_id=world.staff_id("ana"), password=PASSWORD, code=world.code()))
    with pytest.raises(Refused, match=r"authority\.signed_out"):
        world.send("ana", MyCall())


def test_a_command_that_is_refused_may_be_sent_again_when_it_clears(world: World) -> None:
    first = world.send("ana", START_CALL)
    envelope = world.envelope("ana")
    with pytest.raises(Refused, match=r"call\.one_at_a_time"):
        world.send("ana", START_CALL, envelope)
    with world.database.write() as store:
        call = store.calls.get(first.call_id)
        assert call
        store.calls.save(call.ended(world.now))
    assert world.send("ana", START_CALL, envelope).call_id != first.call_id


def test_unknown_calls_and_cases_are_refused(world: World) -> None:
    nobody = UUID(int=7)
    with pytest.raises(Refused, match=r"call\.unknown"):
        world.send("ana", SeeCall(call_id=nobody))
    seen = world.send("ana", StartCall(language=Language.EN, reason=Reason.RETURN_AFTER_VISIT))
    with pytest.raises(Refused, match=r"case\.unknown"):
        world.send("ana", TakeCase(call_id=seen.call_id, case_id=nobody))


def test_what_was_touched_is_told_to_who_watches(world: World) -> None:
    desk = world.desk("sup")
    watching = desk.watch(*START_CALL.touches)
    if not isinstance(desk, LocalDesk):
        assert next(watching) in START_CALL.touches  # a desk elsewhere has everything looked at anew first
    world.send("ana", START_CALL)
    assert next(watching) in START_CALL.touches
    desk.close()
    assert list(watching) == []


def test_a_watch_ends_when_its_person_signs_out(world: World) -> None:
    desk = world.desk("sup")
    watching = desk.watch(Topic.QUEUE)
    desk.send(SignOut())
    try:
        assert set(watching) <= {Topic.QUEUE}
    except Refused as no:  # a desk elsewhere is asked again, and says why
        assert no.refusal.rule == "authority.signed_out"
    desk.close()


def test_only_the_roles_a_topic_names_may_watch_it(world: World) -> None:
    for who, rule in (("ana", "authority.role"), ("tac", "authority.role"), ("", "authority.signed_out")):
        desk = world.desk("sup")
        desk.token = world.tokens.get(who, "")
        with pytest.raises(Refused, match=rule):
            desk.watch(Topic.QUEUE)


def test_anybody_may_ask_what_the_desk_is(world: World) -> None:
    greeting = world.send("", Hello())
    assert (greeting.has_staff, greeting.sign_in_attempts) == (True, world.policy.sign_in_attempts)
    assert greeting.now == world.now


def test_a_stranger_s_hello_leaves_no_row_at_a_served_desk(world: World) -> None:
    """Whoever reaches a server may say it as often as they like; the trail is not theirs to fill."""
    served = pipeline_over(world.database, lambda: world.now, posts=False)
    rows = select(func.count()).select_from(t.audit)
    with world.reading() as store:
        before = store.connection.execute(rows).scalar_one()
    served.run(Envelope(), Hello())
    with world.reading() as store:
        assert store.connection.execute(rows).scalar_one() == before
    world.pipeline.run(Envelope(), Hello())
    with world.reading() as store:
        assert store.connection.execute(rows).scalar_one() == before + 1


def test_two_handlers_for_one_request_are_an_error() -> None:
    with pytest.raises(TypeError, match="two handlers"):
        handlers((staff, staff))
