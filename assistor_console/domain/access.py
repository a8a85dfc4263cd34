"""Why somebody may not open a tax record, and what is told to a supervisor by itself.

A record is what is on file under one TIN. Wilful access is prohibited even to one's own records (IRC 7213A;
IRM 10.5.5, UNAX), so no role and no release opens those of oneself or one's household.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from .errors import Refusal
from .policy import Policy
from .terms import AlertKind

OWN, FLAGGED, THROTTLED = "authority.own_record", "authority.flagged", "authority.throttled"

REPORTED: Mapping[str, AlertKind] = {
    OWN: AlertKind.OWN_RECORD,
    FLAGGED: AlertKind.FLAGGED_RECORD,
    THROTTLED: AlertKind.THROTTLED,
    "sign_in.altered": AlertKind.ALTERED,
}
"""The refusals that are reported, and as what."""

DONE_REPORTED: Mapping[str, AlertKind] = {"link_household": AlertKind.HOUSEHOLD}
"""The acts that are reported though they are done, and as what: what one supervisor may do to a colleague."""

ABOUT_A_RECORD = frozenset({AlertKind.OWN_RECORD, AlertKind.FLAGGED_RECORD})
"""The kinds that are told apart by record. Else the same kind and person is one alert, however often."""


@dataclass(frozen=True, slots=True)
class Access:
    """How somebody stands to one record.

    `own`: it is theirs or of their household. `flagged`: it is sensitive, and `flagged_by` said so.
    `released`: a supervisor has released it to them, and that still holds. `supervises`: their role.
    """

    own: bool = False
    flagged: bool = False
    flagged_by: UUID | None = None
    released: bool = False
    supervises: bool = False


OPEN = Access()
"""How nobody in particular stands to a record of which nothing is known."""


def barred(access: Access) -> Refusal | None:
    """Why a record may not be opened or worked on at all, None where it may."""
    if access.own:
        return Refusal(OWN)
    if access.flagged and not (access.supervises or access.released):
        return Refusal(FLAGGED)
    return None


def opens_since(now: datetime, policy: Policy) -> datetime:
    """From when on openings count against their number."""
    return now - timedelta(minutes=policy.record_opens_minutes)


def again_since(now: datetime, policy: Policy) -> datetime:
    """From when on a record that was opened counts no second time: a live page looks each second."""
    return now - timedelta(minutes=policy.record_again_minutes)


def clusters_since(now: datetime, policy: Policy) -> datetime:
    """From when on openings make a cluster."""
    return now - timedelta(minutes=policy.cluster_minutes)


def kept_since(now: datetime, policy: Policy) -> datetime:
    """Older openings are no longer looked at by any rule."""
    return min(opens_since(now, policy), again_since(now, policy), clusters_since(now, policy))


def throttled(filled_at: datetime | None, policy: Policy) -> Refusal | None:
    """Why no further record may be opened now, and when one may.

    `filled_at` is when the oldest of the latest `record_opens` openings was, None where there are fewer.
    """
    if filled_at is None:
        return None
    clears = filled_at + timedelta(minutes=policy.record_opens_minutes)
    values = {"most": policy.record_opens, "minutes": policy.record_opens_minutes}
    return Refusal(THROTTLED, {**values}, clears)


@dataclass(frozen=True, slots=True)
class Cluster:
    """Openings that look like browsing. `by_person`: one person's, else many people's of one record."""

    by_person: bool
    values: Mapping[str, str | int] = field(default_factory=dict)


def clusters(records: int, people: int, policy: Policy) -> Iterator[Cluster]:
    """What to report. `records` with one name control were opened by one person, `people` opened one record,
    both since `clusters_since`. Nothing is refused for it: callers may share a name."""
    span = policy.cluster_minutes
    if records >= policy.cluster_names:
        yield Cluster(True, {"records": records, "minutes": span})
    if people >= policy.cluster_staff:
        yield Cluster(False, {"people": people, "minutes": span})
