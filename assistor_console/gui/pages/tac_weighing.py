"""What the desk's view of two documents means for each card: a strip of words, and the field to look at."""

from dataclasses import dataclass
from datetime import date

from ...requests.appointments import PairSeen
from ...requests.visits import Shown
from ..days import day_words
from ..texts import Say
from ..theme import Tone

FIELDS = {
    "document.kind_unknown": "kind",
    "document.issuer_unknown": "issuer",
    "document.number_missing": "last_four",
    "document.expiry_missing": "expires",
    "document.expired": "expires",
    "document.name_differs": "name",
    "document.photo_differs": "photo",
}
ICONS = {Tone.OK: "check-circle", Tone.BAD: "warning-circle", Tone.NEUTRAL: "pencil-simple"}


@dataclass(frozen=True, slots=True)
class Strip:
    """One sentence about a document, its tone, and the field that is wrong ("" for none)."""

    words: str
    tone: Tone = Tone.NEUTRAL
    field: str = ""

    @property
    def icon(self) -> str:
        """The icon before the sentence."""
        return ICONS[self.tone]


def strips(
    say: Say, pair: PairSeen, shown: tuple[Shown | None, Shown | None], typing: tuple[str, str]
) -> tuple[Strip, Strip]:
    """A strip for each card. `typing` names the field of each card that somebody is in, or ""."""
    first = _strip(say, pair.first, shown[0], typing[0], str(pair.values.get("first_expires", "")))
    second = _strip(say, pair.second, shown[1], typing[1], str(pair.values.get("second_expires", "")))
    if pair.together and shown[1] is not None and second.tone is not Tone.BAD:
        second = Strip(_words(say, pair.together), Tone.BAD, "kind")
    return first, second


def _strip(say: Say, rule: str | None, shown: Shown | None, typing: str, expires: str) -> Strip:
    if shown is None:
        return Strip(say("tac.strip_empty"))
    if rule is None:
        return Strip(say("tac.strip_accepted"), Tone.OK)
    field = FIELDS.get(rule, "")
    unsaid = not getattr(shown, field, True)
    if field != "kind" and (unsaid or typing == field == "name"):
        return Strip(say(f"tac.need_{field}"))
    return Strip(_words(say, rule, expires), Tone.BAD, field)


def _words(say: Say, rule: str, expires: str = "") -> str:
    when = day_words(say, date.fromisoformat(expires)) if expires else ""
    return say(f"tac.strip_{rule.removeprefix('document.')}", expires=when)
