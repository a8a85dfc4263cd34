"""Boxes, arrows and wrapped text as SVG."""

from dataclasses import dataclass, field
from html import escape

SIZE, LINE, INSET = 12, 16, 8
_WIDE = 0.62
"""No sans serif is wider on average, in parts of its size; so no text is clipped, whatever font is there."""


def wrap(text: str, width: float, size: int = SIZE) -> list[str]:
    """A text in lines that fit a width; a longer word is broken."""
    most = max(4, int(width / (size * _WIDE)))
    lines, line = list[str](), ""
    for word in text.split():
        while len(word) > most:
            lines, line, word = [*lines, *([line] if line else []), word[:most]], "", word[most:]
        if len(line) + len(word) + bool(line) > most:
            lines, line = [*lines, line], word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line] if line else lines


@dataclass(frozen=True, slots=True)
class Look:
    """How a box looks: its fill, its line, whether it is dashed, how round it is."""

    fill: str
    line: str = "#5b6673"
    dashed: bool = False
    round: int = 4


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, in points from the upper left."""

    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """The middle of its width."""
        return self.x + self.width / 2


@dataclass(slots=True)
class Drawing:
    """An SVG in the making; it grows with what is drawn."""

    parts: list[str] = field(default_factory=list)
    width: float = 0
    height: float = 0

    def box(self, x: float, y: float, width: float, texts: list[tuple[str, str]], look: Look) -> Box:
        """A box as high as its texts; each text with its style: bold, plain or small."""
        rows = [(row, style) for text, style in texts for row in wrap(text, width - 2 * INSET) if row]
        made = Box(x, y, width, len(rows) * LINE + 2 * INSET)
        dash = ' stroke-dasharray="5 3"' if look.dashed else ""
        self.parts.append(
            f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{made.height:g}" rx="{look.round}"'
            f' fill="{look.fill}" stroke="{look.line}"{dash}/>'
        )
        for number, (row, style) in enumerate(rows):
            self.text(x + INSET, y + INSET + number * LINE + SIZE, row, style)
        self._grow(made)
        return made

    def text(self, x: float, y: float, text: str, style: str = "plain") -> None:
        """One line of text; `y` is its base line."""
        looks = {"bold": ' font-weight="bold"', "small": ' fill="#3d4752" font-style="italic"'}
        look = looks.get(style, "")
        self.parts.append(f'<text x="{x:g}" y="{y:g}"{look}>{escape(text)}</text>')

    def title(self, x: float, y: float, text: str) -> None:
        """A heading."""
        self.parts.append(
            f'<text x="{x:g}" y="{y:g}" font-size="20" font-weight="bold">{escape(text)}</text>'
        )

    def arrow(self, *points: tuple[float, float]) -> None:
        """A line through points with a head at its end."""
        path = " ".join(f"{x:g},{y:g}" for x, y in points)
        self.parts.append(f'<polyline points="{path}" fill="none" stroke="#3d4752" stroke-width="1.2"/>')
        (x, y), (before_x, before_y) = points[-1], points[-2]
        along = (1, 0) if before_y == y and before_x < x else (0, 1)
        left = (x - 6 * along[0] - 4 * along[1], y - 6 * along[1] - 4 * along[0])
        right = (x - 6 * along[0] + 4 * along[1], y - 6 * along[1] + 4 * along[0])
        head = " ".join(f"{px:g},{py:g}" for px, py in ((x, y), left, right))
        self.parts.append(f'<polygon points="{head}" fill="#3d4752"/>')

    def _grow(self, box: Box) -> None:
        self.width = max(self.width, box.x + box.width)
        self.height = max(self.height, box.bottom)

    def svg(self, margin: float = 24) -> str:
        """The whole picture."""
        width, height = self.width + margin, self.height + margin
        return "\n".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}"'
                f' viewBox="0 0 {width:g} {height:g}" font-family="sans-serif" font-size="{SIZE}"'
                ' fill="#1c2126">',
                f'<rect width="{width:g}" height="{height:g}" fill="#ffffff"/>',
                *self.parts,
                "</svg>\n",
            ]
        )
