"""The call page: what the call needs next, and nothing else."""

from .page import CallPage

__all__ = ["CallPage"]
