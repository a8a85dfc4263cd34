"""What the page offers: its own acts now, and from the desk what is refused, why, and when that clears."""

from collections.abc import Iterable, Mapping

from ....domain.errors import Refusal
from ....requests.base import Refusable
from ....requests.intake import CallSeen
from ...messages import refusal_text
from ...texts import Say
from ...widgets.offers import Offer
from .acts import BUTTONS, FOOT, HIDDEN, KEYS

NOT_YET = ("issue_account", "book_slot", "interview_again", "mail_letter")
"""Acts of the desk that the page names with their rule while they are refused, in this order."""

AFTER_VERDICT = frozenset({"interview_again"})
"""Acts nobody thinks of before there is a verdict."""

OVER = frozenset({"account.issued"})
"""Rules about what is done already: it stands under what is done."""


def offers_now(codes: Iterable[str], say: Say) -> list[Offer]:
    """The acts a person can do now, without those that are buttons already."""
    left_out = BUTTONS | FOOT | HIDDEN
    return [Offer(code, say(code), KEYS[code]) for code in codes if code not in left_out]


def offers_away(codes: Iterable[str], say: Say) -> list[Offer]:
    """The acts that wait for a desk that is away; whoever presses their key is told so."""
    left_out = BUTTONS | FOOT | HIDDEN
    why = say("call.needs_desk")
    return [Offer(code, say(code), "", why) for code in codes if code not in left_out]


def offers_closed(refused: Mapping[str, str], say: Say) -> list[Offer]:
    """The acts that the page itself does not allow now, each with why."""
    return [Offer(code, say(code), "", why) for code, why in refused.items()]


def offers_at_foot(codes: Iterable[str], say: Say) -> list[Offer]:
    """The acts that stand at the foot, whatever the call needs."""
    return [Offer(code, say(code), KEYS[code]) for code in codes if code in FOOT]


def offers_refused(seen: CallSeen, say: Say) -> list[Offer]:
    """The acts the desk refuses now, each with its rule."""
    refused = {one.act: one for one in seen.offers if one.rule is not None}
    return [
        Offer(act, say(_words(act, refused[act])), "", _reason(refused[act], seen, say))
        for act in NOT_YET
        if act in refused and refused[act].rule not in OVER
        if seen.verdict is not None or act not in AFTER_VERDICT
    ]


def _words(act: str, refused: Refusable) -> str:
    another = act == "mail_letter" and refused.rule == "letter.on_its_way"
    return "call.offer_another_letter" if another else f"call.offer_{act}"


def _reason(refused: Refusable, seen: CallSeen, say: Say) -> str:
    left = len(seen.numbers) - len(seen.recorded)
    if refused.rule == "account.not_proved" and left > 0:
        return say("call.items_left", left=left)
    refusal = Refusal(refused.rule or "", refused.values, refused.clears_at)
    return refusal_text(refusal, say.language)
