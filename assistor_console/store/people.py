"""Staff, and what they sign in with."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, bindparam, func, insert, select, update

from ..domain.terms import Role, SessionState
from . import tables as t
from .pack import maybe_moment, maybe_us, pack, unpack, us
from .vault import Vault

_P = t.people
_SEEN_BY_STAFF_ID = select(_P).where(_P.c.staff_id == bindparam("staff_id"))
_BY_STAFF_ID = _SEEN_BY_STAFF_ID.with_for_update()
_BY_ID = select(_P).where(_P.c.id == bindparam("id")).with_for_update()
_ALL = select(_P).order_by(_P.c.role, _P.c.name, _P.c.id)
_COUNT = select(func.count()).select_from(_P)
_ADD = insert(_P)
_SEAL = update(_P).where(_P.c.id == bindparam("person")).values(sealed=bindparam("new_sealed"))
_USED_STEP = update(_P).where(_P.c.id == bindparam("person")).values(last_step=bindparam("step"))
_SIGNED_IN = update(_P).where(_P.c.id == bindparam("person")).values(last_sign_in=bindparam("at"))
_NAME = select(_P.c.name).where(_P.c.id == bindparam("id"))


@dataclass(frozen=True, slots=True)
class Who:
    """Who sends a request; everything is None or empty for nobody. `session` is the digest of their token."""

    person: UUID | None = None
    role: Role | None = None
    name: str = ""
    staff_id: str = ""
    office: str | None = None
    state: SessionState = SessionState.OPEN
    session: bytes = field(default=b"", repr=False)


NOBODY = Who()


@dataclass(frozen=True, slots=True)
class Person:
    """A staff member with what sign-in needs.

    `totp` is the base 32 secret of the authenticator app, "" for who has none yet, and `pending` one that
    waits for its first code. `temporary` says that the password was given, not chosen: with such a one, and
    without a second factor, one signs in until `password_until`. `phrase` is a practice password.
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

    @property
    def enrolled(self) -> bool:
        """Whether a code has proved that the second factor reached its owner."""
        return bool(self.totp)


class People:
    """Repository of staff.

    Whatever decides who gets in rests in the sealed record: whoever may write the table without the data key
    can put nothing of their own there.
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
            "sealed": self._sealed(person),
        }
        self._connection.execute(_ADD, row)

    def save(self, person: Person) -> None:
        """Keeps another password, second factor or phrase; a code that was used stays used."""
        self._connection.execute(_SEAL, {"person": person.id, "new_sealed": self._sealed(person)})

    def used_step(self, person: UUID, step: int) -> None:
        """Keeps the time step of the code that was used."""
        self._connection.execute(_USED_STEP, {"person": person, "step": step})

    def signed_in(self, person: UUID, now: datetime) -> None:
        """Keeps when somebody has signed in."""
        self._connection.execute(_SIGNED_IN, {"person": person, "at": us(now)})

    def _sealed(self, person: Person) -> bytes:
        values = {
            "password": person.password_hash,
            "temporary": person.temporary,
            "until": maybe_us(person.password_until),
            "totp": person.totp,
            "pending": person.pending,
            "phrase": person.phrase,
        }
        return self._vault.seal("people", person.id.bytes, pack(values))

    def _person(self, row: Row[Any]) -> Person:
        values = unpack(self._vault.open("people", row.id.bytes, row.sealed))
        return Person(
            row.id,
            row.staff_id,
            row.name,
            Role(row.role),
            row.office,
            values.get("password", row.password),  # in the column until the next change of password
            values["totp"],
            row.last_step,
            maybe_moment(row.last_sign_in),
            row.practice,
            values["phrase"],
            values.get("pending", ""),
            values.get("temporary", False),
            maybe_moment(values.get("until")),
        )
