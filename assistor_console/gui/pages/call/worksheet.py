"""What will the caller bring? Two documents, weighed by the desk while they are named."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ....domain.errors import Refusal
from ....requests.appointments import Brought, DocumentKind, PairSeen
from ...messages import refusal_text
from ...style import worn
from ...texts import Say
from ...theme import Tone
from ...ui.call_booking import Ui_CallBooking
from ...ui.call_paper import Ui_CallPaper

WEIGH_MS = 150
DATE_WIDE = 112


class PaperForm(QWidget):
    """One document: kind, issuer, expiry, name. `changed()` comes with every change of a person."""

    changed = Signal()

    def __init__(self, say: Say, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_paper")
        self._say, self._kinds = say, dict[str, DocumentKind]()
        self.ui = Ui_CallPaper()
        self.ui.setupUi(self)
        self.setObjectName(f"{name}_paper")
        self.ui.title.setText(say(f"call.{name}_paper"))
        self.ui.issuer_text.hide()
        self.ui.expires.setFixedWidth(worn().px(DATE_WIDE))
        self.ui.kind.activated.connect(self._on_kind)
        self.ui.issuer.activated.connect(lambda _at: self.changed.emit())
        self.ui.issuer_text.changed.connect(lambda _value: self.changed.emit())
        self.ui.expires.changed.connect(lambda _value: self.changed.emit())
        self.ui.same_name.clicked.connect(lambda _on: self.changed.emit())

    def offer(self, kinds: Sequence[DocumentKind]) -> None:
        """The accepted kinds; none is chosen yet."""
        self._kinds = {kind.kind: kind for kind in kinds}
        named = [(kind.kind, kind.name.say(self._say.language)) for kind in kinds]
        self.ui.kind.offer([("", self._say("call.choose")), *named])
        self._show_issuers()

    def clear(self) -> None:
        """Nothing is named."""
        self.ui.kind.setCurrentIndex(0)
        self.ui.issuer_text.clear()
        self.ui.expires.clear()
        self.ui.same_name.setChecked(True)
        self._show_issuers()

    def _on_kind(self, _at: int) -> None:
        self._show_issuers()
        self.changed.emit()

    def _show_issuers(self) -> None:
        kind = self._kinds.get(self.ui.kind.value())
        named = kind.issuers if kind else ()
        first = [("", self._say("call.choose"))] if len(named) != 1 else []
        self.ui.issuer.offer([*first, *((one, one) for one in named)])
        typed, only = kind is not None and not named, len(named) == 1
        self.ui.issuer.setVisible(not typed and not only)
        self.ui.issuer_text.setVisible(typed)
        self.ui.issuer_named.setVisible(only)
        self.ui.issuer_named.setText(named[0] if only else "")
        self.ui.issuer.setEnabled(bool(named))

    def brought(self) -> Brought | None:
        """What is named so far; None before a kind is chosen. A half-typed date counts as none."""
        kind = self.ui.kind.value()
        if not kind:
            return None
        issuer = (
            self.ui.issuer_text.value() if self.ui.issuer_text.isVisibleTo(self) else self.ui.issuer.value()
        )
        expires = self.ui.expires.day()
        return Brought(kind=kind, issuer=issuer, expires=expires, same_name=self.ui.same_name.isChecked())


class Worksheet(QWidget):
    """Both documents and what the desk says of them. `weigh()` asks for the desk's word."""

    weigh = Signal()

    def __init__(self, say: Say, form: Ui_CallBooking, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._say, self._form = say, form
        self.first, self.second = PaperForm(say, "first", parent), PaperForm(say, "second", parent)
        form.first_slot.addWidget(self.first)
        form.second_slot.addWidget(self.second)
        self._pause = QTimer(self, singleShot=True, interval=WEIGH_MS)
        self._pause.timeout.connect(self.weigh)
        for paper in (self.first, self.second):
            paper.changed.connect(self._pause.start)
        self.accepted = False
        self.show_nothing()

    def offer(self, kinds: Sequence[DocumentKind]) -> None:
        """The accepted kinds."""
        for paper in (self.first, self.second):
            paper.offer(kinds)

    def clear(self) -> None:
        """Nothing is named."""
        for paper in (self.first, self.second):
            paper.clear()
        self.show_nothing()

    def pair(self) -> tuple[Brought, Brought] | None:
        """Both documents, or None while one is missing."""
        first, second = self.first.brought(), self.second.brought()
        return (first, second) if first and second else None

    def show_nothing(self) -> None:
        """Two kinds are still to be named."""
        self._show(False, "call.weigh_title", self._say("call.weigh_text"), Tone.NEUTRAL, "info")

    def show_pair(self, pair: PairSeen, day: str) -> None:
        """The desk's word on the two for a day."""
        if pair.accepted:
            said = self._say("call.accepted_text", day=day)
            self._show(True, "call.accepted_title", said, Tone.OK, "check-circle")
            return
        parts = [
            self._say(
                f"call.{which}_says", words=refusal_text(Refusal(rule, pair.values), self._say.language)
            )
            for which, rule in (("first", pair.first), ("second", pair.second), ("both", pair.together))
            if rule
        ]
        self._show(False, "call.refused_title", "\n".join(parts), Tone.WARN, "warning-circle")

    def _show(self, accepted: bool, title: str, text: str, tone: Tone, icon: str) -> None:
        form = self._form
        self.accepted = accepted
        form.weighed.set_fill(tone)
        form.weighed_icon.show_icon(icon, tone)
        form.weighed_title.setText(self._say(title))
        form.weighed_title.set_tone(tone)
        form.weighed_text.setText(text)
        form.weighed.setAccessibleName(f"{form.weighed_title.text()}. {text}")
