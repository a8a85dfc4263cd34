"""Which pages each role sees, in the order of their tabs."""

from collections.abc import Sequence

from ..domain.terms import Role
from .frame import PageMaker


def pages(role: Role) -> Sequence[PageMaker]:
    """The pages of a role; asked after sign-in, so that nothing of a page is imported before."""
    if role is Role.TAC:
        from .pages.tac import TodayPage

        return (TodayPage,)
    if role is Role.SUPERVISOR:
        return _supervisor()
    return _assistor() if role is Role.ASSISTOR else ()


def _assistor() -> Sequence[PageMaker]:
    from .pages.call import CallPage

    return (CallPage,)


def _supervisor() -> Sequence[PageMaker]:
    from .pages.letter_run import LetterRunsPage
    from .pages.queue import QueuesPage
    from .pages.staff import StaffPage

    return (QueuesPage, LetterRunsPage, StaffPage)
