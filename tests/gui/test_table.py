"""Tables: pages as they are needed, none that comes too late, and the model's contract."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from assistor_console.gui.theme import Tone
from assistor_console.gui.widgets.table import Cell, Column, DataTable, PagedModel

PAGE = 50
Take = Callable[[Sequence[int], Any], None]
COLUMNS = [
    Column[int]("Case", lambda row: Cell(f"EP-17-{row:06d}", "Ose****, Abena"), 0),
    Column[int]("State", lambda row: Cell("Opened", icon="folder-open", chip=Tone.NEUTRAL), 140),
    Column[int]("Age", lambda row: Cell(f"{row} d"), 80, right=True),
]


class Source:
    """A million rows, handed out when the test says so."""

    def __init__(self) -> None:
        self.asked: list[tuple[Any, Take]] = []

    def fetch(self, cursor: Any, take: Take) -> None:
        self.asked.append((cursor, take))

    def answer(self) -> None:
        cursor, take = self.asked.pop(0)
        first = 0 if cursor is None else cursor
        take(range(first, first + PAGE), first + PAGE if first + PAGE < 150 else None)


def test_the_model_keeps_its_contract(qtmodeltester: ModelTester) -> None:
    source = Source()
    model = PagedModel(COLUMNS, source.fetch)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.reload()
    source.answer()
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_pages_come_as_they_are_needed() -> None:
    source = Source()
    model = PagedModel(COLUMNS, source.fetch)
    assert not model.canFetchMore(QModelIndex())
    model.reload()
    source.answer()
    model.fetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert len(source.asked) == 1
    source.answer()
    model.fetchMore(QModelIndex())
    source.answer()
    assert model.rows() == list(range(150))
    assert not model.canFetchMore(QModelIndex())


def test_a_page_that_comes_too_late_is_dropped() -> None:
    source = Source()
    model = PagedModel(COLUMNS, source.fetch)
    model.reload()
    model.reload()
    source.answer()
    assert model.rows() == []
    source.answer()
    assert model.rowCount() == PAGE


def test_cells_speak_both_lines() -> None:
    source = Source()
    model = PagedModel(COLUMNS, source.fetch)
    model.reload()
    source.answer()
    index = model.index(3, 0)
    assert index.data() == "EP-17-000003"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "EP-17-000003, Ose****, Abena"
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Age"


def test_keys_move_and_open(qtbot: QtBot) -> None:
    source = Source()
    table = DataTable(PagedModel(COLUMNS, source.fetch), name="Cases")
    qtbot.addWidget(table)
    table.resize(600, 400)
    table.show()
    model = table.model()
    assert isinstance(model, PagedModel)
    model.reload()
    source.answer()
    chosen: list[int] = []
    table.chosen.connect(chosen.append)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert chosen[-1] == opened.args[0]
    assert not table.grab().isNull()
