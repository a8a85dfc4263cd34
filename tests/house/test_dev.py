"""The developer's command: what it lists, and what it says of a machine."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import dev
from tests.house.tree import ROOT


def _dev(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "dev.py", *arguments], cwd=ROOT, capture_output=True, text=True)


def test_alone_it_lists_every_command() -> None:
    done = _dev()
    assert done.returncode == 0
    assert [line.split()[0] for line in done.stdout.splitlines()[2:]] == list(dev.COMMANDS)


def test_an_unknown_command_is_refused_with_the_list() -> None:
    done = _dev("deploy")
    assert done.returncode == 2
    assert all(command in done.stdout for command in dev.COMMANDS)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
@pytest.mark.parametrize(
    ("variables", "seen"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}, False),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, True),
    ],
)
def test_a_screen_is_told_from_none(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], seen: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert dev.has_screen() is seen


def test_a_missing_library_is_noticed() -> None:
    assert not dev.loads("libnobody-has-this.so.9")


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A system that lacks one library, with an apt-get that writes down what it is asked for; that file."""
    asked = tmp_path / "asked"
    program = tmp_path / "apt-get"
    program.write_text(f"#!/bin/sh\necho $@ >> '{asked}'\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(dev, "QT_LIBRARIES", {"libnobody-has-this.so.9": "libnobody9"})
    monkeypatch.setattr(dev, "SCREEN_LIBRARIES", {})
    return asked


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has packages for Qt's needs")
def test_root_installs_what_is_missing_and_says_so(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    dev.prepare_system()
    update, install = bare.read_text().splitlines()
    assert update.startswith("update")
    assert install.split()[0] == "install"
    assert "libnobody9" in install.split()
    assert "libnobody9" in capsys.readouterr().err


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has packages for Qt's needs")
def test_another_user_is_told_what_is_missing(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    dev.prepare_system()
    assert not bare.exists()
    assert "libnobody9" in capsys.readouterr().err


def test_a_failing_program_ends_the_command() -> None:
    with pytest.raises(SystemExit, match="ended with 3"):
        dev.must(sys.executable, "-c", "raise SystemExit(3)")


_CHILD = """
import signal, sys
def end(number, frame):
    print("taken down after", signal.Signals(number).name)
    sys.exit(7)
for number in (signal.SIGINT, signal.SIGTERM):
    signal.signal(number, end)
print("up", flush=True)
signal.pause()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another matter there")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_what_has_much_to_take_down_is_told_to_and_waited_for(name: str) -> None:
    attending = f"import sys, dev; sys.exit(dev.attend(sys.executable, '-c', {_CHILD!r}))"
    with subprocess.Popen(
        [sys.executable, "-c", attending], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "up\n"
        process.send_signal(getattr(signal, name))
        assert process.stdout.read() == f"taken down after {name}\n"
    assert process.returncode == 7


def test_another_pin_is_another_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    before = dev.fingerprint()
    assert before == dev.fingerprint()
    monkeypatch.setattr(dev, "PREPARED_FROM", dev.PREPARED_FROM[:-1])
    assert dev.fingerprint() != before
