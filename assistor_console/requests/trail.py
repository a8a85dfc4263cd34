"""The sealed trail: comparing checkpoints."""

from pydantic import Field

from .base import STAFF, Query, Reply
from .sign_in import Checkpoint


class CheckpointCompared(Reply):
    """Whether the seal of that number has that digest here; and the newest seal.

    `agrees` is false where the desk was set back to an older state, or its trail was changed.
    """

    agrees: bool
    newest: Checkpoint | None


class CompareCheckpoint(Query[CheckpointCompared], allow=STAFF):
    """A console holds the last checkpoint it was told against the desk's trail."""

    number: int = Field(ge=1)
    digest: str = Field(pattern=r"^[0-9a-f]{64}$")
