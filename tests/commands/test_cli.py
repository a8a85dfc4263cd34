"""What a person sees who types a command."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from assistor_console.app import open_embedded
from assistor_console.cli import COMMANDS, main, parser
from assistor_console.commands import practice
from assistor_console.commands.screen import has_screen
from assistor_console.settings import load_settings


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert "--data-dir" in capsys.readouterr().out


def test_a_desk_that_is_open_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    embedded = open_embedded(load_settings({"data_dir": str(tmp_path)}, {}))
    try:
        assert main(["practice", "--data-dir", str(tmp_path)]) == 2
    finally:
        embedded.close()
    assert str(tmp_path) in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["keys", "init"],
        ["keys", "status"],
        ["keys", "rotate"],
        ["database", "prepare"],
        ["database", "status"],
        ["audit", "verify"],
        ["audit", "export", "--out", "x"],
        ["audit", "purge"],
    ],
    ids=" ".join,
)
def test_the_place_stands_before_an_act_or_after_it(words: list[str]) -> None:
    place = ["--data-dir", "/desk", "--language", "es", "--key-file", "/key", "--live"]
    for typed in ([words[0], *place, *words[1:]], [*words, *place]):
        given = parser().parse_args(typed)
        assert (given.data_dir, given.language, given.key_file, given.realm) == (
            "/desk",
            "es",
            "/key",
            "live",
        )


@pytest.mark.parametrize(
    "words",
    [
        ["clock", "--days", "1"],
        ["load", "README.md"],
        ["keys", "status"],
        ["keys", "rotate"],
        ["audit", "verify"],
        ["backup", "--out", "copy"],
    ],
    ids=lambda words: " ".join(words[:2]),
)
def test_a_folder_that_was_mistyped_stays_away(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typo = tmp_path / "typo"
    assert main([words[0], "--data-dir", str(typo), *words[1:]]) == 2
    assert f"There is no desk in {typo}." in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_practice_on_a_live_desk_makes_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASSISTOR_REALM", "live")
    assert main(["practice", "--data-dir", str(tmp_path / "desk")]) == 1
    assert "practice" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_practice_fills_a_desk_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["practice", "--data-dir", str(tmp_path / "desk"), "--people", "12", "--write-files"]
    assert main([*arguments, str(tmp_path / "files")]) == 0
    assert len(list((tmp_path / "files").iterdir())) == 7
    capsys.readouterr()
    assert main([*arguments, str(tmp_path / "again")]) == 0
    assert capsys.readouterr().out.count("nothing changed") == 7


def test_cards_answer_what_can_be_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["practice", "--people", "4", "--cards"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Security codes of practice staff follow the practice clock")
    assert "date of birth" in said
    assert "adjusted gross income" in said


@pytest.mark.parametrize("words", [["practice", "--cards"], ["authority"]], ids=" ".join)
def test_a_reader_who_leaves_ends_it_quietly(words: list[str]) -> None:
    command = [sys.executable, "-m", "assistor_console", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None and running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 1


def test_a_number_of_people_out_of_reach_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["practice", "--people", "0"]) == 1
    assert "1" in capsys.readouterr().err


def test_a_bug_tells_where_and_never_what(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    planted = "123-00-4417"

    def broken(*_: object) -> None:
        raise ValueError(f"no number: {planted}")

    monkeypatch.setattr(practice, "print_cards", broken)
    assert main(["practice", "--people", "4", "--cards"]) == 2
    said = capsys.readouterr().err
    assert "ValueError" in said and "in broken" in said
    assert planted not in said


def test_without_a_screen_the_console_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    if has_screen(os.environ):
        pytest.skip("this system always has a screen")
    assert main(["run"]) == 2
    assert "no screen" in capsys.readouterr().err


@pytest.mark.parametrize(("typed", "means"), [("9:25", (9, 25)), ("09:25", (9, 25)), ("14:05", (14, 5))])
def test_a_time_of_day_as_people_write_it(typed: str, means: tuple[int, int]) -> None:
    at = parser().parse_args(["clock", "--at", typed]).at
    assert (at.hour, at.minute) == means


@pytest.mark.parametrize(
    ("words", "example"),
    [
        (["clock", "--at", "half past nine"], "9:25"),
        (["clock", "--at", "925"], "9:25"),
        (["clock", "--at", "25:00"], "9:25"),
        (["clock", "--to", "2017-12-12T09:25"], "2017-12-12T09:25-05:00"),
        (["audit", "export", "--out", "x", "--from", "12/11/2017"], "2017-12-11"),
    ],
)
def test_what_is_written_another_way_is_told_how(
    words: list[str], example: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    said = capsys.readouterr().err.splitlines()[-1]
    assert ended.value.code == 2 and f"(as {example}" in said and words[-1] in said


def test_a_practice_clock_is_told_and_moved_forward_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    open_embedded(load_settings({"data_dir": str(tmp_path)}, {})).close()
    clock = ["clock", "--data-dir", str(tmp_path)]
    assert main(clock) == 0
    assert capsys.readouterr().out.startswith("Monday, December 11, 2017, 10:0")
    assert main([*clock, "--days", "1", "--at", "09:25"]) == 0
    assert capsys.readouterr().out == "Tuesday, December 12, 2017, 09:25 Eastern\n"
    assert main([*clock, "--at", "08:00"]) == 1
    assert main(clock) == 0
    assert "December 12, 2017, 09:2" in capsys.readouterr().out
