"""The pages before anybody works at a window: signing in, and the first staff of a live desk."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from .page import Context, Page
from .pages.sign_in import SignInPage

if TYPE_CHECKING:
    from .page_stack import PageStack


class Entrance(QObject):
    """Shows the way in on a stack of pages. `signed_in(SignedIn)` ends it, or `ready()` for who had to get
    ready first.

    `language_chosen(Language)`, `display_asked()` and `sign_out_asked()` are the pages' own.
    """

    signed_in = Signal(object)
    ready = Signal()
    sign_out_asked = Signal()
    language_chosen = Signal(object)
    display_asked = Signal()

    def __init__(self, stack: "PageStack", context: Callable[[], Context]) -> None:
        super().__init__(stack)
        self._stack, self._context = stack, context

    def show(self, notice: str = "") -> SignInPage:
        """The sign-in page; `notice` is the code of why somebody is here who has not asked for it."""
        page = SignInPage(self._context())
        page.signed_in.connect(self.signed_in)
        page.language_chosen.connect(self.language_chosen)
        page.display_asked.connect(self.display_asked)
        page.first_staff_wanted.connect(self._show_first_supervisors)
        if notice:
            page.show_notice(notice)
        self._stack.enter(page)
        return page

    def show_ready(self, context: Context) -> None:
        """The page of somebody who has to choose a password or enrol a second factor before they work."""
        from .pages.ready import ReadyPage

        page = ReadyPage(context)
        page.ready.connect(self.ready)
        page.display_asked.connect(self.display_asked)
        page.sign_out_asked.connect(self.sign_out_asked)
        self._replace(lambda: self._stack.enter(page))

    def _show_first_supervisors(self, least: int) -> None:
        """Nobody works at this live desk yet: two people become its supervisors, then one may sign in."""
        from .pages.first_supervisors import FirstSupervisorsPage

        page = FirstSupervisorsPage(self._context(), least)
        page.made.connect(self._on_made)
        self._replace(lambda: self._stack.enter(page))

    def _on_made(self) -> None:
        self._replace(self.show)

    def _replace(self, show: Callable[[], object]) -> None:
        before: Page = self._stack.page
        before.leave()
        show()
        self._stack.drop(before)
