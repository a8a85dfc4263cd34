"""Whether there is a screen to show windows on, and windows without one."""

import os
import sys
from collections.abc import Mapping

from ..domain.errors import Trouble

PLATFORM = "QT_QPA_PLATFORM"


def has_screen(environ: Mapping[str, str]) -> bool:
    """Whether Qt will find a screen: always but on Linux without a display."""
    if not sys.platform.startswith("linux") or environ.get(PLATFORM):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def need_screen() -> None:
    """Trouble("console.no_screen") where there is none; Qt itself would end the process without a word."""
    if not has_screen(os.environ):
        raise Trouble("console.no_screen")


def do_without_screen() -> None:
    """Lets Qt draw off-screen where there is no screen; before the application is made."""
    if not has_screen(os.environ):
        os.environ[PLATFORM] = "offscreen"
