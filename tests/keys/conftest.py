"""Filled desks, and a keyring of the tests' own."""

from collections.abc import Callable, Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend

from assistor_console.store import key_source
from tests.keys.filled import filled_url as filled_url
from tests.keys.filled import url as url

Use = Callable[[KeyringBackend], KeyringBackend]


@pytest.fixture
def use_keyring() -> Iterator[Use]:
    """Puts in a keyring until the test is over."""
    before = keyring.get_keyring()

    def use(backend: KeyringBackend) -> KeyringBackend:
        keyring.set_keyring(backend)
        return backend

    yield use
    keyring.set_keyring(before)


@pytest.fixture
def no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    """This process was started without a key and has taken none."""
    monkeypatch.setattr(key_source, "_TAKEN", {})
