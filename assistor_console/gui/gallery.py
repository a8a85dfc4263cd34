"""Every component on one page: `python -m assistor_console.gui.gallery OUT.png [SCHEME]`."""

import os
import sys
from collections.abc import Sequence

import shiboken6
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QLayout, QVBoxLayout, QWidget

from ..domain.terms import State
from .fonts import load
from .style import wear, worn
from .texts import Say
from .theme import Scheme, Tone, theme_of
from .widgets.button import Button
from .widgets.clocks import Mood, QuestionClock
from .widgets.editors import DateEdit, LineEdit, MoneyEdit
from .widgets.field import Field
from .widgets.focus import FocusRing
from .widgets.label import Label
from .widgets.marks import Chip
from .widgets.notices import Banner, EmptyState
from .widgets.panel import Panel, row
from .widgets.states import state_words

SWATCHES = (
    "ink",
    "soft",
    "ctl",
    "line",
    "panel",
    "sunk",
    "bg",
    "tint",
    "accent",
    "focus",
    "ok",
    "warn",
    "bad",
)


class Swatch(QLabel):
    """A colour and its name."""

    def __init__(self, token: str, parent: QWidget | None = None) -> None:
        super().__init__(token, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def sizeHint(self) -> QSize:
        """A box with a word below."""
        return QSize(46, 56)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the box."""
        theme, painter = worn(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("ctl"), 1))
        painter.setBrush(theme.colour(self.text()))
        painter.drawRoundedRect(QRectF(0.5, 0.5, 44, 32), 6, 6)
        painter.setPen(theme.colour("soft"))
        painter.setFont(theme.font(13))
        painter.drawText(QRectF(0, 36, 46, 18), 0x84, self.text())


class Gallery(QWidget):
    """The components in the scheme that is worn."""

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._say = say
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 16, 24, 12)
        self._column.setSpacing(4)
        scheme = worn().scheme
        head = row(
            Label(text="Components", size=20, strong=True), None, Label(text=scheme.title(), tone="soft")
        )
        self._column.addLayout(head)
        self._column.addLayout(row(*(Swatch(token) for token in SWATCHES), None, spacing=6))
        self._add("Buttons", row(*self._buttons(), None))
        self._add("Fields", self._fields())
        self._add("Case states: word, icon and tone", self._chips())
        self._add("Banners: always with an icon, a sentence and what to do", *self._banners())
        self._add("Clocks", *self._clocks())
        self._add("Empty, loading, failed", self._states())
        self._column.addStretch(1)

    def _add(self, title: str, *things: QLayout | QWidget) -> None:
        self._column.addSpacing(3)
        self._column.addWidget(Label(text=title, size=13, strong=True, tone="soft"))
        for thing in things:
            if isinstance(thing, QLayout):
                self._column.addLayout(thing)
            else:
                self._column.addWidget(thing)

    def _buttons(self) -> list[Button]:
        self.focused = Button(text="Focused", kind="primary")
        disabled = Button(text="Disabled")
        disabled.setEnabled(False)
        return [
            Button(text="Record", kind="primary", key="Return"),
            self.focused,
            Button(text="Repeat", key="F2"),
            Button(text="Not verified", kind="danger"),
            disabled,
        ]

    def _fields(self) -> QLayout:
        kinds = (LineEdit, MoneyEdit, DateEdit, LineEdit)
        rest, self.money, wrong, fixed = (kind(size="small") for kind in kinds)
        rest.set_value("Fresno")
        self.money.set_value("6214")
        wrong.setText("13/40/2017")
        fixed.set_value("EP-17-004182")
        fixed.setReadOnly(True)
        error = Field(label="Error", editor=wrong)
        error.set_problem(self._say("editors.no_such_date"))
        return row(
            Field(label="At rest", editor=rest, hint="Hint under the field"),
            Field(label="Focus", editor=self.money, hint="Ring 3 px, gap 1 px"),
            error,
            Field(label="Read only", editor=fixed, hint="Can be copied"),
            spacing=12,
        )

    def _chips(self) -> QLayout:
        grid = QVBoxLayout()
        grid.setSpacing(6)
        states = list(State)
        for start in range(0, len(states), 5):
            chips = (state_words(state, self._say) for state in states[start : start + 5])
            grid.addLayout(row(*(Chip(text=word, icon=icon, tone=tone) for word, icon, tone in chips), None))
        return grid

    def _banners(self) -> list[Banner]:
        looking = "K. Alvarado opened this case at 4:10 PM. You can read it; saving will ask first."
        away = "Keep talking and typing. Everything is kept here and sent when it is back."
        changed = "Your note is kept below. Read the change, then save again."
        return [
            Banner(tone=Tone.INFO, title="Someone else is looking", text=looking),
            Banner(tone=Tone.WARN, title="The desk does not answer", text=away, button="Try now"),
            Banner(
                tone=Tone.BAD,
                title="Not saved: another supervisor changed this case",
                text=changed,
                button="Show change",
            ),
            Banner(
                tone=Tone.OK,
                title="Letter run LR-17-0091 reconciled",
                text="640 queued, 640 printed, 640 mailed.",
            ),
        ]

    def _clocks(self) -> list[QLayout]:
        clocks = [self._clock(left, mood) for left, mood in zip((84, 24, 52, 52, 0), Mood, strict=True)]
        return [row(*clocks[:4]), row(*clocks[4:], None)]

    def _clock(self, left: int, mood: Mood) -> Panel:
        clock = QuestionClock(self._say, size=30)
        clock.show_time(left, 120, mood)
        return _boxed(clock)

    def _states(self) -> QLayout:
        grid = QGridLayout()
        grid.setSpacing(8)
        states = (
            EmptyState(title="Nothing waits here", text="New cases appear by themselves."),
            EmptyState(icon="spinner", title="Looking for times", text="Shown after 300 ms, never sooner."),
            EmptyState(
                icon="warning-circle",
                title="Could not read the queue",
                text="Error A7F2. Press F5 to try again.",
                tone="bad",
            ),
        )
        for place, state in enumerate(states):
            grid.addWidget(_boxed(state), 0, place)
        return grid


def _boxed(widget: QWidget) -> Panel:
    box = Panel(padding=12)
    box.body.addWidget(widget)
    return box


def saved(path: str) -> bool:
    """Paints the gallery in the scheme that is worn and saves it; whether that went well."""
    gallery = Gallery(Say())
    gallery.resize(760, 1100)
    gallery.show()
    rings = [FocusRing(gallery, pinned=widget) for widget in (gallery.focused, gallery.money)]
    QApplication.processEvents()
    went_well = all(ring.isVisible() for ring in rings) and gallery.grab().save(path)
    shiboken6.delete(gallery)  # before the application, which does not mind the order
    return went_well


def main(arguments: Sequence[str]) -> int:
    """Saves the picture; returns the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    load()
    wear(application, theme_of(Scheme(arguments[1] if len(arguments) > 1 else "light")))
    return 0 if saved(arguments[0]) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
