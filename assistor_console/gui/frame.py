"""The console's window: the sign-in page first, then the pages of whoever signed in."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ..domain.errors import Trouble
from ..domain.terms import Language, Realm, Role
from .days import time_and_zone
from .desk_clock import DeskClock
from .messages import ZONE, Message, Messages, moment
from .page import Context, Page
from .pages.sign_in import SignInPage
from .style import wear, worn
from .tasks import Tasks
from .texts import Say, Translator
from .theme import Scheme, Theme, theme_of
from .widgets.bars import MessageLine
from .widgets.focus import FocusRing

if TYPE_CHECKING:
    from ..requests.sign_in import SignedIn
    from .overlays import Overlay
    from .widgets.top_bar import TopBar

PageMaker = Callable[[Context], Page]
PagesOf = Callable[[Role], Sequence[PageMaker]]
AWAY = ("desk.unreachable", "desk.closed")
SIZE, LEAST = QSize(1440, 900), QSize(1024, 640)
TITLE_BAR = 40


def fitting(room: QSize) -> QSize:
    """The size of a new window, in pixels, where a screen leaves `room` for it and its title bar."""
    return SIZE.boundedTo(room - QSize(0, TITLE_BAR))


class ConsoleWindow(QMainWindow):
    """One window per person.

    `pages_of(role)` gives the pages of a role; it is asked after sign-in, so that nothing is imported before.
    `signed_in(SignedIn)` and `signed_out()` say who works here; `look_changed(Theme)` is to be remembered.
    """

    signed_in = Signal(object)
    signed_out = Signal()
    look_changed = Signal(object)

    def __init__(
        self, tasks: Tasks, messages: Messages, pages_of: PagesOf, *, language: Language = Language.EN
    ) -> None:
        super().__init__()
        self._tasks, self._messages, self._pages_of = tasks, messages, pages_of
        self.clock = DeskClock(self)
        self._say = Say(language)
        self._pages: list[Page] = []
        self._overlay: Overlay | None = None
        self._quiet = True
        self._zone = ZONE
        self._bar: TopBar | None = None
        self._translator = Translator(language, self)
        application().installTranslator(self._translator)
        messages.language = language
        self._lay_out()
        self._frame_acts = self._make_acts()
        self._ring = FocusRing(self)
        tasks.replied.connect(self._on_replied)
        tasks.troubled.connect(self._on_troubled)
        messages.said.connect(self._on_said)
        self.clock.ticked.connect(self._on_ticked)
        self._show_sign_in()

    def _lay_out(self) -> None:
        self.setWindowTitle(self._say("frame.product"))
        size = self._first_size()
        self.setMinimumSize(LEAST.boundedTo(size))
        self.resize(size)
        middle = QWidget(self)
        self._column = QVBoxLayout(middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._stack = QStackedWidget(middle)
        self.line = MessageLine(middle)
        self._column.addWidget(self._stack, 1)
        self._column.addWidget(self.line)
        self.setCentralWidget(middle)

    def _first_size(self) -> QSize:
        """What no screen shows (tests, pictures) has the drawn size."""
        drawn = application().platformName() == "offscreen"
        return SIZE if drawn else fitting(self.screen().availableSize())

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
        page = self._stack.currentWidget()
        assert isinstance(page, Page)
        return page

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
        self._enter(self._pages[number])

    def sign_out(self) -> None:
        """Ends the session and shows the sign-in page; a page that is holding keeps the person here."""
        if held := next((code for page in self._pages if (code := page.holding())), ""):
            self._messages.warn(held)
            return
        if not self._pages:
            self.close()
            return
        from ..requests.sign_in import SignOut

        self._tasks.send(SignOut()).always(self._on_signed_out)

    def show_keys(self) -> None:
        """Every key of the page (F1)."""
        from .overlays import KeysOverlay

        self._present(KeysOverlay(self, self._say, self.acts()))

    def show_palette(self) -> None:
        """Every act of the page, by name (Ctrl+K)."""
        from .overlays import CommandPalette

        others = [act for act in self.acts() if act.objectName() != "frame.find_command"]
        palette = CommandPalette(self, self._say, others)
        self._present(palette, palette.focus())

    def show_display(self) -> None:
        """Colours and text size (F8)."""
        from .overlays import DisplayOverlay

        overlay = DisplayOverlay(self, self._say, worn(), self._theme)
        overlay.changed.connect(self.wear)
        self._present(overlay, overlay.focus())

    def wear(self, theme: Theme) -> None:
        """Puts a theme on."""
        wear(application(), theme)
        self.look_changed.emit(theme)

    def speak(self, language: Language) -> None:
        """The language of the interface; chosen on the sign-in page, before other pages are made."""
        self._say.language = self._translator.spoken = self._messages.language = language
        for act in self._frame_acts:
            act.setText(self._say(act.objectName()))
        application().removeTranslator(self._translator)
        application().installTranslator(self._translator)
        self.line.show_keys(self.page.hints())

    def _theme(self, scheme: Scheme, scale: float) -> Theme:
        return theme_of(scheme, scale, application().style().standardPalette())

    def _present(self, overlay: "Overlay", focus: QWidget | None = None) -> None:
        previous, self._overlay = self._overlay, overlay
        overlay.destroyed.connect(partial(self._on_overlay_gone, id(overlay)))
        if previous is not None:
            previous.dismiss()
        overlay.present(focus)

    def _on_overlay_gone(self, which: int, *_: object) -> None:
        if self._overlay is not None and id(self._overlay) == which:
            self._overlay = None

    def _show_sign_in(self) -> None:
        page = SignInPage(self._context(None))
        page.signed_in.connect(self._on_signed_in)
        page.language_chosen.connect(self.speak)
        page.display_asked.connect(self.show_display)
        page.first_staff_wanted.connect(self._show_first_supervisors)
        self._add(page)
        self._enter(page)

    def _show_first_supervisors(self) -> None:
        """Nobody works at this live desk yet: two people become its supervisors, then one may sign in."""
        from .pages.first_supervisors import FirstSupervisorsPage

        page, sign_in = FirstSupervisorsPage(self._context(None)), self.page
        page.made.connect(self._on_supervisors_made)
        sign_in.leave()
        self._add(page)
        self._enter(page)
        self._drop(sign_in)

    def _on_supervisors_made(self) -> None:
        done = self.page
        done.leave()
        self._show_sign_in()
        self._drop(done)

    def _add(self, page: Page) -> None:
        page.status_changed.connect(self._on_status)
        self._stack.addWidget(page)

    def _context(self, person: "SignedIn | None") -> Context:
        return Context(self._tasks, self._messages, self._say, self.clock, person)

    def _enter(self, page: Page) -> None:
        self._stack.setCurrentWidget(page)
        self._quiet = True
        taken = {act.shortcut().toString() for act in page.acts()}
        for act in self._frame_acts:
            key = str(act.property("key"))
            act.setShortcut(QKeySequence("" if key in taken else key))
            act.setVisible(act.objectName() != "frame.sign_out" or bool(self._pages))
        if self._bar is not None and page in self._pages:
            self._bar.show_page(self._pages.index(page))
        self.line.show_keys(page.hints())
        page.enter()

    def _on_signed_in(self, person: "SignedIn") -> None:
        self._tasks.desk.token = person.token
        context, sign_in = self._context(person), self.page
        self._show_bar(person)
        self._pages = [make(context) for make in self._pages_of(person.role)]
        assert self._bar is not None
        self._bar.show_pages([self._say(page.title_code) for page in self._pages])
        for number, page in enumerate(self._pages):
            self._add(page)
            self._go_act(number, page)
        if self._pages:
            sign_in.leave()
            self._enter(self._pages[0])
        self._drop(sign_in)
        self._greet(person)
        self.signed_in.emit(person)

    def _go_act(self, number: int, page: Page) -> None:
        action = QAction(self._say("frame.page", title=self._say(page.title_code)), page)
        action.setShortcut(QKeySequence(f"Ctrl+{number + 1}"))
        action.triggered.connect(partial(self.show_page, number))
        self.addAction(action)
        self._frame_acts.append(action)
        action.setProperty("key", f"Ctrl+{number + 1}")

    def _show_bar(self, person: "SignedIn") -> None:
        from .widgets.top_bar import TopBar

        self._bar = TopBar(self._say, self)
        self._bar.page_chosen.connect(self.show_page)
        role = self._say(f"frame.role_{person.role}", staff_id=person.staff_id, office=person.office or "")
        self._bar.show_person(person.name, role)
        self._bar.show_practice(person.realm is Realm.PRACTICE)
        self._zone = ZoneInfo(person.zone)
        self._column.insertWidget(0, self._bar)
        self._on_ticked()

    def _greet(self, person: "SignedIn") -> None:
        if person.last_sign_in is None:
            self._messages.info("frame.signed_in_first")
        else:
            said = moment(person.last_sign_in, self._say.language)
            self._messages.info("frame.signed_in", time=said)

    def _on_signed_out(self) -> None:
        gone, self._pages = self._pages, []
        self._tasks.desk.token = ""
        self.page.leave()
        self._frame_acts = [act for act in self._frame_acts if act.objectName()]
        self._show_sign_in()
        for page in gone:
            self._drop(page)
        if self._bar is not None:
            self._column.removeWidget(self._bar)
            self._bar.hide()
            self._bar.deleteLater()
            self._bar = None
        self._messages.info("frame.signed_out")
        self.signed_out.emit()

    def _drop(self, page: Page) -> None:
        if page.isAncestorOf(self._ring):
            self._ring.let_go()
        self._stack.removeWidget(page)
        page.deleteLater()

    def _on_replied(self, reply: object) -> None:
        if (now := getattr(reply, "now", None)) is not None:
            self.clock.tell(now)
        if self._bar is not None:
            self._bar.show_desk(True)

    def _on_troubled(self, trouble: Trouble) -> None:
        if self._bar is not None and trouble.code in AWAY:
            self._bar.show_desk(False)

    def _on_said(self, message: Message) -> None:
        self._quiet = False
        self.line.show_message(message)

    def _on_status(self, words: str) -> None:
        if self._quiet and self.sender() is self.page:
            self.line.show_words(words)

    def _on_ticked(self) -> None:
        if self._bar is not None and self.clock.known:
            self._bar.show_clock(time_and_zone(self.clock.now(), self._zone))

    def closeEvent(self, event: QCloseEvent) -> None:
        """A page that is holding keeps the window open; otherwise everything sent is finished first."""
        if held := next((code for page in self._pages if (code := page.holding())), ""):
            self._messages.warn(held)
            event.ignore()
            return
        self._tasks.close()
        application().removeTranslator(self._translator)
        super().closeEvent(event)


def application() -> QApplication:
    """The running application."""
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    return running
