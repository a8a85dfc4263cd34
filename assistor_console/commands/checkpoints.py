"""Checkpoints of a trail in files: what a desk wrote down, a console kept, an export ends with."""

import json
import re
from collections import deque
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any, TextIO

from ..domain.errors import Trouble

WITHIN = ("checkpoint", "newest")
"""Where an export and the description of a copy have theirs."""
MOST = 1_000_000
WHOLE, LONGEST = 1_000_000, 100_000
"""So many characters may be one value over several lines; and so many one line, in a file of any length."""

_DIGEST = re.compile("[0-9a-f]{64}")


def checkpoints_in(file: Path, realm: str) -> list[tuple[int, str]]:
    """Number and digest of every checkpoint in a file, or of the last MOST; of a console's file those of this
    realm's desks.

    Raises Trouble: audit.unreadable, audit.no_checkpoint.
    """
    found: deque[tuple[int, str]] = deque(maxlen=MOST)
    try:
        with file.open(encoding="utf-8") as content:
            for value in _values(content, file):
                found.extend(_within(value, realm))
    except (OSError, UnicodeDecodeError) as failed:
        reason = getattr(failed, "strerror", None) or type(failed).__name__
        raise Trouble("audit.unreadable", file=str(file), reason=reason) from failed
    if not found:
        raise Trouble("audit.no_checkpoint", file=str(file))
    return list(found)


def _values(content: TextIO, file: Path) -> Iterator[Any]:
    """The one value of a file, or that of each line."""
    start = content.read(WHOLE + 1)
    if len(start) <= WHOLE:
        try:
            yield json.loads(start)
            return
        except (ValueError, RecursionError):
            pass
    content.seek(0)
    for number in count(1):
        line = content.readline(LONGEST + 1)
        if not line:
            return
        try:
            yield json.loads(line if len(line) <= LONGEST else "")
        except (ValueError, RecursionError) as failed:
            raise Trouble("audit.unreadable", file=str(file), reason=f"line {number}") from failed


def _within(value: Any, realm: str) -> Iterator[tuple[int, str]]:
    if not isinstance(value, dict):
        return
    here = [value, *(value.get(name) for name in WITHIN)]
    here += [each for name, each in value.items() if name.split(" ")[0] == realm]
    for each in here:
        number, digest = (each.get("number"), each.get("digest")) if isinstance(each, dict) else (None, None)
        if isinstance(number, int) and number > 0 and isinstance(digest, str) and _DIGEST.fullmatch(digest):
            yield number, digest
