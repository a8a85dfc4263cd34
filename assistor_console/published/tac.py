"""The list of Taxpayer Assistance Centers and the days on which they are all closed."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from ..assets import resource
from ..domain.errors import Trouble
from ..domain.offices import Hours, Office, OfficeList
from ..domain.records import Address

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

    def office(self, usual: _Usual, phone: str) -> Office:
        week = self.week or usual.week
        return Office(
            id=self.id,
            name=self.name,
            address=Address((self.street,), self.city, self.state, self.zip),
            phone=self.phone or phone,
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


def read_offices(path: Path, phone: str) -> OfficeList:
    """A list of offices from YAML; `phone` where a row has none.

    Trouble("published.unreadable") says what is wrong with it.
    """
    try:
        file = _List.model_validate(yaml.safe_load(path.read_text("utf-8")))
        ids = [row.id for row in file.offices]
        if len(set(ids)) < len(ids):
            raise ValueError("two offices have one id")
    except (OSError, yaml.YAMLError, ValidationError, ValueError) as error:
        raise Trouble("published.unreadable", file=path.name, reason=str(error)) from error
    offices = tuple(row.office(file.usual, phone) for row in file.offices)
    return OfficeList(file.version, file.effective, file.partial, offices)


@lru_cache(maxsize=4)
def offices(phone: str) -> OfficeList:
    """The list that ships with the program; `phone` (policy's appointment line) where a row has none."""
    return read_offices(resource("tac", "offices-2017.yaml"), phone)


@lru_cache(maxsize=64)
def _calendar(year: int) -> frozenset[date]:
    # A set of its own for each year: the package's calendar fills itself while it is asked, and the desk
    # asks from several threads.
    from holidays import country_holidays

    return frozenset(country_holidays("US", years=year, categories=("public", "government")))


@dataclass(frozen=True, slots=True)
class ClosedDays(Container[date]):
    """Days on which every office is closed: 5 U.S.C. 6103 and orders; dated rows of ours come first."""

    closed: frozenset[date]
    open: frozenset[date]

    def __contains__(self, day: object) -> bool:
        """Whether every office is closed on a date."""
        if not isinstance(day, date) or day in self.open:
            return False
        return day in self.closed or day in _calendar(day.year)


@lru_cache(maxsize=1)
def closed_days() -> ClosedDays:
    """The calendar of closed days; Trouble("published.unreadable") where our rows cannot be read."""
    path = resource("tac", "closed-days.yaml")
    try:
        file = _ClosedDays.model_validate(yaml.safe_load(path.read_text("utf-8")))
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise Trouble("published.unreadable", file=path.name, reason=str(error)) from error
    return ClosedDays(file.closed, file.open)
