"""Made-up names, birthdays and real places: what synthetic people are called and where they live."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from random import Random

import zipcodes
from faker.providers.person.en_US import Provider as English
from faker.providers.person.es_MX import Provider as Spanish

from assistor_console.domain.records import Address

_LONGEST_CITY = 22  # EFW2's room for one
_STREETS = ("Oak", "Maple", "Cedar", "Main", "Park", "Lake", "Hill", "Elm", "Mill", "River", "Church")
_KINDS = ("St", "Ave", "Rd", "Ln", "Dr", "Ct", "Blvd")
_UNITS = ("Apt", "Unit", "Ste")
_CALLES = ("Luna", "Sol", "Norte", "Betances", "Marina", "Comercio", "San José", "del Parque")
_URBS = ("Urb Las Gladiolas", "Urb Villa Blanca", "Urb Los Maestros", "Urb El Verde")
_MILITARY_CITIES = ("Apo", "Fpo")
_PR = "PR"
_NO_PLACE = {"AE", "AP", "AA", _PR, "VI", "GU", "FM", "MP", "PW", "MH", "AS"}
_OLDEST, _YOUNGEST = date(1938, 1, 1), date(1994, 12, 31)

_UNUSUAL_SURNAMES = ("O'Neill", "D'Angelo", "de la Cruz", "St. John", "van der Berg", "Muñoz", "Peña")


def given_names(random: Random, spanish: bool = False) -> str:
    """A given name, half the time with a middle initial."""
    pool = random.choice((_pool("female", spanish), _pool("male", spanish)))
    first = _pick(random, pool)
    return f"{first} {random.choice('ABCDEFGHJKLMNPRSTW')}" if random.random() < 0.5 else first


def surname(random: Random) -> str:
    """A surname as often as it is met."""
    return _pick(random, _surnames(spanish=False))


def unusual_name(random: Random) -> tuple[str, str, str]:
    """Given names, surname and suffix with accents, an apostrophe, a hyphen or several words."""
    kind = random.randrange(4)
    if kind == 0:
        return given_names(random, spanish=True), _pick(random, _surnames(spanish=True)), ""
    if kind == 1:
        return given_names(random), f"{surname(random)[:9]}-{surname(random)[:9]}", ""
    if kind == 2:
        return given_names(random), surname(random), random.choice(("Jr", "III"))
    return given_names(random), random.choice(_UNUSUAL_SURNAMES), ""


def birthday(random: Random) -> date:
    """A day that makes somebody a grown-up in 2015."""
    return _OLDEST + timedelta(days=random.randrange((_YOUNGEST - _OLDEST).days))


def home(random: Random) -> Address:
    """An address in one of the states, its ZIP of that city; sometimes with a unit."""
    street = f"{random.randrange(1, 9900)} {random.choice(_STREETS)} {random.choice(_KINDS)}"
    unit = (f"{random.choice(_UNITS)} {random.randrange(1, 90)}",) if random.random() < 0.2 else ()
    return Address((street, *unit), *random.choice(_places("STANDARD")))


def post(random: Random) -> Address:
    """An address of the armed forces."""
    city, state, code = random.choice(_places("MILITARY"))
    line = f"PSC {random.randrange(1, 999)} Box {random.randrange(1, 9999)}"
    return Address((line,), city.upper(), state, code)


def puerto_rico(random: Random) -> Address:
    """An address in Puerto Rico, with the urbanization as its second line."""
    line = f"{random.randrange(1, 99)} Calle {random.choice(_CALLES)}"
    return Address((line, random.choice(_URBS)), *random.choice(_places(_PR)))


@cache
def _places(kind: str) -> tuple[tuple[str, str, str], ...]:
    """(city, state, ZIP) of one kind: STANDARD in the states, MILITARY, or PR."""
    found = []
    for each in zipcodes.list_all():  # type: ignore[no-untyped-call]
        city, state, code, sort = each["city"], each["state"], each["zip_code"], each["zip_code_type"]
        wanted = {
            "STANDARD": sort == "STANDARD" and state not in _NO_PLACE,
            "MILITARY": sort == "MILITARY" and city in _MILITARY_CITIES,
            _PR: sort == "STANDARD" and state == _PR,
        }
        if wanted[kind] and each["active"] and len(city) <= _LONGEST_CITY:
            found.append((city, state, code))
    return tuple(found)


@cache
def _pool(sex: str, spanish: bool) -> tuple[tuple[str, ...], tuple[float, ...]]:
    return _weighted(getattr(Spanish if spanish else English, f"first_names_{sex}"))


@cache
def _surnames(spanish: bool) -> tuple[tuple[str, ...], tuple[float, ...]]:
    return _weighted((Spanish if spanish else English).last_names)


def _weighted(names: Iterable[str]) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Names and their running weights: Faker has them as a mapping to frequencies, or as a plain list."""
    pairs = dict(names) if isinstance(names, dict) else dict.fromkeys(names, 1.0)
    total, running = 0.0, []
    for weight in pairs.values():
        total += weight
        running.append(total)
    return tuple(pairs), tuple(running)


def _pick(random: Random, pool: tuple[tuple[str, ...], tuple[float, ...]]) -> str:
    names, running = pool
    return random.choices(names, cum_weights=running)[0]
