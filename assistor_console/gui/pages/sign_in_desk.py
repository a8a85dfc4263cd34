"""Which desk the sign-in page is connected to, and what is wrong when it is not."""

from random import uniform

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.errors import Trouble
from ..messages import trouble_text
from ..texts import Say
from ..theme import Tone
from ..widgets.label import Label
from ..widgets.marks import Icon
from ..widgets.notices import Banner
from ..widgets.panel import row

AWAY, REALM = "desk.unreachable", "realm.other"
FIRST_S, LAST_S = 4, 30
"""After how many seconds a desk that cannot be reached is tried again: first, and at most."""


class DeskState(QWidget):
    """A banner at the top of the page, hidden while all is well. `due()` comes when it is time to try again.

    `try_again` is the page's act that does so at once.
    """

    due = Signal()

    def __init__(self, say: Say, address: str, try_again: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._say, self._address, self._try_again = say, address, try_again
        self._trouble: Trouble | None = None
        self._notice = ""
        self._tries = self._left = 0
        self._banner = Banner(self, tone=Tone.WARN)
        self._banner.button.set_key("F5")
        self._banner.pressed.connect(try_again.trigger)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 0)
        layout.addWidget(self._banner)
        self._show()

    @property
    def code(self) -> str:
        """What is wrong, "" while nothing is."""
        return self._trouble.code if self._trouble else ""

    def words(self) -> str:
        """What the banner says, "" while it is hidden."""
        return "" if self.isHidden() else self._banner.accessibleName()

    def show_notice(self, code: str) -> None:
        """Why somebody is here who has not asked for it: a sentence's code; its title's ends in `_title`."""
        self._notice = code
        self._show()

    def show_trouble(self, trouble: Trouble) -> None:
        """The desk cannot be used; one that cannot be reached is tried again by itself."""
        self._tries = self._tries + 1 if trouble.code == self.code else 0
        self._trouble = trouble
        if self._waits():
            self._left = round(min(LAST_S, FIRST_S * 2**self._tries) * uniform(0.75, 1.25))
        self._show()

    def show_trying(self) -> None:
        """It is being tried at this moment."""
        self._left = 0
        self._show()

    def show_well(self) -> None:
        """The desk answers."""
        self._trouble = None
        self._show()

    def tick(self) -> None:
        """Another second."""
        if self._left:
            self._left -= 1
            if not self._left:
                self.due.emit()
            self._show()

    def _waits(self) -> bool:
        return self.code == AWAY and bool(self._address)

    def show_words(self) -> None:
        """The same, in the language spoken now."""
        self._show()

    def _show(self) -> None:
        self._try_again.setText(self._say("sign_in.try_again"))
        self._try_again.setEnabled(bool(self._trouble))
        self._try_again.setVisible(bool(self._trouble))
        self.setVisible(bool(self._trouble or self._notice))
        if self._trouble is not None:
            self._banner.show_words(self._title(), self._text(self._trouble), self._say("sign_in.try_again"))
        elif self._notice:
            self._banner.show_words(self._say(f"{self._notice}_title"), self._say(self._notice))

    def _title(self) -> str:
        if not self._address:
            return self._say("sign_in.desk_shut")
        which = "desk_away" if self._waits() else "desk_unfit"
        return self._say(f"sign_in.{which}", address=self._address)

    def _text(self, trouble: Trouble) -> str:
        if trouble.code == REALM and self._address:
            found, wanted = trouble.values["found"], trouble.values["wanted"]
            named = {str(realm): self._say(f"sign_in.realm_{realm}") for realm in (found, wanted)}
            words = {"found": named[str(found)], "wanted": named[str(wanted)], "flag": f"--{found}"}
            return self._say("sign_in.desk_realm", **words)
        if not self._waits():
            return trouble_text(trouble, self._say.language)
        if self._left:
            return self._say("sign_in.desk_again", seconds=self._left)
        return self._say("sign_in.desk_trying")


class DeskName(QWidget):
    """Where the desk is, in the page's head; nothing for the desk in this program."""

    def __init__(self, address: str, parent: QWidget) -> None:
        super().__init__(parent)
        icon = Icon(self, name="link-simple", size=18)
        label = Label(self, text=address, size=15, tone="soft")
        line: QHBoxLayout = row(icon, label)
        self.setLayout(line)
        self.setAccessibleName(address)
        self.setVisible(bool(address))
