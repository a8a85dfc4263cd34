"""The first versions of everything published, as they lie in `resources/`, and how each kind is read."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from typing import Any, cast

import yaml

from .assets import resource
from .published.identity_documents import read_identity_documents
from .published.policy import read_policy
from .published.script import open_script
from .published.tables import read_tables
from .published.tac import read_closed_days, read_offices
from .store.publications import Publication

READERS: dict[str, Callable[[str], Any]] = {
    "policy": read_policy,
    "script": open_script,
    "tables": read_tables,
    "offices": read_offices,
    "closed_days": read_closed_days,
    "identity_documents": read_identity_documents,
}

FILES: tuple[tuple[str, str, str], ...] = (
    ("policy", "policy", "2017-12-10.yaml"),
    ("script", "scripts", "exception-2017.yaml"),
    ("tables", "tables", "words-2017.yaml"),
    ("offices", "tac", "offices-2017.yaml"),
    ("closed_days", "tac", "closed-days.yaml"),
    ("identity_documents", "policy", "identity-documents-2017.yaml"),
)


def first_versions() -> Iterator[tuple[str, bytes]]:
    """Every first version as kind and text."""
    for kind, folder, name in FILES:
        yield kind, resource(folder, name).read_bytes()


def publication(kind: str, body: bytes) -> Publication:
    """A text with the version and the day its own head names."""
    head = yaml.safe_load(body)
    effective = datetime.combine(cast(date, head["effective"]), time(), UTC)
    return Publication(kind, str(head["version"]), effective, body)
