"""`assistor-console clock`: moves a practice desk's clock forward, to the day of an appointment for one."""

import argparse
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from ..app import need_desk, open_beside
from ..requests.operate import MoveClock
from ..requests.sign_in import Hello
from ..settings import Settings

EASTERN = ZoneInfo("America/New_York")


def main(given: argparse.Namespace, settings: Settings) -> int:
    """Moves the clock by days and to a time of day (Eastern), or to a moment, or only tells it; 0."""
    need_desk(settings)
    beside = open_beside(settings)
    try:
        desk = beside.desk()
        if given.to or given.days or given.at:
            to = given.to or moved(desk.send(Hello()).now, given.days, given.at)
            beside.operator().send(MoveClock(to=to))
        # Asked again: a practice clock goes on from the last request that was made at it.
        now = desk.send(Hello()).now
        print(f"{now.astimezone(EASTERN):%A, %B %-d, %Y, %H:%M} Eastern")
    finally:
        beside.close()
    return 0


def moved(now: datetime, days: int, at: time | None) -> datetime:
    """The moment (UTC) that many days later, at a time of day where one is given."""
    local = now.astimezone(EASTERN)
    day = local.date() + timedelta(days=days)
    return datetime.combine(day, at or local.time(), EASTERN).astimezone(UTC)
