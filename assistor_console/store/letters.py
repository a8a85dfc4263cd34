"""The letter ledger: queued, leased, printed, mailed. A code rests sealed until its letter is printed."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, and_, bindparam, func, insert, or_, select, update

from ..domain.errors import refused
from ..domain.letter import Letter, LetterState, Run
from ..domain.records import Address
from ..domain.terms import Language, State
from . import tables as t
from .pack import maybe_moment, maybe_us, moment, pack, unpack, us
from .vault import Vault

_L, _R = t.letters, t.runs
_ADD = insert(_L)
# The letter of a case that is held or closed waits.
_GOES = select(t.cases.c.id).where(t.cases.c.state == State.ACCOUNT_ISSUED.value).scalar_subquery()
# Who had a hand in a case prints none of its letters (NIST SP 800-53 AC-5): its interviewer, who verified the
# visit, who issued the account, who let it go on after a hold.
_HAND_IN_CASE = or_(
    select(t.cases.c.id)
    .where(
        t.cases.c.id == _L.c.case_id,
        or_(t.cases.c.interviewer == bindparam("printer"), t.cases.c.verifier == bindparam("printer")),
    )
    .exists(),
    select(t.accounts.c.id)
    .where(t.accounts.c.id == _L.c.account_id, t.accounts.c.issued_by == bindparam("printer"))
    .exists(),
    select(t.events.c.id)
    .where(
        t.events.c.case_id == _L.c.case_id,
        t.events.c.event == "release",
        t.events.c.person == bindparam("printer"),
    )
    .exists(),
)
_DUE = and_(_L.c.state == LetterState.QUEUED.value, _L.c.case_id.in_(_GOES))
_QUEUED = (
    select(_L)
    .where(_DUE, ~_HAND_IN_CASE)
    .order_by(_L.c.queued_at, _L.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_WAITING = (
    select(_L)
    .where(_L.c.state.in_([LetterState.QUEUED.value, LetterState.LEASED.value, LetterState.PRINTED.value]))
    .order_by(_L.c.queued_at, _L.c.id)
    .limit(bindparam("most"))
)
_OF_RUN = select(_L).where(_L.c.run_id == bindparam("run")).order_by(_L.c.queued_at, _L.c.id)
_OF_CASE = select(_L).where(_L.c.case_id == bindparam("case")).order_by(_L.c.queued_at.desc()).limit(1)
_OF_CODE = (
    select(_L)
    .where(_L.c.account_id == bindparam("account"), _L.c.code == bindparam("index"))
    .order_by(_L.c.queued_at.desc())
    .limit(1)
)
_SAVE = (
    update(_L)
    .where(_L.c.id == bindparam("letter"))
    .values({name: bindparam(name) for name in ("state", "live", "deadline", "run_id", "code", "sealed")})
)
_ADD_RUN = insert(_R)
_RUN = select(_R).where(_R.c.id == bindparam("id"))
_LOCKED_RUN = _RUN.with_for_update()
_RUNS = (
    select(_R)
    .where(_R.c.state.not_in([LetterState.MAILED.value, LetterState.SUPERSEDED.value]))
    .order_by(_R.c.leased_at.desc())
    .limit(200)
)
_SAVE_RUN = (
    update(_R)
    .where(_R.c.id == bindparam("run"), _R.c.state == bindparam("was"))
    .values(state=bindparam("state"))
)
_COUNT = select(func.count()).where(_DUE)
_PRINTED_BY = (
    select(_R.c.id)
    .join(_L, _L.c.run_id == _R.c.id)
    .where(
        _L.c.case_id == bindparam("case"),
        _R.c.person == bindparam("person"),
        _L.c.state.in_([LetterState.PRINTED.value, LetterState.MAILED.value]),
    )
)


class Letters:
    """Repository of letters and runs."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def add(self, letter: Letter) -> None:
        """Queues a letter; IntegrityError where its account has a live one."""
        fixed = {
            "id": letter.id,
            "number": letter.number,
            "account_id": letter.account_id,
            "case_id": letter.case_id,
            "language": letter.language.value,
            "queued_at": us(letter.queued_at),
        }
        self._connection.execute(_ADD, {**fixed, **self._moving(letter)})

    def save(self, letter: Letter) -> None:
        """Saves where a letter stands; without its code once that is erased."""
        self._connection.execute(_SAVE, {**self._moving(letter), "letter": letter.id})

    def queued(self, most: int, printer: UUID) -> list[Letter]:
        """The oldest queued letters of cases that are not held, that no other run is taking, locked; none of
        cases that `printer` had a hand in."""
        rows = self._connection.execute(_QUEUED, {"most": most, "printer": printer})
        return [self._letter(row) for row in rows]

    def count_queued(self) -> int:
        """How many letters wait for a run."""
        return int(self._connection.execute(_COUNT).scalar_one())

    def waiting(self, most: int) -> list[Letter]:
        """Letters that are not mailed yet, oldest first."""
        return [self._letter(row) for row in self._connection.execute(_WAITING, {"most": most})]

    def of_run(self, run_id: UUID) -> list[Letter]:
        """A run's letters in the order they are printed."""
        return [self._letter(row) for row in self._connection.execute(_OF_RUN, {"run": run_id})]

    def of_case(self, case_id: UUID) -> Letter | None:
        """The newest letter of a case."""
        row = self._connection.execute(_OF_CASE, {"case": case_id}).one_or_none()
        return self._letter(row) if row else None

    def with_code(self, account_id: UUID, code: str) -> Letter | None:
        """The account's letter with this code, found by its keyed digest alone; or None."""
        values = {"account": account_id, "index": self._vault.index("activation", code)}
        row = self._connection.execute(_OF_CODE, values).one_or_none()
        return self._letter(row) if row else None

    def printed_by(self, case_id: UUID, person: UUID) -> bool:
        """Whether a letter of a case was printed in a run of this person."""
        values = {"case": case_id, "person": person}
        return self._connection.execute(_PRINTED_BY, values).first() is not None

    def add_run(self, run: Run) -> None:
        """A new run."""
        row = {"id": run.id, "number": run.number, "state": run.state.value, "person": run.person}
        times = {"leased_at": us(run.leased_at), "lease_ends": us(run.lease_ends)}
        self._connection.execute(_ADD_RUN, {**row, **times, "letters": run.letters})

    def run(self, run_id: UUID, lock: bool = True) -> Run | None:
        """A run, locked where the database can."""
        row = self._connection.execute(_LOCKED_RUN if lock else _RUN, {"id": run_id}).one_or_none()
        return _run(row) if row else None

    def runs(self) -> list[Run]:
        """Runs that are not mailed yet, newest first."""
        return [_run(row) for row in self._connection.execute(_RUNS)]

    def save_run(self, run: Run, was: LetterState) -> None:
        """Saves a run; Refused("run.changed") where it no longer stands where it was."""
        values = {"run": run.id, "was": was.value, "state": run.state.value}
        if self._connection.execute(_SAVE_RUN, values).rowcount != 1:
            raise refused("run.changed")

    def _moving(self, letter: Letter) -> dict[str, Any]:
        index = self._vault.index("activation", letter.code) if letter.code else letter.code_index
        private = pack(
            {
                "name": letter.name,
                "lines": letter.address.lines,
                "city": letter.address.city,
                "state": letter.address.state,
                "zip": letter.address.zip,
                "username": letter.username,
                "code": letter.code,
                "notice": letter.notice.isoformat() if letter.notice else None,
                "last_day": letter.last_day.isoformat() if letter.last_day else None,
            }
        )
        return {
            "state": letter.state.value,
            "live": letter.live,
            "deadline": maybe_us(letter.deadline),
            "run_id": letter.run_id,
            "code": index,
            "sealed": self._vault.seal("letters", letter.id.bytes, private),
        }

    def _letter(self, row: Row[Any]) -> Letter:
        private = unpack(self._vault.open("letters", row.id.bytes, row.sealed))
        address = Address(tuple(private["lines"]), private["city"], private["state"], private["zip"])
        return Letter(
            id=row.id,
            number=row.number,
            account_id=row.account_id,
            case_id=row.case_id,
            state=LetterState(row.state),
            live=row.live,
            language=Language(row.language),
            queued_at=moment(row.queued_at),
            name=private["name"],
            address=address,
            username=private["username"],
            code=private["code"],
            code_index=bytes(row.code) if row.code else None,
            notice=date.fromisoformat(private["notice"]) if private["notice"] else None,
            last_day=date.fromisoformat(private["last_day"]) if private["last_day"] else None,
            deadline=maybe_moment(row.deadline),
            run_id=row.run_id,
        )


def _run(row: Row[Any]) -> Run:
    times = moment(row.leased_at), moment(row.lease_ends)
    return Run(row.id, row.number, LetterState(row.state), row.person, *times, row.letters)
