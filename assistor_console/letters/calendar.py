"""The appointment as a calendar entry (RFC 5545), in the office's own zone; it carries no code."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone

from ..domain.errors import refused
from .slip import Slip, check_slip, document_names, office_lines
from .stationery import Stationery
from .texts import fill
from .words import zone_words


def slip_calendar(slip: Slip, stationery: Stationery, *, uid: str, stamp: datetime, practice: bool) -> bytes:
    """The slip as an .ics file; `uid` and `stamp` (aware) are given, so the same slip gives the same bytes.

    The continuation code stays on paper: calendars are shared and copied to other people's machines.
    """
    check_slip(slip)
    if stamp.tzinfo is None:
        raise refused("letters.starts")
    zone_words(stationery.words, slip.zone, slip.language)  # an unknown zone is refused
    calendar = Calendar()
    calendar.add("prodid", "-//Assistor Console//Appointment//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(_zone(slip))
    calendar.add_component(_event(slip, stationery, uid, stamp, practice))
    written: bytes = calendar.to_ical()
    return written


def _zone(slip: Slip) -> Timezone:
    # Two years round the visit: old calendars trip over a century of rules.
    year = slip.starts.year
    return Timezone.from_tzid(slip.zone, first_date=date(year - 1, 1, 1), last_date=date(year + 2, 1, 1))


def _event(slip: Slip, stationery: Stationery, uid: str, stamp: datetime, practice: bool) -> Event:
    texts, said = stationery.slip, slip.language
    starts = slip.starts.astimezone(ZoneInfo(slip.zone))
    summary = texts.calendar_summary.say(said)
    mark = f"{stationery.common.practice.say(said)} " if practice else ""
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", stamp.astimezone(UTC))
    event.add("dtstart", starts)
    event.add("dtend", (slip.starts + timedelta(minutes=slip.minutes)).astimezone(ZoneInfo(slip.zone)))
    event.add("summary", mark + summary, parameters={"language": said.value})
    event.add("location", ", ".join((slip.office_name, *office_lines(slip.office_address))))
    event.add("description", mark + _description(slip, stationery), parameters={"language": said.value})
    event.add("class", "PRIVATE")
    event.add_component(_alarm(texts.calendar_reminder.say(said)))
    return event


def _description(slip: Slip, stationery: Stationery) -> str:
    return fill(
        stationery.slip.calendar_description.say(slip.language),
        case=slip.case_number,
        documents="; ".join(document_names(slip)),
        tac_phone=slip.tac_phone,
    )


def _alarm(words: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", timedelta(days=-1))
    return alarm
