"""Counting together with other processes: to be settled before prometheus_client is imported."""

import os
from pathlib import Path

SHARED = "PROMETHEUS_MULTIPROC_DIR"
"""Names the folder in which several processes count together."""


def count_alone() -> None:
    """This process counts for itself, whatever its environment says."""
    os.environ.pop(SHARED, None)


def count_in(folder: Path) -> None:
    """This process counts in a folder of several."""
    os.environ[SHARED] = str(folder)


def forget(pid: int, folder: Path) -> None:
    """A process has ended: what was under way in it is under way no more."""
    from prometheus_client.multiprocess import mark_process_dead

    mark_process_dead(pid, str(folder))  # type: ignore[no-untyped-call]
