"""Calls that go another way: an impostor, a dropped line, a call ended too soon, an act out of turn."""

from datetime import timedelta

import pytest

from assistor_console.domain.errors import Refused
from assistor_console.domain.letter import LetterState
from assistor_console.domain.terms import (
    Due,
    Language,
    Origin,
    Reason,
    State,
    Verdict,
)
from assistor_console.requests.accounts import IssueAccount
from assistor_console.requests.intake import (
    CallSeen,
    DropCall,
    EndCall,
    FindCases,
    MyCall,
    ResumeCall,
)
from assistor_console.requests.interview import AnswerQuestion, CheckIdentity, ScoreInterview
from assistor_console.requests.letters import ConfirmPrinted, LeaseRun, RunDocument
from tests.callers import MARISOL, TEODOR, Caller, Persona, persona, registered, thin, truth
from tests.journeys import state_of
from tests.worlds import World


def shape(seen: CallSeen) -> dict[str, object]:
    """All that a console could tell two callers apart by, without their names, numbers and drawn items."""
    plain = seen.model_dump(mode="json", exclude={"call_id", "now", "opened_at", "verdict_at", "asked"})
    for secret in ("id", "number", "name", "tin_last_four"):
        plain["case"] and plain["case"].pop(secret)
    plain["question"] = plain["question"] and sorted(plain["question"])
    plain["recorded"] = [{k: v for k, v in r.items() if k not in ("label", "at")} for r in plain["recorded"]]
    return plain


def test_the_number_of_wrong_answers_cannot_be_seen(world: World) -> None:
    world.load(*MARISOL.records, *TEODOR.records)
    few = Caller(world, MARISOL).reach_verdict(wrong=1)
    many = Caller(world, TEODOR, "ben").reach_verdict(wrong=8)
    assert shape(few) == shape(many)


@pytest.mark.parametrize("kind", ["account", "no_user"])
def test_an_impostor_cannot_learn_how_the_caller_stands(world: World, kind: str) -> None:
    """Who fails an identity item sees what an accurate caller without an account sees, up to the verdict."""
    standing: dict[str, Persona] = {
        "account": registered(TEODOR, Origin.IP_PIN),
        "no_user": persona("123004567", "TEODOR MIHAI<ALBESCU", "ALBE", 48_309_00, None),
    }
    world.load(*MARISOL.records, *standing[kind].records)
    honest, impostor = Caller(world, MARISOL), Caller(world, standing[kind], "ben")
    for caller, changes in ((honest, {}), (impostor, {"birth": "01/02/1950"})):
        caller.start()
        caller.eligible()
        caller.identify()
        caller.identity(**changes)
    assert shape(honest.seen) == shape(impostor.seen)
    honest.tax(wrong=1)
    impostor.tax()
    assert shape(honest.seen) == shape(impostor.seen)
    for caller in (honest, impostor):
        caller.send(ScoreInterview(call_id=caller.seen.call_id))
    assert shape(honest.seen) == shape(impostor.seen)
    assert impostor.seen.verdict is Verdict.REFERRED


def test_an_impostor_on_thin_records_learns_no_more(world: World) -> None:
    one, other = thin(MARISOL), thin(TEODOR)
    world.load(*one.records, *other.records)
    honest, impostor = Caller(world, one), Caller(world, other, "ben")
    honest.reach_tax()
    impostor.start()
    impostor.eligible()
    impostor.identify()
    impostor.identity(address="1 Elsewhere Rd, Reno, NV 89501")
    assert shape(honest.seen) == shape(impostor.seen)


def test_dropped_and_resumed_in_another_language(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.start(language=Language.ES)
    caller.eligible()
    caller.identify()
    caller.identity()
    first = caller.questions()[5]
    caller.answer(first.number, "123.00")
    caller.send(DropCall(call_id=caller.seen.call_id))
    assert (caller.seen.due, state_of(world, caller.seen)) == (Due.RESUME, State.INTERRUPTED)
    with pytest.raises(Refused):
        caller.answer(first.number, "124.00")
    caller.send(ResumeCall(call_id=caller.seen.call_id))
    assert caller.seen.question and caller.seen.question.number == 8  # the one that stood is burnt
    assert len(caller.questions()) == 13 and max(q.number for q in caller.questions()) == 14
    assert state_of(world, caller.seen) is State.INTERVIEWING
    assert caller.seen.language is Language.ES


def test_ended_in_the_middle_then_taken_up_by_another_assistor(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_tax()
    first, stood = caller.questions()[5:7]
    caller.answer(first.number, truth(first))
    caller.send(EndCall(call_id=caller.seen.call_id))
    assert state_of(world, caller.seen) is State.INTERRUPTED
    assert world.send("ana", MyCall()).call is None
    again = Caller(world, MARISOL, "ben")
    again.reach_tax()
    assert again.seen.case and caller.seen.case and again.seen.case.id == caller.seen.case.id
    assert len(again.seen.recorded) == 6
    assert stood.asks not in {q.asks for q in again.questions()}
    again.finish()
    assert again.seen.verdict is Verdict.PASSED


def test_a_second_interview_waits_for_the_cool_off_and_there_is_no_third(world: World) -> None:
    world.load(*MARISOL.records)
    for start in (timedelta(), timedelta(hours=25)):
        world.now += start
        caller = Caller(world, MARISOL)
        assert caller.reach_verdict(wrong=1).verdict is Verdict.REFERRED
        caller.send(EndCall(call_id=caller.seen.call_id))
        soon = Caller(world, MARISOL, "ben")
        assert soon.reach_tax().due is Due.BOOK
        soon.send(EndCall(call_id=soon.seen.call_id))
    world.later(hours=25)
    third = Caller(world, MARISOL)
    assert third.reach_tax().due is Due.BOOK


def test_an_answer_after_scoring_is_refused(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_verdict()
    for act in (
        AnswerQuestion(call_id=caller.seen.call_id, number=6, text="1.00"),
        CheckIdentity(call_id=caller.seen.call_id),
        ScoreInterview(call_id=caller.seen.call_id),
    ):
        with pytest.raises(Refused):
            caller.send(act)


def test_an_account_without_a_pass_is_refused(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_tax()
    with pytest.raises(Refused, match=r"account\.not_proved"):
        world.send("ana", IssueAccount(call_id=caller.seen.call_id))
    with pytest.raises(Refused, match=r"call\.not_yours"):
        world.send("ben", IssueAccount(call_id=caller.seen.call_id))


def test_a_printed_letter_has_no_code_left(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_verdict()
    caller.issue()
    run = world.send("ship", LeaseRun())
    with pytest.raises(Refused, match=r"run\.not_yours"):
        world.send("sup", RunDocument(run_id=run.run_id))
    with pytest.raises(Refused, match=r"run\.count"):
        world.send("ship", ConfirmPrinted(run_id=run.run_id, letters=2))
    assert caller.seen.case
    with world.reading() as store:
        before = store.letters.of_case(caller.seen.case.id)
    world.send("ship", ConfirmPrinted(run_id=run.run_id, letters=1))
    with world.reading() as store:
        after = store.letters.of_case(caller.seen.case.id)
    assert before and after and len(before.code) == 8
    assert (after.code, after.state, after.code_index) == ("", LetterState.PRINTED, before.code_index)
    with pytest.raises(Refused, match=r"run\.not_leased"):
        world.send("ship", RunDocument(run_id=run.run_id))


def test_a_case_is_found_by_its_number_or_by_name_and_birth_together(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_verdict(wrong=1)
    caller.send(EndCall(call_id=caller.seen.call_id))
    assert caller.seen.case
    number, again = caller.seen.case.number, Caller(world, MARISOL, "ben")
    call = again.start(Reason.RETURN_AFTER_VISIT).call_id

    def found(**by: object) -> list[str]:
        request = FindCases.model_validate({"call_id": call, **by})
        return [one.name for one in world.send("ben", request).cases]

    assert found(number=f" {number.lower()} ") == ["QUIN****, MARISOL A"]
    assert found(number="EP-17-999999") == []
    assert found(name="Quintero, Marisol", born="1978-03-04") == ["QUIN****, MARISOL A"]
    assert found(name=MARISOL.name, born="1978-03-05") == []
    assert found(name="Marisol Otra", born="1978-03-04") == []
    with pytest.raises(Refused, match=r"call\.name_and_birth"):
        found(name=MARISOL.name)
