"""Another wrapping key: cut off between any two steps, the desk opens, and the change is ended."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from sqlalchemy import text

from assistor_console.app import open_alongside, open_beside, open_embedded
from assistor_console.composing import key_source
from assistor_console.domain.errors import Trouble
from assistor_console.domain.keys import KeyPlace
from assistor_console.domain.terms import Language, Realm
from assistor_console.services.rotating import change_wrapping, rotate
from assistor_console.settings import Settings, Theme
from assistor_console.store.database import Database
from assistor_console.store.key_source import (
    NEXT_VARIABLE,
    VARIABLE,
    EnvironmentKey,
    FileKey,
    KeySource,
    candidates,
    environment_key,
)
from tests.central import central
from tests.keys.filled import everything
from tests.keys.own_keyring import MemoryKeyring
from tests.keys.rotating import Killed, dies_at, opened, operator, quick
from tests.worlds import KEY

Use = Callable[[KeyringBackend], KeyringBackend]


def file_with(folder: Path, key: bytes = KEY) -> FileKey:
    """The source of a filled desk."""
    source = FileKey(folder / "keys" / "desk.key")
    source.make()
    source.path.write_bytes(key)
    return source


def opens(url: str, source: KeySource) -> bytes:
    """Opens a desk as every program does; the key it opened with."""
    database = Database(url, source.read(), again=lambda: candidates(source))
    try:
        with database.read() as store:
            store.realm.check(Realm.PRACTICE)
            store.keys.open()
        everything(database)
        return database.vault.wrapping.own_key()
    finally:
        database.close()


def fails(url: str, key: bytes) -> bool:
    """Whether a key does not open a desk."""
    with opened(url, key) as database:
        try:
            everything(database)
        except Trouble as trouble:
            return trouble.code == "key.wrong"
    return False


def test_the_old_key_opens_nothing_any_more(url: str, tmp_path: Path) -> None:
    source = file_with(tmp_path)
    with opened(url) as mine:
        before = everything(mine)
        assert change_wrapping(operator(mine), mine, source, quick())
        assert not mine.vault.wrapping.is_key(KEY)
        rotate(operator(mine), mine, quick())
        assert everything(mine) == before
        acts = mine.engine.connect()
        assert (
            acts.execute(text("select count(*) from audit where act = 'change_wrapping'")).scalar_one() == 1
        )
        acts.close()
    new = source.read()
    assert new != KEY and [path.name for path in source.path.parent.iterdir()] == ["desk.key"]
    assert fails(url, KEY)
    with opened(url, new) as again:
        assert everything(again) == before


@pytest.mark.parametrize("step", range(3))
def test_cut_off_between_any_two_steps(url: str, tmp_path: Path, step: int) -> None:
    """Before the next key is there, before all are wrapped with it, before it takes the old one's place."""
    source = file_with(tmp_path)
    with opened(url) as mine:
        before = everything(mine)
        with pytest.raises(Killed):
            change_wrapping(operator(mine), mine, source, quick(stepped=dies_at(step)))
    next_key = source.read_next()
    assert (next_key is None) == (step == 0)
    assert opens(url, source) == (next_key if step == 2 else KEY)
    with opened(url, opens(url, source)) as mine:
        assert change_wrapping(operator(mine), mine, source, quick()) == (step < 2)
        assert everything(mine) == before
    new = source.read()
    assert new == (next_key or new) != KEY and source.read_next() is None
    assert opens(url, source) == new and fails(url, KEY)


def signers(database: Database) -> dict[bytes, bytes]:
    """The public keys that seals are checked with."""
    with database.read() as store:
        return store.keys.public_keys()


def test_who_is_running_learns_the_changed_key_when_it_needs_one(url: str, tmp_path: Path) -> None:
    """A server that read the file before: it goes on, and reads the file again for the next data key."""
    source = file_with(tmp_path)
    running = Database(url, source.read(), again=lambda: candidates(source))
    without = Database(url, source.read())  # as one whose key came by the environment
    before = everything(running)
    assert everything(without) == before
    with opened(url) as mine:
        change_wrapping(operator(mine), mine, source, quick())
        assert everything(running) == everything(without) == before
        assert signers(running) == signers(without) == signers(mine), "seals are made and checked meanwhile"
        rotate(operator(mine), mine, quick())
    assert everything(running) == before
    with pytest.raises(Trouble, match=r"key\.wrong"):
        everything(without)
    running.close()
    without.close()


def test_two_at_once_and_the_second_is_told(url: str, tmp_path: Path) -> None:
    source = file_with(tmp_path)
    with opened(url) as mine, opened(url) as other:
        before = everything(mine)
        everything(other)
        change_wrapping(operator(mine), mine, source, quick())
        with pytest.raises(Trouble, match=r"keys\.changed"):
            change_wrapping(operator(other), other, source, quick())
        assert everything(mine) == before
    assert opens(url, source) == source.read()


def test_it_does_not_end_while_another_key_lies_there(url: str, tmp_path: Path) -> None:
    source = file_with(tmp_path)
    with opened(url) as mine:
        before = everything(mine)

        def swap() -> None:
            steps.append(source.next_path)
            if len(steps) == 3:
                source.next_path.write_bytes(bytes(32))

        steps: list[Path] = []
        with pytest.raises(Trouble, match=r"key\.wrong"):
            change_wrapping(operator(mine), mine, source, quick(stepped=swap))
        assert everything(mine) == before
        assert source.read() == KEY, "what lies there is not the database's, and takes no place"


def test_by_the_environment(url: str, no_variables: None) -> None:
    new = bytes(range(2, 34))
    environ = {VARIABLE: b64encode(KEY).decode()}
    with opened(url) as mine:
        before = everything(mine)
        with pytest.raises(Trouble, match=r"key\.environment_missing"):
            change_wrapping(operator(mine), mine, environment_key(environ), quick())
        environ[NEXT_VARIABLE] = b64encode(new).decode()
        assert change_wrapping(operator(mine), mine, environment_key(environ), quick())
    both = EnvironmentKey(b64encode(KEY).decode(), b64encode(new).decode())
    assert opens(url, both) == new, "until who starts it has changed the variables"
    with opened(url, new) as again:
        assert everything(again) == before


def test_by_the_keyring(tmp_path: Path, use_keyring: Use) -> None:
    kept = MemoryKeyring()
    use_keyring(kept)
    given = Settings(
        Realm.PRACTICE, tmp_path, Theme.SYSTEM, Language.EN, "front desk", key_source=KeyPlace.KEYRING
    )
    open_embedded(given).close()
    (old,) = kept.entries.values()
    beside, source = open_alongside(given), key_source(given)
    with pytest.raises(Killed):
        change_wrapping(
            beside.operator(), beside.pipeline.database, source, quick(stepped=dies_at(2))
        )  # fmt: skip
    beside.close()
    assert len(kept.entries) == 2
    open_embedded(given).close()  # ends it
    (new,) = kept.entries.values()
    assert new != old
    open_embedded(given).close()


def test_servers_of_a_prepared_database_end_it_too(postgres_url: str, tmp_path: Path) -> None:
    with central(postgres_url, tmp_path / "data") as made:
        made.prepare()
        source = key_source(made.owner)
        beside = open_beside(made.owner)
        with pytest.raises(Killed):
            change_wrapping(beside.operator(), beside.pipeline.database, source, quick(stepped=dies_at(2)))
        beside.close()
        next_key = source.read_next()
        with made.served() as served:
            assert served.ready()
        assert (source.read(), source.read_next()) == (next_key, None)
        made.prepare()
        nowhere = replace(made.owner, key_file=tmp_path / "other.key")
        with pytest.raises(Trouble, match=r"key\.missing"):
            open_beside(nowhere)
