"""The file of the wrapping key: whole or not there, and read by its owner alone."""

import os
from pathlib import Path

import pytest

from assistor_console.domain.errors import Trouble
from assistor_console.store.key_file import KEY_BYTES, make_key, put_whole, read_key, take_place
from tests.disks import mounted


def test_a_key_is_random_and_its_owners_alone(tmp_path: Path) -> None:
    first, second = make_key(tmp_path / "one.key"), make_key(tmp_path / "two.key")
    assert first != second and len(first) == len(second) == KEY_BYTES
    assert read_key(tmp_path / "one.key") == first
    assert (tmp_path / "one.key").stat().st_mode & 0o777 == 0o600


def test_a_key_that_is_there_stays(tmp_path: Path) -> None:
    key = make_key(tmp_path / "desk.key")
    with pytest.raises(FileExistsError):
        make_key(tmp_path / "desk.key")
    assert put_whole(tmp_path / "desk.key") == key
    assert [path.name for path in tmp_path.iterdir()] == ["desk.key"]


@pytest.mark.parametrize("make", [make_key, put_whole])
def test_a_full_disk_leaves_no_half_of_a_key(tmp_path: Path, make: object) -> None:
    with mounted(tmp_path / "disk", "size=16k") as disk:
        (disk / "others").write_bytes(bytes(12 * 1024))
        with pytest.raises(OSError, match="No space"):
            (disk / "fill").write_bytes(bytes(64 * 1024))
        assert callable(make)
        with pytest.raises(OSError, match="No space"):
            make(disk / "desk.key")
        assert not [path for path in disk.iterdir() if "key" in path.name]


def test_what_a_killed_program_left_half_goes_with_the_next_key(tmp_path: Path) -> None:
    new, place = tmp_path / "desk.key.new", tmp_path / "desk.key"
    make_key(place)
    key = make_key(new)
    (tmp_path / "desk.key.new.0badcafe.part").write_bytes(b"half")
    take_place(new, place)
    assert read_key(place) == key
    assert [path.name for path in tmp_path.iterdir()] == ["desk.key"]


def test_what_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match=r"key\.missing"):
        read_key(tmp_path / "none.key")
    (tmp_path / "folder.key").mkdir()
    with pytest.raises(Trouble, match=r"key\.unreadable") as trouble:
        read_key(tmp_path / "folder.key")
    assert dict(trouble.value.values)["reason"] == "Is a directory"


@pytest.mark.parametrize("length", [0, KEY_BYTES - 1, KEY_BYTES + 1])
def test_a_key_of_another_length_is_none(tmp_path: Path, length: int) -> None:
    path = tmp_path / "desk.key"
    path.write_bytes(bytes(length))
    path.chmod(0o600)
    with pytest.raises(Trouble, match=r"key\.unreadable") as trouble:
        read_key(path)
    assert dict(trouble.value.values)["reason"] == f"{length} bytes"


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o610, 0o601, 0o660, 0o606])
def test_a_key_that_others_may_reach_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "desk.key"
    make_key(path)
    path.chmod(mode)
    with pytest.raises(Trouble, match=r"key\.unreadable|key\.exposed"):
        read_key(path)
