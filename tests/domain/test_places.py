"""Distances between ZIPs, and offices by distance."""

from hypothesis import given
from hypothesis import strategies as st

from assistor_console.assets import resource
from assistor_console.domain.places import Point, five, miles, nearest
from assistor_console.published.places import place
from assistor_console.published.tac import read_offices

points = st.tuples(st.floats(-90, 90), st.floats(-180, 180))
OFFICES = read_offices(resource("tac", "offices-2017.yaml").read_text("utf-8")).offices


@given(points, points)
def test_distance_is_symmetric_and_at_most_half_round_the_earth(here: Point, there: Point) -> None:
    assert abs(miles(here, there) - miles(there, here)) < 1e-6
    assert 0 <= miles(here, there) <= 12_440
    assert miles(here, here) < 0.01


def test_known_distances() -> None:
    new_york, los_angeles = (40.7128, -74.0060), (34.0522, -118.2437)
    assert 2440 < miles(new_york, los_angeles) < 2452


def test_a_zip_however_it_is_typed() -> None:
    assert [five(text) for text in ("93706", " 93706-1234 ", "937061234")] == ["93706"] * 3
    assert [five(text) for text in ("", "9370", "937061", "abcde", "９３７０６")] == [None] * 5


def test_offices_near_fresno_come_by_distance() -> None:
    found = nearest(OFFICES, "93706", place)
    assert [near.office.name for near in found[:4]] == ["Fresno", "Visalia", "Modesto", "Bakersfield"]
    known = [near.miles for near in found if near.miles is not None]
    assert known == sorted(known)
    assert len(found) == len(OFFICES)


def test_a_military_or_unknown_zip_has_every_office_without_distance() -> None:
    for zip_code in ("09009", "96201", "99999", "x"):
        found = nearest(OFFICES, zip_code, place)
        assert len(found) == len(OFFICES)
        assert all(near.miles is None for near in found)
        assert [near.office.address.state for near in found] == sorted(o.address.state for o in OFFICES)


def test_every_office_has_a_place() -> None:
    assert [office.id for office in OFFICES if place(office.address.zip) is None] == []
