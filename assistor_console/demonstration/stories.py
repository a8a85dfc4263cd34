"""The three stories: a caller who passes, one who does not, one who has an account already."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from ..domain.terms import Reason, State
from . import acts
from .caller import Caller
from .cast import ASSISTOR, OTHER_ASSISTOR, SUPERVISOR, Cast
from .stage import Person, Stage

EARLY, LATER = timedelta(minutes=5), timedelta(hours=3)
SPANISH_FROM = 6


@dataclass(slots=True)
class Story:
    """What came of a case: its steps, what others saw by themselves, and where it ended."""

    name: str
    caller: Caller
    steps: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
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
        self.stage.begin_day(ASSISTOR, self.cast.window, SUPERVISOR)
        return [self.passing(), self.failing(), self.registered()]

    def passing(self) -> Story:
        """Interview, account, temporary password, letter."""
        story = Story("pass", self.cast.passing)
        with self._call(story, ASSISTOR, Reason.NEW_PROOFING) as assistor:
            self._interview(story, assistor)
            self._verdict(story, assistor)
            self._issue(story, assistor)
        self._letters(story)
        return story

    def failing(self) -> Story:
        """Interview, referral, appointment, visit, return call, account, letter."""
        story = Story("fail", self.cast.failing)
        with self._call(story, ASSISTOR, Reason.NEW_PROOFING) as assistor:
            self._interview(story, assistor, spanish_from=SPANISH_FROM)
            self._verdict(story, assistor)
            booked = assistor.do(acts.book, story.caller)
            story.appointment = f"{booked.office}, {booked.starts.isoformat()}"
            self._step(story, "appointment_booked")
            self._seen(story, State.APPOINTMENT_BOOKED)
            assistor.do(acts.end_call, story.caller)
        self.stage.move_to(booked.starts - EARLY)
        self.stage.begin_day(OTHER_ASSISTOR, self.cast.window, SUPERVISOR)
        self._visit(story)
        self.stage.move_to(booked.starts + LATER)
        self._return(story, booked.slip)
        self._letters(story)
        return story

    def registered(self) -> Story:
        """Identity items, and the account that is there already."""
        story = Story("existing account", self.cast.registered)
        with self._call(story, ASSISTOR, Reason.NEW_PROOFING) as assistor:
            story.final_state = self._interview(story, assistor)
            assistor.do(acts.end_registered, story.caller)
        self._step(story, str(story.final_state))
        return story

    @contextmanager
    def _call(self, story: Story, who: str, reason: Reason) -> Iterator[Person]:
        if (supervisor := self.stage.onlooker(SUPERVISOR)) is not None:
            supervisor.do(acts.keep_watch)
        with self.stage.at(who) as assistor:
            assistor.do(acts.start_call, story.caller, reason)
            self._step(story, f"call: {reason}")
            yield assistor

    def _interview(self, story: Story, assistor: Person, spanish_from: int = 0) -> State | None:
        assistor.do(acts.greet, story.caller)
        asked = assistor.do(acts.interview, story.caller, spanish_from)
        story.number = asked.number
        self._step(story, f"{asked.answers} answers recorded")
        if asked.over is None:
            self._seen(story, State.INTERVIEWING)
        return asked.over

    def _verdict(self, story: Story, assistor: Person) -> None:
        verdict = assistor.do(acts.verdict, story.caller)
        self._step(story, f"verdict: {verdict}")
        self._seen(story, State(verdict))

    def _issue(self, story: Story, assistor: Person) -> None:
        story.account = assistor.do(acts.issue, story.caller)
        self._step(story, "account_issued")
        self._seen(story, State.ACCOUNT_ISSUED)

    def _visit(self, story: Story) -> None:
        if (supervisor := self.stage.onlooker(SUPERVISOR)) is not None:
            supervisor.do(acts.keep_watch)
        with self.stage.at(self.cast.window) as window:
            window.do(acts.verify, story.number, story.caller.name)
            self._step(story, "verified_in_person")
            self._seen(story, State.VERIFIED_IN_PERSON)

    def _return(self, story: Story, slip: Path) -> None:
        with self._call(story, OTHER_ASSISTOR, Reason.RETURN_AFTER_VISIT) as assistor:
            assistor.do(acts.recognize, story.caller, slip)
            self._step(story, "recognized by the continuation code")
            self._issue(story, assistor)

    def _letters(self, story: Story) -> None:
        with self.stage.at(SUPERVISOR) as supervisor:
            story.letter = supervisor.do(acts.print_and_mail)
            story.final_state = supervisor.do(acts.look_up, story.number)
        self._step(story, str(story.final_state))

    def _seen(self, story: Story, state: State) -> None:
        """Whoever has the queues before them sees it without asking."""
        if (supervisor := self.stage.onlooker(SUPERVISOR)) is not None:
            supervisor.do(acts.see_come, story.number, state)
            story.seen.append(str(state))
            self.stage.tell(f"{story.name}: the supervisor's queue shows {state} by itself")

    def _step(self, story: Story, what: str) -> None:
        story.steps.append(str(what))
        self.stage.tell(f"{story.name}: {what}")
