"""What committed transactions have done since somebody last looked: nothing missed, nothing twice.

Rows of the trail get their numbers in another order than they are committed, so a number is no place to go on
from. Each row holds its transaction instead, and a look goes as far as the oldest transaction that is still
under way (the snapshot's xmin): whatever is older has committed and is seen, or has failed for good.
"""

from dataclasses import dataclass

from sqlalchemy import BigInteger, Connection, bindparam, text

_LOOK = text(
    """
    with look as (select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon)
    select horizon, array(
        select distinct act from audit
        where outcome = 'done' and tx >= :since
          and tx < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
    ) as acts
    from look
    """
).bindparams(bindparam("since", type_=BigInteger))


@dataclass(frozen=True, slots=True)
class News:
    """The acts done by transactions from the one looked from up to, not including, `horizon`."""

    horizon: int
    acts: frozenset[str]


class Settled:
    """The trail by transactions; PostgreSQL only."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def since(self, horizon: int) -> News:
        """Which acts were done by transactions from `horizon` on that are settled by now.

        Ask next from the horizon of the answer. One statement, and so one snapshot, gives both.
        """
        row = self._connection.execute(_LOOK, {"since": horizon}).one()
        return News(int(row.horizon), frozenset(row.acts))

    def horizon(self) -> int:
        """Where to begin looking from."""
        return self.since(_NEVER).horizon


_NEVER = 2**62  # later than any transaction
