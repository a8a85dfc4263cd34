"""Somebody whom two supervisors have just added: they sign in with a first password, enrol and choose their
own."""

from dataclasses import dataclass, field
from uuid import UUID

from assistor_console.domain.errors import Refused
from assistor_console.domain.terms import Role
from assistor_console.requests.base import R, Request
from assistor_console.requests.sign_in import (
    BeginEnrolment,
    ChangePassword,
    ConfirmEnrolment,
    Must,
    RecoveryCodes,
    SignedIn,
    SignIn,
)
from assistor_console.requests.staff import AddStaff, ApproveReset, SeeStaff, StaffAdded
from assistor_console.services.second_factor import code_at
from tests.worlds import World

OWN = "pebble lantern gravel"


def approved(world: World, person: UUID, by: str = "ship") -> StaffAdded:
    """A second supervisor agrees to what is asked for somebody."""
    reset = next(one.reset for one in world.send(by, SeeStaff()).people if one.id == person)
    assert reset
    return world.send(by, ApproveReset(reset_id=reset.reset_id))


@dataclass
class Newcomer:
    """Knows their password and, once enrolled, their secret and recovery codes."""

    world: World
    name: str = "New Colleague"
    staff_id: str = "0000000009"
    role: Role = Role.ASSISTOR
    tin: str = "125000009"
    password: str = field(init=False)
    id: UUID = field(init=False)
    secret: str = ""
    codes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        asked = AddStaff(name=self.name, staff_id=self.staff_id, role=self.role, tin=self.tin)
        self.id = self.world.send("sup", asked).id
        told = approved(self.world, self.id)
        self.password, self.until = told.password, told.password_until

    def code(self) -> str:
        """What their app shows; "" while they have none."""
        return code_at(self.secret, self.world.now) if self.secret else ""

    def sign_in(self, code: str | None = None) -> SignedIn:
        """Signs in with what they know, or with another code."""
        given = self.code() if code is None else code
        asked = SignIn(staff_id=self.staff_id, password=self.password, code=given)
        signed = self.world.send("", asked)
        self.world.tokens[self.name] = signed.token
        return signed

    def send(self, request: Request[R]) -> R:
        """Sends in their session."""
        return self.world.send(self.name, request)

    def enrol(self) -> RecoveryCodes:
        """Sets up the app."""
        self.secret = self.send(BeginEnrolment()).secret
        confirmed = self.send(ConfirmEnrolment(code=self.code()))
        self.codes = confirmed.codes
        return confirmed

    def choose(self, new: str = OWN) -> tuple[Must, ...]:
        """Chooses a password."""
        must = self.send(ChangePassword(current=self.password, new=new)).must
        self.password = new
        return must

    def settle_in(self) -> None:
        """Does all that is to be done, and signs in a step later as they will every day."""
        self.sign_in()
        self.enrol()
        self.choose()
        self.world.later(seconds=30)
        self.sign_in()

    def refused(self, request: Request[R]) -> str:
        """The rule that refuses a request, "" for none."""
        try:
            self.send(request)
        except Refused as no:
            return no.refusal.rule
        return ""

    def refused_in(self, code: str | None = None) -> str:
        """The rule that refuses a sign-in, "" for none."""
        try:
            self.sign_in(code)
        except Refused as no:
            return no.refusal.rule
        return ""
