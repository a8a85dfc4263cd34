"""Row 20: ciphertext moved between rows; the key lost, rotated in the middle of work; the keyring locked."""

from collections.abc import Callable, Iterator
from itertools import permutations
from pathlib import Path

import keyring
import pytest
from keyring.errors import KeyringLocked
from sqlalchemy import select, update

from assistor_console.app import open_embedded
from assistor_console.domain.errors import Trouble
from assistor_console.domain.keys import KeyPlace
from assistor_console.domain.terms import Language, Realm
from assistor_console.requests.base import Envelope
from assistor_console.requests.intake import MyCall
from assistor_console.services.rotating import rotate
from assistor_console.settings import Settings, Theme
from assistor_console.store import resealing
from assistor_console.store.database import Database
from tests.keys.filled import counted, everything
from tests.keys.filled import filled_url as filled_url
from tests.keys.filled import url as url
from tests.keys.own_keyring import MemoryKeyring
from tests.keys.rotating import opened, operator, quick
from tests.worlds import World


def test_row_20_ciphertext_that_was_moved_does_not_open(url: str) -> None:
    """Every sealed value of every column, moved to the next row and to every other column."""
    with opened(url) as database:
        tried = 0
        with database.read() as store:
            values = {
                each: [tuple(row) for row in store.connection.execute(
                    select(each.table.c.id, each.column).where(each.column.is_not(None))
                )]
                for each in resealing.SEALED
            }  # fmt: skip
        for each, rows in values.items():
            for (id, _), (_, sealed) in zip(rows, rows[1:] + rows[:1], strict=True):
                if len(rows) > 1:
                    tried += _does_not_open(database, each.place, each.row(id), sealed)
        for one, other in permutations(resealing.SEALED, 2):
            (id, _), (_, sealed) = values[one][0], values[other][0]
            tried += _does_not_open(database, one.place, one.row(id), sealed)
            (same, own) = values[one][0]
            tried += _does_not_open(database, other.place, one.row(same), own)
        assert tried > 200


def _does_not_open(database: Database, place: str, row: bytes, sealed: bytes) -> int:
    with pytest.raises(Trouble, match=r"vault\.broken"):
        database.vault.open(place, row, sealed)
    return 1


def test_row_20_a_moved_record_stops_the_request_that_meets_it(url: str) -> None:
    """In the database itself, through the pipeline: the desk says so and gives nothing of it away."""
    world = World(url)
    answers = next(each for each in resealing.SEALED if each.name == "answers.sealed")
    with world.database.write() as store:
        rows = list(store.connection.execute(select(answers.table.c.id, answers.column)))
        for row, other in zip(rows, rows[1:] + rows[:1], strict=True):
            change = update(answers.table).where(answers.table.c.id == row.id).values(sealed=other.sealed)
            store.connection.execute(change)
    with pytest.raises(Trouble, match=r"vault\.broken"):
        world.pipeline.run(Envelope("ana"), MyCall())
    world.database.close()


def test_row_20_the_key_is_rotated_in_the_middle_of_work(url: str) -> None:
    """Between any two batches old and new values open, for a program that was told nothing of it."""
    with opened(url) as mine, opened(url) as other:
        before, mixed = everything(other), 0

        def look(seconds: float) -> None:
            nonlocal mixed
            assert everything(other) == before
            mixed += len(counted(other)) == 2

        rotate(operator(mine), mine, quick(rest=look))
        assert mixed > 5
        assert everything(other) == before and len(counted(other)) == 1


@pytest.fixture
def kept() -> Iterator[MemoryKeyring]:
    """A keyring in the place of this machine's."""
    before, made = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def settings(folder: Path, place: KeyPlace) -> Settings:
    """An embedded practice desk."""
    return Settings(Realm.PRACTICE, folder, Theme.SYSTEM, Language.EN, "front desk", key_source=place)


def told(doing: Callable[[], object]) -> str:
    """The code of the trouble that it ends in."""
    with pytest.raises(Trouble) as trouble:
        doing()
    return trouble.value.code


def test_row_20_the_key_is_lost(tmp_path: Path, kept: MemoryKeyring) -> None:
    """Nothing starts, nothing is made in its place, and putting it back is all that is needed."""
    filed, ringed = tmp_path / "file", tmp_path / "ring"
    with_file, with_ring = settings(filed, KeyPlace.FILE), settings(ringed, KeyPlace.KEYRING)
    for given in (with_file, with_ring):
        open_embedded(given).close()
    key, entries = (filed / "desk.key").read_bytes(), dict(kept.entries)
    (filed / "desk.key").unlink()
    kept.entries.clear()
    assert told(lambda: open_embedded(with_file)) == "key.missing"
    assert told(lambda: open_embedded(with_ring)) == "key.keyring_missing"
    assert not (filed / "desk.key").exists() and not kept.entries
    (filed / "desk.key").write_bytes(key)
    (filed / "desk.key").chmod(0o600)
    kept.entries.update(entries)
    for given in (with_file, with_ring):
        open_embedded(given).close()


def test_row_20_the_keyring_is_locked(tmp_path: Path, kept: MemoryKeyring) -> None:
    given = settings(tmp_path, KeyPlace.KEYRING)
    kept.failure = KeyringLocked("dismissed")
    assert told(lambda: open_embedded(given)) == "key.keyring_locked"
    assert [path.name for path in tmp_path.iterdir()] == ["desk.lock"], "no file stands in for it"
    kept.failure = None
    open_embedded(given).close()
    kept.failure = KeyringLocked("dismissed")
    assert told(lambda: open_embedded(given)) == "key.keyring_locked"
