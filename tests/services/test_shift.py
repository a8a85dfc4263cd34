"""The shift at a desk: no new call outside it, a running one goes on, a supervisor extends the day."""

from datetime import UTC, datetime, timedelta

import pytest

from assistor_console.domain.errors import Refused
from assistor_console.domain.terms import Due, Language, Reason
from assistor_console.requests.intake import DropCall, EndCall, MyCall, ResumeCall, StartCall
from assistor_console.requests.shift import ExtendShift, SeeShift, ShiftSeen
from tests.callers import MARISOL, Caller
from tests.worlds import World

CLOSES = datetime(2017, 12, 12, 0, 0, tzinfo=UTC)
"""Monday, 19:00 Eastern."""
OPENS = datetime(2017, 12, 12, 12, 30, tzinfo=UTC)
"""Tuesday, 7:30 Eastern."""
FRIDAY_NIGHT = datetime(2017, 12, 16, 1, 0, tzinfo=UTC)
START = StartCall(language=Language.EN, reason=Reason.NEW_PROOFING)
SECOND = timedelta(seconds=1)


def shift(world: World, who: str = "ana") -> ShiftSeen:
    return world.send(who, SeeShift())


def extend(world: World, until: datetime, reason: str = "Long queue", who: str = "sup") -> ShiftSeen:
    return world.send(who, ExtendShift(until=until, reason=reason))


def rule(world: World, until: datetime) -> str:
    with pytest.raises(Refused) as told:
        extend(world, until)
    return told.value.refusal.rule


def test_a_new_call_opens_within_the_shift_only(world: World) -> None:
    world.now = CLOSES - SECOND
    seen = shift(world)
    assert (seen.open, seen.closes_at, seen.opens_at, seen.usual_minutes) == (True, CLOSES, None, 15)
    world.send("ana", START)
    world.now = CLOSES
    assert (shift(world).open, shift(world).opens_at) == (False, OPENS)
    with pytest.raises(Refused) as told:
        world.send("ben", START)
    assert (told.value.refusal.rule, told.value.refusal.clears_at) == ("shift.closed", OPENS)
    with pytest.raises(Refused, match=r"call\.one_at_a_time"):
        world.send("ana", START)
    world.now = OPENS
    assert world.send("ben", START).due is Due.ELIGIBILITY


def test_a_call_under_way_at_closing_is_finished_resumed_and_ended(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    world.now = CLOSES - SECOND
    caller.start()
    world.now = CLOSES + timedelta(minutes=1)
    caller.eligible()
    caller.send(DropCall(call_id=caller.seen.call_id))
    caller.send(ResumeCall(call_id=caller.seen.call_id))
    caller.identify()
    caller.identity()
    assert caller.seen.due is Due.ANSWER
    assert world.send("ana", MyCall()).call is not None
    caller.send(EndCall(call_id=caller.seen.call_id))
    with pytest.raises(Refused, match=r"shift\.closed"):
        caller.start()


def test_a_call_that_was_started_is_not_refused_when_it_is_sent_again(world: World) -> None:
    world.now, envelope = CLOSES - SECOND, world.envelope("ana")
    first = world.send("ana", START, envelope)
    world.now = CLOSES + SECOND
    assert world.send("ana", START, envelope) == first


def test_a_supervisor_extends_the_day_and_the_latest_word_counts(world: World) -> None:
    world.now = CLOSES - timedelta(hours=1)
    later, sooner = CLOSES + timedelta(minutes=90), CLOSES + timedelta(minutes=30)
    assert extend(world, later).closes_at == later
    world.later(minutes=1)
    seen = extend(world, sooner, "Phones are quiet", "ship")
    assert (seen.closes_at, seen.extended_by, seen.reason) == (sooner, "Ship", "Phones are quiet")
    assert shift(world) == seen
    world.now = sooner - SECOND
    world.send("ana", START)
    world.now = sooner
    with pytest.raises(Refused, match=r"shift\.closed"):
        world.send("ben", START)
    assert extend(world, sooner + timedelta(minutes=10)).open
    world.send("ben", START)
    world.now = CLOSES + timedelta(days=1)
    assert (shift(world).open, shift(world).reason) == (False, "")


def test_an_extension_is_for_today_ahead_and_not_too_long(world: World) -> None:
    assert rule(world, world.now - SECOND) == rule(world, world.now) == rule(world, CLOSES) == "shift.past"
    assert rule(world, CLOSES + timedelta(minutes=120, seconds=1)) == "shift.too_long"
    offered = shift(world, "sup").may_close_at
    assert (offered[0], offered[-1]) == (CLOSES + timedelta(minutes=15), CLOSES + timedelta(minutes=120))
    assert rule(world, CLOSES + timedelta(hours=5)) == "shift.not_today"
    assert rule(world, datetime.max.replace(tzinfo=UTC)) == "shift.not_today"
    assert rule(world, datetime.min.replace(tzinfo=UTC)) == "shift.past"
    world.now = FRIDAY_NIGHT + timedelta(hours=14)  # Saturday
    assert (shift(world).closes_at, shift(world).may_close_at) == (None, ())
    assert rule(world, world.now + timedelta(hours=1)) == "shift.not_today"
    with world.reading() as store:
        assert store.shifts.of_day(world.now.date()) is None


@pytest.mark.parametrize("who", ["ana", "tac"])
def test_only_supervisors_extend_and_all_staff_look(world: World, who: str) -> None:
    assert shift(world, who).open
    with pytest.raises(Refused, match=r"authority\.role"):
        extend(world, CLOSES + timedelta(minutes=30), who=who)


def test_an_extension_says_its_zone() -> None:
    with pytest.raises(ValueError, match="timezone"):
        ExtendShift.model_validate({"until": "2017-12-11T20:00:00", "reason": "Long queue"})
