"""The walk of one answer in `docs/architecture.md` names only what exists, in modules that hold it."""

import re
from functools import reduce
from importlib import import_module
from pathlib import Path

import pytest

DOCUMENT = Path(__file__).parents[2] / "docs" / "architecture.md"
_NAME = re.compile(r"`((?:gui|desk|store|domain|services)\.[\w.]+)`")


def walked() -> list[str]:
    """The names in the second column of the table, in order."""
    rows = [line for line in DOCUMENT.read_text("utf-8").splitlines() if re.match(r"\| \d+ \|", line)]
    return [name for row in rows for name in _NAME.findall(row.split("|")[2])]


@pytest.mark.parametrize("name", walked())
def test_every_function_of_the_walk_exists(name: str) -> None:
    parts = name.split(".")
    at = next(i for i, part in enumerate(parts) if part[0].isupper() or i == len(parts) - 1)
    module = import_module("assistor_console." + ".".join(parts[:at]))
    assert callable(reduce(getattr, parts[at:], module))


def test_the_walk_goes_all_the_way() -> None:
    assert len(walked()) >= 20
