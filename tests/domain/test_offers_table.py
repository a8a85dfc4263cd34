"""What may be done: every act in every situation that can be made, against the rules that matter most."""

from dataclasses import replace
from datetime import timedelta
from itertools import product
from uuid import UUID

import pytest

from assistor_console.domain.access import Access
from assistor_console.domain.call import Interview, Stage
from assistor_console.domain.case import FINAL
from assistor_console.domain.errors import Refused
from assistor_console.domain.flow import Matter, Progress, shown_case
from assistor_console.domain.offers import RULES, Situation, interview_again, permit, refusal
from assistor_console.domain.terms import CallState, Reason, State, Verdict
from tests.domain.made import policy
from tests.domain.test_case_table import NOW, case
from tests.domain.test_flow_due import ALL, SOME, call, interview

ME, OTHER = UUID(int=2), UUID(int=9)
INTERVIEWS: list[Interview | None] = [
    None,
    *(interview(stage) for stage in (Stage.IDENTIFY, Stage.IDENTITY, Stage.TAX)),
    *(replace(interview(Stage.TAX), frozen=True), interview(Stage.OVER)),
    *(interview(Stage.OVER, verdict) for verdict in Verdict),
]


def situations() -> list[Situation]:
    """Every state × call state × interview × proof × progress, mine and another's."""
    found = []
    for state, call_state, held, proven, progress, who in product(
        [None, *State], CallState, INTERVIEWS, (False, True), (Progress(), SOME, ALL), (ME, OTHER)
    ):
        about = case(state, State.REFERRED if state is State.HELD else None) if state else None
        matter = Matter(call(state=call_state, proven=proven), about, held, progress)
        found.append(Situation(who, NOW, policy(), shown_case(matter), matter, 0, NOW, proven))
    return found


SITUATIONS = situations()
IN_CALL = sorted(act for act in RULES if refusal(act, replace(SITUATIONS[0], matter=None)) and act not in (
    "release_case", "close_case", "record_visit", "mark_no_show", "interview_again", "mail_letter",
))  # fmt: skip


def may(act: str, situation: Situation) -> bool:
    return refusal(act, situation) is None


def test_an_act_without_a_rule_is_refused() -> None:
    with pytest.raises(Refused, match=r"authority\.no_rule"):
        permit("open_every_door", SITUATIONS[0])


@pytest.mark.parametrize("act", sorted(set(RULES) - {"mail_letter"}))
def test_every_act_may_happen_somewhere(act: str) -> None:
    """No rule contradicts another."""
    back = [
        Matter(call(Reason.RETURN_AFTER_VISIT), about, None, SOME) for about in (None, case(State.REFERRED))
    ]
    returned = [Situation(ME, NOW, policy(), matter.case, matter) for matter in back]
    returned.append(replace(SITUATIONS[0], access=Access(flagged=True, flagged_by=OTHER, supervises=True)))
    assert any(may(act, one) for one in (*SITUATIONS, *returned))


def test_a_letter_is_never_an_assistor_s_to_mail() -> None:
    """It goes out with a supervisor's run; the page says why it cannot be asked for."""
    told = {no.rule for one in SITUATIONS if (no := refusal("mail_letter", one))}
    assert told == {"letter.on_its_way", "letter.no_account", "case.closed"}
    closed = [one for one in SITUATIONS if one.case and not one.case.is_open and one.matter]
    assert {no.rule for one in closed if (no := refusal("mail_letter", one))} == {"case.closed"}
    assert not any(may("mail_letter", one) for one in SITUATIONS)


@pytest.mark.parametrize("act", IN_CALL)
def test_nobody_acts_on_another_s_call_or_one_that_is_over(act: str) -> None:
    for one in SITUATIONS:
        assert one.matter
        if one.who == OTHER or one.matter.call.state is CallState.ENDED:
            assert not may(act, one), one


def test_an_account_follows_a_pass_or_a_proved_visit_only() -> None:
    allowed = [one for one in SITUATIONS if may("issue_account", one)]
    assert allowed
    for one in allowed:
        assert one.case and one.matter
        held, proven = one.matter.interview, one.matter.call.proven
        passed = held is not None and held.verdict is Verdict.PASSED
        visited = one.case.state is State.VERIFIED_IN_PERSON and proven
        assert visited or (one.case.state is State.PASSED and (passed or proven))


def test_another_password_is_given_on_the_call_that_created_the_account_only() -> None:
    allowed = [one for one in SITUATIONS if may("replace_password", one)]
    assert allowed
    for one in allowed:
        told = refusal("replace_password", replace(one, issued_here=False))
        assert one.issued_here and told and told.rule == "account.other_call"


def test_a_verification_that_lapsed_issues_nothing() -> None:
    days = timedelta(days=policy().verification_holds_days)
    good = [one for one in SITUATIONS if may("issue_account", one)]
    verified = [one for one in good if one.case and one.case.state is State.VERIFIED_IN_PERSON]
    assert verified
    for one in verified:
        assert may("issue_account", replace(one, now=NOW + days - timedelta(seconds=1)))
        told = refusal("issue_account", replace(one, now=NOW + days))
        assert told and told.rule == "visit.lapsed"


def test_no_answer_after_scoring_began() -> None:
    for one in SITUATIONS:
        assert one.matter
        held = one.matter.interview
        if held is None or held.frozen or held.stage is Stage.OVER:
            assert not may("answer_question", one)
            assert not may("keep_draft", one)


def test_an_interview_is_scored_only_while_it_is_going_on_and_whole() -> None:
    for one in (s for s in SITUATIONS if may("score_interview", s)):
        assert one.case and one.matter and one.matter.interview
        assert one.case.state is State.INTERVIEWING
        assert one.matter.interview.stage is Stage.TAX and one.matter.progress.complete


def test_a_time_is_booked_only_for_who_was_referred() -> None:
    for act in ("hold_slot", "book_slot"):
        for one in (s for s in SITUATIONS if may(act, s)):
            assert one.case
            assert one.case.state in (State.REFERRED, State.NO_SHOW, State.NOT_VERIFIED)


def test_who_has_a_time_is_told_so_when_another_is_asked_for() -> None:
    about = case(State.APPOINTMENT_BOOKED, State.REFERRED)
    one = Situation(ME, NOW, policy(), about, Matter(call(), about, None, SOME))
    told = {act: refusal(act, one) for act in ("find_slots", "hold_slot", "book_slot")}
    assert {no.rule for no in told.values() if no} == {"appointment.live"} and all(told.values())


@pytest.mark.parametrize("act", ["release_case", "close_case", "record_visit", "mark_no_show"])
def test_who_interviewed_does_not_decide(act: str) -> None:
    """NIST SP 800-53 AC-5."""
    state = State.HELD if act.endswith("_case") else State.APPOINTMENT_BOOKED
    about = replace(case(state, State.REFERRED), interviewer=ME)
    told = refusal(act, Situation(ME, NOW, policy(), about))
    assert told and told.rule == "authority.interviewer"
    assert refusal(act, Situation(OTHER, NOW, policy(), about)) is None


@pytest.mark.parametrize("state", sorted(State))
def test_what_a_supervisor_may_do_to_a_case(state: State) -> None:
    one = Situation(OTHER, NOW, policy(), case(state, State.REFERRED))
    assert may("hold_case", one) == (state not in FINAL and state is not State.HELD)
    assert may("release_case", one) == may("close_case", one) == (state is State.HELD)


def test_another_interview_waits_for_the_cool_off_and_ends_with_the_attempts() -> None:
    rules, referred = policy(), case(State.REFERRED)
    ready = NOW + timedelta(hours=rules.interview_cool_off_hours)
    soon = interview_again(referred, 1, rules, ready - timedelta(seconds=1))
    assert soon and (soon.rule, soon.clears_at) == ("interview.cool_off", ready)
    assert interview_again(referred, 1, rules, ready) is None
    spent = interview_again(referred, rules.interview_attempts, rules, ready)
    assert spent and spent.rule == "interview.no_attempt_left"
    assert interview_again(case(State.INTERRUPTED), 0, rules, NOW) is None
    passed = interview_again(case(State.PASSED), 0, rules, ready)
    assert passed and passed.rule == "interview.verdict"
