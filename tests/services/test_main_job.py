"""The main job from the first ring to the mailed letter, through the desk on both databases."""

import pytest

from assistor_console.domain.errors import Refused
from assistor_console.domain.terms import (
    CallState,
    Due,
    Origin,
    Response,
    State,
    UserKind,
    Verdict,
)
from assistor_console.requests.accounts import AccountIssued, ReplacePassword
from assistor_console.requests.intake import (
    AskIdentity,
    EndCall,
    ProveContinuation,
)
from assistor_console.requests.interview import IdentifyCaller
from assistor_console.requests.letters import SeeLetters
from tests.callers import MARISOL, Caller, persona, registered, thin
from tests.journeys import book, events, mail_letters, phones_again, state_of, verify
from tests.worlds import World


def check_issued(issued: AccountIssued) -> None:
    assert issued.call.case and issued.call.case.state is State.ACCOUNT_ISSUED
    assert len(issued.password) == 12
    assert (issued.mail_days_least, issued.mail_days_most) == (5, 10)
    assert "username" in issued.call.lines and "mail_wait" in issued.call.lines


def test_all_accurate_ends_in_a_mailed_letter(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    seen = caller.reach_verdict()
    assert (seen.verdict, seen.due) == (Verdict.PASSED, Due.ISSUE_ACCOUNT)
    check_issued(caller.issue())
    caller.send(EndCall(call_id=seen.call_id))
    assert mail_letters(world).startswith(b"%PDF")
    assert state_of(world, seen) is State.LETTER_MAILED
    assert events(world, seen) == [
        "opened", "call", "start_interview", "pass", "issue_account", "call_ended", "mail",
    ]  # fmt: skip
    assert world.send("sup", SeeLetters()).letters == ()


def test_the_password_can_be_replaced_but_never_read_again(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_verdict()
    first = caller.issue()
    with pytest.raises(Refused, match="account.issued"):
        caller.issue()
    second = world.send("ana", ReplacePassword(call_id=caller.seen.call_id))
    spelled = [tuple(c.character for c in issued.password) for issued in (first, second)]
    assert spelled[0] != spelled[1]
    assert (second.username, second.letter_number) == (first.username, first.letter_number)


def test_one_wrong_answer_refers_without_a_reason(world: World) -> None:
    world.load(*MARISOL.records)
    seen = Caller(world, MARISOL).reach_verdict(wrong=1)
    assert (seen.verdict, seen.due) == (Verdict.REFERRED, Due.BOOK)
    assert list(seen.lines) == ["referral", "bring"]


def test_fail_visit_and_return_with_the_code(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_verdict(wrong=1)
    with pytest.raises(Refused, match=r"account\.needs_visit"):
        caller.issue()
    code = book(world, caller)
    with pytest.raises(Refused, match=r"account\.needs_visit"):
        caller.issue()
    caller.send(EndCall(call_id=caller.seen.call_id))
    verify(world, caller)
    world.later(hours=2)
    again = phones_again(world, caller)
    assert again.seen.lines.keys() == {"ask_continuation", "ask_identity_again"}
    with pytest.raises(Refused, match=r"account\.not_recognised"):
        again.issue()
    with pytest.raises(Refused, match="continuation.wrong|code.continuation"):
        again.send(ProveContinuation(call_id=again.seen.call_id, code="0000-0000-0000-00"))
    again.send(ProveContinuation(call_id=again.seen.call_id, code=code.lower()))
    assert again.seen.due is Due.ISSUE_ACCOUNT
    assert "verified" in again.seen.lines
    check_issued(again.issue())
    again.send(EndCall(call_id=again.seen.call_id))
    mail_letters(world)
    assert state_of(world, again.seen) is State.LETTER_MAILED


def test_return_with_the_identity_items_instead(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_verdict(wrong=1)
    book(world, caller)
    caller.send(EndCall(call_id=caller.seen.call_id))
    verify(world, caller)
    again = phones_again(world, caller)
    again.send(AskIdentity(call_id=again.seen.call_id))
    again.identity()
    assert again.seen.due is Due.ISSUE_ACCOUNT
    check_issued(again.issue())


def test_a_wrong_identity_item_on_return_ends_the_call(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_verdict(wrong=1)
    book(world, caller)
    caller.send(EndCall(call_id=caller.seen.call_id))
    verify(world, caller)
    again = phones_again(world, caller)
    again.send(AskIdentity(call_id=again.seen.call_id))
    again.identity(birth="01/02/1950")
    assert (again.seen.due, list(again.seen.lines)) == (Due.CLOSE, ["not_found", "goodbye"])
    with pytest.raises(Refused):
        again.issue()
    assert state_of(world, again.seen) is State.VERIFIED_IN_PERSON


def test_a_verification_lapses(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_verdict(wrong=1)
    code = book(world, caller)
    caller.send(EndCall(call_id=caller.seen.call_id))
    verify(world, caller)
    world.later(days=world.policy.verification_holds_days)
    again = phones_again(world, caller)
    again.send(ProveContinuation(call_id=again.seen.call_id, code=code))
    assert again.seen.case and again.seen.case.state is State.REFERRED
    assert again.seen.due is Due.BOOK


@pytest.mark.parametrize("origin", Origin)
def test_an_account_of_any_origin_is_enough(world: World, origin: Origin) -> None:
    one = registered(MARISOL, origin)
    world.load(*one.records)
    seen = Caller(world, one).reach_tax()
    assert (seen.due, list(seen.lines)) == (Due.CLOSE, ["already_registered", "goodbye"])
    assert state_of(world, seen) is State.ALREADY_REGISTERED


def test_an_account_made_here_is_enough(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_verdict()
    caller.issue()
    caller.send(EndCall(call_id=caller.seen.call_id))
    again = Caller(world, MARISOL, "ben")
    again.reach_tax()
    assert again.seen.due in (Due.CLOSE, Due.READ_OUT)
    with pytest.raises(Refused):
        again.issue()


@pytest.mark.parametrize("kind", [UserKind.TIN_MATCHING, UserKind.LETTER_5903])
def test_nobody_is_exempt_from_proofing(world: World, kind: UserKind) -> None:
    one = persona("123004419", "ANA<EJEMPLO", "EJEM", 50_111_00, kind)
    world.load(*one.records)
    seen = Caller(world, one).reach_verdict()
    assert seen.verdict is Verdict.PASSED


def test_somebody_who_is_no_user_is_told_so_once_proved(world: World) -> None:
    one = persona("123004419", "ANA<EJEMPLO", "EJEM", 50_111_00, None)
    world.load(*one.records)
    seen = Caller(world, one).reach_tax()
    assert (seen.due, list(seen.lines)) == (Due.CLOSE, ["close_not_user", "goodbye"])
    assert state_of(world, seen) is State.ABANDONED


def test_thin_records_lead_to_a_visit(world: World) -> None:
    one = thin(MARISOL)
    world.load(*one.records)
    seen = Caller(world, one).reach_tax()
    assert (seen.verdict, seen.due, list(seen.lines)) == (
        Verdict.REFERRED, Due.BOOK, ["records_thin", "bring"],
    )  # fmt: skip


def test_a_mismatch_is_asked_once_more_then_the_call_ends_kindly(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.start()
    caller.eligible()
    seen = caller.identify(name="Ana Otra")
    assert seen.asked_again and seen.case is None and list(seen.lines) == ["mismatch_again"]
    seen = caller.identify(tin="123-00-9999")
    assert (seen.due, list(seen.lines)) == (Due.CLOSE, ["mismatch_final", "goodbye"])
    with pytest.raises(Refused):
        caller.answer(1, MARISOL.tin)
    assert caller.send(EndCall(call_id=seen.call_id)).state is CallState.ENDED


def test_a_second_try_may_be_right(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.start()
    caller.eligible()
    caller.identify(name="Ana Otra")
    assert caller.identify().case


def test_not_knowing_one_s_own_number_is_a_mismatch(world: World) -> None:
    caller = Caller(world, MARISOL)
    caller.start()
    caller.eligible()
    caller.answer(1, "", Response.DOES_NOT_KNOW)
    caller.answer(2, MARISOL.name)
    assert caller.send(IdentifyCaller(call_id=caller.seen.call_id)).asked_again


def test_a_firm_is_refused(world: World) -> None:
    caller = Caller(world, MARISOL)
    caller.start()
    caller.eligible()
    with pytest.raises(Refused, match=r"answer\.ein"):
        caller.answer(1, "12-3456789")


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("individual", "close_business"),
        ("own_behalf", "close_representative"),
        ("eservices_user", "close_not_user"),
        ("tried_online", "close_try_online"),
    ],
)
def test_whom_the_help_desk_is_not_for(world: World, said: str, line: str) -> None:
    caller = Caller(world, MARISOL)
    caller.start()
    seen = caller.eligible(**{said: False})
    assert (seen.due, list(seen.lines), seen.case) == (Due.CLOSE, [line, "goodbye"], None)
