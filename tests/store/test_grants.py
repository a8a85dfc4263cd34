"""The serving login: it can do what handlers do, and nothing else, through whatever program it comes."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import create_engine

from assistor_console.app import open_served
from assistor_console.domain.errors import Trouble
from assistor_console.store import rights
from assistor_console.store.engines import engine_for
from assistor_console.store.every_table import meta
from assistor_console.store.grants import GRANTS, SEQUENCES, wanted
from tests.central import Central, central
from tests.postgres import plain

REFUSED = {
    "create table": "create table mine (n integer)",
    "create temporary table": "create temporary table mine (n integer)",
    "create schema": "create schema mine",
    "create view": "create view mine as select 1",
    "create function": "create function mine() returns integer language sql as 'select 1'",
    "create procedure": "create procedure mine() language sql as 'select 1'",
    "create index": "create index mine on audit (outcome)",
    "create trigger": "create trigger mine before insert on audit execute function f()",
    "create rule": "create rule mine as on insert to audit do instead nothing",
    "create role": "create role mine superuser",
    "create database": "create database mine",
    "alter table": "alter table audit add column mine integer",
    "disable triggers": "alter table audit disable trigger all",
    "alter owner": "alter table audit owner to current_user",
    "alter sequence": "alter sequence audit_id_seq restart",
    "drop table": "drop table audit",
    "drop index": "drop index uq_audit_request_done",
    "truncate audit": "truncate audit",
    "truncate sessions": "truncate sessions",
    "audit update": "update audit set outcome = 'done'",
    "audit update of its leaf": "update audit set leaf = ''",
    "audit delete": "delete from audit",
    "audit row with a number of one's own": "insert into audit (id) values (1)",
    "audit row of another transaction": "insert into audit (tx) values (1)",
    "audit upsert": "insert into audit (at) values (1) on conflict (id) do update set act = ''",
    "audit merge": "merge into audit using realm on true when matched then delete",
    "audit lock": "begin; lock table audit in exclusive mode",
    "audit row lock": "select 1 from audit for update",
    "history": "delete from events",
    "answers": "update answers set sealed = ''",
    "a person's role": "update people set role = 'supervisor'",
    "a person's password": "update people set password = ''",
    "publish": "insert into publications select * from publications",
    "change what is published": "update publications set body = ''",
    "the realm": "update realm set realm = 'live'",
    "the clock": "update realm set clock_offset = 0",
    "the schema's version": "update alembic_version set version_num = '9999'",
    "load": "insert into files select * from files",
    "records": "delete from records",
    "a case": "delete from cases",
    "set the sequence": "select setval('audit_id_seq', 1)",
    "draw from the owner's sequence": "select nextval('files_id_seq')",
    "become superuser": "set role postgres",
    "set session": "set session authorization postgres",
    "replicate as superuser": "set session_replication_role = replica",
    "run a program": "copy (select 1) to program 'true'",
    "write a file": "copy (select 1) to '/x'",
    "read a file": "copy drafts from '/etc/passwd'",
    "read a file otherwise": "select pg_read_file('/etc/passwd')",
    "password hashes": "select * from pg_authid",
    "settings of the server": "alter system set fsync = off",
    "stop others": "select pg_terminate_backend(pid) from pg_stat_activity where usename <> current_user",
    "comment": "comment on table audit is ''",
    "security label": "reassign owned by current_user to postgres",
}


@pytest.fixture(scope="module")
def prepared(postgres_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Central]:
    with central(postgres_url, tmp_path_factory.mktemp("desk")) as made:
        made.prepare()
        yield made


def test_every_table_is_named() -> None:
    assert set(GRANTS) == {*meta.tables, "alembic_version"}


def test_every_named_column_exists() -> None:
    for name, grant in GRANTS.items():
        if name in meta.tables:
            assert {*grant.update, *grant.insert_not} <= set(meta.tables[name].c.keys()), name


def test_the_login_can_do_what_stands_there_and_no_more(prepared: Central) -> None:
    engine = engine_for(prepared.logins.serving)
    with engine.connect() as connection:
        login = prepared.logins.serving_login
        assert rights.might(connection, login) == ()
        assert rights.of(connection, login, GRANTS) == wanted(connection)
        sequences = (
            "select sequencename from pg_sequences where has_sequence_privilege(sequencename, 'usage')"
        )
        assert set(connection.exec_driver_sql(sequences).scalars()) == set(SEQUENCES)
    engine.dispose()


def test_preparing_again_changes_no_right(prepared: Central) -> None:
    prepared.prepare()
    test_the_login_can_do_what_stands_there_and_no_more(prepared)


def test_a_right_given_in_between_is_taken_again(prepared: Central) -> None:
    login = prepared.logins.serving_login
    with psycopg.connect(prepared.logins.owner) as owner:
        owner.execute(f'grant update, delete, truncate on audit to "{login}"'.encode())
        owner.execute(b"grant insert on records to public")
        owner.execute(b"grant create on schema public to public")
    with pytest.raises(Trouble, match=r"database\.login_mighty"):
        open_served(prepared.server)
    prepared.prepare()
    test_the_login_can_do_what_stands_there_and_no_more(prepared)


@pytest.mark.parametrize("statement", REFUSED.values(), ids=REFUSED.keys())
def test_refused_to_the_serving_login(prepared: Central, statement: str) -> None:
    """Through a plain connection, as whoever has stolen the login would come."""
    connection = psycopg.connect(prepared.logins.serving, autocommit=True)
    with closing(connection), pytest.raises(psycopg.Error) as told:
        connection.execute(statement.encode())
    assert told.value.sqlstate == "42501", told.value


def test_the_serving_login_gives_nothing_away(prepared: Central) -> None:
    with psycopg.connect(prepared.logins.serving, autocommit=True) as connection:
        connection.execute(b"grant select on people to public")  # PostgreSQL only warns
    with psycopg.connect(prepared.logins.owner) as owner:
        given = owner.execute(b"select relacl::text from pg_class where relname = 'people'").fetchone()
    assert given and "{=" not in given[0] and ",=" not in given[0]


def test_nothing_of_another_database_is_read(prepared: Central, postgres_url: str) -> None:
    other = prepared.logins.serving.replace(prepared.logins.serving.partition("?")[0].rpartition("/")[2], "x")
    with psycopg.connect(plain(postgres_url), autocommit=True) as admin:
        admin.execute(b"create database x")
        admin.execute(b"revoke connect on database x from public")
        try:
            with pytest.raises(psycopg.OperationalError, match="permission denied"):
                psycopg.connect(other)
        finally:
            admin.execute(b"drop database x with (force)")


def test_nobody_else_gets_in(prepared: Central, postgres_url: str) -> None:
    """Preparing takes CONNECT from everybody."""
    with psycopg.connect(plain(postgres_url), autocommit=True) as admin:
        admin.execute(b"create role stranger login password 'only for tests'")
    try:
        url = prepared.logins.serving.replace(prepared.logins.serving_login, "stranger")
        with pytest.raises(psycopg.OperationalError, match="permission denied"):
            psycopg.connect(url)
    finally:
        with psycopg.connect(plain(postgres_url), autocommit=True) as admin:
            admin.execute(b"drop role stranger")


@pytest.mark.parametrize(
    "might",
    ["superuser", "createdb", "createrole", "replication", "bypassrls", "owner", "pg_write_server_files"],
)
def test_a_login_that_can_do_more_is_not_prepared_for_serving(
    postgres_url: str, tmp_path: Path, might: str
) -> None:
    with central(postgres_url, tmp_path) as made:
        owner = made.logins.serving_login.replace("serving", "owner")
        act = {
            "owner": f'grant "{owner}" to "{made.logins.serving_login}"',
            "pg_write_server_files": f'grant pg_write_server_files to "{made.logins.serving_login}"',
        }.get(might, f'alter role "{made.logins.serving_login}" {might}')
        with psycopg.connect(plain(postgres_url), autocommit=True) as admin:
            admin.execute(act.encode())
        with pytest.raises(Trouble) as told:
            made.prepare()
        assert told.value.code == "database.login_mighty"
        assert str(might).partition("_")[0] in str(told.value.values["may"])
        engine = create_engine(made.logins.owner.replace("postgresql:", "postgresql+psycopg:"))
        with engine.connect() as connection:
            assert not engine.dialect.has_table(connection, "audit"), "all or nothing"
        engine.dispose()


def test_an_unknown_login_is_told(postgres_url: str, tmp_path: Path) -> None:
    from assistor_console.owner import prepare

    with central(postgres_url, tmp_path) as made, pytest.raises(Trouble, match=r"database\.login_unknown"):
        prepare(made.owner, "nobody; drop table audit")
