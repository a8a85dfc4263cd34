"""Requests kept while the desk is away: sent in the order they were given, each until it is answered."""

from collections import deque
from collections.abc import Callable
from random import uniform
from threading import Condition, RLock, Thread, current_thread
from time import monotonic

from ..domain.errors import AlreadyDone, Refused, Trouble
from ..requests import wire
from ..requests.base import Link
from .exchange import Answer
from .spool import Entry, Spool

Post = Callable[[Entry, str], Answer]
FIRST_PAUSE, LONGEST_PAUSE = 0.2, 3.0
"""Seconds between two tries while the desk is away; spread, so that consoles come back one by one."""
CATCH_UP_SECONDS = 10.0
"""How long a sign-in waits until what was left has been sent."""
SILENCE_SECONDS = 3.0
"""After so long without an answer the desk is said to be away, though it is still waited for."""
END_SECONDS = 1.0
_NO_ANSWER = frozenset(f"authority.{why}" for why in ("signed_out", "unready", "locked"))
"""What a session that is over, or in which nobody may work yet, is told: nothing was decided."""
Outcome = Answer | Exception


class Kept:
    """One request on its way, for the session of `token`. `awaited` says that a thread waits for its answer,
    `number` where it stands in the spool, `unwritten` why it stands in none."""

    def __init__(self, entry: Entry, token: str, awaited: bool) -> None:
        self.entry, self.token, self.awaited = entry, token, awaited
        self.number: int | None = None
        self.unwritten: Trouble | None = None
        self.later: Kept | None = None
        self.outcome: Outcome | None = None

    def result(self) -> Outcome | None:
        """What came of it, or of the one that replaced it; None while that is open."""
        kept = self
        while kept.later is not None:
            kept = kept.later
        return kept.outcome


class Keeper:
    """Any number of threads may wait here; a thread of its own sends, always the oldest request.

    `post` sends an entry for a session: it gives the desk's answer, or raises Trouble or Refused where there
    is none yet. `tell` hears how the desk stands, on whichever thread finds out, one telling after another.
    """

    def __init__(self, post: Post, tell: Callable[[Link], None]) -> None:
        self._post, self._tell = post, tell
        self._change, self._telling = Condition(), RLock()
        self._queue: deque[Kept] = deque()
        self._under_way: Kept | None = None
        self._spool: Spool | None = None
        self._worker: Thread | None = None
        self._closed = self._away = self._behind = False
        self._refused, self._since = 0, monotonic()
        self._told = Link()

    @property
    def is_away(self) -> bool:
        """Whether the desk was away when last heard of."""
        return self._away

    def open(self, spool: Spool, token: str) -> None:
        """Somebody has signed in: what they left waiting is taken over, and sent if the desk is here."""
        self.leave()
        found = spool.left()
        with self._change:
            self._spool, self._refused = spool, found.damaged
            for entry, number in found.entries:
                kept = Kept(entry, token, awaited=False)
                kept.number = number
                self._queue.append(kept)
            self._behind = bool(self._queue)
        self._standing()
        with self._change:
            self._begin()
            self._change.notify_all()  # the thread may be there already and wait for something to send
            self._change.wait_for(lambda: not self._queue or self._away or self._closed, CATCH_UP_SECONDS)

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
        self._standing()

    def close(self) -> None:
        """Every wait ends; what was not answered stays in the spool. Nothing is told any more."""
        with self._change:
            self._closed = True
        self.leave()

    def join(self) -> None:
        """Waits until nothing is sent any more; to be called after `close` and the end of what posts."""
        worker = self._worker
        if worker is not None and worker is not current_thread():
            worker.join(END_SECONDS)

    def away(self) -> None:
        """The desk was found to be away."""
        with self._change:
            self._found_away()
        self._standing()

    def back(self) -> None:
        """The desk was found to be here: what waits goes on."""
        with self._change:
            self._away = False
            self._change.notify_all()
        self._standing()

    def send(self, entry: Entry, token: str) -> Answer:
        """The desk's answer, however long it is away; Trouble("desk.closed") when this ends first, and what
        kept the entry from being written down where the desk is away too."""
        kept = self._added(Kept(entry, token, awaited=True))
        self._standing()
        while (result := self._waited(kept)) is None:
            if self._is_silent():
                self.away()
        if isinstance(result, Exception):
            raise result
        return result

    def _waited(self, kept: Kept) -> Outcome | None:
        """What came of it, within a while."""
        with self._change:
            self._change.wait_for(lambda: kept.result() is not None, SILENCE_SECONDS)
            return kept.result()

    def _is_silent(self) -> bool:
        """Whether the desk has had a request for a while and said nothing to it."""
        with self._change:
            return self._under_way is not None and monotonic() - self._since >= SILENCE_SECONDS

    def _added(self, kept: Kept) -> Kept:
        """In the queue and in the spool; an earlier one that it replaces goes."""
        with self._change:
            if self._closed:
                raise Trouble("desk.closed")
            self._write(kept)
            if kept.unwritten is not None and self._away:
                raise kept.unwritten
            for earlier in list(self._queue):
                if kept.unwritten is None and self._replaces(kept, earlier):
                    earlier.later = kept
                    self._gone(earlier)
            self._queue.append(kept)
            self._behind = self._behind or self._away
            self._begin()
            self._change.notify_all()
        return kept

    def _replaces(self, kept: Kept, earlier: Kept) -> bool:
        about = kept.entry.replaces
        return about == earlier.entry.replaces != "" and earlier is not self._under_way

    def _write(self, kept: Kept) -> None:
        if self._spool is not None:
            try:
                kept.number = self._spool.add(kept.entry)
            except Trouble as failed:
                kept.unwritten = failed

    def _gone(self, kept: Kept) -> None:
        """Out of the queue and out of the spool."""
        self._queue.remove(kept)
        if self._spool is not None and kept.number is not None:
            self._spool.done(kept.number)

    def _begin(self) -> None:
        """The thread that sends, when there is something to send for the first time."""
        if self._worker is None and self._queue:
            self._worker = Thread(target=self._work, name="keeper", daemon=True)
            self._worker.start()

    def _work(self) -> None:
        pause = FIRST_PAUSE
        while (kept := self._next()) is not None:
            outcome = self._asked(kept)
            with self._change:
                self._under_way = None
                if outcome is None:
                    self._found_away()
                else:
                    self._settle(kept, outcome)
                self._change.notify_all()
            self._standing()
            pause = FIRST_PAUSE if outcome is not None else self._paused(pause)

    def _next(self) -> Kept | None:
        """The oldest request, once there is one; None when this is closed."""
        with self._change:
            self._change.wait_for(lambda: self._closed or bool(self._queue))
            self._under_way = None if self._closed else self._queue[0]
            self._since = monotonic()
            return self._under_way

    def _paused(self, pause: float) -> float:
        """Waits for the desk, for a while; the next pause."""
        with self._change:
            self._change.wait_for(lambda: self._closed or not self._away, uniform(pause / 2, pause))
            return min(2 * pause, LONGEST_PAUSE) if self._away else FIRST_PAUSE

    def _asked(self, kept: Kept) -> Outcome | None:
        """What the desk says to it; None where it does not say anything now.

        Trouble that the desk itself tells is for whoever waits; where nobody does, it is tried again, but
        for what the desk can never do.
        """
        try:
            answer = self._post(kept.entry, kept.token)
            problem = answer.problem()
        except (Trouble, Refused):
            return None
        except Exception as bug:
            return bug
        error = wire.error(problem) if problem is not None else None
        if isinstance(error, Trouble) and error.code != "desk.bug" and not kept.awaited:
            return None
        return error or answer

    def _settle(self, kept: Kept, outcome: Outcome) -> None:
        self._away = False
        if kept not in self._queue:
            return  # whoever sent it has left
        kept.outcome = outcome
        if _is_answer(outcome):
            self._gone(kept)
            if isinstance(outcome, Refused | Trouble) and not kept.awaited and not kept.entry.replaces:
                self._refused += 1
        else:
            self._queue.remove(kept)  # it stays in the spool: the same person signs in again
        self._behind = self._behind and bool(self._queue)

    def _found_away(self) -> None:
        """What could not be written down either fails: whoever typed it must know."""
        if not self._away and not self._behind:
            self._refused = 0  # that was of another outage
        self._away = True
        for kept in [kept for kept in self._queue if kept.unwritten is not None]:
            kept.outcome = kept.unwritten
            self._queue.remove(kept)
        self._behind = bool(self._queue)
        self._change.notify_all()

    def _standing(self) -> None:
        """Tells how the desk stands, if that has changed."""
        with self._telling:
            with self._change:
                link = Link(not self._away, len(self._queue) if self._behind else 0, self._refused)
                if link == self._told or self._closed:
                    return
                self._told = link
            self._tell(link)


def _is_answer(outcome: Outcome) -> bool:
    """Whether the desk has decided on a request: not where nobody may work, nor where this end failed."""
    if isinstance(outcome, Refused):
        return outcome.refusal.rule not in _NO_ANSWER
    return isinstance(outcome, Answer | AlreadyDone | Trouble)
