"""A desk that is away: what it keeps arrives once and in order, the rest fails soon, and every wait ends."""

import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from time import monotonic

import pytest
from sqlalchemy import select

from assistor_console.desk.remote import RemoteDesk
from assistor_console.desk.spool import ENDING
from assistor_console.domain.errors import Refused, Trouble
from assistor_console.domain.terms import Language, Reason, Topic
from assistor_console.requests.base import Envelope, Link
from assistor_console.requests.intake import StartCall
from assistor_console.requests.interview import AnswerQuestion, KeepDraft
from assistor_console.requests.sign_in import Hello, SignOut
from assistor_console.store import tables
from tests.callers import MARISOL, Caller
from tests.desk.far import Links, Sending, console, count, sign_in, trail, wire, world
from tests.desk.flaky import Fault, Flaky
from tests.worlds import World

__all__ = ["wire", "world"]
SOON, AT_ONCE, NOTICED = 2.5, 1.0, 4.0


class Outage:
    """Ana on a call whose identity items are asked, at a console that keeps a spool."""

    def __init__(self, world: World, wire: Flaky, folder: Path) -> None:
        self.world, self.wire, self.spool = world, wire, folder / "spool"
        self.links = Links()
        self.desk = console(wire, self.spool, self.links)
        self.token = sign_in(self.desk, world).token
        world.tokens["ana"] = self.token
        self.caller = Caller(world, MARISOL)
        self.caller.start()
        self.caller.eligible()

    def answer(self, number: int, text: str) -> AnswerQuestion:
        return AnswerQuestion(call_id=self.caller.seen.call_id, number=number, text=text)

    def draft(self, number: int, text: str) -> KeepDraft:
        return KeepDraft(call_id=self.caller.seen.call_id, number=number, text=text)

    def keep(self, *requests: AnswerQuestion | KeepDraft) -> list[Sending]:
        """Sends each on a thread of its own, once the one before is kept."""
        sent = []
        for request in requests:
            told = len(self.links.told)
            sent.append(Sending(self.desk, request))
            assert self.links.wait_for_more(told)
        return sent

    def answers(self) -> list[tuple[int, str]]:
        """What the desk has: number and text of every answer, the oldest first."""
        with self.world.reading() as store:
            interview = store.interviews.of_call(self.caller.seen.call_id)
            assert interview
            live = store.interviews.answers(interview.id)
            rows = store.connection.execute(select(tables.answers.c.number)).scalars()
            return [(number, live[number].text) for number in rows]


@pytest.fixture
def outage(world: World, wire: Flaky, tmp_path: Path) -> Iterator[Outage]:
    made = Outage(world, wire, tmp_path)
    with closing(made.desk):
        yield made


def away(outage: Outage) -> None:
    outage.wire.away()
    with pytest.raises(Trouble, match=r"desk\.unreachable"):
        outage.desk.send(Hello())


def test_answers_over_an_outage_arrive_once_and_in_order(outage: Outage) -> None:
    away(outage)
    first, last = outage.answer(1, MARISOL.tin), outage.answer(2, MARISOL.name)
    sent = outage.keep(first, outage.answer(2, "Somebody Else"), last)
    outage.wire.back()
    assert all(one.ended() for one in sent)
    assert [one.result.call_id for one in sent] == [first.call_id] * 3
    assert trail(outage.world, "answer_question") == ["done"] * 3
    assert [number for number, _ in outage.answers()] == [1, 2, 2]
    assert outage.answers()[-1][1].casefold() == MARISOL.name.casefold()
    assert outage.links.wait_for(here=True, kept=0)
    away_first, after = outage.links.told[:4], outage.links.told[4:]
    assert away_first == [Link(False, 0), Link(False, 1), Link(False, 2), Link(False, 3)]
    assert all(link.here for link in after)
    kept = [link.kept for link in after]
    assert kept == sorted(kept, reverse=True)


def test_a_draft_takes_the_place_of_the_one_before_it(outage: Outage) -> None:
    away(outage)
    first, *_ = outage.keep(outage.draft(1, "1"), outage.answer(1, MARISOL.tin))
    others = [Sending(outage.desk, outage.draft(2, "M" * length)) for length in range(1, 6)]
    assert outage.links.wait_for(kept=3)
    outage.wire.back()
    assert first.ended()
    assert all(one.ended() for one in others)
    assert trail(outage.world, "keep_draft") == ["done"] * 2
    assert {type(one.result).__name__ for one in others} == {"Done"}


def test_what_is_refused_in_the_end_is_refused_to_who_waits(outage: Outage) -> None:
    away(outage)
    good, bad = outage.keep(outage.answer(1, MARISOL.tin), outage.answer(7, "no such question"))
    outage.wire.back()
    assert good.ended()
    assert bad.ended()
    assert isinstance(bad.result, Refused)
    assert outage.links.wait_for(here=True, kept=0, refused=0)


def test_whatever_else_is_sent_fails_soon(outage: Outage) -> None:
    outage.wire.away()
    for most in (SOON, AT_ONCE):  # with patience while it is news, then at once
        begun = monotonic()
        with pytest.raises(Trouble, match=r"desk\.unreachable"):
            outage.desk.send(Hello())
        assert monotonic() - begun < most


def test_a_request_that_works_brings_what_waits_with_it(outage: Outage) -> None:
    away(outage)
    (sent,) = outage.keep(outage.answer(1, MARISOL.tin))
    outage.wire.back()
    assert outage.desk.send(Hello()).has_staff
    assert sent.ended()
    assert outage.links.wait_for(here=True, kept=0)


def test_a_desk_that_hangs_is_told_while_an_answer_waits_for_it(outage: Outage) -> None:
    outage.wire.fail(Fault.HANG)
    begun = monotonic()
    sent = Sending(outage.desk, outage.answer(1, MARISOL.tin))
    assert outage.links.wait_for(here=False, kept=1)
    assert monotonic() - begun < NOTICED
    outage.wire.back()
    assert sent.ended()
    assert outage.links.wait_for(here=True, kept=0)
    assert trail(outage.world, "answer_question") == ["done"]


def test_what_waited_already_does_not_end_a_doubt_that_came_later(outage: Outage) -> None:
    start, envelope = StartCall(language=Language.EN, reason=Reason.NEW_PROOFING), Envelope(outage.token)
    away(outage)
    (sent,) = outage.keep(outage.answer(1, MARISOL.tin))
    with pytest.raises(Trouble, match=r"desk\.unreachable"):
        outage.desk.send(start, envelope)
    outage.wire.back()
    assert sent.ended()
    with pytest.raises(Refused, match=r"call\.one_at_a_time"):
        outage.desk.send(start)
    with outage.world.reading() as store:
        a = tables.audit.c
        asked = store.connection.execute(select(a.request).where(a.act == "start_call").order_by(a.id))
        assert list(asked.scalars())[-1] == envelope.id


@pytest.mark.parametrize("fault", [Fault.CUT_BEFORE, Fault.CUT_AFTER, Fault.CUT_IN_ANSWER, Fault.REFUSE])
def test_a_fault_on_a_kept_request_is_no_outage(outage: Outage, fault: Fault) -> None:
    outage.desk.send(outage.answer(1, MARISOL.tin))
    outage.wire.fail(fault)
    outage.desk.send(outage.answer(2, MARISOL.name))
    assert outage.wire.failed == 1
    assert trail(outage.world, "answer_question") == ["done"] * 2
    assert outage.links.told == []


def test_close_ends_what_waits_and_what_waited_comes_with_the_next_sign_in(outage: Outage) -> None:
    away(outage)
    sent = outage.keep(outage.answer(1, MARISOL.tin), outage.answer(2, MARISOL.name))
    closed_within(outage.desk, AT_ONCE)
    assert all(one.ended(AT_ONCE) for one in sent)
    assert [one.result.code for one in sent] == ["desk.closed"] * 2
    outage.wire.back()
    links = Links()
    with closing(console(outage.wire, outage.spool, links)) as again:
        sign_in(again, outage.world)
        assert trail(outage.world, "answer_question") == ["done"] * 2
        assert links.told == [Link(True, 2), Link(True, 1), Link(True, 0)]
    assert [number for number, _ in outage.answers()] == [1, 2]
    assert list(outage.spool.glob(f"*{ENDING}")) == []


def test_what_waits_outlasts_its_session(outage: Outage) -> None:
    away(outage)
    (sent,) = outage.keep(outage.answer(1, MARISOL.tin))
    with outage.world.database.write() as store:
        store.sessions.close_all(outage.world.people["ana"])
    outage.wire.back()
    assert sent.ended()
    assert isinstance(sent.result, Refused)
    assert sent.result.refusal.rule == "authority.signed_out"
    assert outage.links.wait_for(here=True, kept=0)
    sign_in(outage.desk, outage.world)
    assert trail(outage.world, "answer_question") == ["authority.signed_out", "done"]
    outage.desk.send(outage.answer(2, MARISOL.name))
    assert outage.links.told[-1] == Link(True, 0)


def test_what_was_left_goes_on_by_itself_when_the_desk_is_back(outage: Outage) -> None:
    away(outage)
    outage.keep(outage.answer(1, MARISOL.tin), outage.answer(2, MARISOL.name))
    outage.desk.close()
    outage.wire.back()
    links = Links()
    with closing(console(outage.wire, outage.spool, links)) as again:
        again.send(Hello())
        outage.wire.fail(Fault.DELAY, *[Fault.CUT_BEFORE] * 5)  # the sign-in passes, what follows it does not
        sign_in(again, outage.world)
        assert links.wait_for(here=True, kept=0)  # though nobody sends anything
    assert Link(False, 2) in links.told
    assert trail(outage.world, "answer_question") == ["done"] * 2


def test_a_refusal_nobody_waits_for_is_counted(outage: Outage) -> None:
    away(outage)
    outage.keep(outage.answer(1, MARISOL.tin), outage.answer(7, "no such question"))
    outage.desk.close()
    outage.wire.back()
    links = Links()
    with closing(console(outage.wire, outage.spool, links)) as again:
        sign_in(again, outage.world)
        assert links.wait_for(here=True, kept=0, refused=1)


def test_what_can_be_neither_sent_nor_written_down_fails(outage: Outage) -> None:
    outage.desk.close()
    outage.spool.write_text("a file where the folder should be")
    outage.wire.back()
    with closing(console(outage.wire, outage.spool)) as desk:
        sign_in(desk, outage.world)
        desk.send(outage.answer(1, MARISOL.tin))  # sent it can be
        outage.wire.away()
        for _ in range(2):
            with pytest.raises(Trouble, match=r"spool\.unwritable"):
                desk.send(outage.answer(2, MARISOL.name))
        outage.wire.back()
        desk.send(Hello())
        desk.send(outage.answer(2, MARISOL.name))
    assert trail(outage.world, "answer_question") == ["done"] * 2


def test_signing_out_leaves_what_waits_to_the_next_sign_in(outage: Outage) -> None:
    outage.wire.fail(*[Fault.CUT_BEFORE] * 5)
    sent = Sending(outage.desk, outage.answer(1, MARISOL.tin))
    assert outage.links.wait_for(here=False, kept=1)
    outage.wire.hold()
    outage.wire.back()
    outage.desk.send(SignOut())
    assert sent.ended()
    sign_in(outage.desk, outage.world, "ben")
    sign_in(outage.desk, outage.world, "ana")
    assert count(outage.world, tables.answers) == 1


def test_close_ends_a_wait_for_an_answer(world: World, wire: Flaky) -> None:
    desk = console(wire)
    desk.send(Hello())
    wire.fail(Fault.HANG)
    sent = Sending(desk, Hello())
    assert wire.wait_for(lambda: wire.failed == 1)
    closed_within(desk, AT_ONCE)
    assert sent.ended(AT_ONCE)
    assert isinstance(sent.result, Trouble)
    wire.back()
    nothing_stays(wire)


def test_close_ends_a_pause_between_two_tries(world: World, wire: Flaky) -> None:
    desk = console(wire)
    wire.fail(*[Fault.REFUSE] * 9)
    sent = Sending(desk, Hello())
    assert wire.wait_for(lambda: wire.failed == 3)  # the longest pause has begun
    closed_within(desk, AT_ONCE)
    assert sent.ended(AT_ONCE)
    assert sent.result.code == "desk.closed"
    assert wire.failed == 3


def test_close_ends_a_handshake_that_nobody_answers(world: World, wire: Flaky) -> None:
    wire.hold()
    desk = console(wire)
    sent = Sending(desk, Hello())
    assert wire.wait_for(lambda: wire.taken == 1)
    closed_within(desk, AT_ONCE)
    assert sent.ended(AT_ONCE)
    wire.back()
    nothing_stays(wire)


def test_close_ends_a_watch_and_one_that_was_never_read(world: World, wire: Flaky) -> None:
    desk = console(wire)
    desk.token = world.tokens["sup"]
    read, _unread = desk.watch(Topic.QUEUE), desk.watch(Topic.FLOOR)
    assert next(read) is Topic.QUEUE
    ended = threading.Thread(target=lambda: list(read), daemon=True)
    ended.start()
    closed_within(desk, AT_ONCE)
    ended.join(AT_ONCE)
    assert not ended.is_alive()
    nothing_stays(wire)


def test_after_close_nothing_is_sent(world: World, wire: Flaky, tmp_path: Path) -> None:
    desk = console(wire)
    desk.close()
    with pytest.raises(Trouble, match=r"desk\.closed"):
        desk.send(Hello())
    with pytest.raises(Trouble, match=r"desk\.closed"):
        desk.send(KeepDraft(call_id=world.people["ana"], number=1, text="1"))
    assert list(desk.watch(Topic.QUEUE)) == []
    assert wire.taken == 0


def closed_within(desk: RemoteDesk, seconds: float) -> None:
    begun = monotonic()
    desk.close()
    assert monotonic() - begun < seconds


def nothing_stays(wire: Flaky) -> None:
    assert wire.wait_for(lambda: wire.open == 0)
    names = {"keeper", "sending"}
    assert not [thread for thread in threading.enumerate() if thread.name in names and thread.is_alive()]
