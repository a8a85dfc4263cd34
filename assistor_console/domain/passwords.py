"""What somebody may choose as a password (NIST SP 800-63B-4, 3.1.1.2).

Long rather than mixed: there are no rules of composition and no expiry. A refusal says its reason. Refused
is what others try first: common passwords and single words, what is known of the person and the service,
repetitions and sequences. A word or pattern is refused where what stands beside it would be too short alone.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from unicodedata import normalize

from .errors import refused

MOST = 256
"""Code points; NIST asks for at least 64."""
_SERVICE = ("assistor", "console", "eservices", "secureaccess", "internalrevenue", "taxpayer", "treasury")
_SHORT = ("irs", "tac")
"""Too short to be looked for within other words."""
_TELLING = 4
"""Letters of a name's part that are looked for within a password."""
_TRACKS = (
    *("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"),
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
)
"""The alphabet, the digits, the rows and columns of a keyboard."""
_FORWARD = frozenset(track[at : at + 2] for track in _TRACKS for at in range(len(track) - 1))
_NEXT = _FORWARD | {pair[::-1] for pair in _FORWARD}
_RUN = 4
"""A password whose runs are this long on average is one character after the other."""
_LOOKALIKES = tuple(str.maketrans("@013457$!", f"ao{one}eastsi") for one in "li")
_ENDS = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_BREAKS = re.compile(r"[\W_]+")
_NO_LETTERS = re.compile(r"[\W\d_]+")


@dataclass(frozen=True, slots=True)
class Chooser:
    """Who chooses a password, and what it replaces ("" for nothing)."""

    staff_id: str
    name: str
    current: str = ""


def normal(password: str) -> str:
    """A password as it is counted, compared and hashed: Unicode's NFKC, the same from every keyboard."""
    return normalize("NFKC", password)


def check(password: str, chooser: Chooser, least: int, common: Container[str]) -> None:
    """Raises Refused: password.short, password.long, password.same, password.repeated, password.context or
    password.common. `least` is policy's, in code points; `common` holds passwords and words in lower case."""
    text = normal(password)
    if len(text) < least:
        raise refused("password.short", least=least)
    if len(text) > MOST:
        raise refused("password.long", most=MOST)
    if text == normal(chooser.current):
        raise refused("password.same")
    folded = text.casefold()
    if _is_repeated(folded, least) or _is_sequence(folded):
        raise refused("password.repeated")
    if word := _telling(folded, chooser):
        raise refused("password.context", word=word)
    if any(core in common for core in _cores(folded, least)):
        raise refused("password.common")


def _is_repeated(text: str, least: int) -> bool:
    """Whether it is a pattern that alone would be too short, over and over."""
    longest = min(least - 1, len(text) // 2)
    return any(text[period:] == text[:-period] for period in range(1, longest + 1))


def _is_sequence(text: str) -> bool:
    """Whether nearly every character is the one before it again, or its neighbour."""
    pairs = [text[at : at + 2] for at in range(len(text) - 1)]
    runs = 1 + sum(pair[0] != pair[1] and pair not in _NEXT for pair in pairs)
    return runs * _RUN <= len(text)


def _telling(text: str, chooser: Chooser) -> str:
    """What of the person or the service stands in it, or ""."""
    name = normal(chooser.name).casefold()
    parts = [part for part in (*_BREAKS.split(name), _BREAKS.sub("", name)) if len(part) >= _TELLING]
    squeezed = [_BREAKS.sub("", reading) for reading in _readings(text)]
    if chooser.staff_id in squeezed[0]:
        return chooser.staff_id
    alone = {short for short in _SHORT for reading in _readings(text) if short in _NO_LETTERS.split(reading)}
    found = [word for word in (*parts, *_SERVICE) if any(word in reading for reading in squeezed)]
    return next(iter([*found, *sorted(alone)]), "")


def _cores(text: str, least: int) -> Iterator[str]:
    """What is left without digits and signs around it, in every reading; the whole too."""
    yield text
    stripped = {_ENDS.sub("", text), text.rstrip("0123456789!?.*#"), text}
    for core in stripped:
        if len(text) - len(core) < least:
            for reading in _readings(core):
                yield reading
                yield _BREAKS.sub("", reading)


def _readings(text: str) -> tuple[str, ...]:
    """The text, and with the digits and signs that stand for letters read as those."""
    return text, *(text.translate(table) for table in _LOOKALIKES)
