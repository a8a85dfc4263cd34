"""Who stands how to a record: staff's own and their households', flagged records and releases.

A record is known here by the blind index of its TIN alone.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import BindParameter, Connection, bindparam, func, insert, select, union, update

from ..domain.access import Access
from . import tables_access as t
from .pack import unpack, us
from .people import People, sealed_kin
from .tables import people as t_people
from .vault import Vault

OWN, HOUSEHOLD = "own", "household"
_TIN_PLACE, _NAME_PLACE = "access.tin", "access.name"

_K, _F, _R = t.kin, t.flags, t.releases
_person: BindParameter[UUID] = bindparam("person")
_record: BindParameter[bytes] = bindparam("record")
_now: BindParameter[int] = bindparam("now")
_some: BindParameter[list[bytes]] = bindparam("records", expanding=True)
_LIVE_RELEASE = select(_R.c.until).where(
    _R.c.person == _person, _R.c.tin_index == _record, _R.c.until > _now, _R.c.at <= _now
)
_SEALED = select(t_people.c.sealed).where(t_people.c.id == _person)
_STANDING = select(
    select(_K.c.relation)
    .where(_K.c.person == _person, _K.c.tin_index == _record)
    .scalar_subquery()
    .label("kin"),
    select(_F.c.person)
    .where(_F.c.tin_index == _record, _F.c.live.is_(True))
    .scalar_subquery()
    .label("flagged_by"),
    _LIVE_RELEASE.order_by(_R.c.until.desc()).limit(1).scalar_subquery().label("until"),
    _SEALED.scalar_subquery().label("sealed"),
)
_OWN_AMONG = select(_K.c.tin_index).where(_K.c.person == _person, _K.c.tin_index.in_(_some))
_FLAGGED_AMONG = select(_F.c.tin_index).where(
    _F.c.tin_index.in_(_some),
    _F.c.live.is_(True),
    ~select(_R.c.id)
    .where(_R.c.person == _person, _R.c.tin_index == _F.c.tin_index, _R.c.until > _now, _R.c.at <= _now)
    .exists(),
)
_EITHER_AMONG = union(_OWN_AMONG, _FLAGGED_AMONG)
_COUNT = select(func.count()).where(_K.c.person == _person)
_OWNERS = select(_K.c.person).where(_K.c.tin_index == _record, _K.c.relation == OWN)
_LINK = insert(_K)
_KNOWN = select(_K.c.relation).where(_K.c.person == _person, _K.c.tin_index == _record)
_FLAG_AGAIN = (
    update(_F)
    .where(_F.c.tin_index == bindparam("of"))
    .values({name: bindparam(f"to_{name}") for name in ("at", "person", "reason", "live")})
)
_FLAG = insert(_F)
_RELEASE = insert(_R)


@dataclass(frozen=True, slots=True)
class RecordKey:
    """How a record is counted and reported: the indexes of its TIN and, where known, of its name control, and
    the case that is about it."""

    tin: bytes
    name: bytes | None = None
    case_id: UUID | None = None


class Accesses:
    """Repository of kin, flags and releases.

    Kin stand in rows, for lists, and in the sealed record of their person: who takes a row away without the
    data key opens nothing by it.
    """

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def key(self, tin: str, control: str = "", case_id: UUID | None = None) -> RecordKey:
        """The key of the record of a TIN (nine digits); `control` is the name control, "" for none known."""
        name = self._vault.index(_NAME_PLACE, control) if control else None
        return RecordKey(self._vault.index(_TIN_PLACE, tin), name, case_id)

    def link(self, person: UUID, tin: str, relation: str) -> None:
        """This TIN is the person's own (OWN) or of their household (HOUSEHOLD); known ones stay."""
        index = self.key(tin).tin
        if self._connection.execute(_KNOWN, {"person": person, "record": index}).first() is None:
            self._connection.execute(_LINK, {"person": person, "tin_index": index, "relation": relation})
            People(self._connection, self._vault).add_kin(person, index)

    def owners(self, tin: str) -> list[UUID]:
        """Whose own TIN (nine digits) this is."""
        return list(self._connection.execute(_OWNERS, {"record": self.key(tin).tin}).scalars())

    def standing(self, person: UUID, record: RecordKey, supervises: bool, now: datetime) -> Access:
        """How somebody stands to a record at `now` (UTC), in one statement."""
        values = {"person": person, "record": record.tin, "now": us(now)}
        row = self._connection.execute(_STANDING, values).one()
        return Access(
            own=row.kin is not None or record.tin in self._sealed_kin(person, row.sealed),
            flagged=row.flagged_by is not None,
            flagged_by=row.flagged_by,
            released=row.until is not None,
            supervises=supervises,
        )

    def barred_among(
        self, person: UUID, tins: Collection[str], supervises: bool, now: datetime
    ) -> frozenset[str]:
        """Those of some TINs whose records this person may not open: as `domain.access.barred` for each."""
        keys = {self.key(tin).tin: tin for tin in tins}
        values = {"person": person, "records": list(keys), "now": us(now)}
        statement = _OWN_AMONG if supervises else _EITHER_AMONG
        found = {bytes(index) for index in self._connection.execute(statement, values).scalars()}
        sealed = self._connection.execute(_SEALED, {"person": person}).scalar_one_or_none()
        found |= self._sealed_kin(person, sealed) & keys.keys()
        return frozenset(keys[index] for index in found)

    def _sealed_kin(self, person: UUID, sealed: bytes | None) -> frozenset[bytes]:
        if sealed is None:
            return frozenset()
        return sealed_kin(unpack(self._vault.open("people", person.bytes, sealed))) or frozenset()

    def kin_count(self, person: UUID) -> int:
        """How many TINs are a person's own or of their household."""
        return int(self._connection.execute(_COUNT, {"person": person}).scalar_one())

    def flag(self, record: RecordKey, by: UUID, reason: str, now: datetime, live: bool = True) -> None:
        """Flags a record as sensitive, or with `live` false no longer."""
        row = {"at": us(now), "person": by, "reason": reason, "live": live}
        again = {"of": record.tin, **{f"to_{name}": value for name, value in row.items()}}
        if self._connection.execute(_FLAG_AGAIN, again).rowcount == 0:
            self._connection.execute(_FLAG, {"tin_index": record.tin, **row})

    def release(
        self, record: bytes, person: UUID, by: UUID, reason: str, now: datetime, until: datetime
    ) -> None:
        """`person` may open a flagged record (the index of its TIN) until then."""
        row = {"id": uuid4(), "tin_index": record, "person": person, "by": by}
        self._connection.execute(_RELEASE, {**row, "at": us(now), "until": us(until), "reason": reason})
