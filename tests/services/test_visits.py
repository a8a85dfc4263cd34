"""The visit: own office only, two documents, every check, and nobody verifies whom they interviewed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from assistor_console.domain.errors import Refused
from assistor_console.domain.terms import Role, State
from assistor_console.requests.appointments import BookSlot, HoldSlot
from assistor_console.requests.visits import (
    Check,
    ExamineDocuments,
    MarkNoShow,
    Outcome,
    RecordVisit,
    SeeVisit,
    SeeVisits,
    Shown,
)
from tests.services.booking_world import LICENSE, PASSPORT, BookingWorld, shown
from tests.worlds import WHERE, somewhere

TEN = datetime(2017, 12, 15, 18, 0, tzinfo=UTC)  # 10:00 in Fresno
EVERY = frozenset(Check)


@pytest.fixture(params=WHERE)
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[BookingWorld]:
    with somewhere(request, tmp_path, BookingWorld) as made:
        yield made


@pytest.fixture
def case_id(world: BookingWorld) -> UUID:
    """A booked case on the day of its visit, five minutes before."""
    case, call = world.referred()
    _book(world, call)
    world.now = TEN - timedelta(minutes=5)
    return case


def _book(world: BookingWorld, call: UUID, starts: datetime = TEN) -> None:
    world.send("assistor", HoldSlot(call_id=call, office_id="fresno-ca", starts=starts))
    world.send("assistor", BookSlot(call_id=call, first=LICENSE, second=PASSPORT))


def verified(case_id: UUID) -> RecordVisit:
    """A visit in which everything is as it should be."""
    return RecordVisit(
        case_id=case_id,
        outcome=Outcome.VERIFIED,
        first=shown(LICENSE),
        second=shown(PASSPORT, last_four="0926"),
        checks=EVERY,
    )


def test_the_day_s_list_is_of_the_own_office(world: BookingWorld, case_id: UUID) -> None:
    seen = world.send("fresno", SeeVisits())
    assert (seen.office, seen.zone, seen.day) == ("Fresno", "America/Los_Angeles", date(2017, 12, 15))
    (visit,) = seen.visits
    assert (visit.case_id, visit.name, visit.number) == (case_id, "TEODOR ALBESCU", "EP-17-004567")
    assert visit.starts.isoformat() == "2017-12-15T10:00:00-08:00"
    assert (visit.state, visit.outcome) == (State.APPOINTMENT_BOOKED, None)
    assert world.send("visalia", SeeVisits()).visits == ()
    assert world.send("fresno", SeeVisits(day=date(2017, 12, 14))).visits == ()
    with pytest.raises(Refused, match="authority.no_office"):
        world.send("nowhere", SeeVisits())


def test_a_visitor_is_seen_without_tax_data(world: BookingWorld, case_id: UUID) -> None:
    facts = world.send("fresno", SeeVisit(case_id=case_id))
    assert facts.born == date(1978, 3, 4)
    assert facts.expected == ("drivers_license", "us_passport")
    assert (facts.may_verify, facts.why_not) == (True, None)
    assert "4567" not in facts.model_dump_json().replace("EP-17-004567", "")


def test_another_office_sees_and_does_nothing(world: BookingWorld, case_id: UUID) -> None:
    for request in (SeeVisit(case_id=case_id), verified(case_id), MarkNoShow(case_id=case_id)):
        with pytest.raises(Refused, match="authority.office"):
            world.send("visalia", request)


def test_assistors_have_no_way_to_the_window(world: BookingWorld, case_id: UUID) -> None:
    with pytest.raises(Refused, match="authority.role"):
        world.send("assistor", verified(case_id))


def test_verified(world: BookingWorld, case_id: UUID) -> None:
    code = _code(world, case_id)
    facts = world.send("fresno", verified(case_id))
    assert facts.visit.state is State.VERIFIED_IN_PERSON
    assert facts.visit.outcome is Outcome.VERIFIED
    assert not facts.may_verify
    with world.reading() as store:
        case, found = store.cases.get(case_id), store.appointments.latest(case_id)
        assert case and case.state is State.VERIFIED_IN_PERSON and case.verifier == world.people["fresno"]
        assert found and found.visit and found.visit.by == world.people["fresno"]
        assert [paper.last_four for paper in found.visit.documents] == ["4471", "0926"]
        # The code is erased; the caller who says it is still known by it.
        assert store.appointments.continuation_code(found.id) is None
        assert store.appointments.continuation_matches(case_id, code)
        assert store.cases.timeline(case_id)[0].event == "verify"
    with world.database.write() as store:
        store.appointments.spend_continuation(case_id)
        assert not store.appointments.continuation_matches(case_id, code)


def _code(world: BookingWorld, case_id: UUID) -> str:
    with world.reading() as store:
        found = store.appointments.latest(case_id)
        code = found and store.appointments.continuation_code(found.id)
    assert code
    return code


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"first": None}, "document.missing"),
        ({"second": shown(PASSPORT, expires=date(2017, 11, 30))}, "document.expired"),
        ({"second": shown(LICENSE)}, "document.same_document"),
        ({"second": shown(LICENSE, last_four="1111")}, "document.same_kind"),
        ({"second": shown(PASSPORT, last_four=" ")}, "document.number_missing"),
        ({"second": shown(PASSPORT, name="Ana Albescu")}, "document.name_differs"),
        ({"second": shown(PASSPORT, photo=False)}, "document.photo_differs"),
        ({"checks": EVERY - {Check.ORIGINALS}}, "visit.checks_missing"),
        ({"reason": "they looked nervous"}, "visit.reason_unknown"),
    ],
)
def test_verified_needs_two_accepted_documents_and_every_check(
    world: BookingWorld, case_id: UUID, changes: dict[str, object], rule: str
) -> None:
    with pytest.raises(Refused, match=rule):
        world.send("fresno", verified(case_id).model_copy(update=changes))
    with world.reading() as store:
        case = store.cases.get(case_id)
        assert case and case.state is State.APPOINTMENT_BOOKED


def test_examining_says_which_rule_refuses_which(world: BookingWorld, case_id: UUID) -> None:
    first, second = shown(LICENSE), shown(PASSPORT, expires=date(2017, 11, 30))
    seen = world.send("fresno", ExamineDocuments(case_id=case_id, first=first, second=second))
    assert (seen.accepted, seen.first, seen.second) == (False, None, "document.expired")
    assert seen.values["second_expires"] == "2017-11-30"
    seen = world.send("fresno", ExamineDocuments(case_id=case_id, first=first, second=None))
    assert (seen.first, seen.second) == (None, "document.missing")


def test_nobody_verifies_whom_they_interviewed_or_booked(world: BookingWorld, case_id: UUID) -> None:
    """Somebody who changed from the telephone to the window."""
    world.hire("moved", Role.TAC, "fresno-ca")
    with world.database.write() as store:
        case = store.cases.get(case_id)
        assert case
        store.cases.save(replace(case, interviewer=world.people["moved"], version=case.version + 1))
    facts = world.send("moved", SeeVisit(case_id=case_id))
    assert (facts.may_verify, facts.why_not) == (False, "authority.interviewer")
    with pytest.raises(Refused, match="authority.interviewer"):
        world.send("moved", verified(case_id))
    assert world.send("fresno", SeeVisit(case_id=case_id)).may_verify


def test_too_early(world: BookingWorld, case_id: UUID) -> None:
    world.now = TEN - timedelta(minutes=61)
    with pytest.raises(Refused, match="visit.too_early") as no:
        world.send("fresno", verified(case_id))
    assert no.value.refusal.clears_at == TEN - timedelta(minutes=60)


@pytest.mark.parametrize("reason", ["", "document_refused"])
def test_not_verified_voids_the_code(world: BookingWorld, case_id: UUID, reason: str) -> None:
    code = _code(world, case_id)
    request = RecordVisit(case_id=case_id, outcome=Outcome.NOT_VERIFIED, first=shown(LICENSE), reason=reason)
    facts = world.send("fresno", request)
    assert (facts.visit.state, facts.visit.outcome) == (State.NOT_VERIFIED, Outcome.NOT_VERIFIED)
    with world.reading() as store:
        assert not store.appointments.continuation_matches(case_id, code)
    with pytest.raises(Refused, match="case.state"):
        world.send("fresno", verified(case_id))


def test_incomplete_leaves_the_case_booked_and_may_be_finished_later(
    world: BookingWorld, case_id: UUID
) -> None:
    code = _code(world, case_id)
    request = RecordVisit(case_id=case_id, outcome=Outcome.INCOMPLETE, reason="document_missing")
    facts = world.send("fresno", request)
    assert (facts.visit.state, facts.visit.outcome) == (State.APPOINTMENT_BOOKED, Outcome.INCOMPLETE)
    with world.reading() as store:
        event = store.cases.timeline(case_id)[0]
        assert (event.event, event.values["reason"]) == ("come_back", "document_missing")
        assert store.appointments.continuation_matches(case_id, code)
    world.now += timedelta(hours=3)
    assert world.send("fresno", verified(case_id)).visit.state is State.VERIFIED_IN_PERSON


def test_not_coming_and_booking_again(world: BookingWorld) -> None:
    case_id, call = world.referred()
    _book(world, call)
    world.now = TEN + timedelta(minutes=29)
    with pytest.raises(Refused, match="visit.not_over"):
        world.send("fresno", MarkNoShow(case_id=case_id))
    world.now = TEN + timedelta(minutes=30)
    facts = world.send("fresno", MarkNoShow(case_id=case_id))
    assert (facts.visit.state, facts.visit.outcome) == (State.NO_SHOW, None)
    _book(world, call, TEN + timedelta(days=4))
    with world.reading() as store:
        case = store.cases.get(case_id)
        assert case and case.state is State.APPOINTMENT_BOOKED
    # The first day still shows what happened then.
    (visit,) = world.send("fresno", SeeVisits(day=date(2017, 12, 15))).visits
    assert visit.state is State.NO_SHOW


def test_a_timeline_holds_no_name_number_or_date_of_a_document(world: BookingWorld, case_id: UUID) -> None:
    world.send("fresno", verified(case_id))
    with world.reading() as store:
        said = " ".join(str(event.values) for event in store.cases.timeline(case_id))
    for private in ("4471", "0926", "Mihai", "2021", "2019"):
        assert private not in said


def test_what_was_shown_rests_sealed(world: BookingWorld, case_id: UUID) -> None:
    world.send("fresno", verified(case_id))
    with world.database.engine.connect() as connection:
        row = connection.exec_driver_sql("select state, sealed, code, code_index from appointments").one()
    resting = b"\0".join(value if isinstance(value, bytes) else str(value).encode() for value in row)
    assert b"4471" not in resting and b"Mihai" not in resting


def test_a_document_is_typed_in_any_case(world: BookingWorld, case_id: UUID) -> None:
    request = verified(case_id).model_copy(update={"first": shown(LICENSE, last_four="a44b")})
    world.send("fresno", request)
    with world.reading() as store:
        found = store.appointments.latest(case_id)
        assert found and found.visit and found.visit.documents[0].last_four == "A44B"


def test_a_shown_document_keeps_its_number_out_of_its_words() -> None:
    words = repr(shown(LICENSE))
    assert isinstance(shown(LICENSE), Shown)
    assert "4471" not in words and "Mihai" not in words
