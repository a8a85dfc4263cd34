"""Loading a published YAML text: plain values only, with limits, and refusing what is likely a slip."""

from collections.abc import Hashable
from typing import Any

import yaml

from ..domain.errors import Trouble

LONGEST = 2_000_000
DEEPEST = 20


class _Loader(yaml.CSafeLoader):
    """Plain values; a key that stands twice in one mapping is an error, not the last one wins."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """A mapping; a key that stands twice is refused."""
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for key, (place, _) in zip(keys, node.value, strict=True):
            if keys.count(key) > 1:
                raise yaml.MarkedYAMLError(problem=f"{key} stands twice", problem_mark=place.start_mark)
        return super().construct_mapping(node, deep)


def load(text: str, kind: str) -> Any:
    """The text's value; Trouble("published.unreadable", kind=…, reason=…) with line and column of a fault.

    Refuses more than two million characters, more than twenty levels, and references (`*name`).
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
        if depth > DEEPEST or isinstance(event, yaml.AliasEvent):
            fault = "a reference" if depth <= DEEPEST else f"deeper than {DEEPEST} levels"
            line = event.start_mark.line + 1 if event.start_mark else 0
            raise _unreadable(kind, f"{fault} in line {line}")


def _unreadable(kind: str, reason: str) -> Trouble:
    return Trouble("published.unreadable", kind=kind, reason=reason)
