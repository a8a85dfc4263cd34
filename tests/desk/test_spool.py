"""What waits at a console for a desk that is away, as it rests on its disk."""

import os
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from assistor_console.desk import spool as spools
from assistor_console.desk.spool import ASIDE, ENDING, Entry, Found, Spool
from assistor_console.domain.errors import Trouble
from tests.disks import mounted, remount

ANA, BEN = UUID(int=1), UUID(int=2)
KEY, OTHER = bytes(range(32)), bytes(32)
HEAD = 12


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a console keeps it; not made yet."""
    return tmp_path / "spool"


def entry(text: str, about: str = "") -> Entry:
    body = f'{{"text":"{text}"}}'.encode()
    return Entry(path="/v1/interview/answer_question", body=body, id=uuid4(), key=bytes(32), replaces=about)


def opened(folder: Path, person: UUID = ANA, console: str = "desk 7", key: bytes = KEY) -> Spool:
    return Spool(folder, person, console, key)


def crashed(folder: Path, *texts: str) -> list[Entry]:
    """Leaves a file with these, as a program that was killed does."""
    entries = [entry(text) for text in texts]
    spool = opened(folder)
    for one in entries:
        spool.add(one)
    spool.close()
    return entries


def left(folder: Path, person: UUID = ANA, console: str = "desk 7", key: bytes = KEY) -> Found:
    """What somebody finds; it stays for the next one."""
    with closing(opened(folder, person, console, key)) as spool:
        return spool.left()


def entries(found: Found) -> list[Entry]:
    return [one for one, _ in found.entries]


def names(folder: Path, ending: str) -> list[str]:
    return sorted(path.name for path in folder.glob(f"*{ending}"))


def only(folder: Path) -> Path:
    (path,) = folder.glob(f"*{ENDING}")
    return path


def records(data: bytes) -> list[bytes]:
    found = []
    while data:
        end = HEAD + int.from_bytes(data[8:HEAD], "big")
        found.append(data[:end])
        data = data[end:]
    return found


def test_what_waits_is_found_in_order_by_every_next_run(folder: Path) -> None:
    written = crashed(folder, "one", "two", "three")
    for _ in range(3):
        found = left(folder)
        assert (entries(found), found.damaged) == (written, 0)
    assert len(names(folder, ENDING)) == 1
    assert names(folder, ".lock") == []


def test_what_is_done_is_not_found_and_nothing_stays_of_a_file_where_all_is(folder: Path) -> None:
    spool = opened(folder)
    one, two, three = entry("one"), entry("two"), entry("three")
    numbers = [spool.add(each) for each in (one, two, three)]
    spool.done(numbers[1])
    spool.close()
    assert entries(left(folder)) == [one, three]
    with closing(opened(folder)) as again:
        for _, number in again.left().entries:
            assert number is not None
            again.done(number)
    assert list(folder.iterdir()) == []


def test_several_files_are_found_in_the_order_they_were_made(folder: Path) -> None:
    spools_of_two_programs = [opened(folder) for _ in range(6)]
    written = [entry(str(number)) for number in range(6)]
    for spool, one in zip(spools_of_two_programs, written, strict=True):
        spool.add(one)
    for spool in spools_of_two_programs:
        spool.close()
    assert entries(left(folder)) == written


def test_only_its_owner_can_read_it(folder: Path) -> None:
    crashed(folder, "one")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_nothing_that_was_typed_can_be_read_in_it(folder: Path) -> None:
    (one,) = crashed(folder, "1184 LARKSPUR LN")
    data = only(folder).read_bytes()
    for secret in (
        b"LARKSPUR",
        one.body,
        one.key,
        one.id.bytes,
        str(one.id).encode(),
        b"answer_question",
        KEY,
    ):
        assert secret not in data
        assert secret not in only(folder).name.encode()


@pytest.mark.parametrize(
    ("person", "console", "key"), [(BEN, "desk 7", OTHER), (ANA, "desk 8", OTHER), (ANA, "desk 7", OTHER)]
)
def test_what_belongs_to_somebody_or_somewhere_else_is_left_alone(
    folder: Path, person: UUID, console: str, key: bytes
) -> None:
    written = crashed(folder, "one")
    before = only(folder).read_bytes()
    found = left(folder, person, console, key)
    assert (found.entries, found.damaged) == ([], 0)
    assert only(folder).read_bytes() == before
    assert entries(left(folder)) == written


def test_what_another_program_still_writes_is_left_to_it(folder: Path) -> None:
    first = opened(folder)
    one = entry("one")
    first.add(one)
    assert left(folder) == Found()
    first.close()
    assert entries(left(folder)) == [one]


def test_a_crash_in_a_takeover_loses_nothing_and_doubles_nothing(folder: Path) -> None:
    written = crashed(folder, "one", "two")
    before, data = only(folder), only(folder).read_bytes()
    with closing(opened(folder)) as spool:
        spool.left()
    before.write_bytes(data)  # the new file is written, the old one not yet gone
    assert len(names(folder, ENDING)) == 2
    assert entries(left(folder)) == written


def test_cut_anywhere_everything_before_the_cut_is_found_and_the_cut_is_told(folder: Path) -> None:
    written = crashed(folder, "one", "two")
    path, data = only(folder), only(folder).read_bytes()
    first = len(records(data)[0])
    for length in range(len(data)):
        for old in folder.iterdir():
            old.unlink()
        path.write_bytes(data[:length])
        found = left(folder)
        assert entries(found) == written[: length // first]
        assert found.damaged == (length not in (0, first))
        assert len(names(folder, ASIDE)) == found.damaged


def test_a_changed_byte_anywhere_is_told_and_costs_no_other_record(folder: Path) -> None:
    written = crashed(folder, "one", "two")
    path, data = only(folder), only(folder).read_bytes()
    first = len(records(data)[0])
    for at in range(len(data)):
        for old in folder.iterdir():
            old.unlink()
        path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        found = left(folder)
        assert found.damaged == 1
        assert names(folder, ASIDE) == [path.with_suffix(ASIDE).name]
        if at >= first:
            assert written[0] in entries(found)
        assert {one.id for one in entries(found)} <= {one.id for one in written}


def test_swapped_records_are_found_in_their_order(folder: Path) -> None:
    written = crashed(folder, "one", "two")
    path = only(folder)
    path.write_bytes(b"".join(reversed(records(path.read_bytes()))))
    assert entries(left(folder)) == written


def test_a_forged_end_of_an_entry_ends_nothing_silently(folder: Path) -> None:
    crashed(folder, "one", "two")
    path = only(folder)
    path.write_bytes(path.read_bytes() + (0).to_bytes(8, "big") + (0).to_bytes(4, "big"))
    found = left(folder)
    assert found.damaged == 1
    assert len(names(folder, ASIDE)) == 1


def test_foreign_files_are_left_alone(folder: Path) -> None:
    crashed(folder, "one")
    for name in ("notes.txt", "x.spool", f"{ANA}.spool"):
        (folder / name).write_text("something else")
    (folder / f"{ANA}-folder{ENDING}").mkdir()
    found = left(folder)
    assert (len(found.entries), found.damaged) == (1, 0)
    assert {"notes.txt", "x.spool", f"{ANA}.spool"} <= {path.name for path in folder.iterdir()}


def test_garbage_under_its_name_is_put_aside(folder: Path) -> None:
    crashed(folder, "one")
    path = only(folder)
    path.write_bytes(os.urandom(5000))
    assert left(folder).damaged == 1
    assert names(folder, ENDING) == []
    assert names(folder, ASIDE) == [path.with_suffix(ASIDE).name]


def test_a_folder_in_the_way_is_told(folder: Path) -> None:
    folder.write_text("a file where the folder should be")
    spool = opened(folder)
    assert spool.left() == Found()
    with pytest.raises(Trouble, match=r"spool\.unwritable"):
        spool.add(entry("one"))
    spool.close()


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 KiB."""
    with mounted(tmp_path / "disk", "size=64k") as disk:
        yield disk


def test_a_full_disk_is_told_and_what_was_written_stays(small: Path) -> None:
    spool, written = opened(small), []
    with pytest.raises(Trouble, match=r"spool\.unwritable") as told:
        for number in range(500):
            one = entry(f"{number} " + "x" * 1000)
            spool.add(one)
            written.append(one)
    assert len(written) > 20
    assert told.value.values["reason"] == "No space left on device"
    spool.done(0)  # where that cannot be written down it does not matter
    spool.close()
    with closing(opened(small)) as again:
        found = again.left()
        assert (entries(found)[-len(written) + 1 :], found.damaged) == (written[1:], 0)
    remount(small, "size=1m")
    assert entries(left(small))[-len(written) + 1 :] == written[1:]


def test_a_disk_that_became_read_only_is_told_and_loses_nothing(small: Path) -> None:
    written = crashed(small, "one")
    remount(small, "ro")
    with closing(opened(small)) as spool:
        assert spool.left().damaged == 1
        with pytest.raises(Trouble, match=r"spool\.unwritable"):
            spool.add(entry("two"))
    remount(small, "rw")
    assert entries(left(small)) == written


def test_so_many_entries_are_kept_and_no_more(folder: Path) -> None:
    with closing(opened(folder)) as spool:
        numbers = [spool.add(entry("x")) for _ in range(spools.MOST_ENTRIES)]
        with pytest.raises(Trouble, match=r"spool\.full"):
            spool.add(entry("x"))
        spool.done(numbers[0])
        spool.add(entry("x"))


def test_what_is_done_does_not_fill_a_file(folder: Path) -> None:
    spool = opened(folder)
    first, last = entry("first"), entry("last")
    spool.add(first)
    waste = entry("x" * 100_000)
    for _ in range(60):
        spool.done(spool.add(waste))
    assert only(folder).stat().st_size < 2 * spools.WASTE_BYTES
    spool.add(last)
    spool.close()
    assert entries(left(folder)) == [first, last]
    assert stat.S_IMODE(only(folder).stat().st_mode) == 0o600
