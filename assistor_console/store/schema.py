"""The schema's version: compared at start, migrated by Alembic only where it differs.

Servers of two releases in a row work with one database: a migration only adds, and what nobody needs any more
goes a release later. A program knows the newest schema of its own release (`HEAD`); the database says in
`realm.serves` which is the oldest whose programs still work with it. So a server starts on its own schema,
and on a newer one that still serves it; never on an older one, and it never migrates.
"""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import OperationalError

from ..assets import migrations
from ..domain.errors import Trouble
from .locks import MIGRATING, wait_for

HEAD = "0004"
"""The newest migration in `db/versions`; a test holds the two equal."""
SERVES = "0001"
"""The oldest schema whose programs work with HEAD; a migration that takes something away raises it."""
WRAPPED = "0003"
"""The oldest schema whose programs can read what is sealed under keys of the table `keys`."""
LOCK_SECONDS, STATEMENT_SECONDS = 5.0, 300.0
"""So long a migration waits for a lock, and so long may one of its statements take, on PostgreSQL."""

_VERSION = text("select version_num from alembic_version")
_STILL_SERVES = text("select serves from realm")
_BUSY = frozenset({"55P03", "57014", "40P01"})


def version(connection: Connection) -> str | None:
    """The migration a database stands at, None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(_VERSION).scalar_one_or_none()
    return str(found) if found else None


def check_fit(connection: Connection) -> None:
    """Raises Trouble("schema.older") or ("schema.newer") where this program cannot work with a database."""
    found = version(connection)
    if found is None or found < HEAD:
        raise Trouble("schema.older", found=found or "–", wanted=HEAD)
    if found > HEAD:
        serves = connection.execute(_STILL_SERVES).scalar_one_or_none()
        if serves is None or serves > HEAD:
            raise Trouble("schema.newer", reason=found)


def bring_up_to_date(engine: Engine) -> None:
    """Migrates to HEAD in one transaction; Trouble("schema.newer") for a database of a newer program."""
    with engine.connect() as connection:
        now = version(connection)
    if now != HEAD:
        migrate(engine, HEAD)


def migrate(engine: Engine, target: str) -> None:
    """Runs Alembic up or down to a revision ("base" for none) in one transaction; as `migrate_on`."""
    with engine.begin() as connection:
        migrate_on(connection, target)


def migrate_on(connection: Connection, target: str) -> None:
    """Runs Alembic within the caller's transaction, alone and not for ever.

    Raises Trouble: schema.newer; schema.busy where somebody else migrates or holds what must be changed.
    """
    try:
        _hold(connection)
        if version(connection) != target:
            _run(connection, target)
    except OperationalError as failed:
        if getattr(failed.orig, "sqlstate", None) in _BUSY:
            raise Trouble("schema.busy") from failed
        raise


def _hold(connection: Connection) -> None:
    """Keeps other migrators out until the transaction ends, and sets its time limits."""
    if connection.dialect.name == "postgresql":
        for name, seconds in (("lock_timeout", LOCK_SECONDS), ("statement_timeout", STATEMENT_SECONDS)):
            connection.exec_driver_sql(f"set local {name} = {round(seconds * 1000)}")
    wait_for(connection, MIGRATING)


def _run(connection: Connection, target: str) -> None:
    from alembic import command  # slow to import, and seldom needed
    from alembic.util import CommandError

    config = alembic_config(connection)
    down = target == "base" or (version(connection) or "") > target
    try:
        (command.downgrade if down else command.upgrade)(config, target)
    except CommandError as failed:
        raise Trouble("schema.newer", reason=str(failed)[:80]) from failed


def alembic_config(connection: Connection) -> Any:
    """Alembic's settings for a live connection; the folder is `db/`, in a checkout or a wheel."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(migrations())).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
