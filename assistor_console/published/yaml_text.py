"""Loading a published YAML text: plain values only, with limits, and refusing what is likely a slip."""

import re
from collections.abc import Hashable
from typing import Any

import yaml

from ..domain.errors import Trouble

LONGEST = 2_000_000
DEEPEST = 20
_LONG_NUMBER = re.compile(r"[-+0-9a-fx:._]{100,}")
"""A number of so many digits takes long to build, or is larger than a floating-point number can be."""


class _Loader(yaml.CSafeLoader):
    """Plain values; a key that stands twice in one mapping is an error, not the last one wins."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """A mapping; a key that stands twice is refused."""
        keys = set[object]()
        for place, _ in node.value:
            key = self.construct_object(place, deep=True)
            if isinstance(key, Hashable):  # what is not is refused below
                if key in keys:
                    raise yaml.MarkedYAMLError(problem=f"{key} stands twice", problem_mark=place.start_mark)
                keys.add(key)
        return super().construct_mapping(node, deep)


def _equals(_loader: yaml.CSafeLoader, node: yaml.ScalarNode) -> str:
    """A bare `=`, for which YAML 1.1 has a type of its own: a text like any other."""
    return str(node.value)


_Loader.add_constructor("tag:yaml.org,2002:value", _equals)


def load(text: str, kind: str) -> Any:
    """The text's value; Trouble("published.unreadable", kind=…, reason=…) with line and column of a fault.

    Refuses more than two million characters, more than twenty levels, references (`*name`), tags (`!!name`)
    and numbers of a hundred digits.
    """
    if len(text) > LONGEST:
        raise _unreadable(kind, f"longer than {LONGEST} characters")
    try:
        _limit(text, kind)
        return yaml.load(text, Loader=_Loader)
    except (yaml.YAMLError, ValueError) as error:
        raise _unreadable(kind, str(error)) from None


def _limit(text: str, kind: str) -> None:
    """Walks the events before anything is built, so that no text can grow in memory."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if fault := f"deeper than {DEEPEST} levels" if depth > DEEPEST else _fault(event):
            line = event.start_mark.line + 1 if event.start_mark else 0
            raise _unreadable(kind, f"{fault} in line {line}")


def _fault(event: yaml.Event) -> str:
    """What no published text may hold, "" for nothing."""
    if isinstance(event, yaml.AliasEvent):
        return "a reference"
    if getattr(event, "tag", None) is not None:
        return "a tag"
    if isinstance(event, yaml.ScalarEvent) and event.implicit[0] and _LONG_NUMBER.fullmatch(event.value):
        return "a long number"
    return ""


def _unreadable(kind: str, reason: str) -> Trouble:
    return Trouble("published.unreadable", kind=kind, reason=reason)
