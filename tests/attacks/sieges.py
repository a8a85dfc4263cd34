"""What a secret under test is, and who guesses at it.

A `Siege` is one subject: a staff member, a call, a case. `wrong()` is the next wrong guess, `right()` the
right one; both do what must come before, and may be refused there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from assistor_console.requests.base import Trial
from tests.worlds import World

Guess = Trial[Any]


class Siege(Protocol):
    """One subject whose secret is guessed at."""

    who: str
    """Who sends the guesses; "" is nobody."""

    def wrong(self) -> Guess:
        """A wrong guess, as none before."""

    def right(self) -> Guess:
        """The right one."""


@dataclass(frozen=True)
class Secret:
    """A secret, the trial that tests it, and the rules that may refuse the right one once guesses are spent.

    `minutes` is the policy's name for how long that lasts, "" where only a person can lift it.
    """

    name: str
    trial: type[Guess]
    besiege: Callable[[World, int], Siege]
    minutes: str = ""
    refused_by: frozenset[str] = frozenset()

    def rules(self) -> frozenset[str]:
        """What may be said to the right guess while none is left."""
        return self.refused_by | {f"attempts.{self.trial.limit}"}
