"""Who may be proved by telephone, and who need not be (e-Services notice, December 2017)."""

from enum import StrEnum

from .subject import Subject


class Standing(StrEnum):
    """How a caller whose identity items passed stands with Secure Access."""

    NEEDS_PROOFING = "needs_proofing"
    ALREADY_REGISTERED = "already_registered"
    NOT_A_USER = "not_a_user"


def closing_line(
    *, individual: bool, own_behalf: bool, eservices_user: bool, tried_online: bool
) -> str | None:
    """The id of the script line that ends the call kindly, or None where the caller may go on.

    Individuals are proved, not firms; only for themselves; only existing e-Services users who could not
    authenticate online.
    """
    if not individual:
        return "close_business"
    if not own_behalf:
        return "close_representative"
    if not eservices_user:
        return "close_not_user"
    return None if tried_online else "close_try_online"


def standing(subject: Subject) -> Standing:
    """Whether the subject must be proved.

    A Secure Access account of any origin needs no new one. Without one nobody is exempt: neither TIN Matching
    users nor those once verified by telephone after Letter 5903.
    """
    if subject.user is None:
        return Standing.NOT_A_USER
    return Standing.ALREADY_REGISTERED if subject.user.account else Standing.NEEDS_PROOFING
