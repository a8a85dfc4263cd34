"""The colours a setting asks for, put on; in a program of its own, that knows nothing else of commands."""

from PySide6.QtWidgets import QApplication

from ..gui.style import wear
from ..gui.theme import theme_of
from ..settings import Theme
from .run import scheme_of


def dress(theme: Theme, application: QApplication) -> None:
    """Puts them on."""
    wear(application, theme_of(scheme_of(theme, application), 1.0, application.style().standardPalette()))
