"""Every reason not to publish a script: found, at its place, and said in both languages."""

import ast
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from assistor_console.gui.texts import area
from assistor_console.published.script_check import Finding, examine
from tests.domain.made import policy
from tests.house.tree import product
from tests.published.test_script_text import TEXT, changed, put

_CODE = re.compile(r"script\.[a-z_]+")
AGI, MOVED, PIN = 1, 5, 1
"""Where these stand in their lists: the item agi, the opening moved, the ask interpreter_pin."""


def take(*keys: str | int) -> Callable[[Any], object]:
    def change(file: Any) -> None:
        for key in keys[:-1]:
            file = file[key]
        del file[keys[-1]]

    return change


def add(*keys: str | int, value: object) -> Callable[[Any], object]:
    def change(file: Any) -> None:
        for key in keys:
            file = file[key]
        file.append(value)

    return change


def row(question: str, answer: str, operator: str = "=") -> dict[str, Any]:
    return {"all": [{"question": question, "operator": operator, "answer": answer}]}


BOTH = {"en": "Some words here.", "es": "Unas palabras."}
PLACE = {"forms": ["1040"], "first": 2024, "last": 2026, "line": "1", "where": BOTH}
TEXTS = [
    (put("items", AGI, "text", "en", value="Is it {agi}?"), "pipes_value", "items.agi.text.en"),
    (put("items", AGI, "rephrase", "es", value="{tin}"), "pipes_value", "items.agi.rephrase.es"),
    (put("identity", 0, "text", "en", value="Is it {tin}?"), "pipes_value", "identity.tin.text.en"),
    (put("lines", "neutral", "es", value="{accepted}"), "pipes_value", "lines.neutral.es"),
    (put("lines", "thanks", "en", value="{year}"), "placeholder", "lines.thanks.en"),
    (put("identity", 1, "hint", "en", value="{line}"), "placeholder", "identity.name.hint.en"),
    (put("headings", "identity", "en", value="{year}"), "placeholder", "headings.identity.en"),
    (put("places", "agi", 0, "where", "en", value="{line}"), "placeholder", "places.agi[1].where.en"),
    (put("openings", MOVED, "label", "en", value="{least}"), "placeholder", "openings.moved.label.en"),
    (put("lines", "thanks", "en", value="Thanks {least}."), "placeholders_differ", "lines.thanks"),
    (put("lines", "thanks", "en", value="Thank { you }."), "brace", "lines.thanks.en"),
    (put("lines", "thanks", "es", value="Es 123-00-4567."), "tin", "lines.thanks.es"),
    (put("asks", 0, "text", "es", value="¿Es 123004567?"), "tin", "asks.interpreter.text.es"),
    (put("lines", "thanks", "en", value="It is $ 5."), "amount", "lines.thanks.en"),
    (put("lines", "thanks", "en", value="It is 61,214."), "amount", "lines.thanks.en"),
    (put("items", AGI, "hint", "es", value="Son 61214,07."), "amount", "items.agi.hint.es"),
    (put("lines", "thanks", "en", value="Born 03/04/1978."), "date", "lines.thanks.en"),
    (
        put("lines", "thanks", value={"en": "Thank you very much.", "es": "Thank you very much."}),
        "same_text",
        "",
    ),
    (take("lines", "thanks", "es"), "untranslated", "lines.thanks.es"),
    (put("lines", "thanks", "es", value=" "), "untranslated", "lines.thanks.es"),
]
FLOW = [
    (put("lines", "unsaid", value=BOTH), "line_unused", "lines.unsaid"),
    (add("openings", MOVED, "lines", value="unsaid"), "line_unknown", "openings.moved.lines[3]"),
    (
        put("openings", MOVED, "endings", 0, "line", value="no"),
        "line_unknown",
        "openings.moved.endings[1].line",
    ),
    (add("escapes", 0, "lines", value="no"), "line_unknown", "escapes.threat.lines[2]"),
    (
        put("openings", MOVED, "outcomes", "passed", value=["no"]),
        "line_unknown",
        "openings.moved.outcomes.passed[1]",
    ),
    (take("openings", MOVED), "opening_missing", "openings"),
    (take("openings"), "opening_missing", "openings"),
    (take("escapes", 2), "escape_missing", "escapes"),
    (add("openings", MOVED, "asks", value="no"), "ask_unknown", "openings.moved.asks[7]"),
    (add("openings", MOVED, "asks", value="own_behalf"), "ask_twice", "openings.moved.asks[7]"),
    (put("openings", MOVED, "proof", value="identity"), "proof_weak", "openings.moved.proof"),
    (put("openings", 0, "proof", value="probes"), "proof_weak", "openings.new_proofing.proof"),
    (take("openings", MOVED, "outcomes", "referred"), "outcome_missing", "openings.moved.outcomes"),
    (put("openings", MOVED, "outcomes", "passed", value=[]), "outcome_missing", "openings.moved.outcomes"),
    (
        put("openings", MOVED, "asks", value=["interpreter_pin", "interpreter"]),
        "condition_later",
        "openings.moved.asks[1]",
    ),
    (
        put("openings", MOVED, "asks", value=["interpreter"]),
        "condition_elsewhere",
        "openings.moved.endings[1].enable_when.all[1]",
    ),
    (
        put("asks", PIN, "enable_when", value=row("no", "yes")),
        "condition_unknown",
        "asks.interpreter_pin.enable_when.all[1]",
    ),
    (
        put("asks", PIN, "enable_when", value=row("interpreter", "maybe")),
        "condition_answer",
        "asks.interpreter_pin.enable_when.all[1]",
    ),
    (
        put("asks", PIN, "enable_when", value=row("interpreter", "yes", "exists")),
        "condition_exists",
        "asks.interpreter_pin.enable_when.all[1]",
    ),
    (
        put("asks", 0, "enable_when", value=row("interpreter_pin", "1234")),
        "cycle",
        "asks.interpreter.enable_when",
    ),
    (put("asks", PIN, "digits", value=[5, 4]), "ask_digits", "asks.interpreter_pin"),
    (put("asks", 0, "digits", value=[4, 5]), "ask_digits", "asks.interpreter"),
    (put("asks", 0, "choices", value=[{"value": "a", "text": BOTH}]), "ask_choices", "asks.interpreter"),
    (
        add("asks", value={"id": "idle", "kind": "yes_no", "label": dict(BOTH), "text": dict(BOTH)}),
        "ask_unused",
        "asks.idle",
    ),
    (
        add("asks", value={"id": "relay", "kind": "yes_no", "label": dict(BOTH), "text": dict(BOTH)}),
        "twice",
        "asks.relay[2]",
    ),
    (
        put(
            "openings",
            MOVED,
            "endings",
            0,
            "enable_when",
            value={"any": [row("own_behalf", a)["all"][0] for a in ("yes", "no")]},
        ),
        "ask_unreachable",
        "openings.moved.asks[6]",
    ),
    (
        put(
            "openings",
            MOVED,
            "endings",
            0,
            "enable_when",
            value={"any": [row("own_behalf", a)["all"][0] for a in ("yes", "no")]},
        ),
        "never_proves",
        "openings.moved",
    ),
    (
        add("openings", MOVED, "endings", value={"line": "goodbye", "enable_when": row("own_behalf", "no")}),
        "ending_unreachable",
        "openings.moved.endings[3]",
    ),
]
PAPERS = [
    (put("items", AGI, "value", value="shoe_size"), "value_unknown", "items.agi.value"),
    (put("items", AGI, "forms", value=["W-2"]), "value_unknown", "items.agi.value"),
    (put("items", AGI, "kind", value="choice"), "choices", "items.agi"),
    (put("items", AGI, "kind", value="count"), "kind", "items.agi.kind"),
    (put("items", AGI, "source", value="identity"), "item_source", "items.agi.source"),
    (put("items", AGI, "id", value="wages"), "twice", "items.wages[2]"),
    (put("items", AGI, "id", value="tin"), "twice", "items.tin"),
    (put("places", "agi", value=[]), "place_missing", "items.agi"),
    (put("places", "shoe", value=[]), "places_unknown", "places.shoe"),
    (take("places", "agi", 1), "place_gap", "places.agi"),
    (take("places", "agi", 5), "place_form_missing", "places.agi"),
    (put("places", "agi", 0, "last", value=2018), "place_overlap", "places.agi[2]"),
    (put("places", "agi", 0, "last", value=2014), "place_years", "places.agi[1]"),
    (add("places", "w2_wages", value=PLACE), "place_form", "places.w2_wages[2]"),
    (put("relations", 0, "items", value=["agi", "shoe"]), "relation_unknown", "relations[1]"),
    (put("relations", 0, "at_most", value=3), "relation_idle", "relations[1]"),
    (take("headings", "prior_return"), "heading_missing", "headings"),
    (lambda file: file["identity"].reverse(), "identity", "identity"),
    (put("identity", 2, "kind", value="count"), "kind", "identity.birth.kind"),
    (take("identity", 4, "choices", 0), "filing_status", "identity.filing_status.choices"),
]
FORM = [
    (put("items", AGI, "colour", value="red"), "key_unknown", "items.agi.colour"),
    (put("items", AGI, "kind", value="mood"), "not_one_of", "items.agi.kind"),
    (put("places", "agi", 0, "first", value="2015"), "not_number", "places.agi[1].first"),
    (put("places", "agi", 0, "first", value=1815), "out_of_range", "places.agi[1].first"),
    (put("effective", value="soon"), "not_date", "effective"),
    (put("lines", "Thanks!", value=BOTH), "bad_id", "lines.Thanks!"),
    (put("version", value="2017 1"), "bad_version", "version"),
    (put("version", value=2017.1), "not_text", "version"),
    (put("items", AGI, "supplement", value="perhaps"), "not_yes_or_no", "items.agi.supplement"),
    (put("items", AGI, "forms", value=[]), "empty", "items.agi.forms"),
    (put("items", AGI, "forms", value=7), "not_list", "items.agi.forms"),
    (put("items", AGI, "label", value=[]), "not_keys", "items.agi.label"),
    (take("items", AGI, "label"), "key_missing", "items.agi"),
    (put("asks", PIN, "enable_when", value={"all": []}), "when", "asks.interpreter_pin.enable_when"),
    (put("asks", PIN, "digits", value=[1, 2, 3]), "unfit", "asks.interpreter_pin.digits"),
]


@pytest.mark.parametrize(("change", "code", "where"), TEXTS + FLOW + PAPERS + FORM)
def test_every_fault_is_found_at_its_place(change: Callable[[Any], object], code: str, where: str) -> None:
    found = {(one.fault.code, one.fault.where) for one in examine(changed(change))}
    assert (f"script.{code}", where or "lines.thanks") in found


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda file: file["items"].pop(AGI), None),
        (
            lambda file: file.update(
                items=[i for i in file["items"] if i["id"] in ("agi", "taxable_income")]
            ),
            "too_few",
        ),
        (lambda file: file.update(items=[i for i in file["items"] if i["id"] != "lender"]), "no_name"),
        (lambda file: file.update(items=[i for i in file["items"] if i["id"] != "k_gross"]), "no_number"),
    ],
)
def test_it_asks_as_much_as_policy_demands(change: Callable[[Any], object], code: str | None) -> None:
    found = {one.fault.code for one in examine(changed(change), replace(policy(), least_prior_return=2))}
    assert (f"script.{code}" in found) if code else ("script.too_few" not in found)


def test_the_first_version_has_no_fault() -> None:
    assert examine(TEXT, policy()) == ()


def test_a_finding_has_the_line_and_column_of_its_place() -> None:
    text = TEXT.replace('es: "Gracias por llamar. Adiós."', 'es: "Gracias, {agi}."').replace(
        "value: agi", "value: ago"
    )
    found = {one.fault.code: one for one in examine(text)}
    lines = text.splitlines()
    assert 'es: "Gracias, {agi}."' in lines[found["script.pipes_value"].line - 1]
    assert lines[found["script.value_unknown"].line - 1].strip() == "value: ago"
    assert found["script.value_unknown"].column == 5


def test_all_findings_come_at_once_in_the_order_of_the_text() -> None:
    def change(file: Any) -> None:
        file["items"][AGI]["colour"] = "red"
        del file["lines"]["thanks"]["es"]
        file["openings"][MOVED]["proof"] = "identity"
        file["places"]["agi"] = []

    found = examine(changed(change))
    assert {one.fault.code for one in found} >= {
        "script.key_unknown",
        "script.untranslated",
        "script.proof_weak",
        "script.place_missing",
    }
    assert list(found) == sorted(found, key=lambda one: (one.line, one.column))


@pytest.mark.parametrize(
    ("text", "line"), [("a: 1\nb: 2\na: 3\n", 3), ("a: &b 1\nc: *b\n", 2), ("a: [1\n", 2), ("", 1)]
)
def test_what_is_no_script_at_all_is_one_finding(text: str, line: int) -> None:
    found: tuple[Finding, ...] = examine(text)
    assert [one.line for one in found] == [line]


def _codes() -> set[str]:
    return {
        node.value
        for source in product()
        if source.path.startswith(("assistor_console/domain/", "assistor_console/published/"))
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _CODE.fullmatch(node.value)
    } - {"script.schema"}


def test_every_finding_is_said_in_both_languages() -> None:
    words = area("script")
    for code in _codes():
        said = words[code.partition(".")[2]]
        assert said.en != said.es and said.en.endswith(".") and said.es.endswith(".")
        names = [
            set(re.findall(r"(?<!\{)\{(\w+)\}(?!\})|\{\{\{(\w+)\}", text)) for text in (said.en, said.es)
        ]
        assert names[0] == names[1]


def test_what_these_tests_try_is_everything_the_check_can_find() -> None:
    tried = {f"script.{code}" for _, code, _ in TEXTS + FLOW + PAPERS + FORM}
    others = {"too_few", "no_name", "no_number", "line_missing", "unreadable", "ways", "line"}
    assert _codes() - tried == {f"script.{code}" for code in others}
