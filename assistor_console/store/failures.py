"""What a database's errors mean."""

from sqlalchemy.exc import DBAPIError, IntegrityError

from ..domain.errors import Trouble

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


def may_try_again(failed: DBAPIError) -> bool:
    """Whether running the transaction once more can help: a lost race or a deadlock."""
    return isinstance(failed, IntegrityError) or getattr(failed.orig, "sqlstate", None) in _AGAIN


def trouble(failed: DBAPIError) -> Trouble:
    """The trouble to tell a person about."""
    said = str(failed.orig)
    for words, code in _SQLITE.items():
        if words in said:
            return Trouble(code)
    state = getattr(failed.orig, "sqlstate", None) or ""
    return Trouble("desk.disk_full" if state.startswith("53") else "desk.unreachable")
