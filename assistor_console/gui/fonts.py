"""The fonts the console brings along: Source Sans Pro for words, Phosphor for icons."""

import importlib.util
from pathlib import Path

from PySide6.QtGui import QFontDatabase

WORDS = ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf")
ICONS = "phosphor-1.3.0.ttf"
ICON_NAMES = "phosphor-charmap-1.3.0.json"


def folder(package: str, *parts: str) -> Path:
    """A folder inside an installed package, found without importing it; FileNotFoundError without it."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(package)
    return Path(spec.origin).parent.joinpath(*parts)


def files() -> list[Path]:
    """Every font file the console needs."""
    words = folder("font_source_sans_pro", "files")
    return [*(words / name for name in WORDS), icon_folder() / ICONS]


def icon_folder() -> Path:
    """Where the icon font and its list of names lie."""
    return folder("qtawesome", "fonts")


def load() -> None:
    """Makes the fonts known to Qt; needs an application. FileNotFoundError names one that cannot be read."""
    for file in files():
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise FileNotFoundError(file)
