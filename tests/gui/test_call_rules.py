"""Every rule that can say no has its sentence in both languages, and a page never shows a bare code."""

import ast
import re
from datetime import UTC, datetime
from functools import cache

import pytest

from assistor_console.domain.errors import Refusal
from assistor_console.domain.terms import Language
from assistor_console.gui.messages import refusal_text, rule_code
from assistor_console.gui.texts import area, known
from tests.house.tree import product

ROOMS = ("domain", "services", "store", "desk")
_RAISED = re.compile(r"""(?:refused|Refusal)\(\s*"([a-z_]+\.[a-z_]+)\"""")
_DOCUMENT = re.compile(r'"(document\.[a-z_]+)"')
_LIMIT = re.compile(r'limit="([a-z_]+)"')
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@cache
def named() -> frozenset[str]:
    """Every word of the source outside the windows that has a sentence among the rules."""
    words = (
        node.value
        for source in product()
        if not source.path.startswith("assistor_console/gui/")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    return frozenset(words) & set(area("rules"))


def codes() -> list[str]:
    """Every rule found in the source: raised, returned for a document, an attempt limit, or named."""
    found = set(named())
    for source in product():
        room = source.path.split("/")[1]
        if room in ROOMS:
            found |= set(_RAISED.findall(source.text))
        if source.path.endswith("domain/identity_documents.py"):
            found |= set(_DOCUMENT.findall(source.text))
        if room == "requests":
            found |= {f"attempts.{limit}" for limit in _LIMIT.findall(source.text)}
    return sorted(found)


def test_many_rules_are_found() -> None:
    assert {"call.not_now", "answer.money", "document.expired", "attempts.identify"} <= set(codes())


@pytest.mark.parametrize("code", codes())
def test_a_rule_has_its_sentence_in_both_languages(code: str) -> None:
    place = rule_code(code)
    assert known(place), f"{code} has no text"
    assert place.startswith("rules.") or place.partition(".")[0] != "call", "the page's word is no rule's"
    name, _, key = place.partition(".")
    english, spanish = area(name)[key].en, area(name)[key].es
    assert english != spanish and english.endswith(".") and spanish.endswith(".")
    assert set(_PLACEHOLDER.findall(english)) == set(_PLACEHOLDER.findall(spanish))


def test_no_sentence_is_kept_for_a_rule_that_is_gone() -> None:
    assert set(area("rules")) <= set(codes())


def test_a_refusal_says_when_it_clears() -> None:
    refusal = Refusal("interview.cool_off", {}, datetime(2017, 12, 12, 15, tzinfo=UTC))
    said = refusal_text(refusal, Language.EN)
    assert said == "The caller must wait before another interview. Clears Dec 12, 2017, 10:00 AM ET."


def test_the_last_try_says_that_there_is_no_other_for_a_while() -> None:
    refusal = Refusal("password.wrong", {"last_try": 1}, datetime(2017, 12, 12, 15, tzinfo=UTC))
    said = refusal_text(refusal, Language.EN)
    assert said.endswith(
        "Try again. That was the last try for now: no other until Dec 12, 2017, 10:00 AM ET."
    )
