"""The key before is gone when a rotation is over: what is sealed under it later is believed by nobody, and
nothing that was sealed under it in time is lost."""

import pytest
from sqlalchemy import insert, select, text, update

from assistor_console.domain.errors import Trouble
from assistor_console.domain.keys import KeyPurpose, KeyState
from assistor_console.requests.base import Envelope
from assistor_console.requests.sign_in import SignIn
from assistor_console.services.rotating import rotate
from assistor_console.store import database as databases
from assistor_console.store import tables as t
from assistor_console.store.pack import pack, unpack
from assistor_console.store.tables_trail import keys
from assistor_console.store.vault import Sealer
from tests.keys.filled import counted, everything
from tests.keys.rotating import opened, operator, quick
from tests.worlds import PASSWORD, World


def leaked(world: World) -> bytes:
    """The data key of now, in the hands of somebody who may write the database too."""
    with world.reading() as store:
        row = next(row for row in store.keys.rows() if row.purpose is KeyPurpose.DATA)
        return store.vault.wrapping.unwrap(row)


def test_what_is_forged_with_the_key_before_lets_nobody_in(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """At the program that rotated, at one that went on meanwhile, and at a new one."""
    monkeypatch.setattr(databases, "LOOK_SECONDS", 0.0)
    world, other = World(url), World(url)
    old, sup = leaked(world), world.people["sup"]
    with other.reading() as store:
        assert store.people.find(other.staff_id("sup"))
    rotate(operator(world.database), world.database, quick())
    with world.database.write() as store:
        row = store.connection.execute(select(t.people.c.sealed).where(t.people.c.id == sup)).scalar_one()
        values = unpack(store.vault.open("people", sup.bytes, row))
        forged = Sealer(old).seal("people", sup.bytes, pack({**values, "temporary": True}))
        store.connection.execute(update(t.people).where(t.people.c.id == sup).values(sealed=forged))
    asked = SignIn(staff_id=world.staff_id("sup"), password=PASSWORD, code=world.code())
    for each in (world.pipeline, other.pipeline, world.opened()):
        with pytest.raises(Trouble, match=r"vault\.key_unknown"):
            each.run(Envelope(), asked)
        each.database.close()


def test_no_key_is_made_the_current_one_by_sql(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a column says, with whatever rows of before: the desk says so and writes nothing."""
    monkeypatch.setattr(databases, "LOOK_SECONDS", 0.0)
    with opened(url) as mine, opened(url) as running:
        everything(running)
        with mine.read() as store:
            before = store.connection.execute(select(keys).where(keys.c.purpose == "data")).one()._mapping
        rotate(operator(mine), mine, quick())
        new = mine.vault.head()
        with running.write():
            assert running.vault.head() == new
        for state, was in (("current", "leaving"), ("leaving", "current"), ("current", "current")):
            with mine.engine.begin() as connection:
                connection.execute(text("update keys set state = :was where purpose = 'data'"), {"was": was})
                connection.execute(insert(keys).values({**before, "state": state}))
            if was != "current":
                with pytest.raises(Trouble, match=r"keys\.(altered|none)"), running.write():
                    pytest.fail("writes")
            else:
                with running.write():
                    assert running.vault.head() == new
            with opened(url) as fresh, pytest.raises(Trouble, match=r"keys\.(altered|none)"):
                everything(fresh)
            with mine.engine.begin() as connection:
                connection.execute(keys.delete().where(keys.c.id == before["id"]))
                connection.execute(text("update keys set state = 'current' where purpose = 'data'"))
        assert running.vault.head() == new and everything(running) == everything(mine)


def test_a_key_stays_until_what_is_under_way_has_ended(url: str) -> None:
    """On PostgreSQL somebody has written and not committed; SQLite has one writer, who is waited for."""
    with opened(url) as mine, opened(url) as other:
        if mine.engine.name == "sqlite":
            pytest.skip("one writer at a time")
        everything(other)
        with other.read() as store:
            draft = store.connection.execute(select(t.drafts.c.id)).scalar_one()
            old = other.vault.head()[1:]
        sealed = other.vault.seal("drafts", draft.bytes, b"written late")
        holding = other.engine.connect()
        holding.execute(text("update counters set value = value + 1 where name = 'run'"))
        rests, ended = 0, False

        def rest(seconds: float) -> None:
            nonlocal rests, ended
            rests += 1
            with mine.read() as store:
                ended = (
                    ended
                    or "end_rotation" in store.connection.execute(text("select act from audit")).scalars()
                )
            if ended and holding.in_transaction():  # it was asked for, and the key is still there
                with mine.read() as store:
                    assert old in [row.id for row in store.keys.rows()]
                holding.execute(update(t.drafts).where(t.drafts.c.id == draft).values(sealed=sealed))
                holding.commit()

        rotate(operator(mine), mine, quick(rest=rest))
        holding.close()
        assert ended and everything(mine)["drafts.sealed"] == {draft: b"written late"}
        assert set(counted(mine)) == {mine.vault.head()[1:]} != {old}


def test_who_was_at_it_so_long_that_its_key_is_gone_writes_nothing(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(url) as mine, opened(url) as other:
        if mine.engine.name == "sqlite":
            pytest.skip("one writer at a time")
        everything(other)
        monkeypatch.setattr(databases, "LOOK_SECONDS", 0.0)
        with pytest.raises(Trouble, match=r"keys\.changed"), other.write() as store:
            rotate(operator(mine), mine, quick())
            store.connection.execute(text("update counters set value = 4711 where name = 'run'"))
        with other.write() as store:  # it has learnt meanwhile
            run = store.connection.execute(text("select value from counters where name = 'run'")).scalar_one()
            assert run != 4711
        assert everything(other) == everything(mine)


def test_what_is_damaged_keeps_no_key(url: str) -> None:
    """Staff too: their records are completed before the end."""
    with opened(url) as mine:
        with mine.write() as store:
            id, sealed = store.connection.execute(select(t.people.c.id, t.people.c.sealed).limit(1)).one()
            harmed = bytes(sealed[:-1]) + bytes([sealed[-1] ^ 1])
            store.connection.execute(update(t.people).where(t.people.c.id == id).values(sealed=harmed))
        rotated = rotate(operator(mine), mine, quick())
        assert rotated.broken == {f"people.sealed {id}"}
        with mine.read() as store:
            states = [row.state for row in store.keys.rows() if row.purpose is KeyPurpose.DATA]
        assert states == [KeyState.CURRENT]
