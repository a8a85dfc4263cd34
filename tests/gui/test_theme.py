"""The look: contrast as computed, every token a colour, every scheme complete."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from assistor_console.gui.style import sheet
from assistor_console.gui.theme import Scheme, Theme, Tone, contrast, contrasts, theme_of
from assistor_console.gui.tokens import tokens

WORDS = [
    ("ink", "panel"),
    ("ink", "bg"),
    ("ink", "sunk"),
    ("ink", "tint"),
    ("soft", "panel"),
    ("soft", "bg"),
    ("soft", "sunk"),
    ("soft", "tint"),
    ("accent", "panel"),
    ("on_accent", "accent"),
    ("bar_ink", "bar"),
    ("bar_soft", "bar"),
    ("disabled_ink", "disabled"),
    ("practice_ink", "practice"),
    ("bad", "panel"),
    ("warn", "panel"),
    ("ok", "panel"),
    *((tone.value, f"{tone}_fill") for tone in Tone),
    *(("ink", f"{tone}_fill") for tone in Tone),
    ("info", "tint"),
]
SHAPES = [("focus", "panel"), ("focus", "bg"), ("focus", "tint"), ("ctl", "panel"), ("warning_bar", "panel")]
SCHEMES = [theme_of(Scheme.LIGHT), theme_of(Scheme.DARK), theme_of(Scheme.HIGH_CONTRAST)]


@pytest.mark.parametrize("theme", SCHEMES, ids=lambda theme: theme.scheme)
@pytest.mark.parametrize("words", WORDS, ids="-on-".join)
def test_words_are_readable(theme: Theme, words: tuple[str, str]) -> None:
    text, back = words
    assert contrast(theme.colour(text), theme.colour(back)) >= 4.5


@pytest.mark.parametrize("theme", SCHEMES, ids=lambda theme: theme.scheme)
@pytest.mark.parametrize("shape", SHAPES, ids="-on-".join)
def test_shapes_are_seen(theme: Theme, shape: tuple[str, str]) -> None:
    line, back = shape
    assert contrast(theme.colour(line), theme.colour(back)) >= 3


def test_contrast_is_the_one_of_the_guidelines() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)


def test_schemes_have_the_same_tokens() -> None:
    light, dark = tokens()["light"], tokens()["dark"]
    assert light.keys() == dark.keys() == theme_of(Scheme.HIGH_CONTRAST).colours.keys()


@pytest.mark.parametrize("theme", SCHEMES, ids=lambda theme: theme.scheme)
def test_every_token_is_a_colour(theme: Theme) -> None:
    assert all(QColor(value).isValid() for value in theme.colours.values())
    assert "$" not in sheet(theme)


def platform_of(back: str, ink: str, mark: str, on_mark: str) -> QPalette:
    """A platform's palette, all of it from four colours."""
    palette, role = QPalette(), QPalette.ColorRole
    for one in (role.Window, role.Base, role.Button):
        palette.setColor(one, QColor(back))
    for one in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(one, QColor(ink))
    palette.setColor(role.Highlight, QColor(mark))
    palette.setColor(role.HighlightedText, QColor(on_mark))
    return palette


HIGH = [
    ("#101010", "#ffee00", "#1aebff", "#000000"),
    ("#ffffff", "#000000", "#37006e", "#ffffff"),
]
ORDINARY = [
    ("#efefef", "#000000", "#308cc6", "#ffffff"),
    ("#323232", "#ffffff", "#308cc6", "#ffffff"),
    ("#ffffff", "#000000", "#fff2cc", "#000000"),
]


@pytest.mark.parametrize("colours", HIGH)
def test_high_contrast_follows_a_platform_of_high_contrast(colours: tuple[str, str, str, str]) -> None:
    theme = theme_of(Scheme.HIGH_CONTRAST, platform=platform_of(*colours))
    worn = tuple(theme.colours[token] for token in ("panel", "ink", "accent", "on_accent"))
    assert (worn, theme.border) == (colours, 2)


@pytest.mark.parametrize("colours", ORDINARY)
def test_an_ordinary_platform_gets_the_console_s_own_high_contrast(
    colours: tuple[str, str, str, str],
) -> None:
    platform = platform_of(*colours)
    assert not contrasts(platform)
    assert theme_of(Scheme.HIGH_CONTRAST, platform=platform) == theme_of(Scheme.HIGH_CONTRAST)


def test_faint_buttons_are_no_high_contrast() -> None:
    platform = platform_of(*HIGH[0])
    platform.setColor(QPalette.ColorRole.ButtonText, QColor("#555555"))
    assert not contrasts(platform)


def test_the_desk_top_of_the_tests_is_ordinary(qapp: QApplication) -> None:
    assert not contrasts(qapp.style().standardPalette())


def test_text_size_scales_everything_drawn() -> None:
    assert theme_of(Scheme.LIGHT, 2.0).font(15).pixelSize() == 30
    assert "font-size: 34px" in sheet(theme_of(Scheme.LIGHT, 2.0))
