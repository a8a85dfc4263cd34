"""One sent request with its envelope: what is about it, what ties a retry to it, and its audit row."""

import hashlib
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from ..domain.errors import AlreadyDone, Refused, Trouble, refused
from ..domain.free_text import holds_tin
from ..domain.terms import AccessReason
from ..requests.base import Done, Envelope, Query, Reply, Request, Told, Trial
from ..sealing import seal_bytes, unseal_bytes
from ..store.people import Who
from ..store.trail import Entry
from .guard import Guard
from .work import Work

ABOUT = ("person", "alert_id", "reset_id", "run_id")
"""Fields of requests that name whom or what they are about, where that is no call and no case."""
FREE_TEXT = ("reason", "note")
"""Fields of requests in which people say something in their own words."""


def _plain(envelope: Envelope) -> Envelope:
    """A console may call itself what it likes: on the trail stands what can be printed of it."""
    return replace(envelope, console="".join(filter(str.isprintable, envelope.console)))


class Act:
    """One sent request with its envelope."""

    def __init__(self, envelope: Envelope, request: Request[Any], operator: Who, progress: Told) -> None:
        self.envelope = _plain(envelope)
        self.progress = progress
        self.kind: type[Request[Any]] = type(request)
        self.operator = operator
        self.call_id: UUID | None = getattr(request, "call_id", None)
        self._named: UUID | None = getattr(request, "case_id", None)
        self.case_id = None if self.call_id else self._named
        self._reason: AccessReason | None = getattr(request, "why", None)
        self._about: UUID | None = next(
            (getattr(request, name) for name in ABOUT if hasattr(request, name)), None
        )
        self.subject = request.subject() if isinstance(request, Trial) else None
        self._words = [said for name in FREE_TEXT if isinstance(said := getattr(request, name, ""), str)]
        self.guard = Guard()
        self.reported = self.locked = False
        self.locks_out: datetime | None = None
        self._content = self.kind.act().encode() + b"\0" + request.model_dump_json().encode()

    def told(self, no: Refused) -> Refused:
        """The refusal as its sender is told it: of the last try, with when there is one again.

        Whoever tries once more is told that anyway, whatever was right in this one.
        """
        if self.locks_out is None:
            return no
        values = {**no.refusal.values, "last_try": 1}
        return Refused(replace(no.refusal, values=values, clears_at=self.locks_out))

    @property
    def is_silent(self) -> bool:
        """Whether it leaves no audit row."""
        return issubclass(self.kind, Query) and self.kind.silent

    def unfit(self) -> str:
        """The rule that refuses a text in it, "" for none: the character that no text in PostgreSQL can hold;
        a TIN where something is said in free words."""
        if rb"\u0000" in self._content.replace(rb"\\", b""):
            return "request.characters"
        return "reason.tin" if any(map(holds_tin, self._words)) else ""

    def may_tell(self, reply: Reply) -> None:
        """Raises AlreadyDone instead of a reply that tells anything to a locked screen.

        What was typed before is kept then too, and whoever finds the console must learn nothing by it.
        """
        if self.locked and self.kind.kept and not isinstance(reply, Done):
            raise AlreadyDone

    def bound(self, said: bytes) -> bytes:
        """Ties an attempt to this console, this content and the answers it looks at."""
        return hashlib.sha256(self.envelope.key + self._content + said).digest()

    def seal(self, reply: Reply) -> bytes:
        """The reply, sealed under the envelope's key with the content as associated data."""
        return seal_bytes(self.envelope.key, reply.model_dump_json().encode(), self._content)

    def recall(self, sealed: bytes) -> bytes:
        """The first reply again; Refused("request.id_reused") for other content or another key."""
        try:
            return unseal_bytes(self.envelope.key, sealed, self._content)
        except Trouble:
            raise refused("request.id_reused") from None

    def entry(self, work: Work, outcome: str, reply: Reply) -> Entry:
        """The audit row of a request that ran."""
        opened = self.guard.opened.case_id if self.guard.opened else None
        case_id = work.found_case.id if work.found_case else opened
        return self.row(work.who, outcome, work.now, case_id, reply.about())

    def row(
        self,
        who: Who,
        outcome: str,
        now: datetime,
        case_id: UUID | None = None,
        about: UUID | None = None,
    ) -> Entry:
        """The audit row; `about` is told by a request that names nothing itself."""
        matter = self.call_id, case_id or self._named, self._reason, self._about or about
        console = self.envelope.console
        return Entry(self.envelope.id, self.kind.act(), who, console, outcome, now, *matter)
