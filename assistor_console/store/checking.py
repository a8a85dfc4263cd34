"""Verification of the trail: every seal, and every row that is or should be under one.

A seal is checked by itself: its digest over the digest before, its own numbers and the leaves of its rows as
they are now, and the signature over that. Only where that fails its rows are looked at one by one.
"""

import struct
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from operator import itemgetter
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, text

from ..domain.trail import Finding, Flaw, dated
from . import trail_rows
from .pack import us
from .ranges import Range, unpack
from .seals import GENESIS, MARK_BYTES, MOST, Seal, Seals, marks_of
from .signing import Verifier
from .trail_rows import Leaf, Seen

KEPT = 1_000
"""So many findings are named; the others are counted."""
LARGEST_SEAL = 10_000_000
"""No transaction writes as many rows: a seal over more was not made here."""

T = TypeVar("T", bound=tuple[Any, ...])
_FIRST = itemgetter(0)
_XMIN = text("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")


@dataclass(frozen=True, slots=True)
class Expected:
    """What the trail is held against. `checkpoints` are digests by the seal's number, `purged_to` is the last
    seal that a recorded purge may have emptied, `late` the time before which every row must be sealed."""

    checkpoints: Mapping[int, Collection[bytes]] = field(default_factory=dict)
    purged_to: int = 0
    late: datetime | None = None


@dataclass(slots=True)
class Checked:
    """What came of a verification. `findings` are the first KEPT of `flaws`; `rows` those under seals,
    `unsealed` those that were under none yet, `purged` the leaves of purged ones."""

    rows: int = 0
    seals: int = 0
    unsealed: int = 0
    purged: int = 0
    flaws: int = 0
    newest: Seal | None = None
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Change:
    """The marks of a row that is another one now: what was sealed, and what is there."""

    sealed: bytes
    now: bytes


class Reader(Generic[T]):
    """Reads on in the order of ids, as far as a seal needs it; what no seal has asked for stays."""

    def __init__(self, pages: trail_rows.Pages[T], numbered: Callable[[T], int]) -> None:
        self.left: dict[int, T] = {}
        self._pages, self._numbered = pages, numbered
        self._reached = trail_rows.FIRST

    def reach(self, top: int) -> None:
        """Reads to this id."""
        while self._reached < top:
            page = next(self._pages, None)
            self.left.update((self._numbered(each), each) for each in page or ())
            self._reached = self._numbered(page[-1]) if page else top

    def rest(self) -> Iterator[T]:
        """Whatever no seal has asked for."""
        yield from self.left.values()
        for page in self._pages:
            yield from page


class Rows:
    """Rows and the leaves of purged ones."""

    def __init__(
        self, connection: Connection, after: int = trail_rows.FIRST, last: int = trail_rows.LAST
    ) -> None:
        self.rows = Reader(trail_rows.rows(connection, after, last), _FIRST)
        self.leaves = Reader(trail_rows.purged(connection, after, last), _FIRST)

    def take(self, spans: Sequence[Range]) -> list[Seen | None]:
        """The rows of these ids, None for each that is not there."""
        self.rows.reach(spans[-1][1])
        self.leaves.reach(spans[-1][1])
        take = self.rows.left.pop
        return [take(id, None) for first, last in spans for id in range(first, last + 1)]


class Checker:
    """Checks the trail as it stands in one transaction."""

    def __init__(self, connection: Connection, seals: Seals, verifier: Verifier, expected: Expected) -> None:
        self._connection = connection
        self._seals = seals
        self._verifier = verifier
        self._expected = expected
        self.found = Checked()
        self._changes: dict[int, _Change] = {}
        self._last: Seal | None = None
        self._whole = True
        self._caught_up: int | None = None

    def check(self, reached: Callable[[float], None]) -> Checked:
        """Verifies everything; `reached` is told how far it is (0.0–1.0)."""
        self.found.newest = newest = self._seals.newest()
        rows = Rows(self._connection)
        for seal in self._seals.after(trail_rows.FIRST):
            self._next(seal, rows)
            reached(seal.number / newest.number if newest and newest.number else 1.0)
        self._checkpoints_beyond()
        self._rest(rows)
        self._pair_swapped()
        return self.found

    def check_some(self, seals: Sequence[Seal]) -> Checked:
        """Verifies some seals that follow each other, and their rows; nothing else."""
        self._last = self._seals.get(seals[0].number - 1)
        spans = [span for seal in seals for span in unpack(seal.ids)]
        least, last = min(first for first, _ in spans), max(last for _, last in spans)
        rows = Rows(self._connection, least - 1, last)
        for seal in seals:
            self._next(seal, rows)
        self._pair_swapped()
        return self.found

    def _next(self, seal: Seal, rows: Rows) -> None:
        self._follows(seal)
        self._check(seal, rows)
        self._last = seal

    def _check(self, seal: Seal, rows: Rows) -> None:
        """Verifies one seal with its rows; it must come after those that were verified before."""
        self.found.seals += 1
        try:
            spans = _spans(seal)
            taken = rows.take(spans)
            if not self._is_whole(seal, taken):
                self._look_closer(seal, spans, taken, rows.leaves.left)
        except (ValueError, TypeError, struct.error):  # columns that hold what no seal can hold
            self._note(Flaw.SEAL_FORGED, seal)
            return
        self.found.rows += seal.count
        self._compare(seal)
        if seal.count < MOST:
            self._caught_up = seal.at

    def _is_whole(self, seal: Seal, taken: list[Seen | None]) -> bool:
        """Whether every row is there and what it was, and the seal is genuine; and times fit."""
        there = [row for row in taken if row is not None]
        if len(there) < len(taken):
            return False
        now = [row[4] for row in there]
        if [row[3] for row in there] != now or not self._genuine(seal, now):
            return False
        times = [row[1] for row in there]
        return not (self._dated(min(times), seal) or self._dated(max(times), seal))

    def _genuine(self, seal: Seal, leaves: list[bytes]) -> bool:
        """Whether a seal over these leaves is as it was made. After one that is missing only marks and
        signature can be tested."""
        fits = self._fits(seal, leaves) is not False
        return fits and marks_of(leaves) == seal.marks and self._signed(seal)

    def _fits(self, seal: Seal, leaves: list[bytes]) -> bool | None:
        """Whether its digest is over these leaves; None where the seal before it is missing."""
        if seal.number != (self._last.number if self._last else 0) + 1:
            return None
        previous = self._last.digest if self._last else GENESIS
        return seal.digest_over(previous, b"".join(leaves)) == seal.digest

    def _signed(self, seal: Seal) -> bool:
        return self._verifier.verify(seal.key_id, seal.signature, seal.signed())

    def _dated(self, at: int, seal: Seal) -> Flaw | None:
        return dated(at, self._caught_up, seal.at)

    def _look_closer(
        self, seal: Seal, spans: list[Range], taken: list[Seen | None], purged: dict[int, Leaf]
    ) -> None:
        signed = self._signed(seal)
        if not signed:
            known = self._verifier.knows(seal.key_id)
            self._note(Flaw.SEAL_FORGED if known else Flaw.KEY_UNKNOWN, seal)
        ids = [id for first, last in spans for id in range(first, last + 1)]
        leaves = [
            row[4] if row else bytes(purged[id][1]) if id in purged else b""
            for id, row in zip(ids, taken, strict=True)
        ]
        fits = self._fits(seal, leaves)
        marks = marks_of(leaves) if fits else seal.marks  # what was sealed is there: then marks say nothing
        if marks != seal.marks and signed:
            self._note(Flaw.SEAL_FORGED, seal)
        before = self.found.flaws
        for place, (id, row) in enumerate(zip(ids, taken, strict=True)):
            self._look_at(seal, marks[MARK_BYTES * place :][:MARK_BYTES], id, row, purged)
        if self.found.flaws == before and signed and fits is False:
            self._note(Flaw.SEAL_FORGED, seal)

    def _look_at(self, seal: Seal, mark: bytes, id: int, row: Seen | None, purged: dict[int, Leaf]) -> None:
        """Notes what is wrong with one row, whose leaf began with `mark` when it was sealed."""
        if row is not None:
            if marks_of([row[4]]) != mark or row[3] != row[4]:
                self._changes[id] = _Change(mark, marks_of([row[4]]))
                self._note(Flaw.EDITED, seal, id)
            elif flaw := self._dated(row[1], seal):
                self._note(flaw, seal, id)
        elif id not in purged:
            self._note(Flaw.DELETED, seal, id)
        else:
            self.found.purged += 1
            if marks_of([bytes(purged.pop(id)[1])]) != mark:
                self._note(Flaw.EDITED, seal, id)
            elif seal.number > self._expected.purged_to:
                self._note(Flaw.PURGED, seal, id)

    def _follows(self, seal: Seal) -> None:
        """Whether a seal comes right after the one before it."""
        last = self._last
        due = last.number + 1 if last else 1
        if seal.number > due:
            self._whole = False
            self.found.flaws += 1
            self._keep(Finding(Flaw.SEAL_MISSING, due))
        if seal.number < due or (last and not _goes_on(last, seal)):
            self._note(Flaw.SEAL_ORDER, seal)

    def _compare(self, seal: Seal) -> None:
        told = self._expected.checkpoints.get(seal.number)
        if told and any(digest != seal.digest for digest in told):
            self._note(Flaw.CHECKPOINT, seal)

    def _checkpoints_beyond(self) -> None:
        """A checkpoint of a seal that is not here: the desk was set back, or seals were taken away."""
        last = self._last.number if self._last else 0
        for number in sorted(self._expected.checkpoints):
            if number > last or number < 1:
                self.found.flaws += 1
                self._keep(Finding(Flaw.CHECKPOINT, number))

    def _rest(self, rows: Rows) -> None:
        """What is under no seal: it must be new."""
        xmin = self._xmin()
        late = us(self._expected.late) if self._expected.late else None
        for row in rows.rows.rest():
            if self._should_be_sealed(row):
                self._note(Flaw.INSERTED if self._whole else Flaw.UNSEALED, None, row[0])
            elif not isinstance(row[1], int):  # no desk writes such a time
                self._note(Flaw.EDITED, None, row[0])
            elif late is not None and row[1] < late and (row[2] is None or xmin is None or row[2] < xmin):
                self._note(Flaw.UNSEALED, None, row[0])
            else:
                self.found.unsealed += 1
        for id, _ in rows.leaves.rest():
            self._note(Flaw.PURGED, None, id)

    def _should_be_sealed(self, row: Seen) -> bool:
        if self._last is None:
            return False
        horizon, floor = self._last.horizon, self._last.floor
        return row[0] <= floor or (horizon > 0 and (row[2] is None or row[2] < horizon))

    def _xmin(self) -> int | None:
        if self._connection.dialect.name != "postgresql":
            return None
        return int(self._connection.execute(_XMIN).scalar_one())

    def _pair_swapped(self) -> None:
        """Two rows of which each is what the other was."""
        was = {change.sealed: id for id, change in self._changes.items()}
        for number, finding in enumerate(self.found.findings):
            change = self._changes.get(finding.row) if finding.row is not None else None
            other = was.get(change.now) if change else None
            if change and other not in (None, finding.row) and self._changes[other].now == change.sealed:
                self.found.findings[number] = replace(finding, flaw=Flaw.SWAPPED, other=other)

    def _note(self, flaw: Flaw, seal: Seal | None, row: int | None = None) -> None:
        self.found.flaws += 1
        self._keep(Finding(flaw, seal.number if seal else None, row))

    def _keep(self, finding: Finding) -> None:
        if len(self.found.findings) < KEPT:
            self.found.findings.append(finding)


def _goes_on(last: Seal, seal: Seal) -> bool:
    """Whether what a seal says of the whole trail follows from the seal before."""
    moved = seal.floor >= last.top  # to another cluster, where transactions count anew
    return seal.top >= last.top and seal.floor >= last.floor and (seal.horizon >= last.horizon or moved)


def _spans(seal: Seal) -> list[Range]:
    """The ids under a seal; ValueError where they are not as many as it says."""
    spans = unpack(seal.ids)
    if not spans or sum(last - first + 1 for first, last in spans) != seal.count or seal.count > LARGEST_SEAL:
        raise ValueError("no seal")
    return spans
