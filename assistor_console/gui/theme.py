"""The look as values: colours, sizes and contrast; no widget knows a number of its own."""

from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtGui import QColor, QFont, QPalette

from .tokens import tokens

FAMILY = "Source Sans Pro"


class Scheme(StrEnum):
    """Which colours are worn. HIGH_CONTRAST takes the platform's own where those contrast enough."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


class Tone(StrEnum):
    """What a state means; each has a text colour and a fill of the same name."""

    INFO = "info"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    NEUTRAL = "neutral"


@dataclass(frozen=True)
class Theme:
    """One look: a scheme, its colours by token ("#rrggbb"), how much larger text is than drawn (1.0–2.0)."""

    scheme: Scheme
    colours: dict[str, str] = field(repr=False)
    scale: float = 1.0
    border: int = 1

    def colour(self, token: str) -> QColor:
        """The colour of a token ("ink", "accent", "ok_fill"…); KeyError for a token that is not."""
        return QColor(self.colours[token])

    def fill(self, tone: Tone) -> QColor:
        """The fill behind a tone's text."""
        return self.colour(f"{tone}_fill")

    def edge(self, tone: Tone) -> QColor:
        """The thin border of a banner: a third of the way from fill to text."""
        return mixed(self.fill(tone), self.colour(tone), 0.28)

    def px(self, size: float) -> int:
        """A drawn length in pixels at this text size."""
        return round(size * self.scale)

    def font(self, size: int = 15, strong: bool = False) -> QFont:
        """The interface font at a drawn size in pixels; `strong` is weight 600."""
        font = QFont(FAMILY)
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font

    def palette(self) -> QPalette:
        """The platform palette in these colours."""
        palette = QPalette()
        for role, token in _ROLES.items():
            palette.setColor(role, self.colour(token))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("disabled_ink"))
        return palette


_R = QPalette.ColorRole
_ROLES = {
    _R.Window: "bg",
    _R.WindowText: "ink",
    _R.Base: "panel",
    _R.AlternateBase: "sunk",
    _R.Text: "ink",
    _R.Button: "panel",
    _R.ButtonText: "ink",
    _R.Highlight: "accent",
    _R.HighlightedText: "on_accent",
    _R.PlaceholderText: "soft",
    _R.ToolTipBase: "panel",
    _R.ToolTipText: "ink",
    _R.Link: "accent",
    _R.Mid: "line",
}


def theme_of(scheme: Scheme, scale: float = 1.0, platform: QPalette | None = None) -> Theme:
    """The theme of a scheme at a text size; HIGH_CONTRAST wears a `platform` of high contrast, else black."""
    if scheme is Scheme.HIGH_CONTRAST:
        worn = platform if platform is not None and contrasts(platform) else _BLACK
        return Theme(scheme, _contrasting(worn), scale, border=2)
    return Theme(scheme, dict(tokens()[scheme]), scale)


def _black() -> QPalette:
    palette = QPalette(QColor("black"))
    for role, colour in ((_R.Base, "black"), (_R.Text, "white"), (_R.WindowText, "white")):
        palette.setColor(role, QColor(colour))
    palette.setColor(_R.Highlight, QColor("#ffff00"))
    palette.setColor(_R.HighlightedText, QColor("black"))
    return palette


_BLACK = _black()
# Pairs of a palette and the least contrast (WCAG 2) of each: 7 is its level AAA for text, 4.5 level AA.
# A light desktop has 15 between window and words as well; its highlight gives it away.
_LEAST = (
    (_R.WindowText, _R.Window, 15.0),
    (_R.Text, _R.Base, 15.0),
    (_R.ButtonText, _R.Button, 7.0),
    (_R.HighlightedText, _R.Highlight, 7.0),
    (_R.Highlight, _R.Window, 4.5),
)


def contrasts(platform: QPalette) -> bool:
    """Whether a platform's palette is one of high contrast: words, buttons and what is highlighted."""
    return all(contrast(platform.color(one), platform.color(two)) >= least for one, two, least in _LEAST)


def _contrasting(platform: QPalette) -> dict[str, str]:
    """Every token from five platform colours: nothing depends on hue."""
    back, ink = platform.color(_R.Window).name(), platform.color(_R.WindowText).name()
    mark, on_mark = platform.color(_R.Highlight).name(), platform.color(_R.HighlightedText).name()
    colours = dict.fromkeys(tokens()["light"], ink)
    backs = ("bg", "panel", "sunk", "bar", "disabled", "tint", *(f"{tone}_fill" for tone in Tone))
    colours.update(dict.fromkeys(backs, back))
    colours.update(accent=mark, focus=mark, on_accent=on_mark, practice=mark, practice_ink=on_mark)
    return colours


def mixed(one: QColor, other: QColor, part: float) -> QColor:
    """The colour a `part` (0–1) of the way from one to the other."""
    ends = zip((one.red(), one.green(), one.blue()), (other.red(), other.green(), other.blue()), strict=True)
    return QColor(*(round(start + (end - start) * part) for start, end in ends))


def contrast(one: QColor, other: QColor) -> float:
    """The WCAG 2 contrast ratio of two opaque colours, 1.0–21.0."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
