"""The schema: head is what the tables say; every step goes up and down with rows in it, none is left half."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, Index, inspect, select, text

from assistor_console.assets import migrations
from assistor_console.domain.errors import Trouble
from assistor_console.store.database import engine_for
from assistor_console.store.every_table import meta
from assistor_console.store.schema import HEAD, alembic_config, bring_up_to_date, migrate, version
from tests.callers import MARISOL, Caller
from tests.journeys import book
from tests.old_desk import old_world
from tests.worlds import KEY, START, make_world

ROOT = Path(__file__).parents[2]


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    made = engine_for(database_url)
    yield made
    made.dispose()


def revisions() -> list[str]:
    """Every revision, oldest first."""
    return sorted(path.name.partition("_")[0] for path in (Path(migrations()) / "versions").glob("[0-9]*.py"))


def tables(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names()) - {"alembic_version"}


def test_head_is_the_newest_file() -> None:
    assert revisions()[-1] == HEAD


def test_the_files_are_one_line_without_a_fork(engine: Engine) -> None:
    with engine.connect() as connection:
        script = ScriptDirectory.from_config(alembic_config(connection))
    line = [step.revision for step in script.walk_revisions()]
    assert list(reversed(line)) == revisions()


def test_head_is_what_the_tables_say(engine: Engine) -> None:
    bring_up_to_date(engine)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), meta) == []
        assert version(connection) == HEAD
    assert tables(engine) == set(meta.tables)


def _condition(index: Index) -> object:
    return index.dialect_options["sqlite"]["where"]


def test_partial_unique_indexes_are_made(engine: Engine) -> None:
    """Autogenerate does not compare their conditions: they are what makes a second open case impossible."""
    bring_up_to_date(engine)
    made, named = inspect(engine), {i.name: i for table in meta.tables.values() for i in table.indexes}
    found: dict[str, Any] = {str(i["name"]): i for name in meta.tables for i in made.get_indexes(name)}
    partial = {str(name): i for name, i in named.items() if i.unique and _condition(i) is not None}
    assert len(partial) >= 5
    for name, index in partial.items():
        options = found[name]["dialect_options"]
        assert found[name]["unique"]
        assert options[f"{engine.dialect.name}_where"] is not None, index


def rows(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        return {t.name: len(connection.execute(select(t)).all()) for t in meta.sorted_tables}


def test_down_and_up_again_with_rows_in_every_table(database_url: str) -> None:
    world = old_world(database_url)
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_verdict(wrong=1)
    book(world, caller)
    engine = world.database.engine
    assert rows(engine)["appointments"] == 1
    for target in [*reversed(revisions()[:-1]), "base"]:
        migrate(engine, target)
    assert tables(engine) == set()
    for target in revisions():
        migrate(engine, target)
    assert set(rows(engine).values()) == {0}
    bring_up_to_date(engine)
    world.database.close()


def test_up_to_date_changes_nothing(database_url: str) -> None:
    world = make_world(database_url)
    before = rows(world.database.engine)
    bring_up_to_date(world.database.engine)
    assert rows(world.database.engine) == before
    world.database.close()


def test_a_newer_program_s_database_is_refused_untouched(engine: Engine) -> None:
    bring_up_to_date(engine)
    with engine.begin() as connection:
        connection.execute(text("update alembic_version set version_num = '9999'"))
    with pytest.raises(Trouble) as told:
        bring_up_to_date(engine)
    assert told.value.code == "schema.newer"
    assert tables(engine) == set(meta.tables)
    with engine.connect() as connection:
        assert version(connection) == "9999"


def test_a_migration_that_dies_leaves_nothing(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    from alembic.operations import Operations

    made = Operations.create_table
    done: list[str] = []

    def dies(self: Any, name: str, *columns: Any, **options: Any) -> Any:
        if len(done) == 5:
            raise KeyboardInterrupt
        done.append(name)
        return made(self, name, *columns, **options)

    monkeypatch.setattr(Operations, "create_table", dies)
    with pytest.raises(KeyboardInterrupt):
        bring_up_to_date(engine)
    monkeypatch.undo()
    assert len(done) == 5
    assert inspect(engine).get_table_names() == []
    bring_up_to_date(engine)
    assert tables(engine) == set(meta.tables)


OPEN = """
import sys
from datetime import datetime
from assistor_console.app import compose
from assistor_console.domain.terms import Realm
from assistor_console.store.database import Database
database = Database({url!r}, {key!r})
compose(database, Realm.PRACTICE, lambda: datetime.fromisoformat({now!r}))
database.close()
print("alembic" in sys.modules, "psycopg" in sys.modules)
"""


def test_an_up_to_date_desk_opens_without_alembic_and_psycopg(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'desk.db'}"
    program = OPEN.format(url=url, key=KEY, now=START.isoformat())
    told = [
        subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout.strip()
        for _ in range(2)
    ]
    assert told == ["True False", "False False"]
