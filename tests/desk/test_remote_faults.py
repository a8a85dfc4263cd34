"""A desk elsewhere over a wire that fails: everything is done once, and its answer comes."""

from typing import Any
from urllib.parse import urlsplit

import pytest

from assistor_console.desk.remote import RemoteDesk
from assistor_console.domain.errors import Refused, Trouble
from assistor_console.domain.terms import Language, Reason
from assistor_console.requests.accounts import IssueAccount
from assistor_console.requests.base import Request
from assistor_console.requests.intake import SeeCall, StartCall
from assistor_console.requests.interview import IdentifyCaller
from assistor_console.requests.sign_in import Hello, SignedIn, SignIn
from assistor_console.store import tables
from tests.callers import MARISOL, Caller
from tests.desk.far import count, desk, sign_in, trail, wire, world
from tests.desk.flaky import Fault, Flaky
from tests.desk.test_remote_trust import answering, problem, saying
from tests.serving import certificates
from tests.worlds import PASSWORD, World

__all__ = ["desk", "wire", "world"]
FAULTS = [Fault.CUT_BEFORE, Fault.CUT_AFTER, Fault.CUT_IN_ANSWER, Fault.REFUSE, Fault.DELAY]
START = StartCall(language=Language.EN, reason=Reason.NEW_PROOFING)
IDENTIFYING = 3
"""A try of TIN and name is counted for the call, the TIN and the person who sends it."""
TRIES = 5
"""One on the connection that was open, and four on new ones."""


@pytest.mark.parametrize("fault", FAULTS)
def test_a_query_is_answered(wire: Flaky, desk: RemoteDesk, fault: Fault) -> None:
    wire.fail(fault)
    assert desk.send(Hello()).has_staff
    assert wire.failed == 1


@pytest.mark.parametrize("fault", FAULTS)
def test_a_command_is_done_once(world: World, wire: Flaky, desk: RemoteDesk, fault: Fault) -> None:
    wire.fail(fault)
    seen = desk.send(START)
    assert wire.failed == 1
    assert trail(world, "start_call") == ["done"]
    assert count(world, tables.calls) == 1
    assert desk.send(SeeCall(call_id=seen.call_id)) == seen


@pytest.mark.parametrize("fault", FAULTS)
def test_a_trial_spends_one_attempt(world: World, wire: Flaky, desk: RemoteDesk, fault: Fault) -> None:
    caller = heard(world)
    wire.fail(fault)
    desk.send(IdentifyCaller(call_id=caller.seen.call_id))
    assert wire.failed == 1
    assert count(world, tables.attempts) == IDENTIFYING
    assert trail(world, "identify_caller") == ["done"]


@pytest.mark.parametrize("fault", [Fault.CUT_AFTER, Fault.CUT_IN_ANSWER])
def test_a_password_told_once_is_told_again_to_who_lost_it(
    world: World, wire: Flaky, desk: RemoteDesk, fault: Fault
) -> None:
    issue = to_issue(world)
    in_doubt(wire, desk, issue, fault)
    told = desk.send(issue)
    assert told.password
    assert trail(world, "issue_account") == ["done"]
    assert count(world, tables.accounts) == 1
    with pytest.raises(Refused):  # its reply has come: asked once more it is another command
        desk.send(issue)


@pytest.mark.parametrize("code", ["request.too_many", "request.slow", "desk.disk_full", "desk.bug"])
def test_trouble_on_the_way_to_a_lost_password_does_not_lose_it(
    world: World, wire: Flaky, desk: RemoteDesk, code: str
) -> None:
    issue, real = to_issue(world), wire.leads_to
    in_doubt(wire, desk, issue)
    told = b'{"kind":"trouble","code":"%s","values":{"seconds":60}}' % code.encode()
    with answering(saying(problem(told)), certificates()) as address:
        wire.lead_to(urlsplit(address).port or 0)
        wire.cut()
        with pytest.raises(Trouble, match=code.replace(".", r"\.")):
            desk.send(issue)
    wire.lead_to(real)
    assert desk.send(issue).password
    assert trail(world, "issue_account") == ["done"]


def test_a_trial_whose_attempt_is_too_old_spends_another(world: World, wire: Flaky, desk: RemoteDesk) -> None:
    identify, proper = (
        IdentifyCaller(call_id=heard(world).seen.call_id),
        world.pipeline._handlers[IdentifyCaller],
    )

    def cut_off(request: IdentifyCaller, work: Any) -> Any:
        raise Trouble("desk.unreachable")

    world.pipeline._handlers[IdentifyCaller] = cut_off
    with pytest.raises(Trouble):
        desk.send(identify)
    assert count(world, tables.attempts) == 1
    world.pipeline._handlers[IdentifyCaller] = proper
    world.later(minutes=4)
    desk.send(identify)
    assert count(world, tables.attempts) == 1 + IDENTIFYING
    assert trail(world, "identify_caller")[-1] == "done"


def test_what_is_read_in_between_does_not_end_a_doubt(world: World, wire: Flaky, desk: RemoteDesk) -> None:
    issue = to_issue(world)
    in_doubt(wire, desk, issue)
    desk.send(SeeCall(call_id=issue.call_id))
    assert desk.send(issue).password


def test_an_answer_to_another_command_ends_a_doubt(world: World, wire: Flaky, desk: RemoteDesk) -> None:
    in_doubt(wire, desk, START)
    with pytest.raises(Refused):
        desk.send(IdentifyCaller(call_id=world.people["ana"]))  # it is no call
    with pytest.raises(Refused, match=r"call\.one_at_a_time"):
        desk.send(START)
    assert count(world, tables.calls) == 1


def test_another_command_in_doubt_takes_the_place_of_the_first(
    world: World, wire: Flaky, desk: RemoteDesk
) -> None:
    in_doubt(wire, desk, START)
    other = StartCall(language=Language.ES, reason=Reason.NEW_PROOFING)
    in_doubt(wire, desk, other)
    with pytest.raises(Refused, match=r"call\.one_at_a_time"):
        desk.send(START)


def test_other_content_is_another_command(world: World, wire: Flaky, desk: RemoteDesk) -> None:
    in_doubt(wire, desk, START)
    with pytest.raises(Refused, match=r"call\.one_at_a_time"):
        desk.send(StartCall(language=Language.ES, reason=Reason.NEW_PROOFING))


def test_a_doubt_does_not_outlast_its_session(world: World, wire: Flaky, desk: RemoteDesk) -> None:
    in_doubt(wire, desk, START)
    desk.token = world.tokens["ben"]
    seen = desk.send(START)  # another person's call, not the reply to the first
    assert count(world, tables.calls) == 2
    assert desk.send(SeeCall(call_id=seen.call_id)) == seen


def test_a_sign_in_whose_reply_was_lost_is_the_same_session(
    world: World, wire: Flaky, desk: RemoteDesk
) -> None:
    request = SignIn(staff_id=world.staff_id("ana"), password=PASSWORD, code=world.code())
    desk.token = ""
    in_doubt(wire, desk, request)
    session = desk.send(request)
    assert isinstance(session, SignedIn)
    assert desk.token == session.token
    assert trail(world, "sign_in") == ["done"]
    assert sign_in(desk, world).token != session.token


def heard(world: World) -> Caller:
    """A caller whose TIN and name were heard and not yet tested."""
    caller = Caller(world, MARISOL)
    caller.start()
    caller.eligible()
    caller.answer(1, MARISOL.tin)
    caller.answer(2, MARISOL.name)
    return caller


def to_issue(world: World) -> IssueAccount:
    """An account that may be issued."""
    caller = Caller(world, MARISOL)
    caller.reach_verdict()
    return IssueAccount(call_id=caller.seen.call_id)


def in_doubt(wire: Flaky, desk: RemoteDesk, request: Request[Any], fault: Fault = Fault.CUT_AFTER) -> None:
    """Sends what is done, and no try brings the answer."""
    wire.fail(*[fault] * TRIES)
    with pytest.raises(Trouble, match=r"desk\.unreachable"):
        desk.send(request)
    wire.back()
    desk.send(Hello())
