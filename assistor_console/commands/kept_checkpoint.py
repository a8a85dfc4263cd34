"""The last checkpoint this console was told, kept in its data folder and compared after the next sign-in.

So a desk that was set back to an older state, or whose trail was changed, is noticed by every console that
was there before. A checkpoint that the desk does not know any more is never written over: each sign-in says
so again, until whoever looks into it takes the file away.
"""

import json
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ..gui.messages import Messages, moment
from ..gui.tasks import Tasks
from ..small_files import read_small

if TYPE_CHECKING:
    from ..requests.sign_in import Checkpoint, SignedIn
    from ..requests.trail import CheckpointCompared

FILE = "checkpoint.json"
_LONGEST = 1_000_000
"""Bytes of it: some thousand desks."""


class KeptCheckpoint(QObject):
    """Keeps one checkpoint for each desk this console was at; `desk` says which this one is."""

    def __init__(self, folder: Path, desk: str, tasks: Tasks, messages: Messages) -> None:
        super().__init__(tasks)
        self._file = folder / FILE
        self._desk, self._tasks, self._messages = desk, tasks, messages

    def compare(self, person: "SignedIn") -> None:
        """Somebody has signed in: the desk is asked about the checkpoint that is kept."""
        from ..requests.trail import CompareCheckpoint

        kept = self.kept()
        if kept is None:
            self._keep(person.checkpoint)
            return
        asked = CompareCheckpoint(number=kept.number, digest=kept.digest)
        self._tasks.send(asked).success(partial(self._on_compared, kept))

    def kept(self) -> "Checkpoint | None":
        """The checkpoint this desk told last; None where there is none fit to read."""
        from ..requests.sign_in import Checkpoint

        found = self._read().get(self._desk)
        try:
            return Checkpoint.model_validate(found) if found else None
        except ValueError:
            return None

    def _on_compared(self, kept: "Checkpoint", reply: "CheckpointCompared") -> None:
        if reply.agrees:
            self._keep(reply.newest)
        else:
            said = moment(kept.at, self._messages.language)
            self._messages.stand("frame.trail_disagrees", number=kept.number, time=said)

    def _keep(self, told: "Checkpoint | None") -> None:
        """A folder that cannot be written to keeps nothing."""
        if told is None:
            return
        content = json.dumps({**self._read(), self._desk: told.model_dump(mode="json")})
        fresh = self._file.with_suffix(".new")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
                file.write(content)
            os.replace(fresh, self._file)
        except OSError:
            return

    def _read(self) -> dict[str, object]:
        try:
            found = json.loads(read_small(self._file, _LONGEST))
        except (OSError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}
