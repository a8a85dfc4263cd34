"""The schema's version: compared at start, migrated by Alembic only where it differs."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, inspect, text

from ..assets import migrations
from ..domain.errors import Trouble

HEAD = "0001"
"""The newest migration in `db/versions`; a test holds the two equal."""


def version(connection: Connection) -> str | None:
    """The migration a database stands at, None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("select version_num from alembic_version")).scalar_one_or_none()
    return str(found) if found else None


def bring_up_to_date(engine: Engine) -> None:
    """Migrates to HEAD in one transaction; Trouble("schema.newer") for a database of a newer program."""
    with engine.connect() as connection:
        now = version(connection)
    if now != HEAD:
        migrate(engine, HEAD)


def migrate(engine: Engine, target: str) -> None:
    """Runs Alembic up or down to a revision ("base" for none)."""
    from alembic import command  # slow to import, and seldom needed
    from alembic.util import CommandError

    with engine.begin() as connection:
        config = alembic_config(connection)
        try:
            _move(command, config, target)
        except CommandError as failed:
            raise Trouble("schema.newer", reason=str(failed)[:80]) from failed


def _move(command: Any, config: Any, target: str) -> None:
    down = target == "base" or (version(config.attributes["connection"]) or "") > target
    (command.downgrade if down else command.upgrade)(config, target)


def alembic_config(connection: Connection) -> Any:
    """Alembic's settings for a live connection; the folder is `db/`, in a checkout or a wheel."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(migrations())).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
