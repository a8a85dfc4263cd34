"""The card on which one identity document is written down as it lies at the window."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from ...requests.appointments import DocumentKind
from ...requests.visits import Shown
from ..style import worn
from ..texts import Say
from ..ui.tac_document import Ui_TacDocument
from ..widgets.editors import LineEdit
from ..widgets.label import Label
from ..widgets.marks import Icon
from ..widgets.notices import Tinted
from .tac_weighing import Strip

DIGITS = 4


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in a card's fields, finished or not."""

    kind: str = ""
    issuer: str = ""
    last_four: str = ""
    expires: str = ""
    name: str = ""
    photo: bool = False


class StripLine(Tinted):
    """The strip at the foot of a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = Icon(self, name="pencil-simple", size=18)
        self._words = Label(self, wrap=True)
        self._words.setObjectName("strip")
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 8, 12, 8)
        line.setSpacing(10)
        line.addWidget(self._icon)
        line.addWidget(self._words, 1)
        self.setMinimumHeight(worn().px(38))

    def show_strip(self, strip: Strip) -> None:
        """Another sentence."""
        self.set_fill(strip.tone)
        self._icon.show_icon(strip.icon, strip.tone)
        self._words.set_tone(strip.tone)
        self._words.setText(strip.words)
        self.setAccessibleName(strip.words)


class DocumentCard(QFrame):
    """Kind, issuer, last four, expiry, name, photo of one document. `changed()` comes with every change."""

    changed = Signal()

    def __init__(self, say: Say, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say, self._issuers = say, dict[str, tuple[str, ...]]()
        self.ui = Ui_TacDocument()
        self.ui.setupUi(self)
        self.ui.title.setText(title)
        self.setAccessibleName(title)
        self.strip = StripLine(self)
        self.ui.strip_space.addWidget(self.strip)
        self.ui.kind.currentIndexChanged.connect(self._on_kind)
        self.ui.issuer.currentIndexChanged.connect(self.changed)
        self.ui.photo.toggled.connect(self.changed)
        for edit in self._edits():
            edit.changed.connect(self.changed)
        self._on_kind()

    def _edits(self) -> tuple[LineEdit, ...]:
        ui = self.ui
        return ui.issuer_typed, ui.last_four, ui.expires, ui.name

    def offer(self, kinds: Sequence[DocumentKind]) -> None:
        """The kinds that are accepted, with who issues each; what was chosen stays."""
        before = self.typed()
        self._issuers = {kind.kind: kind.issuers for kind in kinds}
        named = [(kind.kind, kind.name.say(self._say.language)) for kind in kinds]
        self.ui.kind.offer([("", self._say("tac.choose")), *named])
        self.fill(before)

    def typed(self) -> Typed:
        """What stands in the fields."""
        ui = self.ui
        issuer = ui.issuer.value() if self._issuers.get(ui.kind.value()) else ui.issuer_typed.value()
        numbers = ui.last_four.value(), ui.expires.value()
        return Typed(ui.kind.value(), issuer, *numbers, ui.name.value(), ui.photo.isChecked())

    def fill(self, typed: Typed) -> None:
        """Puts values into the fields."""
        ui = self.ui
        ui.kind.setCurrentIndex(max(0, ui.kind.findData(typed.kind)))
        self._on_kind()
        if typed.issuer:
            ui.issuer.choose(typed.issuer)
        ui.issuer_typed.set_value(typed.issuer)
        ui.last_four.set_value(typed.last_four)
        ui.expires.set_value(typed.expires)
        ui.name.set_value(typed.name)
        ui.photo.setChecked(typed.photo)

    def shown(self) -> Shown | None:
        """The document as the desk reads it; None while no kind is chosen."""
        typed = self.typed()
        if not typed.kind:
            return None
        return Shown(
            kind=typed.kind,
            issuer=typed.issuer[:80],
            last_four=typed.last_four if len(typed.last_four) == DIGITS else "",
            expires=self.ui.expires.day(),
            name=typed.name[:120],
            photo=typed.photo,
        )

    def typing(self) -> str:
        """The name of the field that somebody is in, or ""."""
        inside = QApplication.focusWidget()
        return inside.objectName() if inside is not None and self.isAncestorOf(inside) else ""

    def begin(self) -> None:
        """Puts the focus into the first field that is still to fill."""
        ui, typed = self.ui, self.typed()
        issuer = ui.issuer if ui.issuer.isVisibleTo(self) else ui.issuer_typed
        fields: tuple[tuple[object, QWidget], ...] = (
            (typed.kind, ui.kind),
            (typed.issuer, issuer),
            (typed.last_four, ui.last_four),
        )
        empty = next((widget for value, widget in fields if not value), ui.expires)
        empty.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_strip(self, strip: Strip) -> None:
        """What the desk thinks of it, and the border of the field that is wrong."""
        self.strip.show_strip(strip)
        for edit in self._edits():
            name = edit.objectName().removesuffix("_typed")
            edit.set_problem(strip.field == name)
        for box in (self.ui.kind, self.ui.issuer):
            box.setProperty("problem", strip.field == box.objectName())
            box.update()

    def _on_kind(self) -> None:
        """Another kind: its issuers are offered; a kind that names its own issuer asks for it."""
        ui, issuers = self.ui, self._issuers.get(self.ui.kind.value(), ())
        words = [] if len(issuers) == 1 else [("", self._say("tac.choose"))]
        ui.issuer.offer([*words, *((issuer, issuer) for issuer in issuers)])
        free = bool(ui.kind.value()) and not issuers
        ui.issuer.setVisible(not free)
        ui.issuer_typed.setVisible(free)
        ui.issuer_label.setBuddy(ui.issuer_typed if free else ui.issuer)
        self.changed.emit()
