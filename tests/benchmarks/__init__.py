"""The project's measurements: `python3 dev.py bench [NAME…] [--json]` runs them all through one frame."""
