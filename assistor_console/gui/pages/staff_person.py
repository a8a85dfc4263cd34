"""The panel of one staff member: how they stand, a reset somebody asked for, and what may be done."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ...requests.staff import (
    ApproveReset,
    AskReset,
    DeclineReset,
    DismissStaff,
    LinkHousehold,
    StaffAdded,
    StaffSeen,
)
from ..messages import moment
from ..page import Context
from ..theme import Tone
from ..ui.staff import Ui_Staff
from ..widgets.household import HouseholdEdit

LEAST_REASON, ADDED = 3, "added"
ASKING = ("ask_reset", "link", "dismiss")
REASONED: dict[str, tuple[type[AskReset] | type[DismissStaff], str]] = {
    "ask_reset": (AskReset, "staff.reset_is_asked"),
    "dismiss": (DismissStaff, "staff.is_dismissed"),
}
"""Acts for a reason: the request, and what is said once it is done."""
OTHER = Qt.FocusReason.OtherFocusReason


class PersonPanel(QObject):
    """Shows who is chosen and sends what is done about them.

    `moved()` comes after an act, `given(str, str, StaffAdded)` with the first password of somebody about whom
    two have agreed: the code of what to say, their name, and what is shown once.
    """

    moved = Signal()
    given = Signal(str, str, object)

    def __init__(self, context: Context, ui: Ui_Staff, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._ui, self._say = context, ui, context.say
        self.person: StaffSeen | None = None
        self._asking = ""
        self._sure = False
        self._actions: dict[str, QAction] = {}
        self.household = HouseholdEdit(self._say, parent, name=self._say("staff.household"))
        self.household.setObjectName("more_household")
        ui.link_slot.addWidget(self.household)
        self.household.passed.connect(self._confirm)
        self.household.refused.connect(self._show_problem)
        ui.reason.entered.connect(lambda _typed: self._confirm())
        ui.reason.changed.connect(lambda _typed: self._show_sure(False))
        ui.confirm.clicked.connect(lambda _checked: self._confirm())
        self._order()

    def _order(self) -> None:
        """The field for numbers was made after the form: Tab comes to it where the eye does."""
        before: QWidget = self._ui.reason
        for after in (self.household.edit, self.household.edit.eye, self._ui.confirm):
            QWidget.setTabOrder(before, after)
            before = after

    def serve(self, name: str, action: QAction) -> None:
        """The action of an act of this panel: one of ASKING, or "approve", "decline", "back"."""
        self._actions[name] = action
        getattr(self._ui, name).serve(action)
        action.setEnabled(False)

    @property
    def asking(self) -> bool:
        """Whether a reason or a number is being typed."""
        return bool(self._asking)

    def show_person(self, person: StaffSeen, office: str) -> None:
        """Somebody; `office` is where they work by name, "" for none. What is typed about them stays."""
        if self.person is None or person.id != self.person.id:
            self.ask("")
        self.person = person
        ui, say = self._ui, self._say
        ui.person_name.setText(person.name)
        parts = (person.staff_id, say(f"staff.role_{person.role}"), office)
        ui.person_ids.setText("  ·  ".join(part for part in parts if part))
        here, factor = _standing(person), _factor(person)
        ui.here.show_state(say(f"staff.{here[0]}"), *here[1:])
        ui.factor.show_state(say(f"staff.{factor[0]}"), *factor[1:])
        ui.factor.setVisible(not (person.left or person.waits))
        self._show_lock(person)
        self._show_reset(person)
        self._show_acts(person)

    def close(self) -> None:
        """Nothing may be done while something else stands in the panel's place."""
        for action in self._actions.values():
            action.setEnabled(False)

    def _show_lock(self, person: StaffSeen) -> None:
        """Why they cannot sign in."""
        until, ui, say = person.locked_until, self._ui, self._say
        for widget in (ui.locked, ui.locked_icon):
            widget.setVisible(until is not None or bool(person.left))
        if person.left:
            ui.locked.setText(say("staff.left_words", reason=person.left))
        elif until is not None:
            ui.locked.setText(say("staff.locked_words", until=moment(until, say.language)))

    def _is_me(self, person: StaffSeen) -> bool:
        me = self._context.person
        return me is not None and me.person == person.id

    def _show_reset(self, person: StaffSeen) -> None:
        """What was asked; who asked, and whose it is, wait for another supervisor."""
        ui, say, asked = self._ui, self._say, person.reset
        ui.reset_well.setVisible(asked is not None)
        waits = "" if asked is None else "waits_mine" if asked.mine else "waits_own"
        waits = waits if asked is not None and (asked.mine or self._is_me(person)) else ""
        self._actions["approve"].setEnabled(asked is not None and not waits)
        self._actions["decline"].setEnabled(asked is not None and not self._is_me(person))
        for widget in (ui.waits, ui.waits_icon):
            widget.setVisible(bool(waits))
        ui.waits.setText(say(f"staff.{waits}") if waits else "")
        if asked is not None:
            self._actions["decline"].setText(say("staff.take_back" if asked.mine else "staff.decline"))
            when = moment(asked.asked_at, say.language)
            who = say("staff.you") if asked.mine else asked.asked_by
            code = "staff.added_text" if person.waits and asked.reason == ADDED else "staff.reset_text"
            ui.reset_title.setText(say("staff.waits_long" if person.waits else "staff.reset_title"))
            ui.reset_text.setText(say(code, who=who, when=when, reason=asked.reason))

    def _show_acts(self, person: StaffSeen) -> None:
        own = self._is_me(person)
        self._ui.acts_box.setVisible(not (self._asking or person.left))
        self._actions["ask_reset"].setText(
            self._say("staff.ask_approval" if person.waits else "staff.ask_reset")
        )
        asked = "staff.why_asked_new" if person.waits else "staff.why_asked"
        self._allow("ask_reset", asked if person.reset else "staff.why_own_reset" if own else "")
        self._allow("link", "staff.why_own_household" if own else "")
        self._allow("dismiss", "staff.why_own_dismissal" if own else "")
        if person.left:
            for act in ASKING:
                self._actions[act].setEnabled(False)

    def _allow(self, name: str, why: str) -> None:
        """An act, or the code of why it is refused, said below its button."""
        said = self._say(why) if why else ""
        self._actions[name].setEnabled(not why and not self._asking)
        prefix = "ask" if name == "ask_reset" else name
        label = getattr(self._ui, f"{prefix}_refused")
        icon = getattr(self._ui, f"{prefix}_refused_icon")
        label.setText(said)
        getattr(self._ui, name).setAccessibleDescription(said)
        for widget in (label, icon):
            widget.setVisible(bool(why))

    def ask(self, name: str) -> None:
        """Asks for what an act of ASKING needs, a reason or numbers; "" asks for nothing any more."""
        ui, say = self._ui, self._say
        self._asking = name
        ui.asking_box.setVisible(bool(name))
        ui.acts_box.setVisible(not name)
        ui.reason.setVisible(name in REASONED)
        self.household.setVisible(name == "link")
        ui.reason.clear()
        self.household.clear()
        if self._actions:
            self._actions["back"].setEnabled(bool(name))
        self._show_sure(False)
        if name:
            for act in ASKING:
                self._actions[act].setEnabled(False)
            new = name == "ask_reset" and self.person is not None and self.person.waits
            ui.asking_title.setText(say("staff.ask_approval_title" if new else f"staff.{name}_title"))
            (ui.reason if name in REASONED else self.household).setFocus(OTHER)
        elif self.person is not None:
            self._show_acts(self.person)

    def _show_sure(self, sure: bool) -> None:
        """Whether the next step is the last one, and says about whom; another reason begins anew."""
        self._sure = sure
        if self._asking:
            code = "staff.dismiss_sure" if sure else f"staff.{self._asking}_confirm"
            self._ui.confirm.setText(self._say(code))
        self._show_problem("")

    def _show_problem(self, problem: str) -> None:
        ui, link = self._ui, self._asking == "link"
        dismiss = "staff.dismiss_sure_hint" if self._sure else "staff.dismiss_hint"
        reason = dismiss if self._asking == "dismiss" else "staff.reason_hint"
        name = self.person.name if self.person is not None else ""
        hint = self._say("staff.household_hint" if link else reason, name=name)
        if not link:
            ui.reason.set_problem(bool(problem))
        ui.asking_icon.show_icon("warning-circle" if problem else "info", "bad" if problem else "soft")
        ui.asking_hint.set_tone("bad" if problem else "soft")
        ui.asking_hint.setText(problem or hint)

    def _confirm(self) -> None:
        if self.person is None or not self._ui.confirm.isEnabled():
            return
        if self._asking in REASONED:
            self._send_reasoned(self._asking, self.person)
        elif self._asking == "link":
            self._link(self.person)

    def _send_reasoned(self, name: str, person: StaffSeen) -> None:
        reason = self._ui.reason.value()
        if len(reason) < LEAST_REASON:
            self._show_problem(self._say("staff.reason_short"))
            self._ui.reason.setFocus(OTHER)
            return
        if name == "dismiss" and not self._sure:
            self._show_sure(True)
            self._ui.confirm.setFocus(OTHER)
            return
        kind, code = REASONED[name]
        self._wait()
        task = self._context.tasks.send(kind(person=person.id, reason=reason)).always(self._rest)
        task.success(lambda _done: self._on_done(code, person.name))

    def _link(self, person: StaffSeen) -> None:
        if code := self.household.problem():
            self._show_problem(self._say(code))
        elif not (tins := self.household.tins()):
            self._show_problem(self._say("staff.no_household"))
            self.household.setFocus(OTHER)
        else:
            act = LinkHousehold(person=person.id, household=tins)
            self._wait()
            task = self._context.tasks.send(act).always(self._rest)
            task.success(lambda _done: self._on_done("staff.linked", person.name))

    def approve(self) -> None:
        """Agrees to the reset: a first password comes back, to be shown once."""
        if self.person is not None and self.person.reset is not None:
            act, code = ApproveReset(reset_id=self.person.reset.reset_id), "staff.was_reset"
            given = partial(self._on_approved, "staff.added" if self.person.waits else code, self.person.name)
            self._once("approve", lambda: self._context.tasks.send(act).success(given))

    def decline(self) -> None:
        """Nothing is reset."""
        if self.person is not None and self.person.reset is not None:
            act, name = DeclineReset(reset_id=self.person.reset.reset_id), self.person.name
            done = partial(
                self._on_done, "staff.declined_new" if self.person.waits else "staff.declined", name
            )
            self._once("decline", lambda: self._context.tasks.send(act).success(lambda _done: done()))

    def _once(self, name: str, send: Callable[[], object]) -> None:
        """A key that is pressed twice acts once; the list that comes back says what may be done next."""
        self._actions[name].setEnabled(False)
        send()
        self.moved.emit()

    def _on_approved(self, code: str, name: str, added: StaffAdded) -> None:
        self.given.emit(code, name, added)

    def _on_done(self, code: str, name: str) -> None:
        self.ask("")
        self._context.messages.info(code, name=name)
        self.moved.emit()

    def _wait(self) -> None:
        self._ui.confirm.setEnabled(False)

    def _rest(self) -> None:
        self._ui.confirm.setEnabled(True)


def _standing(person: StaffSeen) -> tuple[str, str, Tone]:
    """Whether they are here: word, icon and tone."""
    if person.left:
        return "left_long", "prohibit", Tone.NEUTRAL
    if person.waits:
        return "waits_long", "hourglass", Tone.WARN
    return ("signed_in", "user", Tone.INFO) if person.signed_in else ("away", "circle", Tone.NEUTRAL)


def _factor(person: StaffSeen) -> tuple[str, str, Tone]:
    """Whether they have a second factor."""
    enrolled = ("factor_enrolled", "device-mobile", Tone.NEUTRAL)
    return enrolled if person.enrolled else ("factor_not_yet", "hourglass", Tone.WARN)
