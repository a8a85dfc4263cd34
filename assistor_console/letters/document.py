"""What every document shares: its file, its language, its sender and the practice mark."""

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from ..domain.terms import Language
from . import fonts
from .paper import Box
from .sheet import (
    FACT,
    FACT_VALUE,
    HEIGHT,
    LEFT,
    PRACTICE,
    PRACTICE_FILL,
    PRACTICE_LINE,
    RIGHT,
    SMALL,
    SMALL_BOLD,
    WIDTH,
    Sheet,
    Style,
)
from .texts import Common

FACTS_LEFT = 392.0
FACTS_TOP = 50.0
LOCALES = {Language.EN: "en-US", Language.ES: "es-US"}


class Document:
    """A PDF in memory, byte-identical for the same drawing: no clock, no random id."""

    def __init__(self, title: str, language: Language) -> None:
        for font in (fonts.REGULAR, fonts.SEMIBOLD):
            fonts.glyphs(font)
        self._buffer = BytesIO()
        # The initial font is an embedded one: otherwise each page names a Helvetica that is not in the file.
        self.canvas = Canvas(
            self._buffer,
            pagesize=(WIDTH, HEIGHT),
            invariant=1,
            pageCompression=1,
            initialFontName=fonts.REGULAR,  # type: ignore[arg-type]  # the stubs say a number
            lang=LOCALES[language],
        )
        self.canvas.setTitle(title)
        self.canvas.setAuthor("Internal Revenue Service")
        self.canvas.setCreator("Assistor Console")
        self.canvas.setViewerPreference("DisplayDocTitle", "true")

    def begin_language(self, language: Language) -> None:
        """Tell readers of the page what language follows, to `end_language`."""
        self.canvas.addLiteral(f"/Span <</Lang ({LOCALES[language]})>> BDC")

    def end_language(self) -> None:
        """Close what `begin_language` opened."""
        self.canvas.addLiteral("EMC")

    def end_page(self) -> None:
        """Finish the page."""
        self.canvas.showPage()

    def finish(self) -> bytes:
        """The whole file."""
        self.canvas.save()
        return self._buffer.getvalue()


def draw_sender(sheet: Sheet, common: Common, language: Language) -> None:
    """Sender and return address, top left."""
    y = FACTS_TOP
    for name in common.sender:
        sheet.text(LEFT, y, name.say(language), SMALL_BOLD)
        y += SMALL.leading
    for line in common.return_address:
        sheet.text(LEFT, y, line, SMALL)
        y += SMALL.leading


def draw_labels(sheet: Sheet, labels: tuple[str, ...]) -> None:
    """The names of the facts, top right."""
    for row, label in enumerate(labels):
        sheet.text(FACTS_LEFT, FACTS_TOP + row * FACT.leading, label, FACT)


def draw_values(sheet: Sheet, labels: tuple[str, ...], values: tuple[str, ...]) -> None:
    """The values of the facts, each clear of its label; Refused("letters.overflow")."""
    for row, (label, value) in enumerate(zip(labels, values, strict=True)):
        room = RIGHT - FACTS_LEFT - fonts.width(label, FACT.font, FACT.size) - 6
        sheet.right(FACTS_TOP + row * FACT.leading, value, FACT_VALUE, room)


def draw_practice(sheet: Sheet, common: Common, language: Language) -> None:
    """The mark of a practice desk: this is not a notice."""
    sheet.panel(Box(FACTS_LEFT, 108, RIGHT, 128), PRACTICE_LINE, PRACTICE_FILL, 0.8, 3)
    words = fonts.clean(common.practice.say(language), PRACTICE.font)
    room = RIGHT - FACTS_LEFT - 10
    size = fonts.largest(words, PRACTICE.font, (PRACTICE.size, 9.0, 8.5, 8.0), room)
    start = (FACTS_LEFT + RIGHT - fonts.width(words, PRACTICE.font, size)) / 2
    sheet.text(start, 121.5, words, Style(PRACTICE.font, size, PRACTICE.leading, PRACTICE.color), room)
