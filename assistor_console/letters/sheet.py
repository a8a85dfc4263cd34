"""A page that refuses what it cannot draw well: missing glyphs, overflow, text on a fold or in the window.

Places are points from the top left corner; y is a baseline.
"""

from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from ..domain.errors import refused
from . import fonts
from .paper import Box

INK = HexColor("#1b1b1b")
SOFT = HexColor("#515a64")
LINE = HexColor("#b4bac1")
PANEL = HexColor("#f7f9fc")
NUMBER = HexColor("#1a4480")
PRACTICE_INK = HexColor("#5c3a00")
PRACTICE_LINE = HexColor("#7a4b05")
PRACTICE_FILL = HexColor("#fbedc4")

WIDTH, HEIGHT = 612.0, 792.0
LEFT, RIGHT, BOTTOM = 72.0, 540.0, 770.0
LEAST_SIZE = 8.0  # USPS and readers alike: nothing smaller anywhere


@dataclass(frozen=True, slots=True)
class Style:
    """How words look: font, size and leading in points, colour."""

    font: str
    size: float
    leading: float = 0.0
    color: Color = INK


SMALL = Style(fonts.REGULAR, 9.6, 12.1)
SMALL_BOLD = Style(fonts.SEMIBOLD, 9.6, 12.1)
FACT = Style(fonts.REGULAR, 9.6, 14.1, SOFT)
FACT_VALUE = Style(fonts.SEMIBOLD, 9.6, 14.1)
TITLE = Style(fonts.SEMIBOLD, 24, 30)
BODY = Style(fonts.REGULAR, 11.4, 15.6)
HEADING = Style(fonts.SEMIBOLD, 14, 18)
LABEL = Style(fonts.SEMIBOLD, 10.2, 13, SOFT)
PRACTICE = Style(fonts.SEMIBOLD, 9.6, 12, PRACTICE_INK)


@dataclass(frozen=True, slots=True)
class Zone:
    """A box that text may not touch, and the rule that says so."""

    box: Box
    rule: str


class Sheet:
    """Draws on a ReportLab canvas, each text checked first."""

    def __init__(self, canvas: Canvas, zones: tuple[Zone, ...] = ()) -> None:
        self.canvas = canvas
        self.zones = zones

    def text(self, x: float, y: float, words: str, style: Style, room: float = 0.0) -> float:
        """One line from x, no wider than `room` (to the right margin if 0); where it ends.

        Refused("letters.glyph", "letters.overflow", "letters.fold", "letters.window").
        """
        said = fonts.clean(words, style.font)
        wide = fonts.width(said, style.font, style.size)
        limit = room or RIGHT - x
        if wide > limit + 0.01 or y > BOTTOM:
            raise fonts.overflow(limit)
        self._keep_out(Box(x, y - style.size * fonts.INK_ABOVE, x + wide, y + style.size * fonts.INK_BELOW))
        self._show(x, y, said, style)
        return x + wide

    def right(self, y: float, words: str, style: Style, room: float) -> None:
        """One line that ends at the right margin."""
        wide = fonts.width(fonts.clean(words, style.font), style.font, style.size)
        self.text(RIGHT - min(wide, room), y, words, style, room)

    def fitted(
        self, x: float, y: float, words: str, style: Style, sizes: tuple[float, ...], room: float
    ) -> None:
        """One line in the largest of `sizes` (points) that fits; Refused("letters.overflow")."""
        size = fonts.largest(fonts.clean(words, style.font), style.font, sizes, room)
        self.text(x, y, words, Style(style.font, size, style.leading, style.color), room)

    def paragraph(self, x: float, y: float, words: str, style: Style, room: float = 0.0) -> float:
        """Wrapped text whose first baseline is y; the baseline that would follow its last line."""
        for line in fonts.wrapped(fonts.clean(words, style.font), style.font, style.size, room or RIGHT - x):
            self.text(x, y, line, style, room)
            y += style.leading
        return y

    def steps(self, y: float, steps: tuple[str, ...], style: Style, gap: float) -> float:
        """Numbered paragraphs, `gap` points apart beyond their leading; the baseline that would follow."""
        number = Style(fonts.SEMIBOLD, style.size, style.leading, NUMBER)
        for place, step in enumerate(steps, start=1):
            self.text(LEFT + 4, y, str(place), number)
            y = self.paragraph(LEFT + 22, y, step, style) + gap
        return y - gap

    def rule(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """A thin line."""
        self.canvas.setStrokeColor(LINE)
        self.canvas.setLineWidth(0.7)
        self.canvas.line(x1, HEIGHT - y1, x2, HEIGHT - y2)

    def panel(
        self, box: Box, line: Color = INK, fill: Color = PANEL, weight: float = 1.2, radius: float = 5
    ) -> None:
        """A filled box with round corners."""
        self.canvas.setStrokeColor(line)
        self.canvas.setFillColor(fill)
        self.canvas.setLineWidth(weight)
        self.canvas.roundRect(box.left, HEIGHT - box.bottom, box.width, box.height, radius, stroke=1, fill=1)

    def _keep_out(self, ink: Box) -> None:
        for zone in self.zones:
            if zone.box.touches(ink):
                raise refused(zone.rule)

    def _show(self, x: float, y: float, said: str, style: Style) -> None:
        if style.size < LEAST_SIZE:
            raise ValueError("text smaller than eight points")
        self.canvas.setFont(style.font, style.size)
        self.canvas.setFillColor(style.color)
        self.canvas.drawString(x, HEIGHT - y, said)
