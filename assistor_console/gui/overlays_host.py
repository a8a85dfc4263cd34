"""The one overlay a window shows at a time: every key, the command palette, colours and text size."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from .style import worn
from .texts import Say
from .theme import Scheme, Theme, theme_of

if TYPE_CHECKING:
    from .overlays import Overlay
    from .page import Context


class OverlaysHost(QObject):
    """Shows overlays over a window; `acts` gives what can be done now.

    `theme_chosen(Theme)` is to be worn.
    """

    theme_chosen = Signal(object)

    def __init__(self, window: QMainWindow, say: Say, acts: Callable[[], Sequence[QAction]]) -> None:
        super().__init__(window)
        self._window, self._say, self._acts = window, say, acts
        self._overlay: Overlay | None = None

    def show_keys(self) -> None:
        """Every key of the page (F1)."""
        from .overlays import KeysOverlay

        self._present(KeysOverlay(self._window, self._say, self._acts()))

    def show_palette(self) -> None:
        """Every act of the page, by name (Ctrl+K)."""
        from .overlays import CommandPalette

        others = [act for act in self._acts() if act.objectName() != "frame.find_command"]
        palette = CommandPalette(self._window, self._say, others)
        self._present(palette, palette.focus())

    def show_display(self) -> None:
        """Colours and text size (F8)."""
        from .overlays import DisplayOverlay

        overlay = DisplayOverlay(self._window, self._say, worn(), _theme)
        overlay.changed.connect(self.theme_chosen)
        self._present(overlay, overlay.focus())

    def show_password(self, context: "Context") -> None:
        """Another password for whoever works here."""
        from .own_secrets import PasswordOverlay

        overlay = PasswordOverlay(self._window, context)
        overlay.done.connect(partial(context.messages.info, "ready.changed"))
        self._present(overlay, overlay.focus())

    def show_codes(self, context: "Context") -> None:
        """New recovery codes for whoever works here."""
        from .own_secrets import CodesOverlay

        overlay = CodesOverlay(self._window, context)
        overlay.done.connect(partial(context.messages.info, "ready.codes_done"))
        overlay.unseen.connect(partial(context.messages.warn, "ready.codes_not_kept"))
        self._present(overlay, overlay.focus())

    def dismiss(self) -> None:
        """Takes the overlay away, if there is one."""
        if self._overlay is not None:
            self._overlay.dismiss()

    def _present(self, overlay: "Overlay", focus: QWidget | None = None) -> None:
        previous, self._overlay = self._overlay, overlay
        overlay.destroyed.connect(partial(self._on_gone, id(overlay)))
        if previous is not None:
            previous.dismiss()
        overlay.present(focus)

    def _on_gone(self, which: int, *_: object) -> None:
        if self._overlay is not None and id(self._overlay) == which:
            self._overlay = None


def _theme(scheme: Scheme, scale: float) -> Theme:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return theme_of(scheme, scale, application.style().standardPalette())
