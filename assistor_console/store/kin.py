"""The TINs of a person's household as they stand in rows, which lists are joined with."""

from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from .tables_access import kin as _K

_OF = select(_K.c.tin_index).where(_K.c.person == bindparam("person"))


def kin_of(connection: Connection, person: UUID) -> frozenset[bytes]:
    """Their indexes."""
    return frozenset(bytes(index) for index in connection.execute(_OF, {"person": person}).scalars())
