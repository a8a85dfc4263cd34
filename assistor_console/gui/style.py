"""Puts a theme on the application and tells widgets which one is worn."""

from collections.abc import Iterator, Mapping
from string import Template

from PySide6.QtWidgets import QApplication

from ..assets import resource
from .theme import Scheme, Theme, theme_of

WORN = "worn_theme"  # an attribute, not a Qt property: Qt would outlive the value


class _Words(Mapping[str, str]):
    """What the style sheet may say: tokens, `px15` and `edge`."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def __getitem__(self, key: str) -> str:
        if key.startswith("px"):
            return f"{self._theme.px(int(key[2:]))}px"
        return f"{self._theme.border}px" if key == "edge" else self._theme.colours[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._theme.colours)

    def __len__(self) -> int:
        return len(self._theme.colours)


def sheet(theme: Theme) -> str:
    """The style sheet of a theme; KeyError for a token that is not."""
    return Template(resource("style", "console.qss").read_text("utf-8")).substitute(_Words(theme))


def wear(application: QApplication, theme: Theme) -> None:
    """Puts a theme on, at start or while running: every widget is told and repaints itself."""
    setattr(application, WORN, theme)
    application.setFont(theme.font())
    application.setPalette(theme.palette())
    application.setStyleSheet(sheet(theme))


def worn() -> Theme:
    """The theme the application wears; the light one where none was put on."""
    theme = getattr(QApplication.instance(), WORN, None)
    return theme if isinstance(theme, Theme) else theme_of(Scheme.LIGHT)
