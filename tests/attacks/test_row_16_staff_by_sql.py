"""What whoever may write the database, without any key, can give somebody: nothing; and it is seen."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import delete, insert, update

from assistor_console.domain.errors import Refused
from assistor_console.domain.terms import AccessReason, AlertKind, Role, SessionState
from assistor_console.requests.access import Reveal
from assistor_console.requests.base import R, Request
from assistor_console.requests.intake import MyCall
from assistor_console.requests.sign_in import LockScreen, SignIn, SignOut, Unlock
from assistor_console.requests.staff import LinkHousehold, SeeStaff
from assistor_console.store import tables as t
from assistor_console.store.access import OWN
from assistor_console.store.pack import pack, unpack
from assistor_console.store.store import Store
from assistor_console.store.tables_access import kin
from tests.attacks.records import alerts, file_cases, link, tin_of
from tests.worlds import PASSWORD, TOTP, WHERE, World, world

__all__ = ["world"]
pytestmark = pytest.mark.parametrize("world", WHERE[:2], indirect=True)


def rule(world: World, who: str, request: Request[R]) -> str:
    """Why somebody is refused; "" where they are not."""
    try:
        world.send(who, request)
    except Refused as no:
        return no.refusal.rule
    return ""


def sign_in(world: World, name: str) -> str:
    """As `rule`, of a sign-in with the right password and code."""
    world.later(minutes=world.policy.sign_in_minutes)
    try:
        sent = SignIn(staff_id=world.staff_id(name), password=PASSWORD, code=world.code())
        world.tokens[name] = world.send("", sent).token
    except Refused as no:
        return no.refusal.rule
    return ""


@contextmanager
def changed(world: World, name: str, /, **values: object) -> Iterator[None]:
    """Within the block a superuser has other columns in somebody's row."""
    whose = t.people.c.id == world.people[name]
    with world.database.write() as store:
        before = store.connection.execute(t.people.select().where(whose)).one()._mapping
        store.connection.execute(update(t.people).where(whose).values(values))
    yield
    with world.database.write() as store:
        back = {column: before[column] for column in values}
        store.connection.execute(update(t.people).where(whose).values(back))


def told(world: World) -> list[tuple[AlertKind, str, int]]:
    return [(alert.kind, alert.who, alert.times) for alert in alerts(world, "sup")]


def test_row_16_a_role_an_office_or_a_number_by_sql_opens_nothing_and_is_reported(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    case = file_cases(world, 1)[0]
    reveal = Reveal(case_id=case, why=AccessReason.CASE_REVIEW)
    assert rule(world, "ben", reveal) == "authority.role"
    changes: dict[str, object] = {"role": "supervisor", "office": "fresno-ca", "staff_id": "9999999999"}
    for times, (column, value) in enumerate(changes.items(), 1):
        with caplog.at_level(logging.ERROR), changed(world, "ben", **{column: value}):
            assert rule(world, "ben", reveal) == "authority.signed_out"
        assert told(world) == [(AlertKind.ALTERED, "Ben", times)]
        assert str(world.people["ben"]) in caplog.text
        caplog.clear()
    assert rule(world, "ben", MyCall()) == ""  # as it was, it is theirs again
    changes = {"role": "supervisor", "office": "x", "practice": True, "name": "Ana"}
    for column, value in changes.items():
        with caplog.at_level(logging.ERROR), changed(world, "ben", **{column: value}):
            assert sign_in(world, "ben") == "sign_in.altered"
            seen = next(p for p in world.send("sup", SeeStaff()).people if p.id == world.people["ben"])
            assert (seen.role, seen.office, seen.name) == (Role.ASSISTOR, None, "Ben")
        assert str(world.people["ben"]) in caplog.text
        caplog.clear()
    assert [kind for kind, *_ in told(world)] == [AlertKind.ALTERED]
    with changed(world, "ben", role="supervisor"):
        wrong = SignIn(staff_id=world.staff_id("ben"), password="wrong", code=world.code())
        assert rule(world, "", wrong) == "sign_in.wrong"  # told to nobody but them
    assert sign_in(world, "ben") == ""
    assert rule(world, "ben", LockScreen()) == rule(world, "ben", Unlock(password=PASSWORD)) == ""
    assert rule(world, "ben", SignOut()) == ""


def row_away(store: Store, world: World) -> None:
    store.connection.execute(delete(kin).where(kin.c.person == world.people["sup"]))


def row_more(store: Store, world: World) -> None:
    values = {"person": world.people["sup"], "tin_index": bytes(16), "relation": OWN}
    store.connection.execute(insert(kin).values(values))


@pytest.mark.parametrize("change", [row_away, row_more])
def test_row_16_a_household_changed_by_sql_opens_nothing_and_its_owner_does_not_sign_in(
    world: World, change: Callable[[Store, World], None]
) -> None:
    mine, ours, other = file_cases(world, 3)
    link(world, "sup", mine, OWN)
    world.send("ship", LinkHousehold(person=world.people["sup"], household=(tin_of(world, ours),)))
    assert sign_in(world, "sup") == ""
    with world.database.write() as store:
        change(store, world)
    for case in (mine, ours):
        assert (
            rule(world, "sup", Reveal(case_id=case, why=AccessReason.CASE_REVIEW)) == "authority.own_record"
        )
    with world.reading() as store:
        tins = [tin_of(world, case) for case in (mine, ours, other)]
        barred = store.access.barred_among(world.people["sup"], tins, True, world.now)
        assert barred == {*tins[:2]}
    assert sign_in(world, "sup") == "sign_in.altered"
    assert (AlertKind.ALTERED, "Sup") in [(alert.kind, alert.who) for alert in alerts(world, "ship")]


def sealed_of(store: Store, world: World, name: str) -> dict[str, object]:
    id = world.people[name]
    sealed = store.connection.execute(t.people.select().where(t.people.c.id == id)).one().sealed
    return unpack(store.vault.open("people", id.bytes, sealed))


def test_row_16_a_row_from_before_holds_what_its_columns_say_until_it_is_written(world: World) -> None:
    with world.database.write() as store:
        for name in ("tac", "ana"):
            id = world.people[name]
            store.access.link(id, "123004567", OWN)
            old = {"totp": TOTP, "phrase": "", "password": sealed_of(store, world, name)["password"]}
            sealed = store.vault.seal("people", id.bytes, pack(old))
            store.connection.execute(update(t.people).where(t.people.c.id == id).values(sealed=sealed))
    assert sign_in(world, "tac") == ""
    with world.database.write() as store:
        assert "role" not in sealed_of(store, world, "tac")
        store.people.complete()
        complete = [sealed_of(store, world, name) for name in world.people]
        assert all(
            one.keys() >= {"role", "staff_id", "office", "practice", "name", "kin"} for one in complete
        )
        tac = sealed_of(store, world, "tac")
        assert (tac["role"], tac["office"]) == ("tac", "fresno-ca")
        assert tac["kin"] == [store.access.key("123004567").tin.hex()]
    with changed(world, "tac", role="supervisor"):
        assert rule(world, "tac", MyCall()) == "authority.signed_out"
        assert sign_in(world, "tac") == "sign_in.altered"
    assert sign_in(world, "tac") == sign_in(world, "ana") == ""


def test_row_16_a_session_keeps_what_its_person_may_when_its_state_changes(world: World) -> None:
    with world.database.write() as store:
        ends = world.now + timedelta(hours=1)
        store.sessions.open(world.people["tac"], "token", world.now, ends, "", SessionState.UNREADY)
        who = store.sessions.who("token", world.now)
        store.sessions.change(who, SessionState.OPEN)
        again = store.sessions.who("token", world.now)
        assert (again.role, again.office, again.state) == (Role.TAC, "fresno-ca", SessionState.OPEN)
