"""Reading a published policy."""

from dataclasses import fields
from datetime import date, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt, StrictStr

from ..domain.errors import Refused, refused
from ..domain.policy import Policy
from ..domain.trail import LEAST_YEARS
from .form import parse

_HEAD = ("version", "effective")
_TIMES = ("opens", "closes")
_ATLEAST = (
    ("draw_current_return", "least_current_return"),
    ("draw_prior_return", "least_prior_return"),
    ("draw_income_documents", "least_income_documents"),
    ("least_income_documents", "least_names"),
    ("mail_days_most", "mail_days_least"),
    ("closes", "opens"),
)
_FLOORS = {"trail_years": LEAST_YEARS}
"""What no version may fall short of: a purge cannot be undone."""
_MAY_BE_ZERO = frozenset({"money_tolerance_cents"})


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    value: StrictInt | StrictStr
    source: StrictStr = Field(min_length=1)
    assumed: StrictBool = False


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    version: StrictStr = Field(min_length=1)
    effective: date
    values: dict[str, _Value]


def read_policy(text: str) -> Policy:
    """A policy from YAML with `version`, `effective` and `values` (each `value`, `source`, `assumed`).

    Trouble("published.unreadable") where the text is no such form; otherwise Refused, naming the value:
    policy.unknown, policy.missing, policy.type (with the type it must have), policy.below (with the value it
    may not fall short of), policy.positive.
    """
    file = parse(_File, text, "policy")
    kinds = {field.name: field.type for field in fields(Policy) if field.name not in _HEAD}
    for name in file.values:
        if name not in kinds:
            raise refused("policy.unknown", value=name)
    for name in kinds:
        if name not in file.values:
            raise refused("policy.missing", value=name)
    values = {name: _typed(name, file.values[name].value, kind) for name, kind in kinds.items()}
    _check(values)
    return Policy(version=file.version, effective=file.effective, **values)  # type: ignore[arg-type]


def _typed(name: str, value: int | str, kind: object) -> int | str | time:
    if kind in (int, "int") and isinstance(value, int):
        return value
    if kind in (str, "str") and isinstance(value, str) and value.strip():
        return value
    if kind in (time, "time") and isinstance(value, str):
        return _time(name, value)
    raise _type(name, kind)


def _time(name: str, text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise _type(name, time) from None


def _type(name: str, kind: object) -> Refused:
    return refused("policy.type", value=name, type=kind.__name__ if isinstance(kind, type) else str(kind))


def _check(values: dict[str, int | str | time]) -> None:
    """The rules between values, and that no number is below one."""
    for name, value in values.items():
        if isinstance(value, int) and value < (0 if name in _MAY_BE_ZERO else 1):
            raise refused("policy.positive", value=name)
    for name, floor in _FLOORS.items():
        if int(str(values[name])) < floor:
            raise refused("policy.below", value=name, least=floor)
    for more, least in _ATLEAST:
        if values[more] < values[least]:  # type: ignore[operator]
            raise refused("policy.below", value=more, least=least)
    try:
        ZoneInfo(str(values["zone"]))
    except (ZoneInfoNotFoundError, ValueError):
        raise refused("policy.type", value="zone", type="time zone") from None
