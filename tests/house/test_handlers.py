"""Every request has one handler: its name in snake case, in the service module named as its requests'."""

import pytest

from assistor_console.app import SERVICES
from assistor_console.desk.pipeline import Handler, handlers
from assistor_console.requests.base import Reply, Request
from assistor_console.requests.wire import kinds

FOUND = handlers(SERVICES)


def module_of(thing: type[Request[Reply]] | Handler) -> str:
    """The last part of a module's name."""
    return thing.__module__.rsplit(".", 1)[-1]


@pytest.mark.parametrize("kind", list(kinds()), ids=lambda kind: kind.__name__)
def test_a_handler_is_found_by_the_name_of_its_request(kind: type[Request[Reply]]) -> None:
    handler = FOUND[kind]
    assert handler.__name__ == kind.act()
    assert module_of(handler) == module_of(kind)


def test_no_handler_is_left_over() -> None:
    assert set(FOUND) == set(kinds())
