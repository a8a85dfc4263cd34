"""Row 16: a superuser edits, deletes, back-dates, inserts or swaps audit rows; verification names them.

Whoever does it has every right at the database, on SQLite and on PostgreSQL, and knows how leaves are made;
but not the signing key.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Connection, text, update

from assistor_console.domain.trail import Finding, Flaw
from assistor_console.requests.intake import MyCall
from assistor_console.requests.trail import TrailVerified, VerifyTrail
from assistor_console.store import tables as t
from assistor_console.store.leaves import leaf
from assistor_console.store.pack import us
from assistor_console.store.ranges import pack, unpack
from assistor_console.store.seals import Seal, marks_of
from assistor_console.store.tables_trail import seals as s
from tests.trail.made import checker, made_trail, rows
from tests.worlds import World, somewhere

EDITED, SWAPPED, DELETED = Flaw.EDITED, Flaw.SWAPPED, Flaw.DELETED


@pytest.fixture(scope="module", params=["local-sqlite", "local-postgresql"])
def sealed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """A desk at which two people worked for some hours; the trail is sealed."""
    with ExitStack() as stack:
        world = stack.enter_context(somewhere(request, tmp_path_factory.mktemp("desk"), World))
        for _ in range(4):
            world.send("ana", MyCall())
            world.send("ben", MyCall())
            seal(world)
            world.later(hours=3)
        world.send("ana", MyCall())
        world.send("ben", MyCall())
        seal(world)
        yield world


def seal(world: World) -> Seal:
    with world.database.write() as store:
        made = store.seals.seal(world.now)
    assert made is not None
    return made


def verified(world: World, *checkpoints: tuple[int, str]) -> TrailVerified:
    return world.operator.send(VerifyTrail(checkpoints=checkpoints))


def all_seals(world: World) -> list[Seal]:
    with world.reading() as store:
        return list(store.seals.after(0))


def ids_of(seal: Seal) -> list[int]:
    return [id for first, last in unpack(seal.ids) for id in range(first, last + 1)]


@pytest.fixture
def attacked(sealed: World) -> Iterator[tuple[World, Connection]]:
    """The desk, and a superuser's connection; afterwards everything is as it was."""
    kept = {}
    with sealed.database.write() as store:
        for table in (t.audit, s):
            kept[table] = [dict(row._mapping) for row in store.connection.execute(table.select())]
    with sealed.database.engine.connect() as connection:
        yield sealed, connection
    with sealed.database.write() as store:
        for table, rows in kept.items():
            store.connection.execute(table.delete())
            store.connection.execute(table.insert(), rows)


def row(connection: Connection, id: int) -> dict[str, Any]:
    return dict(connection.execute(t.audit.select().where(t.audit.c.id == id)).one()._mapping)


def write(connection: Connection, id: int, **values: object) -> None:
    connection.execute(update(t.audit).where(t.audit.c.id == id).values(values))


def with_leaf(values: dict[str, Any]) -> dict[str, Any]:
    return values | {"leaf": leaf(values["salt"], values)}


CHANGES: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "who": lambda old: {"person": UUID(int=7)},
    "what": lambda old: {"act": "see_queues"},
    "outcome": lambda old: {"outcome": "done"},
    "where": lambda old: {"console": "console of somebody else"},
    "back-dated": lambda old: {"at": old["at"] - 3_600_000_000},
    "its leaf": lambda old: {"leaf": bytes(32)},
}


@pytest.mark.parametrize("knows_leaves", [False, True], ids=["leaf as it was", "true leaf"])
@pytest.mark.parametrize("what", CHANGES)
def test_row_16_an_edited_row(attacked: tuple[World, Connection], what: str, knows_leaves: bool) -> None:
    world, connection = attacked
    third = all_seals(world)[2]
    id = ids_of(third)[1]
    with connection.begin():
        changed = CHANGES[what](row(connection, id))
        if knows_leaves and what != "its leaf":
            changed["leaf"] = with_leaf(row(connection, id) | changed)["leaf"]
        write(connection, id, **changed)
    found = verified(world)
    assert found.findings == (Finding(EDITED, third.number, id),)


def test_row_16_a_deleted_row(attacked: tuple[World, Connection]) -> None:
    world, connection = attacked
    second = all_seals(world)[1]
    id = ids_of(second)[0]
    with connection.begin():
        connection.execute(t.audit.delete().where(t.audit.c.id == id))
    assert verified(world).findings == (Finding(DELETED, second.number, id),)


def test_row_16_swapped_rows(attacked: tuple[World, Connection]) -> None:
    world, connection = attacked
    seals = all_seals(world)
    one, two = ids_of(seals[0])[0], ids_of(seals[3])[1]
    with connection.begin():
        first, second = row(connection, one), row(connection, two)
        connection.execute(t.audit.delete().where(t.audit.c.id.in_((one, two))))
        connection.execute(t.audit.insert(), [first | {"id": two}, second | {"id": one}])
    assert verified(world).findings == (
        Finding(SWAPPED, seals[0].number, one, two),
        Finding(SWAPPED, seals[3].number, two, one),
    )


def test_row_16_an_inserted_row(attacked: tuple[World, Connection]) -> None:
    """With a transaction and a number of before the last seal."""
    world, connection = attacked
    last = all_seals(world)[-1]
    with connection.begin():
        like = row(connection, ids_of(last)[0])
        forged = with_leaf(like | {"id": -1, "request": uuid4(), "tx": 3 if last.horizon else None})
        connection.execute(t.audit.insert(), [forged])
    assert verified(world).findings == (Finding(Flaw.INSERTED, None, -1),)


def test_row_16_a_back_dated_row_that_is_added(attacked: tuple[World, Connection]) -> None:
    """It is sealed like any other row, but an earlier seal says that it was not there at its time."""
    world, connection = attacked
    last = all_seals(world)[-1]
    with connection.begin():
        like = row(connection, ids_of(last)[0])
        del like["id"], like["tx"]
        forged = with_leaf(like | {"at": like["at"] - us(world.now) + us(world.now - timedelta(hours=5))})
        forged = with_leaf(forged | {"request": uuid4()})
        connection.execute(t.audit.insert(), [forged])
    made = seal(world)
    assert verified(world).findings == (Finding(Flaw.BACKDATED, made.number, ids_of(made)[-1]),)


SEALS: dict[str, tuple[str, list[tuple[Flaw, int]]]] = {
    "a seal deleted": ("delete from seals where number = 3", [(Flaw.SEAL_MISSING, 3)]),
    "the first deleted": ("delete from seals where number = 1", [(Flaw.SEAL_MISSING, 1)]),
    "another time": ("update seals set at = at - 1 where number = 2", [(Flaw.SEAL_FORGED, 2)]),
    "another count": ("update seals set count = count + 1 where number = 2", [(Flaw.SEAL_FORGED, 2)]),
    "another digest": (
        "update seals set digest = (select digest from seals where number = 1) where number = 4",
        [(Flaw.SEAL_FORGED, 4), (Flaw.SEAL_FORGED, 5)],
    ),
    "another signature": (
        "update seals set signature = (select signature from seals where number = 1) where number = 4",
        [(Flaw.SEAL_FORGED, 4)],
    ),
    "an unknown key": (
        "update seals set key_id = (select digest from seals where number = 1) where number = 4",
        [(Flaw.KEY_UNKNOWN, 4)],
    ),
}


@pytest.mark.parametrize("what", SEALS)
def test_row_16_a_forged_seal(attacked: tuple[World, Connection], what: str) -> None:
    world, connection = attacked
    statement, flaws = SEALS[what]
    with connection.begin():
        connection.execute(text(statement))
    found = [(finding.flaw, finding.seal) for finding in verified(world).findings if finding.seal]
    assert found == flaws


def test_row_16_two_seals_in_each_other_s_place(attacked: tuple[World, Connection]) -> None:
    world, connection = attacked
    with connection.begin():
        for old, new in ((2, 99), (3, 2), (99, 3)):
            change = text("update seals set number = :new where number = :old")
            connection.execute(change, {"old": old, "new": new})
    flaws = {(finding.flaw, finding.seal) for finding in verified(world).findings}
    assert {(Flaw.SEAL_FORGED, 2), (Flaw.SEAL_FORGED, 3)} <= flaws


def test_row_16_a_row_taken_out_of_its_seal_too(attacked: tuple[World, Connection]) -> None:
    """Row, number, mark and count: without the signing key no digest can be made that fits."""
    world, connection = attacked
    second = all_seals(world)[1]
    id, *rest = ids_of(second)
    with connection.begin():
        connection.execute(t.audit.delete().where(t.audit.c.id == id))
        left = marks_of(row(connection, each)["leaf"] for each in rest)
        values = {"ids": pack(rest), "marks": left, "count": len(rest)}
        connection.execute(update(s).where(s.c.number == second.number).values(values))
    assert verified(world).findings == (Finding(Flaw.SEAL_FORGED, second.number),)


def test_row_16_a_row_with_leaf_and_mark(attacked: tuple[World, Connection]) -> None:
    """Whoever changes what names the row as well is betrayed by the seal."""
    world, connection = attacked
    second = all_seals(world)[1]
    ids = ids_of(second)
    with connection.begin():
        true = with_leaf(row(connection, ids[0]) | {"outcome": "x"})
        write(connection, ids[0], outcome="x", leaf=true["leaf"])
        marks = marks_of(row(connection, each)["leaf"] for each in ids)
        connection.execute(update(s).where(s.c.number == second.number).values(marks=marks))
    assert verified(world).findings == (Finding(Flaw.SEAL_FORGED, second.number),)


def test_row_16_the_newest_seals_and_their_rows_taken_away(attacked: tuple[World, Connection]) -> None:
    """As if the desk was set back. The database alone cannot tell; a checkpoint of before can."""
    world, connection = attacked
    newest = all_seals(world)[-1]
    checkpoint = (newest.number, newest.digest.hex())
    assert verified(world, checkpoint).flaws == 0
    with connection.begin():
        connection.execute(t.audit.delete().where(t.audit.c.id > all_seals(world)[2].top))
        connection.execute(s.delete().where(s.c.number > 3))
    assert verified(world).flaws == 0
    assert verified(world, checkpoint).findings == (Finding(Flaw.CHECKPOINT, newest.number),)
    for _ in range(3):
        world.send("ben", MyCall())
        seal(world)
    assert verified(world, checkpoint).findings == (Finding(Flaw.CHECKPOINT, newest.number),)


@pytest.mark.parametrize("column", ["console", "act", "outcome", "at", "salt", "leaf", "request", "role"])
def test_row_16_what_no_column_can_hold(tmp_path: Path, column: str) -> None:
    """SQLite keeps any bytes in any column: verification goes on and names the row."""
    trail = made_trail(f"sqlite:///{tmp_path / 'desk.db'}")
    trail.add(rows(20))
    trail.seal_all(most=10)
    for value in ("cast(x'ff00fe' as text)", "x'00ff'", "1.5", "'" + "é" * 300 + "'"):
        with trail.undone() as connection:
            connection.execute(text(f"update audit set {column} = {value} where id = 7"))
            found = checker(connection, trail.database).check(lambda part: None)
            assert found.findings == [Finding(EDITED, 1, 7)], value
    trail.database.close()
