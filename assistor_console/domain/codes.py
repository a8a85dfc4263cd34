"""Secrets that are read out, mailed or printed: how they are made, and how what people type becomes them.

`below(n)` is a random number from 0 to n − 1 (`secrets.randbelow` outside tests); every code is uniform over
those that the rules allow.
"""

import re
from collections.abc import Callable

from .errors import refused

Below = Callable[[int], int]

PASSWORD_LETTERS = "CDFGHJKMNPQRTVWXY"
PASSWORD_DIGITS = "34679"
"""No O or 0, I, L or 1, S or 5, Z or 2, B or 8, which look alike; no vowels, so no words."""

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
RECOVERY_SYMBOLS = 12
_CHECK = 37
_LOOKALIKE = str.maketrans("OIL", "011")
_BREAKS = re.compile(r"[\s\-]+")


def temporary_password(length: int, below: Below) -> str:
    """A password of capital letters and digits, at least one of each, to be read out once."""
    alphabet = PASSWORD_LETTERS + PASSWORD_DIGITS
    while True:
        password = "".join(alphabet[below(len(alphabet))] for _ in range(length))
        digits = sum(c in PASSWORD_DIGITS for c in password)
        if 0 < digits < length:
            return password


def activation_code(digits: int, below: Below) -> str:
    """A code of digits for the letter; not one digit repeated, not a run up or down (12345678, 98765432)."""
    while True:
        code = "".join(str(below(10)) for _ in range(digits))
        steps = {(int(b) - int(a)) % 10 for a, b in zip(code, code[1:], strict=False)}
        if steps not in ({0}, {1}, {9}):
            return code


def continuation_code(bits: int, below: Below) -> str:
    """At least `bits` random bits in Crockford's base 32 with a check symbol that is a letter or digit.

    Without dashes; `grouped` adds them. Codes whose check symbol would be punctuation are drawn again.
    """
    symbols = -(-bits // 5)
    while True:
        number = below(32**symbols)
        if number % _CHECK < len(CROCKFORD):
            return _crockford(number, symbols) + CROCKFORD[number % _CHECK]


def grouped(code: str, size: int = 4, between: str = "-") -> str:
    """A code in groups: "R7KM-WD3H-PX9T"."""
    return between.join(code[i : i + size] for i in range(0, len(code), size))


def read_continuation(text: str, bits: int) -> str:
    """What was typed as a continuation code, in its own form: O is 0, I and L are 1, dashes do not count.

    Refused("code.continuation") where its length, a symbol or the check symbol is wrong.
    """
    code = _bare(text).translate(_LOOKALIKE)
    if len(code) != -(-bits // 5) + 1 or any(c not in CROCKFORD for c in code):
        raise refused("code.continuation")
    number = 0
    for symbol in code[:-1]:
        number = number * 32 + CROCKFORD.index(symbol)
    if CROCKFORD.index(code[-1]) != number % _CHECK:
        raise refused("code.continuation")
    return code


def recovery_code(below: Below) -> str:
    """60 random bits in Crockford's base 32; without dashes, `grouped` adds them."""
    return _crockford(below(32**RECOVERY_SYMBOLS), RECOVERY_SYMBOLS)


def read_recovery(text: str) -> str:
    """What was typed as a recovery code, in its own form, or "" where it can be none.

    O is 0, I and L are 1, dashes and case do not count.
    """
    if not text.isascii():
        return ""
    code = _bare(text).translate(_LOOKALIKE)
    return code if len(code) == RECOVERY_SYMBOLS and set(code) <= set(CROCKFORD) else ""


def read_activation(text: str, digits: int) -> str:
    """What was typed as an activation code; Refused("code.activation") unless that many digits."""
    code = _bare(text)
    if not re.fullmatch(rf"[0-9]{{{digits}}}", code):
        raise refused("code.activation", digits=digits)
    return code


def read_password(text: str) -> str:
    """What was typed as a temporary password: capitals, without spaces and dashes."""
    return _bare(text)


def _bare(text: str) -> str:
    return _BREAKS.sub("", text).upper()


def _crockford(number: int, symbols: int) -> str:
    return "".join(CROCKFORD[number >> 5 * place & 31] for place in reversed(range(symbols)))
