"""Where in a YAML text something stands: line and column of each place as its author names it.

Places are named as `domain.faults` says: keys joined by points, a row of a list by its id, reason or escape.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

NAMES = ("id", "reason", "escape")
"""What names a row of a list."""

Spot = tuple[int, int]
"""Line and column, both from one."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The spots of a text by place."""

    spots: dict[str, Spot]

    def find(self, where: str) -> Spot:
        """The spot of a place, or of what it would stand in."""
        while where and where not in self.spots:
            where = where[: max(where.rfind("."), where.rfind("["), 0)]
        return self.spots.get(where, (1, 1))


def marks(text: str) -> Marks:
    """The spots of a text that `yaml_text.load` accepts."""
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    return Marks(dict(_spots("", node)) if node is not None else {})


def _spots(where: str, node: yaml.Node) -> Iterator[tuple[str, Spot]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            place = f"{where}.{key.value}" if where else str(key.value)
            yield place, _spot(key)
            yield from _spots(place, value)
    elif isinstance(node, yaml.SequenceNode):
        places = row_names(where, [_name(row) for row in node.value])
        for place, row in zip(places, node.value, strict=True):
            yield place, _spot(row)
            yield from _spots(place, row)


def row_names(where: str, names: Sequence[str]) -> list[str]:
    """The places of a list's rows; a row without a name has its number."""
    seen, places = Counter[str](), list[str]()
    for number, name in enumerate(names, 1):
        seen[name] += 1
        again = f"[{seen[name]}]" if seen[name] > 1 else ""
        places.append(f"{where}.{name}{again}" if name else f"{where}[{number}]")
    return places


def _name(row: yaml.Node) -> str:
    pairs = row.value if isinstance(row, yaml.MappingNode) else []
    named = {key.value: value.value for key, value in pairs if isinstance(value, yaml.ScalarNode)}
    return next((str(named[name]) for name in NAMES if name in named), "")


def _spot(node: yaml.Node) -> Spot:
    return node.start_mark.line + 1, node.start_mark.column + 1
