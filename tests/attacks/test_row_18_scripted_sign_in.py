"""Row 18: a sign-in that is scripted. It locks after policy's number, and no code is accepted twice."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from itertools import count

import pytest

from assistor_console.domain.errors import Refused
from assistor_console.domain.terms import AlertKind
from assistor_console.requests.access import SeeAlerts
from assistor_console.requests.base import Envelope
from assistor_console.requests.sign_in import SignedIn, SignIn, Unlock
from tests.desk.test_races import at_once
from tests.newcomers import Newcomer
from tests.worlds import PASSWORD, WHERE, World, world

__all__ = ["world"]

CONSOLES, GUESSES = 8, 24
WRONG, LOCKED = "sign_in.wrong", "attempts.sign_in"
at_this_machine = pytest.mark.parametrize("world", WHERE[:1], indirect=True)
of_both_kinds = pytest.mark.parametrize("world", WHERE[:2], indirect=True)


def ben(world: World, password: str = PASSWORD, code: str | None = None) -> SignIn:
    """A sign-in as Ben; without more it is the right one."""
    return SignIn(staff_id=world.staff_id("ben"), password=password, code=code or world.code())


def told(world: World, request: SignIn | Unlock, who: str = "") -> str:
    """The rule that refuses it, "" for none."""
    try:
        world.send(who, request)
    except Refused as no:
        return no.refusal.rule
    return ""


def test_row_18_many_consoles_at_once_have_policy_s_number_of_guesses(world: World) -> None:
    """Half of them guess the password, half the code; whoever has both right comes too late."""
    most, right = world.policy.sign_in_attempts, ben(world)
    guesses = [ben(world, f"guess {n}") if n % 2 else ben(world, code=f"{n:06d}") for n in range(GUESSES)]
    scripts = [
        partial(world.send, "", guess, Envelope(console=f"console {n % CONSOLES}"))
        for n, guess in enumerate(guesses)
    ]
    heard = at_once(scripts)
    assert sorted(heard) == [LOCKED] * (GUESSES - most) + [WRONG] * most
    assert told(world, right) == LOCKED
    assert told(world, Unlock(password=PASSWORD), "ben") == ""  # who works already has attempts of their own
    (alert,) = (one for one in world.send("sup", SeeAlerts()).alerts if one.kind is AlertKind.LOCKED_OUT)
    assert (alert.who, alert.times) == ("Ben", 1), "one lock, however many go on trying"
    assert told(world, ben(world).model_copy(update={"staff_id": world.staff_id("ana")})) == ""
    world.later(minutes=world.policy.sign_in_minutes)
    assert isinstance(world.send("", ben(world)), SignedIn)


@at_this_machine
def test_row_18_a_script_that_waits_gets_no_more(world: World) -> None:
    """A guess every twenty seconds for two hours: policy's number in each span of policy's minutes."""
    most, span = world.policy.sign_in_attempts, timedelta(minutes=world.policy.sign_in_minutes)
    looked = []
    for n in range(360):
        if told(world, ben(world, f"guess {n}")) == WRONG:
            looked.append(world.now)
        world.later(seconds=20)
    assert len(looked) == most * 8
    assert all(later - first >= span for first, later in zip(looked, looked[most:], strict=False))


@at_this_machine
def test_row_18_staff_ids_that_nobody_has_lock_alike(world: World) -> None:
    unknown = partial(SignIn, staff_id="0000000001", code="000000")
    heard = [told(world, unknown(password=f"guess {n}")) for n in range(world.policy.sign_in_attempts + 1)]
    assert heard == [WRONG] * world.policy.sign_in_attempts + [LOCKED]


def fresh_windows(world: World) -> Iterator[int]:
    """Each time policy's minutes later, when attempts are left again."""
    for number in count():
        world.later(minutes=world.policy.sign_in_minutes)
        yield number


@of_both_kinds
def test_row_18_codes_that_are_none(world: World) -> None:
    windows = fresh_windows(world)
    for step in (-3, -2, 2, 3):
        next(windows)
        other = world.code(world.now + timedelta(seconds=30 * step))
        assert told(world, ben(world, code=other)) == WRONG
    for wrong in (
        lambda code: code.translate({ord(str(n)): 0xFF10 + n for n in range(10)}),  # full-width digits
        lambda code: code.translate({ord(str(n)): 0x0660 + n for n in range(10)}),  # Arabic-Indic ones
        lambda code: code + "00",  # eight digits
        lambda code: "00" + code,
        lambda code: code[:5],
        lambda code: code + "\n",
        lambda code: code + "\u200b",
        lambda code: f"+{code[1:]}",
        lambda code: f"0x{code[2:]}",
    ):
        next(windows)
        assert told(world, ben(world, code=wrong(world.code()))) == WRONG
    next(windows)
    assert told(world, ben(world)) == ""


@of_both_kinds
def test_row_18_a_code_that_was_used(world: World) -> None:
    windows = fresh_windows(world)
    for used in (0, -30, 30):  # the step either way is accepted, once
        next(windows)
        code = world.code(world.now + timedelta(seconds=used))
        assert told(world, ben(world, code=code)) == ""
        assert told(world, ben(world, code=code)) == WRONG
    assert told(world, ben(world)) == WRONG  # of the step before the last one used
    next(windows)
    heard = at_once([partial(world.send, "", ben(world)) for _ in range(world.policy.sign_in_attempts)])
    assert sum(isinstance(one, SignedIn) for one in heard) == 1


@of_both_kinds
def test_row_18_a_recovery_code_that_was_used(world: World) -> None:
    new = Newcomer(world)
    new.settle_in()
    code, other = new.codes[:2]
    new.sign_in(code)
    assert new.refused_in(code) == new.refused_in(code.lower()) == WRONG
    world.later(minutes=world.policy.sign_in_minutes)
    asked = SignIn(staff_id=new.staff_id, password=new.password, code=other)
    heard = at_once([partial(world.send, "", asked) for _ in range(world.policy.sign_in_attempts)])
    assert sum(isinstance(one, SignedIn) for one in heard) == 1
