"""`assistor-console database`: prepares a PostgreSQL as its owner, or says how it stands."""

import argparse
from collections.abc import Iterator

from ..composing import key_source
from ..domain.errors import Trouble
from ..domain.terms import Language
from ..gui.texts import Say
from ..owner import Status, prepare, status
from ..settings import Settings
from ..store.schema import HEAD
from .words import sentence


def main(given: argparse.Namespace, settings: Settings) -> int:
    """Prepares, or tells the status; 0, or 1 where the status is such that no server could start."""
    if not settings.database:
        raise Trouble("database.none")
    say = Say(Language(given.language or "en"))
    if given.act == "prepare":
        prepare(settings, given.serving)
        _tell_prepared(settings, given.serving, say)
        return 0
    found = status(settings)
    for line in lines(found, settings, say):
        print(line)
    return int(not found.can_serve)


def _tell_prepared(settings: Settings, serving: str | None, say: Say) -> None:
    realm = say(f"database.{settings.realm}")
    print(say("database.prepared", schema=HEAD, realm=realm, file=key_source(settings).where))
    print(say("database.granted", login=serving) if serving else say("database.not_granted"))


def lines(found: Status, settings: Settings, say: Say) -> Iterator[str]:
    """A status in words."""
    yield say("database.status_at", database=found.database, server=found.server, login=found.login)
    if found.schema is None:
        yield say("database.status_empty")
        return
    yield say("database.status_schema", schema=found.schema, head=HEAD)
    if found.realm:
        yield say("database.status_realm", realm=say(f"database.{found.realm}"))
    for misfit in found.misfits:
        yield sentence(misfit, say.language)
    if not found.misfits:
        yield say("database.status_key", file=key_source(settings).where)
    yield _rights(found, say)


def _rights(found: Status, say: Say) -> str:
    if found.might:
        return say("database.status_owning", may=_some(found.might))
    if found.lacks:
        return say("database.status_lacking", lacks=_some(found.lacks), login=found.login)
    return say("database.status_serving")


def _some(words: tuple[str, ...], most: int = 4) -> str:
    return ", ".join(words[:most]) + (", …" if len(words) > most else "")
