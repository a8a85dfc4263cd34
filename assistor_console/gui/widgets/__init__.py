"""Painted widgets: each takes its parent first and everything else by name."""
