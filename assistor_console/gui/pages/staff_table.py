"""The staff list."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from ...requests.staff import StaffSeen
from ..texts import Say
from ..theme import Tone
from ..widgets.table import Cell, Column, DataTable, PagedModel


class StaffTable(DataTable):
    """Everybody who works here, with their office by name once the offices are known."""

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        self._say, self._people = say, tuple[StaffSeen, ...]()
        self.offices: dict[str, str] = {}
        columns: tuple[Column[StaffSeen], ...] = (
            Column(say("staff.person"), lambda one: Cell(one.name, one.staff_id)),
            Column(say("staff.role_label"), lambda one: Cell(say(f"staff.role_{one.role}")), 180),
            Column(say("staff.office_label"), self._office, 190),
            Column(say("staff.where"), self._where, 150),
        )
        self._model: PagedModel[StaffSeen] = PagedModel(columns, self._fetch, key=lambda one: one.staff_id)
        super().__init__(self._model, parent, name=say("staff.list_name"))
        self._model.setParent(self)

    def show_people(self, people: Sequence[StaffSeen]) -> None:
        """The list as it stands now; whoever is chosen stays chosen."""
        self._people = tuple(people)
        self._model.reload()
        if people and not self.currentIndex().isValid():
            self.selectRow(0)

    def _fetch(self, _cursor: Any, take: Any) -> None:
        take(self._people, None)

    def _office(self, person: StaffSeen) -> Cell:
        if person.office is None:
            return Cell(self._say("staff.no_office"), tone="soft")
        return Cell(self.offices.get(person.office, person.office))

    def _where(self, person: StaffSeen) -> Cell:
        if person.signed_in:
            return Cell(self._say("staff.signed_in"), icon="user", chip=Tone.INFO)
        return Cell(self._say("staff.away"), icon="circle", chip=Tone.NEUTRAL)
