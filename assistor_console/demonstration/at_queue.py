"""What a supervisor sees of a case: the queue it stands in and its timeline."""

from ..domain.terms import State
from ..gui.pages.queue import QueuesPage
from ..requests.review import Queue
from .stage import Seat, Stage


class AtQueue:
    """A supervisor at the queues."""

    def __init__(self, stage: Stage, seat: Seat) -> None:
        self.stage, self.seat = stage, seat

    @property
    def page(self) -> QueuesPage:
        """The queues."""
        page = self.seat.console.page
        assert isinstance(page, QueuesPage)
        return page

    def look_up(self, number: str) -> State:
        """Finds a case by its number among the open ones, opens its timeline; where it stands."""
        self.seat.press("Ctrl+1")
        self.seat.settled("the queues", lambda: isinstance(self.seat.console.page, QueuesPage))
        self.stage.picture(self.seat, "queue-needs-a-person")
        for _ in range(list(Queue).index(Queue.OPEN)):
            self.seat.press("Alt+Down")
        self.seat.press("Ctrl+F")
        self.seat.type(number)
        self.seat.press("Return")
        self.seat.settled("the case in the list", lambda: self._first() == number)
        self.seat.press("Return")
        self.seat.settled("the case", lambda: self.page.panel.case is not None)
        self.stage.picture(self.seat, "queue-case")
        assert self.page.panel.case is not None
        return self.page.panel.case.row.state

    def _first(self) -> str:
        table = self.page.table
        case = table.case() if table.wanted.number and table.total == 1 else None
        return case.number if case else ""
