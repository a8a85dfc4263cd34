"""Line editors made for what is typed into them. Each says its value as the desk reads it."""

import re
from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ..style import worn


class LineEdit(QLineEdit):
    """Plain text on one line. `size` is normal, tall (48), small (36) or answer (60, 28 px text).

    `entered(str)` carries the value when Enter is pressed, `changed(str)` whenever a person changes it.
    """

    entered = Signal(str)
    changed = Signal(str)
    PREFIX = ""

    def __init__(
        self, parent: QWidget | None = None, *, size: str = "normal", name: str = "", example: str = ""
    ) -> None:
        super().__init__(parent)
        self.setProperty("drawn", size)
        self.setProperty("prefix", bool(self.PREFIX))
        self.setProperty("ringRadius", 6)
        self.setAccessibleName(name)
        self.setPlaceholderText(example)
        self.textEdited.connect(self._on_edited)
        self.returnPressed.connect(lambda: self.entered.emit(self.value()))

    def value(self) -> str:
        """What was typed, without what the editor put in; "" where nothing was."""
        return self.text().strip()

    def set_value(self, value: str) -> None:
        """Puts a value in without a signal, shown as if typed."""
        self.setText(self.shaped(value))

    def problem(self) -> str:
        """The code of what is wrong with the shape of the value, or "". Never whether it is right."""
        return "" if self.value() else "editors.nothing"

    def set_problem(self, problem: bool) -> None:
        """Draws the border of a field that is wrong, or the usual one."""
        if bool(self.property("problem")) != problem:
            self.setProperty("problem", problem)
            self.style().unpolish(self)
            self.style().polish(self)

    def shaped(self, typed: str) -> str:
        """The typed text as this editor shows it."""
        return typed

    def _on_edited(self, typed: str) -> None:
        before, at = self.text(), self.cursorPosition()
        kept = len(_significant(before[:at]))
        shown = self.shaped(typed)
        if shown != before:
            self.setText(shown)
            self.setCursorPosition(_place_after(shown, kept, at == len(before)))
        self.changed.emit(self.value())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the prefix inside the field."""
        super().paintEvent(event)
        if not self.PREFIX:
            return
        theme, painter = worn(), QPainter(self)
        answer = self.property("drawn") == "answer"
        painter.setFont(theme.font(28 if answer else 17))
        painter.setPen(theme.colour("soft"))
        box = QRectF(14 if answer else 12, 0, self.width(), self.height())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), self.PREFIX)


def _significant(text: str) -> str:
    return re.sub(r"[^\w.]", "", text)


def _place_after(shown: str, kept: int, at_end: bool) -> int:
    """Where the cursor belongs after `kept` significant characters of the shown text."""
    if at_end:
        return len(shown)
    for place in range(len(shown) + 1):
        if len(_significant(shown[:place])) >= kept:
            return place
    return len(shown)


class MoneyEdit(LineEdit):
    """Dollars, or dollars and cents; thousands are parted as typed. The value has no commas: "6214.50"."""

    PREFIX = "$"

    def shaped(self, typed: str) -> str:
        """Digits in threes and at most two decimals."""
        minus = "-" if typed.strip().startswith("-") else ""
        whole, point, cents = re.sub(r"[^\d.]", "", typed).partition(".")
        whole = f"{int(whole[:13]):,}" if whole else ""
        return f"{minus}{whole}{point}{cents.replace('.', '')[:2]}"

    def value(self) -> str:
        """The amount without commas."""
        return self.text().replace(",", "").strip()

    def problem(self) -> str:
        """A number must be there."""
        return "" if re.search(r"\d", self.text()) else "editors.no_amount"


class _Digits(LineEdit):
    GROUPS: tuple[int, ...] = ()
    BETWEEN = "-"
    SHORT = ""

    def shaped(self, typed: str) -> str:
        """The digits in their groups."""
        digits, parts = re.sub(r"\D", "", typed), []
        for group in self.GROUPS:
            parts.append(digits[:group])
            digits = digits[group:]
        return self.BETWEEN.join(part for part in parts if part)

    def problem(self) -> str:
        """The code of what is missing, or ""."""
        return "" if len(re.sub(r"\D", "", self.text())) == sum(self.GROUPS) else self.SHORT


class TinEdit(_Digits):
    """A TIN, parted as it is typed: "900-00-1234"."""

    GROUPS, SHORT = (3, 2, 4), "editors.short_tin"


class LastFourEdit(_Digits):
    """The last four digits of a number."""

    GROUPS, SHORT = (4,), "editors.short_four"


class CountEdit(_Digits):
    """A small whole number."""

    GROUPS, SHORT = (2,), "editors.no_count"

    def problem(self) -> str:
        """At least one digit."""
        return "" if self.text() else self.SHORT


class DateEdit(LineEdit):
    """A day, month first; slashes come by themselves. The value is "MM/DD/YYYY" as typed."""

    def shaped(self, typed: str) -> str:
        """Digits in the groups 2, 2 and 4; a typed slash fills up a single digit."""
        parts = re.sub(r"[^\d/]", "", re.sub(r"[-. ]", "/", typed)).split("/")
        digits = "".join(
            part.zfill(2) if 0 < len(part) < 2 and i < len(parts) - 1 else part
            for i, part in enumerate(parts)
        )
        shown = "/".join(part for part in (digits[:2], digits[2:4], digits[4:8]) if part)
        return shown + ("/" if typed.endswith("/") and len(digits) in (2, 4) else "")

    def day(self) -> date | None:
        """The day, or None where there is no such day."""
        if not (found := re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", self.value())):
            return None
        month, day, year = (int(part) for part in found.groups())
        try:
            return date(year, month, day)
        except ValueError:
            return None

    def problem(self) -> str:
        """A day of the calendar."""
        return "" if self.day() else "editors.no_such_date"


class PlainEdit(LineEdit):
    """Names and addresses as they are said."""
