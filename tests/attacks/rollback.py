"""The rollback oracle: guesses struck at every place, until none is left, and what the right one then hears.

`python -m tests.attacks.rollback` strikes every place with every blow, on both databases.
"""

import gc
import logging
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import count
from random import Random
from tempfile import TemporaryDirectory

from sqlalchemy import func, select

from assistor_console.domain.errors import AlreadyDone, Refused, Trouble
from assistor_console.domain.limits import LIMITS
from assistor_console.store import tables as t
from tests import postgres
from tests.attacks.secrets_under_test import SECRETS, at_the_start
from tests.attacks.sieges import Secret, Siege
from tests.attacks.striking import BLOWS, Blow, Ended, Striking, bug
from tests.worlds import World, make_world

Place = tuple[int, Blow]


@dataclass
class Tally:
    """What was tried, and what must be nothing: guesses beyond policy's number that were looked at."""

    guesses: int = 0
    struck: int = 0
    told: Counter[str] = field(default_factory=Counter)


def heard(send: Callable[[], object]) -> str:
    """The rule a request is refused by, the code of the trouble, "ended", or "done".

    A bug while a refusal is put on the trail reaches whoever sent it.
    """
    told = _told(send)
    if told == "ended":
        gc.collect()  # a thread that ends in the middle leaves its connection to the collector
    return told


def _told(send: Callable[[], object]) -> str:
    try:
        send()
    except Refused as no:
        return no.refusal.rule
    except Trouble as trouble:
        return trouble.code
    except AlreadyDone:
        return "already done"
    except (Ended, RuntimeError):
        return "ended"
    return "done"


def spent(world: World, limit: str) -> int:
    """How many attempts were ever spent."""
    with world.reading() as store:
        counted = select(func.count()).where(t.attempts.c["limit"] == limit)
        return int(store.connection.execute(counted).scalar_one())


def most(world: World, secret: Secret) -> int:
    """Policy's number of wrong guesses."""
    return LIMITS[secret.trial.limit](world.policy).most


def places_of(world: World, secret: Secret, number: int) -> int:
    """How many places a wrong guess passes once its attempt is committed: one is made and counted."""
    at_the_start(world)
    siege = secret.besiege(world, number)
    guess = siege.wrong()
    with Striking(world.pipeline.database.engine) as striking, striking.at(None, bug) as plan:
        heard(lambda: world.send(siege.who, guess))
    return plan.passed


def rounds(secret: Secret, world: World, places: list[Place]) -> Iterator[list[Place]]:
    """The places in rounds of policy's number, the last one filled up."""
    size = most(world, secret)
    for start in range(0, len(places), size):
        chosen = places[start : start + size]
        yield (chosen * size)[:size]


def besiege(world: World, secret: Secret, number: int, places: list[Place], tally: Tally) -> None:
    """Policy's number of guesses, each struck at its place; then the right one, until it clears.

    AssertionError where a guess more than that is looked at, or the right one is held up for longer.
    """
    at_the_start(world)
    siege = secret.besiege(world, number)
    before = spent(world, secret.trial.limit)
    for place, blow in places:
        told = _struck(world, siege, place, blow, tally)
        if told in secret.refused_by:  # a guess that came through has ended it all the same
            break
        assert not told.startswith("attempts."), (secret.name, told, tally)
    extra = spent(world, secret.trial.limit) - before
    assert extra <= len(places), (secret.name, extra)
    held_up(world, secret, siege, tally)


def _struck(world: World, siege: Siege, place: int, blow: Blow, tally: Tally) -> str:
    try:
        guess = siege.wrong()
    except Refused as no:
        return no.refusal.rule
    with Striking(world.pipeline.database.engine) as striking, striking.at(place, blow) as plan:
        told = heard(lambda: world.send(siege.who, guess))
    tally.guesses += 1
    tally.struck += plan.struck
    tally.told[told] += 1
    return told


def held_up(world: World, secret: Secret, siege: Siege, tally: Tally) -> None:
    """The right one is refused now and a moment before it clears, and taken then."""
    told = _try(world, siege)
    assert told in secret.rules(), (secret.name, told, tally)
    if not told.startswith("attempts.") or not secret.minutes:
        return
    minutes = getattr(world.policy, secret.minutes)
    world.later(minutes=minutes, seconds=-1)
    assert _try(world, siege) in secret.rules(), (secret.name, "cleared early")
    world.later(seconds=1)
    assert _try(world, siege) == "done", (secret.name, "never cleared")


def _try(world: World, siege: Siege) -> str:
    return heard(lambda: world.send(siege.who, siege.right()))


def sample(number: int, size: int, random: Random) -> list[Place]:
    """So many places, or all of them, each with one of the blows."""
    return [
        (place, random.choice(BLOWS)) for place in sorted(random.sample(range(number), min(number, size)))
    ]


def everything(number: int) -> list[Place]:
    """Every place with every blow."""
    return [(place, blow) for place in range(number) for blow in BLOWS]


def siege(world: World, secret: Secret, tally: Tally) -> int:
    """One secret at every place with every blow; how many these are."""
    places = everything(places_of(world, secret, _number()))
    for chosen in rounds(secret, world, places):
        besiege(world, secret, _number(), chosen, tally)
    return len(places)


_NUMBERS = count(1)


def _number() -> int:
    return next(_NUMBERS)


@contextmanager
def _fresh(server: str, kind: str) -> Iterator[World]:
    """A desk for one secret: what is found by name must not be a hundred others' too."""
    with ExitStack() as stack:
        if kind == "sqlite":
            url = f"sqlite:///{stack.enter_context(TemporaryDirectory())}/desk.db"
        else:
            url = stack.enter_context(postgres.database(server))
        world = make_world(url)
        stack.callback(world.database.close)
        yield world


def main() -> int:
    """Besieges every secret on both databases; ends with 0 where no guess too many was looked at."""
    with postgres.server() as server:
        for kind in ("sqlite", "postgresql"):
            tally = Tally()
            for secret in SECRETS:
                with _fresh(server, kind) as world:
                    found = siege(world, secret, tally)
                print(f"{kind}: {secret.name}: {found} places and blows", file=sys.stderr, flush=True)
            told = ", ".join(f"{number} {rule}" for rule, number in tally.told.most_common())
            print(f"{kind}: {tally.guesses} guesses, {tally.struck} struck; told: {told}; 0 too many")
    return 0


if __name__ == "__main__":
    logging.disable()
    sys.exit(main())
