"""What a supervisor sees of a case: the queue it stands in and its timeline."""

from ..domain.terms import State
from ..gui.pages.queue import QueuesPage
from ..requests.review import Queue
from .seat import Seat


class AtQueue:
    """A supervisor at the queues."""

    def __init__(self, seat: Seat) -> None:
        self.seat = seat

    @property
    def page(self) -> QueuesPage:
        """The queues."""
        page = self.seat.console.page
        assert isinstance(page, QueuesPage)
        return page

    def look_up(self, number: str) -> State:
        """Finds a case by its number among the open ones, opens its timeline; where it stands."""
        self._enter()
        self.seat.picture(f"queue-{self._queue().replace('_', '-')}")
        self._go_to(Queue.OPEN)
        self.seat.press("Ctrl+F")
        self.seat.type(number)
        self.seat.press("Return")
        self.seat.settled("the case in the list", lambda: self._first() == number)
        self.seat.press("Return")
        self.seat.settled("the case", lambda: self.page.panel.case is not None)
        self.seat.picture("queue-case")
        assert self.page.panel.case is not None
        return self.page.panel.case.row.state

    def keep_watch(self) -> None:
        """Goes to the queue of every open case, whatever its number."""
        self._enter()
        self._go_to(Queue.OPEN)
        self.seat.settled("every open case", lambda: not self.page.table.wanted.filtered)

    def see_come(self, number: str, state: State) -> None:
        """Touches nothing until list and open case say by themselves that the case has come to a state.

        A case that has just appeared is opened then.
        """
        self.seat.settled(f"the queue to show {number} {state} by itself", lambda: self._shows(number, state))
        self.seat.picture(f"queue-by-itself-{state.replace('_', '-')}")
        if self._open_number() != number:
            self._open(number)

    def _shows(self, number: str, state: State) -> bool:
        listed = any(row.number == number and row.state is state for row in self.page.table.cases.rows())
        case = self.page.panel.case
        return listed and (case is None or case.row.number != number or case.row.state is state)

    def _open_number(self) -> str:
        case = self.page.panel.case
        return case.row.number if case else ""

    def _open(self, number: str) -> None:
        table = self.page.table
        self.seat.press("Alt+L")
        self.seat.press("Ctrl+Home")
        for _ in range(table.cases.rowCount()):
            chosen = table.case()
            if chosen is None or chosen.number != number:
                self.seat.press("Down")
        self.seat.press("Return")
        self.seat.settled("the case", lambda: self._open_number() == number)

    def _enter(self) -> None:
        self.seat.press("Ctrl+1")
        self.seat.settled("the queues", lambda: isinstance(self.seat.console.page, QueuesPage))
        if self.page.table.wanted.number:
            self.seat.press("Alt+C")

    def _queue(self) -> Queue:
        return next(queue for queue, button in self.page.queues.buttons.items() if button.isChecked())

    def _go_to(self, queue: Queue) -> None:
        for _ in Queue:
            if self._queue() is not queue:
                self.seat.press("Alt+Down")

    def _first(self) -> str:
        table = self.page.table
        case = table.case() if table.wanted.number and table.total == 1 else None
        return case.number if case else ""
