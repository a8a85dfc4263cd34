"""Assistor Console: proves by telephone who a caller is when the caller cannot do it online."""

__version__ = "0.1.0"
