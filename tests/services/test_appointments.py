"""Near offices, free times, booking and the slip, sent through the desk on both databases."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from threading import Barrier
from uuid import UUID

import pytest
from icalendar import Calendar
from pypdf import PdfReader

from assistor_console.domain.appointment import AppointmentState
from assistor_console.domain.errors import Refused
from assistor_console.domain.terms import AnswerKind, Realm, Role, State
from assistor_console.requests.appointments import (
    Booked,
    BookSlot,
    Brought,
    CancelAppointment,
    FindOffices,
    FindSlots,
    Held,
    HoldSlot,
    LetGo,
    SeeDocumentKinds,
    Slip,
    SlipCalendar,
    WeighDocuments,
)
from assistor_console.store.bulk import add_records, first_id
from tests.services.booking_world import LICENSE, PASSPORT, BookingWorld, tax_return
from tests.worlds import WHERE, somewhere

FRIDAY = date(2017, 12, 15)
ASSISTOR = (Role.ASSISTOR,)
TEN = datetime(2017, 12, 15, 18, 0, tzinfo=UTC)  # 10:00 in Fresno


@pytest.fixture(params=WHERE)
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[BookingWorld]:
    with somewhere(request, tmp_path, BookingWorld) as made:
        yield made


def hold(
    world: BookingWorld, call: UUID, starts: datetime = TEN, office: str = "fresno-ca", who: str = "assistor"
) -> Held:
    return world.send(who, HoldSlot(call_id=call, office_id=office, starts=starts))


def book(world: BookingWorld, call: UUID, starts: datetime = TEN) -> Booked:
    hold(world, call, starts)
    return world.send("assistor", BookSlot(call_id=call, first=LICENSE, second=PASSPORT))


def test_offices_come_by_distance_with_their_next_free_time(world: BookingWorld) -> None:
    _, call = world.referred()
    found = world.send("assistor", FindOffices(call_id=call, zip="93706-1234"))
    assert (found.zip, found.known) == ("93706", True)
    assert [office.city for office in found.offices][:2] == ["Fresno", "Visalia"]
    fresno = found.offices[0]
    assert fresno.miles is not None and fresno.phone == "844-545-5640"
    # 10:00 Eastern on Monday and 18 hours of lead: Tuesday at opening time.
    assert fresno.next_free and fresno.next_free.isoformat() == "2017-12-12T08:30:00-08:00"


@pytest.mark.parametrize("typed", ["09009", "99999", "nonsense"])
def test_a_zip_that_is_on_no_map_shows_every_office(world: BookingWorld, typed: str) -> None:
    _, call = world.referred()
    found = world.send("assistor", FindOffices(call_id=call, zip=typed))
    assert not found.known and len(found.offices) > 30
    assert {office.miles for office in found.offices} == {None}


def test_a_caller_without_records_has_no_zip(world: BookingWorld) -> None:
    _, call = world.referred()
    assert not world.send("assistor", FindOffices(call_id=call)).known


def test_without_a_zip_what_the_caller_said_counts(world: BookingWorld) -> None:
    case, call = world.referred()
    record = tax_return("932911234")
    with world.database.write() as store:
        file = store.records.begin("returns", b"any", "any", world.now)
        add_records(store.connection, store.vault, file, first_id(file), [record])
        store.records.finish(file, 1)
    assert world.send("assistor", FindOffices(call_id=call)).zip == "", "nothing was said"
    world.said(call, AnswerKind.ADDRESS, "12 Elm St Apt 3, Fresno CA 93706")
    found = world.send("assistor", FindOffices(call_id=call))
    assert (found.zip, found.offices[0].city) == ("93706", "Fresno")


def test_a_live_desk_offers_only_offices_whose_street_is_confirmed(database_url: str) -> None:
    live = BookingWorld(database_url, Realm.LIVE)
    _, call = live.referred()
    found = live.send("assistor", FindOffices(call_id=call, zip="93706"))
    assert [office.city for office in found.offices][:2] == ["Fresno", "Oakland"]
    with pytest.raises(Refused, match="slot.unknown"):
        hold(live, call, office="visalia-ca")
    live.database.close()


def test_times_by_day_in_the_office_s_own_zone(world: BookingWorld) -> None:
    _, call = world.referred()
    asked = FindSlots(call_id=call, office_id="fresno-ca", since=FRIDAY)
    found = world.send("assistor", asked)
    assert [seen.day.isoformat() for seen in found.days] == [
        "2017-12-15", "2017-12-18", "2017-12-19", "2017-12-20"
    ]  # fmt: skip
    assert found.later == date(2017, 12, 21)
    assert found.days[0].slots[3].starts.isoformat() == "2017-12-15T10:00:00-08:00"
    assert all(slot.free for seen in found.days for slot in seen.slots)
    last = world.send("assistor", asked.model_copy(update={"since": found.later}))
    # Fourteen days ahead, without the weekend and Christmas Day.
    assert [seen.day.day for seen in last.days] == [21, 22] and last.later is None


def test_a_time_is_taken_when_every_window_is(world: BookingWorld) -> None:
    calls = [world.referred("123004567")[1]]
    for number, name in enumerate(("second", "third", "fourth")):
        world.hire(name, *ASSISTOR)
        calls.append(world.referred(f"12300456{number}", name)[1])
    for call, who in zip(calls[:3], ("assistor", "second", "third"), strict=True):
        assert _free_at_ten(world, calls[3], "fourth")
        hold(world, call, who=who)
    assert not _free_at_ten(world, calls[3], "fourth")
    assert _free_at_ten(world, calls[0], "assistor")
    with pytest.raises(Refused, match="slot.taken"):
        hold(world, calls[3], who="fourth")
    world.send("second", LetGo(call_id=calls[1]))
    assert hold(world, calls[3], who="fourth").starts == TEN


def _free_at_ten(world: BookingWorld, call: UUID, who: str) -> bool:
    found = world.send(who, FindSlots(call_id=call, office_id="fresno-ca", since=FRIDAY))
    return next(slot.free for slot in found.days[0].slots if slot.starts == TEN)


@pytest.mark.parametrize(
    "starts",
    [
        TEN + timedelta(minutes=1),
        TEN.replace(tzinfo=None),
        TEN + timedelta(days=1),  # Saturday
        TEN + timedelta(days=10),  # Christmas Day
        TEN + timedelta(days=30),  # too far
        datetime(2017, 12, 11, 17, 0, tzinfo=UTC),  # too soon
    ],
)
def test_a_time_that_is_not_offered_cannot_be_held(world: BookingWorld, starts: datetime) -> None:
    _, call = world.referred()
    with pytest.raises(Refused, match="slot.unknown"):
        hold(world, call, starts)


def test_booking_the_held_time(world: BookingWorld) -> None:
    case_id, call = world.referred()
    held = hold(world, call)
    assert held.until == world.now + timedelta(minutes=5)
    booked = world.send("assistor", BookSlot(call_id=call, first=LICENSE, second=PASSPORT))
    assert booked.call.case and booked.call.case.state is State.APPOINTMENT_BOOKED
    assert booked.starts.isoformat() == "2017-12-15T10:00:00-08:00"
    assert booked.call.appointment and booked.call.appointment.office == "Fresno"
    with world.reading() as store:
        kept = store.appointments.live(case_id)
        assert kept and [paper.kind for paper in kept.planned] == ["drivers_license", "us_passport"]
        assert store.cases.timeline(case_id)[0].event == "book"


def test_a_hold_that_is_over_cannot_be_booked(world: BookingWorld) -> None:
    _, call = world.referred()
    hold(world, call)
    world.now += timedelta(minutes=5)
    with pytest.raises(Refused, match="slot.hold_expired"):
        world.send("assistor", BookSlot(call_id=call, first=LICENSE, second=PASSPORT))


@pytest.mark.parametrize(
    ("second", "rule"),
    [
        (LICENSE, "document.same_kind"),
        (PASSPORT.model_copy(update={"expires": date(2017, 12, 14)}), "document.expired"),
        (PASSPORT.model_copy(update={"same_name": False}), "document.name_differs"),
        (PASSPORT.model_copy(update={"expires": None}), "document.expiry_missing"),
    ],
)
def test_a_pair_that_would_be_refused_on_the_day_is_refused_now(
    world: BookingWorld, second: Brought, rule: str
) -> None:
    _, call = world.referred()
    hold(world, call)
    weighed = world.send("assistor", WeighDocuments(call_id=call, on=FRIDAY, first=LICENSE, second=second))
    assert not weighed.accepted and rule in (weighed.second, weighed.together)
    with pytest.raises(Refused, match=rule):
        world.send("assistor", BookSlot(call_id=call, first=LICENSE, second=second))


def test_the_accepted_kinds_are_shown_to_all_staff(world: BookingWorld) -> None:
    for who in ("assistor", "fresno"):
        kinds = world.send(who, SeeDocumentKinds()).kinds
        assert kinds[0].name.es and "California" in kinds[0].issuers


def test_a_case_has_one_live_appointment(world: BookingWorld) -> None:
    _, call = world.referred()
    book(world, call)
    with pytest.raises(Refused, match="appointment.live"):
        hold(world, call, TEN + timedelta(hours=1))


def test_cancelling_gives_the_time_back_and_voids_the_code(world: BookingWorld) -> None:
    case_id, call = world.referred()
    book(world, call)
    code = _code(world, case_id)
    seen = world.send("assistor", CancelAppointment(call_id=call))
    assert seen.case and seen.case.state is State.REFERRED
    with world.reading() as store:
        assert store.appointments.live(case_id) is None
        latest = store.appointments.latest(case_id)
        assert latest and latest.state is AppointmentState.CANCELLED
        assert not store.appointments.continuation_matches(case_id, code)
    world.now += timedelta(minutes=1)
    book(world, call)
    assert _code(world, case_id) != code


def test_the_continuation_code_knows_its_case_only(world: BookingWorld) -> None:
    case_id, call = world.referred()
    other, _ = world.referred("123004568", "colleague")
    book(world, call)
    code = _code(world, case_id)
    assert len(code) >= 13
    with world.reading() as store:
        assert store.appointments.continuation_matches(case_id, code)
        assert not store.appointments.continuation_matches(other, code)
        assert not store.appointments.continuation_matches(case_id, code[:-1] + "?")


def _code(world: BookingWorld, case_id: UUID) -> str:
    with world.reading() as store:
        found = store.appointments.live(case_id)
        code = found and store.appointments.continuation_code(found.id)
    assert code
    return code


def test_the_slip_says_where_when_what_and_the_code(world: BookingWorld) -> None:
    case_id, call = world.referred()
    book(world, call)
    slip = world.send("assistor", Slip(call_id=call))
    text = PdfReader(BytesIO(slip.content)).pages[0].extract_text()
    assert slip.media_type == "application/pdf"
    for wanted in ("Fresno", "2525 Capitol St", "10:00", "Driver’s license", "EP-17-004567"):
        assert wanted.replace("’", "'") in text.replace("’", "'")
    assert _code(world, case_id)[:4] in text
    assert "123" + "004567" not in text
    assert world.send("assistor", Slip(call_id=call)).content == slip.content


def test_the_calendar_file_tells_the_office_s_time_and_no_code(world: BookingWorld) -> None:
    case_id, call = world.referred()
    book(world, call)
    file = world.send("assistor", SlipCalendar(call_id=call))
    event = Calendar.from_ical(file.content).walk("VEVENT")[0]
    assert event.decoded("DTSTART") == TEN
    assert b"DTSTART;TZID=America/Los_Angeles:20171215T100000" in file.content
    assert _code(world, case_id).encode() not in file.content


def test_nothing_of_a_booking_rests_readable(world: BookingWorld) -> None:
    case_id, call = world.referred()
    book(world, call)
    code = _code(world, case_id)
    with world.database.engine.connect() as connection:
        row = connection.exec_driver_sql("select * from appointments").one()
    resting = b"\0".join(value if isinstance(value, bytes) else str(value).encode() for value in row)
    assert code.encode() not in resting and b"passport" not in resting


def test_sixteen_assistors_book_one_time_and_three_get_it(world: BookingWorld) -> None:
    names = [f"assistor {n}" for n in range(16)]
    for name in names:
        world.hire(name, *ASSISTOR)
    calls = [world.referred(f"1230045{n:02d}", name)[1] for n, name in enumerate(names)]
    together = Barrier(len(calls))

    def attempt(n: int) -> str:
        together.wait()
        try:
            hold(world, calls[n], who=names[n])
            world.send(names[n], BookSlot(call_id=calls[n], first=LICENSE, second=PASSPORT))
        except Refused as no:
            return no.refusal.rule
        return "booked"

    with ThreadPoolExecutor(len(calls)) as pool:
        found = list(pool.map(attempt, range(len(calls))))
    assert sorted(found) == ["booked"] * 3 + ["slot.taken"] * 13
    with world.reading() as store:
        day = store.appointments.of_day("fresno-ca", TEN, TEN + timedelta(minutes=1))
    assert sorted(one.window for one in day) == [1, 2, 3]
