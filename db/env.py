"""Alembic's environment: migrates within the transaction of the connection it is given."""

from alembic import context

from assistor_console.store.every_table import meta

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=meta,
    render_as_batch=connection.dialect.name == "sqlite",
    transactional_ddl=False,
)
context.run_migrations()
