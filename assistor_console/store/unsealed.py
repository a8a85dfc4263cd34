"""Which rows of the trail are to be sealed next.

Rows get their numbers in another order than they are committed. On PostgreSQL each row holds its transaction,
and those below the oldest one that is still under way (the snapshot's xmin) are settled: all their rows are
seen, and none will come. SQLite has one writer, and there numbers are in the order of commits; so they are in
the rows of a PostgreSQL from before it kept transactions.

Transactions count upwards for ever, unless the database goes on in another cluster (a dump was restored).
There a row of the old cluster may hold a transaction that is yet to come, and a new row one that was sealed
long ago. What is above all sealed ids tells that it is so; then everything left over is sealed at once, and
from then on only what is above those ids is looked at.

A row with a number that no row was given yet is never sealed: a seal would vouch for all numbers below it,
and rows that come with those would wait for ever, unseen.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import BigInteger, Connection, TextClause, bindparam, text

from .pack import maybe_moment, moment

_XMIN = "pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
_GIVEN = "(select coalesce(pg_sequence_last_value('audit_id_seq'), 0))"
_XMAX = "pg_snapshot_xmax(pg_current_snapshot())::text::bigint"


def _statement(words: str, *names: str) -> TextClause:
    return text(words).bindparams(*(bindparam(name, type_=BigInteger) for name in names))


_PLAIN = _statement(
    "select id, leaf from audit where tx is null and id > :floor and id <= :given order by id limit :most",
    *("floor", "given", "most"),
)
_PLAIN_OLDEST = _statement(
    "select min(cast(at as bigint)) from audit where tx is null and id > :floor", "floor"
)
_LOOK = _statement(
    f"""
    select {_XMIN} as xmin, {_XMAX} as xmax, {_GIVEN} as given, {_XMIN} < :since or exists (
        select from audit where id > :top and id <= {_GIVEN}
            and (tx < least(:since, {_XMIN}) or tx >= {_XMAX})) as moved
    """,
    *("since", "top"),
)
_SETTLED = _statement(
    """
    select id, leaf, tx from audit where tx >= :since and tx < :xmin and id > :floor and id <= :given
    order by tx fetch first (:most) rows with ties
    """,
    *("since", "xmin", "floor", "given", "most"),
)
_MOVED = _statement(
    """
    select id, leaf, tx from audit where id <= :given and ((id > :top and tx < :xmin)
        or (id > :floor and tx >= :since and (tx < :xmin or tx >= :xmax)))
    """,
    *("given", "top", "xmin", "floor", "since", "xmax"),
)
_OLDEST = _statement(
    f"select min(at) from audit where tx >= :since and tx < {_XMAX} and id > :floor", "since", "floor"
)
_NEWEST = text("select id, cast(at as bigint) as at from audit order by id desc limit 1")
_HIGHEST = text(f"select {_GIVEN}")
LARGEST_PLAIN = 2**62
"""SQLite gives each row the number after the largest there is, and from 2**63 - 1 on any number."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How far the trail is sealed: `horizon`, `floor` and `top` as `Seal` has them."""

    horizon: int = 0
    floor: int = 0
    top: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """What is to be sealed: ids and leaves in the order of ids, and how far that seals the trail."""

    mark: Mark
    rows: Sequence[tuple[int, bytes]] = field(default=())


class Unsealed:
    """The rows of the trail that are under no seal."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._counts = connection.dialect.name == "postgresql"

    def settled(self, mark: Mark, most: int) -> Found:
        """What can be sealed after `mark`, `most` rows or what one transaction has more."""
        if mark.horizon == 0:
            limits = {"floor": mark.floor, "given": self._given(), "most": most}
            plain = self._connection.execute(_PLAIN, limits).all()
            if plain or not self._counts:
                last = int(plain[-1].id) if plain else mark.top
                return Found(Mark(0, last, last), [(row.id, row.leaf) for row in plain])
        return self._by_transaction(mark, most)

    def _by_transaction(self, mark: Mark, most: int) -> Found:
        # A later statement sees whatever was settled at this one.
        look = self._connection.execute(_LOOK, {"since": mark.horizon, "top": mark.top}).one()
        limits = {"since": mark.horizon, "floor": mark.floor, "given": look.given, "xmin": look.xmin}
        if look.moved:
            return self._left_over(mark, limits | {"top": mark.top, "xmax": look.xmax})
        rows = self._connection.execute(_SETTLED, limits | {"most": most}).all()
        horizon = rows[-1].tx + 1 if len(rows) >= most else look.xmin
        found = sorted((row.id, row.leaf) for row in rows)
        return Found(Mark(horizon, mark.floor, max([mark.top, *(id for id, _ in found)])), found)

    def _left_over(self, mark: Mark, limits: dict[str, int]) -> Found:
        """The database goes on in another cluster."""
        rows = self._connection.execute(_MOVED, limits).all()
        found = sorted((row.id, row.leaf) for row in rows)
        old = (row.id for row in rows if row.tx >= limits["xmax"])
        top = max([mark.top, *(id for id, _ in found)])
        return Found(Mark(limits["xmin"], max([mark.top, *old]), top), found)

    def oldest(self, mark: Mark) -> datetime | None:
        """The time of the oldest row that waits to be sealed, settled or not; None where none waits."""
        at = None
        if mark.horizon == 0:
            at = self._connection.execute(_PLAIN_OLDEST, {"floor": mark.floor}).scalar_one_or_none()
        if at is None and self._counts:
            limits = {"since": mark.horizon, "floor": mark.floor}
            at = self._connection.execute(_OLDEST, limits).scalar_one_or_none()
        return maybe_moment(at)

    def newest(self) -> datetime | None:
        """The time of the row with the highest number; None where there is none."""
        row = self._connection.execute(_NEWEST).one_or_none()
        return moment(row.at) if row else None

    def is_beyond(self) -> bool:
        """Whether a row has a number that no row was given yet."""
        row = self._connection.execute(_NEWEST).one_or_none()
        return row is not None and row.id > self._given()  # asked later: by now more may have been given

    def _given(self) -> int:
        """The highest number that a row may have been given."""
        return int(self._connection.execute(_HIGHEST).scalar_one()) if self._counts else LARGEST_PLAIN
