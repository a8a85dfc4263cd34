"""Rows of the trail read many at a time, each with the leaf its content has now.

The driver's own tuples: a row costs a tenth of what a mapped one does, and a trail has millions.
"""

import sqlite3
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from sqlalchemy import Connection

from .leaves import NONE, leaf_of

AT_ONCE = 10_000
NO_LEAF = b""
"""The leaf of a row whose columns hold what no column of a trail can hold."""
FIRST, LAST = -(2**63), 2**63 - 1

T = TypeVar("T")
Seen = tuple[int, int, int | None, bytes, bytes]
"""A row's id, time (microseconds since 1970), transaction, leaf as it rests, and leaf of its content now."""
Leaf = tuple[int, bytes]
"""What stays of a purged row: its id and its leaf."""

# A role without a value and one called "None" have the same canonical form; nobody has the second.
_POSTGRESQL = """
    select id, at, tx, leaf, salt, request::text, act, coalesce(person::text, 'None'),
        coalesce(replace(role, 'None', '?'), 'None'), console, coalesce(call_id::text, 'None'),
        coalesce(case_id::text, 'None'), outcome, reason, about::text
    from audit where id > %s and id <= %s order by id limit %s
"""
_SQLITE = """
    select id, at, tx, leaf, salt, request, act, person,
        coalesce(replace(role, 'None', '?'), 'None'), console, call_id,
        case_id, outcome, reason, about
    from audit where id > ? and id <= ? order by id limit ?
"""
_PURGED = "select id, leaf from purged where id > {0} and id <= {0} order by id limit {0}"

Pages = Iterator[list[T]]
_Fetch = Callable[[str, tuple[int, int, int]], list[tuple[Any, ...]]]


def rows(connection: Connection, after: int = FIRST, last: int = LAST) -> Pages[Seen]:
    """The rows with ids above `after` up to `last`, in the order of ids, many at a time."""
    if connection.dialect.name == "postgresql":
        return _paged(_fetch_postgresql(connection), _POSTGRESQL, _seen, after, last)
    return _paged(_fetch_sqlite(connection), _SQLITE, _seen_sqlite, after, last)


def purged(connection: Connection, after: int = FIRST, last: int = LAST) -> Pages[Leaf]:
    """What stays of purged rows, likewise."""
    if connection.dialect.name == "postgresql":
        return _paged(_fetch_postgresql(connection), _PURGED.format("%s"), _leaf, after, last)
    return _paged(_fetch_sqlite(connection), _PURGED.format("?"), _leaf, after, last)


def _paged(
    fetch: _Fetch, statement: str, made: Callable[[list[tuple[Any, ...]]], list[Any]], after: int, last: int
) -> Pages[Any]:
    while found := fetch(statement, (after, last, AT_ONCE)):
        yield made(found)
        after = found[-1][0]


def _fetch_postgresql(connection: Connection) -> _Fetch:
    raw: Any = connection.connection.driver_connection
    cursor = raw.cursor(binary=True)  # numbers and bytes need no parsing

    def fetch(statement: str, values: tuple[int, int, int]) -> list[tuple[Any, ...]]:
        found: list[tuple[Any, ...]] = cursor.execute(statement, values).fetchall()
        return found

    return fetch


def _fetch_sqlite(connection: Connection) -> _Fetch:
    raw: Any = connection.connection.driver_connection

    def fetch(statement: str, values: tuple[int, int, int]) -> list[tuple[Any, ...]]:
        try:
            found: list[tuple[Any, ...]] = raw.execute(statement, values).fetchall()
        except sqlite3.OperationalError:  # a text that is no UTF-8: nobody can stop a superuser from that
            plain, raw.text_factory = raw.text_factory, _any_text
            try:
                found = raw.execute(statement, values).fetchall()
            finally:
                raw.text_factory = plain
        return found

    return fetch


def _any_text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _seen(found: list[tuple[Any, ...]]) -> list[Seen]:
    try:
        return [(id, at, tx, leaf, leaf_of(salt, at, *rest)) for id, at, tx, leaf, salt, *rest in found]
    except (TypeError, ValueError, AttributeError):
        return [(id, at, tx, leaf, _maybe(salt, at, rest)) for id, at, tx, leaf, salt, *rest in found]


def _maybe(salt: Any, at: Any, rest: list[Any]) -> bytes:
    """The leaf of a row among which one holds what it should not."""
    try:
        return leaf_of(salt, at, *rest)
    except (TypeError, ValueError, AttributeError):
        return NO_LEAF


def _seen_sqlite(found: list[tuple[Any, ...]]) -> list[Seen]:
    """There UUIDs rest as 32 hexadecimal digits."""
    return _seen(
        [
            (
                id, at, tx, leaf, salt, _uuid(request), act, _uuid(person), role, console,
                _uuid(call_id), _uuid(case_id), outcome, reason, about and _uuid(about),
            )
            for (
                id, at, tx, leaf, salt, request, act, person, role, console,
                call_id, case_id, outcome, reason, about,
            ) in found
        ]
    )  # fmt: skip


def _uuid(digits: Any) -> str:
    if digits is None:
        return NONE
    d = str(digits)
    return f"{d[:8]}-{d[8:12]}-{d[12:16]}-{d[16:20]}-{d[20:]}"


def _leaf(found: list[tuple[Any, ...]]) -> list[Leaf]:
    return [(id, leaf) for id, leaf in found]
