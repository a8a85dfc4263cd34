"""What whoever has stolen the serving login can do with sessions and people: nothing that lets anybody in."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from assistor_console.domain.errors import Refused, Trouble
from assistor_console.domain.terms import Role, SessionState
from assistor_console.requests.base import Envelope
from assistor_console.requests.shift import SeeShift
from assistor_console.requests.sign_in import LockScreen, SignIn
from assistor_console.services.passwords import HASHER
from assistor_console.store import grants
from assistor_console.store.pack import us
from tests import postgres
from tests.worlds import PASSWORD, START, World, make_world

ANOTHER_END = us(START + timedelta(days=2))


@pytest.fixture(scope="module")
def world(staffed_url: str) -> Iterator[World]:
    with postgres.database(staffed_url, like=staffed_url) as url:
        made = World(url)
        yield made
        made.database.close()


@pytest.fixture
def thief(world: World) -> Iterator[psycopg.Connection]:
    """A plain connection of the serving login, while the desk goes on."""
    login = postgres.serving_login(world.url)
    with world.database.write() as store:
        grants.grant(store.connection, login)
    url = postgres.as_login(world.url, login).replace("postgresql+psycopg:", "postgresql:")
    with psycopg.connect(url, autocommit=True) as connection:
        yield connection


def opens(world: World, token: str) -> Role | None:
    """Whose role a token works with, None where it opens nothing."""
    with world.reading() as store:
        who = store.sessions.who(token, world.now)
    return who.role if who.state is SessionState.OPEN else None


def opened(world: World, name: str, state: SessionState = SessionState.OPEN) -> str:
    """A session of somebody for an hour; its token."""
    token = str(uuid4())
    with world.database.write() as store:
        ends = world.now + timedelta(hours=1)
        store.sessions.open(world.people[name], token, world.now, ends, "", state)
    return token


MOVE = """
with old as (delete from sessions where person = %(person)s returning *)
insert into sessions select token, {person}, opened, {ends}, console, {state}, {bound} from old
"""
AS_IT_WAS = {"person": "person", "ends": "ends", "state": "state", "bound": "bound"}


@pytest.mark.parametrize(
    ("changes", "lets_in"),
    [
        ({}, True),  # the same row again is the same session
        ({"person": "%(other)s"}, False),
        ({"ends": str(ANOTHER_END)}, False),
        ({"bound": "null"}, False),
        ({"bound": "token"}, False),
        ({"bound": "null", "person": "%(other)s"}, False),
        ({"state": "null"}, False),
    ],
    ids=lambda value: ",".join(value) if isinstance(value, dict) else None,
)
def test_a_session_that_is_written_over_opens_nothing(
    world: World, thief: psycopg.Connection, changes: dict[str, str], lets_in: bool
) -> None:
    token = opened(world, "ana")
    assert opens(world, token) is Role.ASSISTOR
    statement = MOVE.format(**(AS_IT_WAS | changes)).encode()
    thief.execute(statement, {"person": world.people["ana"], "other": world.people["sup"]})
    assert opens(world, token) is (Role.ASSISTOR if lets_in else None)


@pytest.mark.parametrize("state", [SessionState.UNREADY, SessionState.LOCKED])
def test_a_session_is_not_made_ready(world: World, thief: psycopg.Connection, state: SessionState) -> None:
    token = opened(world, "ben", state)
    who = {"person": world.people["ben"]}
    thief.execute(b"update sessions set state = 'open' where person = %(person)s", who)
    assert opens(world, token) is None
    with pytest.raises(Refused, match=r"authority\.signed_out"):
        world.pipeline.run(Envelope(token), SeeShift())


def test_a_session_of_one_s_own_with_another_s_binding(world: World, thief: psycopg.Connection) -> None:
    mine, theirs = opened(world, "ana"), opened(world, "sup")
    bound = b"update sessions set bound = (select bound from sessions where person = %s) where person = %s"
    thief.execute(bound, (world.people["sup"], world.people["ana"]))
    assert (opens(world, mine), opens(world, theirs)) == (None, Role.SUPERVISOR)


def test_a_session_made_up_opens_nothing(world: World, thief: psycopg.Connection) -> None:
    thief.execute(
        b"insert into sessions values (sha256('mine'), %s, 0, %s, '', 'open', sha256('mine'))",
        (world.people["sup"], ANOTHER_END),
    )
    assert opens(world, "mine") is None


@pytest.mark.parametrize("column", ["person", "ends", "token", "opened", "console"])
def test_nothing_but_the_state_of_a_session_is_updated(thief: psycopg.Connection, column: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        thief.execute(f"update sessions set {column} = {column}".encode())


def refusal(world: World, staff_id: str, password: str) -> str:
    """Why a sign-in with the right code of everybody's app lets nobody in."""
    try:
        world.pipeline.run(Envelope(), SignIn(staff_id=staff_id, password=password, code=world.code()))
    except Refused as no:
        return no.refusal.rule
    except Trouble as trouble:
        return trouble.code
    return ""


def test_nobody_is_added_who_could_sign_in(world: World, thief: psycopg.Connection) -> None:
    """With a hash in the column of the first release, and with whatever stands sealed in another's row."""
    columns = b"(id, staff_id, name, role, password, last_step, practice, sealed)"
    for number, sealed in enumerate(("sealed", "''")):
        staff_id = f"777777777{number}"
        thief.execute(
            b"insert into people " + columns + b" select gen_random_uuid(), %s, 'Thief', 'supervisor', %s, 0,"
            b" false, " + sealed.encode() + b" from people where staff_id = %s",
            (staff_id, HASHER.hash("my own password"), world.staff_id("sup")),
        )
        assert refusal(world, staff_id, "my own password") in ("vault.broken", "vault.format")


def test_a_second_factor_is_not_taken_away(world: World, thief: psycopg.Connection) -> None:
    """Whether there is one stands in the sealed record alone."""
    settable = {
        row[0]
        for row in thief.execute(b"""
        select attname from pg_attribute where attrelid = 'people'::regclass and attnum > 0
        and has_column_privilege('people', attnum, 'update')""")
    }
    assert settable == {"last_step", "last_sign_in", "sealed"}
    thief.execute(
        b"update people set sealed = (select sealed from people where staff_id = %s) where staff_id = %s",
        (world.staff_id("ana"), world.staff_id("ben")),
    )
    assert refusal(world, world.staff_id("ben"), PASSWORD) == "vault.broken"


def test_a_recovery_code_is_worth_nothing_in_another_s_name(world: World, thief: psycopg.Connection) -> None:
    with world.database.write() as store:
        store.recovery_codes.replace(world.people["tac"], ["0123456789AB"])
    thief.execute(
        b"insert into recovery_codes select gen_random_uuid(), %s, digest, null from recovery_codes",
        (world.people["ship"],),
    )
    with world.reading() as store:
        assert store.recovery_codes.unused(world.people["tac"], "0123456789AB")
        assert store.recovery_codes.unused(world.people["ship"], "0123456789AB") is None


def test_the_desk_itself_locks_a_session(world: World) -> None:
    token = opened(world, "tac")
    world.pipeline.run(Envelope(token), LockScreen())
    with pytest.raises(Refused, match=r"authority\.locked"):
        world.pipeline.run(Envelope(token), SeeShift())


def test_it_is_kept_so_on_sqlite_too(tmp_path: Path) -> None:
    made = make_world(f"sqlite:///{tmp_path / 'desk.db'}")
    token = opened(made, "ana")
    assert opens(made, token) is Role.ASSISTOR
    with made.database.write() as store:
        store.connection.exec_driver_sql("update sessions set person = ?", (made.people["sup"].hex,))
    assert opens(made, token) is None
    made.database.close()
