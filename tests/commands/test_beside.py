"""What an operator types beside a desk: the same words for the embedded one and for a PostgreSQL."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assistor_console.app import open_embedded
from assistor_console.cli import main
from assistor_console.settings import load_settings
from tests.central import central


@contextmanager
def _embedded(folder: Path) -> Iterator[list[str]]:
    open_embedded(load_settings({"data_dir": str(folder)}, {})).close()
    yield ["--data-dir", str(folder)]


@contextmanager
def _central(url: str, folder: Path) -> Iterator[list[str]]:
    with central(url, folder) as made:
        made.prepare()
        yield ["--data-dir", str(folder), "--database", made.logins.owner]


@pytest.fixture(params=["embedded", "central"])
def beside(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[list[str]]:
    """The options that say which desk."""
    if request.param == "embedded":
        with _embedded(tmp_path / "desk") as options:
            yield options
        return
    with _central(request.getfixturevalue("postgres_url"), tmp_path / "desk") as options:
        yield options


def test_practice_people_are_loaded_once(
    beside: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = tmp_path / "files"
    assert main(["practice", *beside, "--people", "12", "--write-files", str(files)]) == 0
    assert "records" in capsys.readouterr().out
    assert main(["load", *beside, *map(str, sorted(files.iterdir()))]) == 0
    assert capsys.readouterr().err.count("nothing changed") == 7


def test_the_clock_goes_to_a_moment_and_never_back(
    beside: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["clock", *beside, "--to", "2017-12-13T08:25:00-06:00"]) == 0
    assert capsys.readouterr().out == "Wednesday, December 13, 2017, 09:25 Eastern\n"
    assert main(["clock", *beside, "--to", "2017-12-12T09:00:00Z"]) == 1
    assert capsys.readouterr().err


@pytest.mark.parametrize("words", ["2017-12-13T08:25:00", "tomorrow"])
def test_a_moment_says_where_on_earth(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["clock", "--to", words])
    assert ended.value.code == 2
    assert words in capsys.readouterr().err
