"""`assistor-console restore`: puts a copy of an embedded desk in its place."""

import argparse
import json
import sys
from pathlib import Path

from ..copies import restore
from ..domain.errors import Cancelled, Trouble
from ..gui.texts import text
from ..settings import Settings
from .backup import told


def main(given: argparse.Namespace, settings: Settings) -> int:
    """Puts it back and says where the database before is kept; 0, or 1 where Ctrl+C left all as it was."""
    if settings.database:
        raise Trouble("backup.postgresql")
    try:
        with told() as reached:
            done = restore(settings, Path(given.file).absolute(), reached, older=given.older)
    except Cancelled:
        print(text("backup.cancelled", settings.language), file=sys.stderr)
        return 1
    number = done.manifest.newest.number if done.manifest.newest else 0
    aside = str(done.aside) if done.aside else ""
    if given.json:
        print(json.dumps({"file": given.file, "seal": number, "aside": aside}))
        return 0
    print(text("backup.restored", settings.language, made_at=done.manifest.made_at, seal=number))
    if aside:
        print(text("backup.aside", settings.language, file=aside))
    return 0
