"""Passwords that are given, not chosen: they sign in once or twice, until their owner has chosen another."""

import secrets
from dataclasses import replace
from datetime import timedelta

from ..desk.work import Work
from ..requests.staff import StaffAdded
from ..store.people import Person
from .passwords import hashed

PHRASE_WORDS = 5


def temporary(person: Person, work: Work) -> tuple[Person, StaffAdded]:
    """A person with a fresh temporary password and no second factor, and what is told of it once."""
    password = phrase(work)
    until = work.now + timedelta(hours=work.policy.staff_temporary_hours)
    given = replace(
        person,
        password_hash=hashed(password),
        totp="",
        pending="",
        temporary=True,
        password_until=until,
        phrase=password if person.practice else "",
    )
    return given, StaffAdded(id=person.id, password=password, password_until=until)


def phrase(work: Work) -> str:
    """A random phrase of five spelling words and a number: about 30 bits, behind policy's few attempts."""
    words = [word.en for word in work.library.tables(work.store, work.now).alphabet.values()]
    chosen = [secrets.choice(words).lower() for _ in range(PHRASE_WORDS)]
    return " ".join((*chosen, str(secrets.randbelow(90) + 10)))
