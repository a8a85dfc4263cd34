"""Opening the embedded desk: whose files they are, and a plain word for whatever keeps it from opening."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from assistor_console.app import PRACTICE_STARTS, Embedded, open_embedded
from assistor_console.domain.errors import Trouble
from assistor_console.domain.terms import Language, Realm, Role
from assistor_console.requests.operate import MoveClock
from assistor_console.requests.sign_in import Hello, SeePracticeStaff
from assistor_console.requests.staff import MakePracticeStaff, PracticeStaffMember
from assistor_console.settings import Settings, Theme
from tests.disks import mounted, remount

NOW = datetime.fromisoformat("2026-11-24T12:00:00+00:00")


def settings(folder: Path, realm: Realm = Realm.PRACTICE) -> Settings:
    return Settings(realm, folder, Theme.SYSTEM, Language.EN, "front desk")


@contextmanager
def opened(folder: Path, realm: Realm = Realm.PRACTICE, now: datetime = NOW) -> Iterator[Embedded]:
    desk = open_embedded(settings(folder, realm), lambda: now)
    try:
        yield desk
    finally:
        desk.close()


def told(folder: Path, realm: Realm = Realm.PRACTICE) -> str:
    """The code of the trouble that keeps a desk from opening."""
    with pytest.raises(Trouble) as trouble, opened(folder, realm):
        pass
    return trouble.value.code


def test_files_are_their_owner_s_alone(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        with opened(tmp_path / "data") as desk:
            desk.desk().send(Hello())
            modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "data").iterdir()}
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700
    assert {"desk.db", "desk.db-wal", "desk.db-shm", "desk.key", "desk.lock"} == set(modes)
    assert set(modes.values()) == {0o600}


def test_nothing_that_is_acknowledged_can_be_lost(tmp_path: Path) -> None:
    with opened(tmp_path) as desk, desk.pipeline.database.engine.connect() as connection:
        read = {name: connection.exec_driver_sql(f"pragma {name}").scalar_one() for name in (
            "journal_mode", "synchronous", "foreign_keys", "secure_delete",
        )}  # fmt: skip
    assert read == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}


def test_a_second_program_is_told(tmp_path: Path) -> None:
    with opened(tmp_path):
        assert told(tmp_path) == "desk.already_open"
    with opened(tmp_path):
        pass


def test_a_desk_that_did_not_open_keeps_nobody_out(tmp_path: Path) -> None:
    with opened(tmp_path):
        pass
    assert told(tmp_path, Realm.LIVE) == "realm.other"
    with opened(tmp_path):
        pass


@pytest.mark.parametrize(("first", "then"), [(Realm.PRACTICE, Realm.LIVE), (Realm.LIVE, Realm.PRACTICE)])
def test_a_realm_never_opens_as_the_other(tmp_path: Path, first: Realm, then: Realm) -> None:
    with opened(tmp_path, first):
        pass
    assert told(tmp_path, then) == "realm.other"


def test_another_key_is_refused(tmp_path: Path) -> None:
    with opened(tmp_path):
        pass
    (tmp_path / "desk.key").write_bytes(bytes(32))
    assert told(tmp_path) == "key.wrong"


def test_a_lost_short_or_open_key_is_refused(tmp_path: Path) -> None:
    with opened(tmp_path):
        pass
    key = tmp_path / "desk.key"
    right = key.read_bytes()
    key.chmod(0o640)
    assert told(tmp_path) == "key.exposed"
    key.chmod(0o600)
    key.write_bytes(right[:-1])
    assert told(tmp_path) == "key.unreadable"
    key.unlink()
    assert told(tmp_path) == "key.missing"
    assert not key.exists()


@pytest.mark.parametrize(
    "damage", [b"this is no database, not at all!" * 200, b"SQLite format 3\0" + b"\xff" * 8000]
)
def test_a_damaged_file_is_refused(tmp_path: Path, damage: bytes) -> None:
    with opened(tmp_path):
        pass
    (tmp_path / "desk.db").write_bytes(damage)
    assert told(tmp_path) == "desk.damaged"


def test_a_newer_program_s_file_is_refused(tmp_path: Path) -> None:
    with opened(tmp_path):
        pass
    with closing(sqlite3.connect(tmp_path / "desk.db")) as raw:
        raw.execute("update alembic_version set version_num = '9999'")
        raw.commit()
    assert told(tmp_path) == "schema.newer"


def test_a_file_in_the_way_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    assert told(tmp_path / "data") == "desk.read_only"


def test_a_read_only_file_system(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "size=8m") as disk:
        with opened(disk):
            pass
        remount(disk, "ro")
        assert told(disk) == "desk.read_only"


def test_a_full_disk_at_the_first_start_can_be_put_right(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "size=64k") as disk:
        assert told(disk) == "desk.disk_full"
        remount(disk, "size=16m")
        with opened(disk) as desk:
            assert desk.desk().send(Hello()).realm is Realm.PRACTICE


def test_a_practice_clock_goes_on_where_it_stood(tmp_path: Path) -> None:
    with opened(tmp_path) as desk:
        assert desk.desk().send(Hello()).now == PRACTICE_STARTS
        desk.operator().send(MoveClock(to=PRACTICE_STARTS + timedelta(days=4)))
        desk.desk().send(Hello())
    with opened(tmp_path, now=NOW + timedelta(days=300)) as desk:
        assert desk.desk().send(Hello()).now == PRACTICE_STARTS + timedelta(days=4)


def test_a_live_clock_is_the_time(tmp_path: Path) -> None:
    with opened(tmp_path, Realm.LIVE) as desk:
        assert desk.desk().send(Hello()).now == NOW
        member = PracticeStaffMember(name="Somebody", staff_id="0000000001", role=Role.ASSISTOR)
        for act in (MoveClock(to=NOW + timedelta(days=1)), MakePracticeStaff(people=(member,))):
            with pytest.raises(Exception, match=r"realm\.live"):
                desk.operator().send(act)
        with pytest.raises(Exception, match=r"realm\.live"):
            desk.desk().send(SeePracticeStaff())
