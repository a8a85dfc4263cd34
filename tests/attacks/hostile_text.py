"""Texts that somebody might type into a field to break what reads it, each with a mark to look for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget

MARK = "zq7hostile7qz"
HOSTILE = {
    "sql": f"'; drop table cases; -- {MARK}",
    "sql of another quote": f'"); delete from audit where "{MARK}" = "{MARK}',
    "html": f"<img src='file:///etc/passwd' onerror=alert(1)>{MARK}</b>",
    "entity": f"&lt;b&gt;{MARK}&#0;&amp",
    "format": f"{MARK} {{0}} {{password}} {{}} %s %(token)s %n $name ${{name}}",
    "formula": f"=cmd|' /C calc'!A0 {MARK}",
    "nul": f"{MARK}\0b",
    "line ends": f"{MARK}\r\nSet-Cookie: a\n\t\x1b[31m\x07\u2028",
    "bidi": f"{MARK}\u202eabc\u2066\u200f",
    "zero width": f"{MARK}\u200bb\ufeff\u200d\u2060",
    "homoglyph": f"{MARK} \u0410n\u0430 \uff21\uff11",
    "emoji": MARK + "😀" * 60,
    "combining": MARK + "e" + "\u0301" * 100,
    "surrogate": f"{MARK}\ud800",
    "long": MARK + "x" * 1_000_000,
}


def shown(root: QWidget) -> set[str]:
    """Every text of labels and cells; AssertionError for a label that would draw HTML."""
    said = set()
    for label in root.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
        said.add(label.text())
    for view in root.findChildren(QAbstractItemView):
        if (model := view.model()) is not None:
            cells = [model.index(r, c) for r in range(model.rowCount()) for c in range(model.columnCount())]
            said |= {str(model.data(cell)) for cell in cells}
    return said
