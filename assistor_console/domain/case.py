"""The case and its only transition table."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from .errors import refused
from .terms import Language, State

S = State

TRANSITIONS: dict[tuple[State, str], State] = {
    (S.OPENED, "find_account"): S.ALREADY_REGISTERED,
    (S.OPENED, "start_interview"): S.INTERVIEWING,
    (S.OPENED, "refer"): S.REFERRED,
    (S.OPENED, "abandon"): S.ABANDONED,
    (S.INTERVIEWING, "pass"): S.PASSED,
    (S.INTERVIEWING, "refer"): S.REFERRED,
    (S.INTERVIEWING, "interrupt"): S.INTERRUPTED,
    (S.INTERRUPTED, "resume"): S.INTERVIEWING,
    (S.INTERRUPTED, "refer"): S.REFERRED,
    (S.REFERRED, "start_interview"): S.INTERVIEWING,
    (S.REFERRED, "book"): S.APPOINTMENT_BOOKED,
    (S.APPOINTMENT_BOOKED, "cancel"): S.REFERRED,
    (S.APPOINTMENT_BOOKED, "miss"): S.NO_SHOW,
    (S.APPOINTMENT_BOOKED, "not_verify"): S.NOT_VERIFIED,
    (S.APPOINTMENT_BOOKED, "verify"): S.VERIFIED_IN_PERSON,
    (S.NO_SHOW, "refer"): S.REFERRED,
    (S.NOT_VERIFIED, "refer"): S.REFERRED,
    (S.VERIFIED_IN_PERSON, "lapse"): S.REFERRED,
    (S.VERIFIED_IN_PERSON, "issue_account"): S.ACCOUNT_ISSUED,
    (S.PASSED, "issue_account"): S.ACCOUNT_ISSUED,
    (S.ACCOUNT_ISSUED, "mail"): S.LETTER_MAILED,
    (S.ACCOUNT_ISSUED, "disable"): S.DISABLED,
    (S.LETTER_MAILED, "activate"): S.ACTIVATED,
    (S.LETTER_MAILED, "expire"): S.LETTER_EXPIRED,
    (S.LETTER_MAILED, "return_mail"): S.LETTER_RETURNED,
    (S.LETTER_MAILED, "disable"): S.DISABLED,
    (S.LETTER_EXPIRED, "reissue"): S.ACCOUNT_ISSUED,
    (S.LETTER_EXPIRED, "disable"): S.DISABLED,
    (S.LETTER_RETURNED, "reissue"): S.ACCOUNT_ISSUED,
    (S.LETTER_RETURNED, "disable"): S.DISABLED,
}

FINAL = frozenset({S.ALREADY_REGISTERED, S.ACTIVATED, S.DISABLED, S.ABANDONED, S.CLOSED})
OPEN = frozenset(State) - FINAL


@dataclass(frozen=True, slots=True)
class Case:
    """One caller's matter, across calls, visit and letters.

    `number` is what people say ("EP-17-004182"); `tin` and `name` are the subject's, as on record;
    `back_to` is where a held case returns to; `versions` are the policy and script it began with.
    """

    id: UUID
    number: str
    state: State
    version: int
    tin: str = field(repr=False)
    name: str = field(repr=False)
    language: Language
    opened_at: datetime
    since: datetime
    script_version: str
    policy_version: str
    interviewer: UUID | None = None
    verifier: UUID | None = None
    back_to: State | None = None

    @property
    def is_open(self) -> bool:
        """Whether anything can still happen to it."""
        return self.state in OPEN

    def after(self, event: str, now: datetime) -> "Case":
        """The case after an event at `now` (UTC); Refused("case.state") where the table has no such step."""
        state, back_to = self._target(event)
        return replace(self, state=state, version=self.version + 1, since=now, back_to=back_to)

    def _target(self, event: str) -> tuple[State, State | None]:
        if event == "hold" and self.is_open and self.state is not S.HELD:
            # The call may end meanwhile: an interview that was held has to be taken up again.
            return S.HELD, S.INTERRUPTED if self.state is S.INTERVIEWING else self.state
        if event == "mail" and self.back_to is S.ACCOUNT_ISSUED:
            return S.HELD, S.LETTER_MAILED  # the post had the letter before the case was held
        if self.state is S.HELD and event == "release" and self.back_to:
            return self.back_to, None
        if self.state is S.HELD and event == "close":
            return S.CLOSED, None
        try:
            return TRANSITIONS[self.state, event], None
        except KeyError:
            raise refused("case.state", state=self.state, event=event) from None
