"""Boxes that other widgets stand in."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from .label import Label


class Panel(QFrame):
    """A box of the style sheet.

    `kind`: panel (white, round), well (sunk), header, footer, left, right, pane, page, bar, none. Things
    added to `body` stand below each other. `title` adds a heading, `note` soft text at its right.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        kind: str = "panel",
        title: str = "",
        note: str = "",
        padding: int = 24,
        spacing: int = 12,
        across: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.body: QBoxLayout = QHBoxLayout(self) if across else QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(spacing)
        self.title = Label(self, text=title, size=17, strong=True)
        self.note = Label(self, text=note, size=13, tone="soft", align=Qt.AlignmentFlag.AlignRight)
        self.title.setVisible(bool(title))
        self.note.setVisible(bool(note))
        if title:
            self.body.addLayout(row(self.title, None, self.note))


class Rule(QFrame):
    """A thin line between things."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rule")
        self.setFixedHeight(1)


def row(*things: QWidget | QLayout | int | None, spacing: int = 8) -> QHBoxLayout:
    """Things beside each other; a number is room in pixels, None takes what is left."""
    layout = QHBoxLayout()
    _fill(layout, things, spacing)
    return layout


def column(*things: QWidget | QLayout | int | None, spacing: int = 8) -> QVBoxLayout:
    """Things below each other; a number is room in pixels, None takes what is left."""
    layout = QVBoxLayout()
    _fill(layout, things, spacing)
    return layout


def _fill(layout: QBoxLayout, things: Iterable[QWidget | QLayout | int | None], spacing: int) -> None:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for thing in things:
        if thing is None:
            layout.addStretch(1)
        elif isinstance(thing, int):
            layout.addSpacing(thing)
        elif isinstance(thing, QLayout):
            layout.addLayout(thing)
        else:
            layout.addWidget(thing)


def scrolled(content: QWidget, parent: QWidget | None = None) -> QScrollArea:
    """Content that scrolls up and down when there is too little room; it never scrolls sideways."""
    content.setProperty("kind", content.property("kind") or "scrolled")
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


def empty(layout: QLayout) -> None:
    """Takes everything out of a layout and lets it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            empty(inner)
