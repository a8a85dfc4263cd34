"""Recovery codes, shown once: large, numbered, to be written down by hand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ..style import worn
from ..texts import Say
from ..ui.ready_codes import Ui_ReadyCodes
from ..widgets.label import Label
from ..widgets.panel import empty
from ..widgets.qr import in_fours

NUMBER_WIDTH = 28


class CodesPanel(QWidget):
    """`kept()` comes when the person says that they have them; before, there is no way on."""

    kept = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self.ui = Ui_ReadyCodes()
        self.ui.setupUi(self)
        self.ui.kept.toggled.connect(lambda _ticked: self._show())
        self.ui.go_on.clicked.connect(self._go_on)
        for column in (1, 3):
            self.ui.grid.setColumnStretch(column, 1)
        self._show()

    @property
    def shown(self) -> bool:
        """Whether codes are shown that nobody has said to have yet."""
        return self.ui.grid.count() > 0

    def begin(self, codes: Sequence[str]) -> None:
        """Shows fresh codes, in two columns read downwards."""
        self.forget()
        lines = (len(codes) + 1) // 2
        for place, code in enumerate(codes):
            for column, label in enumerate(self._code(place + 1, code)):
                self.ui.grid.addWidget(label, place % lines, place // lines * 2 + column)
                label.show()  # what is not shown yet would count as nothing when the room is measured
        self.ui.kept.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """The codes are gone."""
        for label in self.ui.well.findChildren(Label):
            label.setText("")
            label.setAccessibleName("")
        empty(self.ui.grid)
        self.ui.kept.setChecked(False)

    def _code(self, number: int, code: str) -> tuple[Label, Label]:
        shown = code if "-" in code or " " in code else in_fours(code)
        count = Label(self.ui.well, text=f"{number}.", size=15, tone="soft")
        words = Label(self.ui.well, text=shown, size=20, strong=True)
        words.setAccessibleName(self._say("ready.code_name", number=number, code=shown))
        count.setFixedWidth(worn().px(NUMBER_WIDTH))
        return count, words

    def _show(self) -> None:
        ticked = self.ui.kept.isChecked()
        self.ui.go_on.setEnabled(ticked)
        self.ui.go_on.setAccessibleDescription("" if ticked else self._say("ready.codes_why"))
        self.ui.why.setVisible(not ticked)
        self.ui.why_icon.setVisible(not ticked)

    def _go_on(self) -> None:
        self.forget()
        self.kept.emit()
