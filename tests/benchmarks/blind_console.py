"""A console of its own, worked by keys as it is told: it gets what an assistor types, nothing else.

`blind_console.py URL TRUST FOLDER`. Orders come as lines of JSON on standard input, each is answered by a
line on standard output. The window, its pages and its desk are those of `assistor-console run --desk`.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from assistor_console.commands.dress import dress
from assistor_console.demonstration.at_booking import AtBooking
from assistor_console.demonstration.at_call import ASKED, AtCall
from assistor_console.demonstration.at_letters import AtLetters
from assistor_console.demonstration.caller import Caller
from assistor_console.demonstration.camera import Camera
from assistor_console.demonstration.console import Place
from assistor_console.demonstration.hand import PATIENCE
from assistor_console.demonstration.seat import Seat
from assistor_console.domain.errors import Trouble
from assistor_console.domain.terms import AnswerKind, Due, Language, Reason
from assistor_console.gui.fonts import load as load_fonts
from assistor_console.gui.pages.call.question import QuestionStep
from assistor_console.gui.pages.sign_in import SignInPage
from assistor_console.requests.base import Request
from assistor_console.requests.intake import CallSeen, EndCall, QuestionSeen, RecordEligibility, StartCall
from assistor_console.settings import Theme
from tests.benchmarks.blind_forms import Plants, binaries, texts

_KINDS = {AnswerKind.COUNT: "19", AnswerKind.LAST_FOUR: "0000"}


def at_once() -> None:
    """Goes on at once."""


class Blind(Caller):
    """What a caller says, as the orders have it; nobody here knows what is on file."""

    def __init__(self, told: dict[str, str], pause_at: int = 0, pause: Callable[[], None] = at_once) -> None:
        self._told, self._pause_at, self._pause = told, pause_at, pause

    @property
    def name(self) -> str:
        """The name as it is said."""
        return self._told["name"]

    @property
    def born(self) -> date:
        """The date of birth as it is said."""
        return date.fromisoformat(self._told["born"])

    def say(self, question: QuestionSeen) -> str:
        """The keys of an answer."""
        if question.number == self._pause_at:
            self._pause()
        match question.kind:
            case AnswerKind.TIN:
                return self._told["tin"].replace("-", "")
            case AnswerKind.PERSON_NAME:
                return self.name
            case AnswerKind.DATE:
                return f"{self.born:%m%d%Y}"
            case AnswerKind.ADDRESS:
                return self._told["address"]
            case AnswerKind.CHOICE:
                return str([choice.value for choice in question.choices].index(self._told["status"]) + 1)
            case AnswerKind.MONEY:
                return self._told["money"]
            case AnswerKind.BUSINESS_NAME:
                return self._told["business"]
            case _:
                return _KINDS[question.kind]

    def value(self, question: QuestionSeen) -> str:
        """What the page would make of those keys."""
        match question.kind:
            case AnswerKind.DATE:
                return f"{self.born:%m/%d/%Y}"
            case AnswerKind.CHOICE:
                return self._told["status"]
            case _:
                return self.say(question)


class ByPage(AtCall):
    """A call in a window that is not on the screen: the page's own tasks, with every reply on the page.

    Laying out and painting take most of the time of a call by keys.
    """

    def __init__(self, seat: Seat, caller: Blind) -> None:
        super().__init__(seat, caller)
        self._blind = caller

    def start(self, reason: Reason) -> None:
        """Starts a call."""
        self.seat.settled("the start of a call", lambda: self.page.seen is None)
        self._send(StartCall(language=Language.EN, reason=reason))

    def greet(self) -> None:
        """Four times yes."""
        self.due(Due.ELIGIBILITY)
        yes = dict.fromkeys(("individual", "own_behalf", "eservices_user", "tried_online"), True)
        self._send(RecordEligibility(call_id=self.seen.call_id, **yes))
        self.due(*ASKED)

    def interview(self, spanish_from: int = 0, picture_at: int = 0) -> Due:
        """Every answer; ends with what is due when there is nothing left to ask."""
        while (question := self._question()) is not None:
            step = self.page.step
            assert isinstance(step, QuestionStep)
            step.answering.answer(question.number, self._blind.value(question))
            self._answered(question.number)
        return self.seen.due

    def caller_ready(self) -> None:
        """The papers are there."""
        assert self.page.step is not None
        self.page.step.acts()["call.ready"]()

    def verdict(self) -> Due:
        """Asks for the verdict."""
        assert self.page.step is not None
        self.page.step.acts()["call.verdict"]()
        return self.due(Due.ISSUE_ACCOUNT, Due.BOOK)

    def hang_up(self) -> None:
        """Ends the call."""
        self._send(EndCall(call_id=self.seen.call_id))
        self.seat.settled("the call to be over", lambda: self.page.seen is None)

    def _send(self, request: Request[CallSeen]) -> None:
        assert self.page.step is not None
        self.page.step.send(request)


class Unseen(Camera):
    """Takes no pictures; there is a folder for what is printed."""

    def take(self, window: QWidget, name: str) -> None:
        """Nothing."""


class Quick(Seat):
    """A hand that goes on as soon as the window has done its part."""

    def until(self, what: str, ready: Callable[[], bool]) -> None:
        """Waits; Trouble("demo.stuck") says what never came."""
        loop = QApplication.instance()
        assert loop is not None
        waker, ends = QTimer(), time.monotonic() + PATIENCE
        waker.start(1000)
        while not ready():
            if time.monotonic() > ends:
                raise Trouble("demo.stuck", what=what)
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            # Outside of an event loop nothing else deletes what is to be deleted later.
            loop.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def come_in(self, staff_id: str, password: str, code: str) -> None:
        """Agrees to the notice, types and presses Enter."""
        self.console.activateWindow()
        self.settled("the desk", lambda: self.console.clock.known)
        page = self.console.page
        assert isinstance(page, SignInPage)
        if page.ui.agree.isVisible():
            page.ui.agree.click()
        for edit, typed in ((page.ui.staff_id, staff_id), (page.ui.password, password), (page.ui.code, code)):
            edit.setFocus()
            self.type(typed)
        self.press("Return")
        self.settled("being signed in", lambda: bool(self.console.pages))


class Console:
    """Does what it is told; every public method is an order."""

    def __init__(self, seat: Quick, folder: Path, pause: Callable[[], None]) -> None:
        self.seat, self.folder, self.pause = seat, folder, pause
        self.kept: list[object] = []
        self._call: AtCall | None = None

    @property
    def call(self) -> AtCall:
        """The call that was begun last."""
        assert self._call is not None
        return self._call

    def come_in(self, staff_id: str, password: str, code: str) -> None:
        """Signs in."""
        self.seat.come_in(staff_id, password, code)

    def leave(self) -> None:
        """Signs out."""
        self.seat.sign_out()

    def mark(self, words: list[str], amounts: list[int], dates: list[str], numbers: list[str]) -> None:
        """Keeps values in every form there is, in memory and in a file: they must be found."""
        days = frozenset(map(date.fromisoformat, dates))
        marks = Plants(frozenset(words), frozenset(amounts), days, frozenset(numbers))
        written = [text for _, text in texts(marks)]
        raw = [one for _, one in binaries(marks)]
        self.kept = [written, [t.encode(way) for t in written for way in ("utf-16-le", "utf-32-le")], raw]
        (self.folder / "marks.txt").write_text("\n".join(written), encoding="utf-8")

    def interviews(self, said: list[dict[str, str]]) -> list[str]:
        """Calls of many callers in a window that is not on the screen; what was due after each."""
        self.seat.console.hide()
        verdicts = []
        for one in said:
            call = ByPage(self.seat, Blind(one))
            call.start(Reason.NEW_PROOFING)
            call.greet()
            due = call.interview()
            verdicts.append((call.verdict() if due is Due.SCORE else due).value)
            call.hang_up()
        self.seat.console.show()
        return verdicts

    def interview(self, said: dict[str, str], pause_at: int = 0) -> str:
        """A call from its start to the verdict; what is due then. Pauses with a question on the page."""
        self._call = AtCall(self.seat, Blind(said, pause_at, self.pause))
        self.call.start(Reason.NEW_PROOFING)
        self.call.greet()
        due = self.call.interview()
        return (self.call.verdict() if due is Due.SCORE else due).value

    def book(self) -> str:
        """Books the first free time after a referral and saves the papers; the case."""
        AtBooking(self.call).book()
        assert self.call.seen.case is not None
        return str(self.call.seen.case.id)

    def end(self) -> None:
        """Ends the call where it stands; where an appointment is due that is asked once."""
        for _ in range(2 if self.call.seen.due is Due.BOOK else 1):
            self.seat.press("Alt+End")
        self.seat.settled("the call to be over", lambda: self.call.page.seen is None)

    def phone_again(self, said: dict[str, str], code: str) -> None:
        """A caller is back from their visit: proved by the code of their slip, they get their account."""
        self._call = AtCall(self.seat, Blind(said))
        self.call.start(Reason.RETURN_AFTER_VISIT)
        self.call.find()
        self.call.prove(code)
        self.call.issue()

    def mail(self) -> None:
        """Prints and mails every letter that waits."""
        AtLetters(self.seat).print_and_mail()


class Orders:
    """Orders from standard input, answers to standard output."""

    def __init__(self, seat: Quick, folder: Path) -> None:
        self._console = Console(seat, folder, self._pause)

    def serve(self) -> None:
        """Does one after the other, until there are no more."""
        while line := sys.stdin.readline():
            order: dict[str, Any] = json.loads(line)
            try:
                answer = {"done": getattr(self._console, order.pop("do"))(**order)}
            except Trouble as trouble:
                answer = {"trouble": trouble.code, "values": trouble.values}
            print(json.dumps(answer), flush=True)

    def _pause(self) -> None:
        print(json.dumps({"paused": True}), flush=True)
        sys.stdin.readline()


def main(url: str, trust: str, folder: str) -> None:
    """Opens the window on the desk and does what it is told."""
    application = QApplication(sys.argv[:1])
    load_fonts()
    dress(Theme.LIGHT, application)
    here = Path(folder)
    camera = Unseen(here / "out")
    place = Place(url, Path(trust), "blind console", here / "spool", camera.out, Language.EN, print)
    seat = Quick(place.open_desk, camera, Language.EN, url.partition("://")[2])
    Orders(seat, here).serve()
    seat.close()
    shiboken6.delete(seat.console)


if __name__ == "__main__":
    main(*sys.argv[1:])
