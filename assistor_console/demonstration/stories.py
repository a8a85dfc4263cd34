"""The three stories: a caller who passes, one who does not, one who has an account already."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from ..domain.terms import Due, Reason, State
from .at_booking import AtBooking
from .at_call import AtCall
from .at_letters import AtLetters
from .at_queue import AtQueue
from .at_window import AtWindow
from .caller import Caller
from .cast import ASSISTOR, OTHER_ASSISTOR, SUPERVISOR, Cast
from .slips import continuation_code
from .stage import Stage

EARLY, LATER = timedelta(minutes=5), timedelta(hours=3)
PICTURED, SPANISH_FROM = 8, 6


@dataclass(slots=True)
class Story:
    """What came of a case: its steps, and where it ended."""

    name: str
    caller: Caller
    steps: list[str] = field(default_factory=list)
    number: str = ""
    account: str | None = None
    letter: Path | None = None
    appointment: str | None = None
    final_state: State | None = None


class Play:
    """Plays the stories on a stage and keeps what came of each."""

    def __init__(self, stage: Stage, cast: Cast) -> None:
        self.stage, self.cast = stage, cast

    def all(self) -> list[Story]:
        """The three stories in turn."""
        return [self.passing(), self.failing(), self.registered()]

    def passing(self) -> Story:
        """Interview, account, temporary password, letter."""
        story = Story("pass", self.cast.passing)
        with self._call(story, ASSISTOR, Reason.NEW_PROOFING) as call:
            self._interview(story, call)
            self._verdict(story, call)
            self._issue(story, call)
        self._letters(story)
        return story

    def failing(self) -> Story:
        """Interview, referral, appointment, visit, return call, account, letter."""
        story = Story("fail", self.cast.failing)
        with self._call(story, ASSISTOR, Reason.NEW_PROOFING) as call:
            self._interview(story, call, spanish_from=SPANISH_FROM)
            self._verdict(story, call)
            booked, slip = AtBooking(call).book()
            story.appointment = f"{booked.office}, {booked.starts.isoformat()}"
            self._step(story, "appointment_booked")
            call.end()
        self.stage.move_to(booked.starts - EARLY)
        self._visit(story)
        self.stage.move_to(booked.starts + LATER)
        self._return(story, slip)
        self._letters(story)
        return story

    def registered(self) -> Story:
        """Identity items, and the account that is there already."""
        story = Story("existing account", self.cast.registered)
        with self._call(story, ASSISTOR, Reason.NEW_PROOFING) as call:
            self._interview(story, call)
            self.stage.picture(call.seat, "call-already-registered")
            story.final_state = self._state(story, call)
            call.end()
        self._step(story, str(story.final_state))
        return story

    @contextmanager
    def _call(self, story: Story, who: str, reason: Reason) -> Iterator[AtCall]:
        seat = self.stage.seat(who)
        call = AtCall(self.stage, seat, story.caller)
        call.start(reason)
        self._step(story, f"call: {reason}")
        yield call
        seat.leave()

    def _interview(self, story: Story, call: AtCall, spanish_from: int = 0) -> None:
        call.greet()
        call.interview(spanish_from, PICTURED)
        story.number = call.seen.case.number if call.seen.case else ""
        self._step(story, f"{len(call.seen.recorded)} answers recorded")

    def _verdict(self, story: Story, call: AtCall) -> None:
        call.verdict()
        self._step(story, f"verdict: {call.seen.verdict}")

    def _issue(self, story: Story, call: AtCall) -> None:
        story.account = call.issue()
        self._step(story, "account_issued")

    def _visit(self, story: Story) -> None:
        seat = self.stage.seat(self.cast.window)
        AtWindow(self.stage, seat).verify(story.number, story.caller.name)
        self._step(story, "verified_in_person")
        seat.leave()

    def _return(self, story: Story, slip: Path) -> None:
        with self._call(story, OTHER_ASSISTOR, Reason.RETURN_AFTER_VISIT) as call:
            call.due(Due.FIND_CASE)
            call.speak_spanish()
            call.find()
            call.prove(continuation_code(slip))
            self._step(story, "recognized by the continuation code")
            self._issue(story, call)

    def _letters(self, story: Story) -> None:
        seat = self.stage.seat(SUPERVISOR)
        story.letter = AtLetters(self.stage, seat).print_and_mail()
        story.final_state = AtQueue(self.stage, seat).look_up(story.number)
        self._step(story, str(story.final_state))
        seat.leave()

    def _state(self, story: Story, call: AtCall) -> State | None:
        return call.seen.case.state if call.seen.case and call.seen.due is Due.CLOSE else None

    def _step(self, story: Story, what: str) -> None:
        story.steps.append(str(what))
        self.stage.tell(f"{story.name}: {what}")
