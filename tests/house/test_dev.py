"""The developer's command: what it lists, and what it says of a machine."""

import subprocess
import sys

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


def test_a_failing_program_ends_the_command() -> None:
    with pytest.raises(SystemExit, match="ended with 3"):
        dev.must(sys.executable, "-c", "raise SystemExit(3)")


def test_another_pin_is_another_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    before = dev.fingerprint()
    assert before == dev.fingerprint()
    monkeypatch.setattr(dev, "PREPARED_FROM", dev.PREPARED_FROM[:-1])
    assert dev.fingerprint() != before
