"""Words for what a call holds: both languages, instants, days."""

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from ....domain.terms import Language, Text
from ....requests.intake import CallSeen
from ...desk_clock import time_words
from ...texts import Say

ZONES = {
    "America/New_York": "eastern",
    "America/Detroit": "eastern",
    "America/Indiana/Indianapolis": "eastern",
    "America/Chicago": "central",
    "America/Denver": "mountain",
    "America/Phoenix": "arizona",
    "America/Los_Angeles": "pacific",
    "America/Anchorage": "alaska",
    "Pacific/Honolulu": "hawaii",
    "America/Puerto_Rico": "atlantic",
}
"""What the zones of offices are called; another one is called by its own name."""


def aloud(texts: Iterable[Text], caller: Language, assistor: Language) -> tuple[str, str]:
    """Lines to say in the caller's language, one paragraph each, and the same for the assistor or ""."""
    said = list(texts)
    line = "\n".join(text.say(caller) for text in said)
    return line, "" if caller is assistor else "\n".join(text.say(assistor) for text in said)


def lines_of(seen: CallSeen, *wanted: str) -> list[Text]:
    """The lines of a call with these ids, in this order; all of them in the script's order where none is."""
    return [seen.lines[line] for line in wanted or seen.lines if line in seen.lines]


def zone_words(zone: str, say: Say) -> str:
    """A zone as people call it: "Pacific time"."""
    return say(f"call.zone_{ZONES[zone]}") if zone in ZONES else zone


def day_words(day: date, say: Say, *, weekday: bool = True) -> str:
    """A day: "Fri Dec 15"."""
    month = say(f"messages.month_{day.month}")
    code = "call.day" if weekday else "call.day_bare"
    return say(code, weekday=say(f"call.weekday_{day.weekday()}"), month=month, day=day.day)


def time_at(when: datetime, zone: str) -> str:
    """The time of day of an instant in a zone: "10:00 AM"."""
    return time_words(when, ZoneInfo(zone))


def moment_at(when: datetime, zone: str, say: Say) -> str:
    """An instant in a zone: "Fri Dec 15, 10:00 AM"."""
    local = when.astimezone(ZoneInfo(zone))
    return say("call.moment", day=day_words(local.date(), say), time=time_at(when, zone))
