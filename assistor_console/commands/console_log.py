"""The log of a console: a file beside its data. What a person must know is said in the window."""

import logging
import os
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from ..json_lines import JsonLines

NAME, BEFORE = "console.log", "console.log.1"
MOST = 1_000_000
"""A file of more bytes is put aside when a console starts; one such is kept."""


def begin(folder: Path) -> None:
    """From here on this process logs into the folder, one line of JSON a record, and nothing on its streams.

    Where no file can be written nothing is logged: a log keeps nobody from working.
    """
    logging.raiseExceptions = False
    try:
        handler: logging.Handler = _Owned(_file(folder), encoding="utf-8", delay=True)
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)


def _file(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = folder / NAME
    if file.exists() and file.stat().st_size > MOST:
        file.replace(folder / BEFORE)
    return file


class _Owned(logging.FileHandler):
    """A file that its owner alone may read; one that cannot be opened ends nothing."""

    def emit(self, record: logging.LogRecord) -> None:
        """Writes the line."""
        with suppress(OSError):
            super().emit(record)

    def _open(self) -> "TextIOWrapper[Any]":
        return TextIOWrapper(
            open(self.baseFilename, "ab", opener=lambda path, flags: os.open(path, flags, 0o600)),
            encoding=self.encoding,
        )
