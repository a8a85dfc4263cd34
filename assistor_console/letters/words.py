"""Dates, times and hours as a letter says them, in the caller's language."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from ..domain.errors import refused
from ..domain.terms import Language
from .texts import Words, fill


def date_words(words: Words, day: date, language: Language) -> str:
    """January 12, 2018 or 12 de enero de 2018."""
    month = words.months.say(language)[day.month - 1]
    return fill(words.date.say(language), day=day.day, month=month, year=day.year)


def weekday_words(words: Words, day: date, language: Language) -> str:
    """Friday, January 12, 2018 or Viernes, 12 de enero de 2018: as a sentence begins."""
    weekday = words.weekdays.say(language)[day.weekday()]
    said = fill(words.date_with_weekday.say(language), weekday=weekday, date=date_words(words, day, language))
    return said[0].upper() + said[1:]


def time_words(words: Words, at: time, language: Language) -> str:
    """7:30 a.m. or 7:30 a. m., which a line never breaks apart."""
    half = words.morning if at.hour < 12 else words.afternoon
    clock = f"{(at.hour + 11) % 12 + 1}:{at.minute:02d}"
    return fill(words.time.say(language), clock=clock, half=half.say(language)).replace(
        " ", "\N{NO-BREAK SPACE}"
    )


def zone_words(words: Words, zone: str, language: Language) -> str:
    """Pacific time or hora del Pacífico, for an IANA zone; Refused("letters.zone") where it has no words."""
    if zone not in words.zones:
        raise refused("letters.zone", zone=zone)
    return words.zones[zone].say(language)


def local_time_words(words: Words, at: datetime, zone: str, language: Language) -> str:
    """10:00 a.m. Pacific time: an aware moment as clocks in `zone` show it."""
    named = zone_words(words, zone, language)
    clock = time_words(words, at.astimezone(ZoneInfo(zone)).time(), language)
    return fill(words.time_in_zone.say(language), time=clock, zone=named)


def hours_words(words: Words, opens: time, closes: time, zone: str, language: Language) -> str:
    """7:30 a.m. to 7:00 p.m. Eastern time, Monday to Friday: when the desk answers."""
    return fill(
        words.hours.say(language),
        opens=time_words(words, opens, language),
        closes=time_words(words, closes, language),
        zone=zone_words(words, zone, language),
    )
