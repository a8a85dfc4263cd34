"""Progress of something long, with Cancel; it does not show before 300 ms have passed."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ..texts import Say
from .button import Button
from .clocks import Bar
from .label import Label
from .panel import row

PATIENCE_MS = 300


class Progress(QFrame):
    """Lies over its window without blocking it. `cancelled()` says that the person wants it stopped."""

    cancelled = Signal()

    def __init__(self, say: Say, parent: QWidget) -> None:
        super().__init__(parent)
        self._say = say
        self.setProperty("kind", "overlay")
        self._title = Label(self, size=17, strong=True, wrap=True)
        self._words = Label(self, size=13, tone="soft", wrap=True)
        self._bar = Bar(self)
        self.cancel = Button(self, text=say("widgets.cancel"), key="Esc")
        self.cancel.clicked.connect(self._on_cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        for widget in (self._title, self._words, self._bar):
            layout.addWidget(widget)
        layout.addLayout(row(None, self.cancel))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE_MS)
        self._timer.timeout.connect(self._on_patience)
        self.hide()

    def begin(self, title: str, words: str = "") -> None:
        """Something has begun; it shows once it has taken 300 ms."""
        self._title.setText(title)
        self._words.setText(words)
        self._bar.show_part(0.0)
        self.cancel.setEnabled(True)
        self._timer.start()

    def show_part(self, part: float, words: str) -> None:
        """How far it is, 0.0–1.0, and in words what it is at."""
        self._bar.show_part(part)
        self._words.setText(words)
        self.setAccessibleName(f"{self._title.text()}, {words}")

    def end(self) -> None:
        """It is over."""
        self._timer.stop()
        self.hide()

    def _on_patience(self) -> None:
        parent = self.parentWidget()
        assert parent is not None
        self.setFixedWidth(min(440, parent.width() - 48))
        self.adjustSize()
        self.move((parent.width() - self.width()) // 2, (parent.height() - self.height()) // 3)
        self.show()
        self.raise_()

    def show_cancelling(self) -> None:
        """It is being stopped; there is nothing more to press."""
        self.cancel.setEnabled(False)
        self._words.setText(self._say("widgets.cancelling"))

    def _on_cancel(self) -> None:
        self.show_cancelling()
        self.cancelled.emit()
