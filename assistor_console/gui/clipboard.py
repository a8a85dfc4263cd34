"""What the console put on the clipboard does not stay there."""

from collections.abc import Callable
from secrets import token_bytes

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

MARK, OURS = "application/x-assistor-console", token_bytes(16)
"""What the console copies carries this mark, so that nothing of another program is ever cleared."""
CONCEALED = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\0\0\0\0",
}
"""What asks desktops to keep a text out of their clipboard's history."""
_Mode = QClipboard.Mode
Owns = Callable[[QClipboard.Mode], bool]


def owned(mode: QClipboard.Mode) -> bool:
    """Whether what is on the clipboard was put there by this program, as the platform says."""
    clipboard = QGuiApplication.clipboard()
    return clipboard.ownsClipboard() if mode is _Mode.Clipboard else clipboard.ownsSelection()


class Clipboard(QObject):
    """Clears what this program copied, so many seconds later or when told to; never what others copied.

    The selection that the middle mouse button pastes is a clipboard too, where there is one. `owns` says
    whether what is there was copied here.
    """

    def __init__(self, parent: QObject | None = None, owns: Owns = owned) -> None:
        super().__init__(parent)
        self._owns, self._seconds = owns, 0
        self._clipboard = QGuiApplication.clipboard()
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.clear)
        self._clipboard.changed.connect(self._on_changed)

    def begin(self, seconds: int) -> None:
        """Somebody works here: what they copy stays so many seconds."""
        self._seconds = seconds

    def end(self) -> None:
        """Nobody works here any more."""
        self.clear()
        self._seconds = 0

    def clear(self) -> None:
        """Clears what is still ours."""
        self._timer.stop()
        for mode in self._modes():
            if self._seconds and self._is_ours(mode):
                self._clipboard.clear(mode)

    @property
    def due(self) -> int:
        """In how many milliseconds something is cleared; -1 where nothing is."""
        return self._timer.remainingTime()

    def _modes(self) -> list[QClipboard.Mode]:
        selects = self._clipboard.supportsSelection()
        return [_Mode.Clipboard, _Mode.Selection] if selects else [_Mode.Clipboard]

    def _is_ours(self, mode: QClipboard.Mode) -> bool:
        return bool(self._clipboard.text(mode)) and (self._owns(mode) or self._is_marked(mode))

    def _is_marked(self, mode: QClipboard.Mode) -> bool:
        there = self._clipboard.mimeData(mode)
        return there is not None and bytes(there.data(MARK).data()) == OURS

    def _on_changed(self, mode: QClipboard.Mode) -> None:
        if self._seconds and mode in self._modes() and self._is_ours(mode):
            self._timer.start(self._seconds * 1000)
            # Not within the copying that is still under way.
            QTimer.singleShot(0, self, lambda: self._mark(mode))

    def _mark(self, mode: QClipboard.Mode) -> None:
        """Puts the same text there again, as one that no history keeps."""
        if not self._is_ours(mode) or self._is_marked(mode):
            return
        data = QMimeData()
        data.setText(self._clipboard.text(mode))
        for name, value in {**CONCEALED, MARK: OURS}.items():
            data.setData(name, value)
        self._clipboard.setMimeData(data, mode)
