"""Names of Secure Access accounts."""

import re
from collections.abc import Callable

from .errors import refused
from .names import canonical_name

_LETTERS = 12
_RULE = re.compile(r"[a-z][a-z0-9]{3,31}")


def suggest_username(name: str, control: str, below: Callable[[int], int]) -> str:
    """An account name from a name on record: initial, surname, two digits ("mquintero47").

    At most twelve letters before the digits. `below(n)` is a random number under n. If taken, ask again.
    """
    surname, _, given = canonical_name(name, control).partition(", ")
    letters = "".join(c for c in (given[:1] + surname).lower() if "a" <= c <= "z")[:_LETTERS]
    return f"{letters if len(letters) > 1 else 'user' + letters}{below(10)}{below(10)}"


def read_username(text: str) -> str:
    """What was typed as an account name: small letters, without the spaces around."""
    return text.strip().lower()


def check_username(username: str) -> None:
    """Refused("username.form") unless it is 4 to 32 small letters and digits, beginning with a letter."""
    if not _RULE.fullmatch(username):
        raise refused("username.form", example="mquintero47")
