"""What a login of PostgreSQL can do in this database, whichever way it came to it."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, bindparam, text

_MAY_LOG_IN = text("select 1 from pg_roles where rolname = :login and rolcanlogin")
_COLUMNS = text(
    """
    select attname from pg_attribute
    where attrelid = to_regclass('public.' || quote_ident(:name)) and attnum > 0 and not attisdropped
    order by attnum
    """
)
_TABLES = "(select * from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p'))"
_MIGHT = text(
    f"""
    select attribute from pg_roles, unnest(array[
        case when rolsuper then 'superuser' end, case when rolcreatedb then 'createdb' end,
        case when rolcreaterole then 'createrole' end, case when rolreplication then 'replication' end,
        case when rolbypassrls then 'bypassrls' end]) as attribute
    where rolname = :login and attribute is not null
    union all select 'member of ' || rolname from pg_roles
    where rolname in ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files',
        'pg_write_all_data', 'pg_signal_backend', 'pg_checkpoint') and pg_has_role(:login, oid, 'member')
    union all select 'owner of this database' from pg_database
    where datname = current_database() and pg_has_role(:login, datdba, 'member')
    union all select verb || ' in this database' from unnest(array['create', 'temporary']) as verb
    where has_database_privilege(:login, current_database(), verb)
    union all select 'create in schema ' || nspname from pg_namespace
    where nspname !~ '^pg_' and has_schema_privilege(:login, oid, 'create')
    union all select 'owner of ' || relname from {_TABLES} as made
    where pg_has_role(:login, relowner, 'member')
    union all select verb || ' ' || relname
    from {_TABLES} as made, unnest(array['truncate', 'trigger']) as verb
    where has_table_privilege(:login, made.oid, verb)
    union all select verb || ' audit' from unnest(array['update', 'delete']) as verb
    where has_table_privilege(:login, 'public.audit', verb)
    union all select 'update audit' where has_any_column_privilege(:login, 'public.audit', 'update')
    """
)
_RIGHTS = text(
    f"""
    select verb || ' ' || relname || '.' || attname from {_TABLES} as made
    join pg_attribute on attrelid = made.oid and attnum > 0 and not attisdropped,
    unnest(array['select', 'insert', 'update', 'references']) as verb
    where relname in :names and has_column_privilege(:login, made.oid, attnum, verb)
    union all select verb || ' ' || relname from {_TABLES} as made,
    unnest(array['delete', 'truncate', 'trigger']) as verb
    where relname in :names and has_table_privilege(:login, made.oid, verb)
    """
).bindparams(bindparam("names", expanding=True))


def current_login(connection: Connection) -> str:
    """Who is connected."""
    return str(connection.exec_driver_sql("select session_user").scalar_one())


def may_log_in(connection: Connection, login: str) -> bool:
    """Whether there is such a login."""
    return connection.execute(_MAY_LOG_IN, {"login": login}).first() is not None


def columns(connection: Connection, table: str) -> list[str]:
    """The columns of a table, in order."""
    return _words(connection.execute(_COLUMNS, {"name": table}))


def might(connection: Connection, login: str) -> tuple[str, ...]:
    """What a login can do that no server may: be superuser, own or make or empty tables, change the trail."""
    return tuple(_words(connection.execute(_MIGHT, {"login": login})))


def of(connection: Connection, login: str, tables: Collection[str]) -> set[str]:
    """Each verb a login may use on these tables: "update people.last_step", "delete sessions"."""
    return set(_words(connection.execute(_RIGHTS, {"login": login, "names": [*tables]})))


def _words(rows: Any) -> list[str]:
    return [str(word) for word in rows.scalars()]
