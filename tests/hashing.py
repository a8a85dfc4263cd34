"""The weakest argon2id there is, for tests in which many passwords are chosen or guessed."""

import pytest
from argon2 import PasswordHasher

from assistor_console.services import passwords


@pytest.fixture
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords that are chosen in a test are hashed at little cost; how costly a hash is it says itself."""
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "HASHER", quick)
    monkeypatch.setattr(passwords, "_NOBODY", quick.hash("nobody has this one"))
