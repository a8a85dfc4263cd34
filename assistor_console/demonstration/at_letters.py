"""What a supervisor's hands do with the letters that wait: take a run, save its pages, confirm, mail."""

from pathlib import Path

from ..domain.letter import LetterState
from ..gui.pages.letter_run import LetterRunsPage
from ..requests.letters import RunSeen
from .seat import Seat


class AtLetters:
    """A supervisor at the page of letter runs."""

    def __init__(self, seat: Seat) -> None:
        self.seat = seat

    @property
    def page(self) -> LetterRunsPage:
        """The page of letter runs."""
        page = self.seat.console.page
        assert isinstance(page, LetterRunsPage)
        return page

    def print_and_mail(self) -> Path:
        """Takes every queued letter as one run, saves the pages, confirms printed and mailed; the PDF."""
        self.seat.press("Ctrl+2")
        self.seat.settled("the letters", lambda: isinstance(self.seat.console.page, LetterRunsPage))
        self.seat.settled("what to do next", lambda: self.page.ui.primary.isEnabled())
        self.seat.picture("letters-queued")
        self.seat.press("Ctrl+Return")
        self._until(LetterState.LEASED)
        self.seat.press("Ctrl+O")
        self.seat.settled("the pages", lambda: self.page.ui.middle.currentWidget() is self.page.ui.preview)
        self.seat.picture("letters-run")
        printed = self.seat.save("Ctrl+S", ".pdf")
        self._confirm(LetterState.PRINTED)
        self._confirm(None)
        self.seat.picture("letters-mailed")
        return printed

    def _confirm(self, then: LetterState | None) -> None:
        run = self._run()
        assert run is not None
        self.seat.tab_to("the count", lambda w: w is self.page.ui.count)
        self.seat.type(str(run.letters))
        self.seat.press("Return")
        self._until(then)

    def _run(self) -> RunSeen | None:
        batch = self.page.runs.batch()
        return batch.run if batch else None

    def _until(self, state: LetterState | None) -> None:
        """The chosen run stands so; None: it is with the post, and no longer chosen."""

        def stands() -> bool:
            run = self._run()
            return (run.state if run else None) is state

        self.seat.settled(f"the run to be {state or 'mailed'}", stands)
