"""The sealed trail on PostgreSQL: what a verification gets through, and what leaf and seals cost who writes.

Sixteen processes write audit rows, one in a transaction. By turns they write rows with a salted leaf while
the trail is sealed once a second, as a server does it, and the same rows with a constant in the leaf's place
and nobody sealing. The database does not wait for the disk, which would hide the difference.
"""

import multiprocessing
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from itertools import islice
from multiprocessing.connection import Connection as Pipe
from statistics import median
from typing import Any
from uuid import UUID

from assistor_console.composing import real_time
from assistor_console.desk.rounds import Rounds
from assistor_console.desk.sealer import Sealer
from assistor_console.requests.trail import VerifyTrail
from assistor_console.store.leaves import leaf
from assistor_console.store.pack import us
from tests import postgres
from tests.benchmarks.audit_client import PLAIN, SEALED, serve
from tests.benchmarks.frame import Figure, Unmeasured, at_least
from tests.worlds import World, make_world

NAME = "audit"
ROWS, UNDER_ONE_SEAL, LOOKS = 200_000, 5_000, 5
LEAST_ROWS, LEAST_RATIO = 100_000, 0.85
CLIENTS, PAIRS, SECONDS = 16, 5, 3.0
_COLUMNS = (
    *("at", "request", "act", "person", "role", "console"),
    *("call_id", "case_id", "outcome", "reason", "salt", "leaf"),
)


def run(say: Callable[[str], None]) -> list[Figure]:
    """`verify_rows_per_s` and `insert_ratio_plain`."""
    with postgres.server() as url:
        with postgres.database(url) as verified:
            rate = _verify(verified, say)
        with postgres.database(url) as written:
            ratio = _write(written, say)
    return [
        at_least("verify_rows_per_s", rate, "rows/s", LEAST_ROWS),
        at_least("insert_ratio_plain", ratio, "x", LEAST_RATIO),
    ]


def _verify(url: str, say: Callable[[str], None]) -> float:
    """Rows a second of a whole verification as an operator asks for it; the middle of some."""
    world = make_world(url)
    world.now = datetime.now(UTC)
    made = _made_rows()
    while rows := list(islice(made, UNDER_ONE_SEAL)):
        _copy(world, rows)
        with world.database.write() as store:
            store.seals.seal(world.now)
    rates = []
    for _ in range(LOOKS):
        begun = time.perf_counter()
        found = world.operator.send(VerifyTrail())
        rates.append(found.rows / (time.perf_counter() - begun))
        if found.flaws or found.rows < ROWS:
            raise Unmeasured(f"the trail does not verify: {found.findings[:3]}")
    world.database.close()
    say(f"{found.rows:,} rows under {found.seals} seals: " + ", ".join(f"{rate:,.0f}" for rate in rates))
    return median(rates)


def _made_rows() -> Iterator[tuple[Any, ...]]:
    """Rows with true leaves, as COPY takes them."""
    people = [UUID(bytes=os.urandom(16)) for _ in range(100)]
    now = us(datetime.now(UTC) - timedelta(minutes=5))
    for number in range(ROWS):
        ids = [UUID(bytes=os.urandom(16)) for _ in range(3)]
        person = people[number % len(people)]
        head = (now + number * 1000, ids[0], "answer_question", person, "assistor", f"console {number % 100}")
        row: dict[str, object] = dict(zip(_COLUMNS, (*head, *ids[1:], "done", None), strict=False))
        salt = os.urandom(16)
        yield (*row.values(), salt, leaf(salt, row))


def _copy(world: World, rows: Sequence[tuple[Any, ...]]) -> None:
    with world.database.write() as store:
        raw: Any = store.connection.connection.driver_connection
        with raw.cursor().copy(f"copy audit ({', '.join(_COLUMNS)}) from stdin") as copy:
            for row in rows:
                copy.write_row(row)


def _write(url: str, say: Callable[[str], None]) -> float:
    """The middle ratio of pairs of runs; who goes first changes."""
    world = make_world(url)
    sealer = Sealer(world.pipeline, real_time)
    world.operator.send(VerifyTrail())  # what is read once is read before
    ratios = []
    with _clients(url) as clients:
        _round(clients, SEALED, sealer)
        for number in range(PAIRS):
            first, second = (PLAIN, SEALED) if number % 2 else (SEALED, PLAIN)
            done = {how: _round(clients, how, sealer) for how in (first, second)}
            ratios.append(done[SEALED] / done[PLAIN])
            say(f"plain {done[PLAIN]:,.0f}/s, sealed {done[SEALED]:,.0f}/s: {ratios[-1]:.3f}")
    world.database.close()
    return median(ratios)


@contextmanager
def _clients(url: str) -> Iterator[list[Pipe]]:
    spawn = multiprocessing.get_context("spawn")
    with ExitStack() as stack:
        pipes = []
        for _ in range(CLIENTS):
            mine, theirs = spawn.Pipe()
            process = spawn.Process(target=serve, args=(url, theirs))
            process.start()
            stack.callback(process.join)
            stack.callback(mine.send, None)
            pipes.append(mine)
        for pipe in pipes:
            pipe.recv()
        yield pipes


def _round(clients: Sequence[Pipe], how: str, sealer: Sealer) -> float:
    """Rows a second of all clients together. What a round has left unsealed is sealed after it."""
    begins = time.time() + 0.1
    for pipe in clients:
        pipe.send((how, begins, begins + SECONDS))
    rounds = Rounds("sealer", sealer.step, sealer.pause)
    if how == SEALED:
        rounds.start()
    done = sum(pipe.recv() for pipe in clients)
    if how == SEALED:
        rounds.stop()
    sealer.finish()
    return float(done / SECONDS)
