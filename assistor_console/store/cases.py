"""Cases and their timelines."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, and_, bindparam, func, insert, or_, select, update

from ..domain.case import Case
from ..domain.errors import refused
from ..domain.queues import Filter
from ..domain.terms import Language, State
from . import tables as t
from .pack import maybe_us, moment, pack, unpack, us
from .vault import Vault

_C, _E = t.cases, t.events
_ONE = select(_C).where(_C.c.id == bindparam("id"))
_LOCKED = _ONE.with_for_update()
_SOME = select(_C).where(_C.c.id.in_(bindparam("ids", expanding=True)))
_OPEN_FOR = select(_C).where(_C.c.tin_index == bindparam("tin"), _C.c.open.is_(True)).with_for_update()
_BY_NAME = (
    select(_C).where(_C.c.name_index.in_(bindparam("names", expanding=True)), _C.c.open.is_(True)).limit(200)
)
_BY_NUMBER = select(_C).where(_C.c.number == bindparam("number"))
_NUMBER = select(_C.c.number).where(_C.c.id == bindparam("id"))
_ADD = insert(_C)
_SAVE = (
    update(_C)
    .where(_C.c.id == bindparam("case"), _C.c.version == bindparam("was"))
    .values(
        state=bindparam("state"),
        version=bindparam("version"),
        since=bindparam("since"),
        interviewer=bindparam("interviewer"),
        verifier=bindparam("verifier"),
        back_to=bindparam("back_to"),
        open=bindparam("open"),
    )
)
_NOTE = insert(_E).inline()
_TIMELINE = (
    select(_E.c.at, _E.c.event, _E.c["values"], t.people.c.name)
    .outerjoin(t.people, t.people.c.id == _E.c.person)
    .where(_E.c.case_id == bindparam("case"))
    .order_by(_E.c.id.desc())
    .limit(500)
)
_LAST = select(func.max(_E.c.id)).where(_E.c.case_id == _C.c.id).correlate(_C).scalar_subquery()
_COUNTS = select(_C.c.state, func.count()).group_by(_C.c.state)


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to a case: a code, values that are no taxpayer's, and who did it."""

    at: datetime
    event: str
    values: Mapping[str, str | int]
    who: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A case in a list, with its last event and the name of who interviewed."""

    case: Case
    owner: str
    event: str
    event_at: datetime


class Cases:
    """Repository of cases."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def get(self, case_id: UUID, lock: bool = False) -> Case | None:
        """A case, its row locked where the database can."""
        return self._one(_LOCKED if lock else _ONE, {"id": case_id})

    def some(self, case_ids: Collection[UUID]) -> list[Case]:
        """Cases by their ids."""
        return [self._case(row) for row in self._connection.execute(_SOME, {"ids": list(case_ids)})]

    def open_for(self, tin: str) -> Case | None:
        """The open case of a person, locked, or None."""
        return self._one(_OPEN_FOR, {"tin": self._vault.index("tin", tin)})

    def by_number(self, number: str) -> Case | None:
        """The case people call by this number."""
        return self._one(_BY_NUMBER, {"number": number.strip().upper()})

    def named(self, controls: Collection[str]) -> list[Case]:
        """Open cases with one of these name controls; the caller compares the rest."""
        names = [self._vault.index("name", control) for control in controls]
        return [self._case(row) for row in self._connection.execute(_BY_NAME, {"names": names})]

    def add(self, case: Case, control: str, born: date | None) -> None:
        """A new case; IntegrityError where the person has an open one."""
        sealed = pack({"tin": case.tin, "name": case.name, "born": born.isoformat() if born else None})
        row = {
            **_moving(case),
            "id": case.id,
            "number": case.number,
            "language": case.language.value,
            "opened_at": us(case.opened_at),
            "script_version": case.script_version,
            "policy_version": case.policy_version,
            "tin_index": self._vault.index("tin", case.tin),
            "name_index": self._vault.index("name", control),
            "sealed": self._vault.seal("cases", case.id.bytes, sealed),
        }
        self._connection.execute(_ADD, row)

    def save(self, case: Case) -> None:
        """Saves a case one version on; Refused("case.changed") where somebody was quicker."""
        values = {**_moving(case), "case": case.id, "was": case.version - 1}
        if self._connection.execute(_SAVE, values).rowcount != 1:
            raise refused("case.changed")

    def number(self, case_id: UUID) -> str:
        """What people call a case."""
        return str(self._connection.execute(_NUMBER, {"id": case_id}).scalar_one())

    def born(self, case_id: UUID) -> date | None:
        """The subject's date of birth as on record, or None where it is unknown."""
        row = self._connection.execute(_ONE, {"id": case_id}).one()
        born = self._open(row)["born"]
        return date.fromisoformat(born) if born else None

    def note(
        self, case_id: UUID, event: str, values: Mapping[str, str | int], at: datetime, person: UUID | None
    ) -> None:
        """Adds to the timeline; `values` never holds a taxpayer's data."""
        row = {
            "case_id": case_id,
            "at": us(at),
            "event": event,
            "values": json.dumps(dict(values), ensure_ascii=False),
        }
        self._connection.execute(_NOTE, {**row, "person": person})

    def timeline(self, case_id: UUID) -> list[Event]:
        """What happened, newest first."""
        rows = self._connection.execute(_TIMELINE, {"case": case_id})
        return [Event(moment(r.at), r.event, json.loads(r[2]), r.name or "") for r in rows]

    def counts(self) -> dict[State, int]:
        """How many cases stand in each state."""
        return {State(state): count for state, count in self._connection.execute(_COUNTS)}

    def page(self, wanted: Filter, after: UUID | None, limit: int) -> tuple[list[Listed], int]:
        """A page of a queue by the time of the last change, and how many there are in all."""
        base = _filtered(wanted)
        total = self._connection.execute(select(func.count()).select_from(base.subquery())).scalar_one()
        rows = self._connection.execute(_after(base, self._cursor(after), wanted.newest_first).limit(limit))
        return [self._listed(row) for row in rows], int(total)

    def _cursor(self, after: UUID | None) -> tuple[int, UUID] | None:
        if after is None:
            return None
        row = self._connection.execute(_ONE, {"id": after}).one_or_none()
        return (row.since, row.id) if row else None

    def listed(self, case_id: UUID) -> Listed:
        """One case as a list shows it."""
        return self._listed(self._connection.execute(_LISTED.where(_C.c.id == case_id)).one())

    def _listed(self, row: Row[Any]) -> Listed:
        return Listed(self._case(row), row.owner or "", row.event or "", moment(row.event_at or row.since))

    def _one(self, statement: Select[Any], values: dict[str, Any]) -> Case | None:
        row = self._connection.execute(statement, values).one_or_none()
        return self._case(row) if row else None

    def _open(self, row: Row[Any]) -> dict[str, Any]:
        return unpack(self._vault.open("cases", row.id.bytes, row.sealed))

    def _case(self, row: Row[Any]) -> Case:
        private = self._open(row)
        return Case(
            id=row.id,
            number=row.number,
            state=State(row.state),
            version=row.version,
            tin=private["tin"],
            name=private["name"],
            language=Language(row.language),
            opened_at=moment(row.opened_at),
            since=moment(row.since),
            script_version=row.script_version,
            policy_version=row.policy_version,
            interviewer=row.interviewer,
            verifier=row.verifier,
            back_to=State(row.back_to) if row.back_to else None,
        )


_LISTED = (
    select(_C, t.people.c.name.label("owner"), _E.c.event.label("event"), _E.c.at.label("event_at"))
    .outerjoin(t.people, t.people.c.id == _C.c.interviewer)
    .outerjoin(_E, _E.c.id == _LAST)
)


def _moving(case: Case) -> dict[str, Any]:
    return {
        "state": case.state.value,
        "version": case.version,
        "since": us(case.since),
        "interviewer": case.interviewer,
        "verifier": case.verifier,
        "back_to": case.back_to.value if case.back_to else None,
        "open": case.is_open,
    }


def _filtered(wanted: Filter) -> Select[Any]:
    found = _LISTED.where(_C.c.state.in_([state.value for state in wanted.states]))
    if wanted.before is not None:
        found = found.where(_C.c.opened_at <= maybe_us(wanted.before))
    if wanted.number:
        found = found.where(_C.c.number.contains(wanted.number.strip().upper(), autoescape=True))
    return found


def _after(found: Select[Any], cursor: tuple[int, UUID] | None, newest: bool) -> Select[Any]:
    order = (_C.c.since.desc(), _C.c.id.desc()) if newest else (_C.c.since, _C.c.id)
    if cursor is None:
        return found.order_by(*order)
    since, case_id = cursor
    beyond = _C.c.since < since if newest else _C.c.since > since
    tie = _C.c.id < case_id if newest else _C.c.id > case_id
    return found.where(or_(beyond, and_(_C.c.since == since, tie))).order_by(*order)
