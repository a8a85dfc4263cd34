"""Seals the trail about once a second, whoever of several servers comes first, and says when sealing is late.

A quiet desk has nothing to seal and makes no seals; sealing stalls where a row waits longer than policy's
`seal_late_seconds`, whatever the reason: nobody seals, the database refuses, or a long transaction keeps what
was written after it from being settled. On a newest seal that was not made here nothing is built: that is as
late as can be, and stays so until whoever answers for the trail has looked.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from ..domain.errors import Trouble
from ..domain.terms import AlertKind
from ..requests.access import RaiseAlert
from ..store.seals import MOST, Seal
from ..store.store import Store
from ..store.trail import Entry
from .checkpoints import CheckpointFile
from .pipeline import Pipeline
from .reports import DESK
from .rounds import Rounds

LOG = logging.getLogger(__name__)
SECONDS = 1.0
"""Between two looks."""
CHECKPOINT_SECONDS = 60.0
"""So often at most the newest seal is written down outside the database."""
AT_ONCE, LAST = 20, 200
"""So many seals in one step, and at the end: a backlog is no reason to keep anybody waiting."""
AGAIN = timedelta(hours=1)
"""After so long what is still wrong is reported again: somebody may have closed the alert."""


@dataclass(frozen=True, slots=True)
class _Look:
    """How the trail stands: the desk's time, the newest seal, how long the oldest row has waited, and what is
    wrong ("" nothing)."""

    now: datetime
    newest: Seal | None
    waited: timedelta | None
    late: bool
    flaw: str = ""


class Sealer:
    """Seals for one desk. `waited` is how many seconds the oldest row has been waiting to be sealed."""

    def __init__(
        self, pipeline: Pipeline, clock: Callable[[], datetime], file: CheckpointFile | None = None
    ) -> None:
        self._database, self._library = pipeline.database, pipeline.library
        self._clock = clock
        self._file = file
        self._seen = 0
        self._more = False
        self._goes_on: bool | None = None
        self._wrong = ""
        self._since: datetime | None = None
        self._told_at: datetime | None = None
        self._written_at = -CHECKPOINT_SECONDS
        self.waited = 0.0

    def step(self) -> None:
        """Seals what is settled, unless somebody else has just sealed; then says whether anything is late.

        Raises sqlalchemy's errors while the database is away, or where it refuses.
        """
        look = self._look()
        number = look.newest.number if look.newest else 0
        if number < self._seen:
            self._judge(replace(look, flaw=f"seal {self._seen} was the newest, and now it is {number}"))
        others_turn, self._seen = number > self._seen > 0, number
        try:
            if look.waited is not None and (self._more or look.late or not others_turn):
                self._seal(AT_ONCE)
                look = self._look()
        except (DBAPIError, PoolTimeout, Trouble) as failed:
            self._judge(look := self._look())
            if not (isinstance(failed, Trouble) and look.flaw):
                raise
        else:
            self._judge(look)

    def pause(self) -> float:
        """Seconds until the next step."""
        return 0.0 if self._more else SECONDS

    def finish(self) -> None:
        """Whatever the turn, until nothing is left; the newest seal is written down. Raises as `step`."""
        self._seal(LAST)
        with self._database.read() as store:
            self._write_down(store.seals.newest())

    def _seal(self, most: int) -> None:
        """Seals in short transactions, `most` at once."""
        self._more = False
        for _ in range(most):
            with self._database.write() as store:
                made = store.seals.seal(self._now(store))
            if made is None:
                return
            self._seen = made.number
            if made.count < MOST:
                return
        self._more = True

    def _judge(self, look: _Look) -> None:
        self.waited = look.waited.total_seconds() if look.waited else 0.0
        wrong = look.flaw or ("late" if look.late else "")
        if look.flaw and look.flaw != self._wrong:
            LOG.error("the trail cannot be relied on: %s", look.flaw)
        elif wrong and not self._wrong:
            LOG.warning("the trail is sealed late: a row has waited %d seconds", self.waited)
        elif self._wrong and not wrong:
            LOG.warning("the trail is sealed in time again")
        self._wrong = wrong
        if not look.flaw and time.monotonic() - self._written_at >= CHECKPOINT_SECONDS:
            self._written_at = time.monotonic()
            self._write_down(look.newest)
        self._alert(look)

    def _alert(self, look: _Look) -> None:
        """Tells supervisors when something begins to be wrong, and again while it is."""
        if not self._wrong:
            self._told_at = None
        elif self._told_at is None or look.now - self._told_at >= AGAIN:
            with self._database.write() as store:
                store.alerts.raise_(AlertKind.TRAIL, look.now, values={"seconds": round(self.waited)})
                store.trail.add(Entry(uuid4(), RaiseAlert.act(), DESK, "", "done", look.now))
            self._told_at = look.now

    def _write_down(self, newest: Seal | None) -> None:
        if self._file is None or newest is None:
            return
        if self._goes_on is None:
            self._goes_on = self._agrees(self._file)
        if self._goes_on:
            self._file.append(newest)

    def _agrees(self, file: CheckpointFile) -> bool:
        """Whether the trail still has the seal that was written down last: nothing is written after one that
        it has not, so that the proof stays the last word."""
        try:
            last = file.last()
        except OSError:
            return True  # writing will say what is wrong
        if last is None:
            return True
        with self._database.read() as store:
            seal = store.seals.get(last[0])
        if seal is not None and seal.digest == last[1]:
            return True
        LOG.warning(
            "checkpoints: this desk has not the seal %d that was written down: it was set back", last[0]
        )
        return False

    def _look(self) -> _Look:
        with self._database.read() as store:
            now, newest, flaw = self._now(store), store.seals.newest(), store.seals.flaw()
            self._since = (self._since or now) if flaw else None
            oldest = self._since or store.seals.oldest_unsealed()
            waited = max(now - oldest, timedelta(0)) if oldest else None
            most = timedelta(seconds=self._library.policy(store, now).seal_late_seconds)
        return _Look(now, newest, waited, waited is not None and waited > most, flaw)

    def _now(self, store: Store) -> datetime:
        _, offset = store.realm.read()
        return self._clock() + offset


class Sealing:
    """A sealer on a thread of its own, from when a desk is opened until it is closed."""

    def __init__(self, sealer: Sealer) -> None:
        self.sealer = sealer
        self._rounds = Rounds("sealer", sealer.step, sealer.pause)
        self._rounds.start()

    def close(self) -> None:
        """Ends the thread and seals a last time; what cannot be sealed any more is at the next opening."""
        self._rounds.stop()
        self.seal_now()

    def seal_now(self) -> None:
        """Seals what is settled, on this thread; that it cannot is said in the log and ends nothing."""
        try:
            self.sealer.finish()
        except (DBAPIError, PoolTimeout, Trouble) as failed:
            LOG.warning("sealer: %s", type(failed).__name__)
