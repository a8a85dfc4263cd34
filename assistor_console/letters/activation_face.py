"""What is the same on every activation letter of one language: drawn once as a form, used on each page."""

from dataclasses import dataclass

from ..domain.terms import Language
from . import fonts
from .document import Document, draw_labels, draw_practice, draw_sender
from .paper import Box, fold_boxes, shown_box
from .settings import Paper
from .sheet import BODY, HEADING, HEIGHT, LABEL, LEFT, RIGHT, SMALL_BOLD, TITLE, WIDTH, Sheet, Style, Zone
from .stationery import Stationery
from .texts import ActivationTexts, fill

INCH = 72.0
DIVIDER = 352.0
ACCOUNT_LEFT = 370.0
CODE = Style(fonts.SEMIBOLD, 50)
CODE_GAP = 19.0
VALUE = Style(fonts.SEMIBOLD, 15.4)
VALUE_SIZES = (15.4, 14.0, 12.5, 11.0, 10.0, 9.0, 8.0)


@dataclass(frozen=True, slots=True)
class FaceKey:
    """What decides the fixed part."""

    language: Language
    phone: str
    hours: str


@dataclass(frozen=True, slots=True)
class Face:
    """A drawn form, and the panel in which each letter's code goes."""

    name: str
    panel: Box


def zones(paper: Paper) -> tuple[Zone, ...]:
    """Where no text of a letter may stand: on a fold, or where the window would show it."""
    folds = tuple(Zone(box, "letters.fold") for box in fold_boxes(paper))
    return (*folds, Zone(shown_box(paper), "letters.window"))


def fact_labels(stationery: Stationery, language: Language) -> tuple[str, ...]:
    """The names of the facts at the top right, in their order."""
    texts, common = stationery.activation, stationery.common
    return tuple(label.say(language) for label in (texts.notice_date, common.case, texts.letter, common.page))


def draw_face(document: Document, stationery: Stationery, key: FaceKey, name: str, practice: bool) -> Face:
    """Draw the form called `name`; Refused where its texts do not fit between the folds."""
    paper = stationery.layout.paper
    canvas = document.canvas
    canvas.beginForm(name, 0, 0, WIDTH, HEIGHT)
    sheet = Sheet(canvas, zones(paper))
    _draw_top(sheet, stationery, key.language, practice)
    first, second = paper.folds
    for fold in (first, second):
        sheet.rule(14, fold * INCH, 28, fold * INCH)
    panel = _draw_middle(sheet, stationery.activation, key, first * INCH)
    _draw_bottom(sheet, stationery.activation, key, second * INCH)
    canvas.endForm()
    return Face(name, panel)


def draw_code(sheet: Sheet, panel: Box, code: str, account: str, deadline: str) -> None:
    """One letter's code in fours, account name and last day, in the panel of its face."""
    end = sheet.text(LEFT + 18.5, panel.top + 70.5, code[:4], CODE)
    sheet.text(end + CODE_GAP, panel.top + 70.5, code[4:], CODE, DIVIDER - end - CODE_GAP)
    room = RIGHT - ACCOUNT_LEFT - 10
    sheet.fitted(ACCOUNT_LEFT, panel.top + 39.5, account, VALUE, VALUE_SIZES, room)
    sheet.fitted(ACCOUNT_LEFT, panel.top + 77.5, deadline, VALUE, VALUE_SIZES, room)


def _draw_top(sheet: Sheet, stationery: Stationery, language: Language, practice: bool) -> None:
    common = stationery.common
    draw_sender(sheet, common, language)
    draw_labels(sheet, fact_labels(stationery, language))
    if practice:
        draw_practice(sheet, common, language)


def _draw_middle(sheet: Sheet, texts: ActivationTexts, key: FaceKey, fold: float) -> Box:
    said = key.language
    sheet.text(LEFT, fold + 38, texts.title.say(said), TITLE)
    y = sheet.paragraph(LEFT, fold + 58, texts.intro.say(said), BODY)
    panel = Box(LEFT, y + 0.5, RIGHT, y + 92.5)
    sheet.panel(panel)
    sheet.rule(DIVIDER, panel.top + 14, DIVIDER, panel.bottom - 14)
    sheet.text(LEFT + 20, panel.top + 22, texts.code.say(said), LABEL)
    sheet.text(ACCOUNT_LEFT, panel.top + 22, texts.account.say(said), LABEL)
    sheet.text(ACCOUNT_LEFT, panel.top + 60.5, texts.deadline.say(said), LABEL)
    sheet.text(LEFT, panel.bottom + 29, texts.unasked_title.say(said), HEADING)
    sheet.paragraph(LEFT, panel.bottom + 48, fill(texts.unasked.say(said), phone=key.phone), BODY)
    return panel


def _draw_bottom(sheet: Sheet, texts: ActivationTexts, key: FaceKey, fold: float) -> None:
    said = key.language
    sheet.text(LEFT, fold + 26, texts.steps_title.say(said), HEADING)
    steps = tuple(step.say(said) for step in texts.steps)
    y = sheet.steps(fold + 45, steps, BODY, 0.8) + 9.5
    sheet.text(LEFT, y, texts.questions_title.say(said), HEADING)
    questions = fill(texts.questions.say(said), phone=key.phone, hours=key.hours)
    y = sheet.paragraph(LEFT, y + 19, questions, BODY)
    foot = max(y + 8, HEIGHT - 70)
    sheet.rule(LEFT, foot, RIGHT, foot)
    sheet.text(LEFT, foot + 16, texts.warning.say(said), Style(SMALL_BOLD.font, 10.2))
    sheet.text(LEFT, foot + 31, fill(texts.other_language.say(said), phone=key.phone), Style(BODY.font, 10.2))
