"""The weakest argon2id there is: a test that wants the desk's own cost says so with `dear_hashes`."""

from functools import cache

import pytest
from argon2 import PasswordHasher

from assistor_console.services import passwords


@cache
def _quick() -> tuple[PasswordHasher, str]:
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    return quick, quick.hash("nobody has this one")


def make_quick(patch: pytest.MonkeyPatch) -> None:
    """Passwords are hashed at little cost from now on; how costly a hash is it says itself."""
    hasher, nobody = _quick()
    patch.setattr(passwords, "HASHER", hasher)
    patch.setattr(passwords, "_NOBODY", nobody)
