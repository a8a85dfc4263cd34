"""The checks that other tools make: style, form, types, import directions."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT

_SCRIPTS = Path(sys.executable).parent
CHECKS = {
    "types": ("mypy", "--no-error-summary"),
    "import directions": ("lint-imports",),
    "style": ("ruff", "check", "--output-format", "concise", "."),
    "form": ("ruff", "format", "--check", "."),
}


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_finds_nothing(check: str) -> None:
    name, *arguments = CHECKS[check]
    program = shutil.which(name, path=_SCRIPTS)
    assert program, f"{name} is not installed beside this Python"
    done = subprocess.run([program, *arguments], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, f"{name} says:\n{done.stdout}{done.stderr}"
