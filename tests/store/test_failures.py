"""What a database's errors mean to a person."""

import sqlite3

import pytest
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from assistor_console.store.failures import is_bug, may_try_again, trouble


class ServerError(Exception):
    """An error as psycopg raises it: it knows its SQLSTATE."""

    def __init__(self, sqlstate: str | None) -> None:
        super().__init__("server said no")
        self.sqlstate = sqlstate


def failed(orig: Exception, kind: type[DBAPIError] = OperationalError) -> DBAPIError:
    return kind("select 1", None, orig)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("database or disk is full", "desk.disk_full"),
        ("attempt to write a readonly database", "desk.read_only"),
        ("database is locked", "desk.busy"),
        ("database disk image is malformed", "desk.damaged"),
        ("file is not a database", "desk.damaged"),
        ("unable to open database file", "desk.unreachable"),
    ],
)
def test_what_sqlite_says(said: str, code: str) -> None:
    assert trouble(failed(sqlite3.OperationalError(said))).code == code


@pytest.mark.parametrize(
    ("sqlstate", "code"),
    [
        ("53100", "desk.disk_full"),
        ("53300", "desk.busy"),
        ("40001", "desk.busy"),
        ("57014", "desk.busy"),
        ("25006", "desk.read_only"),
        ("XX001", "desk.damaged"),
        ("57P01", "desk.unreachable"),
        (None, "desk.unreachable"),
    ],
)
def test_what_postgresql_says(sqlstate: str | None, code: str) -> None:
    assert trouble(failed(ServerError(sqlstate))).code == code


def test_no_connection_left_is_busy() -> None:
    assert trouble(PoolTimeout()).code == "desk.busy"


def test_what_is_tried_again_and_what_is_a_bug() -> None:
    lost, deadlock = failed(ServerError("23505"), IntegrityError), failed(ServerError("40P01"))
    away, wrong = failed(ServerError("57P01")), failed(ServerError("22P02"), DataError)
    assert [may_try_again(one) for one in (lost, deadlock, away, wrong)] == [True, True, False, False]
    assert [is_bug(one) for one in (lost, deadlock, away, wrong)] == [True, False, False, True]
