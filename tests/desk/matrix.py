"""Every request type × every role × every condition of its session, against what `authority --json` prints.

`python -m tests.desk.matrix` tries all of them on a fresh practice desk and prints how many.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from datetime import timedelta
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import update

from assistor_console.cli import main as command
from assistor_console.desk.local import OperatorDesk
from assistor_console.domain.errors import Refused, Trouble
from assistor_console.domain.terms import Role, SessionState
from assistor_console.requests.base import Envelope, Reply, Request
from assistor_console.requests.wire import kinds
from assistor_console.store import tables as t
from tests.desk.made_requests import minimal
from tests.worlds import START, World, make_world

NOBODY = "nobody"
LIVE = {"right": SessionState.OPEN, "locked": SessionState.LOCKED, "unready": SessionState.UNREADY}
"""Conditions with a session that lives: its state."""
DEAD = ("none", "junk", "relabelled", "ended", "stale")
"""Conditions without one: no token; one never given out; another person's whose row was made this one's by
hand; one past its time; one of who has signed in elsewhere since."""
CONDITIONS = (*LIVE, *DEAD)
AUTHORITY = frozenset({"authority.signed_out", "authority.role", "authority.locked", "authority.unready"})
KINDS = {kind.act(): kind for kind in kinds()}
UNTIL = START + timedelta(days=9999)


def printed() -> dict[str, Any]:
    """What the command prints."""
    out = StringIO()
    with redirect_stdout(out):
        assert command(["authority", "--json"]) == 0
    found: dict[str, Any] = json.loads(out.getvalue())
    return found


@dataclass
class Tried:
    """How often what was tried, and what went otherwise than the table says."""

    requests: int = 0
    roles: int = 0
    counted: Counter[str] = field(default_factory=Counter)
    wrongly_allowed: list[str] = field(default_factory=list)
    wrongly_refused: list[str] = field(default_factory=list)
    otherwise: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        by = ", ".join(f"{condition} {count}" for condition, count in sorted(self.counted.items()))
        return (
            f"{self.requests} requests x {self.roles} roles x {len(CONDITIONS)} conditions: "
            f"{self.counted.total():,} tried ({by}); {len(self.wrongly_allowed)} wrongly allowed, "
            f"{len(self.wrongly_refused)} wrongly refused, {len(self.otherwise)} for another reason"
        )


def wanted(row: dict[str, Any], role: str, condition: str) -> str | None:
    """The rule by which the table refuses a request, None where it allows it."""
    if row["request"] == "new_enrolment":  # once anybody works here its handler asks for a supervisor
        return None if role == "supervisor" and condition in LIVE else "authority.role"
    if row["may"][NOBODY]:
        return None
    if condition in DEAD:
        return "authority.signed_out"
    if not row["may"][role]:
        return "authority.role"
    return None if condition == "right" or row[condition] else f"authority.{condition}"


def conditions(role: str) -> tuple[str, ...]:
    """What can be tried with a role: nobody has no session that could live, or could have lived."""
    return ("none", "junk") if role == NOBODY else CONDITIONS


class Matrix:
    """One desk with a person for every role and condition. `tokens` are theirs; live ones are opened anew for
    each request, because some end or change the session they come in."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._beside = {
            role: OperatorDesk(world.beside, "hand", Role(role)) for role in ("operator", "system")
        }
        self._tokens = {"none": "", "junk": "no such token"}
        for role in Role:
            for condition in CONDITIONS:
                self._hire(role, condition)

    def _hire(self, role: Role, condition: str) -> None:
        world, name = self._world, f"{role} {condition}"
        world.hire(name, role, "fresno-ca" if role is Role.TAC else None)
        if condition == "ended":
            with world.database.write() as store:
                store.sessions.open(world.people[name], name, world.now, world.now, "")
        elif condition == "stale":
            with world.database.write() as store:
                store.sessions.open(world.people[name], f"{name} elsewhere", world.now, UNTIL, "")
        elif condition == "relabelled":
            self._relabel(name)

    def _relabel(self, name: str) -> None:
        """Somebody else's session, made this person's by who can write the table."""
        other = f"victim of {name}"
        self._world.hire(other, Role.SUPERVISOR)
        with self._world.database.write() as store:
            store.sessions.close_all(self._world.people[name])
            mine = {"person": self._world.people[name]}
            theirs = t.sessions.c.person == self._world.people[other]
            assert store.connection.execute(update(t.sessions).where(theirs).values(mine)).rowcount == 1
        self._world.tokens[name] = other

    def token(self, role: str, condition: str) -> str:
        """A token under which the condition holds."""
        if condition in self._tokens:
            return self._tokens[condition]
        name = f"{role} {condition}"
        if condition in LIVE:
            with self._world.database.write() as store:
                person, state = self._world.people[name], LIVE[condition]
                store.sessions.open(person, name, self._world.now, UNTIL, "", state)
        return self._world.tokens[name]

    def told(self, kind: type[Request[Reply]], role: str, condition: str) -> str | None:
        """The rule of authority that refuses a request, None where none does."""
        request = minimal(kind)
        try:
            if condition == "right" and role in self._beside:
                self._beside[role].send(request)
            else:
                self._world.pipeline.run(Envelope(self.token(role, condition)), request)
        except Refused as no:
            return no.refusal.rule if no.refusal.rule in AUTHORITY else None
        except Trouble as trouble:
            return trouble.code if trouble.code == "desk.bug" else None
        return None


def tries(table: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str, str]]:
    """Every row of the table with every role and condition."""
    for row in table["requests"]:
        for role in table["senders"]:
            for condition in conditions(role):
                yield row, role, condition


def try_all(world: World) -> Tried:
    """Tries everything once."""
    table, matrix = printed(), Matrix(world)
    tried = Tried(len(table["requests"]), len(table["senders"]))
    assert {row["request"] for row in table["requests"]} == set(KINDS)
    for row, role, condition in tries(table):
        tried.counted[condition] += 1
        told, expected = matrix.told(KINDS[row["request"]], role, condition), wanted(row, role, condition)
        if told == expected:
            continue
        what = f"{row['request']} by {role}, {condition}: {told}, not {expected}"
        wrongly = tried.wrongly_refused if told and not expected else tried.otherwise
        (wrongly if told else tried.wrongly_allowed).append(what)
    return tried


def main() -> int:
    """Prints the counts; 1 where anything went otherwise than the table says."""
    with TemporaryDirectory() as folder:
        world = make_world(f"sqlite:///{Path(folder) / 'desk.db'}")
        try:
            tried = try_all(world)
        finally:
            world.database.close()
    print(tried)
    wrong = (*tried.wrongly_allowed, *tried.wrongly_refused, *tried.otherwise)
    print("\n".join(wrong), end="\n" if wrong else "")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
