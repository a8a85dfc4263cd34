"""What a text of a script may say: both languages, its own placeholders only, and no value of a record.

Numbers are refused by their look: an assistor must never read out a taxpayer identification number, an amount
or a date of birth (26 of 180 calls did; TIGTA 2010-40-045), whoever wrote it into a script and why.
"""

import re
from collections.abc import Iterable, Iterator

from .conditions import Ask
from .faults import Fault, fault
from .free_text import holds_tin
from .lines import DOCUMENT_AMOUNTS, DOCUMENT_FIELDS, RETURN_AMOUNTS, RETURN_COUNTS
from .script import IDENTITY, ITEM_PLACEHOLDERS, LINE_PLACEHOLDERS, Item, Script
from .terms import Section, Text

NONE = frozenset[str]()
_YEAR = frozenset({"year"})
_DATED = frozenset({Section.CURRENT_RETURN, Section.PRIOR_RETURN})
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_AMOUNT = re.compile(r"\$\s*\d|(?<![\d.,-])\d{1,3}(?:[,.]\d{3})+(?![\d-])|(?<![\d.])\d+[.,]\d{2}(?!\d)")
_DATE = re.compile(r"(?<!\d)(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{2}){1,2}|\d{4}-\d{2}-\d{2})(?!\d)")
_SAME = 4
"""A text of so many words is hardly the same in both languages."""

SECRETS = frozenset(
    {
        *(*IDENTITY, *RETURN_AMOUNTS, *RETURN_COUNTS, *DOCUMENT_FIELDS),
        *(amount for amounts in DOCUMENT_AMOUNTS.values() for amount in amounts),
        *"ssn itin ein dob birth_date date_of_birth first_name last_name spouse payer employer".split(),
        *"answer accepted expected amount value code pin username temporary_password activation_code".split(),
    }
)
"""Names that would stand for a value of a record, a secret or an expected answer."""


def wording(script: Script) -> Iterator[Fault]:
    """Every fault of every text of a script."""
    for line, text in script.lines.items():
        yield from _text(f"lines.{line}", text, LINE_PLACEHOLDERS, script)
    for section, text in script.headings.items():
        allowed = _YEAR if section in _DATED else NONE
        yield from _text(f"headings.{section}", text, allowed, script)
    for ask in script.asks.values():
        yield from _ask(ask, script)
    for opening in script.openings.values():
        yield from _text(f"openings.{opening.reason}.label", opening.label, NONE, script)
    for route in script.escapes.values():
        yield from _text(f"escapes.{route.escape}.label", route.label, NONE, script)
    for item in script.identity:
        yield from _item(f"identity.{item.id}", item, NONE, script)
    for item in script.items:
        yield from _item(f"items.{item.id}", item, ITEM_PLACEHOLDERS, script)
    for name, places in script.places.items():
        for number, place in enumerate(places, 1):
            yield from _text(f"places.{name}[{number}].where", place.where, NONE, script)


def _ask(ask: Ask, script: Script) -> Iterator[Fault]:
    where = f"asks.{ask.id}"
    yield from _text(f"{where}.label", ask.label, NONE, script)
    yield from _text(f"{where}.text", ask.text, LINE_PLACEHOLDERS, script)
    if ask.hint:
        yield from _text(f"{where}.hint", ask.hint, LINE_PLACEHOLDERS, script)
    for number, choice in enumerate(ask.choices, 1):
        yield from _text(f"{where}.choices[{number}].text", choice.text, NONE, script)


def _item(where: str, item: Item, allowed: frozenset[str], script: Script) -> Iterator[Fault]:
    texts = {
        "label": item.label,
        "text": item.text,
        "hint": item.hint,
        "rephrase": item.rephrase,
        "again": item.again,
    }
    for name, text in texts.items():
        if text is not None:
            yield from _text(f"{where}.{name}", text, allowed, script)
    for number, choice in enumerate(item.choices, 1):
        yield from _text(f"{where}.choices[{number}].text", choice.text, NONE, script)


def _text(where: str, text: Text, allowed: frozenset[str], script: Script) -> Iterator[Fault]:
    for language, said in (("en", text.en), ("es", text.es)):
        if not said.strip():
            yield fault("script.untranslated", f"{where}.{language}")
        yield from _said(f"{where}.{language}", said, allowed, script)
    english, spanish = (frozenset(_PLACEHOLDER.findall(said)) for said in (text.en, text.es))
    if english != spanish and text.en.strip() and text.es.strip():
        yield fault("script.placeholders_differ", where, placeholders=_named(english ^ spanish))
    if text.en == text.es and len(text.en.split()) >= _SAME:
        yield fault("script.same_text", where)


def _said(where: str, said: str, allowed: frozenset[str], script: Script) -> Iterator[Fault]:
    for name in sorted(set(_PLACEHOLDER.findall(said)) - allowed):
        if name in SECRETS or name in script.places:
            yield fault("script.pipes_value", where, placeholder=name)
        else:
            yield fault("script.placeholder", where, placeholder=name, allowed=_named(allowed) or "–")
    if set("{}") & set(_PLACEHOLDER.sub("", said)):
        yield fault("script.brace", where)
    if holds_tin(said):
        yield fault("script.tin", where)
    if _AMOUNT.search(said):
        yield fault("script.amount", where)
    if _DATE.search(said):
        yield fault("script.date", where)


def _named(names: Iterable[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names))
