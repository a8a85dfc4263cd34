"""The colours and text size a person chose at this console, kept in its data folder over a restart."""

import json
from pathlib import Path

from ..gui.theme import Scheme, Theme
from ..small_files import read_small

FILE = "look.json"
_LONGEST = 1_000
"""Bytes of it."""
LEAST, MOST = 1.0, 2.0
"""Text sizes the console offers, as parts of the drawn size."""


def remember(folder: Path, theme: Theme) -> None:
    """Keeps what is worn; a folder that cannot be written to keeps nothing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / FILE).write_text(json.dumps({"scheme": theme.scheme.value, "scale": theme.scale}), "utf-8")
    except OSError:
        return


def remembered(folder: Path) -> tuple[Scheme | None, float]:
    """The colours and the text size that were chosen last; (None, 1.0) where nothing fit to read is kept."""
    try:
        kept = json.loads(read_small(folder / FILE, _LONGEST))
        scheme, scale = Scheme(kept["scheme"]), float(kept["scale"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None, LEAST
    return scheme, scale if LEAST <= scale <= MOST else LEAST
