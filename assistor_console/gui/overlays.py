"""Things that lie over the window for a moment without blocking it: keys, commands, display."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QVBoxLayout, QWidget

from .texts import Say
from .theme import Scheme, Theme
from .widgets.button import Button
from .widgets.editors import LineEdit
from .widgets.inputs import Segmented
from .widgets.label import Label
from .widgets.marks import KeyCap
from .widgets.offers import Offer, OfferButton
from .widgets.panel import column, row

SCALES = (("1", "100 %"), ("1.25", "125 %"), ("1.5", "150 %"), ("2", "200 %"))
SHOWN = 9


class Overlay(QFrame):
    """A panel over the window. Escape closes it and gives the focus back to where it was."""

    def __init__(self, window: QWidget, title: str, close: str, width: int) -> None:
        super().__init__(window)
        self._before: QWidget | None = QApplication.focusWidget()
        self.setProperty("kind", "overlay")
        self.setAccessibleName(title)
        self.setFixedWidth(min(width, window.width() - 48))
        self.close_button = Button(self, text=close, key="Esc", height=32, kind="plain")
        self.close_button.clicked.connect(self.dismiss)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 16, 24, 24)
        self.body.setSpacing(12)
        self.body.addLayout(row(Label(self, text=title, size=17, strong=True), None, self.close_button))

    def present(self, focus: QWidget | None = None) -> None:
        """Shows it in the upper middle of the window."""
        parent = self.parentWidget()
        assert parent is not None
        self.adjustSize()
        self.move((parent.width() - self.width()) // 2, max(56, (parent.height() - self.height()) // 4))
        self.show()
        self.raise_()
        (focus or self.close_button).setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Closes it and gives the focus back."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)


class KeysOverlay(Overlay):
    """Every key that works on the page (F1)."""

    def __init__(self, window: QWidget, say: Say, acts: Sequence[QAction]) -> None:
        super().__init__(window, say("frame.keys_title"), say("widgets.close"), 720)
        grid, keyed = QGridLayout(), [act for act in acts if act.shortcut().toString()]
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        half = (len(keyed) + 1) // 2
        for number, act in enumerate(keyed):
            line, side = number % half, number // half * 2
            grid.addWidget(KeyCap(self, key=act.shortcut().toString()), line, side)
            grid.addWidget(Label(self, text=act.text(), wrap=True), line, side + 1)
        self.body.addLayout(grid)


class CommandPalette(Overlay):
    """Every act of the page, found by typing part of its name (Ctrl+K)."""

    def __init__(self, window: QWidget, say: Say, acts: Sequence[QAction]) -> None:
        super().__init__(window, say("frame.palette_title"), say("widgets.close"), 560)
        self._acts, self._found, self._at = list(acts), list[QAction](), 0
        self._edit = LineEdit(self, name=say("frame.palette_title"))
        self._none = Label(self, text=say("frame.palette_none"), tone="soft")
        self._list = column(spacing=2)
        self._edit.textChanged.connect(self._on_typed)
        self._edit.returnPressed.connect(self._on_enter)
        self._edit.installEventFilter(self)
        self.body.addWidget(self._edit)
        self.body.addLayout(self._list)
        self.body.addWidget(self._none)
        self._rows = [self._row(place) for place in range(SHOWN)]
        self._on_typed("")

    def focus(self) -> QWidget:
        """Where typing begins."""
        return self._edit

    def _row(self, place: int) -> "_Command":
        line = _Command(self)
        line.clicked.connect(lambda: self._run(place))
        self._list.addWidget(line)
        return line

    def _on_typed(self, typed: str) -> None:
        wanted = typed.casefold().split()
        usable = [act for act in self._acts if act.isEnabled() and act.isVisible()]
        self._found = [act for act in usable if all(word in act.text().casefold() for word in wanted)]
        self._point(0)

    def _point(self, at: int) -> None:
        shown = self._found[:SHOWN]
        self._at = min(max(0, at), max(0, len(shown) - 1))
        for place, line in enumerate(self._rows):
            line.setVisible(place < len(shown))
            if place < len(shown):
                line.show_act(shown[place], place == self._at)
        self._none.setVisible(not shown)
        self._edit.setAccessibleDescription(shown[self._at].text() if shown else self._none.text())
        self.adjustSize()

    def _on_enter(self) -> None:
        if self._found:
            self._run(self._at)

    def _run(self, place: int) -> None:
        act = self._found[place]
        self.dismiss()
        act.trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down move through the list while the focus stays in the line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                self._point(self._at + step)
                return True
        return False


class _Command(OfferButton):
    """One command of the palette."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Offer("", ""), "arrow-right", parent)

    def show_act(self, act: QAction, pointed: bool) -> None:
        """Another act; `pointed` says that Enter would do it."""
        self.setText(act.text())
        self.show_offer(Offer("", act.text(), act.shortcut().toString()), pointed)


class DisplayOverlay(Overlay):
    """Colours and text size (F8). `changed(Theme)` comes with every choice."""

    changed = Signal(object)

    def __init__(
        self, window: QWidget, say: Say, theme: Theme, made: Callable[[Scheme, float], Theme]
    ) -> None:
        super().__init__(window, say("frame.display_title"), say("widgets.close"), 520)
        schemes = [(scheme.value, say(f"frame.scheme_{scheme}")) for scheme in Scheme]
        scheme_name, scale_name = say("frame.scheme"), say("frame.text_size")
        self._made = made
        self._scheme = Segmented(self, choices=schemes, value=theme.scheme, height=40, name=scheme_name)
        self._scale = Segmented(self, choices=SCALES, value=f"{theme.scale:g}", height=40, name=scale_name)
        for words, switch in ((scheme_name, self._scheme), (scale_name, self._scale)):
            self.body.addWidget(Label(self, text=words, size=13, strong=True, tone="soft"))
            self.body.addLayout(row(switch, None))
            switch.chosen.connect(self._on_chosen)

    def focus(self) -> QWidget:
        """Where choosing begins."""
        return self._scheme

    def _on_chosen(self) -> None:
        theme = self._made(Scheme(self._scheme.value()), float(self._scale.value()))
        self.changed.emit(theme)
        self.adjustSize()
