"""How far a ZIP is from an office: great-circle miles between ZIP centroids."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from .offices import Office

EARTH_MILES = 3958.8  # mean radius, IUGG

Point = tuple[float, float]
Lookup = Callable[[str], Point | None]


@dataclass(frozen=True, slots=True)
class Near:
    """An office and its distance in whole miles, None where either end has no place on the map."""

    office: Office
    miles: int | None


def five(text: str) -> str | None:
    """The five-digit ZIP in what was typed ("93706", "93706-1234", "937061234"); None if there is none."""
    digits = text.strip().replace("-", "")
    good = digits.isascii() and digits.isdigit() and len(digits) in (5, 9)
    return digits[:5] if good else None


def miles(here: Point, there: Point) -> float:
    """Great-circle miles between two points of (latitude, longitude) in degrees (haversine)."""
    north, south = radians(here[0]), radians(there[0])
    half = sin((south - north) / 2) ** 2
    half += cos(north) * cos(south) * sin(radians(there[1] - here[1]) / 2) ** 2
    return 2 * EARTH_MILES * asin(min(1.0, sqrt(half)))


def nearest(offices: Iterable[Office], zip_code: str, place: Lookup) -> tuple[Near, ...]:
    """Every office, nearest first; by state and name, without miles, where the ZIP is unknown (APO too)."""
    known = five(zip_code)
    here = place(known) if known else None
    found = (Near(office, _between(here, place(office.address.zip[:5]))) for office in offices)
    return tuple(sorted(found, key=_order))


def _between(here: Point | None, there: Point | None) -> int | None:
    return round(miles(here, there)) if here and there else None


def _order(near: Near) -> tuple[bool, int, str, str]:
    return near.miles is None, near.miles or 0, near.office.address.state, near.office.name
