"""Passwords: argon2id, RFC 9106's second recommended profile; and the rules by which one is chosen."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from ..domain import passwords as rules
from ..domain.policy import Policy
from ..published.common_passwords import common_passwords

HASHER = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=4)

# Compared with when nobody has the staff ID, so that an unknown one costs the same time.
_NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$q3GKqnZg7jmtjDI8qKM4MQ$s6IVFrGCBhBLHmy3YunB+8+N08sKc34BDmvLuP2lrEY"


def hashed(password: str) -> str:
    """The argon2id hash that rests of a password in its normal form."""
    return HASHER.hash(rules.normal(password))


def matches(password: str, kept: str | None) -> bool:
    """Whether a password is the one hashed; as slow for no hash as for a wrong one."""
    normal = rules.normal(password)
    if _verified(normal, kept):
        return True
    # Hashes that are older than the normal form are of what was typed.
    return normal != password and _verified(password, kept)


def _verified(text: str, kept: str | None) -> bool:
    try:
        return HASHER.verify(kept or _NOBODY, text) and bool(kept)
    except (VerificationError, InvalidHashError):
        return False


def refuse_weak(password: str, chooser: rules.Chooser, policy: Policy) -> None:
    """Refused("password.…") for a password that policy and the rules do not let this person choose."""
    rules.check(password, chooser, policy.staff_password_least, common_passwords())
