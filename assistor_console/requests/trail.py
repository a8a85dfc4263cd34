"""The sealed trail: comparing checkpoints, and what operators do with it beside the database."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from ..domain.trail import Finding
from .base import OPERATORS, STAFF, Command, Query, Reply
from .sign_in import Checkpoint

DIGEST = r"^[0-9a-f]{64}$"
MOST_CHECKPOINTS = 1_000_000
"""Two years of one a minute."""


class CheckpointCompared(Reply):
    """Whether the seal of that number has that digest here; and the newest seal.

    `agrees` is false where the desk was set back to an older state, or its trail was changed.
    """

    agrees: bool
    newest: Checkpoint | None


class CompareCheckpoint(Query[CheckpointCompared], allow=STAFF, unready=True, locked=True):
    """A console holds the last checkpoint it was told against the desk's trail."""

    number: int = Field(ge=1)
    digest: str = Field(pattern=DIGEST)


class PurgeSeen(Reply):
    """A purge that the trail tells of: rows from before a day (UTC) went, under seals up to `seal`, by the
    version of the policy that was in force then."""

    policy: str
    years: int
    before: date
    seal: int


class TrailVerified(Reply):
    """What came of a verification. `findings` are the first of `flaws`; `rows` are those under `seals`,
    `unsealed` those that are under none yet, `purged` those whose leaves alone are left. `checkpoints` is
    how many were compared, `purges` are those that policy allowed."""

    rows: int
    seals: int
    unsealed: int
    purged: int
    checkpoints: int
    flaws: int
    findings: tuple[Finding, ...]
    newest: Checkpoint | None
    purges: tuple[PurgeSeen, ...] = ()


class VerifyTrail(Query[TrailVerified], allow=OPERATORS, long=True):
    """Verifies every seal and every row; against checkpoints that were kept elsewhere, by seal and digest.

    More than one checkpoint may be of one seal: all must agree with it.
    """

    checkpoints: tuple[tuple[int, Annotated[str, Field(pattern=DIGEST)]], ...] = Field(
        default=(), max_length=MOST_CHECKPOINTS
    )


class TrailExported(Reply):
    """The newest seal before which everything that is exported was written, None where there is none."""

    now: datetime
    newest: Checkpoint | None


class ExportTrail(Query[TrailExported], allow=OPERATORS):
    """An operator copies rows of the trail into a file; what it is copied from is read next."""


class TrailToPurge(Reply):
    """What a purge would take away: rows under `seals` seals, all from before a day (UTC)."""

    before: date
    rows: int
    seals: int


class SeePurge(Query[TrailToPurge], allow=OPERATORS):
    """What is older than policy's years, and sealed."""


class TrailPurged(Reply):
    """What was taken away: rows from before a day (UTC), under seals up to `seal`; `more` while there are
    more."""

    before: date
    rows: int
    seal: int
    more: bool


class PurgeTrail(Command[TrailPurged], allow=OPERATORS):
    """Takes the oldest sealed rows that are older than policy's years away, some thousands at a time; their
    leaves stay, so that every seal can still be verified.

    Refused: trail.broken where a seal of theirs does not verify: a purge wipes out no trace.
    """
