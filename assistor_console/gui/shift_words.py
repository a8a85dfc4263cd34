"""How the day stands, in words: for the assistor before a call, and for supervisors."""

from datetime import datetime, timedelta

from ..domain.terms import Language
from ..requests.shift import ShiftSeen
from .days import day_and_time, local_day, time_and_zone
from .desk_clock import hour_words, time_words
from .messages import ZONE
from .texts import Say

MINUTE = timedelta(minutes=1)


def is_stale(seen: ShiftSeen, now: datetime) -> bool:
    """Whether the desk has opened or closed since it told: it is to be asked again."""
    turns = seen.closes_at if seen.open else seen.opens_at
    return turns is not None and now >= turns


def is_short(seen: ShiftSeen, now: datetime) -> bool:
    """Whether a call of the usual length would not end before closing."""
    return seen.open and seen.closes_at is not None and seen.closes_at - now < seen.usual_minutes * MINUTE


def state_words(say: Say, seen: ShiftSeen) -> str:
    """Until when new calls may be taken, or when next."""
    if seen.open and seen.closes_at is not None:
        return say("shift.open", time=time_and_zone(seen.closes_at))
    return opening_words(say, seen)


def short_words(say: Say, seen: ShiftSeen) -> str:
    """The same in few words, Eastern time."""
    if seen.open and seen.closes_at is not None:
        code = "shift.until_extended" if seen.extended_by else "shift.until_time"
        return say(code, time=time_words(seen.closes_at))
    if seen.opens_at is None:
        return say("shift.closed")
    day = say(f"call.weekday_{local_day(seen.opens_at).weekday()}")
    return say("shift.closed_until", day=day, time=time_words(seen.opens_at))


def opening_words(say: Say, seen: ShiftSeen) -> str:
    """When the desk opens next."""
    if seen.opens_at is None:
        return say("shift.closed_for_long")
    return say("shift.opens", when=day_and_time(say, seen.opens_at))


def extension_words(say: Say, seen: ShiftSeen) -> str:
    """Who extended the day and why; "" where nobody did."""
    return say("shift.extended", who=seen.extended_by, reason=seen.reason) if seen.extended_by else ""


def left_words(say: Say, seen: ShiftSeen, now: datetime) -> str:
    """How long the desk is still open: "12 min left today"."""
    left = (seen.closes_at - now) // MINUTE if seen.closes_at is not None else 0
    return say("shift.left", left=left) if left > 0 else say("shift.left_none")


def closed_aloud(language: Language, seen: ShiftSeen, opens: str, closes: str) -> str:
    """What is said to who phones while the desk is closed; its hours are "07:30" to "19:00" Eastern."""
    say = Say(language)
    hours = say("shift.hours", opens=hour_words(opens), closes=hour_words(closes))
    if seen.opens_at is None:
        return say("shift.say_closed", hours=hours)
    day = local_day(seen.opens_at)
    weekday, month = say(f"sign_in.weekday_{day.weekday()}"), say(f"sign_in.month_{day.month}")
    time = time_words(seen.opens_at)
    return say("shift.say_again", weekday=weekday, month=month, day=day.day, time=time, hours=hours)


def clock_command(seen: ShiftSeen) -> str:
    """What moves a practice clock to the next opening; "" where there is none."""
    if seen.opens_at is None:
        return ""
    days = (local_day(seen.opens_at) - local_day(seen.now)).days
    return f"assistor-console clock --days {days} --at {seen.opens_at.astimezone(ZONE):%H:%M}"
