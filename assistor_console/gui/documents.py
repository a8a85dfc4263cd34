"""Where a document goes that the desk has drawn: into a folder, and onto the screen."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from ..domain.errors import Trouble
from ..requests.base import Document

ENDINGS = {"application/pdf": ".pdf", "text/calendar": ".ics"}
"""What a desk draws: nothing else is opened on this machine, whatever it is called."""
LONGEST = 100
SaveDocument = Callable[[Document], Path]
"""Keeps a document and tells where; raises Trouble("console.no_folder") where it cannot."""


def into(folder: Path, show: Callable[[Path], object] | None = None) -> SaveDocument:
    """Saves into a folder, never over another file; `show` opens what was saved."""

    def save(document: Document) -> Path:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path = _new(folder, *named(document), document.content)
        except OSError as failed:
            raise Trouble("console.no_folder", folder=str(folder), reason=failed.strerror or "") from failed
        if show is not None:
            show(path)
        return path

    return save


def into_downloads(document: Document) -> Path:
    """Saves into the person's downloads folder and opens it with the desktop."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    return into(Path(place), _open)(document)


def named(document: Document) -> tuple[str, str]:
    """Name and ending of the file it is saved in. No name leads to another folder, hides a file or
    pretends to be another kind of file: it is of letters, digits, "-" and "_" alone."""
    kept = "".join(char for char in Path(document.name).stem if char.isalnum() or char in "-_")
    return kept[:LONGEST] or "document", ENDINGS.get(document.media_type, ".txt")


def _new(folder: Path, stem: str, ending: str, content: bytes) -> Path:
    """A file that did not exist: "slip.pdf", then "slip (2).pdf"."""
    number = 1
    while True:
        path = folder / (f"{stem}{ending}" if number == 1 else f"{stem} ({number}){ending}")
        try:
            # A slip and a letter carry a code: nobody else on this machine reads them.
            with open(path, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
                file.write(content)
        except FileExistsError:
            number += 1
            continue
        return path


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
