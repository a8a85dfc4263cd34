"""Staff and their sessions."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select, update

from ..domain.terms import Role, SessionState
from . import tables as t
from .pack import maybe_moment, pack, unpack, us
from .vault import Vault

_P, _S = t.people, t.sessions
_SEEN_BY_STAFF_ID = select(_P).where(_P.c.staff_id == bindparam("staff_id"))
_BY_STAFF_ID = _SEEN_BY_STAFF_ID.with_for_update()
_ALL = select(_P).order_by(_P.c.role, _P.c.name, _P.c.id)
_COUNT = select(func.count()).select_from(_P)
_ADD = insert(_P)
_SIGNED_IN = (
    update(_P)
    .where(_P.c.id == bindparam("person"))
    .values(last_step=bindparam("step"), last_sign_in=bindparam("at"))
)
_WHO = (
    select(_P.c.id, _P.c.role, _P.c.name, _P.c.staff_id, _P.c.office, _S.c.ends, _S.c.state)
    .join(_S, _S.c.person == _P.c.id)
    .where(_S.c.token == bindparam("token"))
)
_OPEN = insert(_S)
_CLOSE_ALL = delete(_S).where(_S.c.person == bindparam("who"))
_ENDED = delete(_S).where(_S.c.ends <= bindparam("now"))
_LIVE = select(_S.c.person).where(_S.c.ends > bindparam("now"))
_NAME = select(_P.c.name).where(_P.c.id == bindparam("id"))


@dataclass(frozen=True, slots=True)
class Who:
    """Who sends a request; everything is None for nobody."""

    person: UUID | None = None
    role: Role | None = None
    name: str = ""
    staff_id: str = ""
    office: str | None = None
    state: SessionState = SessionState.OPEN


NOBODY = Who()


@dataclass(frozen=True, slots=True)
class Person:
    """A staff member with what sign-in needs. `totp` is the base 32 secret, `phrase` a practice password."""

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


class People:
    """Repository of staff and sessions."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def who(self, token: str, now: datetime) -> Who:
        """Whose session a token opens; NOBODY for none, an unknown or an ended one."""
        row = self._connection.execute(_WHO, {"token": self._digest(token)}).one_or_none() if token else None
        if row is None or row.ends <= us(now):
            return NOBODY
        state = SessionState(row.state or SessionState.OPEN)
        return Who(row.id, Role(row.role), row.name, row.staff_id, row.office, state)

    def _digest(self, token: str) -> bytes:
        """What rests of a session token: keyed, so that nobody without the data key can make a session."""
        plain = hashlib.sha256(token.encode(errors="surrogatepass")).hexdigest()
        return self._vault.index("sessions", plain)

    def find(self, staff_id: str, lock: bool = True) -> Person | None:
        """The person with a staff ID, locked where the database can."""
        statement = _BY_STAFF_ID if lock else _SEEN_BY_STAFF_ID
        row = self._connection.execute(statement, {"staff_id": staff_id}).one_or_none()
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
        sealed = pack({"totp": person.totp, "phrase": person.phrase})
        row = {
            "id": person.id,
            "staff_id": person.staff_id,
            "name": person.name,
            "role": person.role.value,
            "office": person.office,
            "password": person.password_hash,
            "last_step": person.last_step,
            "last_sign_in": None,
            "practice": person.practice,
            "sealed": self._vault.seal("people", person.id.bytes, sealed),
        }
        self._connection.execute(_ADD, row)

    def signed_in(self, person: UUID, step: int, now: datetime) -> None:
        """Keeps the time step of the code that was used, and when."""
        self._connection.execute(_SIGNED_IN, {"person": person, "step": step, "at": us(now)})

    def open_session(self, person: UUID, token: str, now: datetime, ends: datetime, console: str) -> None:
        """Opens a session and ends every other one of this person."""
        self.close_sessions(person)
        row = {"token": self._digest(token), "person": person, "opened": us(now), "ends": us(ends)}
        self._connection.execute(_OPEN, {**row, "console": console[:80]})

    def spool_key(self, person: UUID, console: str) -> bytes:
        """What seals what a person's console keeps while the desk is away (32 bytes), always the same."""
        return self._vault.key_for(f"spool {person} {console}")

    def close_sessions(self, person: UUID) -> None:
        """Ends a person's sessions."""
        self._connection.execute(_CLOSE_ALL, {"who": person})

    def forget_ended_sessions(self, now: datetime) -> int:
        """Removes sessions whose time is over; how many there were."""
        return self._connection.execute(_ENDED, {"now": us(now)}).rowcount

    def signed_in_now(self, now: datetime) -> frozenset[UUID]:
        """Everybody with a live session."""
        return frozenset(self._connection.execute(_LIVE, {"now": us(now)}).scalars())

    def _person(self, row: Row[Any]) -> Person:
        values = unpack(self._vault.open("people", row.id.bytes, row.sealed))
        return Person(
            row.id,
            row.staff_id,
            row.name,
            Role(row.role),
            row.office,
            row.password,
            values["totp"],
            row.last_step,
            maybe_moment(row.last_sign_in),
            row.practice,
            values["phrase"],
        )
