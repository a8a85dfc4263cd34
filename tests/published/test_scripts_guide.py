"""docs/scripts.md: its example may be published as it stands, and it names everything there is to know."""

import re
from functools import cache
from typing import get_args

from assistor_console.domain.conditions import AskKind, Operator
from assistor_console.domain.lines import DOCUMENT_AMOUNTS, DOCUMENT_FIELDS, RETURN_AMOUNTS, RETURN_COUNTS
from assistor_console.domain.openings import ENOUGH
from assistor_console.domain.script import ITEM_PLACEHOLDERS, LINE_PLACEHOLDERS, LINES
from assistor_console.domain.terms import Escape, FilingStatus, Reason, Verdict
from assistor_console.gui.texts import area
from assistor_console.published.script_check import examine
from assistor_console.published.script_form import ScriptForm
from tests.domain.made import policy
from tests.house.tree import ROOT

GUIDE = (ROOT / "docs" / "scripts.md").read_text("utf-8")


@cache
def example() -> str:
    """The one example of the guide."""
    (found,) = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    return str(found)


def test_the_example_may_be_published() -> None:
    assert [f"{one.line}: {one.fault}" for one in examine(example(), policy())] == []


def keys(form: object) -> set[str]:
    """Every key of a form and of the forms in it."""
    fields = getattr(form, "model_fields", {})
    found = set(fields)
    for field in fields.values():
        kinds = [field.annotation]
        while kinds:
            kind = kinds.pop()
            found |= keys(kind)
            kinds += get_args(kind)
    return found


def test_every_key_and_every_word_is_explained() -> None:
    words = {*keys(ScriptForm), *Reason, *Escape, *Verdict, *AskKind, *FilingStatus, *LINES}
    words |= {
        *RETURN_AMOUNTS,
        *RETURN_COUNTS,
        *DOCUMENT_FIELDS,
        *(a for row in DOCUMENT_AMOUNTS.values() for a in row),
    }
    before = GUIDE.partition("```yaml")[0]
    assert sorted(word for word in words if not re.search(rf"\b{re.escape(word)}\b", before)) == []
    assert all(operator in before for operator in Operator)
    assert all(f"`{{{name}}}`" in before for name in ITEM_PLACEHOLDERS | LINE_PLACEHOLDERS)


def test_what_proves_enough_is_told_for_each_reason() -> None:
    for reason, proofs in ENOUGH.items():
        (row,) = re.findall(rf"^\| `{reason}` \|.*\| (.*) \|$", GUIDE, re.MULTILINE)
        assert set(re.findall(r"interview|visit|probes|identity", row)) == set(proofs)


def test_every_finding_is_explained() -> None:
    findings = {key for key, text in area("script").items() if text.en.startswith("{where}: ")}
    assert findings <= set(re.findall(r"^\| `(\w+)` \| ", GUIDE, re.MULTILINE))
