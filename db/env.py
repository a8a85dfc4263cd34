"""Alembic's environment: migrates over the connection it is given, with time limits on PostgreSQL."""

from alembic import context

from assistor_console.store import tables_appointments  # noqa: F401 - adds its tables
from assistor_console.store.tables import meta

LOCK_SECONDS, STATEMENT_SECONDS = 5, 300

connection = context.config.attributes["connection"]
if connection.dialect.name == "postgresql":
    connection.exec_driver_sql(f"set local lock_timeout = '{LOCK_SECONDS}s'")
    connection.exec_driver_sql(f"set local statement_timeout = '{STATEMENT_SECONDS}s'")
context.configure(
    connection=connection,
    target_metadata=meta,
    render_as_batch=connection.dialect.name == "sqlite",
    transactional_ddl=False,
)
context.run_migrations()
