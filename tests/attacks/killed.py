"""A desk's process that dies (kill -9) in the middle of a guess, again and again.

`python -m tests.attacks.killed` reads one guess a line: at which database, who sends it, which request, its
fields, the time, and at which place after its attempt was committed it dies. For each it starts a process of
its own with a desk of its own, and says with which signal that one ended (0: the guess came through).
"""

import json
import os
import signal
import sys
from contextlib import suppress
from datetime import datetime

from sqlalchemy import Connection

from assistor_console.composing import pipeline_over
from assistor_console.domain.errors import Refused, Trouble
from assistor_console.requests.base import Envelope
from assistor_console.requests.wire import kinds
from assistor_console.store.database import Database
from tests.attacks.striking import Striking
from tests.worlds import KEY

KINDS = {kind.act(): kind for kind in kinds()}


def kill(connection: Connection, place: str) -> None:
    """This process is gone."""
    os.kill(os.getpid(), signal.SIGKILL)


def guess(line: str) -> None:
    """One guess, in a process of its own."""
    told = json.loads(line)
    database = Database(told["url"], KEY)
    pipeline = pipeline_over(database, lambda: datetime.fromisoformat(told["now"]))
    request = KINDS[told["act"]].model_validate(told["fields"])
    with Striking(database.engine) as striking, striking.at(told["place"], kill), suppress(Refused, Trouble):
        pipeline.run(Envelope(told["who"], console="killed"), request)


def main() -> None:
    """Until there are no more lines."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            guess(line)
            os._exit(0)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    main()
