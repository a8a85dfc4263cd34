"""Passwords: argon2id, RFC 9106's second recommended profile."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

HASHER = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=4)

# Compared with when nobody has the staff ID, so that an unknown one costs the same time.
_NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$q3GKqnZg7jmtjDI8qKM4MQ$s6IVFrGCBhBLHmy3YunB+8+N08sKc34BDmvLuP2lrEY"


def hashed(password: str) -> str:
    """The argon2id hash that rests of a password."""
    return HASHER.hash(password)


def matches(password: str, kept: str | None) -> bool:
    """Whether a password is the one hashed; as slow for no hash as for a wrong one."""
    try:
        return HASHER.verify(kept or _NOBODY, password) and kept is not None
    except (VerificationError, InvalidHashError):
        return False
