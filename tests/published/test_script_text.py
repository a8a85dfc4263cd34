"""Reading a script: the first version may be published, and every fault is named."""

from collections.abc import Callable
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from assistor_console.domain.errors import Refused, Trouble
from assistor_console.domain.lines import find_place
from assistor_console.domain.script import IDENTITY, LINES
from assistor_console.domain.terms import Form
from assistor_console.published.script import open_script, read_script
from assistor_console.published.script_check import examine
from assistor_console.published.tables import read_tables
from tests.domain.made import script, text_of

TEXT = text_of("scripts/exception-2017.yaml")
TABLES = text_of("tables/words-2017.yaml")


def changed(change: Callable[[Any], object], text: str = TEXT) -> str:
    file = yaml.load(text, Loader=yaml.CSafeLoader)
    change(file)
    return yaml.dump(file, Dumper=yaml.CSafeDumper, allow_unicode=True)


def faults(change: Callable[[Any], object]) -> set[tuple[str, str]]:
    return {(one.fault.code, one.fault.where) for one in examine(changed(change))}


def test_the_first_version_holds_every_line_in_both_languages() -> None:
    assert set(script().lines) >= set(LINES)
    assert tuple(item.id for item in script().identity) == IDENTITY
    assert script().title == "Exception 2017.1"
    assert all(text.en != text.es for text in script().lines.values())


@pytest.mark.parametrize("line", LINES)
def test_a_missing_line_is_named(line: str) -> None:
    found = faults(lambda file: file["lines"].pop(line))
    assert ("script.line_missing", "lines") in found


def put(*keys: str | int, value: object) -> Callable[[Any], None]:
    def change(file: Any) -> None:
        for key in keys[:-1]:
            file = file[key]
        file[keys[-1]] = value

    return change


@pytest.mark.parametrize(
    "change",
    [
        put("lines", "neutral", "es", value=" "),
        lambda file: file["lines"]["neutral"].pop("es"),
        put("items", 0, "colour", value="red"),
        put("items", 0, "kind", value="mood"),
        put("places", "agi", 0, "first", value="2015"),
    ],
)
def test_what_is_no_script_is_trouble(change: Callable[[Any], object]) -> None:
    with pytest.raises(Trouble, match="published.unreadable"):
        read_script(changed(change))


@pytest.mark.parametrize(
    ("item", "form", "year", "line"),
    [
        ("agi", Form.F1040, 2016, "37"),
        ("agi", Form.F1040, 2018, "7"),
        ("agi", Form.F1040, 2019, "8b"),
        ("agi", Form.F1040, 2024, "11"),
        ("agi", Form.F1040A, 2017, "21"),
        ("agi", Form.F1040EZ, 2015, "4"),
        ("taxable_income", Form.F1040, 2019, "11b"),
        ("total_tax", Form.F1040, 2016, "63"),
        ("withholding", Form.F1040, 2016, "64"),
        ("withholding", Form.F1040, 2020, "25d"),
        ("refund", Form.F1040, 2017, "76a"),
        ("owed", Form.F1040, 2018, "22"),
        ("exemptions", Form.F1040, 2017, "6d"),
        ("misc_nonemployee", Form.MISC, 2019, "7"),
    ],
)
def test_lines_follow_form_and_year(item: str, form: Form, year: int, line: str) -> None:
    place = find_place(script().places[item], form, year)
    assert place and place.line == line


@pytest.mark.parametrize(
    ("item", "form", "year"),
    [("agi", Form.F1040A, 2018), ("agi", Form.F1040, 2025), ("exemptions", Form.F1040, 2018)],
)
def test_a_line_that_ended_has_no_place(item: str, form: Form, year: int) -> None:
    assert find_place(script().places[item], form, year) is None


@given(st.sampled_from(("agi", "total_tax", "withholding", "refund")), st.integers(2015, 2024))
def test_no_form_and_year_has_two_places(item: str, year: int) -> None:
    for form in (Form.F1040, Form.F1040A, Form.F1040EZ):
        fits = [p for p in script().places[item] if form in p.forms and p.first <= year <= p.last]
        assert len(fits) <= 1


def test_the_first_fault_keeps_a_script_from_being_read_and_not_one_that_was_published() -> None:
    thanks = changed(put("lines", "thanks", "en", value="Is it {agi}?"))
    with pytest.raises(Refused) as caught:
        read_script(thanks)
    assert caught.value.refusal.rule == "script.pipes_value"
    assert open_script(thanks).lines["thanks"].en == "Is it {agi}?"


def test_a_script_of_before_there_were_openings_can_still_be_opened() -> None:
    def older(file: Any) -> None:
        for key in ("asks", "openings", "escapes"):
            del file[key]

    assert open_script(changed(older)).openings == {}


BOMB = "a: &a [x, x]\nb: &b [*a, *a]\n"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a: 1\nb: 2\na: 3\n", "a stands twice"),
        (BOMB, "a reference in line 2"),
        ("[" * 40 + "]" * 40, "deeper than 20 levels"),
        ("a: [1, 2\n", "line 2"),
        ("x" * 2_000_001, "longer than 2000000"),
        ("!!python/object/apply:os.system ['true']", "a tag in line 1"),
        ("a: \x00", "control characters are not allowed"),
        ("", "valid dictionary"),
    ],
)
def test_slips_and_traps_in_yaml_are_refused(text: str, reason: str) -> None:
    with pytest.raises(Trouble) as caught:
        read_script(text)
    assert reason in str(caught.value.values["reason"])


@pytest.mark.parametrize(
    "change",
    [
        put("addresses", "suffixes", "AVE", value=["AVENUE", "STREET"]),
        lambda file: file["alphabet"].pop("Q"),
        put("nicknames", "ROBERT", value=["bob"]),
    ],
)
def test_faulty_word_tables_are_trouble(change: Callable[[Any], object]) -> None:
    with pytest.raises(Trouble, match="published.unreadable"):
        read_tables(changed(change, TABLES))
