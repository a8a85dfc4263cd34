"""Checkpoints of a trail in files: what a desk wrote down, a console kept, an export ends with."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..domain.errors import Trouble

WITHIN = ("checkpoint", "newest")
"""Where an export and the description of a copy have theirs."""
MOST = 1_000_000

_DIGEST = re.compile("[0-9a-f]{64}")


def checkpoints_in(file: Path, realm: str) -> list[tuple[int, str]]:
    """Number and digest of every checkpoint in a file, or of the last MOST; of a console's file those of this
    realm's desks.

    Raises Trouble: audit.unreadable, audit.no_checkpoint.
    """
    try:
        content = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as failed:
        reason = getattr(failed, "strerror", None) or type(failed).__name__
        raise Trouble("audit.unreadable", file=str(file), reason=reason) from failed
    found = [each for value in _values(content, file) for each in _within(value, realm)]
    if not found:
        raise Trouble("audit.no_checkpoint", file=str(file))
    return found[-MOST:]


def _values(content: str, file: Path) -> Iterator[Any]:
    """The one value of a file, or that of each line."""
    try:
        yield json.loads(content)
        return
    except ValueError:
        pass
    for number, line in enumerate(content.splitlines(), 1):
        try:
            yield json.loads(line)
        except ValueError as failed:
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
