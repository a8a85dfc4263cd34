"""The caller's own way to the end: the code of the letter is redeemed with the temporary password."""

from uuid import UUID

from ..domain.codes import read_activation
from ..domain.policy import Policy
from ..domain.terms import Topic
from ..domain.usernames import read_username
from .base import ANYONE, Reply, Secret, Trial


class Redeemed(Reply):
    """The account is active; nothing else is told of it."""

    account: UUID

    def about(self) -> UUID:
        """The account."""
        return self.account


class RedeemCode(
    Trial[Redeemed],
    allow=ANYONE,
    limit="redeem",
    costly=True,
    touches=frozenset({Topic.QUEUE, Topic.LETTERS}),
):
    """Tests account name, temporary password and the letter's code together, and ends the case.

    Refused: redeem.wrong, whatever of the three it is; to who has the right password and that very code also
    redeem.voided, where a newer letter has replaced the code's, and redeem.expired, after its last day.
    """

    username: Secret
    password: Secret
    code: Secret

    def subject(self) -> str:
        """Counted for the account name, whether there is such an account or not."""
        return read_username(self.username)

    def check(self, policy: Policy) -> None:
        """A code with too few digits was mistyped, and costs nothing."""
        read_activation(self.code, policy.activation_code_digits)
