"""Ways to the practice clock: through a desk opened in this program, or by the operator's command."""

import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from ..assets import resource
from ..domain.errors import Trouble
from ..domain.shift import shift
from ..published.policy import read_policy
from ..published.tac import read_closed_days
from ..requests.operate import MoveClock
from ..requests.sign_in import Hello

if TYPE_CHECKING:
    from ..composing import Beside
    from ..requests.base import Desk
    from ..settings import Settings

AN_HOUR = timedelta(hours=1)
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


def working_time(now: datetime) -> datetime:
    """`now` (UTC) where new calls are taken for another hour, otherwise when they are next.

    By the first policy and the first closed days: the demonstration is of these.
    """
    policy = read_policy(resource("policy", "2017-12-10.yaml").read_text("utf-8"))
    closures = read_closed_days(resource("tac", "closed-days.yaml").read_text("utf-8"))
    seen, later = (shift(at, policy, closures) for at in (now, now + AN_HOUR))
    return (later if seen.open else seen).opens_at or now
