"""The shared world, for the tests of this folder that do not make their own."""

from tests.worlds import bare, world

__all__ = ["bare", "world"]
