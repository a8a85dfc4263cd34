"""Which records people opened: counted, so that nobody browses unseen."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Connection, bindparam, delete, func, insert, literal, select

from . import locks
from .access import RecordKey
from .pack import maybe_moment, us
from .tables_access import alerts as _A
from .tables_access import opens as _O

_ADD = insert(_O).inline()
_OURS = (
    select(func.max(_O.c.id))
    .where(
        _O.c.person == bindparam("who"), _O.c.tin_index == bindparam("record"), _O.c.at > bindparam("again")
    )
    .scalar_subquery()
)
_ANY = literal(2**62, BigInteger)
_FILLED = (
    select(_O.c.at)
    .where(
        _O.c.person == bindparam("who"),
        _O.c.at > bindparam("since"),
        _O.c.id < func.coalesce(_OURS, _ANY),
    )
    .order_by(_O.c.id.desc())
    .offset(bindparam("full_at"))
    .limit(1)
    .scalar_subquery()
)
_LOOK = select(_OURS.label("ours"), _FILLED.label("filled"))
_RECORDS = select(func.count(_O.c.tin_index.distinct())).where(
    _O.c.person == bindparam("who"), _O.c.at > bindparam("since"), _O.c.name_index == bindparam("name")
)
_PEOPLE = select(func.count(_O.c.person.distinct())).where(
    _O.c.tin_index == bindparam("record"), _O.c.at > bindparam("since")
)
_CLUSTERS = select(_RECORDS.scalar_subquery().label("records"), _PEOPLE.scalar_subquery().label("people"))
_AMONG = select(_O.c.id).where(
    _O.c.person == bindparam("who"),
    _O.c.tin_index == bindparam("record"),
    _O.c.at > bindparam("since"),
    _O.c.at <= bindparam("until"),
)
# Whoever is among the openers of a reported record is known as long as nobody has looked into the report.
_FORGET = delete(_O).where(
    _O.c.at < bindparam("before"),
    ~select(_A.c.id).where(_A.c.open.is_(True), _A.c.tin_index == _O.c.tin_index).exists(),
)


class Opens:
    """Repository of openings."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def hold(self, person: UUID) -> None:
        """Nobody else counts this person's openings until the transaction ends: two consoles at once must not
        both take the last one."""
        locks.wait_for(self._connection, locks.number(b"opens" + person.bytes))

    def look(
        self, person: UUID, record: RecordKey, again: datetime, since: datetime, most: int
    ) -> tuple[bool, datetime | None]:
        """Whether this person has opened the record since `again`; and when the oldest of the `most` openings
        before it (or before now) was, None where there are fewer since `since`."""
        values = {"who": person, "record": record.tin, "again": us(again), "since": us(since)}
        row = self._connection.execute(_LOOK, {**values, "full_at": most - 1}).one()
        return row.ours is not None, maybe_moment(row.filled)

    def add(self, person: UUID, record: RecordKey, now: datetime) -> None:
        """One opening."""
        row = {"at": us(now), "person": person, "tin_index": record.tin, "name_index": record.name}
        self._connection.execute(_ADD, row)

    def around(self, person: UUID, record: RecordKey, since: datetime) -> tuple[int, int]:
        """How many records of this name control the person opened, and how many people this record."""
        values = {"who": person, "record": record.tin, "name": record.name, "since": us(since)}
        row = self._connection.execute(_CLUSTERS, values).one()
        return row.records, row.people

    def is_among(self, person: UUID, record: bytes, since: datetime, until: datetime) -> bool:
        """Whether this person opened a record (the index of its TIN) after `since`, up to `until`."""
        values = {"who": person, "record": record, "since": us(since), "until": us(until)}
        return self._connection.execute(_AMONG, values).first() is not None

    def forget(self, before: datetime) -> int:
        """Removes openings older than that, but of records that an open alert is about; how many."""
        return self._connection.execute(_FORGET, {"before": us(before)}).rowcount
