"""Accounts this desk created."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, bindparam, insert, select, update

from . import tables as t
from .pack import moment, us
from .vault import Vault

_A = t.accounts
_ADD = insert(_A)
_OF_PERSON = select(_A.c.id).where(_A.c.tin_index == bindparam("tin"))
_OF_CASE = select(_A).where(_A.c.case_id == bindparam("case"))
_TAKEN = select(_A.c.id).where(_A.c.username == bindparam("username"))
_PASSWORD = (
    update(_A)
    .where(_A.c.id == bindparam("account"))
    .values(password=bindparam("password"), password_until=bindparam("password_until"))
)


@dataclass(frozen=True, slots=True)
class Account:
    """An account: its name, and its temporary password as an argon2id hash, valid until (UTC)."""

    id: UUID
    case_id: UUID
    username: str
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
        row = self._connection.execute(_OF_CASE, {"case": case_id}).one_or_none()
        if row is None:
            return None
        until, issued = moment(row.password_until), moment(row.issued_at)
        return Account(row.id, row.case_id, row.username, row.password, until, issued, row.issued_by)

    def taken(self, username: str) -> bool:
        """Whether an account has this name."""
        return self._connection.execute(_TAKEN, {"username": username}).first() is not None

    def add(self, account: Account, tin: str) -> None:
        """A new account; IntegrityError where the person or the name has one."""
        row = {
            "id": account.id,
            "case_id": account.case_id,
            "tin_index": self._vault.index("tin", tin),
            "username": account.username,
            "password": account.password_hash,
            "password_until": us(account.password_until),
            "issued_at": us(account.issued_at),
            "issued_by": account.issued_by,
        }
        self._connection.execute(_ADD, row)

    def replace_password(self, account: UUID, password_hash: str, until: datetime) -> None:
        """Another temporary password; the one before stops working."""
        values = {"account": account, "password": password_hash, "password_until": us(until)}
        self._connection.execute(_PASSWORD, values)
