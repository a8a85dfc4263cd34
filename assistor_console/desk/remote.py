"""A desk at the other end of HTTPS."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .. import __version__
from ..domain.errors import AlreadyDone, Refused, Trouble
from ..domain.terms import Realm, Topic
from ..requests import wire
from ..requests.base import Command, Envelope, Link, R, Request, Told, Trial, untold
from ..requests.sign_in import Greeting, Hello, Must, Ready, RecoveryCodes, SignedIn, SignIn, SignOut
from .connection import Connection, trusting
from .exchange import AWAY, Answer, Exchange, read
from .keeper import Keeper
from .spool import Entry, Spool
from .stream import Streams

ANSWER_SECONDS = 8.0
PATIENT_SECONDS = 120.0
"""How long a sign-in may wait for its turn at half past seven, and the drawing of a letter run between two
tellings of its progress."""


def unheard(link: Link) -> None:
    """Nobody wants to know how the desk stands."""


@dataclass(frozen=True, slots=True)
class _Doubt:
    """A command of which nobody knows whether it was done."""

    content: bytes
    envelope: Envelope


class RemoteDesk:
    """A Desk elsewhere. One thread sends and others may watch; kept requests may come from any thread.

    A lost reply may hold what is told only once (a temporary password). So a command that ended in doubt and
    is the very next command sent, with the same content and in the same session, goes under the same
    envelope: the desk does it once and answers as it answered. Trouble of any kind leaves a doubt: it tells
    what became of the last try, never of those before it. A definite answer to any other command that was
    sent since ends the doubt, because what was true then need not be true any more. So does a desk that no
    longer takes a trial under its first attempt: nothing was done under that, and another is spent.
    """

    def __init__(
        self,
        address: str,
        trust: Path | None,
        console: str,
        spool: Path | None = None,
        on_link: Callable[[Link], None] = unheard,
    ) -> None:
        """`address` is https://host:port, `spool` the folder for what waits while the desk is away.

        Raises Trouble("desk.trust") for a file of certificates that cannot be used.
        """
        self.token = ""
        self.console = console
        context = trusting(trust)
        self._exchange = Exchange(Connection(address, context))
        self._kept_exchange = Exchange(Connection(address, context))
        self._keeper = Keeper(self._post_kept, on_link)
        self._streams = Streams(lambda: Connection(address, context), self._keeper)
        self._spool_folder = spool
        self._unready: SignedIn | None = None
        self._doubt: _Doubt | None = None

    def connect(self, realm: Realm) -> Greeting:
        """What the desk says of itself.

        Raises Trouble: desk.unreachable, desk.certificate, console.too_old, realm.other.
        """
        try:
            greeting = self.send(Hello())
        except Refused as no:
            raise Trouble(no.refusal.rule, **no.refusal.values) from None
        if wire.number(greeting.oldest_console) > wire.number(__version__):
            raise Trouble("console.too_old", version=__version__, oldest=greeting.oldest_console)
        if greeting.realm is not realm:
            raise Trouble("realm.other", found=greeting.realm.value, wanted=realm.value)
        return greeting

    def send(self, request: Request[R], envelope: Envelope | None = None, progress: Told = untold) -> R:
        """The reply; raises Refused, AlreadyDone, Trouble, or the Cancelled that `progress` raised."""
        body = request.model_dump_json().encode()
        if request.kept and envelope is None:
            return self._send_kept(request, body)
        doubt, chosen = self._doubt, envelope is None
        envelope = envelope or self._envelope(request, body)
        try:
            reply = self._asked(request, body, envelope, progress)
        except (Refused, AlreadyDone) as no:
            self._known(request, doubt)
            if chosen and doubt is not None and envelope is doubt.envelope and _is_too_late(no):
                return self.send(request, progress=progress)
            raise
        except Trouble as failed:
            self._failed(request, body, envelope, failed)
            raise
        self._known(request, doubt)
        self._answered(request, reply)
        return reply

    def watch(self, *topics: Topic) -> Iterator[Topic]:
        """Topics that somebody has just touched; all of them when it begins, and after a break."""
        return self._streams.watch(self.token, topics)

    def close(self) -> None:
        """Ends every wait; what was not acknowledged stays in the spool."""
        self._keeper.close()  # first: what follows is no outage
        self._exchange.stop()
        self._kept_exchange.stop()
        self._streams.close()
        self._keeper.join()

    def _asked(self, request: Request[R], body: bytes, envelope: Envelope, progress: Told) -> R:
        kind = type(request)
        path, patient = wire.path(kind), not self._keeper.is_away
        if kind.long:
            answer = self._exchange.follow(path, body, envelope, PATIENT_SECONDS, progress, patient)
        else:
            seconds = PATIENT_SECONDS if isinstance(request, Trial) else ANSWER_SECONDS
            answer = self._exchange.post(path, body, envelope, seconds, patient)
        self._keeper.back()
        return answer.reply(request)

    def _envelope(self, request: Request[Any], body: bytes) -> Envelope:
        """A new one, or that of the command in doubt."""
        doubt = self._doubt
        if doubt and doubt.content == _content(request, body) and doubt.envelope.token == self.token:
            return doubt.envelope
        return Envelope(self.token, console=self.console)

    def _known(self, request: Request[Any], doubt: _Doubt | None) -> None:
        """A definite answer has come; `doubt` was there when its request was sent."""
        if isinstance(request, Command) and self._doubt is doubt:
            self._doubt = None

    def _failed(self, request: Request[Any], body: bytes, envelope: Envelope, failed: Trouble) -> None:
        if isinstance(request, Command):
            self._doubt = _Doubt(_content(request, body), envelope)
        if failed.code in AWAY:
            self._keeper.away()

    def _answered(self, request: Request[Any], reply: object) -> None:
        """What signing in and out mean for what waits on this machine."""
        if isinstance(request, SignIn) and isinstance(reply, SignedIn):
            self.token = reply.token
            self._unready = reply
            self._open_spool(reply.must)
        elif isinstance(reply, Ready | RecoveryCodes):
            self._open_spool(reply.must)
        elif isinstance(request, SignOut):
            self._doubt = self._unready = None
            self._keeper.leave()
            self._streams.leave()

    def _open_spool(self, must: tuple[Must, ...]) -> None:
        """What somebody left waiting is sent once they may work."""
        person, folder = self._unready, self._spool_folder
        if must or person is None:
            return
        self._unready = None
        if folder is not None and person.spool_key:
            spool = Spool(folder, person.person, self.console, person.spool_key)
            self._keeper.open(spool, person.token)

    def _send_kept(self, request: Request[R], body: bytes) -> R:
        envelope, doubt = Envelope(self.token, console=self.console), self._doubt
        entry = Entry(
            path=wire.path(type(request)),
            body=body,
            id=envelope.id,
            key=envelope.key,
            replaces=request.replaces(),
        )
        try:
            answer = self._keeper.send(entry, envelope.token)
        except (Refused, AlreadyDone):
            self._known(request, doubt)
            raise
        self._known(request, doubt)
        return read(request, answer.body)

    def _post_kept(self, entry: Entry, token: str) -> Answer:
        envelope = Envelope(token, entry.id, entry.key, self.console)
        patient = not self._keeper.is_away
        return self._kept_exchange.post(entry.path, entry.body, envelope, ANSWER_SECONDS, patient)


def _is_too_late(no: Refused | AlreadyDone) -> bool:
    """Whether the desk no longer takes a trial under the attempt it began with."""
    return isinstance(no, Refused) and no.refusal.rule == "request.id_reused"


def _content(request: Request[Any], body: bytes) -> bytes:
    return hashlib.sha256(request.act().encode() + b"\0" + body).digest()
