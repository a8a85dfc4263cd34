"""Letter runs: the page on which a supervisor takes, prints and mails activation-code letters."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from ...domain.errors import Refused, Trouble
from ...domain.terms import Topic
from ...requests.base import Document
from ...requests.letters import (
    ConfirmMailed,
    ConfirmPrinted,
    LeaseRun,
    LetterDesk,
    ReplaceRun,
    RunDocument,
    RunSeen,
    SeeLetters,
)
from ..documents import SaveDocument, into_downloads
from ..messages import refusal_text
from ..page import Context, Page
from ..printing import default_printer, print_pages
from ..style import worn
from ..ui.letter_run import Ui_LetterRun
from .letter_run_drawing import Drawing
from .letter_run_preview import Preview
from .letter_run_steps import COUNTED, REPLACED, Next, Step, next_step
from .letter_run_tables import LetterTable, RunTable

OTHER = Qt.FocusReason.OtherFocusReason


class LetterRunsPage(Page):
    """The ledger, or the pages of a run, in the middle; the runs and the next step at the right.

    `save` keeps a run's file, `printer` gives the printer.
    """

    title_code: ClassVar[str] = "letters_page.title"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.LETTERS})

    def __init__(
        self,
        context: Context,
        parent: QWidget | None = None,
        *,
        save: SaveDocument = into_downloads,
        printer: Callable[[], QPrinter] = default_printer,
    ) -> None:
        super().__init__(context, parent)
        self.save_document, self.printer = save, printer
        self.ui = Ui_LetterRun()
        self.ui.setupUi(self)
        self._desk: LetterDesk | None = None
        self._next = Next(Step.NONE)
        self._document: Document | None = None
        self._wanted: UUID | None = None
        self._busy = self._sure = False
        self.letters, self.runs = LetterTable(self.say, self), RunTable(self.say, self)
        self.letters.setObjectName("letters")
        self.runs.setObjectName("runs")
        self.runs.setMinimumHeight(worn().px(96))
        self.preview = Preview(self)
        self.ui.letters_space.addWidget(self.letters)
        self.ui.runs_space.addWidget(self.runs)
        self.ui.preview_space.addWidget(self.preview)
        self.drawing = Drawing(self.say, self)
        self._make_acts()
        self.runs.chosen.connect(self._on_chosen)
        self.ui.count.changed.connect(lambda _typed: self._show_count_problem(""))
        self.ui.count.entered.connect(lambda _typed: self._do())
        self._show_step()

    def _make_acts(self) -> None:
        ui = self.ui
        self._primary = self.act("letters_page.take", "Ctrl+Return", self._do)
        self._open = self.act("letters_page.open", "Ctrl+O", partial(self._with_pages, self._show_pages))
        self._print = self.act("letters_page.print", "Ctrl+P", partial(self._with_pages, self._print_pages))
        self._save = self.act("letters_page.save", "Ctrl+S", partial(self._with_pages, self._save_pages))
        self._replace = self.act("letters_page.replace", "Ctrl+R", self._on_replace)
        self._shut = self.act("letters_page.shut", "Esc", self._shut_pages)
        self._turns = (
            self.act("letters_page.next_sheet", "PgDown", partial(self._turn, 1)),
            self.act("letters_page.previous_sheet", "PgUp", partial(self._turn, -1)),
        )
        self.act("letters_page.to_runs", "Alt+L", lambda: self.runs.setFocus(OTHER))
        self.act("letters_page.refresh", "F5", self._look)
        pairs = (
            (ui.primary, self._primary),
            (ui.open, self._open),
            (ui.print, self._print),
            (ui.save, self._save),
            (ui.replace, self._replace),
            (ui.shut, self._shut),
        )
        for button, action in pairs:
            button.serve(action)

    def enter(self) -> None:
        """Looks now; the focus is in the runs."""
        self._look()
        self.runs.setFocus(OTHER)
        self.status_changed.emit(self.say("letters_page.status"))

    def leave(self) -> None:
        """Forgets the pages, and those that are being drawn."""
        self.drawing.cancel()
        self._forget_pages()

    def touched(self) -> None:
        """Looks again; the run that is chosen, its pages and the count that is typed stay."""
        self._look()

    def aged(self) -> None:
        """A lease may have ended."""
        self._look()

    def _look(self) -> None:
        self.context.tasks.send(SeeLetters()).success(self._on_desk)

    def _on_desk(self, desk: LetterDesk) -> None:
        self._desk = desk
        code = "letters_page.note_uncertain" if desk.uncertain else "letters_page.note"
        said = self.say(code, queued=desk.queued, runs=len(desk.runs), uncertain=desk.uncertain)
        self.ui.note.setText(said)
        self.letters.show_letters(desk.letters)
        chosen = self.runs.batch()
        self.runs.show_desk(desk, self._wanted or (chosen.id if chosen else None))
        self._wanted = None
        self._on_chosen()

    def _on_chosen(self, *_: object) -> None:
        """Another run: its next step; pages of the one before are forgotten."""
        batch = self.runs.batch()
        run = batch.run if batch else None
        if self._next.run is None or run is None or run.run_id != self._next.run.run_id:
            self.ui.count.clear()
            self._sure = False
        if self._desk is not None:
            self._next = next_step(self._desk, run)
        if not self._next.drawable:
            self._forget_pages()
        self._show_step()

    def _show_step(self) -> None:
        ui, step = self.ui, self._next
        words, more, place = step.words(self.say)
        ui.next_words.setText(words)
        ui.next_more.setText(more)
        ui.next_count.setText(place)
        free = not self._busy
        self._primary.setText(self.say(f"letters_page.{step.act}") if step.act else "")
        self._primary.setEnabled(free and bool(step.act))
        ui.primary.setVisible(bool(step.act))
        for action, button in ((self._open, ui.open), (self._print, ui.print), (self._save, ui.save)):
            action.setEnabled(free and step.drawable)
            button.setVisible(step.drawable)
        self._show_count()
        self._show_replace(free)
        shown = ui.middle.currentWidget() is ui.preview
        for action in self._turns:
            action.setEnabled(shown)
        self._shut.setEnabled(shown or self.drawing.active)

    def _show_count(self) -> None:
        ui, counted = self.ui, self._next.step in COUNTED
        what = "mailed" if self._next.step is Step.MAIL else "printed"
        for widget in (ui.count_label, ui.count, ui.count_hint, ui.count_icon):
            widget.setVisible(counted)
        ui.count_label.setText(self.say(f"letters_page.count_{what}"))
        ui.count.setAccessibleName(ui.count_label.text())
        if not ui.count.property("problem"):
            self._show_count_problem("")

    def _show_count_problem(self, problem: str) -> None:
        ui, tone = self.ui, "bad" if problem else "soft"
        ui.count.set_problem(bool(problem))
        ui.count_icon.show_icon("warning-circle" if problem else "info", tone)
        ui.count_hint.set_tone(tone)
        ui.count_hint.setText(problem or self.say("letters_page.count_hint"))

    def _show_replace(self, free: bool) -> None:
        ui, run = self.ui, self._next.run
        may = self._next.step in REPLACED
        letters = run.letters if run else 0
        code = "letters_page.replace_sure" if self._sure else "letters_page.replace"
        self._replace.setText(self.say(code, letters=letters))
        self._replace.setEnabled(free and may)
        ui.replace.setVisible(may)
        ui.refused.setText(self.say("letters_page.replace_words") if self._sure else "")
        ui.refused.setVisible(self._sure)
        ui.refused_icon.show_icon("warning", "warn")
        ui.refused_icon.setVisible(self._sure)

    def _do(self) -> None:
        """The next step."""
        if not self._primary.isEnabled():
            return
        if self._next.step is Step.TAKE:
            task = self.context.tasks.send(LeaseRun()).success(partial(self._on_run, "take"))
            self._wait(task.always)
        elif (letters := self._counted()) and self._next.run is not None:
            confirm = ConfirmMailed if self._next.step is Step.MAIL else ConfirmPrinted
            act = confirm(run_id=self._next.run.run_id, letters=letters)
            task = self.context.tasks.send(act).success(partial(self._on_run, self._next.act))
            self._wait(task.failure(self._on_refused).always)

    def _counted(self) -> int:
        typed = self.ui.count.value()
        counted = int(typed) if typed.isascii() and typed.isdigit() else 0
        if not counted:
            self._show_count_problem(self.say("letters_page.count_nothing"))
            self.ui.count.setFocus(OTHER)
        return counted

    def _on_refused(self, error: Exception) -> bool:
        if isinstance(error, Refused) and error.refusal.rule == "run.count":
            self._show_count_problem(refusal_text(error.refusal, self.say.language))
            self.ui.count.setFocus(OTHER)
            self.ui.count.selectAll()
        return False

    def _wait(self, always: Callable[[Callable[[], None]], object]) -> None:
        """Nothing else may be begun until the desk has answered."""

        def over() -> None:
            self._busy = False
            self.drawing.end()
            self._show_step()

        self._busy = True
        self._show_step()
        always(over)

    def _on_run(self, how: str, run: RunSeen) -> None:
        """A run has moved on: what it needs next is shown at once."""
        self.messages.info(f"letters_page.done_{how}", run=run.number, letters=run.letters)
        self._wanted, self._sure = run.run_id, False
        self.ui.count.clear()
        self._show_count_problem("")
        if how != "take":
            self._forget_pages()
        self._look()
        if how == "mailed":
            self.runs.setFocus(OTHER)

    def _on_replace(self) -> None:
        """The first press says what it does, the second does it."""
        if self._next.run is None:
            return
        if not self._sure:
            self._sure = True
            self._show_step()
            return
        act = ReplaceRun(run_id=self._next.run.run_id)
        task = self.context.tasks.send(act).success(partial(self._on_run, "replace"))
        self._wait(task.always)

    def _with_pages(self, then: Callable[[Document], None]) -> None:
        """Does something with the run's pages; they are asked for once while the run is looked at."""
        if self._document is not None:
            then(self._document)
        elif self._next.run is not None:
            ask = RunDocument(run_id=self._next.run.run_id)

            def arrived(document: Document) -> None:
                self._document = document
                then(document)

            task = self.context.tasks.send(ask, self.drawing.show_part)
            self._shut.setEnabled(True)
            self.drawing.begin(task, self._next.run)
            self._wait(task.success(arrived).always)

    def _show_pages(self, document: Document) -> None:
        try:
            self.preview.show_pages(document.content)
        except Trouble as trouble:
            self.messages.trouble(trouble)
            return
        ui = self.ui
        ui.preview_title.setText(document.name)
        ui.middle.setCurrentWidget(ui.preview)
        self._turn(0)
        self._show_step()
        self._to_count()

    def _turn(self, by: int) -> None:
        preview = self.preview
        preview.turn_to(preview.number + by)
        said = self.say("letters_page.preview_note", number=preview.number + 1, pages=preview.count)
        self.ui.preview_note.setText(said)
        preview.setAccessibleName(said)

    def _print_pages(self, document: Document) -> None:
        """The printer is asked for here, the pages are drawn beside the window."""
        try:
            printer = self.printer()
        except Trouble as trouble:
            self.messages.trouble(trouble)
            return
        name = printer.printerName()
        self.messages.info("letters_page.printing")

        def printed(pages: int) -> None:
            self.messages.info("letters_page.sent_to_printer", pages=pages, printer=name)
            self._to_count()

        task = self.context.tasks.run(lambda: print_pages(document.content, printer))
        self._wait(task.success(printed).always)

    def _save_pages(self, document: Document) -> None:
        try:
            path = self.save_document(document)
        except Trouble as trouble:
            self.messages.trouble(trouble)
            return
        self.messages.info("letters_page.saved", name=path.name)
        self._to_count()

    def _to_count(self) -> None:
        if self.ui.count.isVisible():
            self.ui.count.setFocus(OTHER)

    def _shut_pages(self) -> None:
        """Escape takes back what is being drawn, or else the pages that are shown."""
        if self.drawing.active:
            self.drawing.cancel()
            return
        self._forget_pages()
        self._show_step()

    def _forget_pages(self) -> None:
        self._document = None
        self.preview.clear_pages()
        self.ui.middle.setCurrentWidget(self.ui.ledger)
