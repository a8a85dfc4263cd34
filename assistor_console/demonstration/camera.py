"""Pictures of windows, numbered in the order they are taken, and a folder for what is printed."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

LAYOUT_ROUNDS = 5


class Camera:
    """Takes pictures into a folder; `documents` is where letters and slips go.

    `before` pictures were taken already, by other windows for instance: numbers go on from there.
    """

    def __init__(self, out: Path, before: int = 0) -> None:
        self.out, self.documents = out, out / "documents"
        self.before = before
        self._taken: list[Path] = []
        out.mkdir(parents=True, exist_ok=True)

    def take(self, window: QWidget, name: str) -> None:
        """Saves what a window shows, once it has laid everything out."""
        for _ in range(LAYOUT_ROUNDS):
            QApplication.processEvents()
        path = self.out / f"{self.before + len(self._taken) + 1:02d}-{name}.png"
        window.grab().save(str(path))
        self._taken.append(path)

    def hand_over(self) -> list[Path]:
        """The pictures taken since the last time, in order."""
        taken, self._taken = self._taken, []
        self.before += len(taken)
        return taken
