"""What a script must fulfil before it can be published."""

from collections.abc import Iterable, Iterator

from .enough import enough
from .errors import Refusal, Refused
from .faults import Fault, fault
from .openings import flow
from .papers import papers
from .policy import Policy
from .script import LINES, Script
from .terms import Section
from .wording import wording


def check_script(script: Script, policy: Policy | None = None) -> None:
    """Refused("script.…", where=…) for the first fault found; returns where the script may be published."""
    for found in proofread(script, policy):
        raise Refused(Refusal(found.code, {"where": found.where, **found.values}))


def proofread(script: Script, policy: Policy | None = None) -> Iterator[Fault]:
    """Every fault of a script; whether it asks enough only where a policy says how much that is."""
    yield from _missing("script.line_missing", "lines", LINES, script.lines)
    yield from _missing("script.heading_missing", "headings", Section, script.headings)
    yield from wording(script)
    yield from flow(script)
    yield from papers(script)
    if policy:
        yield from enough(script, policy)


def _missing(code: str, where: str, needed: Iterable[str], present: Iterable[str]) -> Iterator[Fault]:
    have = set(present)
    return (fault(code, where, name=str(name)) for name in needed if name not in have)
