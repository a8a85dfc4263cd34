"""A desk that answers from a table: the pages' other half in tests."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, cast
from uuid import UUID

from assistor_console.domain.errors import refused
from assistor_console.domain.terms import Realm, Role, Topic
from assistor_console.requests.base import Done, Envelope, R, Request, Told, untold
from assistor_console.requests.sign_in import (
    BeginEnrolment,
    ChangePassword,
    ConfirmEnrolment,
    Enrolment,
    Greeting,
    Hello,
    LockScreen,
    Must,
    NewRecoveryCodes,
    PracticePeople,
    PracticePerson,
    Ready,
    RecoveryCodes,
    SeePracticeStaff,
    SignedIn,
    SignIn,
    SignOut,
    Unlock,
)

NOW = datetime(2017, 12, 12, 20, 29, 41, tzinfo=UTC)
PEOPLE = (
    PracticePerson(
        name="Dana Whitfield",
        staff_id="1000384172",
        role=Role.ASSISTOR,
        office=None,
        password="a long phrase",
        code="482193",
    ),
    PracticePerson(
        name="Miguel Duarte",
        staff_id="1000417705",
        role=Role.ASSISTOR,
        office=None,
        password="another phrase",
        code="118200",
    ),
    PracticePerson(
        name="Karina Alvarado",
        staff_id="1000200111",
        role=Role.SUPERVISOR,
        office=None,
        password="third phrase",
        code="662190",
    ),
    PracticePerson(
        name="Priya Raman",
        staff_id="1000300222",
        role=Role.TAC,
        office="Fresno",
        password="fourth phrase",
        code="015532",
    ),
)
FIRST_CODE = "482193"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
URI = f"otpauth://totp/Assistor%20Console:Dana%20Whitfield%201000384172?secret={SECRET}&issuer=Assistor%20Console"
CODES = (
    "7K3M-QX9A-2FHD",
    "P4TN-8WZC-51RE",
    "G6VB-0JYS-XK3T",
    "M9QD-4HAF-W72C",
    "ZR5E-N1PT-8KGX",
    "2CYJ-V6BM-QS0H",
    "TX8W-3DKA-F9NR",
    "H0PG-7ZQC-5EVM",
    "BK4S-Y2JT-A6XD",
    "W1NF-R9MH-3GPZ",
)


class FakeDesk:
    """Answers each class of request with its function in `answers`; `sent` keeps what was asked.

    `must` is what somebody has to do first, `since` their last sign-in and how many failed after it, and
    `password` what unlocks and is to be changed.
    """

    def __init__(self, realm: Realm = Realm.PRACTICE) -> None:
        self.token = ""
        self.realm = realm
        self.person = UUID(int=1)
        self.must: tuple[Must, ...] = ()
        self.since: tuple[datetime | None, int] = (None, 0)
        self.password = PEOPLE[0].password
        self.sent: list[Request[Any]] = []
        self.answers: dict[type[Any], Callable[[Any], Any]] = {
            Hello: lambda _: self.greeting(),
            SeePracticeStaff: lambda _: PracticePeople(people=PEOPLE, seconds=30),
            SignIn: self.sign_in,
            SignOut: lambda _: Done(),
            BeginEnrolment: lambda _: Enrolment(secret=SECRET, uri=URI),
            ConfirmEnrolment: self.confirm,
            ChangePassword: self.change,
            NewRecoveryCodes: lambda _: RecoveryCodes(codes=CODES),
            LockScreen: lambda _: Done(),
            Unlock: self.unlock,
        }

    def send(self, request: Request[R], envelope: Envelope | None = None, progress: Told = untold) -> R:
        """The answer of the table; KeyError for a request it has none for."""
        self.sent.append(request)
        return cast(R, self.answers[type(request)](request))

    def greeting(self) -> Greeting:
        """What a desk says to Hello."""
        return Greeting(
            realm=self.realm,
            version="0.1.0",
            oldest_console="0.1.0",
            now=NOW,
            has_staff=True,
            opens="07:30",
            closes="19:00",
            sign_in_attempts=3,
            sign_in_minutes=15,
            password_least=12,
        )

    def sign_in(self, request: SignIn) -> SignedIn:
        """Lets in whoever types what the table of people says."""
        for person in PEOPLE:
            if (person.staff_id, person.password) == (request.staff_id, request.password):
                return SignedIn(
                    token="token",
                    person=self.person,
                    staff_id=person.staff_id,
                    name=person.name,
                    role=person.role,
                    realm=self.realm,
                    now=NOW,
                    ends=NOW + timedelta(hours=12),
                    office=person.office,
                    last_sign_in=self.since[0],
                    failures=self.since[1],
                    must=self.must,
                )
        raise refused("sign_in.wrong")

    def confirm(self, request: ConfirmEnrolment) -> RecoveryCodes:
        """Takes one code."""
        if request.code != FIRST_CODE:
            raise refused("factor.wrong")
        self.must = tuple(must for must in self.must if must is not Must.ENROL)
        return RecoveryCodes(codes=CODES, must=self.must)

    def change(self, request: ChangePassword) -> Ready:
        """Takes whatever is long enough and not the same."""
        if request.current != self.password:
            raise refused("password.wrong")
        if request.new == self.password:
            raise refused("password.same")
        self.password = request.new
        self.must = tuple(must for must in self.must if must is not Must.CHANGE_PASSWORD)
        return Ready(must=self.must)

    def unlock(self, request: Unlock) -> Done:
        """Opens for the password."""
        if request.password != self.password:
            raise refused("password.wrong")
        return Done()

    def asked(self, *kinds: type[Any]) -> list[Any]:
        """What was asked of these kinds, in order."""
        return [request for request in self.sent if isinstance(request, kinds)]

    def watch(self, *topics: Topic) -> Iterator[Topic]:
        """Nothing ever happens here."""
        yield from ()

    def close(self) -> None:
        """Nothing is open."""
