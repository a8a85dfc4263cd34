"""A desk at the other end of HTTPS."""
