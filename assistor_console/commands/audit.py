"""`assistor-console audit`: verifies the sealed trail, copies rows of it into a file, takes old rows away."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from ..app import Beside, need_desk, open_alongside, open_unlocked
from ..central import open_central
from ..domain.errors import Cancelled, Trouble
from ..domain.trail import Finding
from ..gui.texts import Say
from ..requests.base import Told
from ..requests.trail import PurgeTrail, SeePurge, TrailVerified, VerifyTrail
from ..services.exporting import Span, export
from ..settings import Settings
from .bar import Bar, cancelled_by_ctrl_c
from .checkpoints import checkpoints_in

EASTERN = ZoneInfo("America/New_York")
NAMED = 20
"""So many findings are named at a terminal; `--json` has more of them."""


def main(given: argparse.Namespace, settings: Settings) -> int:
    """Does one of them; 0, or 1 where the trail does not verify or Ctrl+C ended it."""
    say = Say(settings.language)
    act = {"verify": _verify, "export": _export, "purge": _purge}[given.act]
    try:
        return act(given, settings, say)
    except Cancelled:
        print(say("audit.cancelled"), file=sys.stderr)
        return 1


@contextmanager
def _opened(settings: Settings) -> Iterator[Beside]:
    """The desk, which any program may have open or open meanwhile; what is settled is sealed first."""
    if settings.database:
        beside = open_central(settings)
    else:
        need_desk(settings)
        _bring_up_to_date(settings)
        beside = open_unlocked(settings)
    try:
        beside.sealing.seal_now()
        yield beside
    finally:
        beside.close()


def _bring_up_to_date(settings: Settings) -> None:
    """Where the desk is nobody's now. One that was set back nobody may work at, but it is looked into."""
    try:
        open_alongside(settings).close()
    except Trouble as failed:
        if failed.code != "desk.set_back":
            raise


@contextmanager
def _told(name: str) -> Iterator[Told]:
    """A bar, and Ctrl+C as Cancelled."""
    with cancelled_by_ctrl_c() as cancelled, Bar(name, sys.stderr) as bar:
        yield lambda part: _reached(bar, cancelled, part)


def _reached(bar: Bar, cancelled: Callable[[], bool], part: float) -> None:
    if cancelled():
        raise Cancelled
    bar.reached(round(part * 1000), 1000)


def _verify(given: argparse.Namespace, settings: Settings, say: Say) -> int:
    files = [Path(name) for name in given.checkpoint or ()]
    told = tuple(each for file in files for each in checkpoints_in(file, settings.realm))
    with _opened(settings) as beside, _told("verify") as progress:
        found = beside.operator().send(VerifyTrail(checkpoints=told), progress=progress)
    if given.json:
        print(json.dumps(summary(found)))
    else:
        for line in lines(found, say):
            print(line)
    return int(found.flaws > 0)


def summary(found: TrailVerified) -> dict[str, Any]:
    """A verification as `--json` prints it."""
    return {"verified": found.flaws == 0, **found.model_dump(mode="json")}


def lines(found: TrailVerified, say: Say) -> Iterator[str]:
    """A verification in words."""
    for finding in found.findings[:NAMED]:
        yield _named(finding, say)
    if found.flaws > NAMED:
        yield say("audit.more", count=found.flaws - NAMED)
    numbers = {"rows": found.rows, "seals": found.seals, "purged": found.purged, "unsealed": found.unsealed}
    yield say("audit.looked_at", **numbers)
    for purge in found.purges:
        yield say("audit.purge_seen", **purge.model_dump())
    if found.newest:
        at = f"{found.newest.at:%Y-%m-%d %H:%M:%S} UTC"
        yield say("audit.newest", number=found.newest.number, digest=found.newest.digest, at=at)
    if found.flaws:
        yield say("audit.broken", count=found.flaws)
    elif found.checkpoints:
        yield say("audit.verified_against", count=found.checkpoints)
    else:
        yield say("audit.verified")


def _named(finding: Finding, say: Say) -> str:
    where = say("audit.under", seal=finding.seal) if finding.seal is not None else say("audit.under_none")
    return say(
        f"audit.flaw_{finding.flaw}", row=finding.row, other=finding.other, seal=finding.seal, where=where
    )


def _export(given: argparse.Namespace, settings: Settings, say: Say) -> int:
    span, out = Span(_begins(given.since), _begins(given.until, 1)), Path(given.out).absolute()
    with _opened(settings) as beside, _told("export") as progress:
        made = export(beside.operator(), beside.pipeline.database, out, span, progress)
    number = made.newest.number if made.newest else 0
    print(say("audit.exported", file=given.out, rows=made.rows, number=number))
    return 0


def _begins(day: date | None, later: int = 0) -> datetime | None:
    """When a day begins, Eastern, or so many days later."""
    return datetime.combine(day + timedelta(days=later), time(), EASTERN) if day else None


def _purge(given: argparse.Namespace, settings: Settings, say: Say) -> int:
    with _opened(settings) as beside, _told("purge") as progress:
        desk = beside.operator()
        old = desk.send(SeePurge())
        if given.dry_run:
            print(say("audit.would_purge", rows=old.rows, seals=old.seals, day=old.before))
            return 0
        rows, more = 0, True
        while more:
            progress(rows / old.rows if old.rows else 0.0)
            done = desk.send(PurgeTrail())
            rows, more = rows + done.rows, done.more
    print(say("audit.purged", rows=rows, day=old.before))
    return 0
