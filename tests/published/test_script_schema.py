"""The JSON Schema of scripts: what is committed is what the program reads, and it explains every key."""

from typing import Any

from assistor_console.published.script_form import schema
from assistor_console.published.script_schema import COMMITTED, main, text
from tests.house.tree import ROOT


def test_the_committed_schema_is_the_one_of_the_form() -> None:
    said = "run: python -m assistor_console.published.script_schema"
    assert (ROOT / COMMITTED).read_text("utf-8") == text(), said


def test_it_can_be_written_anew(tmp_path: Any) -> None:
    assert main([str(tmp_path / "schema.json")]) == 0
    assert (tmp_path / "schema.json").read_text("utf-8") == text()


def test_every_part_and_every_key_of_a_script_explains_itself() -> None:
    made = schema()
    assert all(part.get("description") for part in made["$defs"].values())
    silent = [key for key, field in made["properties"].items() if not field.get("description")]
    assert silent == []
