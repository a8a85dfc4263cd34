"""Every attack that the table of faults asks for is a file here, and each test says its row's number."""

import ast
import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROWS = {
    13: "every request type, role and no session",
    14: "rollback or abort around every secret test",
    15: "account without pass, answer after scoring, codes that are void",
    16: "a superuser edits, deletes or back-dates an audit row",
    17: "browsing; own, household and flagged records",
    18: "scripted sign-in, replayed and malformed codes",
    19: "a stolen database or backup, logs, dumps, temporary files",
    20: "sealed values moved between rows; keys lost or rotated",
    21: "hostile text in every field",
    22: "hostile files, and formulas in exports",
    24: "clipboard and masked fields after lock",
    25: "backup and restore, as a drill",
}


def row_of(name: str) -> int | None:
    """The row's number in a file's or a test's name."""
    found = re.match(r"test_(?:row_)?([0-9]+)_", name)
    return int(found[1]) if found else None


@pytest.mark.parametrize("row", ROWS)
def test_a_row_has_its_file(row: int) -> None:
    assert [path for path in HERE.glob("test_row_*.py") if row_of(path.name) == row], ROWS[row]


def test_each_test_says_the_row_of_its_file() -> None:
    wrong = []
    for path in HERE.glob("test_row_*.py"):
        functions = [
            node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)
        ]
        tests = [function.name for function in functions if function.name.startswith("test_")]
        assert tests, path.name
        wrong += [f"{path.name}: {name}" for name in tests if row_of(name) != row_of(path.name)]
    assert not wrong
