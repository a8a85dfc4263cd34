"""Every refusal of a file has words, and every word is of a refusal."""

import ast
import re
from pathlib import Path

import assistor_console.records
from assistor_console.gui.texts import area, known, text
from tests.records import made, test_efw2, test_mef1040, test_pub1220, test_users_csv

PACKAGE = Path(assistor_console.records.__file__).parent
PREFIXES = {"mef_parts.py": "xml_", "mef_return.py": "xml_", "users_csv.py": "csv_"}


def rules() -> set[str]:
    """The rules that this room's code names, as their texts are called."""
    found: set[str] = set()
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("wrong", "_wrong"):
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    own = first.value if _on_job(node.func) else PREFIXES.get(file.name, "") + first.value
                    found.add(own)
    return found


def _on_job(called: ast.expr) -> bool:
    return isinstance(called, ast.Attribute) and ast.unparse(called.value).endswith("job")


def test_every_rule_has_words() -> None:
    assert len(rules()) > 30
    assert [rule for rule in sorted(rules()) if not known(f"records.{rule}")] == []


def test_every_refusal_of_these_tests_fills_its_words(tmp_path: Path) -> None:
    for table in (test_efw2.WRONG, test_pub1220.WRONG, test_users_csv.WRONG, test_mef1040.WRONG):
        for content, *_ in table.values():
            whole = content.encode() if isinstance(content, str) else content
            head = test_users_csv.HEAD.encode() if table is test_users_csv.WRONG else b""
            refused = made.refusal(tmp_path, head + whole)
            said = text(refused.rule, **refused.values)
            assert "records" in said and not re.search(r"[{}]", said)


def test_both_languages_name_the_file() -> None:
    unnamed = {"codec", "cannot_hold", "practice_only"}
    for key, said in area("records").items():
        assert key in unnamed or ("{file}" in said.en and "{file}" in said.es), key
