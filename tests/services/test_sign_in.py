"""Signing in: password and second factor together, one rule whichever is wrong."""

from datetime import datetime, timedelta
from typing import Literal

import pytest
from argon2 import PasswordHasher

from assistor_console.domain.errors import Refused
from assistor_console.requests.shift import SeeShift
from assistor_console.requests.sign_in import (
    BeginEnrolment,
    ChangePassword,
    ConfirmEnrolment,
    Must,
    SignIn,
    SignOut,
)
from assistor_console.services import passwords, second_factor, sign_in
from assistor_console.services.second_factor import UseUp, code_at
from assistor_console.store.people import Person
from assistor_console.store.store import Store
from tests.newcomers import OWN, Newcomer
from tests.worlds import PASSWORD, TOTP, World

BOTH = (Must.ENROL, Must.CHANGE_PASSWORD)


def refused(world: World, name: str = "ben", password: str = PASSWORD, code: str | None = None) -> str:
    """The rule that refuses a sign-in, "" for none."""
    given = world.code() if code is None else code
    try:
        world.send("", SignIn(staff_id=world.staff_id(name), password=password, code=given))
    except Refused as no:
        return no.refusal.rule
    return ""


def test_the_first_day_of_a_colleague(world: World) -> None:
    new = Newcomer(world)
    first = new.password
    assert new.until == world.now + timedelta(hours=world.policy.staff_temporary_hours)
    assert new.sign_in().must == BOTH
    assert new.refused(SeeShift()) == "authority.unready"
    assert new.refused(ConfirmEnrolment(code="123456")) == "factor.not_begun"
    thrown_away = new.send(BeginEnrolment()).secret
    new.secret = new.send(BeginEnrolment()).secret
    assert new.refused(ConfirmEnrolment(code=code_at(thrown_away, world.now))) == "factor.wrong"
    confirmed = new.send(ConfirmEnrolment(code=new.code()))
    assert len(set(confirmed.codes)) == world.policy.recovery_codes
    assert confirmed.must == (Must.CHANGE_PASSWORD,)
    assert new.refused(BeginEnrolment()) == "factor.enrolled"
    assert new.refused(ConfirmEnrolment(code=new.code())) == "factor.enrolled"
    assert new.refused(SeeShift()) == "authority.unready"
    assert new.refused_in() == "sign_in.wrong"  # the one that confirmed
    world.later(seconds=30)
    assert new.sign_in().must == (Must.CHANGE_PASSWORD,)  # enrolled, with the first password still
    assert new.choose() == ()
    assert new.send(SeeShift())  # in the same session
    new.send(SignOut())
    world.later(minutes=world.policy.sign_in_minutes)
    new.password = first
    assert new.refused_in() == "sign_in.wrong"
    new.password = OWN
    signed = new.sign_in()
    assert (signed.must, signed.failures) == ((), 1)
    assert new.send(SeeShift())


def test_an_own_password_without_a_second_factor_holds_no_longer_than_the_first(world: World) -> None:
    new = Newcomer(world)
    new.sign_in()
    assert new.choose() == (Must.ENROL,)
    assert new.refused(SeeShift()) == "authority.unready"
    assert new.refused_in("123456") == "sign_in.wrong"
    assert new.sign_in(" ").must == (Must.ENROL,)
    world.now = new.until
    assert new.refused_in() == "sign_in.wrong"
    world.now = new.until - timedelta(seconds=1)
    new.sign_in()
    assert new.enrol().must == ()
    world.later(days=30)
    assert new.sign_in().must == ()


def test_a_first_password_ends(world: World) -> None:
    new = Newcomer(world)
    world.now = new.until
    assert new.refused_in() == "sign_in.wrong"
    world.now = new.until - timedelta(seconds=1)
    new.sign_in()
    new.enrol()
    world.now = new.until
    assert new.refused_in() == "sign_in.wrong"  # enrolled, with the first password still


def test_what_is_told_at_sign_in(world: World) -> None:
    new = Newcomer(world)
    new.settle_in()
    before, policy = world.now, world.policy
    world.later(minutes=1)
    assert [new.refused_in("000000") for _ in range(policy.sign_in_attempts - 1)] == ["sign_in.wrong"] * 2
    world.later(seconds=30)
    signed = new.sign_in()
    assert (signed.failures, signed.last_sign_in) == (policy.sign_in_attempts - 1, before)
    told = signed.idle_minutes, signed.idle_warning_seconds, signed.reveal_seconds
    assert told == (policy.idle_minutes, policy.idle_warning_seconds, policy.reveal_seconds)
    assert (signed.clipboard_seconds, signed.password_least) == (30, policy.staff_password_least)
    world.later(seconds=30)
    assert new.sign_in().failures == 0


@pytest.mark.parametrize("code", ["１２３４５６", "12345678", "12345", "abcdef", ""])
def test_only_six_plain_digits_are_a_code(world: World, code: str) -> None:
    assert refused(world, code=code) == "sign_in.wrong"


def test_a_code_is_accepted_once(world: World) -> None:
    assert refused(world) == ""
    assert refused(world) == "sign_in.wrong"
    earlier = code_at(TOTP, world.now - timedelta(seconds=30))
    assert refused(world, code=earlier) == "sign_in.wrong"


def test_the_last_try_says_until_when_it_is_locked(world: World) -> None:
    """For whoever works here and for nobody such alike; who is locked out already is told the same time."""
    clears = world.now + timedelta(minutes=world.policy.sign_in_minutes)
    for name in ("ben", "nobody such"):
        told = []
        for _ in range(world.policy.sign_in_attempts + 1):
            with pytest.raises(Refused) as no:
                world.send("", SignIn(staff_id=world.staff_id(name), password="no", code="000000"))
            told.append((no.value.refusal.rule, no.value.refusal.clears_at))
        assert told == [("sign_in.wrong", None)] * (len(told) - 2) + [
            ("sign_in.wrong", clears),
            ("attempts.sign_in", clears),
        ]


def test_right_sign_ins_are_not_counted(world: World) -> None:
    for _ in range(world.policy.sign_in_attempts + 2):
        world.later(seconds=30)
        code = world.code()
        assert refused(world, code=f"{code[:3]} {code[3:]}") == ""


def test_nobody_is_here_by_another_name(world: World) -> None:
    assert refused(world, "nobody such") == "sign_in.wrong"
    with pytest.raises(Refused, match="sign_in.wrong"):
        world.send("", SignIn(staff_id=" ", password=PASSWORD, code=world.code()))


def test_one_live_session_a_person(world: World) -> None:
    new = Newcomer(world)
    new.settle_in()
    world.tokens["at another console"] = world.tokens[new.name]
    world.later(seconds=30)
    new.sign_in()
    assert new.send(SeeShift())
    with pytest.raises(Refused, match=r"authority\.signed_out"):
        world.send("at another console", SeeShift())


def test_a_password_may_be_typed_with_other_keys(world: World) -> None:
    new = Newcomer(world)
    new.sign_in()
    new.choose("añil güero cigüeña")
    new.password = "an\u0303il gu\u0308ero cigu\u0308en\u0303a"
    assert new.sign_in().must == (Must.ENROL,)
    assert new.refused(ChangePassword(current=new.password, new="añil güero cigüeña")) == "password.same"


class Counting(PasswordHasher):
    """Counts the hashes it compares with: whoever waits for the answer waits for those."""

    def __init__(self) -> None:
        super().__init__(time_cost=1, memory_cost=8, parallelism=1)
        self.verified = 0

    def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:
        self.verified += 1
        return super().verify(hash, password)


def test_whatever_is_wrong_takes_the_same_work(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """One hash is compared with, and the code is asked for, whoever is named and whatever was right."""
    new, counting = Newcomer(world), Counting()
    monkeypatch.setattr(passwords, "HASHER", counting)
    asked, ask = [0], second_factor.accepted

    def counted(store: Store, person: Person, given: str, at: datetime) -> UseUp | None:
        asked[0] += 1
        return ask(store, person, given, at)

    monkeypatch.setattr(sign_in, "accepted", counted)
    wrong = [
        ("0000000000", PASSWORD, world.code()),
        (world.staff_id("ben"), "wrong", world.code()),
        (world.staff_id("ben"), PASSWORD, "000000"),
        (world.staff_id("ben"), "wrong", ""),
        (new.staff_id, "wrong", ""),
        (new.staff_id, new.password, "000000"),
    ]
    for number, (staff_id, password, code) in enumerate(wrong, 1):
        with pytest.raises(Refused, match=r"sign_in\.wrong"):
            world.send("", SignIn(staff_id=staff_id, password=password, code=code))
        assert (counting.verified, asked[0]) == (number, number)
