"""The console's window: the sign-in page first, then the pages of whoever signed in."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from ..domain.terms import Language, Role
from .counts import Counts
from .desk_clock import DeskClock
from .entrance import Entrance
from .head import Head
from .link_banner import LinkBanner
from .live import Live
from .messages import Message, Messages, moment
from .overlays_host import OverlaysHost
from .page import Context, Page
from .page_stack import PageStack
from .session import Session
from .style import wear
from .tasks import Tasks
from .texts import Say, Translator
from .theme import Theme
from .widgets.bars import MessageLine

if TYPE_CHECKING:
    from ..requests.sign_in import SignedIn

PageMaker = Callable[[Context], Page]
PagesOf = Callable[[Role], Sequence[PageMaker]]
SIZE, LEAST = QSize(1440, 900), QSize(1024, 640)
TITLE_BAR = 40


def fitting(room: QSize) -> QSize:
    """The size of a new window, in pixels, where a screen leaves `room` for it and its title bar."""
    return SIZE.boundedTo(room - QSize(0, TITLE_BAR))


class ConsoleWindow(QMainWindow):
    """One window per person.

    `pages_of(role)` gives the pages of a role; it is asked after sign-in, so that nothing is imported before.
    `address` is where the desk is, as a person reads it ("" for the one in this program).
    `signed_in(SignedIn)` and `signed_out()` say who works here; `look_changed(Theme)` is to be remembered.
    """

    signed_in = Signal(object)
    signed_out = Signal()
    look_changed = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        messages: Messages,
        pages_of: PagesOf,
        *,
        language: Language = Language.EN,
        address: str = "",
    ) -> None:
        super().__init__()
        self._tasks, self._messages, self._pages_of, self._address = tasks, messages, pages_of, address
        self.clock = DeskClock(self)
        self._say = Say(language)
        self._pages: list[Page] = []
        self._laid_by: tuple[UUID, list[Page]] | None = None
        self._quiet = True
        self._translator = Translator(language, self)
        application().installTranslator(self._translator)
        messages.language = language
        self._lay_out()
        self._head = Head(self._column, tasks, self.clock, self._say, self)
        self._live = Live(tasks, lambda: self.page, self)
        self._counts = Counts(self._live, self._head, self)
        self._session = Session(tasks, self._live, self)
        self._overlays = OverlaysHost(self, self._say, self.acts)
        self._entrance = Entrance(self._stack, lambda: self._context(None))
        self._frame_acts = self._make_acts()
        self._connect()
        self._entrance.show()

    def _lay_out(self) -> None:
        self.setWindowTitle(self._say("frame.product"))
        size = self._first_size()
        self.setMinimumSize(LEAST.boundedTo(size))
        self.resize(size)
        middle = QWidget(self)
        self._column = QVBoxLayout(middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.link_banner = LinkBanner(self._tasks, self._messages, self._say, middle)
        self._stack = PageStack(self)
        self.line = MessageLine(middle)
        self._column.addWidget(self.link_banner)
        self._column.addWidget(self._stack, 1)
        self._column.addWidget(self.line)
        self.setCentralWidget(middle)

    def _first_size(self) -> QSize:
        """What no screen shows (tests, pictures) has the drawn size."""
        drawn = application().platformName() == "offscreen"
        return SIZE if drawn else fitting(self.screen().availableSize())

    def _connect(self) -> None:
        self._tasks.replied.connect(self._on_replied)
        self._messages.said.connect(self._on_said)
        self._head.page_chosen.connect(self.show_page)
        self._stack.entered.connect(self._on_entered)
        self._stack.status.connect(self._on_status)
        self._overlays.theme_chosen.connect(self.wear)
        self._session.left.connect(self._on_left)
        self._session.over.connect(self._on_over)
        self._entrance.signed_in.connect(self._on_signed_in)
        self._entrance.language_chosen.connect(self.speak)
        self._entrance.display_asked.connect(self.show_display)

    def _make_acts(self) -> list[QAction]:
        acts = (
            ("frame.all_keys", "F1", self.show_keys),
            ("frame.find_command", "Ctrl+K", self.show_palette),
            ("frame.display", "F8", self.show_display),
            ("frame.sign_out", "Ctrl+Q", self.sign_out),
        )
        return [self._frame_act(code, key, then) for code, key, then in acts]

    def _frame_act(self, code: str, key: str, then: Callable[[], None]) -> QAction:
        action = QAction(self._say(code), self)
        action.setObjectName(code)
        action.setProperty("key", key)
        action.triggered.connect(lambda: then())
        self.addAction(action)
        return action

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._stack.page

    @property
    def pages(self) -> list[Page]:
        """The pages of whoever signed in, in the order of their tabs; empty before."""
        return list(self._pages)

    def acts(self) -> list[QAction]:
        """What can be done now: the page's acts, then the frame's."""
        return [*self.page.acts(), *(act for act in self._frame_acts if act.isVisible())]

    def show_page(self, number: int) -> None:
        """Goes to a page by the place of its tab."""
        if not 0 <= number < len(self._pages) or self._pages[number] is self.page:
            return
        self.page.leave()
        self._stack.enter(self._pages[number])

    def sign_out(self) -> None:
        """Ends the session and shows the sign-in page; a page that is holding keeps the person here."""
        if held := self._holding():
            self._messages.warn(held)
        elif self._session.person is None:
            self.close()
        else:
            self._session.leave()

    def _holding(self) -> str:
        return next((code for page in self._pages if (code := page.holding())), "")

    def show_keys(self) -> None:
        """Every key of the page (F1)."""
        self._overlays.show_keys()

    def show_palette(self) -> None:
        """Every act of the page, by name (Ctrl+K)."""
        self._overlays.show_palette()

    def show_display(self) -> None:
        """Colours and text size (F8)."""
        self._overlays.show_display()

    def wear(self, theme: Theme) -> None:
        """Puts a theme on."""
        wear(application(), theme)
        self.look_changed.emit(theme)

    def speak(self, language: Language) -> None:
        """The language of the interface; chosen on the sign-in page, before other pages are made."""
        if language is not self._say.language:
            self._forget_laid_by()
        self._say.language = self._translator.spoken = self._messages.language = language
        for act in self._frame_acts:
            act.setText(self._say(act.objectName()))
        application().removeTranslator(self._translator)
        application().installTranslator(self._translator)
        self.line.show_keys(self.page.hints())
        self.link_banner.show_words()

    def _context(self, person: "SignedIn | None") -> Context:
        return Context(self._tasks, self._messages, self._say, self.clock, person, self._address)

    def _on_entered(self, page: Page) -> None:
        self._quiet = True
        self._live.entered()
        taken = {act.shortcut().toString() for act in page.acts()}
        for act in self._frame_acts:
            key = str(act.property("key"))
            act.setShortcut(QKeySequence("" if key in taken else key))
            act.setVisible(act.objectName() != "frame.sign_out" or bool(self._pages))
        if page in self._pages:
            self._head.show_page(self._pages.index(page))
        self.line.show_keys(page.hints())

    def _on_signed_in(self, person: "SignedIn") -> None:
        sign_in, again = self.page, self._take_up(person)
        self._session.begin(person)
        if not again:
            context = self._context(person)
            self._pages = [make(context) for make in self._pages_of(person.role)]
        self._head.show(person, [self._say(page.title_code) for page in self._pages])
        for number, page in enumerate(self._pages):
            self._stack.add(page)
            self._go_act(number, page)
        self._counts.begin(self._pages)
        if self._pages:
            sign_in.leave()
            self._stack.enter(self._pages[0])
        self._stack.drop(sign_in)
        if again:
            self.page.touched()
        self._greet(person)
        self.signed_in.emit(person)

    def _take_up(self, person: "SignedIn") -> bool:
        """Takes up the pages that were laid by when this person's session ended; another's are forgotten."""
        if self._laid_by is not None and self._laid_by[0] == person.person:
            self._pages, self._laid_by = self._laid_by[1], None
            return True
        self._forget_laid_by()
        return False

    def _forget_laid_by(self) -> None:
        if self._laid_by is not None:
            _, pages = self._laid_by
            self._laid_by = None
            for page in pages:
                self._stack.drop(page)

    def _go_act(self, number: int, page: Page) -> None:
        action = QAction(self._say("frame.page", title=self._say(page.title_code)), self)
        action.setShortcut(QKeySequence(f"Ctrl+{number + 1}"))
        action.triggered.connect(partial(self.show_page, number))
        self.addAction(action)
        self._frame_acts.append(action)
        action.setProperty("key", f"Ctrl+{number + 1}")

    def _greet(self, person: "SignedIn") -> None:
        if person.last_sign_in is None:
            self._messages.info("frame.signed_in_first")
        else:
            said = moment(person.last_sign_in, self._say.language)
            self._messages.info("frame.signed_in", time=said)

    def _on_left(self) -> None:
        """The person has signed out: nothing of theirs stays."""
        gone = self._go_out("")
        for page in gone:
            self._stack.drop(page)
        self._messages.info("frame.signed_out")
        self.signed_out.emit()

    def _on_over(self, code: str) -> None:
        """The session ended by itself: what was typed waits for this person, and for nobody else."""
        person = self._session.ended
        pages = self._go_out(code)
        if person is not None:
            self._laid_by = person.person, pages
        self._messages.warn(code)
        self.signed_out.emit()

    def _go_out(self, notice: str) -> list[Page]:
        gone, self._pages = self._pages, []
        self._counts.end()
        self.page.leave()
        self._overlays.dismiss()
        for act in self._frame_acts:
            if not act.objectName():
                self.removeAction(act)
        self._frame_acts = [act for act in self._frame_acts if act.objectName()]
        self._entrance.show(notice)
        self._head.hide()
        return gone

    def _on_replied(self, reply: object) -> None:
        if (now := getattr(reply, "now", None)) is not None:
            self.clock.tell(now)

    def _on_said(self, message: Message) -> None:
        self._quiet = False
        self.line.show_message(message)

    def _on_status(self, words: str) -> None:
        if self._quiet:
            self.line.show_words(words)

    def closeEvent(self, event: QCloseEvent) -> None:
        """A page that is holding keeps the window open while the desk is here; everything sent is finished
        first, and what waits for a desk that is away stays on this computer."""
        if self._tasks.here and (held := self._holding()):
            self._messages.warn(held)
            event.ignore()
            return
        for page in self._pages:
            page.leave()
        self.hide()  # nobody looks at a window that waits for its desk to end
        self._session.close()
        self._tasks.close()
        application().removeTranslator(self._translator)
        super().closeEvent(event)


def application() -> QApplication:
    """The running application."""
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    return running
