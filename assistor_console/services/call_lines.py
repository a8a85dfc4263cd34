"""What is read aloud at each step of a call, in the order it is said."""

from collections.abc import Iterable

from ..desk.work import Work
from ..domain.flow import Matter
from ..domain.script import IDENTITY, Script
from ..domain.terms import Due, Section, State, Text, Verdict

_ELIGIBILITY = (
    "greeting",
    "recording",
    "ask_individual",
    "ask_own_behalf",
    "ask_eservices_user",
    "ask_tried_online",
)
_BY_DUE: dict[Due, tuple[str, ...]] = {
    Due.ELIGIBILITY: _ELIGIBILITY,
    Due.FIND_CASE: ("return_greeting",),
    Due.PROVE: ("ask_continuation", "ask_identity_again"),
    Due.RESUME: ("dropped",),
    Due.NOTHING: ("goodbye",),
}
_BY_STATE: dict[State, tuple[str, ...]] = {
    State.PASSED: ("passed",),
    State.VERIFIED_IN_PERSON: ("verified",),
    State.REFERRED: ("referral", "bring"),
    State.APPOINTMENT_BOOKED: ("bring",),
    State.ACCOUNT_ISSUED: ("username", "password", "letter_steps", "mail_wait"),
}


def lines(work: Work, script: Script, matter: Matter, due: Due, section: Section | None) -> dict[str, Text]:
    """The script's lines for this step by their ids; `section` is that of the question to ask."""
    values = line_values(work)
    return {line: script.line(line, **values) for line in _wanted(matter, due, section)}


def line_values(work: Work) -> dict[str, str | int]:
    """What may fill a line: the assistor, policy's numbers and telephone lines; never a record's value."""
    policy = work.policy
    return {
        "assistor": work.who.name,
        "assistor_id": work.who.staff_id,
        "least": policy.mail_days_least,
        "most": policy.mail_days_most,
        "code_days": policy.activation_code_days,
        "desk_phone": policy.desk_phone,
        "tac_phone": policy.tac_phone,
        "individuals_phone": policy.individuals_phone,
    }


def _wanted(matter: Matter, due: Due, section: Section | None) -> Iterable[str]:
    if due is Due.CLOSE:
        return (matter.call.closing or "not_found", "goodbye")
    if due in _BY_DUE:
        return _BY_DUE[due]
    if due is Due.ANSWER:
        return _asking(matter, section)
    return _thin(matter) or _BY_STATE.get(matter.case.state, ()) if matter.case else ()


def _asking(matter: Matter, section: Section | None) -> Iterable[str]:
    if section is Section.IDENTITY:
        again = matter.call.asked_again and not matter.case and not matter.progress.answered
        return ("mismatch_again",) if again else ("neutral",)
    return () if matter.progress.tax_begun else ("papers",)


def _thin(matter: Matter) -> tuple[str, ...]:
    """Records too thin for questions lead to the same visit, without blame."""
    interview = matter.interview
    referred = interview is not None and interview.verdict is Verdict.REFERRED
    undrawn = len(matter.progress.asked) <= len(IDENTITY)
    thin = referred and interview is not None and (undrawn or not interview.frozen)
    at_booking = matter.case is not None and matter.case.state is State.REFERRED
    return ("records_thin", "bring") if thin and at_booking else ()
