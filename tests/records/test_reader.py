"""Files are recognised by what they hold, progress is told, and whoever waits can stop it."""

import os
from pathlib import Path

import pytest

from assistor_console.domain.errors import Refused, Trouble
from assistor_console.records.reader import read_file
from tests.records import made

FILES = {
    "efw2": made.efw2_of(made.w2()),
    "pub1220": made.pub1220_of(made.interest()),
    "mef1040": made.mef_of(made.single()),
    "users": made.users_of(made.user()),
}
MANY = made.efw2_of(*[made.w2()] * 1000)


@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize("head", [b"", b"\xef\xbb\xbf"])
def test_a_file_is_recognised_by_its_content(tmp_path: Path, kind: str, head: bytes) -> None:
    reading = made.reading(tmp_path, head + FILES[kind])
    assert reading.format == kind
    assert sum(map(len, reading)) == reading.totals.count == 1


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "empty"),
        (b"What is this?", "unknown"),
        (b"PK\x03\x04", "unknown"),
        (b"\0" * 2000, "unknown"),
        (FILES["efw2"].decode().encode("utf-16"), "encoding"),
        (FILES["efw2"].decode().encode("cp037"), "encoding"),
        (FILES["pub1220"].decode().encode("cp037"), "encoding"),
        (FILES["users"].decode().encode("utf-16"), "encoding"),
    ],
)
def test_anything_else_is_refused(tmp_path: Path, content: bytes, rule: str) -> None:
    assert made.refusal(tmp_path, content).rule == f"records.{rule}"


def test_a_format_named_wrongly_is_refused(tmp_path: Path) -> None:
    assert made.refusal(tmp_path, FILES["efw2"], "cobol").rule == "records.format_unknown"
    assert made.refusal(tmp_path, FILES["efw2"], "mef1040").rule == "records.xml_not_well_formed"
    assert made.refusal(tmp_path, FILES["mef1040"], "efw2").rule == "records.length"
    assert made.refusal(tmp_path, FILES["mef1040"], "users").rule == "records.csv_header"


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing"):
        with pytest.raises(Refused, match="records.no_file"):
            read_file(path)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes in folders")
def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Refused, match="records.no_file"):
        read_file(tmp_path / "pipe")


def test_a_file_that_vanishes_is_trouble(tmp_path: Path) -> None:
    reading = made.reading(tmp_path, FILES["efw2"])
    (tmp_path / "records").unlink()
    with pytest.raises(Trouble, match="records.unreadable"):
        list(reading)


def test_progress_grows_to_the_whole_size(tmp_path: Path) -> None:
    path = tmp_path / "records"
    path.write_bytes(MANY)
    told: list[tuple[int, int]] = []
    list(read_file(path, progress=lambda done, whole: told.append((done, whole))))
    assert len(told) > 4
    assert told == sorted(told)
    assert told[0] == (0, len(MANY))
    assert told[-1] == (len(MANY), len(MANY))


def test_reading_stops_when_asked_to(tmp_path: Path) -> None:
    path = tmp_path / "records"
    path.write_bytes(MANY)
    answers = iter([False, False, True])
    reading = read_file(path, cancelled=lambda: next(answers))
    with pytest.raises(Refused, match="records.cancelled"):
        list(reading)


def test_a_refusal_names_the_file_without_its_folder(tmp_path: Path) -> None:
    assert str(tmp_path) not in repr(made.refusal(tmp_path, b"What is this?").values)
