"""Ways to the practice clock: through a desk opened in this program, or by the operator's command."""

import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from ..domain.errors import Trouble
from ..requests.operate import MoveClock
from ..requests.sign_in import Hello

if TYPE_CHECKING:
    from ..composing import Beside
    from ..requests.base import Desk
    from ..settings import Settings

PATIENCE = 60.0
"""How long the command may take, in seconds."""


@dataclass(frozen=True, slots=True)
class OwnClock:
    """The clock of a desk that this program has opened beside its database."""

    beside: "Beside"

    def now(self) -> datetime:
        """The practice time (UTC)."""
        return self.beside.desk().send(Hello()).now

    def move_to(self, moment: datetime) -> None:
        """Moves it forward."""
        self.beside.operator().send(MoveClock(to=moment))


@dataclass(frozen=True, slots=True)
class ClockCommand:
    """The clock of a desk elsewhere: told by the desk, moved by `assistor-console clock` in a program of its
    own, so that this one never holds the database.
    """

    desk: "Desk"
    settings: "Settings"

    def now(self) -> datetime:
        """The practice time (UTC)."""
        return self.desk.send(Hello()).now

    def move_to(self, moment: datetime) -> None:
        """Moves it forward; Trouble("demo.clock") with the command's own last words where it cannot."""
        settings = self.settings
        command = [sys.executable, "-m", "assistor_console", "clock", "--to", moment.isoformat()]
        command += ["--database", settings.database, "--data-dir", str(settings.data_dir)]
        if settings.key_file is not None:
            command += ["--key-file", str(settings.key_file)]
        environment = os.environ | {"ASSISTOR_REALM": settings.realm.value}
        done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=PATIENCE)
        if done.returncode:
            raise Trouble("demo.clock", reason=(done.stderr.strip().splitlines() or [""])[-1])
