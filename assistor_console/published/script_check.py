"""Everything that keeps a script from being published, with line and column of each place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..domain.errors import Trouble
from ..domain.faults import Fault, fault
from ..domain.policy import Policy
from ..domain.proofreading import proofread
from .form_faults import follows, validate
from .marks import Marks, marks
from .yaml_text import load

_LINE = re.compile(r"line (\d+)(?:, column (\d+))?")


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault with the line and column of its place, both from one."""

    line: int
    column: int
    fault: Fault


def examine(text: str, policy: Policy | None = None) -> tuple[Finding, ...]:
    """Every finding of a script's YAML, in the order of the text; none where it may be published.

    Without a policy nothing is said about whether it asks enough.
    """
    try:
        data = load(text, "script")
    except Trouble as failed:
        return (_unreadable(str(failed.values["reason"])),)
    spots = marks(text)
    found = {_placed(spots, one): None for one in _faults(data, policy)}
    return tuple(sorted(found, key=lambda finding: (finding.line, finding.column)))


def _unreadable(reason: str) -> Finding:
    spot = list(_LINE.finditer(reason))[-1:]
    line, column = (int(spot[0][1]), int(spot[0][2] or 1)) if spot else (1, 1)
    short = " ".join(reason.split())
    return Finding(line, column, fault("script.unreadable", "–", reason=short))


def _faults(data: object, policy: Policy | None) -> Iterator[Fault]:
    amiss, form = validate(data)
    yield from amiss
    if form is None:
        return
    yield from (fault("script.twice", where) for where in form.repeated())
    for found in proofread(form.domain(), policy):
        if not (amiss and follows(found, amiss)):
            yield found


def _placed(spots: Marks, found: Fault) -> "Finding":
    line, column = spots.find(found.where)
    return Finding(line, column, found)
