"""Logs as lines of JSON on the error stream; of an exception its kind and its place, never its words."""

import json
import logging
import os
import sys
from datetime import UTC, datetime
from traceback import extract_tb
from typing import Any

from .. import crash

LOG = logging.getLogger(__name__)


class JsonLines(logging.Formatter):
    """One line a record: `time` (UTC), `level`, `process`, `said`, and the `fields` it was given."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "process": os.getpid(),
            "said": record.getMessage(),
        }
        line |= getattr(record, "fields", {})
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__name__
            frames = extract_tb(record.exc_info[2])
            line["at"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        return json.dumps(line, ensure_ascii=False)


def begin() -> None:
    """From here on everything that this process logs is written so; requests too."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("assistor_console").setLevel(logging.INFO)
    logging.raiseExceptions = False  # a log that cannot be written keeps nobody from working
    crash.watch(lambda bug: LOG.error("nobody caught it", exc_info=bug))
