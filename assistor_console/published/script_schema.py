"""The JSON Schema of scripts, for editors that complete and explain while somebody writes.

`python -m assistor_console.published.script_schema [FILE]` writes it.
"""

import json
import sys
from pathlib import Path

from .script_form import schema

COMMITTED = "resources/scripts/script.schema.json"


def text() -> str:
    """The schema as it lies in the repository."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def main(arguments: list[str]) -> int:
    """Writes the file named, or the committed one."""
    Path(*arguments[:1] or [COMMITTED]).write_text(text(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
