"""The desk over HTTPS."""
