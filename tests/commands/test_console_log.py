"""What a console logs stands in a file of its owner's, never on the terminal it was started from."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistor_console.commands import console_log

LOG = logging.getLogger("assistor_console.desk.rounds")


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    root, told = logging.getLogger(), logging.raiseExceptions
    handlers, level = root.handlers[:], root.level
    root.handlers.clear()  # those of pytest stay open
    yield
    for handler in root.handlers:
        handler.close()
    root.handlers[:], logging.raiseExceptions = handlers, told
    root.setLevel(level)


def test_it_is_a_file_of_its_owner_s(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    console_log.begin(tmp_path / "desk")
    file = tmp_path / "desk" / "console.log"
    assert not file.exists(), "nothing happened yet"
    LOG.warning("%s: %s", "sealer", "OperationalError")
    (line,) = map(json.loads, file.read_text().splitlines())
    assert (line["level"], line["said"]) == ("warning", "sealer: OperationalError")
    assert file.stat().st_mode & 0o077 == 0
    assert capfd.readouterr() == ("", "")


def test_a_long_one_is_put_aside(tmp_path: Path) -> None:
    file = tmp_path / "console.log"
    file.write_bytes(bytes(console_log.MOST + 1))
    console_log.begin(tmp_path)
    LOG.warning("new")
    assert "new" in file.read_text() and (tmp_path / "console.log.1").stat().st_size > console_log.MOST


def test_where_none_can_be_written_work_goes_on(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    console_log.begin(tmp_path / "file" / "desk")
    LOG.error("nobody hears this")
    console_log.begin(tmp_path)
    (tmp_path / "console.log").mkdir()
    LOG.error("nor this")
    assert capfd.readouterr() == ("", "")
