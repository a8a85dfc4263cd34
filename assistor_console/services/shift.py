"""The shift: when new calls may be taken."""
