"""`assistor-console authority`: who may send what, and which rules stand beyond roles."""

import argparse
import json
from collections.abc import Iterator
from typing import Any

from ..domain.access import REPORTED, THROTTLED
from ..domain.duties import IN_HANDLERS
from ..domain.offers import RULES, rules_of
from ..domain.terms import Language, Role
from ..gui.texts import area
from ..requests.base import Command, Query, Reply, Request, Trial
from ..requests.wire import kinds, served
from ..settings import Settings

NOBODY = "nobody"
"""Who is not signed in."""
SENDERS = (NOBODY, *(role.value for role in Role))
MARKS = ("beside", "kept", "unready", "locked", "opens", "long")
Kind = type[Request[Reply]]


def main(given: argparse.Namespace, settings: Settings) -> int:
    """Prints the table, or with --json one object; 0."""
    found = authority(Language(given.language or "en"))
    print(json.dumps(found, ensure_ascii=False, indent=2) if given.json else "\n".join(_lines(found)))
    return 0


def authority(language: Language = Language.EN) -> dict[str, Any]:
    """Everything there is to say about who may do what, by request."""
    over_the_wire = set(served())
    rows = [_row(kind, kind in over_the_wire) for kind in sorted(kinds(), key=_place)]
    said = {code for row in rows for code in row["rules"]} | set(REPORTED)
    words = area("rules")
    return {
        "senders": list(SENDERS),
        "requests": rows,
        "rules": {code: words[code].say(language) for code in sorted(said)},
        "reported": {rule: kind.value for rule, kind in REPORTED.items()},
    }


def rules_beyond_roles(kind: Kind) -> list[str]:
    """The codes that may refuse a request for who sends it or how things stand, in the order of judgement."""
    act = kind.act()
    codes = [code for rule in rules_of(act) for code in rule.codes] if act in RULES else []
    codes += IN_HANDLERS.get(act, ())
    if kind.opens:
        codes.append(THROTTLED)
    if issubclass(kind, Trial):
        codes.append(f"attempts.{kind.limit}")
    return list(dict.fromkeys(codes))


def _place(kind: Kind) -> tuple[str, str]:
    return _area(kind), kind.act()


def _area(kind: Kind) -> str:
    return kind.__module__.rsplit(".", 1)[-1]


def _sort(kind: Kind) -> str:
    if issubclass(kind, Trial):
        return "trial"
    return "command" if issubclass(kind, Command) else "query"


def _row(kind: Kind, over_the_wire: bool) -> dict[str, Any]:
    return {
        "request": kind.act(),
        "area": _area(kind),
        "kind": _sort(kind),
        "may": {sender: not kind.allow or sender in kind.allow for sender in SENDERS},
        "beside": not over_the_wire,
        "kept": kind.kept,
        "unready": kind.unready or not kind.allow,
        "locked": kind.locked or kind.kept or not kind.allow,
        "opens": kind.opens,
        "long": kind.long,
        "silent": issubclass(kind, Query) and kind.silent,
        "limit": kind.limit if issubclass(kind, Trial) else None,
        "rules": rules_beyond_roles(kind),
    }


def _lines(found: dict[str, Any]) -> Iterator[str]:
    """The table as text: who may send each request, then its rules, then these in words."""
    rows = found["requests"]
    wide = max(len(row["request"]) for row in rows)
    heads = [sender[:6] for sender in SENDERS]
    yield f"{'request':{wide}}  {'kind':8}{'  '.join(f'{head:6}' for head in heads)}  marks"
    for row in rows:
        may = "  ".join(f"{'yes' if row['may'][sender] else '-':6}" for sender in SENDERS)
        yield f"{row['request']:{wide}}  {row['kind']:8}{may}  {_marks(row)}".rstrip()
    yield ""
    yield from _legend()
    for row in rows:
        if row["rules"]:
            yield ""
            yield row["request"]
            yield from (f"  {code}" for code in row["rules"])
    yield ""
    for code, words in found["rules"].items():
        told = f" [reported: {found['reported'][code]}]" if code in found["reported"] else ""
        yield f"{code}{told}\n  {words}"


def _marks(row: dict[str, Any]) -> str:
    limit = [f"limit {row['limit']}"] if row["limit"] else []
    return ", ".join([mark for mark in MARKS if row[mark]] + limit)


def _legend() -> Iterator[str]:
    yield "beside: on the database's machine only, never over the wire"
    yield "kept: a console keeps it while the desk is away"
    yield "unready: before a password is chosen and a second factor enrolled"
    yield "locked: while the screen is locked"
    yield "opens: counted as opening a tax record"
    yield "long: tells how far it is"
    yield "limit: tests a secret; tries are counted under that limit of policy"
