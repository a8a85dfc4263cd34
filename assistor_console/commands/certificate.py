"""`assistor-console certificate`: a small authority and a server's certificate, to try a server with."""

import argparse
from pathlib import Path

from ..domain.errors import Trouble
from ..domain.terms import Language
from ..gui.texts import Say
from ..server.certificates import DAYS, NAMES, make_certificates
from ..settings import Settings


def main(given: argparse.Namespace, settings: Settings) -> int:
    """Makes the files and says what each is for; 0.

    Raises Trouble: serve.exists, serve.name, serve.unwritable.
    """
    folder = Path(given.out).expanduser().absolute()
    names = tuple(given.names) or NAMES
    try:
        made = make_certificates(folder, names)
    except FileExistsError as there:
        raise Trouble("serve.exists", file=str(there.filename or folder)) from None
    except ValueError:
        raise Trouble("serve.name", names=" ".join(names)) from None
    except OSError as failed:
        reason = failed.strerror or type(failed).__name__
        raise Trouble("serve.unwritable", folder=str(folder), reason=reason) from None
    say = Say(Language(given.language or "en"))
    print(say("serve.made", names=", ".join(names), days=DAYS))
    print(say("serve.made_server", certificate=made.certificate, key=made.private_key))
    print(say("serve.made_authority", file=made.authority))
    return 0
