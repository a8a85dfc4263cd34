"""Extensions of a day: until when new calls may be taken, who said so and why."""

from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import Connection, bindparam, insert, select

from ..domain.shift import Extension
from . import tables as t
from .pack import moment, us
from .tables_access import extensions as E

_ADD = insert(E)
_OF_DAY = (
    select(E.c.until, E.c.reason, t.people.c.name)
    .join(t.people, t.people.c.id == E.c.by)
    .where(E.c.day == bindparam("on"))
    .order_by(E.c.at.desc(), E.c.id)
    .limit(1)
)


class Shifts:
    """Repository of extensions; a day rests as its number in the calendar (`date.toordinal`)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_day(self, day: date) -> Extension | None:
        """The latest extension of a day, with its supervisor's name; None where there is none."""
        row = self._connection.execute(_OF_DAY, {"on": day.toordinal()}).one_or_none()
        return Extension(day, moment(row.until), row.name, row.reason) if row else None

    def extend(self, given: Extension, by: UUID, now: datetime) -> None:
        """Adds an extension; earlier ones of the day stay as they were given."""
        row = {"id": uuid4(), "day": given.day.toordinal(), "until": us(given.until), "by": by}
        self._connection.execute(_ADD, {**row, "at": us(now), "reason": given.reason})
