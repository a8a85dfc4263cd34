"""The activation letter: one page each, a whole run in one file, the fixed part drawn once per language."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from ..domain.errors import Refused, refused
from ..domain.records import Address
from ..domain.terms import Language
from . import activation_face as face
from .activation_face import Face, FaceKey
from .address import mailing_block
from .document import Document, draw_values
from .paper import safe_box
from .sheet import BODY, HEIGHT, Sheet, Style
from .stationery import Stationery
from .words import date_words, hours_words

CODE_DIGITS = 8


@dataclass(frozen=True, slots=True)
class ActivationLetter:
    """One letter. `code` is eight digits; `serial` numbers the barcode and is not reused for 45 days.

    `desk_phone`, `opens`, `closes` and `zone` (IANA) are the policy's.
    """

    letter_number: str
    case_number: str
    notice_date: date
    name: str
    address: Address
    account_name: str
    code: str
    deadline: date
    language: Language
    serial: int
    desk_phone: str
    opens: time
    closes: time
    zone: str

    def __repr__(self) -> str:
        # The code and the address stay out of logs and tracebacks.
        return f"ActivationLetter({self.letter_number!r})"


def draw_activation_letters(
    letters: Sequence[ActivationLetter],
    stationery: Stationery,
    *,
    practice: bool,
    progress: Callable[[float], None] = lambda part: None,
) -> bytes:
    """A PDF with one page per letter, in order; the same letters give the same bytes.

    `progress` is told after each letter how far it is (0.0–1.0); what it raises ends the drawing.
    All or nothing: Refused carries `letter`, the number of the first one that cannot be drawn well.
    """
    if not letters:
        raise refused("letters.none")
    document = Document(*_title(letters, stationery))
    faces: dict[FaceKey, Face] = {}
    for letter in letters:
        key = _key(letter, stationery)
        if key not in faces:
            faces[key] = face.draw_face(document, stationery, key, f"face{len(faces)}", practice)
    for number, letter in enumerate(letters, 1):
        try:
            _draw_page(document, letter, stationery, faces[_key(letter, stationery)])
        except Refused as error:
            named = {**error.refusal.values, "letter": letter.letter_number}
            raise Refused(replace(error.refusal, values=named)) from error
        progress(number / len(letters))
    return document.finish()


def _title(letters: Sequence[ActivationLetter], stationery: Stationery) -> tuple[str, Language]:
    first, last = letters[0], letters[-1]
    numbers = first.letter_number if first is last else f"{first.letter_number} – {last.letter_number}"
    return f"{stationery.activation.title.say(first.language)}, {numbers}", first.language


def _key(letter: ActivationLetter, stationery: Stationery) -> FaceKey:
    hours = hours_words(stationery.words, letter.opens, letter.closes, letter.zone, letter.language)
    return FaceKey(letter.language, letter.desk_phone, hours)


def _check(letter: ActivationLetter) -> None:
    if not (len(letter.code) == CODE_DIGITS and letter.code.isascii() and letter.code.isdigit()):
        raise refused("letters.code")
    if letter.deadline <= letter.notice_date:
        raise refused("letters.deadline")


def _draw_page(document: Document, letter: ActivationLetter, stationery: Stationery, drawn: Face) -> None:
    _check(letter)
    sheet = Sheet(document.canvas, face.zones(stationery.layout.paper))
    document.begin_language(letter.language)
    document.canvas.doForm(drawn.name)
    deadline = date_words(stationery.words, letter.deadline, letter.language)
    noticed = date_words(stationery.words, letter.notice_date, letter.language)
    page = stationery.common.page_count.say(letter.language)
    facts = (noticed, letter.case_number, letter.letter_number, page)
    draw_values(sheet, face.fact_labels(stationery, letter.language), facts)
    _draw_block(sheet, letter, stationery)
    face.draw_code(sheet, drawn.panel, letter.code, letter.account_name, deadline)
    document.end_language()
    document.end_page()


def _draw_block(sheet: Sheet, letter: ActivationLetter, stationery: Stationery) -> None:
    box = safe_box(stationery.layout.paper)
    placed, barcode = mailing_block(stationery.layout, letter.name, letter.address, letter.serial)
    sheet.canvas.setFillColor(BODY.color)
    barcode.draw(sheet.canvas, box.left, HEIGHT - box.top - barcode.size[1])
    # The block alone may stand in the window, and it has been measured against it.
    inside = Sheet(sheet.canvas)
    style = Style(BODY.font, placed.size)
    for line, baseline in zip(placed.lines, placed.baselines, strict=True):
        inside.text(placed.left, baseline, line, style, box.right - placed.left)
