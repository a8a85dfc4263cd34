"""What a call may know and do before its caller is proved on it, whatever other calls have reached."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from assistor_console.domain.errors import Refused
from assistor_console.domain.terms import Due, Reason, Response, State, Verdict
from assistor_console.requests.accounts import ReplacePassword
from assistor_console.requests.appointments import FindOffices, Slip
from assistor_console.requests.intake import (
    DropCall,
    EndCall,
    FindCases,
    ProveContinuation,
    ResumeCall,
    SeeCall,
)
from assistor_console.requests.interview import ScoreInterview
from assistor_console.requests.review import HoldCase, ReleaseCase
from tests.callers import MARISOL, TEODOR, Caller, Persona, persona
from tests.journeys import book, mail_letters, phones_again, state_of, verify
from tests.worlds import WHERE, World

REASON = "the caller asked for it"


def at_identity(world: World, who: Persona, assistor: str) -> Caller:
    """A new call as far as the third identity item: TIN and name belong together, no more is known."""
    caller = Caller(world, who, assistor)
    caller.start()
    caller.eligible()
    caller.identify()
    return caller


def end(caller: Caller) -> None:
    caller.send(EndCall(call_id=caller.seen.call_id))


@pytest.mark.parametrize("mailed", [False, True])
def test_a_tin_and_a_name_do_not_tell_that_there_is_an_account(world: World, mailed: bool) -> None:
    world.load(*MARISOL.records, *TEODOR.records)
    owner = Caller(world, MARISOL)
    owner.reach_verdict()
    owner.issue()
    end(owner)
    if mailed:
        mail_letters(world)
    asked, fresh = at_identity(world, MARISOL, "ana"), at_identity(world, TEODOR, "ben")
    assert asked.seen.case and fresh.seen.case
    assert asked.seen.case.state is fresh.seen.case.state is State.OPENED
    assert asked.seen.offers == fresh.seen.offers
    assert asked.seen.lines == fresh.seen.lines


def test_a_looser_name_does_not_bring_the_name_on_record(world: World) -> None:
    """TIN matching asks for four letters and an initial only."""
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.start()
    caller.eligible()
    assert caller.identify(name="M Quin").case
    assert "QUINTERO" not in caller.seen.model_dump_json().upper()


def test_who_was_referred_hears_no_more_of_the_name_than_they_said(world: World) -> None:
    """The whole name is an identity item; neither the call nor the slip tells it."""
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.start()
    caller.eligible()
    caller.identify(name="M Quin")
    caller.identity(birth="01/02/1950")
    caller.tax()
    assert caller.send(ScoreInterview(call_id=caller.seen.call_id)).verdict is Verdict.REFERRED
    assert caller.seen.case and caller.seen.case.name == "M Quin"
    book(world, caller)
    slip = world.send("ana", Slip(call_id=caller.seen.call_id)).content
    printed = "".join(page.extract_text() for page in PdfReader(BytesIO(slip)).pages)
    assert "M Quin," in printed and "QUINTERO" not in printed.upper()


def test_a_found_case_shows_neither_its_state_nor_its_tin(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_verdict(wrong=1)
    code = book(world, caller)
    end(caller)
    verify(world, caller)
    again = phones_again(world, caller)
    assert again.seen.case
    facts = again.seen.case
    assert (facts.state, facts.tin_last_four, facts.verified_at) == (State.OPENED, "", None)
    assert "QUINTERO" not in facts.name.upper()
    told = {one.act: one.rule for one in again.seen.offers}
    assert told["issue_account"] == told["book_slot"] == told["mail_letter"] == "account.not_recognised"
    with pytest.raises(Refused, match=r"account\.not_recognised"):
        world.send("ben", FindOffices(call_id=again.seen.call_id))
    again.send(ProveContinuation(call_id=again.seen.call_id, code=code))
    assert again.seen.case.state is State.VERIFIED_IN_PERSON
    assert again.seen.case.tin_last_four == MARISOL.tin[-4:]


def test_who_was_referred_does_not_get_what_another_call_passed(world: World) -> None:
    """A failed call is kept dropped until the true caller has passed: on another day it goes not on."""
    world.load(*MARISOL.records)
    impostor = Caller(world, MARISOL)
    impostor.reach_verdict(wrong=1)
    impostor.send(DropCall(call_id=impostor.seen.call_id))
    world.later(hours=world.policy.interview_cool_off_hours + 1)
    owner = Caller(world, MARISOL, "ben")
    assert owner.reach_verdict().verdict is Verdict.PASSED
    end(owner)
    with pytest.raises(Refused, match=r"call\.another_day"):
        impostor.send(ResumeCall(call_id=impostor.seen.call_id))
    with pytest.raises(Refused):
        impostor.issue()
    assert state_of(world, owner.seen) is State.PASSED


def test_a_password_is_replaced_on_the_call_that_created_the_account_only(world: World) -> None:
    world.load(*MARISOL.records)
    owner = Caller(world, MARISOL)
    owner.reach_verdict()
    owner.issue()
    world.send("ana", ReplacePassword(call_id=owner.seen.call_id))
    end(owner)
    world.later(minutes=1)
    later = at_identity(world, MARISOL, "ana")
    later.identity()
    assert later.seen.due is Due.READ_OUT
    offer = next(one for one in later.seen.offers if one.act == "replace_password")
    assert offer.rule == "account.other_call"
    with pytest.raises(Refused, match=r"account\.other_call"):
        world.send("ana", ReplacePassword(call_id=later.seen.call_id))


def test_a_hold_does_not_make_a_verification_younger(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_verdict(wrong=1)
    code = book(world, caller)
    end(caller)
    verify(world, caller)
    assert caller.seen.case
    world.later(days=world.policy.verification_holds_days - 1)
    world.send("sup", HoldCase(case_id=caller.seen.case.id, reason=REASON))
    world.send("sup", ReleaseCase(case_id=caller.seen.case.id, reason=REASON))
    assert state_of(world, caller.seen) is State.VERIFIED_IN_PERSON
    world.later(days=1)
    again = phones_again(world, caller)
    again.send(ProveContinuation(call_id=again.seen.call_id, code=code))
    assert again.seen.case and again.seen.case.state is State.REFERRED


def test_a_call_that_is_over_is_not_looked_at_again(world: World) -> None:
    """What became of the case is not its assistor's business any more (IRM 10.5.5)."""
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.start(Reason.NEW_PROOFING)
    end(caller)
    with pytest.raises(Refused, match=r"call\.ended"):
        world.send("ana", SeeCall(call_id=caller.seen.call_id))


def test_nobody_reads_ahead(world: World) -> None:
    """A console has the words of the tax item that stands and of the next, once the caller is ready."""
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    seen = caller.reach_tax()
    drawn = len(seen.numbers)
    assert drawn > 8 and [q.number for q in seen.asked] == [1, 2, 3, 4, 5]
    assert seen.question is None
    seen = caller.ready()
    assert [q.number for q in seen.asked] == [1, 2, 3, 4, 5, 6, 7]
    caller.answer(6, "", Response.DOES_NOT_KNOW)
    assert [q.number for q in caller.seen.asked] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert len(caller.seen.numbers) == drawn


@pytest.mark.parametrize("world", WHERE[:1], indirect=True)
def test_questions_are_not_drawn_again_and_again(world: World) -> None:
    """Who breaks off again and again sees no question twice, and no end of others either."""
    world.load(*MARISOL.records)
    stood: list[str] = []
    for _ in range(30):
        caller = Caller(world, MARISOL)
        seen = caller.reach_tax()
        if seen.due is Due.BOOK:
            break
        if not stood:
            seen = caller.ready()
        assert seen.question
        stood.append(seen.question.label.en)
        end(caller)
        assert state_of(world, caller.seen) is State.INTERRUPTED
    assert seen.verdict is Verdict.REFERRED
    assert len(stood) > 1 and len(set(stood)) == len(stood)


def test_a_date_of_birth_is_not_found_by_trying(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_verdict(wrong=1)
    end(caller)
    looking = Caller(world, MARISOL, "ben")
    call = looking.start(Reason.RETURN_AFTER_VISIT).call_id
    right = FindCases(call_id=call, name=MARISOL.name, born=date(1978, 3, 4))
    for day in range(world.policy.find_attempts):
        wrong = FindCases(call_id=call, name=MARISOL.name, born=date.fromordinal(722000 + day))
        assert world.send("ben", wrong).cases == ()
    end(looking)
    call = looking.start(Reason.RETURN_AFTER_VISIT).call_id
    right = right.model_copy(update={"call_id": call})
    with pytest.raises(Refused, match=r"attempts\.find"):
        world.send("ben", right)
    world.later(minutes=world.policy.find_minutes)
    assert len(world.send("ben", right).cases) == 1


def test_a_mistyped_code_costs_no_attempt(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_verdict(wrong=1)
    code = book(world, caller)
    end(caller)
    verify(world, caller)
    again = phones_again(world, caller)
    typo = code[:-1] + ("A" if code[-1] != "A" else "B")
    for _ in range(world.policy.continuation_attempts + 1):
        with pytest.raises(Refused, match=r"code\.continuation"):
            again.send(ProveContinuation(call_id=again.seen.call_id, code=typo))
    assert again.send(ProveContinuation(call_id=again.seen.call_id, code=code)).due is Due.ISSUE_ACCOUNT


def test_a_visit_makes_nobody_an_e_services_user(world: World) -> None:
    """Exception processing is for existing e-Services users (notice, December 2017)."""
    stranger = persona("123004419", "ANA<EJEMPLO", "EJEM", 50_111_00, None)
    world.load(*stranger.records)
    caller = Caller(world, stranger)
    caller.start()
    caller.eligible()
    caller.identify()
    caller.identity(birth="01/02/1950")
    caller.tax()
    caller.send(ScoreInterview(call_id=caller.seen.call_id))
    code = book(world, caller)
    end(caller)
    verify(world, caller)
    again = phones_again(world, caller)
    again.send(ProveContinuation(call_id=again.seen.call_id, code=code))
    with pytest.raises(Refused, match=r"account\.not_user"):
        again.issue()
