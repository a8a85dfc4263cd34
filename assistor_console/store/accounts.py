"""Accounts this desk created."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, bindparam, func, insert, select, update

from . import tables as t
from .pack import moment, us
from .vault import INDEX_BYTES, Vault

_A, _E = t.accounts, t.events
_ADD = insert(_A)
_OF_PERSON = select(_A.c.id).where(_A.c.tin_index == bindparam("tin"))
_OF_CASE = select(_A).where(_A.c.case_id == bindparam("case"))
_TAKEN = select(_A.c.id).where(_A.c.username == bindparam("index"))
_OF_NAME = select(_A).where(_A.c.username == bindparam("index"))
_NAMED = select(_A.c.id, _A.c.case_id, _A.c.username).where(func.length(_A.c.username) != 2 * INDEX_BYTES)
_HIDE = update(_A).where(_A.c.id == bindparam("account")).values(username=bindparam("index"))
_ISSUED = select(_E.c.id, _E.c["values"]).where(
    _E.c.case_id == bindparam("case"), _E.c.event == "issue_account"
)
_UNNAME = update(_E).where(_E.c.id == bindparam("event_id")).values({_E.c["values"]: bindparam("told")})
_PASSWORD = (
    update(_A)
    .where(_A.c.id == bindparam("account"))
    .values(password=bindparam("password"), password_until=bindparam("password_until"))
)


@dataclass(frozen=True, slots=True)
class Account:
    """An account: its temporary password as an argon2id hash, valid until (UTC).

    Its name, which tells a surname, rests sealed with its letter, and here as a keyed index alone.
    """

    id: UUID
    case_id: UUID
    password_hash: str = field(repr=False)
    password_until: datetime
    issued_at: datetime
    issued_by: UUID


class Accounts:
    """Repository of accounts; one a person."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def exists_for(self, tin: str) -> bool:
        """Whether this desk created an account for a person."""
        return (
            self._connection.execute(_OF_PERSON, {"tin": self._vault.index("tin", tin)}).first() is not None
        )

    def of_case(self, case_id: UUID) -> Account | None:
        """The account of a case, or None."""
        return _account(self._connection.execute(_OF_CASE, {"case": case_id}).one_or_none())

    def named(self, username: str) -> Account | None:
        """The account of this name, or None."""
        return _account(self._connection.execute(_OF_NAME, {"index": self._index(username)}).one_or_none())

    def taken(self, username: str) -> bool:
        """Whether an account has this name."""
        return self._connection.execute(_TAKEN, {"index": self._index(username)}).first() is not None

    def _index(self, username: str) -> str:
        return self._vault.index("accounts.username", username).hex()

    def add(self, account: Account, tin: str, username: str) -> None:
        """A new account; IntegrityError where the person or the name has one."""
        row = {
            "id": account.id,
            "case_id": account.case_id,
            "tin_index": self._vault.index("tin", tin),
            "username": self._index(username),
            "password": account.password_hash,
            "password_until": us(account.password_until),
            "issued_at": us(account.issued_at),
            "issued_by": account.issued_by,
        }
        self._connection.execute(_ADD, row)

    def hide_names(self) -> None:
        """Programs before this one kept names as they are written, on timelines too: indexes from now on."""
        for row in self._connection.execute(_NAMED).all():
            values = {"account": row.id, "index": self._index(row.username)}
            self._connection.execute(_HIDE, values)
            for event in self._connection.execute(_ISSUED, {"case": row.case_id}).all():
                told = {name: value for name, value in json.loads(event.values).items() if name != "username"}
                self._connection.execute(_UNNAME, {"event_id": event.id, "told": json.dumps(told)})

    def replace_password(self, account: UUID, password_hash: str, until: datetime) -> None:
        """Another temporary password; the one before stops working."""
        values = {"account": account, "password": password_hash, "password_until": us(until)}
        self._connection.execute(_PASSWORD, values)


def _account(row: Row[Any] | None) -> Account | None:
    if row is None:
        return None
    until, issued = moment(row.password_until), moment(row.issued_at)
    return Account(row.id, row.case_id, row.password, until, issued, row.issued_by)
