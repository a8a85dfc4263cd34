"""Bytes changed, cut out or put in at random: a file is read or refused, and no refusal tells a value."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from assistor_console.domain.errors import Refused
from assistor_console.records.job import Mode
from assistor_console.records.reader import Format
from tests.records import made

SECRETS = ("123004567", "Smith", "Fresno", "5000017", "12345")
FILES = [
    made.efw2_of(*[made.w2()] * 3),
    made.pub1220_of(*[made.interest()] * 3),
    made.mef_of(*[made.single()] * 2),
    made.users_of(*[made.user()] * 3),
]
EDGES = [
    b"\0",
    b"\n",
    b"\r\n",
    b"<",
    b"&",
    b'"',
    b",",
    b"\xff",
    b"9",
    b" ",
    "\u202e".encode(),
    b"<!DOCTYPE a>",
]


def edited(content: bytes, edits: list[tuple[float, int, bytes]]) -> bytes:
    """A content with pieces replaced: where (0 to 1), how many bytes go, what comes."""
    for where, gone, new in edits:
        at = int(where * len(content))
        content = content[:at] + new + content[at + gone :]
    return content


def attempt(content: bytes, format: Format | None, mode: Mode) -> None:
    with tempfile.TemporaryDirectory() as folder:
        try:
            made.read(Path(folder), content, format, mode)
        except Refused as refused:
            said = " ".join(str(value) for key, value in refused.refusal.values.items() if key != "file")
            assert refused.refusal.rule.startswith("records.")
            assert not [secret for secret in SECRETS if secret in said]


MODES = st.sampled_from(Mode)
PIECES = st.sampled_from(EDGES) | st.binary(max_size=8)
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 900), PIECES), min_size=1, max_size=4)


@settings(max_examples=400)
@given(st.sampled_from(FILES), EDITS, MODES)
def test_changed_files(content: bytes, edits: list[tuple[float, int, bytes]], mode: Mode) -> None:
    attempt(edited(content, edits), None, mode)


@settings(max_examples=200)
@given(st.binary(max_size=3000), st.sampled_from(Format), MODES)
def test_noise(content: bytes, format: Format, mode: Mode) -> None:
    attempt(content, format, mode)


@given(st.sampled_from(FILES), st.sampled_from(Format))
def test_files_called_another_format(content: bytes, format: Format) -> None:
    attempt(content, format, Mode.PRODUCTION)
