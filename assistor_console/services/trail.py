"""The sealed trail: comparing checkpoints, verifying, exporting, purging."""

from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta

from ..desk.work import Work
from ..domain.errors import refused
from ..domain.trail import PurgeNote, purge_before
from ..requests.sign_in import Checkpoint
from ..requests.trail import (
    CheckpointCompared,
    CompareCheckpoint,
    ExportTrail,
    PurgeSeen,
    PurgeTrail,
    SeePurge,
    TrailExported,
    TrailPurged,
    TrailToPurge,
    TrailVerified,
    VerifyTrail,
)
from ..store.checking import Checker, Expected
from ..store.purging import ACT
from ..store.seals import Seal
from ..store.signing import verifier
from ..store.trail import Entry

PURGED_AT_ONCE = 5_000
"""Rows, in one transaction of less than a second."""


def checkpoint_of(seal: Seal | None) -> Checkpoint | None:
    """A seal as a console is told it."""
    return Checkpoint(number=seal.number, digest=seal.digest.hex(), at=seal.made_at) if seal else None


@CompareCheckpoint.handler
def compare_checkpoint(request: CompareCheckpoint, work: Work) -> CheckpointCompared:
    """Whether the seal of that number is the one that was told."""
    seal = work.store.seals.get(request.number)
    agrees = seal is not None and seal.digest.hex() == request.digest
    return CheckpointCompared(agrees=agrees, newest=checkpoint_of(work.store.seals.newest()))


@VerifyTrail.handler
def verify_trail(request: VerifyTrail, work: Work) -> TrailVerified:
    """Everything, in one look at the database."""
    told = defaultdict(set)
    for number, digest in request.checkpoints:
        told[number].add(bytes.fromhex(digest))
    late = work.now - timedelta(seconds=work.policy.seal_late_seconds)
    purges = _purges(work)
    purged_to = max((purge.seal for purge in purges), default=0)
    found = _checker(work, Expected(told, purged_to, late)).check(work.progress)
    return TrailVerified(
        rows=found.rows,
        seals=found.seals,
        unsealed=found.unsealed,
        purged=found.purged,
        checkpoints=len(request.checkpoints),
        flaws=found.flaws,
        findings=tuple(found.findings),
        newest=checkpoint_of(found.newest),
        purges=purges,
    )


def _checker(work: Work, expected: Expected) -> Checker:
    store = work.store
    return Checker(store.connection, store.seals, verifier(store.keys), expected)


def _purges(work: Work) -> tuple[PurgeSeen, ...]:
    """The purges on the trail that the policy of their time allows, one for each day."""
    found: dict[tuple[str, date], PurgeSeen] = {}
    for at, note in work.store.purging.notes():
        policy = work.library.policy(work.store, min(at, work.now))
        before, key = purge_before(min(at, work.now), policy.trail_years), (policy.version, note.before)
        if note.before <= before and _made_before(work, note.seal, note.before):
            seal = max(note.seal, found[key].seal if key in found else 0)
            found[key] = PurgeSeen(
                policy=policy.version, years=policy.trail_years, before=note.before, seal=seal
            )
    return tuple(sorted(found.values(), key=lambda purge: (purge.before, purge.seal)))


def _made_before(work: Work, number: int, day: date) -> bool:
    seal = work.store.seals.get(number)
    return seal is not None and seal.made_at < datetime.combine(day, time(), UTC)


def _before(work: Work, now: datetime) -> date:
    return purge_before(now, work.library.policy(work.store, now).trail_years)


@ExportTrail.handler
def export_trail(request: ExportTrail, work: Work) -> TrailExported:
    """The newest seal, that everything exported is under."""
    return TrailExported(now=work.now, newest=checkpoint_of(work.store.seals.newest()))


@SeePurge.handler
def see_purge(request: SeePurge, work: Work) -> TrailToPurge:
    """What is older than policy's years."""
    before = _before(work, work.now)
    old = work.store.purging.old(before)
    return TrailToPurge(before=before, rows=old.rows, seals=old.seals)


@PurgeTrail.handler
def purge_trail(request: PurgeTrail, work: Work) -> TrailPurged:
    """Some of it: verified, noted on the trail, and taken away."""
    before = _before(work, work.now)
    old = work.store.purging.old(before)
    seals = work.store.purging.some(old, PURGED_AT_ONCE)
    if not seals:
        return TrailPurged(before=before, rows=0, seal=old.first - 1, more=False)
    if flaws := _checker(work, Expected()).check_some(seals).findings:
        raise refused("trail.broken", seal=flaws[0].seal or seals[0].number)
    last = seals[-1].number
    _note(work, PurgeNote(last, before))
    work.store.purging.purge(seals)
    more = last + 1 < old.stop
    return TrailPurged(before=before, rows=sum(seal.count for seal in seals), seal=last, more=more)


def _note(work: Work, note: PurgeNote) -> None:
    """How far a purge went: verification holds what is gone against it."""
    work.store.trail.add(Entry(work.request, ACT, work.who, work.console, note.words(), work.now))
