"""What the interface says: nothing missing in either language."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import assistor_console
from assistor_console.assets import resource
from assistor_console.domain.terms import Language, Role, State
from assistor_console.gui.messages import rule_code
from assistor_console.gui.texts import Translator, area, known, text

PACKAGE = Path(assistor_console.__file__).parent
AREAS = sorted(file.stem for file in resource("translations").glob("*.toml"))
ASKED = {"say", "text", "act", "info", "warn", "_add"}


def placeholders(said: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(said) if name is not None}


@pytest.mark.parametrize("name", AREAS)
def test_both_languages_say_the_same(name: str) -> None:
    for key, said in area(name).items():
        assert said.en.strip() and said.es.strip(), key
        assert placeholders(said.en) == placeholders(said.es), key


def calls(names: set[str], folder: Path) -> Iterator[tuple[str, str]]:
    """Where a function of a name is called with a code as first argument: (code, place)."""
    for file in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            code = node.args[0].value
            if called in names and isinstance(code, str) and "." in code and " " not in code:
                yield code, f"{file.name}:{node.lineno}"


def test_every_code_the_pages_say_has_words() -> None:
    assert [at for at in calls(ASKED, PACKAGE / "gui") if not known(at[0])] == []


def test_every_refusal_and_trouble_has_words() -> None:
    said = calls({"refused", "Refusal", "Trouble"}, PACKAGE)
    assert [(code, at) for code, at in said if not known(rule_code(code))] == []


def test_states_and_roles_have_words() -> None:
    assert all(known(f"states.{state}") for state in State)
    assert all(known(f"frame.role_{role}") for role in Role)


def test_values_are_filled_in_and_never_read_as_a_pattern() -> None:
    assert text("messages.bug", Language.ES, id="{id}").endswith("Error {id}.")


def test_an_unknown_code_is_an_error() -> None:
    with pytest.raises(KeyError, match=r"sign_in\.no_such"):
        text("sign_in.no_such")
    assert not known("../style.bg")


def test_forms_get_their_texts_by_code() -> None:
    translator = Translator(Language.ES)
    assert translator.translate("SignIn", "sign_in.password") == "Contraseña"
    assert translator.translate("QDialog", "Not a code") == "Not a code"


@pytest.mark.parametrize("language", list(Language))
def test_one_is_said_otherwise_than_many(language: Language) -> None:
    said = [text("audit.verified_against", language, count=count) for count in (0, 1, 2)]
    assert [("checkpoints." in each or "puntos" in each) for each in said] == [True, False, True]
    assert "1,234 " in text("keys.rotated", language, key="k", values=1234)


def test_every_number_is_said_in_two_ways() -> None:
    """Both words of a text stand there, and each says its number beside."""
    for file in sorted(resource("translations").iterdir()):
        for key, both in area(file.name.removesuffix(".toml")).items():
            for said in (both.en, both.es):
                fields = [(name, spec) for _, name, spec, _ in string.Formatter().parse(said) if name]
                words = [(name, spec.split("|")) for name, spec in fields if spec and "|" in spec]
                shown = {name for name, spec in fields if not spec or "|" not in spec}
                assert all(len(two) == 2 and two[0] != two[1] for _, two in words), key
                assert {name for name, _ in words} <= shown, key
