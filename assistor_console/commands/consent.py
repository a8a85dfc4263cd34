"""A person at a terminal agrees to what cannot be taken back."""

import sys

from ..domain.errors import Trouble
from ..gui.texts import Say


def agreed(say: Say) -> bool:
    """Whether whoever sits at the terminal types yes, in either language.

    Raises Trouble("consent.no_terminal") where nobody can be asked: the command takes `--yes` there.
    """
    if not sys.stdin.isatty():
        raise Trouble("consent.no_terminal")
    print(say("consent.ask"), end=" ", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in say("consent.words").split()
