"""What can be offered now, and for the rest the rule and when it clears."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from .. import icons
from ..style import worn
from ..texts import Say
from .label import Label
from .marks import Icon, KeyCap, cap_size, paint_cap
from .panel import Rule, column, empty, row, scrolled
from .scaled import ScaledFrame

WIDE, FOLDED = 352, 56


@dataclass(frozen=True, slots=True)
class Offer:
    """One act: its name, its words, its key (Qt's portable name), and why it is refused ("" if it is not)."""

    act: str
    words: str
    key: str = ""
    reason: str = ""


class OfferButton(QPushButton):
    """An act on one line; it never takes the focus from the answer: its key does the same."""

    EDGE = 0
    """Room right of the key cap, in drawn pixels."""

    def __init__(self, offer: Offer, icon: str = "arrow-circle-right", parent: QWidget | None = None) -> None:
        super().__init__(offer.words, parent)
        self._offer, self._icon, self._pointed = offer, icon, False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(offer.key)

    def show_offer(self, offer: Offer, pointed: bool) -> None:
        """Another offer; `pointed` tints the line."""
        self._offer, self._pointed = offer, pointed
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as it is let."""
        return QSize(200, worn().px(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws icon, words and key."""
        theme, painter, middle = worn(), QPainter(self), self.height() / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._pointed or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("tint"))
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        side = theme.px(20)
        accent = theme.colour("accent" if self._icon.startswith("arrow") else "soft")
        icons.paint(painter, self._icon, QRectF(1, middle - side / 2, side, side), accent)
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font(15))
        words = QRectF(theme.px(32), 0, self.width(), self.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        if self._offer.key:
            cap = cap_size(self._offer.key)
            left = self.width() - cap.width() - theme.px(self.EDGE)
            box = QRectF(left, middle - cap.height() / 2, cap.width(), cap.height())
            paint_cap(painter, box, self._offer.key, theme.colour("soft"), theme.colour("ctl"))


class OffersPanel(ScaledFrame):
    """The right side of the call page. `asked(str)` carries the act a person clicked on."""

    asked = Signal(str)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._shown: object = None
        self.setProperty("kind", "right")
        self.setAccessibleName(say("widgets.offers"))
        self._title = Label(self, text=say("widgets.offers"), size=17, strong=True)
        self._inner = QWidget()
        self._inner.setProperty("kind", "none")
        self._column = column(spacing=0)
        self._inner.setLayout(self._column)
        self._area = scrolled(self._inner, self)
        self._area.setStyleSheet("QScrollArea, QWidget[kind='none'] { background: transparent; }")
        self._foot = column(spacing=8)
        self._all = layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(row(self._title, None, KeyCap(self, key="F9")))
        layout.addWidget(self._area, 1)
        layout.addLayout(self._foot)
        self.fold(False)

    def fold(self, folded: bool) -> None:
        """Folds to a strip, or opens again."""
        self.folded = folded
        self._title.setVisible(not folded)
        self._area.setVisible(not folded)
        for number in range(self._foot.count()):
            if (item := self._foot.itemAt(number)) and (widget := item.widget()):
                widget.setVisible(not folded)
        self._all.setContentsMargins(*((8, 20, 8, 16) if folded else (24, 20, 24, 16)))
        self.draw(width=FOLDED if folded else WIDE)

    def show_offers(
        self,
        now: Sequence[Offer],
        not_yet: Sequence[Offer] = (),
        *,
        done: Sequence[str] = (),
        always: Sequence[Offer] = (),
    ) -> None:
        """What is done (words), can be done now, cannot yet; `always` stands at the foot (danger).

        What stands there already stays: most answers change nothing here.
        """
        wanted = (tuple(now), tuple(not_yet), tuple(done), tuple(always))
        if wanted == self._shown:
            return
        self._shown = wanted
        empty(self._column)
        empty(self._foot)
        groups = [
            self._group("widgets.offers_done", [_Done(words) for words in done]),
            self._group("widgets.offers_now", [self._button(offer) for offer in now]),
            self._group("widgets.offers_not_yet", [_Refused(offer) for offer in not_yet]),
        ]
        for number, group in enumerate(filter(None, groups)):
            if number:
                self._column.addSpacing(14)
                self._column.addWidget(Rule(self._inner))
                self._column.addSpacing(14)
            self._column.addWidget(group)
        self._column.addStretch(1)
        if always:
            self._foot.addWidget(Rule(self))
        for offer in always:
            self._foot.addWidget(self._button(offer, "lifebuoy"))

    def _group(self, code: str, lines: Sequence[QWidget]) -> QWidget | None:
        if not lines:
            return None
        group = QWidget(self._inner)
        title = Label(group, text=self._say(code), size=13, strong=True, tone="soft")
        count = Label(group, text=str(len(lines)), size=13, tone="soft")
        layout = column(row(title, None, count), 2, *lines, spacing=0)
        group.setLayout(layout)
        return group

    def _button(self, offer: Offer, icon: str = "arrow-circle-right") -> OfferButton:
        button = OfferButton(offer, icon)
        button.clicked.connect(lambda: self.asked.emit(offer.act))
        return button


class _Done(QWidget):
    def __init__(self, words: str) -> None:
        super().__init__()
        self.setLayout(row(Icon(name="check-circle", tone="ok"), Label(text=words), None, spacing=12))
        self.setFixedHeight(worn().px(32))


class _Refused(QWidget):
    """An act that is not offered, the rule, and when it clears."""

    def __init__(self, offer: Offer) -> None:
        super().__init__()
        lock = Icon(name="lock-simple")
        words = Label(text=offer.words, tone="soft")
        reason = Label(text=offer.reason, size=13, tone="soft", wrap=True)
        line = row(lock, column(words, reason, spacing=1), spacing=12)
        line.setAlignment(lock, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 1)
        line.setContentsMargins(0, 6, 0, 6)
        self.setLayout(line)
        self.setAccessibleName(f"{offer.words}. {offer.reason}")
