"""The stage: who works at which window, the practice clock, and what is shown and printed."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Concatenate, ParamSpec, Protocol, TypeVar
from zoneinfo import ZoneInfo

from ..domain.terms import Language
from .camera import Camera
from .seat import OpenDesk, Seat

Say = Callable[[str], None]
P = ParamSpec("P")
T = TypeVar("T")
EASTERN = ZoneInfo("America/New_York")


class Person(Protocol):
    """Somebody signed in at a window, wherever it is."""

    def do(self, act: Callable[Concatenate[Seat, P], T], *given: P.args, **named: P.kwargs) -> T:
        """Does an act at the window, by keys; Trouble("demo.stuck") where what it waits for never comes."""
        ...


class PracticeClock(Protocol):
    """The practice desk's clock."""

    def now(self) -> datetime:
        """The practice time (UTC)."""
        ...

    def move_to(self, moment: datetime) -> None:
        """Moves it forward."""
        ...


class Stage(Protocol):
    """Where the stories are played. `pictures` are in the order they were taken."""

    pictures: list[Path]
    tell: Say

    def begin_day(self, *names: str) -> None:
        """These people come to work."""
        ...

    def at(self, name: str) -> AbstractContextManager[Person]:
        """This person is at a window of theirs, signed in."""
        ...

    def onlooker(self, name: str) -> Person | None:
        """This person, if they sit at an open window while others work."""
        ...

    def move_to(self, moment: datetime) -> None:
        """Lets the practice clock go forward; not back."""
        ...


def pass_time(clock: PracticeClock, moment: datetime, tell: Say) -> None:
    """Moves the clock where the moment is still to come."""
    if moment > clock.now():
        clock.move_to(moment)
        tell(f"The clock moves to {moment.astimezone(EASTERN):%A, %B %-d, %Y, %H:%M} Eastern.")


@dataclass(frozen=True, slots=True)
class Sitting:
    """A person at a window of this program."""

    seat: Seat

    def do(self, act: Callable[Concatenate[Seat, P], T], *given: P.args, **named: P.kwargs) -> T:
        """Does an act."""
        return act(self.seat, *given, **named)


class OneProgram:
    """Everybody at windows of this program, one after the other: whoever has done their part leaves."""

    def __init__(
        self, open_desk: OpenDesk, clock: PracticeClock, camera: Camera, tell: Say, language: Language
    ) -> None:
        self.pictures: list[Path] = []
        self.tell = tell
        self._open_desk, self._clock, self._camera, self._language = open_desk, clock, camera, language

    def begin_day(self, *names: str) -> None:
        """Nobody waits at a window."""

    @contextmanager
    def at(self, name: str) -> Iterator[Person]:
        """Opens a window for this person, and closes it after."""
        seat = Seat(self._open_desk, self._camera, self._language)
        seat.sign_in(name)
        yield Sitting(seat)
        seat.sign_out()
        seat.close()
        self.pictures += self._camera.hand_over()

    def onlooker(self, name: str) -> Person | None:
        """Nobody looks on."""
        return None

    def move_to(self, moment: datetime) -> None:
        """Lets the practice clock go forward."""
        pass_time(self._clock, moment, self.tell)
