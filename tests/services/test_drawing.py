"""Questions drawn at the desk: none twice for one taxpayer, and what others are asked is counted."""

from datetime import timedelta

from assistor_console.domain.script import AskedItem
from assistor_console.domain.terms import Verdict
from assistor_console.requests.intake import EndCall
from tests.callers import MARISOL, TEODOR, Caller
from tests.worlds import World


def asked_of(caller: Caller) -> frozenset[AskedItem]:
    return frozenset(question.asks for question in caller.questions() if question.asks)


def test_a_second_interview_asks_nothing_of_the_first(world: World) -> None:
    world.load(*MARISOL.records, *TEODOR.records)
    first = Caller(world, MARISOL)
    assert first.reach_verdict(wrong=1).verdict is Verdict.REFERRED
    first.send(EndCall(call_id=first.seen.call_id))
    world.later(hours=world.policy.interview_cool_off_hours + 1)
    second = Caller(world, MARISOL, "ben")
    assert second.reach_verdict().verdict is Verdict.PASSED
    assert asked_of(first) and asked_of(first).isdisjoint(asked_of(second))
    other = Caller(world, TEODOR)
    other.reach_tax()
    with world.reading() as store:
        assert store.shown.of(MARISOL.tin.replace("-", "")) == asked_of(first) | asked_of(second)
        assert store.shown.of(TEODOR.tin.replace("-", "")) == asked_of(other)
        shares = store.shown.exposure(world.now - timedelta(days=world.policy.exposure_days))
        assert set(shares) == asked_of(first) | asked_of(second) | asked_of(other)
        assert {round(share, 2) for share in shares.values()} <= {0.33, 0.67}
        assert store.shown.exposure(world.now + timedelta(seconds=1)) == {}
