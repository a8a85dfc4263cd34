"""`assistor-console keys`: what is typed and what it says, for an embedded desk and for a PostgreSQL."""

import json
import os
import sqlite3
from base64 import b64encode
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from filelock import FileLock

from assistor_console.app import open_embedded
from assistor_console.cli import main
from assistor_console.domain.keys import KeyPlace
from assistor_console.domain.terms import Language, Realm
from assistor_console.requests.sign_in import Hello
from assistor_console.services import rotating
from assistor_console.settings import Settings, Theme
from assistor_console.store.key_source import NEXT_VARIABLE, VARIABLE
from tests.central import Central, central
from tests.keys.filled import filled_file
from tests.keys.own_keyring import MemoryKeyring
from tests.keys.test_sources import Use
from tests.server.running import serving
from tests.worlds import KEY


@pytest.fixture
def prepared(postgres_url: str, tmp_path: Path) -> Iterator[Central]:
    with central(postgres_url, tmp_path / "data") as made:
        made.prepare()
        yield made


@pytest.fixture(params=["embedded", "central"])
def options(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The options that say which desk; nobody waits at its end."""
    monkeypatch.setattr(rotating, "SETTLE_SECONDS", 0.0)
    if request.param == "central":
        made: Central = request.getfixturevalue("prepared")
        return ["--data-dir", str(made.owner.data_dir), "--database", made.logins.owner]
    folder = tmp_path / "data"
    make_desk(folder)
    return ["--data-dir", str(folder)]


def settings(folder: Path, place: KeyPlace = KeyPlace.FILE) -> Settings:
    """An embedded practice desk."""
    return Settings(Realm.PRACTICE, folder, Theme.SYSTEM, Language.EN, "", key_source=place)


def make_desk(folder: Path, place: KeyPlace = KeyPlace.FILE) -> None:
    """A new desk."""
    open_embedded(settings(folder, place)).close()


def run(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    """All that a command says."""
    assert main(words) == code, capsys.readouterr()
    said = capsys.readouterr()
    return said.out + said.err


def test_the_life_of_a_desk_s_keys(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "practice", *options, "--people", "12")
    key = Path(options[1], "desk.key")
    before = json.loads(run(capsys, "keys", *options, "status", "--json"))
    assert before["source"] == "file" and before["where"] == str(key)
    (data,) = [each["id"] for each in before["keys"] if each["purpose"] == "data"]
    assert set(before["sealed"]["records.sealed"]) == {data} and len(before["keys"]) == 3
    assert "were sealed anew" in run(capsys, "keys", *options, "rotate")
    after = json.loads(run(capsys, "keys", *options, "status", "--json"))
    assert {each["state"] for each in after["keys"]} == {"current"}
    assert [sum(each.values()) for each in after["sealed"].values()] == [
        sum(each.values()) for each in before["sealed"].values()
    ]
    assert data not in {id for each in after["sealed"].values() for id in each}
    old = key.read_bytes()
    assert "wrapping key was changed" in run(capsys, "keys", *options, "rotate", "--wrapping", "--yes")
    assert key.read_bytes() != old
    said = run(capsys, "keys", *options, "--language", "es", "status")
    assert "Clave maestra" in said and "records.sealed" in said
    assert "There is a wrapping key already" in run(capsys, "keys", *options, "init", code=2)


def test_a_lost_key_is_not_made_anew(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    key = Path(options[1], "desk.key")
    right = key.read_bytes()
    key.unlink()
    for act in ("status", "rotate"):
        assert "There is no" in run(capsys, "keys", *options, act, code=2)
    assert "A new key would not open it" in run(capsys, "keys", *options, "init", code=2)
    assert not key.exists()
    key.write_bytes(bytes(32))
    key.chmod(0o600)
    assert "not the one of this database" in run(capsys, "keys", *options, "rotate", code=2)
    key.write_bytes(right)
    run(capsys, "keys", *options, "status")


def test_a_new_desk_s_key(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--data-dir", str(tmp_path / "data")]
    assert "Keep a copy" in run(capsys, "keys", *options, "init")
    key = (tmp_path / "data" / "desk.key").read_bytes()
    assert "There is no desk" in run(capsys, "keys", *options, "status", code=2)
    make_desk(tmp_path / "data")
    assert (tmp_path / "data" / "desk.key").read_bytes() == key
    elsewhere = ["--data-dir", str(tmp_path / "other"), "--key-file", "/proc/no.key"]
    assert "cannot be written" in run(capsys, "keys", *elsewhere, "init", code=2)


def test_by_keyring_and_environment(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    use_keyring: Use,
    no_variables: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    use_keyring(MemoryKeyring())
    ringed = ["--data-dir", str(tmp_path / "ring"), "--key-source", "keyring"]
    run(capsys, "keys", *ringed, "init")
    make_desk(tmp_path / "ring", KeyPlace.KEYRING)
    assert "system keyring" in run(capsys, "keys", *ringed, "status")
    run(capsys, "keys", *ringed, "rotate", "--wrapping", "--yes")
    run(capsys, "keys", *ringed, "status")
    given = ["--data-dir", str(tmp_path / "given"), "--key-source", "environment"]
    assert "openssl rand -base64 32" in run(capsys, "keys", *given, "init", code=2)
    monkeypatch.setenv(VARIABLE, b64encode(bytes(range(32))).decode())
    make_desk(tmp_path / "given", KeyPlace.ENVIRONMENT)
    assert VARIABLE not in os.environ
    assert NEXT_VARIABLE in run(capsys, "keys", *given, "rotate", "--wrapping", "--yes", code=2)
    monkeypatch.setenv(NEXT_VARIABLE, b64encode(bytes(range(1, 33))).decode())
    assert "start every server anew" in run(capsys, "keys", *given, "rotate", "--wrapping", "--yes")
    run(capsys, "keys", *given, "status")


def test_beside_a_running_window(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither keeps the other away, before and after."""
    monkeypatch.setattr(rotating, "SETTLE_SECONDS", 0.0)
    running = open_embedded(settings(tmp_path))
    old = running.pipeline.database.vault.head()
    for words in (["rotate"], ["status"], ["rotate", "--wrapping", "--yes"]):
        run(capsys, "keys", "--data-dir", str(tmp_path), *words)
        running.desk().send(Hello())
    running.pipeline.database.look_at_keys()
    assert running.pipeline.database.vault.head() != old
    running.close()


def test_damaged_values_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that were changed, and those that name a key which never was."""
    monkeypatch.setattr(rotating, "SETTLE_SECONDS", 0.0)
    (tmp_path / "desk.db").write_bytes(filled_file())
    (tmp_path / "desk.key").touch(mode=0o600)
    (tmp_path / "desk.key").write_bytes(KEY)
    with closing(sqlite3.connect(tmp_path / "desk.db")) as raw, raw:
        raw.execute("update drafts set sealed = substr(sealed, 1, 20)")
        raw.execute("update letters set sealed = cast(x'01aabbccdd' || substr(sealed, 6) as blob)")
    options = ["--data-dir", str(tmp_path)]
    assert "1 value names a key that is not there" in run(capsys, "keys", *options, "status")
    said = run(capsys, "keys", *options, "rotate", code=1)
    assert "drafts.sealed" in said and "letters.sealed" in said and "answers" not in said
    with FileLock(tmp_path / "keys.lock", mode=0o600):
        assert "Somebody else is changing" in run(
            capsys, "keys", *options, "rotate", "--wrapping", "--yes", code=2
        )


def test_stopped_it_says_how_to_go_on(
    options: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as pressed:
        rotate = rotating.rotate

        def interrupted(*given: object) -> object:
            os.kill(os.getpid(), 2)  # Ctrl+C
            return rotate(*given)  # type: ignore[arg-type]

        pressed.setattr("assistor_console.commands.keys.rotate", interrupted)
        assert "Go on later" in run(capsys, "keys", *options, "rotate", code=1)
    assert "not finished" in run(capsys, "keys", *options, "status")
    run(capsys, "keys", *options, "rotate")
    assert "not finished" not in run(capsys, "keys", *options, "status")


def test_several_servers_get_their_key_through_a_pipe(prepared: Central, tmp_path: Path) -> None:
    """Started with it in the environment, none of those that serve has it there."""
    key = (prepared.owner.data_dir / "desk.key").read_bytes()
    (prepared.owner.data_dir / "desk.key").unlink()
    given = {VARIABLE: b64encode(key).decode(), "ASSISTOR_KEY_SOURCE": "environment"}
    with serving(prepared, tmp_path, "--processes", "2", **given) as server:
        assert server.get("/ready").status == 200
        children = server.children()
        assert len(children) == 2
        for pid in children:
            environ = Path("/proc", str(pid), "environ").read_bytes()
            assert b"ASSISTOR_KEY_SOURCE" in environ and VARIABLE.encode() + b"=" not in environ
