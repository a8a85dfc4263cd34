"""The shared world, for the tests of this folder that do not make their own."""

from tests.hashing import quick_hashes
from tests.worlds import bare, world

__all__ = ["bare", "quick_hashes", "world"]
