"""The list of Taxpayer Assistance Centers and the days on which they are all closed."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from ..domain.errors import Trouble
from ..domain.offices import Hours, Office, OfficeList
from ..domain.records import Address
from .form import parse

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: tuple[Weekday, ...] = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip


def _zone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except ZoneInfoNotFoundError:
        raise ValueError("no such time zone") from None


def _hours(text: str) -> str:
    opens, _, closes = text.partition("-")
    if not _time(opens) < _time(closes):
        raise ValueError("opens after it closes")
    return text


def _time(text: str) -> time:
    hour, _, minute = text.strip().partition(":")
    return time(int(hour), int(minute))


Span = Annotated[str, AfterValidator(_hours)]
Week = dict[Weekday, Span]


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class _Usual(_Row):
    week: Week
    windows: int = Field(ge=1, le=50)
    minutes: int = Field(ge=5, le=240)


class _Office(_Row):
    id: str = Field(pattern=r"^[a-z0-9-]{1,40}$")
    name: str = Field(min_length=1, max_length=60)
    street: str = Field(min_length=1, max_length=60)
    city: str = Field(min_length=1, max_length=40)
    state: str = Field(pattern=r"^[A-Z]{2}$")
    zip: str = Field(pattern=r"^[0-9]{5}(-?[0-9]{4})?$")
    zone: Annotated[str, AfterValidator(_zone)]
    phone: str = Field(default="", max_length=20)
    week: Week | None = None
    windows: int | None = Field(default=None, ge=1, le=50)
    minutes: int | None = Field(default=None, ge=5, le=240)
    closures: frozenset[date] = frozenset()
    address_assumed: bool = False

    def office(self, usual: _Usual) -> Office:
        """The office, with what is usual where its row is silent."""
        week = self.week or usual.week
        return Office(
            id=self.id,
            name=self.name,
            address=Address((self.street,), self.city, self.state, self.zip),
            phone=self.phone,
            zone=self.zone,
            week=tuple(_span(week.get(day)) for day in WEEKDAYS),
            windows=self.windows or usual.windows,
            minutes=self.minutes or usual.minutes,
            closures=self.closures,
            address_assumed=self.address_assumed,
        )


class _List(_Row):
    version: str
    effective: date
    partial: bool
    source: str
    usual: _Usual
    offices: tuple[_Office, ...] = Field(min_length=1)


class _ClosedDays(_Row):
    version: str
    effective: date
    closed: frozenset[date]
    open: frozenset[date]


def _span(text: str | None) -> Hours | None:
    opens, _, closes = (text or "").partition("-")
    return Hours(_time(opens), _time(closes)) if text else None


def read_offices(text: str) -> OfficeList:
    """A published list of offices (YAML); Trouble("published.unreadable") says what is wrong with it."""
    file = parse(_List, text, "offices")
    ids = [row.id for row in file.offices]
    if len(set(ids)) < len(ids):
        raise Trouble("published.unreadable", kind="offices", reason="two offices have one id")
    offices = tuple(row.office(file.usual) for row in file.offices)
    return OfficeList(file.version, file.effective, file.partial, offices)


@lru_cache(maxsize=64)
def calendar(year: int) -> frozenset[date]:
    """The closed days of a year by 5 U.S.C. 6103 and orders; the observed ones of the next year too."""
    # A set of its own for each year: the package's calendar fills itself while it is asked, and the desk
    # asks from several threads.
    from holidays import country_holidays

    return frozenset(country_holidays("US", years=year, categories=("public", "government")))


@dataclass(frozen=True, slots=True)
class ClosedDays(Container[date]):
    """Days on which every office is closed: 5 U.S.C. 6103 and orders; dated rows of ours come first."""

    version: str
    effective: date
    closed: frozenset[date]
    open: frozenset[date]

    def __contains__(self, day: object) -> bool:
        """Whether every office is closed on a date."""
        if not isinstance(day, date) or day in self.open:
            return False
        return day in self.closed or day in calendar(day.year)


def read_closed_days(text: str) -> ClosedDays:
    """Published closed days (YAML) on top of the calendar; Trouble("published.unreadable") if it is wrong."""
    file = parse(_ClosedDays, text, "closed_days")
    return ClosedDays(file.version, file.effective, file.closed, file.open)
