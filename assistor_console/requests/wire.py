"""How requests are found by name, and how they look on the wire."""

from collections.abc import Iterator
from importlib import import_module

from .base import Reply, Request

MODULES = (
    "sign_in",
    "staff",
    "intake",
    "interview",
    "accounts",
    "appointments",
    "visits",
    "letters",
    "review",
    "operate",
)


def kinds() -> Iterator[type[Request[Reply]]]:
    """Every concrete request: one that declares `allow`."""
    for name in MODULES:
        module = import_module(f"{__package__}.{name}")
        for thing in vars(module).values():
            if isinstance(thing, type) and issubclass(thing, Request) and _declared(thing, module.__name__):
                yield thing


def _declared(kind: type[Request[Reply]], module: str) -> bool:
    return kind.__module__ == module and "allow" in vars(kind)


def path(kind: type[Request[Reply]]) -> str:
    """Where a request goes on the wire: /v1/area/act."""
    return f"/v1/{kind.__module__.rsplit('.', 1)[-1]}/{kind.act()}"
