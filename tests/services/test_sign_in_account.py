"""What who is signed in does about their own password, second factor and screen."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import update

from assistor_console.domain.errors import Refused
from assistor_console.domain.terms import SessionState
from assistor_console.requests.shift import SeeShift
from assistor_console.requests.sign_in import (
    BeginEnrolment,
    ChangePassword,
    LockScreen,
    Must,
    NewRecoveryCodes,
    SignIn,
    SignOut,
    Unlock,
)
from assistor_console.services import passwords, second_factor, sign_in
from assistor_console.store import tables as t
from assistor_console.store.pack import pack
from assistor_console.store.store import Store
from tests.newcomers import OWN, Newcomer
from tests.worlds import TOTP, World

OTHER = "thimble anchor meadow"


def test_a_password_is_changed(world: World) -> None:
    new = Newcomer(world)
    new.settle_in()
    most = world.policy.sign_in_attempts
    weak = {
        "short": "short",
        "same": OWN,
        "common": "sunshine2017!",
        "context": "New Colleague 1",
        "repeated": "ab" * 9,
    }
    for _ in range(most):  # a choice that is refused is no guess
        for rule, choice in weak.items():
            assert new.refused(ChangePassword(current=OWN, new=choice)) == f"password.{rule}"
    assert new.choose(OTHER) == ()
    assert new.send(SeeShift())
    assert new.refused(ChangePassword(current=OWN, new="velvet cobalt saffron")) == "password.wrong"
    world.later(seconds=30)
    assert new.refused_in("000000") == "sign_in.wrong"
    assert new.sign_in().failures == 1


def test_guesses_at_the_own_password_lock_whoever_is_signed_in(world: World) -> None:
    """Changing, unlocking and making codes test one secret: their failures are counted together."""
    new = Newcomer(world)
    new.settle_in()
    tried = [
        new.refused(ChangePassword(current="wrong", new=OTHER)),
        new.refused(Unlock(password="wrong")),
        new.refused(NewRecoveryCodes(password="wrong", code=new.code())),
    ]
    assert tried == ["password.wrong", "password.wrong", "factor.password_or_code"]
    assert new.refused(Unlock(password=OWN)) == "attempts.account"
    world.later(minutes=world.policy.sign_in_minutes)
    assert new.send(Unlock(password=OWN))


def test_nobody_outside_keeps_whoever_is_signed_in_from_their_own_account(world: World) -> None:
    """Wrong sign-ins are for anybody to send: they lock the sign-in, and nothing else."""
    new = Newcomer(world)
    new.sign_in()
    guess = SignIn(staff_id=new.staff_id, password="wrong", code="000000")
    told = [_rule(world, guess) for _ in range(world.policy.sign_in_attempts + 1)]
    assert told[-2:] == ["sign_in.wrong", "attempts.sign_in"]
    new.enrol()
    new.choose()
    new.send(LockScreen())
    assert new.refused(Unlock(password="wrong")) == "password.wrong"
    new.send(Unlock(password=OWN))
    world.later(seconds=30)
    assert new.send(NewRecoveryCodes(password=OWN, code=new.code())).codes
    assert new.refused_in() == "attempts.sign_in"


def test_a_session_ends_with_the_first_password(world: World) -> None:
    """Whoever signs in with it at the last moment has no longer than its owner was given."""
    new = Newcomer(world)
    world.now = new.until - timedelta(minutes=10)
    assert new.sign_in().ends == new.until
    assert new.refused(SeeShift()) == "authority.unready"
    world.now = new.until
    assert new.refused(BeginEnrolment()) == "authority.signed_out"


def test_any_other_session_has_its_hours(world: World) -> None:
    new = Newcomer(world)
    new.settle_in()
    world.later(hours=world.policy.staff_temporary_hours)
    assert new.sign_in().ends == world.now + timedelta(hours=world.policy.session_hours)


@pytest.mark.parametrize("world", ["local-postgresql"], indirect=True)
def test_a_lock_outlasts_a_change_of_password_under_way(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = Newcomer(world)
    new.sign_in()
    new.enrol()
    hash_it = passwords.hashed

    def locked_meanwhile(password: str) -> str:
        new.send(LockScreen())
        return hash_it(password)

    monkeypatch.setattr(sign_in, "hashed", locked_meanwhile)
    assert new.choose() == ()
    assert new.refused(SeeShift()) == "authority.locked"
    new.send(Unlock(password=OWN))
    assert new.send(SeeShift())


@pytest.mark.parametrize("world", ["local-postgresql"], indirect=True)
def test_a_lock_outlasts_an_enrolment_under_way(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    new = Newcomer(world)
    new.sign_in()
    new.choose()
    match = second_factor.matched_step

    def locked_meanwhile(secret: str, code: str, at: datetime, last: int) -> int | None:
        new.send(LockScreen())
        return match(secret, code, at, last)

    monkeypatch.setattr(sign_in, "matched_step", locked_meanwhile)
    assert new.enrol().must == ()
    assert new.refused(SeeShift()) == "authority.locked"


def test_only_a_session_that_is_locked_is_unlocked(world: World) -> None:
    """A lock that comes while a needless Unlock is under way stays."""
    with world.database.write() as store:
        who = store.sessions.who(world.tokens["ana"], world.now)
        store.sessions.change(who, SessionState.LOCKED)
        store.sessions.change(who, SessionState.OPEN, only=SessionState.UNREADY)
        assert store.sessions.who(world.tokens["ana"], world.now).state is SessionState.LOCKED
        store.sessions.change(who, SessionState.OPEN, only=SessionState.LOCKED)
        assert store.sessions.who(world.tokens["ana"], world.now).state is SessionState.OPEN


def test_a_locked_screen(world: World) -> None:
    new = Newcomer(world)
    new.settle_in()
    new.send(LockScreen())
    new.send(LockScreen())
    assert new.refused(SeeShift()) == "authority.locked"
    assert new.refused(ChangePassword(current=OWN, new=OTHER)) == "authority.locked"
    assert new.refused(Unlock(password=OTHER)) == "password.wrong"
    assert new.refused(SeeShift()) == "authority.locked"
    new.send(Unlock(password=OWN))
    assert new.send(SeeShift())
    new.send(LockScreen())
    new.send(SignOut())
    assert new.refused(Unlock(password=OWN)) == "authority.signed_out"


def test_a_screen_locked_before_all_is_done_opens_to_what_is_left(world: World) -> None:
    new = Newcomer(world)
    new.sign_in()
    new.send(LockScreen())
    assert new.refused(BeginEnrolment()) == "authority.locked"
    new.send(Unlock(password=new.password))
    assert new.refused(SeeShift()) == "authority.unready"
    assert new.choose() == (Must.ENROL,)


def test_a_recovery_code_signs_in_once(world: World) -> None:
    new, other = Newcomer(world), Newcomer(world, "Another One", "0000000008", tin="125000008")
    new.settle_in()
    other.settle_in()
    first, second, third, *_ = new.codes
    assert all(len(code) == 14 and code.count("-") == 2 for code in new.codes)
    assert new.sign_in(first).must == ()
    assert new.refused_in(first) == "sign_in.wrong"
    assert new.sign_in(f" {second.lower().replace('-', '')} ").must == ()
    assert other.refused_in(third) == "sign_in.wrong"
    world.later(seconds=30)
    fresh = new.send(NewRecoveryCodes(password=OWN, code=new.code())).codes
    assert not set(fresh) & set(new.codes)
    assert new.refused_in(third) == "sign_in.wrong"
    assert new.sign_in(fresh[0]).must == ()
    made_with_one = NewRecoveryCodes(password=OWN, code=fresh[1])
    assert new.refused(made_with_one) == "factor.password_or_code"


def test_the_security_code_that_made_codes_signs_in_no_more(world: World) -> None:
    new = Newcomer(world)
    new.settle_in()
    world.later(seconds=30)
    code = new.code()
    assert len(new.send(NewRecoveryCodes(password=OWN, code=code)).codes) == world.policy.recovery_codes
    assert new.refused_in(code) == "sign_in.wrong"
    world.later(seconds=30)
    assert new.sign_in()


def test_who_is_not_ready_makes_no_codes(world: World) -> None:
    new = Newcomer(world)
    new.sign_in()
    new.enrol()
    world.later(seconds=30)
    request = NewRecoveryCodes(password=new.password, code=new.code())
    assert new.refused(request) == "authority.unready"


def as_before(store: Store, world: World, password: str) -> None:
    """Ben's row as the first release wrote it: the hash in its column, of what was typed."""
    ben = world.people["ben"]
    sealed = store.vault.seal("people", ben.bytes, pack({"totp": TOTP, "phrase": ""}))
    values = {"password": password, "sealed": sealed}
    store.connection.execute(update(t.people).where(t.people.c.id == ben).values(values))


def test_a_password_of_the_first_release_works_until_it_is_changed(world: World) -> None:
    typed = "ﬁve green bottles"  # a ligature: its normal form is another text
    raw = passwords.HASHER.hash(typed)
    with world.database.write() as store:
        as_before(store, world, raw)
    sent = SignIn(staff_id=world.staff_id("ben"), password=typed, code=world.code())
    world.tokens["ben"] = world.send("", sent).token
    world.send("ben", ChangePassword(current=typed, new=OTHER))
    with world.reading() as store:
        kept = store.people.find(world.staff_id("ben"))
        assert kept and kept.password_hash != raw
    world.later(seconds=30)
    for password, rule in ((typed, "sign_in.wrong"), (OTHER, "")):
        assert _refused(world, password) == rule


def _refused(world: World, password: str) -> str:
    return _rule(world, SignIn(staff_id=world.staff_id("ben"), password=password, code=world.code()))


def _rule(world: World, guess: SignIn) -> str:
    try:
        world.send("", guess)
    except Refused as no:
        return no.refusal.rule
    return ""


def test_a_session_that_ended_meanwhile_is_not_changed(world: World) -> None:
    with world.database.write() as store:
        who = store.sessions.who(world.tokens["ana"], world.now)
        store.sessions.close_all(world.people["ana"])
        store.sessions.change(who, SessionState.OPEN)
        assert store.sessions.who(world.tokens["ana"], world.now).person is None
