"""Row 25: the drill. A copy taken while people work is put back, opens with the key alone, and is whole."""

import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import text

from assistor_console.app import Embedded, open_embedded
from assistor_console.composing import compose
from assistor_console.copies import back_up, manifest_path, restore
from assistor_console.domain.errors import Cancelled, Refused, Trouble
from assistor_console.domain.terms import Language, Realm, Role
from assistor_console.requests.base import Envelope
from assistor_console.requests.intake import MyCall
from assistor_console.requests.operate import MoveClock
from assistor_console.requests.sign_in import Hello, SeePracticeStaff, SignIn
from assistor_console.requests.staff import MakePracticeStaff, PracticeStaffMember
from assistor_console.settings import Settings, Theme
from assistor_console.store.database import Database
from tests import postgres
from tests.callers import MARISOL, Caller
from tests.worlds import KEY, START, make_world

ROOT = Path(__file__).parents[2]
STAFF = (PracticeStaffMember(name="Dana Whitfield", staff_id="1000384172", role=Role.ASSISTOR),)


def quiet(step: str, done: int, whole: int) -> None:
    """Nobody looks on."""


def settings(folder: Path) -> Settings:
    return Settings(Realm.PRACTICE, folder, Theme.SYSTEM, Language.EN, "front desk")


@contextmanager
def opened(folder: Path) -> Iterator[Embedded]:
    desk = open_embedded(settings(folder), lambda: START)
    try:
        yield desk
    finally:
        desk.close()


def rows(folder: Path, table: str = "audit") -> int:
    with opened(folder) as desk, desk.pipeline.database.read() as store:
        return int(store.connection.execute(text(f"select count(*) from {table}")).scalar_one())


@pytest.fixture
def desk_folder(tmp_path: Path) -> Path:
    """A practice desk with one person."""
    folder = tmp_path / "desk"
    with opened(folder) as desk:
        desk.operator().send(MakePracticeStaff(people=STAFF))
    return folder


def test_row_25_a_copy_taken_while_people_work_is_put_back_whole(desk_folder: Path, tmp_path: Path) -> None:
    copy, stop, done = tmp_path / "copy.db", Event(), []
    with opened(desk_folder) as desk:
        before = desk.desk()

        def work() -> None:
            while not stop.is_set():
                done.append(before.send(Hello()))

        worker = Thread(target=work)
        worker.start()
        try:
            made = back_up(settings(desk_folder), copy, quiet)
        finally:
            stop.set()
            worker.join()
    assert done and made.bytes == copy.stat().st_size
    assert [f.stat().st_mode & 0o077 for f in (copy, manifest_path(copy))] == [0, 0]
    in_copy = rows_of(copy, desk_folder, tmp_path / "look")
    with pytest.raises(Refused, match=r"backup\.older"):
        restore(settings(desk_folder), copy, quiet)
    for path in (*desk_folder.glob("desk.db*"), desk_folder / "checkpoints.jsonl"):
        path.unlink()
    restored = restore(settings(desk_folder), copy, quiet)
    assert restored.aside is None
    assert rows(desk_folder) >= in_copy > 0
    with opened(desk_folder) as desk:
        assert desk.desk().send(Hello()).has_staff


def rows_of(copy: Path, desk_folder: Path, folder: Path) -> int:
    """How many audit rows a copy has, opened apart."""
    folder.mkdir()
    shutil.copy(copy, folder / "desk.db")
    shutil.copy(desk_folder / "desk.key", folder / "desk.key")
    return rows(folder)


def test_row_25_what_was_there_is_kept_and_the_restore_is_on_the_trail(
    desk_folder: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    back_up(settings(desk_folder), copy, quiet)
    with opened(desk_folder) as desk:
        desk.operator().send(MoveClock(to=START.replace(year=2018)))
    restored = restore(settings(desk_folder), copy, quiet, older=True)
    assert restored.aside and restored.aside.exists()
    with opened(desk_folder) as desk, desk.pipeline.database.read() as store:
        acts = {row.act for row in store.connection.execute(text("select act from audit"))}
        assert acts >= {"begin_backup", "record_restore"} and "move_clock" not in acts
    again = restore(settings(desk_folder), copy, quiet, older=True)
    assert again.aside and again.aside != restored.aside


def test_row_25_a_desk_that_was_set_back_by_hand_does_not_open(desk_folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    back_up(settings(desk_folder), copy, quiet)
    with opened(desk_folder) as desk:
        desk.operator().send(MoveClock(to=START.replace(year=2018)))
    with pytest.raises(Refused, match=r"backup\.older") as told:
        restore(settings(desk_folder), copy, quiet)
    assert told.value.refusal.values["desk"] > told.value.refusal.values["copy"]  # type: ignore[operator]
    shutil.copy(copy, desk_folder / "desk.db")
    with pytest.raises(Trouble, match=r"desk\.set_back"), opened(desk_folder):
        pass
    with pytest.raises(Refused, match=r"backup\.older"):  # the file of checkpoints still says so
        restore(settings(desk_folder), copy, quiet)
    restore(settings(desk_folder), copy, quiet, older=True)
    assert rows(desk_folder)


def test_row_25_a_copy_brings_no_session_back(desk_folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    with opened(desk_folder) as desk:
        ours = desk.desk()
        person = ours.send(SeePracticeStaff()).people[0]
        signed_in = SignIn(staff_id=person.staff_id, password=person.password, code=person.code)
        ours.token = ours.send(signed_in).token
        back_up(settings(desk_folder), copy, quiet)
        assert ours.send(MyCall()).call is None
    restore(settings(desk_folder), copy, quiet, older=True)
    with opened(desk_folder) as desk, pytest.raises(Refused, match=r"authority\.signed_out"):
        again = desk.desk()
        again.token = ours.token
        again.send(MyCall())


@pytest.mark.parametrize("harm", ["flip", "cut", "no manifest", "other manifest", "text"])
def test_row_25_a_copy_that_is_not_what_was_written_is_refused(
    desk_folder: Path, tmp_path: Path, harm: str
) -> None:
    copy = tmp_path / "copy.db"
    back_up(settings(desk_folder), copy, quiet)
    content = bytearray(copy.read_bytes())
    if harm == "flip":
        content[len(content) // 2] ^= 1
        copy.write_bytes(content)
    elif harm == "cut":
        copy.write_bytes(content[:-4096])
    elif harm == "no manifest":
        manifest_path(copy).unlink()
    elif harm == "other manifest":
        manifest_path(copy).write_text(manifest_path(copy).read_text().replace('"bytes"', '"bites"'))
    else:
        copy.write_text("no database")
    before = (desk_folder / "desk.db").read_bytes()
    with pytest.raises(Trouble, match=r"backup\.(damaged|unreadable)"):
        restore(settings(desk_folder), copy, quiet)
    assert (desk_folder / "desk.db").read_bytes() == before


def test_row_25_a_copy_opens_with_its_own_key_only(desk_folder: Path, tmp_path: Path) -> None:
    copy, other = tmp_path / "copy.db", tmp_path / "other"
    back_up(settings(desk_folder), copy, quiet)
    with opened(other):
        pass
    with pytest.raises(Trouble, match=r"key\.wrong"):
        restore(settings(other), copy, quiet, older=True)
    with opened(other) as desk:
        assert not desk.desk().send(Hello()).has_staff
    with pytest.raises(Trouble, match=r"realm\.other"):
        restore(replace(settings(desk_folder), realm=Realm.LIVE), copy, quiet)
    assert not list(other.glob("restore-*"))


def test_row_25_nobody_restores_under_somebody_who_works(desk_folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    back_up(settings(desk_folder), copy, quiet)
    with opened(desk_folder), pytest.raises(Trouble, match=r"desk\.already_open"):
        restore(settings(desk_folder), copy, quiet)
    with pytest.raises(Refused, match=r"backup\.exists"):
        back_up(settings(desk_folder), copy, quiet)
    with pytest.raises(Trouble, match=r"desk\.none"):
        back_up(settings(tmp_path / "nowhere"), tmp_path / "b.db", quiet)


@pytest.mark.parametrize("step", ["copy", "check"])
def test_row_25_cancel_leaves_nothing(desk_folder: Path, tmp_path: Path, step: str) -> None:
    def cancel(at: str, done: int, whole: int) -> None:
        if at == step:
            raise Cancelled

    with pytest.raises(Cancelled):
        back_up(settings(desk_folder), tmp_path / "copy.db", cancel)
    assert not list(tmp_path.glob("copy*"))


@pytest.mark.parametrize("at", [0, 4096, 9000])
def test_row_25_a_copy_takes_the_place_of_a_damaged_desk(desk_folder: Path, tmp_path: Path, at: int) -> None:
    copy, place = tmp_path / "copy.db", desk_folder / "desk.db"
    back_up(settings(desk_folder), copy, quiet)
    with place.open("r+b") as file:
        file.seek(at)
        file.write(b"\xff" * 4096)
    (desk_folder / "desk.db-wal").write_bytes(b"no log")
    restored = restore(settings(desk_folder), copy, quiet, older=True)
    assert restored.aside and restored.aside.exists()
    with opened(desk_folder) as desk:
        assert desk.desk().send(Hello()).has_staff


KILLED = """
import os, signal, sys
from pathlib import Path
from assistor_console.copies import restore
from assistor_console.store import copies
from tests.attacks.test_row_25_backup_and_restore import quiet, settings
def die(*_): os.kill(os.getpid(), signal.SIGKILL)
setattr({where}, {name!r}, die)
restore(settings(Path(sys.argv[1])), Path(sys.argv[2]), quiet, older=True)
"""


@pytest.mark.parametrize("where", ["copies._fold", "copies.check_whole", "os.link", "os.replace"])
def test_row_25_a_restore_that_is_killed_leaves_a_desk_that_opens(
    desk_folder: Path, tmp_path: Path, where: str
) -> None:
    copy = tmp_path / "copy.db"
    back_up(settings(desk_folder), copy, quiet)
    module, _, name = where.partition(".")
    code = KILLED.format(where=module, name=name)
    done = subprocess.run([sys.executable, "-c", code, desk_folder, copy], cwd=ROOT)
    assert done.returncode == -signal.SIGKILL
    with opened(desk_folder) as desk:
        assert desk.desk().send(Hello()).has_staff
    restore(settings(desk_folder), copy, quiet, older=True)
    assert not list(desk_folder.glob("restore-*"))


def test_row_25_a_base_backup_of_postgresql_is_a_desk_again() -> None:
    """As docs/centre.md says: pg_basebackup while people work, started elsewhere, opened with the key."""
    with postgres.own_server() as server, postgres.database(server.url) as url:
        world = make_world(url)
        world.load(*MARISOL.records)
        Caller(world, MARISOL).reach_tax()
        home = Path(tempfile.mkdtemp(prefix="pg-"))
        try:
            server.base_backup(home)
            after = world.send("ana", MyCall()).call
            world.database.close()
            copy = postgres.Server(home, ["fsync=off"])
            copy.start()
            try:
                name = url.partition("?")[0].rpartition("/")[2]
                there = copy.url.replace("/postgres?", f"/{name}?")
                database = Database(there, KEY)
                pipeline = compose(database, Realm.PRACTICE, lambda: START)
                seen = pipeline.run(Envelope("ana"), MyCall()).call
                assert after and seen and seen.recorded == after.recorded
                database.close()
            finally:
                copy.stop()
        finally:
            shutil.rmtree(home, ignore_errors=True)
