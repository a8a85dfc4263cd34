"""Stretches of the main job that many tests walk: a booking, a visit, a return call, a letter run."""

from datetime import UTC, date, datetime

from assistor_console.domain.terms import (
    Reason,
    State,
)
from assistor_console.requests.appointments import BookSlot, Brought, HoldSlot, Slip
from assistor_console.requests.intake import (
    CallSeen,
    FindCases,
    TakeCase,
)
from assistor_console.requests.letters import ConfirmMailed, ConfirmPrinted, LeaseRun, RunDocument
from assistor_console.requests.registration import RedeemCode
from assistor_console.requests.review import SeeCase
from assistor_console.requests.visits import Check, Outcome, RecordVisit, Shown
from tests.callers import Caller
from tests.worlds import World

TEN = datetime(2017, 12, 15, 18, 0, tzinfo=UTC)  # Friday, 10:00 in Fresno
LICENSE = Brought(kind="drivers_license", issuer="California", expires=date(2021, 3, 4), same_name=True)
PASSPORT = Brought(
    kind="us_passport", issuer="U.S. Department of State", expires=date(2019, 8, 31), same_name=True
)


def mail_letters(world: World) -> bytes:
    """One run from lease to post by a supervisor; the pages that were printed."""
    run = world.send("ship", LeaseRun())
    pages = world.send("ship", RunDocument(run_id=run.run_id)).content
    world.send("ship", ConfirmPrinted(run_id=run.run_id, letters=run.letters))
    world.send("ship", ConfirmMailed(run_id=run.run_id, letters=run.letters))
    return pages


class Mailed:
    """The account of a caller who has passed, with everything a person gets: by telephone and by mail."""

    def __init__(self, world: World, caller: Caller) -> None:
        issued = caller.issue()
        assert issued.call.case
        self.case = issued.call.case.id
        self.username = issued.username
        self.password = "".join(spelled.character for spelled in issued.password)
        with world.reading() as store:
            letter = store.letters.of_case(self.case)
        assert letter and letter.code
        self.code = letter.code
        mail_letters(world)

    def redeem(self, **changes: str) -> RedeemCode:
        """What the person sends in the end: `redeem(code="12345678")`."""
        told = {"username": self.username, "password": self.password, "code": self.code}
        return RedeemCode(**{**told, **changes})

    def another(self, number: int) -> str:
        """A code that is not the letter's."""
        return f"{(int(self.code) + number) % 10**8:08d}"


def state_of(world: World, seen: CallSeen) -> State:
    assert seen.case
    return world.send("sup", SeeCase(case_id=seen.case.id)).row.state


def events(world: World, seen: CallSeen) -> list[str]:
    """The timeline, oldest first."""
    assert seen.case
    return [e.event for e in reversed(world.send("sup", SeeCase(case_id=seen.case.id)).timeline)]


def book(world: World, caller: Caller) -> str:
    """A booked visit on Friday; the continuation code of the slip."""
    world.send(caller.assistor, HoldSlot(call_id=caller.seen.call_id, office_id="fresno-ca", starts=TEN))
    booked = world.send(
        caller.assistor, BookSlot(call_id=caller.seen.call_id, first=LICENSE, second=PASSPORT)
    )
    caller.seen = booked.call
    assert caller.seen.case
    assert world.send(caller.assistor, Slip(call_id=caller.seen.call_id)).content.startswith(b"%PDF")
    with world.reading() as store:
        appointment = store.appointments.live(caller.seen.case.id)
        code = appointment and store.appointments.continuation_code(appointment.id)
    assert code
    return code


def verify(world: World, caller: Caller) -> None:
    """The visit on Friday, with both documents."""
    assert caller.seen.case
    world.now = TEN
    shown = [
        Shown(
            kind=b.kind,
            issuer=b.issuer,
            expires=b.expires,
            last_four=four,
            name=caller.who.name,
            photo=True,
        )
        for b, four in ((LICENSE, "4471"), (PASSPORT, "0926"))
    ]
    world.send(
        "tac",
        RecordVisit(
            case_id=caller.seen.case.id,
            outcome=Outcome.VERIFIED,
            first=shown[0],
            second=shown[1],
            checks=frozenset(Check),
        ),
    )


def phones_again(world: World, caller: Caller, assistor: str = "ben") -> Caller:
    """The return call, as far as the case that name and date of birth find."""
    again = Caller(world, caller.who, assistor)
    again.start(Reason.RETURN_AFTER_VISIT)
    found = world.send(
        assistor, FindCases(call_id=again.seen.call_id, name=caller.who.name, born=date(1978, 3, 4))
    )
    (case,) = found.cases
    again.send(TakeCase(call_id=again.seen.call_id, case_id=case.case_id))
    return again
