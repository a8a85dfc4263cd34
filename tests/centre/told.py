"""What the centre says while it comes up and goes down: a line each, with the seconds since it began."""

import sys
import time
from collections.abc import Callable

Tell = Callable[[str], None]


def teller() -> Tell:
    """Says lines on the error stream, so that the closing line of JSON stays alone on the other."""
    begun = time.monotonic()

    def tell(words: str) -> None:
        print(f"{time.monotonic() - begun:6.1f} s  {words}", file=sys.stderr, flush=True)

    return tell
