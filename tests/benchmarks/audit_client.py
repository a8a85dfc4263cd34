"""One client of the benchmark of the trail: a process that writes audit rows, one in a transaction."""

import os
import time
from contextlib import closing
from datetime import UTC, datetime
from multiprocessing.connection import Connection as Pipe
from uuid import UUID, uuid4

from sqlalchemy import Connection, insert

from assistor_console.domain.terms import Role
from assistor_console.store import tables as t
from assistor_console.store.engines import engine_for
from assistor_console.store.pack import us
from assistor_console.store.people import Who
from assistor_console.store.trail import Entry, Trail

PLAIN, SEALED = "plain", "sealed"
_ADD = insert(t.audit).inline()
_SALT, _LEAF = bytes(16), bytes(32)


def serve(url: str, pipe: Pipe) -> None:
    """Writes as it is told, `(how, from, until)` by the clock all processes have, and tells how many rows it
    has committed; ends when it is told nothing more."""
    who = Who(UUID(bytes=os.urandom(16)), Role.ASSISTOR)
    engine = engine_for(url)
    with closing(pipe), engine.connect() as connection:
        pipe.send(0)
        while (told := pipe.recv()) is not None:
            pipe.send(_write(connection, who, *told))
    engine.dispose()


def _write(connection: Connection, who: Who, how: str, begins: float, ends: float) -> int:
    time.sleep(max(0.0, begins - time.time()))
    add = _add_plain if how == PLAIN else _add_sealed
    count = 0
    while time.time() < ends:
        entry = Entry(
            uuid4(), "answer_question", who, "console 17", "seen", datetime.now(UTC), uuid4(), uuid4()
        )
        with connection.begin():
            add(connection, entry)
        count += 1
    return count


def _add_sealed(connection: Connection, entry: Entry) -> None:
    Trail(connection).add(entry)


def _add_plain(connection: Connection, entry: Entry) -> None:
    """The same row as wide as with a leaf, and nothing hashed for it."""
    row = {
        "at": us(entry.at),
        "request": entry.request,
        "act": entry.act,
        "person": entry.who.person,
        "role": entry.who.role.value if entry.who.role else None,
        "console": entry.console[:80],
        "call_id": entry.call_id,
        "case_id": entry.case_id,
        "outcome": entry.outcome,
        "reason": entry.reason.value if entry.reason else None,
    }
    connection.execute(_ADD, {**row, "salt": _SALT, "leaf": _LEAF})
