"""The panel of one case: who and where it stands, what a supervisor may do, its timeline."""

from collections.abc import Mapping
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ...domain.errors import Refusal
from ...domain.terms import AccessReason
from ...requests.access import FlagRecord, UnflagRecord
from ...requests.base import Refusable, Reply
from ...requests.review import CaseSeen, CloseCase, HoldCase, ReleaseCase, SeeCase
from ..days import day_words, local_day
from ..messages import refusal_text
from ..names import name_words
from ..page import Context
from ..texts import Say, known
from ..theme import Tone
from ..ui.queue import Ui_Queue
from ..widgets.notices import EmptyState
from ..widgets.states import state_words
from .queue_reveal import Revealing
from .queue_timeline import show_timeline

LEAST_REASON = 3
# An act that belongs to another state is not shown at all.
NOT_NOW = frozenset({"case.state", "record.flagged", "record.not_flagged"})
BARRED = frozenset({"authority.own_record", "authority.throttled", "authority.flagged"})
"""The refusals that stand in the place of the case they keep closed."""
FLAGS = ("flag", "unflag")
Acting = HoldCase | ReleaseCase | CloseCase | FlagRecord | UnflagRecord
OTHER = Qt.FocusReason.OtherFocusReason


class CasePanel(QObject):
    """Shows a case that was opened and sends what is done with it. `moved(CaseSeen)` comes after an act."""

    ACTS: ClassVar[dict[str, type[Acting]]] = {
        "hold": HoldCase,
        "release": ReleaseCase,
        "close_case": CloseCase,
        "flag": FlagRecord,
        "unflag": UnflagRecord,
    }
    moved = Signal(object)
    shut = Signal()

    def __init__(self, context: Context, ui: Ui_Queue, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._ui, self._parent = context, ui, parent
        self.case: CaseSeen | None = None
        self.kinds: Mapping[str, str] = {}
        self._asking = ""
        self._actions: dict[str, QAction] = {}
        self._nothing = EmptyState(parent, icon="folder-open")
        ui.no_case_layout.addWidget(self._nothing)
        ui.flagged.show_state(context.say("queue.flagged"), "flag", Tone.WARN)
        self.revealing = Revealing(context, ui, self.refuse, parent)
        self.revealing.changed.connect(self._show_cancel)
        ui.confirm.clicked.connect(self._confirm)
        ui.reason.entered.connect(self._confirm)
        ui.reason.changed.connect(lambda _typed: self._show_problem(""))
        self.close()

    def serve(self, name: str, action: QAction) -> None:
        """The action that begins an act of this panel: one of `ACTS`, "reveal" or "cancel"."""
        self._actions[name] = action
        getattr(self._ui, name).serve(action)
        action.setEnabled(False)

    def close(self) -> None:
        """No case is open."""
        self.case = None
        self.revealing.hide()
        say = self._context.say
        self._nothing.show_words("folder-open", say("queue.pick_title"), say("queue.pick_text"))
        self._ui.case_stack.setCurrentWidget(self._ui.no_case)
        for action in self._actions.values():
            action.setEnabled(False)

    def refuse(self, refusal: Refusal) -> bool:
        """A case that may not be looked at: why, in its place; False for any other refusal."""
        if refusal.rule not in BARRED:
            return False
        self.close()
        say = self._context.say
        why = refusal_text(refusal, say.language)
        self._nothing.show_words("lock-simple", say("queue.barred"), why, "bad")
        return True

    def reveal(self) -> None:
        """Asks why, then shows what is masked."""
        if self.case is not None:
            self.revealing.ask(self.case.row.case_id)

    def cover(self) -> None:
        """What was revealed is hidden, and nobody is asked why any more."""
        self.revealing.hide()

    def open(self, case: CaseSeen) -> None:
        """Another case, or the same one after an act."""
        self.revealing.hide()
        self._show(case)
        self.ask("")
        self._ui.timeline_scroll.verticalScrollBar().setValue(0)

    def show_again(self, case: CaseSeen) -> None:
        """The same case after somebody else's act; who is typing a reason keeps it and is told."""
        self._show(case)
        if self._asking:
            self._context.messages.warn("queue.moved_elsewhere", number=case.row.number)

    def _show(self, case: CaseSeen) -> None:
        ui, say, row = self._ui, self._context.say, case.row
        self.case = case
        language = say(f"queue.language_{row.language}")
        tin = f"XXX-XX-{row.tin_last_four}"
        opened, since = (day_words(say, local_day(at)) for at in (row.opened_at, row.since))
        owner = row.owner or say("queue.nobody")
        ui.case_number.setText(row.number)
        ui.case_who.setText(say("queue.who", name=name_words(row.name_masked), tin=tin, language=language))
        facts = say("queue.facts", opened=opened, since=since, owner=owner)
        ui.case_facts.setText("\n".join([facts, *noticed(say, case)]))
        ui.chip.show_state(*state_words(row.state, say))
        ui.flagged.setVisible(case.flagged)
        self._show_offers(case)
        show_timeline(say, ui.timeline_body_layout, case.timeline, self.kinds, ui.timeline_body)
        ui.case_stack.setCurrentWidget(ui.case)

    def _show_offers(self, case: CaseSeen) -> None:
        """What may be done is a button; what another rule refuses has the rule below."""
        reasons = []
        for offer in case.offers:
            name = _name(offer.act)
            if name not in self._actions:
                continue
            self._actions[name].setEnabled(offer.rule is None)
            getattr(self._ui, name).setVisible(offer.rule not in NOT_NOW)
            if offer.rule is not None and offer.rule not in NOT_NOW:
                reasons.append(self._why(offer))
        said = " ".join(dict.fromkeys(reasons))
        self._ui.refused.setText(said)
        self._ui.refused.setVisible(bool(said))
        self._ui.refused_icon.setVisible(bool(said))

    def _why(self, offer: Refusable) -> str:
        say, rule = self._context.say, offer.rule or ""
        own = f"queue.refused_{rule.replace('.', '_')}"
        if known(own):
            return say(own)
        return refusal_text(Refusal(rule, offer.values, offer.clears_at), say.language)

    def ask(self, name: str) -> None:
        """Asks for the reason of an act in its own field; "" asks for nothing any more."""
        ui, say = self._ui, self._context.say
        self._asking = name
        ui.reason_box.setVisible(bool(name))
        ui.acts_box.setVisible(not name)
        self._show_cancel()
        ui.reason.clear()
        self._show_problem("")
        if name:
            ui.reason_label.setText(say(f"queue.reason_{name}" if name in FLAGS else "queue.reason"))
            ui.confirm.setText(say(f"queue.confirm_{name}"))
            ui.reason.setFocus(OTHER)

    def _show_cancel(self) -> None:
        """Escape leaves a reason that is asked for, or hides what is shown."""
        if "cancel" in self._actions:
            self._actions["cancel"].setEnabled(bool(self._asking) or self.revealing.shown)

    def _show_problem(self, problem: str) -> None:
        ui = self._ui
        ui.reason.set_problem(bool(problem))
        ui.reason_icon.show_icon("warning-circle" if problem else "info", "bad" if problem else "soft")
        ui.reason_hint.set_tone("bad" if problem else "soft")
        ui.reason_hint.setText(problem or self._context.say("queue.reason_hint"))

    def _confirm(self, *_: object) -> None:
        reason = self._ui.reason.value()
        if len(reason) < LEAST_REASON:
            self._show_problem(self._context.say("queue.reason_short"))
            self._ui.reason.setFocus(OTHER)
        elif self.case is not None and self._ui.confirm.isEnabled():
            self._ui.confirm.setEnabled(False)
            self._act(self._asking, self.case.row.case_id, reason)

    def _act(self, name: str, case_id: UUID, reason: str) -> None:
        """Sends it; an act that does not answer with the case is followed by a look at it."""
        tasks = self._context.tasks
        act = self.ACTS[name](case_id=case_id, reason=reason)
        task = tasks.send(act).always(partial(self._ui.confirm.setEnabled, True))

        def done(reply: Reply) -> None:
            if isinstance(reply, CaseSeen):
                self._on_moved(name, reply)
            else:
                again = SeeCase(case_id=case_id, why=AccessReason.CASE_REVIEW)
                tasks.send(again).success(partial(self._on_moved, name))

        task.success(done)

    def _on_moved(self, name: str, case: CaseSeen) -> None:
        self.open(case)
        self._context.messages.info(f"queue.done_{name}", number=case.row.number)
        self.moved.emit(case)


def noticed(say: Say, case: CaseSeen) -> list[str]:
    """What was noticed while items were asked, as one line; none where nothing was."""
    counts = [say(f"queue.signal_{one.kind}", times=one.times) for one in case.signals]
    return [say("queue.signals", counts=", ".join(counts))] if counts else []


def _name(act: str) -> str:
    """What the panel calls an act of the desk: "hold" for "hold_case", "flag" for "flag_record"."""
    return act if act == "close_case" else act.removesuffix("_case").removesuffix("_record")
