"""What pyproject.toml asks for is exactly what the requirements files pin, each with hashes."""

import re
import tomllib

import pytest

from tests.house.tree import ROOT

_PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*])?==(\S+)")
_PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
_RUNTIME: list[str] = _PROJECT["project"]["dependencies"]
_SERVER: list[str] = _PROJECT["project"]["optional-dependencies"]["server"]
_GROUPS: dict[str, list[str]] = _PROJECT["dependency-groups"]
ASKED = {
    "requirements.txt": _RUNTIME,
    "requirements-server.txt": _RUNTIME + _SERVER,
    "requirements-dev.txt": _RUNTIME + _SERVER + _GROUPS["dev"],
    "requirements-setup.txt": _GROUPS["setup"],
}


def _pin(line: str) -> tuple[str, str]:
    """The normalised name and the version of `name[extra]==version`."""
    found = _PIN.match(line)
    assert found, f"not pinned to one version: {line}"
    return re.sub(r"[-_.]+", "-", found[1]).lower(), found[2]


def _pinned(file: str) -> dict[str, str]:
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    return dict(_pin(line) for line in lines if not line.startswith(" "))


@pytest.mark.parametrize("file", ASKED)
def test_the_pins_are_the_ones_asked_for(file: str) -> None:
    asked = dict(map(_pin, ASKED[file]))
    pinned = _pinned(file)
    assert {name: pinned.get(name) for name in asked} == asked, "run: python3 dev.py lock"


@pytest.mark.parametrize("file", ASKED)
def test_every_pin_has_a_hash(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8").replace("\\\n", " ")
    assert [line for line in text.splitlines() if "--hash=sha256:" not in line] == []


@pytest.mark.parametrize("file", ["requirements-server.txt", "requirements-dev.txt"])
def test_every_kind_of_set_up_gives_the_same_versions(file: str) -> None:
    runtime, larger = _pinned("requirements.txt"), _pinned(file)
    assert {name: larger.get(name) for name in runtime} == runtime


def test_qt_for_the_build_is_the_qt_that_runs() -> None:
    """The forms are compiled with a pinned uic: an open range would make them differ between two set-ups."""
    assert all("==" in line for line in _RUNTIME)
