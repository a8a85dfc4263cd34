"""The weakest argon2id there is, for tests in which many passwords are chosen."""

import pytest
from argon2 import PasswordHasher

from assistor_console.services import passwords


@pytest.fixture
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords that are chosen in a test are hashed at little cost; how costly a hash is it says itself."""
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
