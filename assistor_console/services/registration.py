"""Redeeming the code of a letter."""

from dataclasses import replace
from uuid import UUID

from ..desk.work import Work
from ..domain.codes import read_activation, read_password
from ..domain.errors import Refused, refused
from ..domain.letter import Letter
from ..domain.terms import State
from ..domain.usernames import read_username
from ..requests.registration import RedeemCode, Redeemed
from ..store.accounts import Account
from .passwords import matches

_NOBODY = UUID(int=0)
"""Asked for a letter where nobody has the name, so that an unknown one costs the same time."""


@RedeemCode.handler
def redeem_code(request: RedeemCode, work: Work) -> Redeemed:
    """All three are looked at before anything is said; a redeemed code is spent, and the case is over."""
    account = work.store.accounts.named(read_username(request.username))
    right = matches(read_password(request.password), account.password_hash if account else None)
    code = read_activation(request.code, work.policy.activation_code_digits)
    letter = work.store.letters.with_code(account.id if account else _NOBODY, code)
    if account is None or not right or letter is None:
        raise refused("redeem.wrong")
    if no := _past(account, letter, work):
        raise no
    case = work.store.cases.get(account.case_id, lock=True)
    if case is None or case.state is not State.LETTER_MAILED:
        raise refused("redeem.wrong")
    work.store.attempts.settle(work.ticket)
    work.store.letters.save(replace(letter, live=False))
    work.store.cases.save(case.after("activate", work.now))
    work.store.cases.note(case.id, "activate", {}, work.now, None)
    return Redeemed(account=account.id)


def _past(account: Account, letter: Letter, work: Work) -> Refused | None:
    """Why a code that was right is not any more."""
    if not letter.live:
        return refused("redeem.voided")
    late = letter.deadline is not None and work.now >= letter.deadline
    return refused("redeem.expired") if late or work.now >= account.password_until else None
