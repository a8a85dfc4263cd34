"""Where the wrapping key is kept: three places, none of which stands in for another."""

import os
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.backends.fail import Keyring as FailKeyring
from keyring.backends.null import Keyring as NullKeyring
from keyring.errors import InitError, KeyringError, KeyringLocked, NoKeyringError

from assistor_console.app import open_embedded
from assistor_console.composing import key_source
from assistor_console.domain.errors import Trouble
from assistor_console.domain.keys import KeyPlace
from assistor_console.domain.terms import Language, Realm
from assistor_console.settings import Settings, Theme, load_settings
from assistor_console.store.key_source import NEXT_VARIABLE, VARIABLE, FileKey, environment_key
from tests.keys.own_keyring import MemoryKeyring

ROOT = Path(__file__).parents[2]
KEY = bytes(range(32))
TEXT = b64encode(KEY).decode()
Use = Callable[[KeyringBackend], KeyringBackend]


def settings(folder: Path, place: KeyPlace) -> Settings:
    """An embedded practice desk."""
    return Settings(Realm.PRACTICE, folder, Theme.SYSTEM, Language.EN, "front desk", key_source=place)


def told(doing: Callable[[], object]) -> str:
    """The code of the trouble that it ends in."""
    with pytest.raises(Trouble) as trouble:
        doing()
    return trouble.value.code


def open_once(given: Settings) -> None:
    """Opens the desk, whatever there is, and closes it."""
    open_embedded(given).close()


@pytest.mark.parametrize(("value", "place"), [("file", KeyPlace.FILE), ("environment", KeyPlace.ENVIRONMENT)])
def test_it_is_a_setting(value: str, place: KeyPlace) -> None:
    assert load_settings({}, {"ASSISTOR_KEY_SOURCE": value}).key_source is place
    assert load_settings({}, {}).key_source is KeyPlace.FILE
    assert told(lambda: load_settings({"key_source": "drawer"}, {})) == "settings.bad_value"


def test_a_key_is_no_setting() -> None:
    """Only the place may be set; the variable of the key is looked at by who needs it."""
    assert "S3cret" not in repr(load_settings({}, {VARIABLE: "S3cret"}))


def test_the_environment_is_emptied_and_remembered(no_variables: None) -> None:
    environ = {VARIABLE: TEXT, NEXT_VARIABLE: b64encode(bytes(32)).decode(), "PATH": "/"}
    source = environment_key(environ)
    assert environ == {"PATH": "/"}
    assert source.read() == KEY and source.read_next() == bytes(32)
    assert environment_key(environ).read() == KEY
    assert TEXT not in repr(source)
    source.take_next()
    assert source.read() == bytes(32) and source.read_next() is None


@pytest.mark.parametrize("text", ["", "no base64!", b64encode(b"short").decode(), TEXT + "AAAA", "é" * 44])
def test_what_is_no_key_is_refused(no_variables: None, text: str) -> None:
    assert told(environment_key({VARIABLE: text}).read) == "key.environment_unreadable"


def test_nothing_is_made_in_the_environment(no_variables: None, tmp_path: Path) -> None:
    assert told(environment_key({}).read) == "key.environment_missing"
    assert told(environment_key({}).make) == "key.environment_missing"
    assert told(environment_key({VARIABLE: TEXT}).make) == "key.there"
    assert told(environment_key({}).make_next) == "key.environment_missing"


def test_no_place_stands_in_for_another(
    no_variables: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, use_keyring: Use
) -> None:
    open_once(settings(tmp_path, KeyPlace.FILE))
    use_keyring(MemoryKeyring())
    assert told(lambda: open_once(settings(tmp_path, KeyPlace.ENVIRONMENT))) == "key.environment_missing"
    assert told(lambda: open_once(settings(tmp_path, KeyPlace.KEYRING))) == "key.keyring_missing"
    monkeypatch.setenv(VARIABLE, TEXT)
    assert told(lambda: open_once(settings(tmp_path, KeyPlace.ENVIRONMENT))) == "key.wrong"
    (tmp_path / "desk.key").unlink()
    monkeypatch.setenv(VARIABLE, TEXT)
    assert told(lambda: open_once(settings(tmp_path, KeyPlace.FILE))) == "key.missing"
    assert not (tmp_path / "desk.key").exists()


def test_a_new_desk_needs_its_key_and_leaves_nothing_without(no_variables: None, tmp_path: Path) -> None:
    assert told(lambda: open_once(settings(tmp_path, KeyPlace.ENVIRONMENT))) == "key.environment_missing"
    assert [path.name for path in tmp_path.iterdir()] == ["desk.lock"]


CHILD = """
import os, subprocess, sys
from pathlib import Path
from assistor_console.app import open_embedded
from assistor_console.settings import load_settings
desk = open_embedded(load_settings({"data_dir": sys.argv[1]}, os.environ))
child = "import os; print(sorted(name for name in os.environ if name.startswith('ASSISTOR_KEY')))"
print(subprocess.run([sys.executable, "-c", child], capture_output=True, text=True).stdout.strip())
print("keyring" in sys.modules)
desk.close()
"""


def test_no_child_inherits_the_key_and_no_start_waits_for_keyrings(tmp_path: Path) -> None:
    environ = {**os.environ, VARIABLE: TEXT, NEXT_VARIABLE: TEXT, "ASSISTOR_KEY_SOURCE": "environment"}
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(tmp_path)], cwd=ROOT, env=environ, capture_output=True, text=True
    )
    assert done.stdout.splitlines() == ["['ASSISTOR_KEY_SOURCE']", "False"], done.stderr


def test_a_desk_with_its_key_in_the_keyring(tmp_path: Path, use_keyring: Use) -> None:
    kept = MemoryKeyring()
    use_keyring(kept)
    given = settings(tmp_path, KeyPlace.KEYRING)
    open_once(given)
    assert list(kept.entries) == [("assistor-console", f"practice {tmp_path}")]
    open_once(given)
    assert not (tmp_path / "desk.key").exists()
    assert told(key_source(given).make) == "key.there"
    other = replace(given, data_dir=tmp_path / "other")
    open_once(other)
    assert len(set(kept.entries.values())) == 2
    kept.entries["assistor-console", f"practice {tmp_path}"] = "no key"
    assert told(lambda: open_once(given)) == "key.keyring_unreadable"
    kept.entries.pop(("assistor-console", f"practice {tmp_path}"))
    assert told(lambda: open_once(given)) == "key.keyring_missing"


@pytest.mark.parametrize(
    ("failure", "code"),
    [
        (KeyringLocked("for secret reasons"), "key.keyring_locked"),
        (InitError("no bus"), "key.keyring_none"),
        (NoKeyringError(), "key.keyring_none"),
        (KeyringError("secret"), "key.keyring_failed"),
        (OSError("secret"), "key.keyring_failed"),
    ],
)
def test_a_keyring_that_does_not_open_is_refused(
    tmp_path: Path, use_keyring: Use, failure: Exception, code: str
) -> None:
    kept = MemoryKeyring()
    use_keyring(kept)
    given = settings(tmp_path, KeyPlace.KEYRING)
    open_once(given)
    kept.failure = failure
    with pytest.raises(Trouble) as trouble:
        open_once(given)
    assert trouble.value.code == code
    assert "secret" not in repr(trouble.value.values)
    kept.failure = None
    open_once(given)


def plaintext() -> KeyringBackend:
    """A backend as keyrings.alt has it."""
    made = type("PlaintextKeyring", (MemoryKeyring,), {"__module__": "keyrings.alt.file"})
    backend = made()
    assert isinstance(backend, KeyringBackend)
    return backend


class Chained(ChainerBackend):
    """Two backends, of which the second keeps plain text."""

    backends = (MemoryKeyring(), plaintext())


NONE = {"null": NullKeyring, "fail": FailKeyring, "plain": plaintext, "chained": Chained}


@pytest.mark.parametrize("made", NONE.values(), ids=NONE.keys())
def test_what_keeps_no_key_safely_is_refused(
    tmp_path: Path, use_keyring: Use, made: Callable[[], KeyringBackend]
) -> None:
    use_keyring(made())
    assert told(lambda: open_once(settings(tmp_path, KeyPlace.KEYRING))) == "key.keyring_none"
    assert [path.name for path in tmp_path.iterdir()] == ["desk.lock"]


def test_a_keyring_that_drops_what_it_is_given_is_refused(tmp_path: Path, use_keyring: Use) -> None:
    use_keyring(MemoryKeyring(drops=True))
    assert told(lambda: open_once(settings(tmp_path, KeyPlace.KEYRING))) == "key.keyring_failed"
    assert [path.name for path in tmp_path.iterdir()] == ["desk.lock"]


def test_a_next_file_is_whole_and_is_kept(tmp_path: Path) -> None:
    source = FileKey(tmp_path / "desk.key")
    first = source.make()
    next_key = source.make_next()
    assert source.read() == first != next_key == source.read_next()
    assert source.make_next() == next_key, "one that is there may be in use by now"
    (tmp_path / "desk.key.next.00.part").write_bytes(b"")  # of who was killed
    source.take_next()
    source.take_next()  # another program was quicker
    assert source.read() == next_key and source.read_next() is None
    assert [path.name for path in tmp_path.iterdir()] == ["desk.key"]


def test_a_file_that_cannot_take_the_place_is_named(tmp_path: Path) -> None:
    source = FileKey(tmp_path / "desk.key")
    source.make_next()
    source.path.mkdir()
    assert told(source.take_next) == "key.unwritable"


def test_no_next_entry_changes_nothing(tmp_path: Path, use_keyring: Use) -> None:
    kept = MemoryKeyring()
    use_keyring(kept)
    source = key_source(settings(tmp_path, KeyPlace.KEYRING))
    key = source.make()
    source.take_next()
    assert source.read() == key and len(kept.entries) == 1


def test_a_folder_that_cannot_be_written_is_named() -> None:
    assert told(FileKey(Path("/proc/desk.key")).make_next) == "key.unwritable"
