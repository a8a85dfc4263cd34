"""Compiled forms are what their forms say, and every word on a form is a code."""

import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from assistor_console.gui.compile_forms import TARGET, compiled, forms
from assistor_console.gui.texts import known


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.stem)
def test_a_form_is_compiled(form: Path) -> None:
    assert TARGET.joinpath(f"{form.stem}.py").read_text("utf-8") == compiled(form)


def test_nothing_is_compiled_without_a_form() -> None:
    assert {file.stem for file in TARGET.glob("*.py")} == {"__init__", *(form.stem for form in forms())}


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.stem)
def test_words_on_a_form_are_codes(form: Path) -> None:
    said = [at.text or "" for at in ElementTree.parse(form).iter("string") if at.get("notr") != "true"]
    assert [words for words in said if not words.isdigit() and not known(words)] == []
