"""A record that stays closed to whoever takes the call: why, and what to do with the caller meanwhile."""

from ....domain.errors import Refusal
from ...messages import refusal_text
from ...texts import Say

OWN = "authority.own_record"
BARRED = {OWN: "own_record", "authority.flagged": "flagged", "authority.throttled": "throttled"}
"""The refusals that keep a record closed, and what their texts are called."""


def barred_title(rule: str, say: Say) -> str:
    """What has happened, in few words."""
    return say(f"call.barred_{BARRED[rule]}_title")


def barred_words(refusal: Refusal, say: Say) -> str:
    """Why, when that clears, and what to do with the caller."""
    return f"{refusal_text(refusal, say.language)} {say(f'call.barred_{BARRED[refusal.rule]}_text')}"
