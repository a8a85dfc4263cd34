"""The staff list."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ...requests.staff import StaffSeen
from ..messages import moment
from ..style import worn
from ..texts import Say
from ..theme import Tone
from ..widgets.table import Cell, Column, DataTable, PagedModel

ROOM = {2: 860, 3: 640, 4: 560, 1: 420}
"""The columns that are left to the person's own panel where the table is narrower, in drawn pixels."""


class StaffTable(DataTable):
    """Everybody who works here, with their office by name once the offices are known."""

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        self._say, self._people = say, tuple[StaffSeen, ...]()
        self._wanted: UUID | None = None
        self.offices: dict[str, str] = {}
        columns: tuple[Column[StaffSeen], ...] = (
            Column(say("staff.person"), lambda one: Cell(one.name, one.staff_id)),
            Column(say("staff.role_and_office"), self._role, 158),
            Column(say("staff.where"), self._where, 128),
            Column(say("staff.factor"), self._factor, 126),
            Column(say("staff.locked_until"), self._locked, 128),
            Column(say("staff.reset"), self._reset, 120),
        )
        self.model_of_people: PagedModel[StaffSeen] = PagedModel(
            columns, self._fetch, key=lambda one: one.staff_id
        )
        super().__init__(self.model_of_people, parent, name=say("staff.list_name"))
        self.model_of_people.setParent(self)

    def show_people(self, people: Sequence[StaffSeen]) -> None:
        """The list as it stands now; whoever is chosen stays chosen."""
        self._people = tuple(people)
        self.model_of_people.reload()
        if people and not self.currentIndex().isValid():
            self.selectRow(0)
        places = (row for row, one in enumerate(self.model_of_people.rows()) if one.id == self._wanted)
        if (row := next(places, None)) is not None:
            self._wanted = None
            self.selectRow(row)

    def choose(self, person: UUID) -> None:
        """Chooses somebody, as soon as they are in the list."""
        self._wanted = person

    def person(self) -> StaffSeen | None:
        """Who is chosen."""
        row, model = self.currentIndex().row(), self.model_of_people
        return model.row_at(row) if 0 <= row < model.rowCount() else None

    def office_name(self, person: StaffSeen) -> str:
        """Their office, or "" for none."""
        return self.offices.get(person.office, person.office) if person.office else ""

    def _fetch(self, _cursor: Any, take: Any) -> None:
        take(self._people, None)

    def _role(self, person: StaffSeen) -> Cell:
        return Cell(self._say(f"staff.role_{person.role}"), self.office_name(person))

    def _where(self, person: StaffSeen) -> Cell:
        if person.left:
            return Cell(self._say("staff.left"), icon="prohibit", chip=Tone.NEUTRAL)
        if person.waits:
            return Cell(self._say("staff.waits"), icon="hourglass", chip=Tone.WARN)
        if person.signed_in:
            return Cell(self._say("staff.signed_in"), icon="user", chip=Tone.INFO)
        return Cell(self._say("staff.away"), icon="circle", chip=Tone.NEUTRAL)

    def _factor(self, person: StaffSeen) -> Cell:
        if person.left:
            return Cell("–", tone="soft")
        if person.enrolled:
            return Cell(self._say("staff.enrolled"), icon="device-mobile", chip=Tone.NEUTRAL)
        return Cell(self._say("staff.not_enrolled"), icon="hourglass", chip=Tone.WARN)

    def _locked(self, person: StaffSeen) -> Cell:
        if person.locked_until is None:
            return Cell("–", tone="soft")
        day, _, clock = moment(person.locked_until, self._say.language).rpartition(", ")
        return Cell(clock, day, tone="warn", strong=True)

    def _reset(self, person: StaffSeen) -> Cell:
        if person.reset is None:
            return Cell("–", tone="soft")
        code = "staff.reset_mine" if person.reset.mine else "staff.reset_asked"
        return Cell(self._say(code), icon="key", chip=Tone.WARN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, less is told of each."""
        super().resizeEvent(event)
        for column, room in ROOM.items():
            self.setColumnHidden(column, self.width() < worn().px(room))
