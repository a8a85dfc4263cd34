"""The code of the letter ends the case: with name and temporary password, once, within its days."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from assistor_console.domain.errors import Refused
from assistor_console.domain.terms import State
from assistor_console.requests.letters import ConfirmPrinted, LeaseRun, ReplaceRun
from assistor_console.requests.registration import RedeemCode
from tests.callers import MARISOL, TEODOR, Caller
from tests.journeys import Mailed, events, mail_letters, state_of
from tests.worlds import WHERE, World

here = pytest.mark.parametrize("world", WHERE[:1], indirect=True)
"""What the way to the desk cannot change is tried at one desk."""


@pytest.fixture
def caller(world: World) -> Caller:
    """Somebody who has passed."""
    world.load(*MARISOL.records, *TEODOR.records)
    caller = Caller(world, MARISOL)
    caller.reach_verdict()
    return caller


@pytest.fixture
def mailed(world: World, caller: Caller) -> Mailed:
    return Mailed(world, caller)


def refused(world: World, guess: RedeemCode) -> str:
    with pytest.raises(Refused) as no:
        world.send("", guess)
    return no.value.refusal.rule


def test_name_password_and_code_together_activate(world: World, caller: Caller, mailed: Mailed) -> None:
    world.send("", mailed.redeem())
    assert state_of(world, caller.seen) is State.ACTIVATED
    assert events(world, caller.seen)[-1] == "activate"


@here
def test_people_type_as_they_do(world: World, caller: Caller, mailed: Mailed) -> None:
    code = f" {mailed.code[:4]} - {mailed.code[4:]} "
    password = "-".join(mailed.password[at : at + 4] for at in range(0, 12, 4)).lower()
    world.send("", mailed.redeem(username=f" {mailed.username.upper()} ", password=password, code=code))
    assert state_of(world, caller.seen) is State.ACTIVATED


def test_a_code_is_good_once(world: World, mailed: Mailed) -> None:
    world.send("", mailed.redeem())
    assert refused(world, mailed.redeem()) in {"redeem.voided", "redeem.wrong"}


WRONG: dict[str, Callable[[Mailed], RedeemCode]] = {
    "name": lambda m: m.redeem(username="nobody99"),
    "password": lambda m: m.redeem(password="CDFG34679CDF"),
    "code": lambda m: m.redeem(code=m.another(1)),
    "all": lambda m: m.redeem(username="nobody99", password="CDFG34679CDF", code=m.another(1)),
}


@pytest.mark.parametrize("what", WRONG)
@here
def test_nothing_tells_which_of_the_three_is_wrong(
    world: World, caller: Caller, mailed: Mailed, what: str
) -> None:
    assert refused(world, WRONG[what](mailed)) == "redeem.wrong"
    assert state_of(world, caller.seen) is State.LETTER_MAILED


@here
def test_too_few_digits_cost_nothing(world: World, mailed: Mailed) -> None:
    for _ in range(world.policy.redeem_attempts + 1):
        assert refused(world, mailed.redeem(code="1234")) == "code.activation"
    world.send("", mailed.redeem())


def test_after_policys_number_even_the_right_code_waits(world: World, mailed: Mailed) -> None:
    for number in range(1, world.policy.redeem_attempts + 1):
        assert refused(world, mailed.redeem(code=mailed.another(number))) == "redeem.wrong"
    assert refused(world, mailed.redeem()) == "attempts.redeem"
    world.later(minutes=world.policy.redeem_minutes)
    world.send("", mailed.redeem())


@here
def test_a_name_that_is_nobodys_locks_alike(world: World, mailed: Mailed) -> None:
    guess = mailed.redeem(username="nobody99")
    told = [refused(world, guess) for _ in range(world.policy.redeem_attempts + 1)]
    assert told == ["redeem.wrong"] * world.policy.redeem_attempts + ["attempts.redeem"]


@here
def test_the_last_day_counts_whole(world: World, mailed: Mailed) -> None:
    with world.reading() as store:
        letter = store.letters.of_case(mailed.case)
    assert letter and letter.deadline
    world.now = letter.deadline
    assert refused(world, mailed.redeem()) == "redeem.expired"
    assert refused(world, mailed.redeem(password="CDFG34679CDF")) == "redeem.wrong"
    world.now = letter.deadline - timedelta(seconds=1)
    world.send("", mailed.redeem())


def test_the_code_of_a_replaced_letter_says_so_to_its_owner_alone(world: World, caller: Caller) -> None:
    issued = caller.issue()
    password = "".join(spelled.character for spelled in issued.password)
    run = world.send("ship", LeaseRun())
    with world.reading() as store:
        old = store.letters.of_case(issued.call.case.id)  # type: ignore[union-attr]
    assert old
    world.send("ship", ConfirmPrinted(run_id=run.run_id, letters=run.letters))
    world.send("ship", ReplaceRun(run_id=run.run_id))
    mail_letters(world)
    guess = RedeemCode(username=issued.username, password=password, code=old.code)
    assert refused(world, guess) == "redeem.voided"
    assert refused(world, RedeemCode(username=issued.username, password="X", code=old.code)) == "redeem.wrong"


@here
def test_the_code_of_another_account_is_none(world: World, mailed: Mailed) -> None:
    other = Caller(world, TEODOR, "ben")
    other.reach_verdict()
    second = Mailed(world, other)
    assert refused(world, mailed.redeem(code=second.code)) == "redeem.wrong"


@here
def test_before_it_is_mailed_a_code_is_good_for_nothing(world: World, caller: Caller) -> None:
    issued = caller.issue()
    password = "".join(spelled.character for spelled in issued.password)
    with world.reading() as store:
        letter = store.letters.of_case(issued.call.case.id)  # type: ignore[union-attr]
    assert letter
    guess = RedeemCode(username=issued.username, password=password, code=letter.code)
    assert refused(world, guess) == "redeem.wrong"
