"""No sealed column is unknown to a rotation: whoever adds one is told here."""

import ast
from pathlib import Path

from sqlalchemy import LargeBinary, func, select

import assistor_console.store
from assistor_console.store import resealing
from assistor_console.store.every_table import meta
from assistor_console.store.resealing import SEALED
from assistor_console.store.vault import FORMAT, HEAD_BYTES
from tests.keys.filled import everything
from tests.worlds import World

STORE = Path(assistor_console.store.__file__).parent
OTHERWISE = {
    # Sealed under the wrapping key, and changed with it.
    *("realm.key_check", "keys.wrapped"),
    # Sealed under a key that only a console has.
    "remembered.sealed",
    # Indexes and digests, made with the index key or with none.
    *("records.tin_index", "records.spouse_index", "records.name_index", "files.digest"),
    *("cases.tin_index", "cases.name_index", "accounts.tin_index", "letters.code", "appointments.code_index"),
    *("sessions.token", "sessions.bound", "attempts.subject", "attempts.bound", "recovery_codes.digest"),
    *("kin.tin_index", "flags.tin_index", "releases.tin_index", "opens.tin_index", "opens.name_index"),
    *("alerts.tin_index", "shown.tin_index", "publications.digest"),
    # Published texts, the trail, the ids of keys: open to whoever holds the database.
    *("publications.body", "audit.salt", "audit.leaf", "purged.leaf", "keys.id", "keys.public"),
    *("seals.ids", "seals.marks", "seals.digest", "seals.key_id", "seals.signature"),
}
"""Columns of bytes that no data key has sealed."""


def names() -> set[str]:
    """Every column of bytes."""
    return {
        f"{table.name}.{column.name}"
        for table in meta.sorted_tables
        for column in table.columns
        if isinstance(column.type, LargeBinary)
    }


def test_every_column_of_bytes_is_sealed_anew_or_known_not_to_be_sealed() -> None:
    known = {each.name for each in SEALED}
    assert known & OTHERWISE == set()
    assert names() - OTHERWISE == known, "name a new column in store/resealing.py, or here and why not"


def sealing_places() -> set[str]:
    """What modules of the store seal for: the first argument of `seal` and `seal_all`, constants resolved."""
    found = set()
    for file in STORE.glob("*.py"):
        tree = ast.parse(file.read_text("utf-8"))
        constants = {k: v for node in tree.body if isinstance(node, ast.Assign) for k, v in _assigned(node)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                owner = ast.unparse(node.func.value)
                if node.func.attr in {"seal", "seal_all"} and owner.endswith("vault"):
                    found.add(constants.get(ast.unparse(node.args[0]), ast.unparse(node.args[0]).strip("'")))
    return found


def _assigned(node: ast.Assign) -> list[tuple[str, str]]:
    names, values = node.targets[0], node.value
    pairs = (
        zip(names.elts, values.elts, strict=True)
        if isinstance(names, ast.Tuple) and isinstance(values, ast.Tuple)
        else [(names, values)]
    )
    return [
        (ast.unparse(k), v.value) for k, v in pairs if isinstance(v, ast.Constant) and v.value == str(v.value)
    ]


def test_every_place_that_is_sealed_for_is_sealed_anew() -> None:
    # `sealed.place` is the registry itself.
    assert sealing_places() - {"sealed.place"} == {each.place for each in SEALED}


def test_what_rests_after_a_day_s_work_is_where_the_registry_says(url: str) -> None:
    """Looked for in the bytes themselves: whatever begins as a sealed value does."""
    world = World(url)
    head = world.database.vault.head()
    assert head.startswith(FORMAT)
    found = set()
    with world.reading() as store:
        for name in names():
            table, column = name.split(".")
            start = func.substr(meta.tables[table].c[column], 1, HEAD_BYTES, type_=LargeBinary)
            if store.connection.execute(select(func.count()).where(start == head)).scalar_one():
                found.add(name)
    assert found == {each.name for each in SEALED}
    assert set(everything(world.database)) == found
    assert all(everything(world.database).values()), "every column has values"
    world.database.close()


def test_counts_are_by_column_and_key(url: str) -> None:
    world = World(url)
    key = world.database.vault.head()[1:]
    with world.reading() as store:
        counts = resealing.count(store.connection)
        assert resealing.left(store.connection, world.database.vault) == 0
    values = everything(world.database)
    assert counts == {name: {key: len(rows)} for name, rows in values.items()}
    world.database.close()
