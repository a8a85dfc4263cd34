"""The name of an account tells a surname: beside the sealed letter only a keyed index of it rests."""

import json

from sqlalchemy import select, update

from assistor_console.requests.accounts import ReplacePassword
from assistor_console.store import tables as t
from tests.callers import MARISOL, Caller
from tests.worlds import World, world

__all__ = ["world"]


def rests(world: World) -> str:
    with world.reading() as store:
        names = store.connection.execute(select(t.accounts.c.username)).scalars().all()
        told = store.connection.execute(select(t.events.c["values"])).scalars().all()
    return " ".join((*names, *told))


def test_a_name_is_taken_and_read_out_but_does_not_rest(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_verdict()
    username = caller.issue().username
    assert username not in rests(world)
    assert world.send("ana", ReplacePassword(call_id=caller.seen.call_id)).username == username
    _as_before(world, username)
    assert username in rests(world)
    with world.database.write() as store:
        store.accounts.hide_names()
        assert store.accounts.taken(username) and not store.accounts.taken(username + "0")
    assert username not in rests(world)
    assert '"letter"' in rests(world)
    assert world.send("ana", ReplacePassword(call_id=caller.seen.call_id)).username == username


def _as_before(world: World, username: str) -> None:
    """What a program before this one would have written."""
    with world.database.write() as store:
        store.connection.execute(update(t.accounts).values(username=username))
        issued = t.events.c.event == "issue_account"
        (values,) = store.connection.execute(select(t.events.c["values"]).where(issued)).scalars()
        named = json.dumps({"username": username, **json.loads(values)})
        store.connection.execute(update(t.events).where(issued).values({t.events.c["values"]: named}))
