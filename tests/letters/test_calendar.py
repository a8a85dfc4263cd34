"""The calendar entry: the office's zone with its rules, an alarm the day before, and no code."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from assistor_console.domain.errors import Refused
from assistor_console.domain.terms import Language
from assistor_console.letters.calendar import slip_calendar
from assistor_console.letters.slip import Slip
from tests.letters.samples import SLIP, STATIONERY

STAMP = datetime(2017, 12, 11, 15, tzinfo=UTC)


def written(slip: Slip = SLIP, practice: bool = False) -> bytes:
    return slip_calendar(slip, STATIONERY, uid="a1@assistor-console", stamp=STAMP, practice=practice)


def part(data: bytes, name: str) -> Any:
    return Calendar.from_ical(data).walk(name)[0]


def event(data: bytes) -> Any:
    return part(data, "VEVENT")


def test_the_start_is_in_the_offices_zone() -> None:
    data = written()
    assert b"DTSTART;TZID=America/Los_Angeles:20171215T100000" in data
    assert b"BEGIN:VTIMEZONE\r\nTZID:America/Los_Angeles\r\n" in data
    assert event(data).decoded("dtstart") == SLIP.starts
    assert event(data).decoded("dtend") == SLIP.starts + timedelta(minutes=60)
    assert b"DTSTAMP:20171211T150000Z" in data


@pytest.mark.parametrize(
    ("zone", "offset"), [("America/Phoenix", -7), ("Pacific/Honolulu", -10), ("America/Puerto_Rico", -4)]
)
def test_zones_without_summer_time(zone: str, offset: int) -> None:
    data = written(replace(SLIP, zone=zone))
    assert part(data, "STANDARD")["tzoffsetto"].td == timedelta(hours=offset)
    assert data.count(b"BEGIN:STANDARD") == 1
    assert b"BEGIN:DAYLIGHT" not in data
    assert event(data).decoded("dtstart") == SLIP.starts


def test_an_alarm_comes_a_day_before() -> None:
    alarm = part(written(), "VALARM")
    assert alarm.decoded("trigger") == timedelta(days=-1)
    assert "ID" in alarm["description"]


def test_it_names_the_documents_and_never_the_code() -> None:
    data = written()
    said = str(event(data)["description"])
    assert "Driver’s license, issued by California; U.S. passport" in said
    assert "844-545-5640" in said
    flat = data.replace(b"\r\n ", b"")
    assert not any(part in flat for part in (b"7Q4M9", b"XKCT", b"2WZ8"))


def test_spanish_and_practice() -> None:
    found = event(written(replace(SLIP, language=Language.ES), practice=True))
    assert (
        found["summary"]
        == "Datos de práctica. No es un aviso. Cita en el Centro de Asistencia al Contribuyente"
    )
    assert found["summary"].params["language"] == "es"


def test_the_same_slip_gives_the_same_bytes() -> None:
    assert written() == written()
    assert all(len(line) <= 75 for line in written().split(b"\r\n"))


def test_a_line_break_in_a_value_adds_no_property() -> None:
    data = written(replace(SLIP, office_name="Fresno\r\nATTENDEE:mailto:x@example.org"))
    assert "attendee" not in event(data)


def test_a_moment_without_zone_is_refused() -> None:
    with pytest.raises(Refused):
        slip_calendar(SLIP, STATIONERY, uid="a", stamp=STAMP.replace(tzinfo=None), practice=False)
