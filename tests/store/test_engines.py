"""What libpq is told: several hosts, time limits, and what to do when a primary is one no more."""

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from assistor_console.domain.errors import Trouble
from assistor_console.domain.terms import Role
from assistor_console.store.engines import BESIDE, SERVING, arguments, engine_for
from assistor_console.store.failures import may_try_again
from tests.postgres import own_server, plain
from tests.worlds import make_world


def shown(engine: Engine, name: str) -> str:
    with engine.connect() as connection:
        return str(connection.exec_driver_sql(f"show {name}").scalar_one())


def test_time_limits_hold_and_a_url_may_widen_them(postgres_url: str) -> None:
    names = ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout")
    engine = engine_for(postgres_url, SERVING)
    assert [shown(engine, name) for name in names] == ["15s", "2s", "1min"]
    assert shown(engine, "application_name") == "assistor-console"
    engine.dispose()
    wider = engine_for(f"{postgres_url}&options=-c%20lock_timeout%3D7s&application_name=desk%207", BESIDE)
    assert [shown(wider, name) for name in names] == ["10min", "7s", "10min"]
    assert shown(wider, "application_name") == "desk 7"
    wider.dispose()


def test_of_several_hosts_the_one_that_takes_writes_is_used() -> None:
    with own_server("default_transaction_read_only=on") as reading, own_server() as writing:
        hosts = [server.url.partition("host=")[2] for server in (reading, writing)]
        several = plain(writing.url).replace(hosts[1], ",".join(["/nowhere", *hosts]))
        engine = engine_for(several)
        assert shown(engine, "transaction_read_only") == "off"
        engine.dispose()


def test_a_connection_that_takes_writes_no_more_is_left(postgres_url: str) -> None:
    """As after a failover, when the pool still holds connections to the old primary."""
    engine = engine_for(postgres_url, SERVING)
    write = text("create temporary sequence mine")
    with engine.connect() as connection:
        connection.exec_driver_sql("set default_transaction_read_only = on")
        connection.commit()
    with pytest.raises(DBAPIError) as told, engine.begin() as connection:
        connection.execute(write)
    assert may_try_again(told.value)
    with engine.begin() as connection:
        connection.execute(write)
    engine.dispose()


def test_no_parameter_is_in_an_error(postgres_url: str) -> None:
    engine = engine_for(postgres_url)
    with pytest.raises(DBAPIError) as told, engine.connect() as connection:
        connection.execute(text("select cast(:tin as uuid) / 0"), {"tin": "123-00-4417"})
    assert "[SQL parameters hidden" in str(told.value)
    engine.dispose()


def test_a_url_that_libpq_does_not_know_is_told_without_repeating_it() -> None:
    with pytest.raises(Trouble, match=r"database\.url") as told:
        arguments("postgresql://ana:hunter2@/x?nosuch=1", BESIDE)
    assert told.value.values == {}
    assert told.value.__suppress_context__


def test_a_reading_transaction_sees_one_moment(database_url: str) -> None:
    world = make_world(database_url)
    with world.database.read() as reading:
        before = reading.people.count()
        world.hire("new", Role.ASSISTOR)
        assert reading.people.count() == before
    with world.database.read() as reading:
        assert reading.people.count() == before + 1
    world.database.close()
