"""Taxpayer Assistance Centers: where they are and when they serve."""

from dataclasses import dataclass
from datetime import date, time
from zoneinfo import ZoneInfo

from .records import Address

WEEK = 7


@dataclass(frozen=True, slots=True)
class Hours:
    """Wall-clock opening hours of one weekday, in the office's own zone; `closes` is not included."""

    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Office:
    """One center. `week` has seven entries, Monday first, None where it is closed.

    `phone` is its own line, empty where policy's appointment line serves it.
    `windows` is how many visitors can be served at once, `minutes` how long one appointment is,
    `closures` the days it is closed beside weekends and holidays; `address_assumed` says that the
    street is not confirmed.
    """

    id: str
    name: str
    address: Address
    phone: str
    zone: str
    week: tuple[Hours | None, ...]
    windows: int
    minutes: int
    closures: frozenset[date] = frozenset()
    address_assumed: bool = False

    @property
    def tz(self) -> ZoneInfo:
        """The zone in which its hours and appointments are told."""
        return ZoneInfo(self.zone)

    def hours(self, day: date) -> Hours | None:
        """The hours of a day, None where the office is closed then; holidays are not looked at."""
        return None if day in self.closures else self.week[day.weekday()]


@dataclass(frozen=True, slots=True)
class OfficeList:
    """One published, dated list; `partial` says that it does not hold every center there is."""

    version: str
    effective: date
    partial: bool
    offices: tuple[Office, ...]

    def find(self, office_id: str) -> Office | None:
        """The office of an id, None where the list has none."""
        return next((office for office in self.offices if office.id == office_id), None)
