"""A desk that answers from a table: the pages' other half in tests."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, cast
from uuid import UUID

from assistor_console.domain.errors import refused
from assistor_console.domain.terms import Realm, Role, Topic
from assistor_console.requests.base import Done, Envelope, R, Request, Told, untold
from assistor_console.requests.sign_in import (
    Greeting,
    Hello,
    PracticePeople,
    PracticePerson,
    SeePracticeStaff,
    SignedIn,
    SignIn,
    SignOut,
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


class FakeDesk:
    """Answers each class of request with its function in `answers`; `sent` keeps what was asked."""

    def __init__(self, realm: Realm = Realm.PRACTICE) -> None:
        self.token = ""
        self.realm = realm
        self.person = UUID(int=1)
        self.sent: list[Request[Any]] = []
        self.answers: dict[type[Any], Callable[[Any], Any]] = {
            Hello: lambda _: self.greeting(),
            SeePracticeStaff: lambda _: PracticePeople(people=PEOPLE, seconds=30),
            SignIn: self.sign_in,
            SignOut: lambda _: Done(),
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
                )
        raise refused("sign_in.wrong")

    def watch(self, *topics: Topic) -> Iterator[Topic]:
        """Nothing ever happens here."""
        yield from ()

    def close(self) -> None:
        """Nothing is open."""
