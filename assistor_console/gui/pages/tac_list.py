"""The day's list at a Taxpayer Assistance Center: who is booked when, and how each visit stands."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from ...domain.terms import State
from ...requests.visits import VisitSeen
from ..names import name_words
from ..page import Context
from ..theme import Tone
from ..widgets.table import Cell, Column, DataTable, PagedModel

Look = tuple[str, str, Tone]
ENDED: dict[State, Look] = {
    State.VERIFIED_IN_PERSON: ("tac.chip_verified", "identification-card", Tone.OK),
    State.NOT_VERIFIED: ("tac.chip_not_verified", "x-circle", Tone.BAD),
    State.NO_SHOW: ("tac.chip_missed", "calendar-x", Tone.WARN),
    State.REFERRED: ("tac.chip_cancelled", "prohibit", Tone.NEUTRAL),
}
AT_WINDOW: Look = ("tac.chip_window", "user", Tone.INFO)


def over_at(visit: VisitSeen) -> datetime:
    """When a visit's time is over (aware)."""
    return visit.starts + timedelta(minutes=visit.minutes)


def expected(visit: VisitSeen) -> bool:
    """Whether the visitor may still come."""
    return visit.state is State.APPOINTMENT_BOOKED


def visit_look(visit: VisitSeen, now: datetime) -> Look:
    """Code, icon and tone of a visit's chip at `now` (aware)."""
    if not expected(visit):
        return ENDED[visit.state]
    if visit.outcome is not None:
        return "tac.chip_come_back", "arrow-u-up-left", Tone.WARN
    if now >= over_at(visit):
        return "tac.chip_not_come", "clock", Tone.WARN
    if now >= visit.starts:
        return "tac.chip_now", "clock", Tone.INFO
    return "tac.chip_expected", "calendar-blank", Tone.NEUTRAL


class VisitTable(DataTable):
    """The visits of the day, found by typing part of a name or case number.

    `window` is the case of the visitor who stands at the window, None while nobody does.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._context = context
        self._visits: Sequence[VisitSeen] = ()
        self._typed = ""
        self.window_case: UUID | None = None
        say = context.say
        columns: tuple[Column[VisitSeen], ...] = (
            Column(say("tac.time"), lambda visit: Cell(_clock(visit.starts), strong=True), 80),
            Column(say("tac.visitor"), lambda visit: Cell(name_words(visit.name), visit.number)),
            Column(say("tac.state"), self._chip, 136),
        )
        self._model: PagedModel[VisitSeen] = PagedModel(columns, self._fetch, key=lambda one: one.case_id)
        super().__init__(self._model, parent, name=say("tac.list_name"))
        self._model.setParent(self)

    def show_visits(self, visits: Sequence[VisitSeen]) -> None:
        """Another state of the day; whoever is chosen stays chosen."""
        chosen = self.visit()
        self._visits = visits
        self._model.reload()
        self.choose(chosen.case_id if chosen else self._next())

    def search(self, typed: str) -> None:
        """Shows only visits whose name or number has every word that was typed."""
        self._typed = typed
        self.show_visits(self._visits)

    def visit(self) -> VisitSeen | None:
        """The visit that is chosen."""
        row = self.currentIndex().row()
        return self._model.row_at(row) if 0 <= row < self._model.rowCount() else None

    def choose(self, case_id: UUID | None) -> None:
        """Chooses a visit; the first one where there is none of this case."""
        places = [row for row, visit in enumerate(self._model.rows()) if visit.case_id == case_id]
        if self._model.rowCount():
            self.selectRow(places[0] if places else 0)

    def shown(self) -> int:
        """How many visits are in the list now."""
        return self._model.rowCount()

    def _next(self) -> UUID | None:
        """Whoever is due: the first whose time is not over, else the first who may still come."""
        now, waiting = self._context.clock.now(), [visit for visit in self._visits if expected(visit)]
        due = [visit for visit in waiting if visit.outcome is None and now < over_at(visit)]
        return next((visit.case_id for visit in (*due, *waiting)), None)

    def _fetch(self, _cursor: Any, take: Any) -> None:
        words = self._typed.casefold().split()
        fits = [v for v in self._visits if all(w in f"{v.name} {v.number}".casefold() for w in words)]
        take(fits, None)

    def _chip(self, visit: VisitSeen) -> Cell:
        at_window = expected(visit) and visit.case_id == self.window_case
        code, icon, tone = AT_WINDOW if at_window else visit_look(visit, self._context.clock.now())
        return Cell(self._context.say(code), icon=icon, chip=tone)


def _clock(when: datetime) -> str:
    return f"{when.hour % 12 or 12}:{when:%M}"
