"""Logs as lines of JSON on the error stream; of an exception its kind and its place, never its words."""

import logging
import sys

from .. import crash
from ..json_lines import JsonLines

LOG = logging.getLogger(__name__)


def begin() -> None:
    """From here on everything that this process logs is written so; requests too."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("assistor_console").setLevel(logging.INFO)
    logging.raiseExceptions = False  # a log that cannot be written keeps nobody from working
    crash.watch(lambda bug: LOG.error("nobody caught it", exc_info=bug))
