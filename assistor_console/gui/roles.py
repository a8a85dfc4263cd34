"""Which pages each role sees, in the order of their tabs."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from ..domain.terms import Role
from .frame import PageMaker

if TYPE_CHECKING:
    from .documents import SaveDocument


def pages(role: Role, save: "SaveDocument | None" = None) -> Sequence[PageMaker]:
    """The pages of a role; asked after sign-in, so that nothing of a page is imported before.

    `save` keeps the documents that pages ask for: into the person's downloads unless given.
    """
    if role is Role.TAC:
        from .pages.tac import TodayPage

        return (TodayPage,)
    if role is Role.SUPERVISOR:
        return _supervisor(save)
    return _assistor(save) if role is Role.ASSISTOR else ()


def _assistor(save: "SaveDocument | None") -> Sequence[PageMaker]:
    from .documents import into_downloads
    from .pages.call import CallPage

    return (partial(CallPage, save=save or into_downloads),)


def _supervisor(save: "SaveDocument | None") -> Sequence[PageMaker]:
    from .documents import into_downloads
    from .pages.alerts import AlertsPage
    from .pages.letter_run import LetterRunsPage
    from .pages.queue import QueuesPage
    from .pages.staff import StaffPage

    return (QueuesPage, partial(LetterRunsPage, save=save or into_downloads), StaffPage, AlertsPage)
