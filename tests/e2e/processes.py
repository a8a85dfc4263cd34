"""Processes and what they have started, as Linux shows them."""

import os
from pathlib import Path

Process = tuple[int, int]
"""A process id and when it began: an id may come again, both together do not."""


def below(pid: int) -> list[Process]:
    """Every process that this one has started, and that those have started; nearest first."""
    parents = dict(_all())
    found, layer = [], {pid}
    while layer:
        nearer = [process for process, parent in parents.items() if parent in layer]
        found += nearer
        layer = {one for one, _ in nearer}
    return found


def command(pid: int) -> list[str]:
    """The words a process was started with."""
    return Path("/proc", str(pid), "cmdline").read_text().split("\0")


def running(processes: list[Process]) -> list[Process]:
    """Those of them that still run."""
    now = {process for process, _ in _all()}
    return [process for process in processes if process in now]


def _all() -> list[tuple[Process, int]]:
    listed = [_stat(int(name)) for name in os.listdir("/proc") if name.isdigit()]
    return [one for one in listed if one is not None]


def _stat(pid: int) -> tuple[Process, int] | None:
    try:
        fields = Path("/proc", str(pid), "stat").read_text().rpartition(")")[2].split()
    except OSError:  # it has ended meanwhile
        return None
    return None if fields[0] == "Z" else ((pid, int(fields[19])), int(fields[1]))
