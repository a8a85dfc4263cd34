"""The smallest valid instance of every request, made from the types of its fields."""

from datetime import UTC, date, datetime
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin
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
