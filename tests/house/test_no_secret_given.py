"""No command, argument, environment variable or file carries anybody's password or code.

What tests and the demonstration need they ask a practice desk for (`SeePracticeStaff`); a live one refuses.
"""

import argparse
import ast
import re
from collections.abc import Iterator

import pytest

from assistor_console.cli import parser
from assistor_console.settings import KEYS
from tests.house.tree import ROOT, product

_SECRET = re.compile(r"pass(word|phrase)|secret|token|otp\b|\bpin\b|\bcodes?\b|credential|factor|staff id")
ENVIRONMENT = {"environ", "getenv", "getenvb", "environb"}


def secret(name: str) -> bool:
    """Whether a name says that it holds what lets somebody in."""
    return _SECRET.search(name.lower().replace("_", " ").replace("-", " ")) is not None


def arguments(command: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Every argument of a command and of the commands in it."""
    for action in command._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for inner in action.choices.values():
                yield from arguments(inner)


def test_no_argument_carries_a_secret() -> None:
    found = list(arguments(parser()))
    assert len(found) > 30
    names = {name for action in found for name in (*action.option_strings, action.dest)}
    assert set(filter(secret, names)) == set()


def test_no_setting_is_a_secret() -> None:
    assert list(filter(secret, KEYS)) == []


def test_no_variable_of_the_environment_is_a_secret() -> None:
    """Every word with which the program reads its environment."""
    read = {
        node.value
        for source in product()
        if any(word in source.text for word in ENVIRONMENT)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.isupper()
    }
    assert "ASSISTOR_LANGUAGE" in read
    assert set(filter(secret, read)) == set()


def test_nobody_is_asked_for_a_secret_at_a_terminal() -> None:
    asks = re.compile(r"\bgetpass\.getpass\b|\binput\(|\bsys\.stdin\b|from getpass import getpass")
    # There a person says yes to what cannot be taken back, and nothing else.
    consent = ["assistor_console/commands/consent.py"]
    assert [source.path for source in product() if asks.search(source.text)] == consent


@pytest.mark.parametrize("name", ["MakePracticeStaff", "SeePracticeStaff"])
def test_only_practice_acts_make_or_tell_passwords_that_nobody_typed(name: str) -> None:
    """Both handlers begin by refusing a live desk."""
    handlers = [
        node
        for source in product()
        if source.path.startswith("assistor_console/services/")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.FunctionDef)
        and any(ast.unparse(mark) == f"{name}.handler" for mark in node.decorator_list)
    ]
    (handler,) = handlers
    first = handler.body[1]
    assert ast.unparse(first) == "if work.realm is not Realm.PRACTICE:\n    raise refused('realm.live')"


def test_nothing_in_the_repository_lets_anybody_in() -> None:
    """The practice staff of `resources` have no password and no secret there."""
    listed = (ROOT / "resources" / "practice" / "staff.yaml").read_text("utf-8")
    keys = set(re.findall(r"(\w+):", "\n".join(x for x in listed.splitlines() if not x.startswith("#"))))
    assert keys == {"staff", "name", "staff_id", "role", "office", "tin"}


@pytest.mark.parametrize("name", ["PGPASSWORD", "--security-code", "totp", "ASSISTOR_CODE", "staff_id"])
def test_the_check_sees_what_it_looks_for(name: str) -> None:
    assert secret(name) and not secret("key_file") and not secret("--encoding")
