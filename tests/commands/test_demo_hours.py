"""The demonstration begins within the hours of work, whatever the clock of its desk says."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from assistor_console.demonstration.clocks import working_time

EASTERN = ZoneInfo("America/New_York")


def eastern(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of December 2017."""
    return datetime(2017, 12, day, hour, minute, tzinfo=EASTERN)


@pytest.mark.parametrize(
    ("now", "begins"),
    [
        (eastern(11, 10), eastern(11, 10)),
        (eastern(12, 6), eastern(12, 7, 30)),
        (eastern(12, 7), eastern(12, 7, 30)),
        (eastern(12, 17, 59), eastern(12, 17, 59)),
        (eastern(12, 18, 1), eastern(13, 7, 30)),
        (eastern(12, 23), eastern(13, 7, 30)),
        (eastern(22, 20), eastern(26, 7, 30)),
        (eastern(16, 12), eastern(18, 7, 30)),
    ],
)
def test_it_begins_where_new_calls_are_taken(now: datetime, begins: datetime) -> None:
    assert working_time(now) == begins
