"""The typeface of every document, and the checks made before anything is drawn.

ReportLab draws a missing glyph as nothing and long text past the edge without a word,
so both are looked for here first. Sizes and widths are points.
"""

import unicodedata
from functools import cache
from importlib.resources import as_file, files

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from ..domain.errors import Refused, refused

REGULAR = "SourceSansPro-Regular"
SEMIBOLD = "SourceSansPro-Semibold"

# The highest and lowest ink of Latin letters in both weights, in parts of the size (its own outlines).
INK_ABOVE = 0.99
INK_BELOW = 0.24


@cache
def glyphs(font: str) -> frozenset[str]:
    """Register one of the two fonts on first use; every character it can draw, invisible ones left out."""
    with as_file(files("font_source_sans_pro") / "files" / f"{font}.ttf") as path:
        loaded = TTFont(font, str(path))
    pdfmetrics.registerFont(loaded)
    known = (chr(code) for code in loaded.face.charToGlyph)
    return frozenset(character for character in known if _visible(character))


def _visible(character: str) -> bool:
    # Cc, Cf (bidi marks), line separators and combining marks have no place of their own on paper.
    return unicodedata.category(character) not in {"Cc", "Cf", "Zl", "Zp", "Mn", "Me", "Cn", "Co"}


def code_point(character: str) -> str:
    """A character as U+ and hexadecimal digits, safe to show in a message."""
    return f"U+{ord(character):04X}"


def clean(text: str, font: str) -> str:
    """The text composed (NFC); Refused("letters.glyph") names the first character the font cannot draw."""
    composed = unicodedata.normalize("NFC", text)
    known = glyphs(font)
    for character in composed:
        if character not in known:
            raise refused("letters.glyph", character=code_point(character))
    return composed


def width(text: str, font: str, size: float) -> float:
    """How wide a clean text is drawn."""
    glyphs(font)
    return float(pdfmetrics.stringWidth(text, font, size))


def overflow(limit: float) -> Refused:
    """The refusal of a text that is wider or longer than its place, `limit` points."""
    return refused("letters.overflow", limit=round(limit))


def largest(text: str, font: str, sizes: tuple[float, ...], limit: float) -> float:
    """The first of `sizes` at which the text is no wider than `limit`; Refused("letters.overflow")."""
    for size in sizes:
        if width(text, font, size) <= limit:
            return size
    raise overflow(limit)


def wrapped(text: str, font: str, size: float, limit: float) -> list[str]:
    """The text in lines no wider than `limit`, broken at plain spaces only; Refused("letters.overflow")."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, font, size) <= limit:
            lines[-1] = longer
        elif width(word, font, size) <= limit:
            lines.append(word)
        else:
            raise overflow(limit)
    return lines
