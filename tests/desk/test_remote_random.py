"""Whole calls over a wire that fails at random: in the end the desk has done each act exactly once."""

from collections import Counter
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import func, select

from assistor_console.desk.remote import RemoteDesk
from assistor_console.domain.errors import Trouble
from assistor_console.requests.accounts import IssueAccount
from assistor_console.requests.base import Command, Envelope, R, Request, Trial
from assistor_console.requests.interview import AnswerQuestion, KeepDraft
from assistor_console.store import tables
from tests.callers import MARISOL, Caller
from tests.desk.far import Links, console, count, sign_in, wire, world
from tests.desk.flaky import Fault, Flaky
from tests.worlds import World

__all__ = ["wire", "world"]
FAULTS = (Fault.CUT_BEFORE, Fault.CUT_AFTER, Fault.CUT_IN_ANSWER, Fault.REFUSE)
HOW_MANY = (0, 0, 0, 0, 0, 1, 1, 1, 2, 6)
"""Faults before a request gets through: six are an outage."""
MOST_TRIES = 20


class Unlucky(World):
    """A world whose people send over a wire; it counts what was acknowledged."""

    def over(self, wire: Flaky, desk: RemoteDesk, chance: Random) -> None:
        self.wire, self.far, self.chance = wire, desk, chance
        self.acts: Counter[str] = Counter()
        self.trials = 0

    def send(self, who: str, request: Request[R], envelope: Envelope | None = None) -> R:
        """Sends as a person does who tries again until the desk answers; its first tries may fail."""
        if isinstance(request, AnswerQuestion):
            self.send(who, KeepDraft(call_id=request.call_id, number=request.number, text=request.text[:3]))
        self.wire.fail(*self.chance.choices(FAULTS, k=self.chance.choice(HOW_MANY)))
        for _ in range(MOST_TRIES):
            try:
                reply = self.far.send(request)
            except Trouble as failed:
                assert failed.code == "desk.unreachable"
                assert not request.kept
                continue
            self.acts[request.act()] += isinstance(request, Command)
            self.trials += isinstance(request, Trial)
            return reply
        raise AssertionError(f"{request.act()} never got through")


@pytest.fixture
def unlucky(world: World) -> Unlucky:
    """The same desk, sent to otherwise."""
    return Unlucky(world.url)


@pytest.mark.parametrize("seed", [1])
def test_each_act_of_a_call_is_done_once_whatever_fails(
    unlucky: Unlucky, wire: Flaky, tmp_path: Path, seed: int
) -> None:
    links = Links()
    with closing(unlucky.database), closing(console(wire, tmp_path / "spool", links)) as desk:
        sign_in(desk, unlucky)
        unlucky.over(wire, desk, Random(seed))
        caller = Caller(unlucky, MARISOL)
        caller.reach_verdict()
        issued = caller.issue()
        assert issued.password
        wire.back()
        assert links.wait_for(kept=0, refused=0)
        expected = unlucky.acts
        assert done(unlucky) == expected
        # The sign-in before, and for TIN and name also the TIN and who tried it.
        assert count(unlucky, tables.attempts) == unlucky.trials + 3
        assert count(unlucky, tables.answers) == expected["answer_question"]
        assert count(unlucky, tables.accounts) == expected[IssueAccount.act()] == 1
        assert wire.failed > 10


def done(world: World) -> Counter[str]:
    """How often each act of a console was done, by the trail."""
    a = tables.audit.c
    query = select(a.act, func.count()).where(a.outcome == "done", a.person.is_not(None))
    with world.reading() as store:
        return Counter({row.act: row[1] for row in store.connection.execute(query.group_by(a.act))})
