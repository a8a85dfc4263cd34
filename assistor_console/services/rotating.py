"""Changing the keys of a database while work goes on; killed at any point, it goes on when run again.

A new data key seals from the moment it is committed: who meets a value of it asks the database for the key,
and who has not met one looks within a second. Values of the key before are sealed anew in short transactions
until none is found twice in a row. Only then, and when whatever was under way has ended, the key before is
removed: nothing is unreadable at any moment, and what is sealed with a key that got out is believed no more.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from ..domain.errors import Cancelled, Trouble
from ..requests.base import Desk
from ..requests.keys import BeginRotation, ChangeWrapping, EndRotation
from ..store import resealing
from ..store.database import LOOK_SECONDS, Database
from ..store.key_source import KeySource, settle
from ..store.wrapping import Wrapping

SETTLE_SECONDS = 2 * LOOK_SECONDS
"""Between a pass that found nothing and the last one: by then every program seals under the new key."""
SHARE = 1.0
"""Between two batches others have the database to themselves for so long, in units of a batch's own time."""
_LONGEST_REST = 0.25


@dataclass(frozen=True, slots=True)
class Asked:
    """`progress` is told how many values of how many are sealed anew, `cancelled` whether to stop, `rest`
    waits (seconds), `stepped` is called before every step, `at_once` values go in one transaction."""

    progress: Callable[[int, int], None] = lambda done, whole: None
    cancelled: Callable[[], bool] = lambda: False
    rest: Callable[[float], None] = time.sleep
    stepped: Callable[[], None] = lambda: None
    at_once: int = resealing.AT_ONCE


@dataclass(slots=True)
class Rotated:
    """What came of a rotation: the current key's id, how many values were sealed anew, and those that open
    under no key at all."""

    key_id: str
    resumed: bool
    values: int = 0
    broken: set[str] = field(default_factory=set)


def rotate(desk: Desk, database: Database, asked: Asked) -> Rotated:
    """Gives a database a new data key and seals everything under it, or goes on where this was cut off.

    `desk` is an operator's. Raises Cancelled where it was to stop; Trouble: key.wrong, desk.…
    """
    asked.stepped()
    begun = desk.send(BeginRotation())
    database.look_at_keys()
    with database.read() as store:
        whole = resealing.left(store.connection, database.vault)
    rotated = Rotated(begun.key_id, begun.resumed)
    after = _until_none_is_left(database, asked, rotated, whole)
    while not _is_over(desk, after, asked):
        asked.rest(_LONGEST_REST)
        _once(database, asked, rotated, whole)
    database.look_at_keys()
    return rotated


def _until_none_is_left(database: Database, asked: Asked, rotated: Rotated, whole: int) -> int:
    """The number of a transaction: by then every program sealed under the new key."""
    clean = after = 0
    while clean < 2:
        clean = 0 if _once(database, asked, rotated, whole) else clean + 1
        if clean < 2:
            asked.rest(SETTLE_SECONDS if clean else _LONGEST_REST)
        if clean == 1:
            with database.read() as store:
                after = resealing.next_transaction(store.connection)
    return after


def _once(database: Database, asked: Asked, rotated: Rotated, whole: int) -> int:
    return sum(_pass(database, sealed, asked, rotated, whole) for sealed in resealing.SEALED)


def _is_over(desk: Desk, after: int, asked: Asked) -> bool:
    asked.stepped()
    return desk.send(EndRotation(after=after)).over


def _pass(database: Database, sealed: resealing.Sealed, asked: Asked, rotated: Rotated, whole: int) -> int:
    """How many values of a column another key had sealed, broken ones apart; held ones are left for the
    next pass."""
    after, found = sealed.before, 0
    while True:
        if asked.cancelled():
            raise Cancelled
        asked.stepped()
        began = time.monotonic()
        step = resealing.reseal(database, sealed, after, asked.at_once)
        if step is None:
            return found
        after, found = step.last, found + step.seen - len(step.broken)
        rotated.values += step.done
        rotated.broken.update(step.broken)
        asked.progress(min(rotated.values, whole), whole)
        asked.rest(min(SHARE * (time.monotonic() - began), _LONGEST_REST))


def change_wrapping(desk: Desk, database: Database, source: KeySource, asked: Asked) -> bool:
    """Puts a new wrapping key where it is kept, wraps every key with it, and lets it take the old one's
    place.

    Cut off between any two of these, the next opening or running this again ends it. False where a change
    that was cut off was ended and no other one begun. Raises Trouble: key.…
    """
    asked.stepped()
    if settle(source, database.vault):
        return False
    key = source.read_next() or source.make_next()
    asked.stepped()
    database.vault.coming = Wrapping(key)
    desk.send(ChangeWrapping())
    asked.stepped()
    with database.read() as store:
        store.keys.open()
    if not settle(source, database.vault):
        raise Trouble("key.wrong")
    return True
