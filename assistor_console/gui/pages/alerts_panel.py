"""The panel of one alert: what happened, what to do, and what a supervisor does about it."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ...requests.access import AlertSeen, CloseAlert, ReleaseRecord
from ..messages import moment
from ..page import Context
from ..ui.alerts import Ui_Alerts
from ..widgets.notices import EmptyState
from .alerts_words import facts, kind_words, told, who_words

LEAST_REASON = 3
OTHER = Qt.FocusReason.OtherFocusReason


class AlertPanel(QObject):
    """Shows the alert that is chosen and sends what is done about it. `moved()` comes after an act."""

    moved = Signal()

    def __init__(self, context: Context, ui: Ui_Alerts, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._ui, self._say = context, ui, context.say
        self.alert: AlertSeen | None = None
        self._asking = ""
        self._actions: dict[str, QAction] = {}
        self._nothing = EmptyState(parent, icon="bell")
        self._nothing.show_words("bell", self._say("alerts.pick_title"), self._say("alerts.pick_text"))
        ui.no_alert_layout.addWidget(self._nothing)
        ui.no_alert_layout.addStretch(1)
        ui.confirm.clicked.connect(lambda _checked: self._confirm())
        ui.reason.entered.connect(lambda _typed: self._confirm())
        ui.reason.changed.connect(lambda _typed: self._show_problem(""))

    def serve(self, name: str, action: QAction) -> None:
        """The action of an act of this panel ("release", "close_alert", "cancel")."""
        self._actions[name] = action
        getattr(self._ui, name).serve(action)
        action.setEnabled(False)

    def show_alert(self, alert: AlertSeen | None) -> None:
        """An alert, or none. What is being typed about the same one stays."""
        other = alert is None or self.alert is None or alert.alert_id != self.alert.alert_id
        self.alert = alert
        self._ui.no_alert.setVisible(alert is None)
        self._ui.alert.setVisible(alert is not None)
        if alert is not None:
            self._show_words(alert)
        if other or alert is None or not alert.open:
            self.ask("")
        else:
            self._show_acts(alert)

    def _show_words(self, alert: AlertSeen) -> None:
        ui, say = self._ui, self._say
        ui.kind.show_state(*kind_words(alert.kind, say))
        ui.told.setText(told(alert, say))
        ui.advice.setText(say(f"alerts.{'withheld' if alert.withheld else alert.kind}_advice"))
        ui.facts.setText(facts(alert, say))
        ui.note_well.setVisible(not alert.open and not alert.withheld)
        when = moment(alert.closed_at, say.language) if alert.closed_at else ""
        ui.note_title.setText(say("alerts.closed_by", who=alert.closed_by, when=when))
        ui.note.setText(alert.note)

    def _show_acts(self, alert: AlertSeen) -> None:
        """What may be done is a button; what may not has its reason below."""
        why = "" if alert.may_release else "alerts.why_not_release"
        why = "alerts.why_withheld" if alert.withheld else why
        why = why if alert.open else "alerts.why_closed"
        free = alert.open and not alert.withheld and not self._asking
        self._actions["release"].setEnabled(alert.may_release and free)
        self._actions["close_alert"].setEnabled(free)
        said = self._say(why) if why else ""
        self._ui.refused.setText(said)
        self._ui.release.setAccessibleDescription(said)
        for widget in (self._ui.refused, self._ui.refused_icon):
            widget.setVisible(bool(why))

    def ask(self, name: str) -> None:
        """Asks for the reason of a release or the note of a closing; "" asks for nothing any more."""
        ui, say, alert = self._ui, self._say, self.alert
        self._asking = name
        ui.reason_box.setVisible(bool(name))
        ui.acts_box.setVisible(not name)
        ui.reason.clear()
        self._show_problem("")
        self._actions["cancel"].setEnabled(bool(name))
        if alert is None:
            for action in self._actions.values():
                action.setEnabled(False)
            return
        self._show_acts(alert)
        if name:
            ui.reason_label.setText(say(f"alerts.{name}_label", who=who_words(alert, say)))
            ui.confirm.setText(say(f"alerts.{name}_confirm"))
            ui.reason.setFocus(OTHER)

    def _show_problem(self, problem: str) -> None:
        ui = self._ui
        ui.reason.set_problem(bool(problem))
        ui.reason_icon.show_icon("warning-circle" if problem else "info", "bad" if problem else "soft")
        ui.reason_hint.set_tone("bad" if problem else "soft")
        ui.reason_hint.setText(problem or self._say("alerts.reason_hint"))
        ui.reason.setAccessibleDescription(ui.reason_hint.text())

    def _confirm(self) -> None:
        reason, alert = self._ui.reason.value(), self.alert
        if alert is None or not self._asking or not self._ui.confirm.isEnabled():
            return
        if len(reason) < LEAST_REASON:
            self._show_problem(self._say("alerts.reason_short"))
            self._ui.reason.setFocus(OTHER)
        elif self._asking == "release":
            self._send(ReleaseRecord(alert_id=alert.alert_id, reason=reason), "alerts.released", alert)
        else:
            self._send(CloseAlert(alert_id=alert.alert_id, note=reason), "alerts.closed", alert)

    def _send(self, act: ReleaseRecord | CloseAlert, done: str, alert: AlertSeen) -> None:
        who = who_words(alert, self._say)
        self._ui.confirm.setEnabled(False)
        task = self._context.tasks.send(act).always(lambda: self._ui.confirm.setEnabled(True))
        task.success(lambda _done: self._on_done(done, who))

    def _on_done(self, code: str, who: str) -> None:
        self.ask("")
        self._context.messages.info(code, who=who)
        self.moved.emit()
