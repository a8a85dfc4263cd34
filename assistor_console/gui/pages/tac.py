"""Today: the page of TAC staff. Who comes when, what they show, and how each visit ends."""

from functools import partial
from typing import ClassVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ...domain.terms import Topic
from ...requests.visits import (
    MarkNoShow,
    Outcome,
    RecordVisit,
    SeeVisit,
    SeeVisits,
    VisitFacts,
    VisitList,
    VisitSeen,
)
from ..days import day_words, time_and_zone
from ..names import name_words
from ..page import Context, Page
from ..style import worn
from ..ui.tac import Ui_Tac
from ..widgets.notices import EmptyState
from .tac_decision import reason_choices, why_no_decision, why_not_verified
from .tac_list import AT_WINDOW, VisitTable, expected, over_at, visit_look
from .tac_visit import VisitForm

WIDE, LIST_WIDE, LIST_NARROW = 1366, 432, 384
OTHER = Qt.FocusReason.OtherFocusReason


class TodayPage(Page):
    """The day's list at the left, one visit at the right. Opening a visit asks the desk, and is recorded."""

    title_code: ClassVar[str] = "tac.title"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.APPOINTMENTS})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.ui = Ui_Tac()
        self.ui.setupUi(self)
        self._zone = ZoneInfo(context.person.zone) if context.person else ZoneInfo("America/New_York")
        self._facts: VisitFacts | None = None
        self._busy = False
        self.visits = VisitTable(context, self)
        self.visits.setObjectName("visits")
        self.ui.list_space.addWidget(self.visits)
        self.form = VisitForm(context, self.ui, self)
        self._nothing = EmptyState(self)
        self.ui.nothing_layout.addWidget(self._nothing)
        self._make_acts()
        self._connect()
        self._show_choice()

    def _make_acts(self) -> None:
        ui = self.ui
        self._decide = self.act("tac.verified", "Ctrl+Return", self._on_decide)
        self._incomplete = self.act("tac.incomplete", "Ctrl+I", lambda: self._record("incomplete"))
        self._refuse = self.act("tac.not_verified", "Ctrl+R", self._ask_reason)
        self._back = self.act("tac.back", "Esc", self._show_buttons)
        self._missed = self.act("tac.no_show", "Ctrl+M", self._miss)
        self.act("tac.find", "Ctrl+F", lambda: ui.search.setFocus(OTHER))
        self.act("tac.to_list", "Alt+L", lambda: self.visits.setFocus(OTHER))
        self.act("tac.refresh", "F5", self._look)
        pairs = (
            (ui.verified, self._decide),
            (ui.incomplete, self._incomplete),
            (ui.refuse, self._refuse),
            (ui.record_refusal, self._decide),
            (ui.back, self._back),
            (ui.no_show, self._missed),
        )
        for button, action in pairs:
            button.serve(action)

    def _connect(self) -> None:
        ui = self.ui
        ui.search.changed.connect(self.visits.search)
        ui.search.entered.connect(lambda _typed: self._open())
        ui.reason.offer(reason_choices(self.say))
        ui.reason.currentIndexChanged.connect(self._show_decision)
        self.visits.chosen.connect(self._show_choice)
        self.visits.opened.connect(self._open)
        self.form.weighed.connect(self._show_decision)

    def enter(self) -> None:
        """Reads the day's list; the focus is in it."""
        self.form.ask_kinds()
        self._look()
        self.visits.setFocus(OTHER)
        self.status_changed.emit(self.say("tac.privacy"))

    def touched(self) -> None:
        """Reads the list again; a visit that is open stays as it is."""
        self._look()

    def aged(self) -> None:
        """Whoever has not come is late by now."""
        self.visits.viewport().update()
        self._show_choice()

    def _look(self) -> None:
        self.context.tasks.send(SeeVisits()).success(self._on_visits)

    def _on_visits(self, day: VisitList) -> None:
        self._zone = ZoneInfo(day.zone)
        weekday, month = f"sign_in.weekday_{day.day.weekday()}", f"sign_in.month_{day.day.month}"
        said = self.say("tac.day", weekday=self.say(weekday), month=self.say(month), day=day.day.day)
        booked, waiting = len(day.visits), sum(expected(visit) for visit in day.visits)
        counts = self.say("tac.counts", booked=booked, done=booked - waiting, expected=waiting)
        self.ui.day.setText(said)
        self.ui.counts.setText(counts)
        self.visits.show_visits(day.visits)
        self._show_choice()

    def _show_choice(self, *_: object) -> None:
        """Whoever is chosen in the list; a visit that is open stays open while it is the one chosen."""
        visit = self.visits.visit()
        if self._facts is not None and (visit is None or visit.case_id != self._facts.visit.case_id):
            self.form.put_away()
            self._facts = None
        self._show_head(visit)
        self.ui.visit_stack.setCurrentWidget(self.ui.visit if self._facts else self.ui.nothing)
        self._nothing.show_words(*self._nothing_words(visit))
        self._show_decision()

    def _nothing_words(self, visit: VisitSeen | None) -> tuple[str, str, str]:
        if visit is None:
            which, icon = ("pick", "user-list") if self.visits.shown() else ("none", "check-circle")
        else:
            which, icon = ("open", "identification-card") if expected(visit) else ("over", "check-circle")
        return icon, self.say(f"tac.{which}_title"), self.say(f"tac.{which}_text")

    def _show_head(self, visit: VisitSeen | None) -> None:
        ui = self.ui
        for widget in (ui.visitor, ui.facts, ui.chip):
            widget.setVisible(visit is not None)
        if visit is None:
            return
        ui.visitor.setText(name_words(visit.name))
        ui.facts.setText(self._facts_words(visit))
        look = AT_WINDOW if self._facts else visit_look(visit, self.context.clock.now())
        ui.chip.show_state(self.say(look[0]), look[1], look[2])

    def _facts_words(self, visit: VisitSeen) -> str:
        time = time_and_zone(visit.starts, self._zone)
        if self._facts is None:
            return self.say("tac.facts_short", number=visit.number, time=time)
        born = self._facts.born
        said = day_words(self.say, born) if born else self.say("tac.born_unknown")
        return self.say("tac.facts", born=said, number=visit.number, time=time)

    def _open(self, *_: object) -> None:
        visit = self.visits.visit()
        if visit is not None and expected(visit) and not self._busy:
            ask = SeeVisit(case_id=visit.case_id)
            self.context.tasks.send(ask).success(self._on_facts)

    def _on_facts(self, facts: VisitFacts) -> None:
        visit = self.visits.visit()
        if visit is None or visit.case_id != facts.visit.case_id:
            return
        self.form.put_away()
        self._facts, self.visits.window_case = facts, facts.visit.case_id
        self._show_choice()
        self._show_buttons()
        self.form.show_visit(facts)
        self.visits.viewport().update()
        self.status_changed.emit(self.say("tac.privacy_clear" if facts.may_verify else "tac.privacy"))

    def _ask_reason(self) -> None:
        self.ui.reason.setCurrentIndex(0)
        self.ui.decision_stack.setCurrentWidget(self.ui.give_reason)
        self._show_decision()
        self.ui.reason.setFocus(OTHER)

    def _asking(self) -> bool:
        """Whether the reason of a refusal is being chosen."""
        return self.ui.decision_stack.currentWidget() is self.ui.give_reason

    def _on_decide(self) -> None:
        self._record("not_verified" if self._asking() else "verified")

    def _show_buttons(self) -> None:
        self.ui.decision_stack.setCurrentWidget(self.ui.decide)
        self._show_decision()

    def _show_decision(self, *_: object) -> None:
        """What may be done now; the reason stands beside the button while it may not."""
        ui, facts, form = self.ui, self._facts, self.form
        asking = self._asking()
        no = why_no_decision(self.say, facts)
        why_not = why_not_verified(self.say, facts, form.pair, form.ticked())
        free = facts is not None and not self._busy and not no
        self._decide.setText(self.say("tac.record_not_verified" if asking else "tac.verified"))
        self._decide.setEnabled(free and (bool(ui.reason.value()) if asking else not why_not))
        self._incomplete.setEnabled(free and not asking)
        self._refuse.setEnabled(free and not asking)
        self._back.setEnabled(asking)
        self._missed.setEnabled(self._may_miss())
        ui.no_show.setVisible(self._missed.isEnabled())
        ui.why_not.setText(why_not)
        ui.lock.setVisible(bool(why_not))
        ui.verified.setAccessibleDescription(why_not)

    def _may_miss(self) -> bool:
        visit = self.visits.visit()
        over = visit is not None and expected(visit) and self.context.clock.now() >= over_at(visit)
        return over and self._facts is None and not self._busy

    def _record(self, how: str) -> None:
        if self._facts is None:
            return
        first, second = self.form.documents()
        outcome = Outcome(how)
        record = RecordVisit(
            case_id=self._facts.visit.case_id,
            outcome=outcome,
            first=first,
            second=second,
            checks=self.form.ticked(),
            reason=self.ui.reason.value() if outcome is Outcome.NOT_VERIFIED else "",
        )
        self._wait(True)
        task = self.context.tasks.send(record).always(partial(self._wait, False))
        task.success(partial(self._on_recorded, outcome))

    def _wait(self, busy: bool) -> None:
        self._busy = busy
        self._show_decision()

    def _on_recorded(self, outcome: Outcome, facts: VisitFacts) -> None:
        self._done(f"tac.done_{outcome}", facts)

    def _miss(self) -> None:
        visit = self.visits.visit()
        if visit is None:
            return
        self._wait(True)
        task = self.context.tasks.send(MarkNoShow(case_id=visit.case_id)).always(partial(self._wait, False))
        task.success(partial(self._done, "tac.done_no_show"))

    def _done(self, code: str, facts: VisitFacts) -> None:
        """It is recorded: back to the list, where the next visitor waits."""
        self.form.forget()
        self._facts, self.visits.window_case = None, None
        self._show_buttons()
        self._show_choice()
        self.messages.info(code, name=name_words(facts.visit.name))
        self.visits.setFocus(OTHER)
        self._look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows get a narrower list."""
        super().resizeEvent(event)
        wide = self.width() >= worn().px(WIDE)
        self.ui.day_pane.draw(width=LIST_WIDE if wide else LIST_NARROW)
