"""What was drawn into interviews: never twice for one taxpayer, and not too often for all."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import Connection, bindparam, func, insert, select

from ..domain.script import AskedItem, Question
from ..domain.terms import Form
from .pack import us
from .tables_interviews import shown as _S
from .vault import Vault

_ADD = insert(_S)
_OF = select(_S.c.item, _S.c.form, _S.c.year).where(_S.c.tin_index == bindparam("tin")).distinct()
_MOST_ROWS = 4_000  # some 500 interviews tell enough, and are counted in a few milliseconds
_LATE = (
    select(_S.c.item, _S.c.form, _S.c.year, _S.c.interview_id)
    .where(_S.c.at > bindparam("since"))
    .order_by(_S.c.at.desc())
    .limit(_MOST_ROWS)
    .cte("late")
)
_ALL = select(func.count(_LATE.c.interview_id.distinct())).scalar_subquery()
_COUNTS = select(
    _LATE.c.item, _LATE.c.form, _LATE.c.year, func.count().label("times"), _ALL.label("interviews")
).group_by(_LATE.c.item, _LATE.c.form, _LATE.c.year)


class Shown:
    """Repository of items that were drawn, by the taxpayer's keyed index."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def of(self, tin: str) -> frozenset[AskedItem]:
        """Every item (with form and year) that was ever drawn for a TIN, on whatever call or case."""
        rows = self._connection.execute(_OF, {"tin": self._index(tin)})
        return frozenset((row.item, Form(row.form), row.year) for row in rows)

    def add(self, tin: str, interview_id: UUID, questions: Iterable[Question], now: datetime) -> None:
        """Questions drawn for a TIN; identity items are not kept, they are asked on every call."""
        fixed = {"tin_index": self._index(tin), "interview_id": interview_id, "at": us(now)}
        items = [question.asks for question in questions if question.asks]
        rows = [{**fixed, "id": uuid4(), "item": i, "form": f.value, "year": y} for i, f, y in items]
        if rows:
            self._connection.execute(_ADD, rows)

    def exposure(self, since: datetime) -> dict[AskedItem, float]:
        """For each item drawn after `since` the share (0 to 1) of the interviews that asked it; of very many
        interviews the latest count."""
        rows = self._connection.execute(_COUNTS, {"since": us(since)})
        return {(r.item, Form(r.form), r.year): min(1.0, r.times / r.interviews) for r in rows}

    def _index(self, tin: str) -> bytes:
        return self._vault.index("tin", tin)
