"""The account, its name and its temporary password."""

from datetime import datetime
from uuid import UUID

from pydantic import Field

from ..domain.terms import Text, Topic
from .base import ASSISTORS, Command, Reply
from .intake import CallSeen


class Spelled(Reply):
    """One character and the word that spells it, in both languages."""

    character: str = Field(repr=False)
    word: Text = Field(repr=False)


class AccountIssued(Reply):
    """What is read to the caller. The password is nowhere else, and not shown again."""

    call: CallSeen
    username: str
    username_spelled: Text
    password: tuple[Spelled, ...] = Field(repr=False)
    password_until: datetime
    letter_number: str
    address_masked: str
    mail_days_least: int
    mail_days_most: int
    code_days: int


class IssueAccount(Command[AccountIssued], allow=ASSISTORS, touches=frozenset({Topic.QUEUE, Topic.LETTERS})):
    """Creates the account and queues the letter: after a pass, or after a verified visit once proved."""

    call_id: UUID


class ReplacePassword(Command[AccountIssued], allow=ASSISTORS, touches=frozenset({Topic.QUEUE})):
    """Issues a different temporary password during the same call; the first stops working."""

    call_id: UUID
