"""The published list of offices, the calendar of closed days and the table of documents."""

from datetime import date, time

import pytest

from assistor_console.assets import resource
from assistor_console.domain.errors import Trouble
from assistor_console.published.identity_documents import read_identity_documents
from assistor_console.published.places import place
from assistor_console.published.tac import calendar, read_closed_days, read_offices
from assistor_console.published.warm import warm_up

OFFICES = resource("tac", "offices-2017.yaml").read_text("utf-8")
CLOSED = resource("tac", "closed-days.yaml").read_text("utf-8")
DOCUMENTS = resource("policy", "identity-documents-2017.yaml").read_text("utf-8")


def test_the_list_is_dated_partial_and_served_all_over_the_country() -> None:
    found = read_offices(OFFICES)
    assert found.partial
    assert found.effective == date(2017, 12, 10)
    assert len({office.address.state for office in found.offices}) >= 25
    assert found.find("fresno-ca") and not found.find("atlantis")


def test_hours_of_an_office() -> None:
    fresno = read_offices(OFFICES).find("fresno-ca")
    assert fresno
    friday = fresno.hours(date(2017, 12, 15))
    assert friday and (friday.opens, friday.closes) == (time(8, 30), time(16, 30))
    assert fresno.hours(date(2017, 12, 16)) is None


@pytest.mark.parametrize(
    ("day", "closed"),
    [
        (date(2017, 11, 10), True),  # Veterans Day, a Saturday, kept on Friday
        (date(2017, 1, 2), True),  # New Year's Day, a Sunday, kept on Monday
        (date(2017, 1, 20), False),  # Inauguration Day is not nation-wide
        (date(2018, 12, 24), True),  # by executive order
        (date(2020, 6, 19), False),  # Juneteenth from 2021
        (date(2021, 6, 18), True),
        (date(2021, 12, 31), True),  # the next year's New Year's Day
        (date(2017, 12, 25), True),
        (date(2017, 12, 15), False),
        (date(2024, 2, 29), False),
    ],
)
def test_closed_days(day: date, closed: bool) -> None:
    assert (day in read_closed_days(CLOSED)) is closed


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("America/Phoenix", "America/Phenix"),
        ("windows: 2", "windows: 0"),
        ("8:30-16:30", "16:30-8:30"),
        ("8:30-16:30", "8:99-16:30"),
        ("id: visalia-ca", "id: fresno-ca"),
        ('zip: "93721"', 'zip: "9372"'),
        ("usual:", "unusual:"),
        ("partial: true", "partial: ["),
    ],
)
def test_a_wrong_list_is_refused_by_name(old: str, new: str) -> None:
    assert old in OFFICES
    with pytest.raises(Trouble) as trouble:
        read_offices(OFFICES.replace(old, new))
    assert trouble.value.code == "published.unreadable"
    assert trouble.value.values["kind"] == "offices"


def test_dated_rows_come_before_the_calendar() -> None:
    text = CLOSED.replace("closed: []", "closed: [2017-12-15]").replace("open: []", "open: [2017-12-25]")
    days = read_closed_days(text)
    assert date(2017, 12, 15) in days and date(2017, 12, 25) not in days


def test_the_table_of_documents_speaks_both_languages_and_names_issuers() -> None:
    kinds = read_identity_documents(DOCUMENTS)
    assert len(kinds.kinds) >= 10
    assert all(row.name.en and row.name.es for row in kinds.kinds)
    license_row = kinds.find("drivers_license")
    assert license_row and "California" in license_row.issuers and len(license_row.issuers) == 56


def test_a_kind_that_stands_twice_is_refused() -> None:
    with pytest.raises(Trouble):
        read_identity_documents(DOCUMENTS.replace("kind: state_id", "kind: drivers_license"))


def test_warming_up_reads_what_is_slow() -> None:
    warm_up(date(2031, 12, 11))
    before = calendar.cache_info().misses, place.cache_info().misses
    assert date(2032, 1, 1) in calendar(2032) and place("10007")
    assert (calendar.cache_info().misses, place.cache_info().misses) == before
