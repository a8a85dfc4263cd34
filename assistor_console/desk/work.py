"""All a handler may touch: one open transaction, who asks, the time, and what the request is about."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from ..domain.access import OPEN, Access
from ..domain.appointment import AppointmentState
from ..domain.call import Call, Interview
from ..domain.case import Case
from ..domain.flow import Matter, Progress, shown_case
from ..domain.offers import Situation
from ..domain.policy import Policy
from ..domain.script import Script
from ..domain.terms import Realm, Role, State
from ..requests.base import Told, untold
from ..store.people import Who
from ..store.store import Store
from .guard import Guard, key_of
from .library import Library


@dataclass(frozen=True, slots=True)
class Work:
    """What a handler gets beside its request.

    `now` is the one time of the request (UTC; on a practice desk the practice clock). `ticket` is the attempt
    a trial spends, `progress` tells how far a long request is. `found_call` and `found_case` are locked rows,
    None where the request names none. `tried_at` is when a trial spent its attempt: sent again, it is judged
    as of then.
    """

    store: Store
    who: Who
    request: UUID
    ticket: UUID
    now: datetime
    realm: Realm
    policy: Policy
    library: Library
    console: str
    progress: Told = untold
    found_call: Call | None = None
    found_case: Case | None = None
    tried_at: datetime | None = None
    guard: Guard = field(default_factory=Guard)

    @property
    def call(self) -> Call:
        """The call the request names."""
        assert self.found_call is not None, "a request with call_id"
        return self.found_call

    @property
    def case(self) -> Case:
        """The case the request or its call is about."""
        assert self.found_case is not None, "a request about a case"
        return self.found_case

    @property
    def person(self) -> UUID:
        """Who is signed in."""
        assert self.who.person is not None, "a request of somebody signed in"
        return self.who.person

    def script(self) -> Script:
        """The script the case began with, or the one in force."""
        version = self.found_case.script_version if self.found_case else ""
        return self.library.script(self.store, version or self.library.newest(self.store, "script", self.now))

    def interview(self) -> Interview | None:
        """The interview of the call, as it stands now."""
        return self.store.interviews.of_call(self.call.id) if self.found_call else None

    def access(self) -> Access:
        """How the sender stands to the record of the case."""
        case = self.found_case
        if case is None:
            return OPEN
        return self.guard.access(self.store, self.who, case.tin, self.now, lambda: key_of(self.store, case))

    def check_case(self, case: Case) -> None:
        """Refused where the sender may not open the record of a case."""
        self.guard.check(self.store, self.who, case.tin, self.now, key_of(self.store, case))

    def open_case(self, case: Case) -> None:
        """This request opens the record of a case it joins or finds; Refused where it may not."""
        self.guard.open(self.store, self.who, case.tin, self.now, key_of(self.store, case))

    def open_record(self, tin: str, control: str) -> None:
        """This request opens the record of a TIN (name control "" if unknown); Refused where it may not."""
        key = self.store.access.key(tin, control)
        self.guard.open(self.store, self.who, tin, self.now, key)

    def closed_among(self, cases: Collection[Case]) -> frozenset[UUID]:
        """Those of some cases whose records the sender may not open: lists leave them out or show no name."""
        if not cases or self.who.person is None:
            return frozenset()
        supervises = self.who.role is Role.SUPERVISOR
        tins = {case.tin for case in cases}
        closed = self.store.access.barred_among(self.who.person, tins, supervises, self.now)
        return frozenset(case.id for case in cases if case.tin in closed)

    def situation(self) -> Situation:
        """What every rule of `domain.offers` looks at."""
        case, matter = self.found_case, self._matter()
        return Situation(
            self.who.person,
            self.now,
            self.policy,
            shown_case(matter) if matter else case,
            matter,
            self._interviews(case) if case and matter else 0,
            self._verified_at(case) if case else None,
            self._issued_here(case) if case and matter else False,
            self.access(),
            self._printed(case) if case and not matter else False,
        )

    def _printed(self, case: Case) -> bool:
        """Whether the sender printed a letter of the case; asked where a hold may be approved."""
        held = case.state is State.HELD and self.who.person is not None
        return held and self.store.letters.printed_by(case.id, self.person)

    def _verified_at(self, case: Case) -> datetime | None:
        """When the last visit verified the caller: a hold in between does not make it younger."""
        if case.state is not State.VERIFIED_IN_PERSON:
            return None
        last = self.store.appointments.latest(case.id)
        return last.visit.at if last and last.state is AppointmentState.VERIFIED and last.visit else None

    def _issued_here(self, case: Case) -> bool:
        """Whether the account was created on this call: its assistor has no other at the same time."""
        if case.state is not State.ACCOUNT_ISSUED:
            return False
        account, call = self.store.accounts.of_case(case.id), self.call
        return bool(account and account.issued_by == call.assistor and account.issued_at >= call.opened_at)

    def _interviews(self, case: Case) -> int:
        """Interviews that count: with a verdict, or cut off when their scoring began.

        Lines go dead, so policy lets some interviews break off; who looks at more questions spends attempts.
        """
        scored = max(self.store.calls.scored(case.id), self.store.attempts.failed("interview", str(case.id)))
        broken_off = self.store.calls.unscored(case.id, self.call.id)
        return scored + max(0, broken_off - self.policy.interviews_unscored)

    def _matter(self) -> Matter | None:
        if self.found_call is None:
            return None
        interview = self.interview()
        progress = self.store.interviews.progress(interview.id) if interview else Progress()
        return Matter(self.found_call, self.found_case, interview, progress)
