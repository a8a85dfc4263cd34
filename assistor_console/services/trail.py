"""The sealed trail, as consoles see it."""
