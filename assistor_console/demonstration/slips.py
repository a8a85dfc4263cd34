"""Reading the continuation code off a printed slip, as the caller does."""

import re
from pathlib import Path

from PySide6.QtPdf import QPdfDocument

from ..domain.errors import Trouble

_CODE = re.compile(r"^\s*([0-9A-Z]{4,5}(?: [0-9A-Z]{4,5}){2})\s*$", re.MULTILINE)


def continuation_code(slip: Path) -> str:
    """The code on a slip; Trouble("demo.stuck") where the page has none."""
    document = QPdfDocument()
    document.load(str(slip))
    found = _CODE.search(document.getAllText(0).text())
    document.close()
    if found is None:
        raise Trouble("demo.stuck", what=f"the code on {slip.name}")
    return found[1]
