"""Queues: the page of supervisors. Which cases need a person, and what happened to each."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ...domain.errors import Refused
from ...domain.queues import QUEUES
from ...domain.terms import AccessReason, State, Topic
from ...requests.appointments import DocumentKinds, SeeDocumentKinds
from ...requests.review import CaseRow, CaseSeen, Queue, Queues, SeeCase, SeeQueues
from ..days import time_and_zone
from ..page import Context, Page
from ..style import worn
from ..ui.queue import Ui_Queue
from .queue_case import CasePanel
from .queue_list import QueueList
from .queue_table import CaseTable, Wanted
from .shift_extension import ShiftLine

if TYPE_CHECKING:
    from ..task import Task

TYPING_MS = 300
AGES = (0, 1, 3, 7, 30)
WIDE, CASE_WIDE, CASE_NARROW = 1366, 376, 344
OTHER = Qt.FocusReason.OtherFocusReason


class QueuesPage(Page):
    """Queues at the left, the cases of one in the middle, one case at the right."""

    title_code: ClassVar[str] = "queue.title"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.QUEUE, Topic.RECORDS})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.ui = Ui_Queue()
        self.ui.setupUi(self)
        self._queue, self._open = Queue.NEEDS_PERSON, 0
        self._watched: CaseRow | None = None
        self.queues = QueueList(self.say, self.ui.queues_space, self)
        self.table = CaseTable(context, self)
        self.table.setObjectName("cases")
        self.ui.table_space.addWidget(self.table)
        self.panel = CasePanel(context, self.ui, self)
        self._pause = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._pause.timeout.connect(self._ask)
        self.shift = ShiftLine(context, self)
        self.ui.queues_foot_layout.insertWidget(0, self.shift)
        self._make_acts()
        self._offer_filters()
        self._connect()

    def _make_acts(self) -> None:
        ui, panel = self.ui, self.panel
        panel.serve("hold", self.act("queue.hold", "H", partial(panel.ask, "hold")))
        panel.serve("release", self.act("queue.release", "R", partial(panel.ask, "release")))
        panel.serve("close_case", self.act("queue.close_case", "X", partial(panel.ask, "close_case")))
        panel.serve("reveal", self.act("queue.reveal", "Ctrl+R", panel.reveal))
        panel.serve("flag", self.act("queue.flag", "F", partial(panel.ask, "flag")))
        panel.serve("unflag", self.act("queue.unflag", "U", partial(panel.ask, "unflag")))
        panel.serve("cancel", self.act("queue.cancel", "Esc", self._cancel))
        self.act("queue.find", "Ctrl+F", lambda: ui.number.setFocus(OTHER))
        self.act("queue.clear", "Alt+C", self._clear)
        self.act("queue.to_list", "Alt+L", lambda: self.table.setFocus(OTHER))
        self.act("queue.next_queue", "Alt+Down", partial(self.queues.step, 1))
        self.act("queue.previous_queue", "Alt+Up", partial(self.queues.step, -1))
        self.act("queue.refresh", "F5", self._look)

    def _connect(self) -> None:
        ui = self.ui
        self.queues.picked.connect(self._on_picked)
        self.table.opened.connect(self._on_opened)
        self.table.chosen.connect(self._on_chosen)
        self.table.cases.arrived.connect(self._on_arrived)
        self.panel.moved.connect(self._on_moved)
        ui.hide_values.clicked.connect(self._cancel)
        for box in (ui.state, ui.age, ui.order):
            box.currentIndexChanged.connect(self._ask)
        ui.number.changed.connect(lambda _typed: self._pause.start())
        ui.number.entered.connect(lambda _typed: self._on_number())

    def _offer_filters(self) -> None:
        """Only states that the queue can hold are offered."""
        ui, say = self.ui, self.say
        states = [state for state in State if state in QUEUES[self._queue.value]]
        ui.state.blockSignals(True)
        ui.state.offer([("", say("queue.any_state")), *((s.value, say(f"states.{s}")) for s in states)])
        ui.state.blockSignals(False)
        if not ui.age.count():
            ages = [(str(days), say(f"queue.age_{days}") if days else say("queue.any_age")) for days in AGES]
            ui.age.offer(ages)
            ui.order.offer([("oldest", say("queue.oldest")), ("newest", say("queue.newest"))])

    def enter(self) -> None:
        """Looks now; the focus is in the list."""
        self.context.tasks.send(SeeDocumentKinds()).success(self._on_kinds)
        self._look()
        self.table.setFocus(OTHER)
        self.status_changed.emit(self.say("queue.status"))

    def leave(self) -> None:
        """What was revealed is hidden; an overlay does not outlive its page."""
        self.panel.cover()
        self.shift.dismiss()

    def locked(self) -> None:
        """What was revealed is hidden, and the overlay; what was typed in it waits."""
        self.panel.cover()
        self.shift.dismiss()

    def _on_kinds(self, kinds: DocumentKinds) -> None:
        self.panel.kinds = {kind.kind: kind.name.say(self.say.language) for kind in kinds.kinds}

    def _look(self) -> None:
        """Counts and cases again, and the one that is open where it has moved."""
        self.context.tasks.send(SeeQueues()).success(self._on_queues)
        self.shift.look()
        self._watch_open()
        self._ask()

    def touched(self) -> None:
        """Looks again at as many cases as are shown; the one that is open is read anew where it has moved."""
        self.context.tasks.send(SeeQueues()).success(self._on_queues)
        self.shift.look()
        self._watch_open()
        self.table.look_again()

    def _watch_open(self) -> None:
        shown = self.panel.case
        self._watched = shown.row if shown is not None and self.table.row_of(shown.row.case_id) else None

    def aged(self) -> None:
        """Ages grow, and the end of the day comes nearer."""
        self.table.show_age(self.context.clock.now())
        self.shift.look()

    def _on_arrived(self) -> None:
        self._show_counts()
        before, self._watched = self._watched, None
        now = self.table.row_of(before.case_id) if before is not None else None
        if before is not None and (now is None or now.last_at > before.last_at):
            self._see(before.case_id).success(self._on_moved_elsewhere)

    def _on_moved_elsewhere(self, case: CaseSeen) -> None:
        """Somebody else did something with the case that is open."""
        if self.panel.case is not None and self.panel.case.row.case_id == case.row.case_id:
            self.panel.show_again(case)

    def _ask(self, *_: object) -> None:
        ui = self.ui
        state = ui.state.value()
        self.table.ask(
            Wanted(
                queue=self._queue,
                state=State(state) if state else None,
                least_days=int(ui.age.value() or 0),
                number=ui.number.value()[:20],
                newest_first=ui.order.value() == "newest",
            )
        )

    def _on_queues(self, queues: Queues) -> None:
        self.queues.show_counts(queues.queues)
        self._open = next(seen.count for seen in queues.queues if seen.queue is Queue.OPEN)
        now = time_and_zone(queues.now)
        self.ui.updated.setText(self.say("queue.updated", time=now))
        self._show_counts()

    def _show_counts(self) -> None:
        ui, total, shown = self.ui, self.table.total, self.table.cases.rowCount()
        code = "queue.total_closed" if self._queue is Queue.CLOSED else "queue.total"
        ui.title.setText(self.say(f"queue.{self._queue}"))
        ui.total.setText(self.say(code, total=f"{total:,}", open=f"{max(self._open, total):,}"))
        code = "queue.range" if shown < total else "queue.range_all"
        ui.range.setText(self.say(code, shown=shown, total=f"{total:,}") if total else "")
        if not shown and self.table.wanted.filtered:
            self.panel.close()

    def _on_picked(self, queue: Queue) -> None:
        self._queue = queue
        self.panel.close()
        self._offer_filters()
        self._look()

    def _on_number(self) -> None:
        """Enter looks at once and goes to the list."""
        self._pause.stop()
        self._ask()
        self.table.setFocus(OTHER)

    def _clear(self) -> None:
        ui = self.ui
        ui.number.clear()
        for box in (ui.state, ui.age):
            box.setCurrentIndex(0)
        self._ask()

    def _on_chosen(self, _row: int) -> None:
        """Another case is chosen: the panel shows none until it is opened."""
        chosen, shown = self.table.case(), self.panel.case
        if chosen is not None and (shown is None or chosen.case_id != shown.row.case_id):
            self.panel.close()

    def _on_opened(self, _row: int) -> None:
        if (chosen := self.table.case()) is not None:
            self._see(chosen.case_id).success(self._on_case).failure(partial(self._on_barred, chosen.case_id))

    def _see(self, case_id: UUID) -> "Task[CaseSeen]":
        return self.context.tasks.send(SeeCase(case_id=case_id, why=AccessReason.CASE_REVIEW))

    def _on_barred(self, case_id: UUID, error: Exception) -> bool:
        """Why a case stays closed stands in its place; the message line need not say it again."""
        chosen = self.table.case()
        if isinstance(error, Refused) and chosen is not None and chosen.case_id == case_id:
            return self.panel.refuse(error.refusal)
        return False

    def _on_case(self, case: CaseSeen) -> None:
        chosen = self.table.case()
        if chosen is not None and chosen.case_id == case.row.case_id:
            self.panel.open(case)

    def _on_moved(self, _case: CaseSeen) -> None:
        self.table.setFocus(OTHER)
        self._look()

    def _cancel(self) -> None:
        self.panel.cover()
        self.panel.ask("")
        self.table.setFocus(OTHER)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows get a narrower case."""
        super().resizeEvent(event)
        wide = self.width() >= worn().px(WIDE)
        self.ui.case_pane.draw(width=CASE_WIDE if wide else CASE_NARROW)
