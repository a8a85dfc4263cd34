"""What an assistor's hands do on a call, step by step as the page asks."""

from ..domain.terms import Due, Language, Reason
from ..gui.pages.call.notice import PapersStep
from ..gui.pages.call.page import CallPage
from ..gui.pages.call.passed import PassedStep
from ..gui.pages.call.question import QuestionStep
from ..gui.widgets.person import PersonButton
from ..requests.intake import CallSeen, QuestionSeen
from .caller import Caller
from .seat import Seat

ASKED = (Due.ANSWER, Due.IDENTIFY, Due.CHECK_IDENTITY)


class AtCall:
    """An assistor at the call page with a caller on the line."""

    def __init__(self, seat: Seat, caller: Caller) -> None:
        self.seat, self.caller = seat, caller

    @property
    def page(self) -> CallPage:
        """The call page."""
        page = self.seat.console.page
        assert isinstance(page, CallPage)
        return page

    @property
    def seen(self) -> CallSeen:
        """The call as the page shows it."""
        assert self.page.seen is not None
        return self.page.seen

    def due(self, *wanted: Due) -> Due:
        """Waits until the call needs one of these next, and tells which."""
        what = " or ".join(wanted)
        self.seat.settled(what, lambda: self.page.seen is not None and self.page.seen.due in wanted)
        return self.seen.due

    def start(self, reason: Reason) -> None:
        """Starts a call; for who phones again the second reason."""
        self.seat.settled("the start of a call", lambda: self.page.seen is None)
        self.seat.picture("call-start")
        if reason is Reason.RETURN_AFTER_VISIT:
            self.seat.press("2")
        self.seat.press("Return")

    def greet(self) -> None:
        """Greets and takes four times yes."""
        self.due(Due.ELIGIBILITY)
        self.seat.type("yyyy")
        self.seat.picture("call-greeting")
        self.seat.press("Return")
        self.due(*ASKED)

    def interview(self, spanish_from: int = 0, picture_at: int = 0) -> Due:
        """Types every answer; ends with what is due when there is nothing left to ask."""
        while (question := self._question()) is not None:
            if question.number == spanish_from:
                self.speak_spanish()
            self.seat.type(self.caller.say(question))
            if question.number == picture_at:
                self.seat.picture(f"call-question-{self.seen.language}")
            self.seat.press("Return")
            self._answered(question.number)
        return self.seen.due

    def _question(self) -> QuestionSeen | None:
        self.seat.settled("a question or its end", self._ready)
        if isinstance(self.page.step, PapersStep):
            self.caller_ready()
            self.seat.settled("the first tax item", lambda: not isinstance(self.page.step, PapersStep))
            return self._question()
        step = self.page.step
        return step.question if isinstance(step, QuestionStep) and self.seen.due in ASKED else None

    def caller_ready(self) -> None:
        """The papers are there: Enter."""
        self.seat.press("Return")

    def _ready(self) -> bool:
        seen, step = self.page.seen, self.page.step
        if seen is None or seen.due not in ASKED or isinstance(step, PapersStep):
            return True
        return isinstance(step, QuestionStep) and step.question is not None and seen.due is Due.ANSWER

    def _answered(self, number: int) -> None:
        def past() -> bool:
            seen = self.page.seen
            recorded = {one.number for one in seen.recorded} if seen else set()
            return number in recorded or seen is None or seen.due not in ASKED or seen.asked_again

        self.seat.settled(f"answer {number} to be kept", past)

    def speak_spanish(self) -> None:
        """The caller goes on in Spanish, unless the call is in Spanish already."""
        if self.seen.language is not Language.ES:
            self.seat.press("F6")
        self.seat.settled("Spanish", lambda: self.seen.language is Language.ES)

    def verdict(self) -> Due:
        """Asks for the verdict."""
        self.seat.picture("call-recorded")
        self.seat.press("Return")
        return self.due(Due.ISSUE_ACCOUNT, Due.BOOK)

    def issue(self) -> str:
        """Creates the account, reads the password out, hides it and ends the call; the account's name."""
        self.due(Due.ISSUE_ACCOUNT)
        self.seat.press("Return")
        self.due(Due.READ_OUT)
        self.seat.picture("call-passed")
        self.seat.press("Return")
        self.seat.picture("call-password-hidden")
        step = self.page.step
        assert isinstance(step, PassedStep)
        username = step.ui.username.text()
        self.end()
        return username

    def end(self) -> None:
        """Ends the call."""
        self.seat.press("Ctrl+Return")
        self.seat.settled("the call to be over", lambda: self.page.seen is None)

    def find(self) -> None:
        """Finds the case of who phones again by name and date of birth, and takes it."""
        self.due(Due.FIND_CASE)
        self.seat.type(self.caller.name)
        self.seat.press("Tab")
        self.seat.type(f"{self.caller.born:%m%d%Y}")
        self.seat.press("Return")
        self.seat.settled("the case", lambda: isinstance(self.seat.focused(), PersonButton))
        self.seat.picture("call-case-found")
        self.seat.press("Space")
        self.due(Due.PROVE)

    def prove(self, code: str) -> None:
        """Types the continuation code of the slip."""
        self.seat.type(code)
        self.seat.picture("call-continuation-code")
        self.seat.press("Return")
        self.due(Due.ISSUE_ACCOUNT)
        self.seat.picture("call-verified")
