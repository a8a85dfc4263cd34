"""Counting which records people open: too many are refused, and what looks like browsing is reported.

One record counts once in policy's minutes, however often a live page looks. What was refused counts too.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from ..domain.access import again_since, clusters, clusters_since, opens_since, throttled
from ..domain.errors import Refused
from ..domain.policy import Policy
from ..domain.terms import AlertKind
from ..store.access import RecordKey
from ..store.people import Who
from ..store.store import Store
from .act import Act
from .guard import key_of
from .library import Library
from .reports import report
from .work import Work


def count_opening(act: Act, work: Work) -> None:
    """Counts the records that a request opens, if any; Refused("authority.throttled") with when it clears.

    In the transaction that also writes the audit row: no reply leaves without it. Of several records each has
    a row of its own.
    """
    records = _records(act, work)
    if not records or work.who.person is None:
        return
    count = _Count(act, work.store, work.person, work.library.policy(work.store, work.now), work.now)
    for record in records:
        if not _looked(record, count.policy, work):
            count.add(record)
    for record in records[1:]:
        entry = act.row(work.who, "seen", work.now, record.case_id)
        work.store.trail.add(replace(entry, request=uuid4()))


def refuse_throttled(work: Work) -> None:
    """Refused("authority.throttled") where what the request opens would be one too many; nothing is counted.

    For a trial, before its attempt is spent: who may not look at all has guessed nothing.
    """
    policy = work.library.policy(work.store, work.now)
    for record in work.guard.all_opened:
        _looked(record, policy, work)


def _looked(record: RecordKey, policy: Policy, work: Work) -> bool:
    """Whether the record was opened just now already; Refused where it is one too many."""
    known, filled_at = _look(work.store, work.person, record, policy, work.now)
    if no := throttled(filled_at, policy):
        work.guard.closed = record
        raise Refused(no)
    return known


def count_refused(act: Act, store: Store, who: Who, library: Library, now: datetime) -> None:
    """Counts the record that a request was refused to open, if it is one that opens."""
    record = act.guard.closed
    if record is None or not act.kind.opens or who.person is None:
        return
    count = _Count(act, store, who.person, library.policy(store, now), now)
    known, _ = _look(store, who.person, record, count.policy, now)
    if not known:
        count.add(record)


def _records(act: Act, work: Work) -> tuple[RecordKey, ...]:
    """What a handler said it opens, else the record of the case that the request names."""
    if not act.kind.opens:
        return ()
    return act.guard.all_opened or ((key_of(work.store, work.found_case),) if work.found_case else ())


def _look(
    store: Store, person: UUID, record: RecordKey, policy: Policy, now: datetime
) -> tuple[bool, datetime | None]:
    """As `Opens.look` by policy's spans; nobody else counts this person's openings until the end."""
    store.opens.hold(person)
    since = again_since(now, policy), opens_since(now, policy)
    return store.opens.look(person, record, *since, policy.record_opens)


@dataclass(frozen=True, slots=True)
class _Count:
    """Whose openings are counted, under the policy in force; that of the case may be an old one."""

    act: Act
    store: Store
    person: UUID
    policy: Policy
    now: datetime

    def add(self, record: RecordKey) -> None:
        self.store.opens.add(self.person, record, self.now)
        since = clusters_since(self.now, self.policy)
        records, people = self.store.opens.around(self.person, record, since)
        for cluster in clusters(records, people, self.policy):
            person, about = (self.person, None) if cluster.by_person else (None, record)
            report(self.act, self.store, AlertKind.CLUSTER, self.now, person, about, cluster.values)
