"""A desk over PostgreSQL: prepared, served, operated from beside it; what keeps it from that is told."""

import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from assistor_console.app import open_beside, open_served
from assistor_console.composing import PRACTICE_STARTS
from assistor_console.domain.errors import Trouble
from assistor_console.domain.terms import Language, Realm, Reason, Role
from assistor_console.owner import prepare, status
from assistor_console.requests.base import Envelope
from assistor_console.requests.intake import MyCall, StartCall
from assistor_console.requests.sign_in import Hello
from assistor_console.settings import Settings
from assistor_console.store.schema import HEAD, SERVES
from tests.central import Central, central
from tests.postgres import own_server, plain
from tests.worlds import START

START_CALL = StartCall(language=Language.EN, reason=Reason.NEW_PROOFING)


@pytest.fixture
def empty(postgres_url: str, tmp_path: Path) -> Iterator[Central]:
    with central(postgres_url, tmp_path / "data") as made:
        yield made


@pytest.fixture
def prepared(empty: Central) -> Central:
    empty.prepare(lambda: START)
    return empty


@contextmanager
def told(code: str) -> Iterator[None]:
    with pytest.raises(Trouble) as trouble:
        yield
    assert trouble.value.code == code, trouble.value.values


def owned(made: Central, statement: str) -> None:
    """One statement as the owner."""
    with psycopg.connect(made.logins.owner) as connection:
        connection.execute(statement.encode())


def test_a_new_database_gets_its_key_and_its_realm(empty: Central) -> None:
    key = empty.owner.data_dir / "desk.key"
    assert not key.exists()
    empty.prepare(lambda: START)
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    with empty.served(lambda: START) as served:
        greeting = served.pipeline.run(Envelope(), Hello())
        assert (greeting.realm, greeting.now) == (Realm.PRACTICE, PRACTICE_STARTS)
        assert served.ready()


def test_a_key_that_is_there_already_is_used(empty: Central, tmp_path: Path) -> None:
    named = replace(empty.owner, key_file=tmp_path / "named.key")
    (tmp_path / "named.key").write_bytes(bytes(range(32)))
    (tmp_path / "named.key").chmod(0o600)
    prepare(named, empty.logins.serving_login)
    open_served(replace(named, database=empty.logins.serving)).close()
    assert not (empty.owner.data_dir / "desk.key").exists()


def test_preparing_again_changes_nothing(prepared: Central) -> None:
    key = (prepared.owner.data_dir / "desk.key").read_bytes()
    token = prepared.hire("ana", Role.ASSISTOR)
    with prepared.served(lambda: START) as served:
        served.pipeline.run(Envelope(token), START_CALL)
        prepared.prepare(lambda: START)  # beside a running server
        assert served.pipeline.run(Envelope(token), MyCall()).call
    assert (prepared.owner.data_dir / "desk.key").read_bytes() == key


def test_a_lost_or_wrong_key_is_told_and_never_replaced(prepared: Central) -> None:
    key = prepared.owner.data_dir / "desk.key"
    key.unlink()
    for opening in (lambda: prepared.prepare(), lambda: open_served(prepared.server)):
        with told("key.missing"):
            opening()
    assert not key.exists()
    key.write_bytes(bytes(32))
    key.chmod(0o600)
    for opening in (lambda: prepared.prepare(), lambda: open_served(prepared.server)):
        with told("key.wrong"):
            opening()


def test_no_key_can_be_written(empty: Central) -> None:
    nowhere = replace(empty.owner, key_file=Path("/proc/desk.key"))
    with told("key.unwritable"):
        prepare(nowhere, None)
    assert status(nowhere).schema is None, "the database is as it was"


def test_neither_realm_opens_as_the_other(prepared: Central) -> None:
    live = replace(prepared.owner, realm=Realm.LIVE)
    for opening in (
        lambda: prepare(live, None),
        lambda: open_served(replace(live, database=prepared.logins.serving)),
        lambda: open_beside(live),
    ):
        with told("realm.other"):
            opening()


def test_a_live_desk_has_real_time(empty: Central) -> None:
    live = replace(empty.owner, realm=Realm.LIVE)
    prepare(live, empty.logins.serving_login, lambda: START)
    desk = open_beside(live, lambda: START)
    assert desk.desk().send(Hello()).now == START
    desk.close()


def test_two_who_prepare_at_once(empty: Central, tmp_path: Path) -> None:
    """From two machines, each with a folder of its own: one founds, and the other's key is not the one."""

    def one(folder: Path) -> str:
        try:
            prepare(replace(empty.owner, data_dir=folder), empty.logins.serving_login)
        except Trouble as no:
            return no.code
        return "prepared"

    with ThreadPoolExecutor(2) as pool:
        told = list(pool.map(one, (tmp_path / "a", tmp_path / "b")))
    assert sorted(told) == ["key.missing", "prepared"]


def test_a_server_is_not_the_owner_and_not_a_superuser(prepared: Central, postgres_url: str) -> None:
    with told("database.login_mighty"):
        open_served(prepared.owner)
    name = prepared.logins.owner.partition("?")[0].rpartition("/")[2]
    superuser = plain(postgres_url).replace("/postgres?", f"/{name}?")
    with told("database.login_mighty"):
        open_served(replace(prepared.owner, database=superuser))


def test_the_serving_login_prepares_nothing(empty: Central) -> None:
    with told("database.denied"):
        prepare(empty.server, None)


def test_a_server_never_migrates(prepared: Central) -> None:
    owned(prepared, "update alembic_version set version_num = '0001'")
    for opening in (lambda: open_served(prepared.server), lambda: open_beside(prepared.owner)):
        with told("schema.older"):
            opening()


def test_a_server_works_with_a_newer_schema_that_still_serves_it(prepared: Central) -> None:
    owned(prepared, "update alembic_version set version_num = '9999'")
    assert SERVES <= HEAD
    with prepared.served() as served:
        assert served.ready()
        owned(prepared, "update realm set serves = '9999'")  # and then a release that takes something away
        assert not served.ready()
    with told("schema.newer"):
        open_served(prepared.server)


def test_an_empty_database_is_not_served(empty: Central) -> None:
    key = empty.owner.data_dir / "desk.key"
    key.parent.mkdir()
    key.write_bytes(bytes(32))
    key.chmod(0o600)
    with told("schema.older"):
        open_served(empty.server)


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("postgresql://nobody@/postgres?host=/nowhere", "database.away"),
        ("postgresql://nobody@127.0.0.1:1/postgres", "database.away"),
        ("postgresql://nobody@127.0.0.1/postgres?nosuch=1", "database.url"),
    ],
)
def test_a_database_that_is_not_there(tmp_path: Path, url: str, code: str, prepared: Central) -> None:
    settings: Settings = replace(prepared.owner, database=url)
    for opening in (lambda: prepare(settings, None), lambda: open_served(settings), lambda: status(settings)):
        with told(code):
            opening()


def test_why_a_database_is_not_reached_is_said_in_one_line(prepared: Central) -> None:
    settings = replace(prepared.owner, database="postgresql://nobody@127.0.0.1:1,127.0.0.1:2/postgres")
    with pytest.raises(Trouble) as trouble:
        status(settings)
    reason = str(trouble.value.values["reason"])
    assert "port 1 failed: Connection refused" in reason and "port 2 failed" in reason
    assert "\n" not in reason and "?" not in reason and not reason.endswith(".")


def test_requests_go_on_when_their_connections_were_killed(prepared: Central, postgres_url: str) -> None:
    """No restart of the server, and nobody notices."""
    token = prepared.hire("ana", Role.ASSISTOR)
    with (
        prepared.served(lambda: START) as served,
        psycopg.connect(plain(postgres_url), autocommit=True) as admin,
    ):
        envelope = Envelope(token)
        first = served.pipeline.run(envelope, START_CALL)
        for request in (MyCall(), Hello(), MyCall()):
            kill = "select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = %s"
            assert admin.execute(kill.encode(), [prepared.logins.serving_login]).rowcount >= 1
            served.pipeline.run(Envelope(token), request)
        admin.execute(kill.encode(), [prepared.logins.serving_login])
        assert served.pipeline.run(envelope, START_CALL) == first


def test_a_server_goes_on_when_the_database_was_started_again(tmp_path: Path) -> None:
    with own_server() as server, central(server.url, tmp_path) as made:
        made.prepare(lambda: START)
        token = made.hire("ana", Role.ASSISTOR)
        with made.served(lambda: START) as served:
            envelope = Envelope(token)
            assert served.ready()
            server.stop()
            assert not served.ready()
            with told("desk.unreachable"):
                served.pipeline.run(envelope, START_CALL)
            server.start()
            assert served.ready()
            assert served.pipeline.run(envelope, START_CALL).call_id
