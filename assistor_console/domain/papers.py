"""What is wrong with a script's items: what answers them, where they stand on paper, how they are related."""

from collections.abc import Iterator, Sequence

from .faults import Fault, fault, repeated
from .lines import (
    DOCUMENT_AMOUNTS,
    DOCUMENT_FIELDS,
    RETURN_AMOUNTS,
    RETURN_COUNTS,
    RETURN_FORMS,
    Place,
    find_place,
)
from .script import IDENTITY, Item, Script, Source
from .terms import AnswerKind, FilingStatus, Form

_IDENTITY_KINDS = dict(
    zip(
        IDENTITY,
        (AnswerKind.TIN, AnswerKind.PERSON_NAME, AnswerKind.DATE, AnswerKind.ADDRESS, AnswerKind.CHOICE),
        strict=True,
    )
)
_FIELD_KINDS = {"payer_name": AnswerKind.BUSINESS_NAME, "account_last_four": AnswerKind.LAST_FOUR}


def papers(script: Script) -> Iterator[Fault]:
    """Every fault of items, places and relations."""
    yield from _identity(script)
    ids = [item.id for item in script.items]
    for where in repeated("items", ids):
        yield fault("script.twice", where)
    for item in script.items:
        if item.id in IDENTITY:
            yield fault("script.twice", f"items.{item.id}")
        yield from _item(script, item)
    for name in script.places:
        if name not in ids:
            yield fault("script.places_unknown", f"places.{name}", item=name)
    for number, relation in enumerate(script.relations, 1):
        for name in sorted(relation.items - set(ids)):
            yield fault("script.relation_unknown", f"relations[{number}]", item=name)
        if relation.at_most >= len(relation.items):
            yield fault("script.relation_idle", f"relations[{number}]", items=len(relation.items))


def _identity(script: Script) -> Iterator[Fault]:
    if tuple(item.id for item in script.identity) != IDENTITY:
        yield fault("script.identity", "identity", expected=", ".join(IDENTITY))
    for item in script.identity:
        kind = _IDENTITY_KINDS.get(item.id, item.kind)
        if item.kind is not kind:
            yield fault("script.kind", f"identity.{item.id}.kind", kind=kind.value)
        if (item.kind is AnswerKind.CHOICE) != bool(item.choices):
            yield fault("script.choices", f"identity.{item.id}")
        values = [choice.value for choice in item.choices]
        if item.id == "filing_status" and values and sorted(values) != sorted(FilingStatus):
            expected = ", ".join(FilingStatus)
            yield fault("script.filing_status", "identity.filing_status.choices", expected=expected)


def _item(script: Script, item: Item) -> Iterator[Fault]:
    where = f"items.{item.id}"
    if item.source is Source.IDENTITY:
        yield fault("script.item_source", f"{where}.source")
        return
    if (item.kind is AnswerKind.CHOICE) != bool(item.choices):
        yield fault("script.choices", where)
    for form in item.forms:
        if not _holds(item, form):
            yield fault("script.value_unknown", f"{where}.value", value=item.value, form=form.value)
    if item.kind is not (kind := _kind(item)):
        yield fault("script.kind", f"{where}.kind", kind=kind.value)
    places = script.places.get(item.id, ())
    if not places:
        yield fault("script.place_missing", where, item=item.id)
        return
    yield from _places(item, places)


def _holds(item: Item, form: Form) -> bool:
    """Whether a record of the form can hold the item's value."""
    if item.source is Source.RETURN:
        return form in RETURN_FORMS and item.value in RETURN_AMOUNTS + RETURN_COUNTS
    return form in DOCUMENT_AMOUNTS and item.value in DOCUMENT_AMOUNTS[form] + DOCUMENT_FIELDS


def _kind(item: Item) -> AnswerKind:
    """What sort of value the item's value is."""
    if item.source is Source.RETURN:
        return AnswerKind.COUNT if item.value in RETURN_COUNTS else AnswerKind.MONEY
    return _FIELD_KINDS.get(item.value, AnswerKind.MONEY)


def _places(item: Item, places: Sequence[Place]) -> Iterator[Fault]:
    where = f"places.{item.id}"
    for number, place in enumerate(places, 1):
        if place.first > place.last:
            yield fault("script.place_years", f"{where}[{number}]", first=place.first, last=place.last)
        for form in place.forms:
            if form not in item.forms:
                yield fault("script.place_form", f"{where}[{number}]", form=form.value, item=item.id)
        yield from _overlaps(f"{where}[{number}]", place, places[: number - 1])
    for form in item.forms:
        yield from _gaps(where, form, places)


def _overlaps(where: str, place: Place, earlier: Sequence[Place]) -> Iterator[Fault]:
    for other in earlier:
        year = max(place.first, other.first)
        for form in place.forms:
            if form in other.forms and year <= min(place.last, other.last):
                yield fault("script.place_overlap", where, form=form.value, year=year)


def _gaps(where: str, form: Form, places: Sequence[Place]) -> Iterator[Fault]:
    """Years between the first and the last of a form for which nothing is said."""
    mine = [place for place in places if form in place.forms and place.first <= place.last]
    if not mine:
        yield fault("script.place_form_missing", where, form=form.value)
        return
    for year in range(min(place.first for place in mine), max(place.last for place in mine)):
        if find_place(mine, form, year) is None:
            yield fault("script.place_gap", where, form=form.value, year=year)
