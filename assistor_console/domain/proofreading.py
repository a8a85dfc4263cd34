"""What a script must fulfil before it can be published."""

from collections.abc import Iterable, Iterator

from .errors import Refused, refused
from .lines import DOCUMENT_AMOUNTS, RETURN_AMOUNTS, RETURN_FORMS
from .script import IDENTITY, ITEM_PLACEHOLDERS, LINE_PLACEHOLDERS, LINES, Item, Script, Source, placeholders
from .terms import AnswerKind, Section, Text

RETURN_COUNTS = ("exemptions", "dependents")
DOCUMENT_FIELDS = ("payer_name", "account_last_four")


def check_script(script: Script) -> None:
    """Refused("script.…", where=…) for the first fault found; returns where the script may be published."""
    for fault in _faults(script):
        raise fault


def _faults(script: Script) -> Iterator[Refused]:
    yield from _missing("script.line_missing", LINES, script.lines)
    yield from _missing("script.heading_missing", Section, script.headings)
    if tuple(item.id for item in script.identity) != IDENTITY:
        yield refused("script.identity", where="identity", expected=", ".join(IDENTITY))
    for line_id, text in script.lines.items():
        yield from _text_faults(f"lines.{line_id}", text, LINE_PLACEHOLDERS)
    for section, text in script.headings.items():
        yield from _text_faults(f"headings.{section}", text, frozenset({"year"}))
    for item in script.identity + script.items:
        yield from _item_faults(script, item)
    yield from _repeats([item.id for item in script.identity + script.items])


def _missing(rule: str, needed: Iterable[str], present: Iterable[str]) -> Iterator[Refused]:
    have = set(present)
    for name in needed:
        if name not in have:
            yield refused(rule, where=str(name))


def _repeats(ids: list[str]) -> Iterator[Refused]:
    for item_id in ids:
        if ids.count(item_id) > 1:
            yield refused("script.item_twice", where=item_id)


def _text_faults(where: str, text: Text, allowed: frozenset[str]) -> Iterator[Refused]:
    if not text.en.strip() or not text.es.strip():
        yield refused("script.untranslated", where=where)
    for name in sorted(placeholders(text) - allowed):
        yield refused("script.placeholder", where=where, placeholder=name)


def _item_faults(script: Script, item: Item) -> Iterator[Refused]:
    where = f"items.{item.id}"
    allowed = ITEM_PLACEHOLDERS if item.source is not Source.IDENTITY else frozenset[str]()
    said = (item.label, item.text, item.hint, item.rephrase, item.again)
    for text in (*said, *(choice.text for choice in item.choices)):
        if text is not None:
            yield from _text_faults(where, text, allowed)
    if (item.kind is AnswerKind.CHOICE) != bool(item.choices):
        yield refused("script.choices", where=where)
    if item.source is Source.IDENTITY:
        return
    if not _answerable(item):
        yield refused("script.value_unknown", where=where, value=item.value)
    if not script.places.get(item.id):
        yield refused("script.place_missing", where=where)


def _answerable(item: Item) -> bool:
    """Whether records of all the item's forms can hold its value."""
    if item.source is Source.RETURN:
        return item.value in RETURN_AMOUNTS + RETURN_COUNTS and set(item.forms) <= set(RETURN_FORMS)
    return item.value in DOCUMENT_FIELDS or all(item.value in DOCUMENT_AMOUNTS.get(f, ()) for f in item.forms)
