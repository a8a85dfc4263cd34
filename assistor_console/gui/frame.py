"""The console's window: the sign-in page first, then the pages of whoever signed in."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from ..domain.terms import Language, Role
from .clipboard import Clipboard
from .counts import Counts
from .desk_clock import DeskClock
from .entrance import Entrance
from .frame_acts import FrameActs, Standing
from .head import Head
from .laid_by import LaidBy
from .link_banner import LinkBanner
from .live import Live
from .lock import Lock
from .messages import Message, Messages, greet
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
        self._quiet = True
        self._translator = Translator(language, self)
        application().installTranslator(self._translator)
        messages.language = language
        self._lay_out()
        self._head = Head(self._column, tasks, self.clock, self._say, self)
        self._live = Live(tasks, lambda: self.page, self)
        self._counts = Counts(self._live, self._head, self)
        self._session = Session(tasks, self._live, self)
        self.clipboard = Clipboard(self)
        self._overlays = OverlaysHost(self, self._say, self.acts)
        self._laid_by = LaidBy(self.clock, self._stack.drop, self)
        self._entrance = Entrance(self._stack, lambda: self._context(None))
        self._frame_acts = self._make_acts()
        self._connect()
        self._entrance.show()

    def _lay_out(self) -> None:
        self.setWindowTitle(self._say("frame.product"))
        size = self._first_size()
        self.setMinimumSize(LEAST.boundedTo(size))
        self.resize(size)
        whole, middle = QWidget(self), QWidget(self)
        outer, self._column = QVBoxLayout(whole), QVBoxLayout(middle)
        for column in (outer, self._column):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
        outer.addWidget(middle)
        self.lock = Lock(outer, middle, self._tasks, self._messages, self._say, self.clock, whole)
        self.link_banner = LinkBanner(self._tasks, self._messages, self._say, middle)
        self._stack = PageStack(self)
        self.line = MessageLine(middle)
        for widget in (self.link_banner, self.lock.banner, self._stack, self.line):
            self._column.addWidget(widget, int(widget is self._stack))
        self.setCentralWidget(whole)

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
        self.lock.locked.connect(self._on_locked)
        self.lock.opened.connect(self._on_unlocked)
        self.lock.left.connect(self._session.leave_for)
        self.lock.ran_out.connect(self._session.end)
        self._entrance.signed_in.connect(self._on_signed_in)
        self._entrance.ready.connect(self._on_ready)
        self._entrance.sign_out_asked.connect(self.sign_out)
        self._entrance.language_chosen.connect(self.speak)
        self._entrance.display_asked.connect(self.show_display)

    def _make_acts(self) -> FrameActs:
        acts = (
            ("frame.all_keys", "F1", Standing.OUTSIDE, self.show_keys),
            ("frame.find_command", "Ctrl+K", Standing.OUTSIDE, self.show_palette),
            ("frame.display", "F8", Standing.OUTSIDE, self.show_display),
            ("lock.lock_now", "Ctrl+L", Standing.SIGNED_IN, self.lock.lock),
            ("frame.sign_out", "Ctrl+Q", Standing.SIGNED_IN, self.sign_out),
            ("ready.change_password", "", Standing.WORKING, self.change_password),
            ("ready.new_codes", "", Standing.WORKING, self.make_codes),
        )
        return FrameActs(self, self._say, acts)

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
        return [*self.page.acts(), *self._frame_acts.shown()]

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

    def change_password(self) -> None:
        """Another password for whoever works here."""
        self._overlays.show_password(self._context(self._session.person))

    def make_codes(self) -> None:
        """New recovery codes for whoever works here."""
        self._overlays.show_codes(self._context(self._session.person))

    def wear(self, theme: Theme) -> None:
        """Puts a theme on."""
        wear(application(), theme)
        self.look_changed.emit(theme)

    def speak(self, language: Language) -> None:
        """The language of the interface; chosen on the sign-in page, before other pages are made."""
        if language is not self._say.language:
            self._laid_by.forget()
        self._say.language = self._translator.spoken = self._messages.language = language
        self._frame_acts.speak()
        application().removeTranslator(self._translator)
        application().installTranslator(self._translator)
        self.line.show_keys(self.page.hints())
        self.link_banner.show_words()

    def _context(self, person: "SignedIn | None") -> Context:
        return Context(self._tasks, self._messages, self._say, self.clock, person, self._address)

    def _on_entered(self, page: Page) -> None:
        self._quiet = True
        self._live.entered()
        self._frame_acts.enter(page)
        if page in self._pages:
            self._head.show_page(self._pages.index(page))
        self.line.show_keys(page.hints())

    def _on_signed_in(self, person: "SignedIn") -> None:
        self._session.begin(person)
        self.clipboard.begin(person.clipboard_seconds)
        self.lock.begin(person)
        if person.must:
            self._frame_acts.stand(Standing.SIGNED_IN)
            self._entrance.show_ready(self._context(person))
        else:
            self._admit(person)
        greet(self._messages, person)

    def _on_ready(self) -> None:
        if self._session.person is not None:
            self._admit(self._session.person)
            self._messages.info("ready.done")

    def _admit(self, person: "SignedIn") -> None:
        """Opens the pages of the person's role, or those that were laid by when their session ended."""
        before, again = self.page, self._laid_by.take(person)
        self._session.work()
        self._frame_acts.stand(Standing.WORKING)
        context = self._context(person)
        self._pages = again or [make(context) for make in self._pages_of(person.role)]
        self._head.show(person, [self._say(page.title_code) for page in self._pages])
        self._frame_acts.add_pages(self._pages, self.show_page)
        for page in self._pages:
            self._stack.add(page)
        self._counts.begin(self._pages)
        before.leave()
        if self._pages:
            self._stack.enter(self._pages[0])
            self._stack.drop(before)
        if again:
            self.page.touched()
        self.signed_in.emit(person)

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
        if person is not None and pages:
            self._laid_by.keep(person, pages)
        self._messages.warn(code)
        self.signed_out.emit()

    def _go_out(self, notice: str) -> list[Page]:
        before, gone, self._pages = self.page, self._pages, []
        self._counts.end()
        self.lock.end()
        self.clipboard.end()
        before.leave()
        self._overlays.dismiss()
        self._frame_acts.drop_pages()
        self._frame_acts.stand(Standing.OUTSIDE)
        self._frame_acts.allow(True)
        self._entrance.show(notice)
        if before not in gone:
            self._stack.drop(before)
        self._head.hide()
        return gone

    def _on_locked(self) -> None:
        """Nothing of the work stays in sight, in reach of a key or on the clipboard."""
        self._overlays.dismiss()
        self.clipboard.clear()
        self._live.rest()
        self._frame_acts.allow(False)
        for page in self._pages:
            page.locked()

    def _on_unlocked(self) -> None:
        self._frame_acts.allow(True)
        self._live.wake()

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
            self.lock.show_held(held)
            event.ignore()
            return
        for page in self._pages:
            page.leave()
        self.hide()  # nobody looks at a window that waits for its desk to end
        self.lock.end()
        self.clipboard.end()
        self._session.close()
        self._tasks.close()
        application().removeTranslator(self._translator)
        super().closeEvent(event)


def application() -> QApplication:
    """The running application."""
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    return running
