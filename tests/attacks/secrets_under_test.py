"""Every secret that a request tests, and how somebody would guess at it."""

from dataclasses import replace
from datetime import date, timedelta

from assistor_console.domain.terms import Reason, Role
from assistor_console.requests.appointments import BookSlot, FindSlots, HoldSlot
from assistor_console.requests.intake import EndCall, FindCases, ProveContinuation, TakeCase
from assistor_console.requests.interview import CheckIdentity, IdentifyCaller, ScoreInterview
from assistor_console.requests.registration import RedeemCode
from assistor_console.requests.sign_in import (
    BeginEnrolment,
    ChangePassword,
    ConfirmEnrolment,
    LockScreen,
    NewRecoveryCodes,
    SignIn,
    Unlock,
)
from assistor_console.services.second_factor import code_at
from tests.attacks.sieges import Guess, Secret
from tests.attacks.subjects import employ, somebody, wrong_code
from tests.callers import Caller
from tests.journeys import LICENSE, PASSPORT, Mailed
from tests.worlds import PASSWORD, START, World

WRONG_CONTINUATION = "0000-0000-0000-00"
"""It reads well: its check symbol is right."""


class _SignIn:
    """A staff ID: password and second factor are tested together."""

    who = ""

    def __init__(self, world: World, number: int) -> None:
        self.world, self.tried = world, 0
        self.name = employ(world, number)

    def guess(self, password: str, code: str) -> SignIn:
        return SignIn(staff_id=self.world.staff_id(self.name), password=password, code=code)

    def right(self) -> Guess:
        return self.guess(PASSWORD, self.world.code())


class Password(_SignIn):
    """The password is guessed, with the right code."""

    def wrong(self) -> Guess:
        self.tried += 1
        return self.guess(f"{PASSWORD}{self.tried}", self.world.code())


class SecurityCode(_SignIn):
    """The second factor is guessed, with the right password."""

    def wrong(self) -> Guess:
        self.tried += 1
        return self.guess(PASSWORD, wrong_code(self.world, self.tried))


class RecoveryCode(_SignIn):
    """A recovery code is guessed, with the right password; the wrong ones are a colleague's."""

    def __init__(self, world: World, number: int) -> None:
        super().__init__(world, number)
        (self.mine, *_), self.others = (
            codes_of(world, name) for name in (self.name, employ(world, number, Role.TAC))
        )

    def wrong(self) -> Guess:
        self.tried += 1
        return self.guess(PASSWORD, self.others[self.tried % len(self.others)])

    def right(self) -> Guess:
        return self.guess(PASSWORD, self.mine)


def codes_of(world: World, name: str) -> tuple[str, ...]:
    """The recovery codes of somebody, made now."""
    return world.send(name, NewRecoveryCodes(password=PASSWORD, code=world.code())).codes


class _Signed:
    """Somebody who is signed in; their password or second factor is guessed by whoever sits there."""

    def __init__(self, world: World, number: int) -> None:
        self.world, self.tried = world, 0
        self.who = employ(world, number)

    def wrong(self) -> Guess:
        self.tried += 1
        return self.guess(f"{PASSWORD}{self.tried}", self.world.code())

    def right(self) -> Guess:
        return self.guess(PASSWORD, self.world.code())

    def guess(self, password: str, code: str) -> Guess:
        raise NotImplementedError


class ToChangeIt(_Signed):
    """The password, to choose another."""

    def guess(self, password: str, code: str) -> Guess:
        return ChangePassword(current=password, new="a heron on the weir 9")


class ToMakeCodes(_Signed):
    """The password, to make new recovery codes."""

    def guess(self, password: str, code: str) -> Guess:
        return NewRecoveryCodes(password=password, code=code)


class CodeToMakeCodes(ToMakeCodes):
    """The second factor, to make new recovery codes."""

    def wrong(self) -> Guess:
        self.tried += 1
        return self.guess(PASSWORD, wrong_code(self.world, self.tried))


class ToUnlock(_Signed):
    """The password, at a locked screen."""

    def __init__(self, world: World, number: int) -> None:
        super().__init__(world, number)
        world.send(self.who, LockScreen())

    def guess(self, password: str, code: str) -> Guess:
        return Unlock(password=password)


class ToEnrol(_Signed):
    """The first code of a new second factor."""

    def __init__(self, world: World, number: int) -> None:
        super().__init__(world, number)
        with world.database.write() as store:
            person = store.people.get(world.people[self.who])
            assert person
            store.people.save(replace(person, totp=""))
        self.secret = world.send(self.who, BeginEnrolment()).secret

    def wrong(self) -> Guess:
        self.tried += 1
        return ConfirmEnrolment(code=code_at(self.secret, self.world.now + timedelta(hours=self.tried)))

    def right(self) -> Guess:
        return ConfirmEnrolment(code=code_at(self.secret, self.world.now))


class _OnTheLine:
    """Somebody on file who phones an assistor of their own, again and again."""

    def __init__(self, world: World, number: int) -> None:
        self.world = world
        self.who = employ(world, number)
        self.person = somebody(number)
        world.load(*self.person.records)
        self.caller: Caller | None = None
        self.tried = 0

    def call(self, reason: Reason = Reason.NEW_PROOFING) -> Caller:
        """A new call; the one before is ended."""
        if self.caller:
            self.caller.send(EndCall(call_id=self.caller.seen.call_id))
        self.caller = Caller(self.world, self.person, self.who)
        self.caller.start(reason)
        return self.caller

    def decided(self, wrong: int) -> Caller:
        """A call with a verdict: so many tax items were answered wrongly."""
        caller = self.call()
        caller.eligible()
        caller.identify()
        caller.identity()
        caller.tax(wrong)
        caller.send(ScoreInterview(call_id=caller.seen.call_id))
        return caller

    def line(self) -> Caller:
        """The call that is on the line."""
        assert self.caller
        return self.caller


class NameAndTin(_OnTheLine):
    """TIN and name together, on one call."""

    def __init__(self, world: World, number: int) -> None:
        super().__init__(world, number)
        self.call().eligible()

    def wrong(self) -> Guess:
        self.tried += 1
        return self.said(f"Ana Otra{'abcdefghij'[self.tried % 10]}")

    def right(self) -> Guess:
        return self.said(self.person.name)

    def said(self, name: str) -> Guess:
        self.line().answer(1, self.person.tin)
        self.line().answer(2, name)
        return IdentifyCaller(call_id=self.line().seen.call_id)


class IdentityItems(_OnTheLine):
    """Date of birth, address and filing status of one case, over all its calls."""

    def wrong(self) -> Guess:
        self.tried += 1
        return self.said(birth=f"01/{self.tried:02d}/1950")

    def right(self) -> Guess:
        return self.said()

    def said(self, **changes: str) -> Guess:
        caller = self.call()
        caller.eligible()
        caller.identify()
        caller.answer_identity(**changes)
        return CheckIdentity(call_id=caller.seen.call_id)


class TaxItems(_OnTheLine):
    """The answers of an interview, over all calls of a case."""

    def wrong(self) -> Guess:
        return self.said(wrong=1)

    def right(self) -> Guess:
        return self.said(wrong=0)

    def said(self, wrong: int) -> Guess:
        self.world.later(hours=24)
        caller = self.call()
        caller.eligible()
        caller.identify()
        caller.identity()
        caller.tax(wrong)
        return ScoreInterview(call_id=caller.seen.call_id)


class _Returning(_OnTheLine):
    """Somebody who was referred and has booked; the return call stands at finding the case."""

    def __init__(self, world: World, number: int) -> None:
        super().__init__(world, number)
        self.code = self._book(self.decided(wrong=1))
        self.call(Reason.RETURN_AFTER_VISIT)

    def _book(self, caller: Caller) -> str:
        call = caller.seen.call_id
        found = self.world.send(self.who, FindSlots(call_id=call, office_id="fresno-ca"))
        starts = next(slot.starts for day in found.days for slot in day.slots if slot.free)
        self.world.send(self.who, HoldSlot(call_id=call, office_id="fresno-ca", starts=starts))
        booked = self.world.send(self.who, BookSlot(call_id=call, first=LICENSE, second=PASSPORT))
        assert booked.call.case
        self.case = booked.call.case.id
        with self.world.reading() as store:
            appointment = store.appointments.live(self.case)
            code = appointment and store.appointments.continuation_code(appointment.id)
        assert code
        return code


class NameAndBirth(_Returning):
    """The date of birth of somebody whose name is known."""

    def wrong(self) -> Guess:
        self.tried += 1
        return self.sought(date(1950, 1, 1) + timedelta(days=self.tried))

    def right(self) -> Guess:
        return self.sought(date(1978, 3, 4))

    def sought(self, born: date) -> Guess:
        return FindCases(call_id=self.line().seen.call_id, name=self.person.name, born=born)


class Continuation(_Returning):
    """The code on the slip of one case."""

    def __init__(self, world: World, number: int) -> None:
        super().__init__(world, number)
        self.line().send(TakeCase(call_id=self.line().seen.call_id, case_id=self.case))

    def wrong(self) -> Guess:
        return ProveContinuation(call_id=self.line().seen.call_id, code=WRONG_CONTINUATION)

    def right(self) -> Guess:
        return ProveContinuation(call_id=self.line().seen.call_id, code=self.code)


class Activation(_OnTheLine):
    """The code of the letter of one account."""

    def __init__(self, world: World, number: int) -> None:
        super().__init__(world, number)
        self.account = Mailed(world, self.decided(wrong=0))
        self.who = ""

    def wrong(self) -> Guess:
        self.tried += 1
        return self.account.redeem(code=self.account.another(self.tried))

    def right(self) -> Guess:
        return self.account.redeem()


_OVER = frozenset({"call.not_now", "interview.none"})
SECRETS = (
    Secret("password", SignIn, Password, "sign_in_minutes"),
    Secret("security code", SignIn, SecurityCode, "sign_in_minutes"),
    Secret("recovery code", SignIn, RecoveryCode, "sign_in_minutes"),
    Secret("password to change it", ChangePassword, ToChangeIt, "sign_in_minutes"),
    Secret("password to make codes", NewRecoveryCodes, ToMakeCodes, "sign_in_minutes"),
    Secret("security code to make codes", NewRecoveryCodes, CodeToMakeCodes, "sign_in_minutes"),
    Secret("password to unlock", Unlock, ToUnlock, "sign_in_minutes"),
    Secret("first code of an enrolment", ConfirmEnrolment, ToEnrol, "sign_in_minutes"),
    # A second mismatch that comes through ends the call.
    Secret("name and TIN", IdentifyCaller, NameAndTin, "identify_minutes", _OVER),
    Secret("identity items", CheckIdentity, IdentityItems, "identity_minutes"),
    Secret("tax items", ScoreInterview, TaxItems, refused_by=frozenset({"call.not_now"})),
    Secret("name and birth", FindCases, NameAndBirth, "find_minutes"),
    Secret("continuation code", ProveContinuation, Continuation, "continuation_minutes"),
    Secret("activation code", RedeemCode, Activation, "redeem_minutes"),
)


def at_the_start(world: World) -> None:
    """Back to ten o'clock of the first day: what was guessed since is another subject's."""
    world.now = START
