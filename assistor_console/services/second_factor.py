"""The time-based code (RFC 6238, six digits, 30 seconds): accepted once, one step either way."""

import re
from datetime import datetime

import pyotp

STEP_SECONDS = 30
ISSUER = "Assistor Console"
_SIX = re.compile(r"[0-9]{6}", re.ASCII)


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

    The step must be above `last_step`: a code is accepted once (NIST SP 800-63B 5.1.4.2).
    """
    if not _SIX.fullmatch(code):
        return None
    totp = pyotp.TOTP(secret)
    steps = [step_of(now) + drift for drift in (-1, 0, 1)]
    fitting = [s for s in steps if pyotp.utils.strings_equal(code, totp.at(s * STEP_SECONDS))]
    fresh = [s for s in fitting if s > last_step]
    return max(fresh) if fresh else None
