"""What an operator does beside the database."""

from datetime import timedelta

from ..desk.work import Work
from ..domain.errors import refused
from ..domain.terms import Realm
from ..requests.base import Done
from ..requests.operate import AbandonLoad, BeginLoad, ClockMoved, FinishLoad, LoadBegun, MoveClock, Sweep
from ..store.bulk import first_id


@BeginLoad.handler
def begin_load(request: BeginLoad, work: Work) -> LoadBegun:
    """A file row, and the first record id it may use. The same content again is known and not loaded."""
    digest = bytes.fromhex(request.digest)
    found = work.store.records.file(digest)
    if found and found[1]:
        return LoadBegun(file_id=found[0], first_id=0, known=True)
    if found:
        raise refused("load.under_way")
    file_id = work.store.records.begin(request.name, digest, request.format, work.now)
    return LoadBegun(file_id=file_id, first_id=first_id(file_id), known=False)


@FinishLoad.handler
def finish_load(request: FinishLoad, work: Work) -> Done:
    """Every record becomes visible at once."""
    counted = work.store.records.count(request.file_id)
    if counted != request.records:
        raise refused("load.count", counted=counted, records=request.records)
    work.store.records.finish(request.file_id, request.records)
    return Done()


@AbandonLoad.handler
def abandon_load(request: AbandonLoad, work: Work) -> Done:
    """What was loaded of the file goes; a file that is loaded whole stays."""
    if request.file_id not in work.store.records.left_over():
        raise refused("load.unknown")
    work.store.records.drop(request.file_id)
    return Done()


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
def sweep(request: Sweep, work: Work) -> Done:
    """Forgets sealed replies past their time and files that were not loaded whole."""
    work.store.remembered.purge(work.now - timedelta(hours=work.policy.reply_hours))
    for file_id in work.store.records.left_over():
        work.store.records.drop(file_id)
    return Done()
