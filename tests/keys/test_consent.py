"""The wrapping key is changed by whoever has agreed to it, and by nobody else."""

import io
import sys
from pathlib import Path

import pytest

from tests.keys.test_command import make_desk, run


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("language", "typed", "changes"),
    [
        ("en", "yes\n", True),
        ("es", "Sí\n", True),
        ("en", "\n", False),
        ("en", "y\n", False),
        ("es", "", False),
    ],
)
def test_at_a_terminal_it_asks(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    typed: str,
    changes: bool,
) -> None:
    make_desk(tmp_path)
    old = (tmp_path / "desk.key").read_bytes()
    monkeypatch.setattr(sys, "stdin", _Terminal(typed))
    where = ["--data-dir", str(tmp_path), "--language", language]
    said = run(capsys, "keys", *where, "rotate", "--wrapping", code=int(not changes))
    assert str(tmp_path / "desk.key") in said
    assert ((tmp_path / "desk.key").read_bytes() != old) == changes


def test_without_a_terminal_it_says_how(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    make_desk(tmp_path)
    old = (tmp_path / "desk.key").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.StringIO("yes\n"))
    where = ["--data-dir", str(tmp_path)]
    assert "--yes" in run(capsys, "keys", *where, "rotate", "--wrapping", code=2)
    assert (tmp_path / "desk.key").read_bytes() == old
    assert "copy that one first" in run(capsys, "keys", *where, "rotate", "--wrapping", "--yes")
    assert (tmp_path / "desk.key").read_bytes() != old


def test_where_there_is_no_desk_nothing_is_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--data-dir", str(tmp_path / "none")]
    assert "There is no desk" in run(capsys, "keys", *where, "rotate", "--wrapping", code=2)
    assert not (tmp_path / "none").exists()
