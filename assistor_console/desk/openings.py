"""Counting which records people open: too many are refused, and what looks like browsing is reported.

One record counts once in policy's minutes, however often a live page looks. What was refused counts too.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

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
    """Counts the record that a request opens, if any; Refused("authority.throttled") with when it clears.

    In the transaction that also writes the audit row: no reply leaves without it.
    """
    record = _record(act, work)
    if record is None or work.who.person is None:
        return
    count = _Count(act, work.store, work.person, work.library.policy(work.store, work.now), work.now)
    known, filled_at = count.look(record)
    if no := throttled(filled_at, count.policy):
        act.guard.closed = record
        raise Refused(no)
    if not known:
        count.add(record)


def count_refused(act: Act, store: Store, who: Who, library: Library, now: datetime) -> None:
    """Counts the record that a request was refused to open, if it is one that opens."""
    record = act.guard.closed
    if record is None or not act.kind.opens or who.person is None:
        return
    count = _Count(act, store, who.person, library.policy(store, now), now)
    known, _ = count.look(record)
    if not known:
        count.add(record)


def _record(act: Act, work: Work) -> RecordKey | None:
    """What a handler said it opens, else the record of the case that the request names."""
    if not act.kind.opens:
        return None
    return act.guard.opened or (key_of(work.store, work.found_case) if work.found_case else None)


@dataclass(frozen=True, slots=True)
class _Count:
    """Whose openings are counted, under the policy in force; that of the case may be an old one."""

    act: Act
    store: Store
    person: UUID
    policy: Policy
    now: datetime

    def look(self, record: RecordKey) -> tuple[bool, datetime | None]:
        policy, now = self.policy, self.now
        self.store.opens.hold(self.person)
        since = again_since(now, policy), opens_since(now, policy)
        return self.store.opens.look(self.person, record, *since, policy.record_opens)

    def add(self, record: RecordKey) -> None:
        self.store.opens.add(self.person, record, self.now)
        since = clusters_since(self.now, self.policy)
        records, people = self.store.opens.around(self.person, record, since)
        for cluster in clusters(records, people, self.policy):
            person, about = (self.person, None) if cluster.by_person else (None, record)
            report(self.act, self.store, AlertKind.CLUSTER, self.now, person, about, cluster.values)
