"""The kinds of trouble: a rule says no, the environment fails, or it was done before."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a rule says no: a code the console has text for, the values in that text, when it clears (UTC)."""

    rule: str
    values: dict[str, str | int] = field(default_factory=dict)
    clears_at: datetime | None = None


class Refused(Exception):
    """A rule said no; nothing was changed."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.rule)
        self.refusal = refusal


def refused(rule: str, clears_at: datetime | None = None, **values: str | int) -> Refused:
    """The exception for a rule that says no: `raise refused("case.unknown")`."""
    return Refused(Refusal(rule, values, clears_at))


class AlreadyDone(Exception):
    """The act is done, but there is no reply: an earlier copy of this request did it and its reply is kept no
    more, or the screen is locked and must show nothing."""


class Cancelled(Exception):
    """Whoever waited for something long wants it no more; nothing was changed."""


class Trouble(Exception):
    """The environment fails: `code` names the text that says what happened and what to do."""

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.values = values
