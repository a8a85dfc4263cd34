"""Requests kept while the desk is away: sent in the order they were given, each until it is answered."""

from collections import deque
from collections.abc import Callable
from random import uniform
from threading import Condition

from ..domain.errors import Refused, Trouble
from ..requests import wire
from ..requests.base import Link
from .exchange import AWAY, Answer
from .spool import Entry, Spool

Post = Callable[[Entry], Answer]
FIRST_PAUSE, LONGEST_PAUSE = 0.2, 3.0
"""Seconds between two tries while the desk is away; spread, so that consoles come back one by one."""
_STILL_AWAY = AWAY | {"desk.certificate"}
_SIGNED_OUT = "authority.signed_out"


class Kept:
    """One request on its way. `awaited` says that a thread waits for its answer."""

    def __init__(self, entry: Entry, awaited: bool) -> None:
        self.entry, self.awaited = entry, awaited
        self.number: int | None = None
        self.unwritten: Trouble | None = None
        self.later: Kept | None = None
        self.outcome: Answer | Exception | None = None

    def result(self) -> Answer | Exception | None:
        """What came of it, or of the one that replaced it; None while that is open."""
        kept = self
        while kept.later is not None:
            kept = kept.later
        return kept.outcome


class Keeper:
    """Any number of threads may wait here; one of them sends at a time, always the oldest request.

    `post` gives a definite answer or raises Trouble; `tell` hears how the desk stands, on whichever thread
    finds out.
    """

    def __init__(self, post: Post, tell: Callable[[Link], None]) -> None:
        self._post, self._tell = post, tell
        self._change = Condition()
        self._queue: deque[Kept] = deque()
        self._spool: Spool | None = None
        self._sending = self._closed = self._away = self._behind = False
        self._refused = 0
        self._told = Link()

    def open(self, spool: Spool) -> None:
        """Somebody has signed in: what they left waiting is taken over, and sent if the desk is here."""
        self.leave()
        found = spool.left()
        with self._change:
            self._spool, self._refused = spool, found.damaged
            for entry in found.entries:
                self._queue.append(self._written(Kept(entry, awaited=False)))
            self._behind = bool(self._queue)
        self._drain()
        self._standing()

    def leave(self) -> None:
        """Nobody is signed in any more: what waits stays on this machine for their next sign-in."""
        with self._change:
            spool, self._spool = self._spool, None
            for kept in self._queue:
                kept.outcome = Trouble("desk.closed")
            self._queue.clear()
            self._behind = False
            self._change.notify_all()
        if spool is not None:
            spool.close()

    def close(self) -> None:
        """Every wait ends; what was not answered stays in the spool."""
        with self._change:
            self._closed = True
        self.leave()

    def away(self) -> None:
        """The desk was found to be away."""
        with self._change:
            if not self._away:
                self._refused = 0
            self._away, self._behind = True, bool(self._queue)
        self._standing()

    def back(self) -> None:
        """The desk was found to be here: what waits goes on."""
        with self._change:
            self._away = False
            waited_for = any(kept.awaited for kept in self._queue)
            self._change.notify_all()
        if self._queue and not waited_for:
            self._drain()
        self._standing()

    def send(self, entry: Entry) -> Answer:
        """The desk's answer, however long it is away; Trouble("desk.closed") when this ends first, and what
        kept the entry from being written down where the desk is away too."""
        kept = self._added(entry)
        pause = FIRST_PAUSE
        while (result := self._result_or_turn(kept)) is None:
            if self._try():
                continue
            if kept.unwritten is not None:
                self._give_up(kept)
                continue
            self._pause(kept, pause)
            pause = min(2 * pause, LONGEST_PAUSE)
        if isinstance(result, Exception):
            raise result
        return result

    def _added(self, entry: Entry) -> Kept:
        """In the queue and in the spool; an earlier one that it replaces goes."""
        with self._change:
            if self._closed:
                raise Trouble("desk.closed")
            kept = self._written(Kept(entry, awaited=True))
            under_way = self._queue[0] if self._sending else None
            for earlier in list(self._queue):
                if entry.replaces == earlier.entry.replaces != "" and earlier is not under_way:
                    earlier.later = kept
                    self._gone(earlier)
            self._queue.append(kept)
            self._behind = self._behind or self._away
        if self._away:
            self._standing()
        return kept

    def _written(self, kept: Kept) -> Kept:
        if self._spool is not None:
            try:
                kept.number = self._spool.add(kept.entry)
            except Trouble as failed:
                kept.unwritten = failed
        return kept

    def _gone(self, kept: Kept) -> None:
        """Out of the queue and out of the spool."""
        self._queue.remove(kept)
        if self._spool is not None and kept.number is not None:
            self._spool.done(kept.number)

    def _result_or_turn(self, kept: Kept) -> Answer | Exception | None:
        """What came of it; None when it is this thread's turn to send the oldest request."""
        with self._change:
            self._change.wait_for(lambda: kept.result() is not None or not self._sending)
            if (result := kept.result()) is not None:
                return result
            self._sending = True
            return None

    def _try(self) -> bool:
        """Sends the oldest request, which the caller has the turn for; False where the desk is away."""
        with self._change:
            head = self._queue[0] if self._queue else None
        outcome = self._asked(head.entry) if head else None
        with self._change:
            self._sending = False
            self._change.notify_all()
            if head is None or head not in self._queue:
                return True
            if outcome is None:
                away = not self._away
            else:
                away = False
                self._settle(head, outcome)
        if outcome is None:
            self.away() if away else self._standing()
            return False
        self._away = False
        self._standing()
        return True

    def _asked(self, entry: Entry) -> Answer | Exception | None:
        """A definite outcome; None where the desk is away."""
        try:
            answer = self._post(entry)
            problem = answer.problem()
        except Trouble as failed:
            return None if failed.code in _STILL_AWAY else failed
        return wire.error(problem) if problem is not None else answer

    def _settle(self, kept: Kept, outcome: Answer | Exception) -> None:
        kept.outcome = outcome
        if isinstance(outcome, Refused) and outcome.refusal.rule == _SIGNED_OUT:
            self._queue.remove(kept)  # it stays in the spool: the same person signs in again
            return
        self._gone(kept)
        self._behind = self._behind and bool(self._queue)
        if isinstance(outcome, Refused | Trouble) and not kept.awaited and not kept.entry.replaces:
            self._refused += 1

    def _give_up(self, kept: Kept) -> None:
        """It could neither be sent nor written down: whoever typed it must know."""
        with self._change:
            if kept.result() is None:
                kept.outcome = kept.unwritten
                self._queue.remove(kept)
                self._change.notify_all()

    def _pause(self, kept: Kept, seconds: float) -> None:
        with self._change:
            self._change.wait_for(
                lambda: kept.result() is not None or not self._away, uniform(seconds / 2, seconds)
            )

    def _drain(self) -> None:
        """Sends what nobody waits for, as far as the desk is here."""
        while True:
            with self._change:
                if self._sending or not self._queue or self._closed:
                    return
                self._sending = True
            if not self._try():
                return

    def _standing(self) -> None:
        """Tells how the desk stands, if that has changed."""
        with self._change:
            kept = len(self._queue) if self._behind else 0
            link = Link(not self._away, kept, self._refused)
            if link == self._told:
                return
            self._told = link
        self._tell(link)
