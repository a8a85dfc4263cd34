"""The fonts come from packages; none of them may move away unnoticed."""

import ast
import json
from pathlib import Path

from PySide6.QtGui import QFontInfo, QRawFont

import assistor_console
from assistor_console.gui.fonts import ICON_NAMES, ICONS, files, icon_folder
from assistor_console.gui.icons import glyph
from assistor_console.gui.theme import FAMILY, Scheme, theme_of
from assistor_console.gui.widgets.states import LOOKS

GUI = Path(assistor_console.__file__).parent / "gui"


def test_the_files_are_there() -> None:
    assert all(file.is_file() for file in files())
    assert (icon_folder() / ICON_NAMES).is_file()


def test_qt_uses_them() -> None:
    theme = theme_of(Scheme.LIGHT)
    plain, strong = QFontInfo(theme.font(15)), QFontInfo(theme.font(15, strong=True))
    assert plain.family() == FAMILY
    assert strong.family().startswith(FAMILY)
    assert (plain.weight(), strong.weight()) == (400, 600)


def test_figures_are_all_as_wide() -> None:
    font = QRawFont(str(files()[0]), 15)
    widths = font.advancesForGlyphIndexes(font.glyphIndexesForString("0123456789"))
    assert len({round(width.x(), 3) for width in widths}) == 1


def icons_named() -> set[str]:
    """Every text in the GUI's code that stands where an icon is named."""
    named = {icon for icon, _ in LOOKS.values()}
    for file in GUI.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = getattr(node.func, "id", getattr(node.func, "attr", ""))
            for word in node.keywords:
                wanted = word.arg in ("icon", "hint_icon") or (word.arg == "name" and called == "Icon")
                if wanted and isinstance(word.value, ast.Constant):
                    named.add(str(word.value.value))
    return named - {""}


def test_every_icon_named_is_in_the_font() -> None:
    names = json.loads((icon_folder() / ICON_NAMES).read_text("utf-8"))
    assert sorted(name for name in icons_named() if name not in names) == []
    assert QRawFont(str(icon_folder() / ICONS), 16).supportsCharacter(ord(glyph("check-circle")))
