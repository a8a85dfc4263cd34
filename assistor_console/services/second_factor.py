"""Second factors: whatever proves, beside the password, that its owner is here.

Each is accepted once. A further kind (a security key) is one more class here, named in `factors`.
"""

import re
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Protocol

import pyotp

from ..domain.codes import read_recovery
from ..store.people import Person
from ..store.store import Store

STEP_SECONDS = 30
ISSUER = "Assistor Console"
_SIX = re.compile(r"[0-9]{6}", re.ASCII)

UseUp = Callable[[], None]
"""Makes what was accepted worthless: called once its sender is let in, in the same transaction."""


class SecondFactor(Protocol):
    """One kind of second factor."""

    def accepted(self, person: Person, given: str, at: datetime) -> UseUp | None:
        """How to use up what this person gave, None where it proves nothing. Looks, and changes nothing."""
        ...


class AuthenticatorApp:
    """The time-based code (RFC 6238, six digits, 30 seconds): accepted once, one step either way."""

    def __init__(self, store: Store) -> None:
        self._people = store.people

    def accepted(self, person: Person, given: str, at: datetime) -> UseUp | None:
        """For the code of a step later than the last one used."""
        step = matched_step(person.totp, given.replace(" ", ""), at, person.last_step)
        return None if step is None else partial(self._people.used_step, person.id, step)


class RecoveryCodes:
    """Codes made at enrolment, for who has not the app at hand."""

    def __init__(self, store: Store) -> None:
        self._codes = store.recovery_codes

    def accepted(self, person: Person, given: str, at: datetime) -> UseUp | None:
        """For a code of this person that was never used."""
        found = self._codes.unused(person.id, read_recovery(given))
        return None if found is None else partial(self._codes.use, found, at)


def factors(store: Store) -> tuple[SecondFactor, ...]:
    """Every kind that signs in."""
    return AuthenticatorApp(store), RecoveryCodes(store)


def accepted(store: Store, person: Person, given: str, at: datetime) -> UseUp | None:
    """How to use up what was given, None where no factor accepts it; each is asked, whatever others say."""
    told = [factor.accepted(person, given, at) for factor in factors(store)]
    return next((use_up for use_up in told if use_up), None)


def new_secret() -> str:
    """A fresh base 32 secret of 160 bits."""
    return pyotp.random_base32()


def uri(secret: str, staff_id: str, name: str) -> str:
    """What an authenticator app reads from the QR code."""
    return pyotp.TOTP(secret).provisioning_uri(name=f"{name} {staff_id}", issuer_name=ISSUER)


def code_at(secret: str, now: datetime) -> str:
    """The code for this moment."""
    return pyotp.TOTP(secret).at(step_of(now) * STEP_SECONDS)


def step_of(now: datetime) -> int:
    """The time step of a moment."""
    return int(now.timestamp()) // STEP_SECONDS


def matched_step(secret: str, code: str, now: datetime, last_step: int) -> int | None:
    """The step a code belongs to, None for a wrong, malformed or used one; every step is compared.

    The step must be above `last_step`: a code is accepted once (NIST SP 800-63B 5.1.4.2). No secret ("")
    accepts nothing.
    """
    if not secret or not _SIX.fullmatch(code):
        return None
    totp = pyotp.TOTP(secret)
    steps = [step_of(now) + drift for drift in (-1, 0, 1)]
    fitting = [s for s in steps if pyotp.utils.strings_equal(code, totp.at(s * STEP_SECONDS))]
    fresh = [s for s in fitting if s > last_step]
    return max(fresh) if fresh else None
