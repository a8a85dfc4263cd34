"""Queueing a letter: its number and code, and whether its address can be printed in the envelope's window."""

import secrets
from dataclasses import replace
from uuid import uuid4

from ..assets import resource
from ..desk.work import Work
from ..domain.codes import activation_code
from ..domain.letter import Letter, LetterState
from ..domain.records import Address
from ..domain.times import local_day


def check_mailable(name: str, address: Address) -> None:
    """Refused("letters.address_…") where the mailing block would not be whole in the window."""
    from ..letters.address import mailing_block  # ReportLab is slow to import
    from ..letters.stationery import load_stationery

    mailing_block(load_stationery(resource("letters")).layout, name, address)


def next_letter_number(work: Work) -> str:
    """The next letter number: "L-17-020916"."""
    year = local_day(work.now, work.policy.zone)
    return f"L-{year:%y}-{work.store.next_number('letter'):06d}"


def new_code(work: Work) -> str:
    """A fresh activation code of policy's length."""
    return activation_code(work.policy.activation_code_digits, secrets.randbelow)


def new_letter(work: Work, old: Letter) -> Letter:
    """A queued letter in the place of a superseded one, with another number and code."""
    return replace(
        old,
        id=uuid4(),
        number=next_letter_number(work),
        state=LetterState.QUEUED,
        live=True,
        queued_at=work.now,
        code=new_code(work),
        code_index=None,
        notice=None,
        last_day=None,
        deadline=None,
        run_id=None,
    )
