"""Engines: SQLite with our pragmas, or PostgreSQL through libpq with our time limits."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, NullPool, create_engine, event
from sqlalchemy.engine import ExceptionContext

from ..domain.errors import Trouble

PRAGMAS = (
    "pragma journal_mode=wal",
    "pragma synchronous=full",
    "pragma busy_timeout=5000",
    "pragma foreign_keys=on",
    "pragma secure_delete=on",
    "pragma cache_size=-16000",  # kibibytes; a million rows' index barely fits, and loading touches all of it
)


@dataclass(frozen=True, slots=True)
class Limits:
    """How long PostgreSQL may take (seconds) and how many connections one process may hold."""

    statement: int
    lock: int
    idle_in_transaction: int
    connections: int


SERVING = Limits(statement=15, lock=2, idle_in_transaction=60, connections=24)
"""A server: a person waits for every answer, and a letter run is drawn inside its transaction."""
BESIDE = Limits(statement=600, lock=5, idle_in_transaction=600, connections=4)
"""A command beside the database: counting and dropping a file of millions of records takes its time."""
POOL_SECONDS = 10
"""So long a request waits for a connection before it is told that the desk is busy."""

_LIBPQ = {
    # Of several hosts the one that takes writes, after a failover too.
    "target_session_attrs": "read-write",
    "connect_timeout": 3,
    # A peer that is gone without a word is noticed within these seconds and milliseconds.
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 2,
    "tcp_user_timeout": 6000,
    "application_name": "assistor-console",
}
_READ_ONLY = "25006"


def engine_for(url: str, limits: Limits = BESIDE, pooled: bool = True) -> Engine:
    """An engine whose errors never show parameters; not pooled, it closes each connection after use.

    `url` is SQLAlchemy's for SQLite, libpq's for PostgreSQL (`postgresql://…` with all of its parameters;
    several hosts too).

    Raises Trouble: database.no_driver, database.url.
    """
    return _sqlite(url, pooled) if url.startswith("sqlite") else _postgresql(url, limits, pooled)


def _sqlite(url: str, pooled: bool) -> Engine:
    engine = create_engine(url, hide_parameters=True, poolclass=None if pooled else NullPool)
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(raw: Any, _: object) -> None:
    raw.isolation_level = None  # we say BEGIN ourselves: the driver would begin too late
    for pragma in PRAGMAS:
        raw.execute(pragma)


def _on_begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading")
    connection.exec_driver_sql("begin" if reading else "begin immediate")


def _postgresql(url: str, limits: Limits, pooled: bool) -> Engine:
    pool: dict[str, Any] = {
        "pool_size": limits.connections,
        "max_overflow": 0,
        "pool_timeout": POOL_SECONDS,
        "pool_use_lifo": True,
    }
    engine = create_engine(
        "postgresql+psycopg://",
        hide_parameters=True,
        connect_args=arguments(url, limits),
        **(pool if pooled else {"poolclass": NullPool}),
    )
    event.listen(engine, "handle_error", _on_error)
    return engine


def arguments(url: str, limits: Limits) -> dict[str, Any]:
    """What libpq is told: our defaults, what the URL says, and the time limits as options of the session."""
    try:
        from psycopg import ProgrammingError  # slow to import, and a console has no need of it
        from psycopg.conninfo import conninfo_to_dict
    except ModuleNotFoundError:
        raise Trouble("database.no_driver") from None
    try:
        given = conninfo_to_dict(url.replace("postgresql+psycopg://", "postgresql://", 1))
    except ProgrammingError:
        raise Trouble("database.url") from None
    times = {
        "statement_timeout": limits.statement,
        "lock_timeout": limits.lock,
        "idle_in_transaction_session_timeout": limits.idle_in_transaction,
    }
    options = " ".join(f"-c {name}={seconds}s" for name, seconds in times.items())
    # What comes later holds: a URL may widen a limit.
    return {**_LIBPQ, **given, "options": f"{options} {given.get('options', '')}".strip()}


def _on_error(context: ExceptionContext) -> None:
    """A primary that became a standby takes no writes any more: every connection to it is as good as dead."""
    if getattr(context.original_exception, "sqlstate", None) == _READ_ONLY:
        context.is_disconnect = True
