"""Choosing kinds of ID in the forms of call page and window, by keys."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from .hand import Hand


@dataclass(frozen=True, slots=True)
class Paper:
    """An identity document on the table: `kind` as any interface names it, `issuer` empty for a sole one."""

    kind: tuple[str, str]
    issuer: str
    last_four: str
    expires: date


LICENSE = Paper(("Driver's license", "Licencia de conducir"), "California", "4471", date(2021, 3, 4))
PASSPORT = Paper(("U.S. passport", "Pasaporte de EE. UU."), "", "0926", date(2019, 8, 31))


class PaperHand:
    """Fills the fields of one document below `form`, a widget found by its name."""

    def __init__(self, hand: Hand, form: str) -> None:
        self.hand, self.form = hand, form

    def field(self, name: str) -> QWidget:
        """Tabs to a field by its name."""
        self.hand.tab_to(f"{self.form}.{name}", lambda w: w.objectName() == name and self._below(w))
        return self.hand.focused()

    def _below(self, widget: QWidget) -> bool:
        above: QWidget | None = widget
        while above is not None and above.objectName() != self.form:
            above = above.parentWidget()
        return above is not None

    def choose(self, name: str, *words: str) -> None:
        """Goes through a list with the arrow keys to the first entry that begins so."""
        box = self.field(name)
        assert isinstance(box, QComboBox)
        while not box.currentText().startswith(words) and box.currentIndex() < box.count() - 1:
            self.hand.press("Down")

    def type(self, name: str, words: str) -> None:
        """Types into a field."""
        self.field(name)
        self.hand.type(words)

    def tick(self, name: str) -> None:
        """Ticks a box."""
        box = self.field(name)
        assert isinstance(box, QCheckBox)
        if not box.isChecked():
            self.hand.press("Space")

    def describe(self, paper: Paper) -> None:
        """Kind, issuer and expiry."""
        self.choose("kind", *paper.kind)
        if paper.issuer:
            self.choose("issuer", paper.issuer)
        self.type("expires", f"{paper.expires:%m%d%Y}")
