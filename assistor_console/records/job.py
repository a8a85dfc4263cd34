"""One file being read: its name in refusals, what was counted, how far it is, whether to stop."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from assistor_console.domain.errors import Refusal, Refused

SYNTHETIC_GROUP = "00"
"""The middle two digits of a synthetic TIN; the Social Security Administration has never issued them."""

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


class Mode(StrEnum):
    """Whose records a file may hold: made-up people only, or anybody."""

    SYNTHETIC = "synthetic"
    PRODUCTION = "production"


def _no_progress(done: int, whole: int) -> None:
    """Nobody waits."""


def _never() -> bool:
    return False


def file_name(path: Path) -> str:
    """What a file is called, in what can be printed: names may hold anything, and are shown at terminals."""
    return "".join(char if char.isprintable() else "\ufffd" for char in path.name)


@dataclass(slots=True)
class Totals:
    """What a file held: records by kind, their amounts in cents by kind and name, and what was passed over.

    Kinds are the forms ("W-2", "1040") and "user"; `skipped` counts records no interview can use by reason.
    """

    records: dict[str, int] = field(default_factory=dict)
    amounts: dict[str, dict[str, int]] = field(default_factory=dict)
    skipped: dict[str, int] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many records there were of all kinds."""
        return sum(self.records.values())

    def add(self, kind: str, amounts: dict[str, int], records: int = 1) -> None:
        """Counts records of a kind with the sums of their amounts."""
        self.records[kind] = self.records.get(kind, 0) + records
        sums = self.amounts.setdefault(kind, {})
        for name, cents in amounts.items():
            sums[name] = sums.get(name, 0) + cents

    def take(self, others: "Totals") -> None:
        """Becomes what others are."""
        self.records, self.amounts, self.skipped = others.records, others.amounts, others.skipped

    def skip(self, reason: str) -> None:
        """Counts one record passed over."""
        self.skipped[reason] = self.skipped.get(reason, 0) + 1


@dataclass(slots=True)
class Job:
    """The file at `path`, `size` bytes long, with what is known of it so far."""

    path: Path
    mode: Mode = Mode.SYNTHETIC
    progress: Progress = _no_progress
    cancelled: Cancelled = _never
    size: int = 0
    totals: Totals = field(default_factory=Totals)

    def wrong(self, rule: str, **values: str | int) -> Refused:
        """The refusal of this file for a rule of the area `records`; values never hold a taxpayer's."""
        return Refused(Refusal(f"records.{rule}", {"file": file_name(self.path), **values}))

    def reached(self, done: int) -> None:
        """Reports bytes read; Refused("records.cancelled") when somebody asked to stop."""
        self.progress(min(done, self.size), self.size)
        if self.cancelled():
            raise self.wrong("cancelled")
