"""What differs between two scripts, place by place."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .marks import NAMES, row_names
from .yaml_text import load


@dataclass(frozen=True, slots=True)
class Change:
    """One place that differs; `old` or `new` is empty where it was added or taken away."""

    where: str
    old: str
    new: str


def differences(old: str, new: str) -> list[Change]:
    """Every place that differs between two scripts' YAML, in the order of the new text; what was taken away
    comes last. Where a text stands and how it is laid out makes no difference.

    Raises Trouble("published.unreadable").
    """
    before, after = (dict(_places("", load(text, "script"))) for text in (old, new))
    places = [*after, *(where for where in before if where not in after)]
    return [
        Change(where, before.get(where, ""), after.get(where, ""))
        for where in places
        if before.get(where) != after.get(where)
    ]


def _places(where: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _places(f"{where}.{key}" if where else str(key), inner)
    elif isinstance(value, list) and any(isinstance(row, dict) for row in value):
        for place, row in zip(row_names(where, [_name(row) for row in value]), value, strict=True):
            yield from _places(place, row)
    else:
        yield where, _said(value)


def _name(row: Any) -> str:
    """What tells a row from its neighbours, so that a new one does not make all after it look changed."""
    if not isinstance(row, dict):
        return ""
    if "forms" in row and "first" in row:
        return f"{_said(row['forms'])} {row['first']}"
    return next((str(row[name]) for name in (*NAMES, "value", "line", "question") if name in row), "")


def _said(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
