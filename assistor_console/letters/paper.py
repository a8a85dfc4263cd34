"""Paper and envelope: where an address is safe to stand, and where nothing else may.

Points, from the top left corner.
"""

from dataclasses import dataclass

from .settings import Paper

INCH = 72.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points; `top` is less than `bottom`, both counted from the top edge of the sheet."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def touches(self, other: "Box") -> bool:
        """Whether the two have any area in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def holds(self, other: "Box") -> bool:
        """Whether the other lies wholly inside."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom


def _window(paper: Paper, right: float, up: float) -> Box:
    """What the window shows of a sheet that has slid `right` and `up` (inches) in its envelope."""
    bottom = paper.folds[0] + up - paper.window.bottom
    left = paper.window.left - right
    box = Box(left, bottom - paper.window.height, left + paper.window.width, bottom)
    return Box(box.left * INCH, box.top * INCH, box.right * INCH, box.bottom * INCH)


def _extremes(paper: Paper) -> tuple[Box, Box]:
    # The first panel faces the window; its fold lies at the bottom of the envelope.
    sideways = paper.envelope.width - paper.sheet.width
    upwards = paper.envelope.height - paper.folds[0]
    return _window(paper, 0, 0), _window(paper, sideways, upwards)


def safe_box(paper: Paper) -> Box:
    """What stays visible wherever the sheet slides, less the clear edge (USPS Publication 25, 3-9)."""
    low, high = _extremes(paper)
    clear = paper.window_clear * INCH
    return Box(low.left + clear, high.top + clear, high.right - clear, low.bottom - clear)


def shown_box(paper: Paper) -> Box:
    """What can be seen through the window at one time or another: nothing private may stand here."""
    low, high = _extremes(paper)
    return Box(high.left, low.top, low.right, high.bottom)


def fold_boxes(paper: Paper) -> tuple[Box, ...]:
    """A band round each fold in which no text may stand."""
    clear = paper.fold_clear * INCH
    right = paper.sheet.width * INCH
    return tuple(Box(0, fold * INCH - clear, right, fold * INCH + clear) for fold in paper.folds)
