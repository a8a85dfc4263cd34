"""Days, times and zones as a person reads them, in the language spoken now."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from .desk_clock import time_words
from .messages import ZONE
from .texts import Say


def day_words(say: Say, day: date) -> str:
    """A day with its year: "Nov 30, 2017"."""
    return say("days.day", month=say(f"messages.month_{day.month}"), day=day.day, year=day.year)


def short_day(say: Say, day: date) -> str:
    """A day without its year: "Dec 10"."""
    return say("days.short", month=say(f"messages.month_{day.month}"), day=day.day)


def local_day(when: datetime, zone: ZoneInfo = ZONE) -> date:
    """The day of an aware instant in a zone; Eastern where none is named."""
    return when.astimezone(zone).date()


def zone_words(when: datetime, zone: ZoneInfo = ZONE) -> str:
    """A zone as people in the United States say it, whatever the season: "PT", "ET", "AKT"."""
    name = when.astimezone(zone).strftime("%Z")
    return f"{name[:-2]}T" if name.isalpha() and len(name) > 2 else name


def time_and_zone(when: datetime, zone: ZoneInfo = ZONE) -> str:
    """An instant as time of day and zone: "10:00 AM PT"."""
    return f"{time_words(when, zone)} {zone_words(when, zone)}"


def age_words(say: Say, since: datetime, now: datetime) -> str:
    """How long ago an instant is: whole days ("11 d"), below one day hours ("5 h")."""
    passed = max(now - since, timedelta())
    if passed.days:
        return say("queue.days", days=passed.days)
    return say("queue.hours", hours=passed.seconds // 3600)


def day_and_time(say: Say, when: datetime, zone: ZoneInfo = ZONE) -> str:
    """An instant with its weekday and zone: "Mon Dec 18, 7:30 AM ET"."""
    day = local_day(when, zone)
    month, weekday = say(f"messages.month_{day.month}"), say(f"call.weekday_{day.weekday()}")
    words = say("call.day", weekday=weekday, month=month, day=day.day)
    return say("call.moment", day=words, time=time_and_zone(when, zone))
