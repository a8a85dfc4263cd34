"""What may be decided about a visit now, and the sentence beside the button while it may not."""

from collections.abc import Collection

from ...domain.appointment import VisitReason
from ...domain.errors import Refusal
from ...requests.appointments import PairSeen
from ...requests.visits import Check, VisitFacts
from ..messages import refusal_text
from ..texts import Say, known

REASONS = tuple(reason for reason in VisitReason if reason is not VisitReason.NONE)


def why_no_decision(say: Say, facts: VisitFacts | None) -> str:
    """Why nothing may be recorded about the visit, or ""."""
    if facts is None:
        return say("tac.why_open")
    if facts.may_verify:
        return ""
    rule = facts.why_not or "visit.over"
    code = f"tac.why_{rule.replace('.', '_')}"
    return say(code) if known(code) else refusal_text(Refusal(rule), say.language)


def why_not_verified(
    say: Say, facts: VisitFacts | None, pair: PairSeen | None, ticked: Collection[Check]
) -> str:
    """Why "verified" is not possible yet, or ""."""
    if no := why_no_decision(say, facts):
        return no
    if pair is None or not pair.accepted:
        return say("tac.why_pair")
    missing = len(Check) - len(ticked)
    return say("tac.why_checks", open=missing) if missing else ""


def reason_choices(say: Say) -> list[tuple[str, str]]:
    """Why a visit may end unverified, as a drop-down offers it."""
    return [("", say("tac.choose")), *((r.value, say(f"tac.reason_{r.value}")) for r in REASONS)]
