"""The letters that are not mailed yet, and the runs under way."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from ...domain.letter import LetterState
from ...requests.letters import LetterDesk, LetterSeen, RunSeen
from ..days import local_day, short_day, time_and_zone
from ..desk_clock import time_words
from ..names import name_words
from ..texts import Say
from ..theme import Tone
from ..widgets.notices import EmptyState
from ..widgets.table import Cell, Column, DataTable, PagedModel

LOOKS = {
    LetterState.QUEUED: ("hourglass", Tone.NEUTRAL),
    LetterState.LEASED: ("printer", Tone.INFO),
    LetterState.UNCERTAIN: ("question", Tone.BAD),
    LetterState.PRINTED: ("check-circle", Tone.OK),
    LetterState.MAILED: ("envelope-simple", Tone.OK),
    LetterState.SUPERSEDED: ("prohibit", Tone.NEUTRAL),
}


@dataclass(frozen=True, slots=True)
class Batch:
    """A run, or, without one, the letters that wait to be taken."""

    run: RunSeen | None
    letters: int

    @property
    def id(self) -> UUID | None:
        """The run's id."""
        return self.run.run_id if self.run else None


class LetterTable(DataTable):
    """The ledger, oldest first."""

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        self._say, self._letters = say, tuple[LetterSeen, ...]()
        columns: tuple[Column[LetterSeen], ...] = (
            Column(say("letters_page.letter"), lambda one: Cell(one.number, one.case_number), 156),
            Column(say("letters_page.name"), lambda one: Cell(name_words(one.name_masked))),
            Column(say("letters_page.state"), lambda one: chip(say, one.state), 152),
            Column(say("letters_page.language"), self._language, 92),
            Column(say("letters_page.queued"), self._queued, 108),
            Column(say("letters_page.run"), self._run, 116),
        )
        self._model: PagedModel[LetterSeen] = PagedModel(columns, self._fetch, key=lambda one: one.number)
        super().__init__(self._model, parent, name=say("letters_page.letters_name"))
        self._model.setParent(self)
        self._nothing = EmptyState(self.viewport(), icon="envelope-simple")
        self._nothing.show_words(
            "envelope-simple", say("letters_page.none_title"), say("letters_page.none_text")
        )
        self._nothing.setGeometry(20, 16, 460, 90)

    def show_letters(self, letters: Sequence[LetterSeen]) -> None:
        """The ledger as it stands now."""
        self._letters = tuple(letters)
        self._model.reload()
        self._nothing.setVisible(not letters)

    def _fetch(self, _cursor: Any, take: Any) -> None:
        take(self._letters, None)

    def _language(self, letter: LetterSeen) -> Cell:
        return Cell(self._say(f"letters_page.language_{letter.language}"))

    def _queued(self, letter: LetterSeen) -> Cell:
        day = short_day(self._say, local_day(letter.queued_at))
        return Cell(day, time_words(letter.queued_at))

    def _run(self, letter: LetterSeen) -> Cell:
        none = Cell(self._say("letters_page.no_run"), tone="soft")
        return Cell(letter.run) if letter.run else none


class RunTable(DataTable):
    """The runs under way; above them the letters that wait, as a run to be."""

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        self._say, self._batches = say, tuple[Batch, ...]()
        columns: tuple[Column[Batch], ...] = (
            Column(say("letters_page.run"), self._name),
            Column(say("letters_page.state"), self._state, 158),
            Column(say("letters_page.count"), lambda one: Cell(f"{one.letters:,}"), 76, right=True),
        )
        self._model: PagedModel[Batch] = PagedModel(columns, self._fetch, key=lambda one: one.id)
        super().__init__(self._model, parent, name=say("letters_page.runs_name"))
        self._model.setParent(self)

    def show_desk(self, desk: LetterDesk, wanted: UUID | None) -> None:
        """The runs as they stand now; `wanted` is chosen where it is still there, else what is to be done."""
        new = (Batch(None, desk.queued),) if desk.queued else ()
        self._batches = (*new, *(Batch(run, run.letters) for run in desk.runs))
        self._model.reload()
        places = {batch.id: row for row, batch in enumerate(self._batches)}
        mine = next((batch.id for batch in self._batches if batch.run and batch.run.mine), None)
        if self._batches:
            self.selectRow(places.get(wanted) if wanted in places else places.get(mine, 0))  # type: ignore[arg-type]

    def batch(self) -> Batch | None:
        """What is chosen."""
        row = self.currentIndex().row()
        return self._model.row_at(row) if 0 <= row < self._model.rowCount() else None

    def _fetch(self, _cursor: Any, take: Any) -> None:
        take(self._batches, None)

    def _name(self, batch: Batch) -> Cell:
        if batch.run is None:
            return Cell(self._say("letters_page.new_run"), strong=True)
        run = batch.run
        return Cell(run.number, f"{run.leased_by}, {time_and_zone(run.leased_at)}")

    def _state(self, batch: Batch) -> Cell:
        return chip(self._say, batch.run.state if batch.run else LetterState.QUEUED)


def chip(say: Say, state: LetterState) -> Cell:
    """The chip of a letter's or a run's state."""
    icon, tone = LOOKS[state]
    return Cell(say(f"letters_page.state_{state}"), icon=icon, chip=tone)
