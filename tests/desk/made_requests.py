"""The smallest valid instance of every request, made from the types of its fields."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import partial
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin
from uuid import UUID

from pydantic import AwareDatetime, BaseModel
from pydantic.fields import FieldInfo

from assistor_console.requests.base import Reply, Request

SOMETHING = UUID(int=1)
_PLAIN: dict[Any, object] = {
    int: 1,
    bool: True,
    UUID: SOMETHING,
    datetime: datetime(2017, 12, 12, tzinfo=UTC),
    AwareDatetime: datetime(2017, 12, 12, tzinfo=UTC),
    date: date(2017, 12, 12),
}


def minimal(kind: type[Request[Reply]], **given: object) -> Request[Reply]:
    """A valid request; fields that may be left out are left out unless given."""
    return kind.model_validate(_fields(kind) | given)


Place = tuple[str, Callable[[str], object]]
"""Where in a value a text can be put, and the value with that text there."""


def places(kind: type[BaseModel]) -> Iterator[Place]:
    """Every place in a request, however deep, where somebody can put a text, whatever belongs there; what
    else is needed is filled in."""
    rest = _fields(kind)
    for name, field in kind.model_fields.items():
        for where, put in _places(field.annotation):
            yield name + where, partial(_within, rest, name, put)


def _within(rest: dict[str, object], name: str, put: Callable[[str], object], text: str) -> object:
    return {**rest, name: put(text)}


def _among(others: list[object], at: int, put: Callable[[str], object], text: str) -> object:
    return [*others[:at], put(text), *others[at + 1 :]]


def _places(kind: Any) -> Iterator[Place]:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Annotated, Union, UnionType):
        yield from _places(inner[0])
    elif origin is dict:
        yield "{key}", lambda text: {text: 1}
        yield "{value}", lambda text: {"one": text}
    elif origin is frozenset or origin is tuple and inner[-1] is Ellipsis:
        for where, put in _places(inner[0]):
            yield f"[]{where}", partial(_among, [None], 0, put)
    elif origin is tuple:
        others = [_of(one) for one in inner]
        for n, one in enumerate(inner):
            for where, put in _places(one):
                yield f"[{n}]{where}", partial(_among, others, n, put)
    elif origin is Literal:
        return  # its words are given
    elif issubclass(kind, BaseModel):
        for where, put in places(kind):
            yield f".{where}", put
    else:
        yield "", lambda text: text


def _fields(kind: type[BaseModel]) -> dict[str, object]:
    return {name: _value(field) for name, field in kind.model_fields.items() if field.is_required()}


def _value(field: FieldInfo) -> object:
    patterns = [m.pattern for m in field.metadata if getattr(m, "pattern", None)]
    if any(getattr(m, "min_length", 0) for m in field.metadata) and get_origin(field.annotation) is tuple:
        return [_value(FieldInfo.from_annotation(get_args(field.annotation)[0]))]
    digits = {r"^[0-9]{10}$": "0000000007", r"^[0-9a-f]{64}$": "a" * 64, r"^[0-9]{9}$": "000000001"}
    return digits[patterns[0]] if patterns else _of(field.annotation)


def _of(kind: Any) -> object:
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _value(FieldInfo.from_annotation(kind))
    if origin in (Union, UnionType):
        return None if NoneType in inner else _of(inner[0])
    if origin is tuple:
        return [] if inner[-1] is Ellipsis else [_of(one) for one in inner]
    if origin is frozenset:
        return []
    if issubclass(kind, BaseModel):
        return _fields(kind)
    if issubclass(kind, StrEnum):
        return next(iter(kind))
    return "some words" if kind is str else _PLAIN[kind]
