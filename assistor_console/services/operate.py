"""What an operator does beside the database."""

from datetime import timedelta

from ..desk.work import Work
from ..domain.access import kept_since
from ..domain.errors import refused
from ..domain.terms import Realm, Role
from ..requests.base import Done
from ..requests.operate import (
    AbandonLoad,
    BackupBegun,
    BeginBackup,
    BeginLoad,
    ClockMoved,
    DropLeftOver,
    Dropped,
    FinishLoad,
    LoadBegun,
    MoveClock,
    RecordRestore,
    RenewLoad,
    Sweep,
    Swept,
)
from ..store.bulk import first_id
from ..store.remembered import AT_ONCE
from .expiring import AT_ONCE as EXPIRED_AT_ONCE
from .expiring import expire_standing
from .trail import checkpoint_of

LEASE = timedelta(minutes=5)
"""Far longer than one batch takes; so long a load that died keeps its file from being loaded again."""
DROPPED_AT_ONCE = 50_000  # records, in one transaction of less than a second


@BeginLoad.handler
def begin_load(request: BeginLoad, work: Work) -> LoadBegun:
    """A file row, and the first record id it may use. The same content again is known and not loaded.

    A load whose lease has ended is set aside: it can put in no more.
    """
    digest, records = bytes.fromhex(request.digest), work.store.records
    found = records.file(digest)
    if found and found.complete:
        return LoadBegun(file_id=found.id, first_id=0, known=True)
    if found and found.lease_ends and found.lease_ends > work.now:
        raise refused("load.under_way", found.lease_ends)
    if found:
        records.set_aside(found.id)
    file_id = records.begin(request.name, digest, request.format, work.now, work.now + LEASE)
    return LoadBegun(file_id=file_id, first_id=first_id(file_id), known=False)


@RenewLoad.handler
def renew_load(request: RenewLoad, work: Work) -> Done:
    """The lease begins anew; refused where somebody else has taken the file over."""
    if not work.store.records.renew(request.file_id, work.now + LEASE):
        raise refused("load.unknown")
    return Done()


@FinishLoad.handler
def finish_load(request: FinishLoad, work: Work) -> Done:
    """Every record becomes visible at once."""
    if not work.store.records.hold(request.file_id):
        raise refused("load.unknown")
    counted = work.store.records.count(request.file_id)
    if counted != request.records:
        raise refused("load.count", counted=counted, records=request.records)
    work.store.records.finish(request.file_id, request.records)
    return Done()


@AbandonLoad.handler
def abandon_load(request: AbandonLoad, work: Work) -> Done:
    """What was loaded of the file may be dropped; a file that is loaded whole stays."""
    if not work.store.records.hold(request.file_id):
        raise refused("load.unknown")
    work.store.records.set_aside(request.file_id)
    return Done()


@DropLeftOver.handler
def drop_left_over(request: DropLeftOver, work: Work) -> Dropped:
    """Some records of one file that nobody is loading any more; all of them only for who is alone."""
    if request.every and work.who.role is not Role.SYSTEM:
        raise refused("authority.role", role=str(work.who.role))
    file_id = work.store.records.left_over(work.now, request.every)
    if file_id is None:
        return Dropped(more=False)
    work.store.records.drop(file_id, DROPPED_AT_ONCE)
    return Dropped(more=True)


@MoveClock.handler
def move_clock(request: MoveClock, work: Work) -> ClockMoved:
    """Only forward, and only where people practise."""
    if work.realm is not Realm.PRACTICE:
        raise refused("realm.live")
    if request.to < work.now:
        raise refused("clock.backward")
    _, offset = work.store.realm.read()
    work.store.realm.move_clock(offset + (request.to - work.now))
    return ClockMoved(now=request.to)


@Sweep.handler
def sweep(request: Sweep, work: Work) -> Swept:
    """Forgets replies past their time, sessions and holds that ended, openings that no rule looks at; ends
    interviews whose question nobody came back to."""
    replies = work.store.remembered.purge(work.now - timedelta(hours=work.policy.reply_hours), AT_ONCE)
    sessions = work.store.sessions.forget_ended(work.now)
    holds = work.store.appointments.seats.sweep(work.now)
    opens = work.store.opens.forget(kept_since(work.now, work.policy))
    expired = expire_standing(work)
    more = replies == AT_ONCE or expired == EXPIRED_AT_ONCE
    return Swept(replies=replies, sessions=sessions, holds=holds, opens=opens, expired=expired, more=more)


@BeginBackup.handler
def begin_backup(request: BeginBackup, work: Work) -> BackupBegun:
    """Nothing but the row on the trail, and what the copy will hold at least."""
    return BackupBegun(now=work.now, newest=checkpoint_of(work.store.seals.newest()))


@RecordRestore.handler
def record_restore(request: RecordRestore, work: Work) -> Done:
    """The row on the trail; sessions that the copy brought back are ended: everybody signs in anew."""
    work.store.sessions.close_everybody()
    return Done()
