"""What an assistor's hands do after a referral: a time, two forms of ID, the slip."""

from pathlib import Path

from ..domain.terms import Due
from ..gui.pages.call.booking import BookingStep
from ..requests.intake import AppointmentFacts
from .at_call import AtCall
from .papers import LICENSE, PASSPORT, PaperHand


class AtBooking:
    """The referral on the call page."""

    def __init__(self, call: AtCall) -> None:
        self.call, self.seat = call, call.seat

    @property
    def step(self) -> BookingStep:
        """The booking step."""
        step = self.call.page.step
        assert isinstance(step, BookingStep)
        return step

    def book(self) -> tuple[AppointmentFacts, Path]:
        """Holds the first free time, names two documents, books, saves the papers; the time and the slip."""
        self.seat.settled("free times", lambda: self.step.times.rowCount() > 0)
        self.seat.press("Space")
        self.seat.settled("a held time", lambda: self.step.times.held is not None)
        for form, paper in (("first_paper", LICENSE), ("second_paper", PASSPORT)):
            PaperHand(self.seat, form).describe(paper)
        self.seat.settled("the pair to be accepted", lambda: self.step.worksheet.accepted)
        self.seat.picture("call-referral")
        self.seat.press("Ctrl+Return")
        self.call.due(Due.READ_OUT)
        slip = self.seat.save("Ctrl+P", ".pdf")
        self.seat.save("Ctrl+I", ".ics")
        self.seat.picture("call-booked")
        booked = self.call.seen.appointment
        assert booked is not None
        return booked, slip
