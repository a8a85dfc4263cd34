"""Whose secrets are guessed at: people on file and staff, another one for each number."""

from datetime import timedelta

from assistor_console.domain.terms import Role
from tests.callers import Persona, persona
from tests.worlds import World


def somebody(number: int) -> Persona:
    """A person on file, another one for each number."""
    letters = "".join("ABCDEFGHIJ"[int(digit)] for digit in f"{number:04d}")
    return persona(f"16100{number:04d}", f"ANA<EJEMPLO{letters}", "EJEM", 50_111_00 + number * 1_733)


def employ(world: World, number: int, role: Role = Role.ASSISTOR) -> str:
    """Somebody who is signed in and has made no guess yet."""
    name = f"{role} {number}"
    world.hire(name, role)
    return name


def wrong_code(world: World, number: int) -> str:
    """A security code of another hour."""
    valid = {world.code(world.now + timedelta(seconds=s)) for s in (-30, 0, 30)}
    codes = (world.code(world.now + timedelta(hours=hours)) for hours in range(number + 2, number + 99))
    return next(code for code in codes if code not in valid)
