"""What the hands of TAC staff do when a visitor stands at the window."""

from ..gui.pages.tac import TodayPage
from ..requests.visits import Check
from .papers import LICENSE, PASSPORT, Paper, PaperHand
from .seat import Seat


class AtWindow:
    """TAC staff at the page of the day."""

    def __init__(self, seat: Seat) -> None:
        self.seat = seat

    @property
    def page(self) -> TodayPage:
        """The page of the day."""
        page = self.seat.console.page
        assert isinstance(page, TodayPage)
        return page

    def verify(self, case: str, name: str) -> None:
        """Opens the visitor's row, writes down two documents, ticks every check, verifies."""
        self.seat.settled("the day's list", lambda: bool(self.page.visits.shown()))
        self.seat.press("Ctrl+F")
        self.seat.type(case)
        self.seat.press("Return")
        self.seat.settled("the visit", lambda: self.page.ui.visit.isVisible())
        for form, paper in (("first_document", LICENSE), ("second_document", PASSPORT)):
            self._write_down(form, paper, name)
        for check in Check:
            self.seat.tab_to(check, lambda w, c=check: w.objectName() == f"check_{c}")  # type: ignore[misc]
            self.seat.press("Space")
        self.seat.settled("the pair to be weighed", lambda: self.page.ui.verified.isEnabled())
        self.seat.picture("tac-visit")
        self.seat.press("Ctrl+Return")
        self.seat.settled("the visit to be over", lambda: not self.page.ui.visit.isVisible())
        self.seat.picture("tac-verified")

    def _write_down(self, form: str, paper: Paper, name: str) -> None:
        hand = PaperHand(self.seat, form)
        hand.describe(paper)
        hand.type("last_four", paper.last_four)
        hand.type("name", name)
        hand.tick("photo")
