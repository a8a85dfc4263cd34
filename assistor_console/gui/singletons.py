"""Holds Python's singletons in memory where Qt's bindings would count them away.

PySide6 6.12 is built as if None, True and False were immortal, which they are from Python 3.12 on. Before
that every method that returns nothing takes one reference too many, and after some thousand of them the
interpreter ends with "deallocating None". A count beyond reach makes them immortal here too.
"""

import ctypes
import sys

OUT_OF_REACH = 1 << 40


def keep_alive() -> None:
    """Lifts the reference counts of the singletons once; does nothing where they are immortal."""
    if sys.version_info >= (3, 12):
        return
    for single in (None, True, False, NotImplemented, ...):
        count = ctypes.c_ssize_t.from_address(id(single))
        if count.value < OUT_OF_REACH // 2:
            count.value += OUT_OF_REACH
