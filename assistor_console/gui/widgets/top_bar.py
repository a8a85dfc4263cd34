"""The dark bar at the top: mark, pages, practice tag, clock, desk, person."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from .. import icons
from ..style import worn
from ..texts import Say
from .label import Label
from .marks import Icon
from .panel import empty, row
from .scaled import ScaledFrame
from .tips import literal

HEIGHT = 48
BADGE, BADGE_GAP, MOST = 20, 6, 99


class Tab(QPushButton):
    """The name of a page, and how much waits on it in a badge; the one shown is underlined."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._badge = ""
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ringRadius", 4)

    def show_count(self, count: int, said: str) -> None:
        """How much waits on the page, 0 for nothing, and page and number in words."""
        self._badge = f"{MOST}+" if count > MOST else str(count or "")
        self.setAccessibleName(said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The words at their strongest, so that nothing moves."""
        wide = QFontMetricsF(worn().font(15, strong=True)).horizontalAdvance(self.text())
        return QSize(round(wide) + 4 + self._badge_room(), worn().px(HEIGHT))

    def _badge_width(self) -> int:
        wide = QFontMetricsF(worn().font(13, strong=True)).horizontalAdvance(self._badge)
        return max(worn().px(BADGE), round(wide) + worn().px(10))

    def _badge_room(self) -> int:
        return self._badge_width() + worn().px(BADGE_GAP) if self._badge else 0

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the words and, for the page shown, the line below."""
        theme, painter, shown = worn(), QPainter(self), self.isChecked()
        painter.setFont(theme.font(15, strong=shown))
        painter.setPen(theme.colour("bar_ink" if shown or self.underMouse() else "bar_soft"))
        words = self.rect().adjusted(0, 0, -self._badge_room(), 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), self.text())
        if self._badge:
            self._paint_badge(painter)
        if shown:
            painter.fillRect(0, self.height() - 3, self.width(), 3, theme.colour("bar_ink"))

    def _paint_badge(self, painter: QPainter) -> None:
        """A pill in the bar's own ink: how much waits is no alarm by itself."""
        theme, wide, high = worn(), self._badge_width(), worn().px(BADGE)
        box = QRectF(self.width() - wide, (self.height() - high) / 2, wide, high)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("bar_ink"))
        painter.drawRoundedRect(box, high / 2, high / 2)
        painter.setPen(theme.colour("bar"))
        painter.setFont(theme.font(13, strong=True))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._badge)


class PracticeTag(Label):
    """Says that nothing here is real."""

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent, text=say("widgets.practice"), size=13, strong=True, tone="practice_ink")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The words with room around them."""
        return super().sizeHint() + QSize(worn().px(22), worn().px(6))

    def minimumSizeHint(self) -> QSize:
        """The same: it is never shortened."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the tag."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(worn().colour("practice"))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        painter.end()
        super().paintEvent(event)


class _Mark(QWidget):
    def sizeHint(self) -> QSize:
        """As large as what it draws."""
        return QSize(worn().px(24), worn().px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws it in the theme that is worn."""
        side = worn().px(24)
        box = QRectF(0, (self.height() - side) / 2, side, side)
        icons.paint(QPainter(self), "shield-check-fill", box, worn().colour("bar_ink"))


class TopBar(ScaledFrame):
    """48 pixels high. `page_chosen(int)` carries the tab a person chose, counted from 0."""

    page_chosen = Signal(int)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self.setProperty("kind", "bar")
        self._tabs: list[Tab] = []
        self._tab_row = row(spacing=26)
        self._practice = PracticeTag(say, self)
        self._clock_icon = Icon(self, name="clock", size=16, tone="bar_soft")
        self._clock = Label(self, size=13, tone="bar_soft")
        self._desk_icon = Icon(self, name="link-simple", size=16, tone="bar_soft")
        self._desk = Label(self, size=13, tone="bar_soft")
        self._person = Label(self, size=15, strong=True, tone="bar_ink")
        self._role = Label(self, size=13, tone="bar_soft")
        self._line = line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(10)
        line.addWidget(_Mark(self))
        self._product = Label(self, text=say("frame.product"), size=17, strong=True, tone="bar_ink")
        line.addWidget(self._product)
        line.addSpacing(32)
        line.addLayout(self._tab_row)
        line.addStretch(1)
        line.addWidget(self._practice)
        line.addSpacing(12)
        line.addLayout(row(self._clock_icon, self._clock, 16, self._desk_icon, self._desk, spacing=6))
        line.addSpacing(10)
        line.addLayout(row(self._person, self._role, spacing=8))
        self.draw(height=HEIGHT)
        self._first_out = (self._desk, self._role, self._product)
        self.show_desk(True)
        self.show_clock("")

    def _fit(self) -> None:
        """In a narrow window less is said, so that nothing is cut off: the icon alone tells of the desk, then
        the role goes, then the product's name."""
        for label in self._first_out:
            label.show()
        for label in self._first_out:
            if self._line.sizeHint().width() <= self.width():
                return
            label.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        self._fit()

    def show_pages(self, titles: Sequence[str]) -> None:
        """The pages this person has, the first shown; Ctrl+1, Ctrl+2 … go there."""
        empty(self._tab_row)
        self._tabs = []
        for number, title in enumerate(titles):
            tab = Tab(title, self)
            tab.setAccessibleDescription(f"Ctrl+{number + 1}")
            tab.clicked.connect(lambda _checked=False, number=number: self.page_chosen.emit(number))
            self._tabs.append(tab)
            self._tab_row.addWidget(tab)
        self.show_page(0)
        self._fit()

    def show_page(self, number: int) -> None:
        """Underlines a tab without a signal."""
        if number < len(self._tabs):
            self._tabs[number].setChecked(True)

    def show_count(self, number: int, count: int) -> None:
        """How much waits on the page of a tab."""
        if number < len(self._tabs):
            tab = self._tabs[number]
            tab.show_count(count, self._say("widgets.tab_count", title=tab.text(), count=count))
            self._fit()

    def show_practice(self, practice: bool) -> None:
        """Shows or takes away the practice tag."""
        self._practice.setVisible(practice)
        self._fit()

    def show_clock(self, time: str) -> None:
        """The desk's time as words; empty hides it."""
        self._clock.setText(time)
        self._clock.setVisible(bool(time))
        self._clock_icon.setVisible(bool(time))
        self._fit()

    def show_desk(self, connected: bool) -> None:
        """Whether the desk answers."""
        self._desk.setText(self._say("frame.desk_connected" if connected else "frame.desk_away"))
        self._desk_icon.show_icon("link-simple" if connected else "link-break")
        self._desk_icon.setAccessibleName(self._desk.text())
        self._desk_icon.setToolTip(literal(self._desk.text()))
        self._fit()

    def show_person(self, name: str, role: str) -> None:
        """Who works here, and as what."""
        self._person.setText(name)
        self._role.setText(role)
        self._fit()
