"""The one place where a request becomes a reply."""

import logging
import os
import secrets
import traceback
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from dataclasses import replace
from datetime import datetime
from threading import BoundedSemaphore
from types import ModuleType
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from ..domain.errors import AlreadyDone, Cancelled, Refusal, Refused, Trouble, refused
from ..domain.offers import permit
from ..domain.policy import Policy
from ..domain.terms import SessionState, Topic
from ..requests.access import RaiseAlert
from ..requests.base import Envelope, Query, R, Reply, Request, Told, Trial, untold
from ..requests.live import may_watch
from ..store.database import Database
from ..store.failures import is_bug, may_try_again, trouble
from ..store.people import NOBODY, Who
from ..store.store import Store
from .act import Act
from .library import Library
from .openings import count_opening, count_refused
from .reports import named, report_done, report_refusal
from .topics import Board
from .trials import ask_first, spend
from .work import Work

Handler = Callable[[Any, Work], Reply]
Clock = Callable[[], datetime]
Handlers = dict[type[Request[Reply]], Handler]

LOG = logging.getLogger(__name__)
TRIES = 4
AT_ONCE = max(1, (os.cpu_count() or 2) // 2)
"""How many passwords are hashed at once: each keeps a core busy, and others want to work."""


def handlers(modules: Iterable[ModuleType]) -> Handlers:
    """The handlers of these modules by request; TypeError for a second handler of one request."""
    found: Handlers = {}
    for module in modules:
        for thing in vars(module).values():
            kind = getattr(thing, "__request__", None)
            if kind is None or not callable(thing):
                continue
            if kind in found:
                raise TypeError(f"two handlers for {kind.__name__}")
            found[kind] = thing
    return found


class Pipeline:
    """Authenticates, authorises, makes idempotent, runs in one transaction, audits and maps errors."""

    def __init__(
        self, database: Database, handlers: Handlers, library: Library, clock: Clock, posts: bool = True
    ) -> None:
        """`posts` is false where a herald tells the board what was done, by this pipeline and all others."""
        self.database = database
        self.board = Board()
        self._posts = posts
        self._handlers = handlers
        self.library = library
        self._clock = clock
        self._hashing = BoundedSemaphore(AT_ONCE)

    def run(
        self,
        envelope: Envelope,
        request: Request[R],
        operator: Who | None = None,
        progress: Told = untold,
    ) -> R:
        """The reply. Raises Refused, AlreadyDone, Trouble, or the Cancelled that `progress` raised; each
        leaves one audit row, as done does, unless the database itself is away.

        `operator` is given by the operator's desk only, which works beside the database.
        """
        act = Act(envelope, request, operator or NOBODY, progress)
        try:
            return self._answered(act, request)
        except (DBAPIError, PoolTimeout) as failed:
            raise trouble(failed) from failed

    def _answered(self, act: Act, request: Request[R]) -> R:
        """The reply; whatever comes instead of it is on the trail before it leaves."""
        try:
            reply = self._run(act, request)
        except Refused as no:
            self._note(act, no.refusal.rule, no.refusal)
            raise act.told(no) from None
        except AlreadyDone:
            self._note(act, "already_done")
            raise
        except Cancelled:
            self._note(act, "cancelled")
            raise
        except Trouble as failed:
            self._note(act, failed.code)
            raise
        except DBAPIError as failed:
            if is_bug(failed):
                raise self._bug(act, failed) from failed
            raise
        except PoolTimeout:
            raise
        except Exception as bug:
            raise self._bug(act, bug) from bug
        act.may_tell(reply)
        return reply

    def may_watch(self, token: str, topics: Iterable[Topic]) -> None:
        """Raises Refused where the session has ended or may not watch one of the topics; Trouble."""
        try:
            may_watch(self._again(lambda: self._who(token)).role, topics)
        except (DBAPIError, PoolTimeout) as failed:
            raise trouble(failed) from failed

    def _who(self, token: str) -> Who:
        with self.database.read() as store:
            _, offset = store.realm.read()
            return store.sessions.who(token, self._clock() + offset)

    def _run(self, act: Act, request: Request[R]) -> R:
        if unfit := act.unfit():
            raise refused(unfit)
        if issubclass(type(request), Query):
            seen: R = self._again(lambda: self._look(act, request))
            return seen
        if isinstance(request, Trial):
            with self._hashing if request.costly else nullcontext():  # waits without a connection
                self._again(lambda: self._spend(act, request))
                reply: R = self._again(lambda: self._do(act, request))
        else:
            reply = self._again(lambda: self._do(act, request))
        self._post(act, type(request).touches)
        return reply

    def _post(self, act: Act, touches: frozenset[Topic]) -> None:
        if self._posts:
            self.board.post(touches | RaiseAlert.touches if act.reported else touches)

    def _look(self, act: Act, request: Request[R]) -> R:
        with self.database.read() as store:
            work = self._work(store, act, lock=False)
            self._permit(act, work)
            reply: R = self._handlers[type(request)](request, work)  # type: ignore[assignment]
        if self._posts or not act.is_silent:  # a served desk is asked by strangers too
            with self.database.write() as store:
                count_opening(act, replace(work, store=store))
                store.trail.add(act.entry(work, "seen", reply))
            self._post(act, frozenset())
        return reply

    def _spend(self, act: Act, request: Trial[Reply]) -> None:
        """The first transaction of a trial: may it be tried, is an attempt left, and it is spent."""
        with self.database.write() as store:
            work = self._work(store, act, lock=True)
            if store.remembered.get(act.envelope.id) or store.trail.done(act.envelope.id):
                return
            self._permit(act, work)
            ask_first(self._handlers[type(request)], request, work)
            spend(act, request, work)

    def _do(self, act: Act, request: Request[R]) -> R:
        """The transaction of a command, the second of a trial."""
        with self.database.write() as store:
            work = self._work(store, act, lock=True)
            if sealed := store.remembered.get(act.envelope.id):
                return request.reply().model_validate_json(act.recall(sealed))
            if store.trail.done(act.envelope.id):
                raise AlreadyDone
            self._permit(act, work)
            if isinstance(request, Trial) and (spent := store.attempts.spent(work.ticket)):
                work = replace(work, tried_at=spent[1])
            reply: R = self._handlers[type(request)](request, work)  # type: ignore[assignment]
            count_opening(act, work)
            report_done(act, work, getattr(request, "person", None))
            store.trail.add(act.entry(work, "done", reply))
            store.remembered.keep(act.envelope.id, act.seal(reply), work.now)
        return reply

    def _work(self, store: Store, act: Act, lock: bool) -> Work:
        act.guard.begin()
        realm, offset = store.realm.read()
        now = self._clock() + offset
        who = act.operator if act.operator.role else store.sessions.who(act.envelope.token, now)
        self._authorise(act, who)
        call = store.calls.get(act.call_id, lock) if act.call_id else None
        if act.call_id and call is None:
            raise refused("call.unknown")
        case_id = call.case_id if call else act.case_id
        case = store.cases.get(case_id, lock) if case_id else None
        if case_id and case is None:
            raise refused("case.unknown")
        policy = self._policy(store, case.policy_version if case else "", now)
        ticket = self._ticket(store, act, call.id if call else None)
        envelope = act.envelope
        return Work(
            store,
            who,
            envelope.id,
            ticket,
            now,
            realm,
            policy,
            self.library,
            envelope.console,
            act.progress,
            call,
            case,
            guard=act.guard,
        )

    def _authorise(self, act: Act, who: Who) -> None:
        allowed = act.kind.allow
        if allowed and who.role is None:
            raise refused("authority.signed_out")
        if allowed and who.role not in allowed:
            raise refused("authority.role", role=str(who.role))
        act.locked = who.state is SessionState.LOCKED
        if act.locked and allowed and not (act.kind.locked or act.kind.kept):
            raise refused("authority.locked")
        if who.state is SessionState.UNREADY and allowed and not act.kind.unready:
            raise refused("authority.unready")

    def _policy(self, store: Store, version: str, now: datetime) -> Policy:
        if version:
            policy: Policy = self.library.get(store, "policy", version)
            return policy
        return self.library.policy(store, now)

    def _ticket(self, store: Store, act: Act, call_id: UUID | None) -> UUID:
        if call_id and issubclass(act.kind, Trial) and act.kind.once:
            interview = store.interviews.of_call(call_id)
            if interview:
                return uuid5(interview.id, act.kind.limit)
        return act.envelope.id

    def _permit(self, act: Act, work: Work) -> None:
        if act.call_id or act.case_id:
            permit(act.kind.act(), work.situation())

    def _note(self, act: Act, outcome: str, no: Refusal | None = None) -> None:
        """A refusal or a bug is audited, and reported, in its own transaction after the rollback."""
        self._again(lambda: self._write_note(act, outcome, no))
        self._post(act, frozenset())

    def _write_note(self, act: Act, outcome: str, no: Refusal | None) -> None:
        with self.database.write() as store:
            _, offset = store.realm.read()
            now = self._clock() + offset
            who = act.operator if act.operator.role else store.sessions.who(act.envelope.token, now)
            about = None if who.person else named(act, store)
            store.trail.add(act.row(who, outcome[:60], now, about=about))
            if no:
                count_refused(act, store, who, self.library, now)
                report_refusal(act, store, no, who, now)

    def _bug(self, act: Act, bug: Exception) -> Trouble:
        number = secrets.token_hex(4)
        # Names of frames only: the text of an exception may hold what somebody typed.
        frames = "".join(traceback.format_tb(bug.__traceback__))
        LOG.error("bug %s in %s: %s\n%s", number, act.kind.act(), type(bug).__name__, frames)
        self._note(act, f"bug {number}")
        return Trouble("desk.bug", id=number)

    def _again(self, attempt: Callable[[], Any]) -> Any:
        for left in range(TRIES - 1, -1, -1):
            try:
                return attempt()
            except DBAPIError as failed:
                if left == 0 or not may_try_again(failed):
                    raise
        raise AssertionError("unreachable")
