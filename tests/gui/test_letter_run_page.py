"""Letter runs by keys on a real desk: taken, looked at, printed, counted, mailed, replaced."""

from collections.abc import Iterator
from pathlib import Path
from threading import Semaphore

import pytest
from pypdf import PageObject, PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from assistor_console.desk.local import LocalDesk
from assistor_console.domain.errors import Trouble
from assistor_console.domain.letter import LetterState
from assistor_console.gui.documents import into
from assistor_console.gui.frame import ConsoleWindow
from assistor_console.gui.pages.letter_run import LetterRunsPage
from assistor_console.gui.pages.letter_run_steps import Step
from assistor_console.gui.printing import default_printer, opened, print_pages
from assistor_console.requests.base import Envelope, R, Request, Told, untold
from assistor_console.requests.letters import LeaseRun, LetterDesk, RunDocument, SeeLetters
from tests.gui.real_desk import (
    again,
    empty_world,
    focused,
    passed,
    press,
    put_away,
    settle,
    window_of,
    write,
)
from tests.worlds import World

K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
NAMES = ("MARISOL<QUINTERO", "MINH<NGUYEN", "INGRID<LARSSON")


@pytest.fixture(scope="module")
def mailroom(tmp_path_factory: pytest.TempPathFactory) -> tuple[World, Path]:
    """Three letters wait, made once."""
    folder = tmp_path_factory.mktemp("mailroom")
    made = empty_world(folder)
    for number, name in enumerate(NAMES):
        passed(made, name, 2001 + number)
    return made, put_away(made, folder)


@pytest.fixture
def world(mailroom: tuple[World, Path], tmp_path: Path) -> Iterator[World]:
    made, ready = mailroom
    copy = again(ready, made, tmp_path)
    yield copy
    copy.database.close()


@pytest.fixture
def window(qtbot: QtBot, world: World) -> ConsoleWindow:
    made = window_of(qtbot, world, "karina alvarado")
    press(K.Key_2, hold=CTRL)
    settle(qtbot, made)
    return made


@pytest.fixture
def page(window: ConsoleWindow, tmp_path: Path) -> LetterRunsPage:
    shown = window.page
    assert isinstance(shown, LetterRunsPage)
    shown.save_document = into(tmp_path / "saved")
    return shown


def desk(world: World) -> LetterDesk:
    return world.send("sup", SeeLetters())


def take(qtbot: QtBot, window: ConsoleWindow) -> None:
    press(K.Key_Return, hold=CTRL)
    settle(qtbot, window)


def count(qtbot: QtBot, window: ConsoleWindow, page: LetterRunsPage, letters: str) -> None:
    page.ui.count.setFocus()
    page.ui.count.clear()
    write(letters)
    press(K.Key_Return)
    settle(qtbot, window)


def to_pdf(path: Path) -> QPrinter:
    """Qt's own printer to a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_the_next_step_is_always_said(qtbot: QtBot, window: ConsoleWindow, page: LetterRunsPage) -> None:
    assert page.ui.next_words.text() == "Take the waiting letters as one run."
    assert page.ui.next_count.text() == "Step 1 of 4"
    assert page.ui.note.text() == "3 waiting  ·  0 under way"
    assert focused() is page.runs


def test_a_run_goes_from_queue_to_post_by_keys(
    qtbot: QtBot, world: World, window: ConsoleWindow, page: LetterRunsPage, tmp_path: Path
) -> None:
    take(qtbot, window)
    assert page.ui.next_words.text().startswith("Print run LR-17-0001")
    press(K.Key_O, hold=CTRL)
    settle(qtbot, window)
    assert page.ui.middle.currentWidget() is page.ui.preview
    assert page.ui.preview_note.text().startswith("Page 1 of 3.")
    press(K.Key_PageDown, K.Key_PageDown, K.Key_PageDown)
    assert page.ui.preview_note.text().startswith("Page 3 of 3.")
    assert focused() is page.ui.count
    press(K.Key_S, hold=CTRL)
    saved = tmp_path / "saved" / "LR-17-0001.pdf"
    assert len(PdfReader(saved).pages) == 3
    count(qtbot, window, page, "3")
    assert [run.state for run in desk(world).runs] == [LetterState.PRINTED]
    assert page.ui.middle.currentWidget() is page.ui.ledger
    count(qtbot, window, page, "3")
    assert desk(world).runs == () and desk(world).letters == ()
    assert window.line.words() == "Run LR-17-0001 is mailed. Letters: 3. The cases go on."
    assert page.ui.next_words.text() == "Nothing to do."


def test_a_wrong_count_confirms_nothing(
    qtbot: QtBot, world: World, window: ConsoleWindow, page: LetterRunsPage
) -> None:
    take(qtbot, window)
    count(qtbot, window, page, "2")
    assert [run.state for run in desk(world).runs] == [LetterState.LEASED]
    assert page.ui.count.property("problem") is True
    assert "2" in page.ui.count_hint.text() and "3" in page.ui.count_hint.text()
    count(qtbot, window, page, "")
    assert page.ui.count_hint.text() == "Type how many you counted."


def test_a_spoilt_run_is_replaced_by_two_presses(
    qtbot: QtBot, world: World, window: ConsoleWindow, page: LetterRunsPage
) -> None:
    take(qtbot, window)
    before = {letter.number for letter in desk(world).letters}
    press(K.Key_R, hold=CTRL)
    settle(qtbot, window)
    assert page.ui.replace.text() == "Yes, void 3 codes"
    assert desk(world).queued == 0
    press(K.Key_R, hold=CTRL)
    settle(qtbot, window)
    assert desk(world).queued == 3 and not before & {letter.number for letter in desk(world).letters}
    assert page.ui.next_words.text() == "Take the waiting letters as one run."


def test_an_uncertain_run_can_be_counted_or_replaced(
    qtbot: QtBot, world: World, window: ConsoleWindow, page: LetterRunsPage
) -> None:
    take(qtbot, window)
    world.later(hours=2)
    press(K.Key_F5)
    settle(qtbot, window)
    assert page._next.step is Step.UNCERTAIN
    assert "uncertain" in page.ui.note.text()
    assert not page.ui.open.isVisible() and page.ui.replace.isVisible()
    count(qtbot, window, page, "3")
    assert [run.state for run in desk(world).runs] == [LetterState.PRINTED]


def test_somebody_else_s_run_is_left_alone(
    qtbot: QtBot, world: World, window: ConsoleWindow, page: LetterRunsPage
) -> None:
    world.send("ship", LeaseRun())
    press(K.Key_F5)
    settle(qtbot, window)
    assert page.ui.next_words.text() == "Ship is printing run LR-17-0001."
    assert not page.ui.primary.isVisible() and not page.ui.open.isVisible()


def test_the_pages_are_forgotten_when_the_page_is_left(
    qtbot: QtBot, window: ConsoleWindow, page: LetterRunsPage
) -> None:
    take(qtbot, window)
    press(K.Key_O, hold=CTRL)
    settle(qtbot, window)
    press(K.Key_1, hold=CTRL)
    assert page._document is None and page.ui.middle.currentWidget() is page.ui.ledger


def widths(sheet: PageObject) -> list[int]:
    """How wide the pictures of a page are, in pixels."""
    pictures = sheet["/Resources"]["/XObject"].values()  # type: ignore[index]
    return [int(picture.get_object()["/Width"]) for picture in pictures]


def test_pages_go_to_a_printer_at_600_dpi(
    qtbot: QtBot, window: ConsoleWindow, page: LetterRunsPage, tmp_path: Path
) -> None:
    sheet = tmp_path / "printed.pdf"
    page.printer = lambda: to_pdf(sheet)
    take(qtbot, window)
    press(K.Key_P, hold=CTRL)
    qtbot.waitUntil(lambda: window.line.words().startswith("Sent to "), timeout=30_000)
    printed = PdfReader(sheet).pages
    assert len(printed) == 3
    assert (round(printed[0].mediabox.width), round(printed[0].mediabox.height)) == (612, 792)
    assert max(widths(printed[0])) == round(8.5 * 600)


def test_a_machine_without_printers_says_so(
    qtbot: QtBot, window: ConsoleWindow, page: LetterRunsPage
) -> None:
    if QPrinterInfo.availablePrinters():
        assert default_printer().isValid()
        return
    take(qtbot, window)
    press(K.Key_P, hold=CTRL)
    settle(qtbot, window)
    assert window.line.words().startswith("This machine has no printer.")


def test_what_is_no_pdf_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="letters_page.unreadable"):
        opened(b"nothing")
    with pytest.raises(Trouble, match="letters_page.unreadable"):
        print_pages(b"nothing", to_pdf(tmp_path / "none.pdf"))


def test_both_tables_keep_the_contract_of_models(page: LetterRunsPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.letters.model())  # type: ignore[no-untyped-call]
    qtmodeltester.check(page.runs.model())  # type: ignore[no-untyped-call]


def test_the_page_asks_for_no_code_before_it_is_opened(
    qtbot: QtBot, world: World, window: ConsoleWindow, page: LetterRunsPage
) -> None:
    asked: list[object] = []
    page.context.tasks.replied.connect(asked.append)
    take(qtbot, window)
    assert not any(isinstance(reply, RunDocument.reply()) for reply in asked)
    press(K.Key_O, hold=CTRL)
    settle(qtbot, window)
    assert sum(isinstance(reply, RunDocument.reply()) for reply in asked) == 1


def test_what_a_colleague_takes_shows_by_itself(qtbot: QtBot, world: World, page: LetterRunsPage) -> None:
    assert page.runs.batch() is not None and page.runs.batch().run is None  # type: ignore[union-attr]
    world.send("sup", LeaseRun())
    qtbot.waitUntil(lambda: bool(page._desk and page._desk.runs))
    assert page._next.step is Step.THEIRS


def test_a_count_that_is_typed_outlives_what_others_do(
    qtbot: QtBot, world: World, window: ConsoleWindow, page: LetterRunsPage
) -> None:
    press(K.Key_Return, hold=CTRL)
    settle(qtbot, window)
    page.ui.count.setFocus()
    write("2")
    passed(world, "LATE<CALLER", 2901)
    qtbot.waitUntil(lambda: bool(page._desk and page._desk.queued == 1))
    settle(qtbot, window)
    assert page.ui.count.value() == "2" and focused() is page.ui.count
    assert page.runs.batch() is not None and page.runs.batch().run is not None  # type: ignore[union-attr]


class Drawing(LocalDesk):
    """Tells how far a run is only when the test lets it."""

    def __init__(self, world: World) -> None:
        super().__init__(world.pipeline, "test")
        self.step, self.asked = Semaphore(0), 0

    def send(self, request: Request[R], envelope: Envelope | None = None, progress: Told = untold) -> R:
        """The real desk's reply, after ten steps for the pages of a run."""
        if isinstance(request, RunDocument):
            self.asked += 1
            for part in range(10):
                self.step.acquire()
                progress(part / 10)
        return super().send(request, envelope, progress)


@pytest.fixture
def slow(qtbot: QtBot, world: World) -> Iterator[tuple[ConsoleWindow, LetterRunsPage, Drawing]]:
    """A run that was taken at a desk which draws slowly."""
    desk = Drawing(world)
    window = window_of(qtbot, world, "karina alvarado", desk=desk)
    press(K.Key_2, hold=CTRL)
    settle(qtbot, window)
    page = window.page
    assert isinstance(page, LetterRunsPage)
    press(K.Key_Return, hold=CTRL)
    settle(qtbot, window)
    yield window, page, desk
    desk.step.release(20)


def test_pages_that_take_long_show_how_far_they_are(
    qtbot: QtBot, slow: tuple[ConsoleWindow, LetterRunsPage, Drawing]
) -> None:
    window, page, desk = slow
    press(K.Key_O, hold=CTRL)
    qtbot.waitUntil(page.drawing.progress.isVisible)
    desk.step.release(6)
    qtbot.waitUntil(lambda: "2 of 3 letters" in page.drawing.progress.accessibleName())
    desk.step.release(4)
    settle(qtbot, window)
    assert not page.drawing.progress.isVisible()
    assert page.preview.count == 3


def test_escape_takes_back_the_drawing_and_the_page_goes_on(
    qtbot: QtBot, slow: tuple[ConsoleWindow, LetterRunsPage, Drawing]
) -> None:
    window, page, desk = slow
    press(K.Key_O, hold=CTRL)
    qtbot.waitUntil(page.drawing.progress.isVisible)
    press(K.Key_Escape)
    assert not page.drawing.progress.cancel.isEnabled()
    desk.step.release(1)
    settle(qtbot, window)
    assert not page.drawing.progress.isVisible() and page.preview.count == 0
    assert page.messages.log[-1].code == "letters_page.done_take", "nobody is told of a failure"
    desk.step.release(10)
    press(K.Key_O, hold=CTRL)
    settle(qtbot, window)
    assert page.preview.count == 3 and desk.asked == 2
