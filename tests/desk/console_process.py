"""A console in a process of its own, to be killed: signs in, and sends answers while its wire is cut.

    python -m tests.desk.console_process URL TRUST SPOOL CONSOLE STAFF_ID PASSWORD CODE

It says "signed in"; then each line it reads is "CALL NUMBER TEXT", an answer to send. It says "kept N"
whenever so many answers wait in its spool.
"""

import sys
from pathlib import Path
from threading import Thread
from uuid import UUID

from assistor_console.desk.remote import RemoteDesk
from assistor_console.requests.base import Link
from assistor_console.requests.interview import AnswerQuestion
from assistor_console.requests.sign_in import SignIn


def told(link: Link) -> None:
    """What waits stands in the spool before it is told."""
    print(f"kept {link.kept}", flush=True)


def main(url: str, trust: str, spool: str, console: str, staff_id: str, password: str, code: str) -> None:
    desk = RemoteDesk(url, Path(trust), console, Path(spool), told)
    desk.send(SignIn(staff_id=staff_id, password=password, code=code))
    print("signed in", flush=True)
    for line in sys.stdin:
        call, number, text = line.rstrip("\n").split(" ", 2)
        request = AnswerQuestion(call_id=UUID(call), number=int(number), text=text)
        Thread(target=desk.send, args=(request,), daemon=True).start()


if __name__ == "__main__":
    main(*sys.argv[1:])
