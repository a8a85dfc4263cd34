"""Staff, and what they sign in with."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, bindparam, func, insert, select, update

from ..domain.errors import Trouble
from ..domain.terms import Role, SessionState
from . import tables as t
from .kin import kin_of
from .pack import maybe_moment, maybe_us, pack, unpack, us
from .vault import Vault

_P = t.people
_SEEN_BY_STAFF_ID = select(_P).where(_P.c.staff_id == bindparam("staff_id"))
_BY_STAFF_ID = _SEEN_BY_STAFF_ID.with_for_update()
_BY_ID = select(_P).where(_P.c.id == bindparam("id")).with_for_update()
_LOCKED = select(_P).order_by(_P.c.id).with_for_update()
_ALL = select(_P).order_by(_P.c.role, _P.c.name, _P.c.id)
_COUNT = select(func.count()).select_from(_P)
_ADD = insert(_P)
_SEAL = update(_P).where(_P.c.id == bindparam("person")).values(sealed=bindparam("new_sealed"))
_USED_STEP = update(_P).where(_P.c.id == bindparam("person")).values(last_step=bindparam("step"))
_SIGNED_IN = update(_P).where(_P.c.id == bindparam("person")).values(last_sign_in=bindparam("at"))
_NAME = select(_P.c.name).where(_P.c.id == bindparam("id"))
_BOUND = ("staff_id", "name", "role", "office", "practice")
"""The columns that lists and joins read; what holds is their copy in the sealed record."""


@dataclass(frozen=True, slots=True)
class Who:
    """Who sends a request; everything is None or empty for nobody. `session` is the digest of their token.

    `altered`: there is a session, and it, or what a person may, was changed by somebody else than a desk.
    Such a one is nobody with a `person`.
    """

    person: UUID | None = None
    role: Role | None = None
    name: str = ""
    staff_id: str = ""
    office: str | None = None
    state: SessionState = SessionState.OPEN
    session: bytes = field(default=b"", repr=False)
    altered: bool = False


NOBODY = Who()


@dataclass(frozen=True, slots=True)
class Person:
    """A staff member with what sign-in needs.

    `totp` is the base 32 secret of the authenticator app, "" for who has none yet, and `pending` one that
    waits for its first code. `temporary` says that the password was given, not chosen: with such a one, and
    without a second factor, one signs in until `password_until`. `phrase` is a practice password. `kin` are
    the indexes of the TINs of their household, None where nobody has sealed any yet. `altered`: a column says
    something else than the sealed record, which is what stands here. `left` is why they do not work here
    any more, "" for who does.
    """

    id: UUID
    staff_id: str
    name: str
    role: Role
    office: str | None
    password_hash: str = field(repr=False)
    totp: str = field(repr=False)
    last_step: int = 0
    last_sign_in: datetime | None = None
    practice: bool = False
    phrase: str = field(default="", repr=False)
    pending: str = field(default="", repr=False)
    temporary: bool = False
    password_until: datetime | None = None
    kin: frozenset[bytes] | None = field(default=None, repr=False)
    altered: bool = False
    left: str = ""

    @property
    def waits(self) -> bool:
        """Whether they were added and nobody has given them a password yet."""
        return not (self.password_hash or self.left)

    @property
    def enrolled(self) -> bool:
        """Whether a code has proved that the second factor reached its owner."""
        return bool(self.totp)


class People:
    """Repository of staff.

    Whatever decides who gets in and what they may rests in the sealed record: whoever may write the table
    without the data key can put nothing of their own there.
    """

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def find(self, staff_id: str, lock: bool = True) -> Person | None:
        """The person with a staff ID, locked where the database can."""
        statement = _BY_STAFF_ID if lock else _SEEN_BY_STAFF_ID
        row = self._connection.execute(statement, {"staff_id": staff_id}).one_or_none()
        return self._person(row) if row else None

    def get(self, person: UUID) -> Person | None:
        """The person with an id, locked where the database can."""
        row = self._connection.execute(_BY_ID, {"id": person}).one_or_none()
        return self._person(row) if row else None

    def everybody(self) -> list[Person]:
        """All staff, by role and name."""
        return [self._person(row) for row in self._connection.execute(_ALL)]

    def name(self, person: UUID | None) -> str:
        """A person's name, or nothing."""
        if person is None:
            return ""
        return self._connection.execute(_NAME, {"id": person}).scalar_one_or_none() or ""

    def count(self) -> int:
        """How many people work here."""
        return int(self._connection.execute(_COUNT).scalar_one())

    def add(self, person: Person) -> None:
        """Adds a staff member."""
        row = {
            "id": person.id,
            "staff_id": person.staff_id,
            "name": person.name,
            "role": person.role.value,
            "office": person.office,
            "password": "",  # rests sealed; programs that look here let nobody in
            "last_step": person.last_step,
            "last_sign_in": None,
            "practice": person.practice,
            "sealed": self._sealed(person, person.kin or frozenset()),
        }
        self._connection.execute(_ADD, row)

    def save(self, person: Person) -> None:
        """Keeps another password, second factor or phrase; a code that was used stays used."""
        sealed = self._sealed(person, self._kin(person))
        self._connection.execute(_SEAL, {"person": person.id, "new_sealed": sealed})

    def add_kin(self, person: UUID, tin_index: bytes) -> None:
        """One TIN more is known as theirs or their household's."""
        found = self.get(person)
        assert found is not None, "staff"
        self.save(replace(found, kin=self._kin(found) | {tin_index}))

    def is_altered(self, person: Person) -> bool:
        """Whether somebody else than a desk has changed what this person may: a column or their household."""
        rows = kin_of(self._connection, person.id)
        return person.altered or (person.kin is not None and person.kin != rows)

    def complete(self) -> None:
        """Seals what records from before take from columns and rows, so that from now on it is believed."""
        for row in self._connection.execute(_LOCKED).all():
            with suppress(Trouble):  # what is damaged holds nothing up
                if not self._opened(row).keys() >= {*_BOUND, "kin"}:
                    self.save(self._person(row))

    def _kin(self, person: Person) -> frozenset[bytes]:
        return kin_of(self._connection, person.id) if person.kin is None else person.kin

    def used_step(self, person: UUID, step: int) -> None:
        """Keeps the time step of the code that was used."""
        self._connection.execute(_USED_STEP, {"person": person, "step": step})

    def signed_in(self, person: UUID, now: datetime) -> None:
        """Keeps when somebody has signed in."""
        self._connection.execute(_SIGNED_IN, {"person": person, "at": us(now)})

    def _sealed(self, person: Person, kin: frozenset[bytes]) -> bytes:
        values = {
            "password": person.password_hash,
            "temporary": person.temporary,
            "until": maybe_us(person.password_until),
            "totp": person.totp,
            "pending": person.pending,
            "phrase": person.phrase,
            "staff_id": person.staff_id,
            "name": person.name,
            "role": person.role.value,
            "office": person.office,
            "practice": person.practice,
            "left": person.left,
            "kin": sorted(index.hex() for index in kin),
        }
        return self._vault.seal("people", person.id.bytes, pack(values))

    def _opened(self, row: Row[Any]) -> dict[str, Any]:
        return unpack(self._vault.open("people", row.id.bytes, row.sealed))

    def _person(self, row: Row[Any]) -> Person:
        values = self._opened(row)
        held = {name: values.get(name, row._mapping[name]) for name in _BOUND}  # in columns until sealed
        return Person(
            row.id,
            held["staff_id"],
            held["name"],
            Role(held["role"]),
            held["office"],
            values.get("password", row.password),  # in the column until the next change of password
            values["totp"],
            row.last_step,
            maybe_moment(row.last_sign_in),
            held["practice"],
            values["phrase"],
            values.get("pending", ""),
            values.get("temporary", False),
            maybe_moment(values.get("until")),
            sealed_kin(values),
            any(value != row._mapping[name] for name, value in held.items()),
            values.get("left", ""),
        )


def sealed_kin(values: Mapping[str, Any]) -> frozenset[bytes] | None:
    """The indexes of a household's TINs in an opened record; None where nobody has sealed any yet."""
    kin = values.get("kin")
    return None if kin is None else frozenset(map(bytes.fromhex, kin))
