"""The appointment slip: where, when, what to bring, the code to go on with. Never a TIN, never tax data."""

import re
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from ..domain.errors import refused
from ..domain.records import Address
from ..domain.terms import Language, Text
from . import fonts
from .document import Document, draw_labels, draw_practice, draw_sender, draw_values
from .paper import Box
from .sheet import BODY, HEADING, HEIGHT, LABEL, LEFT, RIGHT, SMALL_BOLD, TITLE, Sheet, Style
from .stationery import Stationery
from .texts import SlipTexts, fill
from .words import local_time_words, weekday_words, zone_words

MIDDLE = 316.0
ROOM = MIDDLE - LEFT - 30
BIG = Style(fonts.SEMIBOLD, 15.4, 19)
BIG_SIZES = (15.4, 14.0, 13.0, 12.0, 11.0, 10.0)
CODE = Style(fonts.SEMIBOLD, 26)
CODE_SIZES = (26.0, 24.0, 22.0, 20.0, 18.0, 16.0)


@dataclass(frozen=True, slots=True)
class Slip:
    """One appointment as the caller takes it away.

    `starts` is aware, `zone` the office's IANA zone, `minutes` how long; `documents` the two IDs the caller
    will bring, or more accepted kinds to choose two from.
    """

    case_number: str
    name: str
    office_name: str
    office_address: Address
    starts: datetime
    zone: str
    minutes: int
    documents: tuple[Text | str, ...]
    continuation_code: str
    language: Language
    desk_phone: str
    tac_phone: str

    def __repr__(self) -> str:
        # The continuation code stays out of logs and tracebacks.
        return f"Slip({self.case_number!r})"


def check_slip(slip: Slip) -> None:
    """Refused("letters.starts", "letters.documents" or "letters.code") for a slip that would mislead."""
    if slip.starts.tzinfo is None:
        raise refused("letters.starts")
    if len(slip.documents) < 2:
        raise refused("letters.documents")
    if not re.fullmatch(r"[0-9A-Za-z][0-9A-Za-z -]*", slip.continuation_code, re.ASCII):
        raise refused("letters.code")


def document_names(slip: Slip) -> tuple[str, ...]:
    """The forms of ID to bring, in the slip's language."""
    return tuple(name.say(slip.language) if isinstance(name, Text) else name for name in slip.documents)


def office_lines(address: Address) -> tuple[str, ...]:
    """Street lines and place, as people write them."""
    code = address.zip if len(address.zip) <= 5 else f"{address.zip[:5]}-{address.zip[5:].lstrip('-')}"
    return (*address.lines, f"{address.city}, {address.state} {code}")


def grouped(code: str) -> str:
    """A code in groups of four or five, easy to say; groups it already has are kept."""
    if " " in code or "-" in code:
        return re.sub("[ -]+", " ", code.strip(" -"))
    count = max(1, len(code) // 4)
    size, longer = divmod(len(code), count)
    ends = [size * group + min(group, longer) for group in range(count + 1)]
    return " ".join(code[start:end] for start, end in zip(ends, ends[1:], strict=False))


def draw_slip(slip: Slip, stationery: Stationery, *, practice: bool) -> bytes:
    """The slip as a PDF of one page; Refused as `check_slip` says, or where a text does not fit."""
    check_slip(slip)
    texts, said = stationery.slip, slip.language
    document = Document(f"{texts.title.say(said)}, {slip.case_number}", said)
    sheet = Sheet(document.canvas)
    document.begin_language(said)
    draw_sender(sheet, stationery.common, said)
    labels = (stationery.common.case.say(said), stationery.common.page.say(said))
    draw_labels(sheet, labels)
    draw_values(sheet, labels, (slip.case_number, stationery.common.page_count.say(said)))
    if practice:
        draw_practice(sheet, stationery.common, said)
    y = _draw_appointment(sheet, slip, stationery)
    y = _draw_bring(sheet, slip, texts, y)
    y = _draw_code(sheet, slip, texts, y)
    y = _draw_next(sheet, slip, texts, y)
    _draw_foot(sheet, slip, texts, y)
    document.end_language()
    document.end_page()
    return document.finish()


def _draw_appointment(sheet: Sheet, slip: Slip, stationery: Stationery) -> float:
    texts, said = stationery.slip, slip.language
    sheet.text(LEFT, 166, texts.title.say(said), TITLE)
    y = sheet.paragraph(LEFT, 187, fill(texts.intro.say(said), name=slip.name), BODY)
    lines = office_lines(slip.office_address)
    panel = Box(LEFT, y + 1, RIGHT, y + 80 + max(1, len(lines) - 1) * BODY.leading)
    sheet.panel(panel)
    sheet.rule(MIDDLE, panel.top + 14, MIDDLE, panel.bottom - 14)
    _draw_when(sheet, slip, stationery, panel.top)
    x = MIDDLE + 18
    sheet.text(x, panel.top + 22, texts.where.say(said), LABEL)
    sheet.fitted(x, panel.top + 41, slip.office_name, BIG, BIG_SIZES, RIGHT - x - 10)
    for row, line in enumerate(lines):
        sheet.text(x, panel.top + 59 + row * BODY.leading, line, BODY, RIGHT - x - 10)
    return panel.bottom


def _draw_when(sheet: Sheet, slip: Slip, stationery: Stationery, top: float) -> None:
    words, said = stationery.words, slip.language
    zone_words(words, slip.zone, said)  # an unknown zone is refused before it is looked up
    day = slip.starts.astimezone(ZoneInfo(slip.zone)).date()
    clock = local_time_words(words, slip.starts, slip.zone, said)
    x = LEFT + 20
    sheet.text(x, top + 22, stationery.slip.when.say(said), LABEL)
    sheet.fitted(x, top + 41, weekday_words(words, day, said), BIG, BIG_SIZES, ROOM)
    sheet.fitted(x, top + 60, clock, BIG, BIG_SIZES, ROOM)
    sheet.text(x, top + 78, fill(stationery.slip.minutes.say(said), minutes=slip.minutes), BODY, ROOM)


def _draw_bring(sheet: Sheet, slip: Slip, texts: SlipTexts, y: float) -> float:
    sheet.text(LEFT, y + 26, texts.bring_title.say(slip.language), HEADING)
    names = document_names(slip)
    if len(names) == 2:
        y = sheet.steps(y + 45, names, BODY, 0.8) + 2
    else:
        choice = fill(texts.bring_choice.say(slip.language), documents="; ".join(names))
        y = sheet.paragraph(LEFT, y + 45, choice, BODY)
    return sheet.paragraph(LEFT, y, texts.bring.say(slip.language), BODY)


def _draw_code(sheet: Sheet, slip: Slip, texts: SlipTexts, y: float) -> float:
    sheet.text(LEFT, y + 11, texts.code_title.say(slip.language), HEADING)
    panel = Box(LEFT, y + 20, RIGHT, y + 64)
    sheet.panel(panel)
    code = grouped(slip.continuation_code).replace(" ", "   ")
    sheet.fitted(LEFT + 20, panel.top + 31, code, CODE, CODE_SIZES, panel.width - 40)
    return sheet.paragraph(LEFT, panel.bottom + 18, texts.code.say(slip.language), BODY)


def _draw_next(sheet: Sheet, slip: Slip, texts: SlipTexts, y: float) -> float:
    said = slip.language
    phones = {"desk_phone": slip.desk_phone, "tac_phone": slip.tac_phone}
    sheet.text(LEFT, y + 11, texts.next_title.say(said), HEADING)
    steps = tuple(fill(step.say(said), **phones) for step in texts.next)
    y = sheet.steps(y + 30, steps, BODY, 0.8)
    sheet.text(LEFT, y + 11, texts.change_title.say(said), HEADING)
    return sheet.paragraph(LEFT, y + 30, fill(texts.change.say(said), **phones), BODY)


def _draw_foot(sheet: Sheet, slip: Slip, texts: SlipTexts, y: float) -> None:
    foot = max(y, HEIGHT - 62)
    sheet.rule(LEFT, foot, RIGHT, foot)
    sheet.text(LEFT, foot + 16, texts.privacy.say(slip.language), Style(SMALL_BOLD.font, 10.2))
    other = fill(texts.other_language.say(slip.language), desk_phone=slip.desk_phone)
    sheet.text(LEFT, foot + 31, other, Style(BODY.font, 10.2))
