"""What a database's errors mean."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from ..domain.errors import Trouble

_DENIED = "42501"
_AGAIN = frozenset({"40001", "40P01", "55P03"})
_SQLITE = {
    "database or disk is full": "desk.disk_full",
    "disk I/O error": "desk.disk_full",
    "readonly database": "desk.read_only",
    "database is locked": "desk.busy",
    "malformed": "desk.damaged",
    "not a database": "desk.damaged",
    "unable to open": "desk.unreachable",
}
_POSTGRESQL = {
    "53100": "desk.disk_full",
    "25006": "desk.read_only",
    _DENIED: "database.denied",
    **dict.fromkeys((*_AGAIN, "53200", "53300", "57014"), "desk.busy"),
    **dict.fromkeys(("XX001", "XX002"), "desk.damaged"),
}


def may_try_again(failed: DBAPIError) -> bool:
    """Whether running the transaction once more can help: a lost race, a deadlock, a broken connection.

    Whether a commit came through before its connection broke, the request's UUID tells the next run.
    """
    lost = isinstance(failed, IntegrityError) or getattr(failed.orig, "sqlstate", None) in _AGAIN
    return lost or failed.connection_invalidated


def is_bug(failed: DBAPIError) -> bool:
    """Whether the program asked for what no database can do, rather than this one being in trouble."""
    denied = getattr(failed.orig, "sqlstate", None) == _DENIED
    return isinstance(failed, IntegrityError | DataError | ProgrammingError) and not denied


def trouble(failed: DBAPIError | PoolTimeout) -> Trouble:
    """The trouble to tell a person about."""
    if isinstance(failed, PoolTimeout):
        return Trouble("desk.busy")
    said = str(failed.orig)
    for words, code in _SQLITE.items():
        if words in said:
            return Trouble(code)
    state = getattr(failed.orig, "sqlstate", None) or ""
    return Trouble(_POSTGRESQL.get(state, "desk.unreachable"))


@contextmanager
def told() -> Iterator[None]:
    """Says of a database's errors what whoever looks after it can do about them."""
    try:
        yield
    except PoolTimeout as failed:
        raise trouble(failed) from failed
    except DBAPIError as failed:
        if failed.statement is None:
            raise Trouble("database.away", reason=_why(failed)) from failed
        raise trouble(failed) from failed


def _why(failed: DBAPIError) -> str:
    """Why there is no connection, in the words of libpq: host, port and reason, never a password."""
    lines = (line.strip(" -\t.") for line in str(failed.orig).splitlines())
    said = "; ".join(line for line in lines if line and not line.startswith("Is the server running"))
    return said.removeprefix("connection failed: ")[:300]
