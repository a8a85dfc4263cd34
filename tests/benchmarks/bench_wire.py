"""What the wire adds: requests over loopback HTTPS beside the same requests in this process, one database.

Two assistors have each a caller in the middle of the interview. One sends over HTTPS to a server process, the
other through a LocalDesk; the same request at once after the other, by turns first, so that whatever the
machine does meanwhile meets both. The database does not wait for the disk: that is no part of the wire.
"""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from statistics import quantiles

from assistor_console.desk.remote import RemoteDesk
from assistor_console.domain.terms import Realm
from assistor_console.requests.base import Desk, Reply, Request
from assistor_console.requests.intake import SeeCall
from assistor_console.requests.interview import AnswerQuestion, KeepDraft
from assistor_console.requests.sign_in import Hello
from tests.benchmarks.central_desk import CentralDesk, central_desk
from tests.benchmarks.frame import Figure, at_most
from tests.callers import Caller, persona

NAME = "wire"
LIMIT_MS = 4.0
LIMIT_P95_MS = 10.0
ROUNDS, WARM = 300, 30
CONSOLES, SECONDS = 8, 4.0
_CROWD = tuple(f"console {number}" for number in range(CONSOLES))

Make = Callable[["Caller", int], Request[Reply]]
REQUESTS: dict[str, Make] = {
    "Hello": lambda caller, turn: Hello(),
    "SeeCall": lambda caller, turn: SeeCall(call_id=caller.seen.call_id),
    "KeepDraft": lambda caller, turn: KeepDraft(
        call_id=caller.seen.call_id, number=_number(caller), text=f"{turn + 1000}"
    ),
    "AnswerQuestion": lambda caller, turn: AnswerQuestion(
        call_id=caller.seen.call_id, number=_number(caller), text=f"{turn + 1000}"
    ),
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Milliseconds of one request here and over the wire."""

    kind: str
    here: float
    wire: float


def run(say: Callable[[str], None]) -> list[Figure]:
    """`overhead_ms_p50` and `overhead_ms_p95`: of the differences within each pair."""
    with central_desk(*_CROWD) as desk:
        pairs = _pairs(desk)
        for kind in REQUESTS:
            say(f"{kind:15} {_told([pair for pair in pairs if pair.kind == kind])}")
        say(f"{'all':15} {_told(pairs)}")
        say(f"{CONSOLES} consoles at once: {_rate(desk):.0f} requests a second")
    middle, late = spread([pair.wire - pair.here for pair in pairs])
    return [
        at_most("overhead_ms_p50", middle, "ms", LIMIT_MS),
        at_most("overhead_ms_p95", late, "ms", LIMIT_P95_MS),
    ]


def spread(values: Sequence[float]) -> tuple[float, float]:
    """The middle and the 95th percentile."""
    cuts = quantiles(values, n=20, method="inclusive")
    return cuts[9], cuts[18]


def _told(pairs: Sequence[Pair]) -> str:
    here, wire = spread([pair.here for pair in pairs]), spread([pair.wire for pair in pairs])
    more = spread([pair.wire - pair.here for pair in pairs])
    return "   ".join(
        f"{what} {middle:5.2f} / {late:5.2f} ms"
        for what, (middle, late) in (("here", here), ("wire", wire), ("overhead", more))
    )


def _pairs(desk: CentralDesk) -> list[Pair]:
    """The requests by turns, those of the warming up left out."""
    here, wire = _caller(desk, "ana", 1), _caller(desk, "ben", 2)
    local, remote = desk.world.desk("ana"), _remote(desk, "ben")
    pairs = []
    for turn in range(WARM + ROUNDS):
        for kind, make in REQUESTS.items():
            sent = [(local, make(here, turn)), (remote, make(wire, turn))]
            first = turn % 2
            one = _milliseconds(*sent[first])
            other = _milliseconds(*sent[1 - first])
            pairs.append(Pair(kind, *((other, one) if first else (one, other))))
    remote.close()
    return pairs[WARM * len(REQUESTS) :]


def _caller(desk: CentralDesk, assistor: str, number: int) -> Caller:
    """Somebody who is asked the first tax item."""
    who = persona(f"12300{4000 + number:04d}", f"CALLER<SAMPLE{chr(64 + number)}", "SAMP", 50_000_00 + number)
    desk.world.load(*who.records)
    caller = Caller(desk.world, who, assistor)
    caller.reach_tax()
    caller.ready()
    return caller


def _remote(desk: CentralDesk, assistor: str) -> RemoteDesk:
    remote = RemoteDesk(desk.url, desk.trust, f"console of {assistor}")
    remote.connect(Realm.PRACTICE)
    remote.token = desk.world.tokens[assistor]
    return remote


def _milliseconds(desk: Desk, request: Request[Reply]) -> float:
    begun = time.perf_counter()
    desk.send(request)
    return (time.perf_counter() - begun) * 1000


def _number(caller: Caller) -> int:
    assert caller.seen.question is not None
    return caller.seen.question.number


def _rate(desk: CentralDesk) -> float:
    """Requests a second of several consoles, one thread each, without a pause between them."""
    callers = [_caller(desk, name, number) for number, name in enumerate(_CROWD, 3)]
    remotes = [_remote(desk, name) for name in _CROWD]
    ends = time.perf_counter() + SECONDS

    def work(place: int) -> int:
        for turn in count():
            for make in REQUESTS.values():
                if time.perf_counter() > ends:
                    return turn * len(REQUESTS)
                remotes[place].send(make(callers[place], turn))
        raise AssertionError("unreachable")

    with ThreadPoolExecutor(CONSOLES) as threads:
        done = sum(threads.map(work, range(CONSOLES)))
    for remote in remotes:
        remote.close()
    return done / SECONDS
