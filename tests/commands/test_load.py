"""`assistor-console load` on files written for it."""

import json
from pathlib import Path

import pytest

from assistor_console.app import open_embedded
from assistor_console.cli import main
from assistor_console.records.people import make_people
from assistor_console.records.practice import write_files
from assistor_console.settings import load_settings


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """One file of every format, of forty people."""
    return write_files(make_people(40, 3), tmp_path / "files")


@pytest.fixture
def desk(tmp_path: Path) -> None:
    """A practice desk without anybody."""
    open_embedded(load_settings({"data_dir": str(tmp_path / "desk")}, {})).close()


def load(tmp_path: Path, *arguments: str) -> int:
    """Runs the command on a desk of its own."""
    return main(["load", "--data-dir", str(tmp_path / "desk"), *arguments])


def said(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    """The files of the closing line of JSON."""
    return list(json.loads(capsys.readouterr().out.splitlines()[-1])["files"])


@pytest.mark.usefixtures("desk")
def test_every_format_is_recognised_and_loaded(
    tmp_path: Path, files: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert load(tmp_path, "--json", *map(str, files)) == 0
    loaded = said(capsys)
    assert {one["format"] for one in loaded} == {"users", "mef1040", "efw2", "pub1220"}
    assert on_file(tmp_path, make_people(40, 3)[0].tin) > 2


def on_file(tmp_path: Path, tin: str) -> int:
    """How many records the desk has of a person."""
    embedded = open_embedded(load_settings({"data_dir": str(tmp_path / "desk")}, {}))
    try:
        with embedded.pipeline.database.read() as store:
            return len(store.records.of_person(tin))
    finally:
        embedded.close()


@pytest.mark.usefixtures("desk")
def test_loading_twice_changes_nothing(
    tmp_path: Path, files: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    tin = make_people(40, 3)[0].tin
    load(tmp_path, *map(str, files))
    before = on_file(tmp_path, tin)
    assert load(tmp_path, "--json", *map(str, files)) == 0
    assert all(one["known"] for one in said(capsys))
    assert on_file(tmp_path, tin) == before


def test_a_dry_run_makes_no_desk(tmp_path: Path, files: list[Path]) -> None:
    assert load(tmp_path, "--dry-run", *map(str, files)) == 0
    assert not (tmp_path / "desk").exists()


@pytest.mark.usefixtures("desk")
def test_a_refused_file_leaves_nothing_and_the_others_are_loaded(
    tmp_path: Path, files: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    w2 = next(path for path in files if path.name == "w2-2016.txt")
    w2.write_bytes(w2.read_bytes()[:-300])
    assert load(tmp_path, "--json", *map(str, files)) == 1
    refused = [one for one in said(capsys) if "refused" in one]
    assert [one["file"] for one in refused] == ["w2-2016.txt"]
    assert load(tmp_path, "--json", str(w2)) == 1, "the same file is tried anew, not taken for loaded"


def test_production_records_never_reach_a_practice_desk(
    tmp_path: Path, files: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert load(tmp_path, "--production", str(files[0])) == 2
    assert "practice" in capsys.readouterr().err


@pytest.mark.usefixtures("desk")
def test_synthetic_mode_refuses_a_real_number_without_repeating_it(
    tmp_path: Path, files: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    users = next(path for path in files if path.name == "users.csv")
    tin = make_people(40, 3)[0].tin
    real = f"{tin[:3]}12{tin[5:]}"
    users.write_bytes(users.read_bytes().replace(tin.encode(), real.encode()))
    assert load(tmp_path, str(users)) == 1
    assert real not in capsys.readouterr().err
