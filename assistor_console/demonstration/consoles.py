"""A stage of three consoles at once, each in a program of its own, all on one desk elsewhere."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Concatenate, Self

from ..domain.errors import Trouble
from ..domain.terms import Role
from .console import GONE, Came, Place, Told, sit
from .seat import Seat
from .stage import EASTERN, P, Person, PracticeClock, Say, T, pass_time

SPAWN = get_context("spawn")
STAFF = (Role.ASSISTOR, Role.TAC, Role.SUPERVISOR)
ACT_SECONDS, LEAVE_SECONDS = 180.0, 15.0
"""How long one act may take, and a console to close its window."""


@dataclass(slots=True)
class Console:
    """A console of the stage, seen from here. `people` have sat at it, in order; `who` sits there now."""

    name: str
    line: Connection
    process: SpawnProcess
    pictures: list[Path]
    who: str = ""
    people: list[str] = field(default_factory=list)

    def do(self, act: Callable[Concatenate[Seat, P], T], *given: P.args, **named: P.kwargs) -> T:
        """Does an act at its window; Trouble("demo.console_gone") where the program has ended."""
        try:
            self.line.send(Told(act, given, named, len(self.pictures)))
            if not self.line.poll(ACT_SECONDS):
                raise Trouble("demo.stuck", what=f"{self.name}: {act.__name__}")
            came = self.line.recv()
        except (EOFError, OSError):
            raise Trouble(GONE, console=self.name) from None
        assert isinstance(came, Came)
        self.pictures += came.pictures
        if came.trouble is not None:
            code, values = came.trouble
            raise Trouble(code, **values)
        result: T = came.result
        return result

    def seat(self, name: str) -> None:
        """Lets a person sit here, after whoever sat here before has signed out; "" for nobody."""
        if name == self.who:
            return
        if self.who:
            self.do(Seat.sign_out)
        self.who = ""
        if name:
            self.do(Seat.sign_in, name)
            self.who = name
            self.people += [] if name in self.people else [name]

    def end(self) -> None:
        """Waits for the program to end after its line was closed; one that does not is ended."""
        for end in (self.process.terminate, self.process.kill):
            self.process.join(LEAVE_SECONDS)
            if self.process.exitcode is None:
                end()
        self.process.join()


class ThreeConsoles:
    """A stage with a console for each role, open from the first act to the last.

    `roles` says who works as what; `place` gives what the console of a role is started with. A day ends for
    everybody when the clock moves on to the next.
    """

    def __init__(
        self, place: Callable[[str], Place], clock: PracticeClock, roles: Mapping[str, Role], tell: Say
    ) -> None:
        self.pictures: list[Path] = []
        self.tell = tell
        self._clock, self._roles = clock, roles
        self.consoles: dict[Role, Console] = {}
        try:
            for role in STAFF:
                self.consoles[role] = self._start(place(role.value))
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _start(self, place: Place) -> Console:
        here, there = SPAWN.Pipe()
        process = SPAWN.Process(target=sit, args=(place, there), name=place.name, daemon=True)
        process.start()
        there.close()
        return Console(place.name, here, process, self.pictures)

    def begin_day(self, *names: str) -> None:
        """These people sit down, each at the console of their role."""
        for name in names:
            self._console(name).seat(name)

    @contextmanager
    def at(self, name: str) -> Iterator[Person]:
        """This person at the console of their role; they stay there after."""
        console = self._console(name)
        console.seat(name)
        yield console

    def onlooker(self, name: str) -> Person | None:
        """This person, while they sit at their console."""
        console = self._console(name)
        return console if console.who == name else None

    def move_to(self, moment: datetime) -> None:
        """Lets the practice clock go forward; before another day begins, everybody signs out."""
        if moment.astimezone(EASTERN).date() > self._clock.now().astimezone(EASTERN).date():
            for console in self.consoles.values():
                console.seat("")
        pass_time(self._clock, moment, self.tell)

    def close(self) -> None:
        """Closes every console: all are told first, then each is waited for."""
        for console in self.consoles.values():
            console.line.close()
        for console in self.consoles.values():
            console.end()

    def told(self) -> list[dict[str, object]]:
        """Each console's name, its process id, and who has sat at it."""
        return [
            {"console": console.name, "process": console.process.pid, "people": console.people}
            for console in self.consoles.values()
        ]

    def _console(self, name: str) -> Console:
        return self.consoles[self._roles[name]]
