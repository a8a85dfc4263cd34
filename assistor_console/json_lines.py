"""Log records as lines of JSON; of an exception its kind and its place, never its words."""

import json
import logging
import os
from datetime import UTC, datetime
from traceback import extract_tb
from typing import Any


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
