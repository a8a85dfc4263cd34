"""Where a document goes that the desk has drawn: into a folder, and onto the screen."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from ..domain.errors import Trouble
from ..requests.base import Document

SaveDocument = Callable[[Document], Path]
"""Keeps a document and tells where; raises Trouble("console.no_folder") where it cannot."""


def into(folder: Path, show: Callable[[Path], object] | None = None) -> SaveDocument:
    """Saves into a folder, never over another file; `show` opens what was saved."""

    def save(document: Document) -> Path:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path = _new(folder, Path(document.name).name, document.content)
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


def _new(folder: Path, name: str, content: bytes) -> Path:
    """A file that did not exist: "slip.pdf", then "slip (2).pdf"."""
    stem, ending = Path(name).stem, Path(name).suffix
    number = 1
    while True:
        path = folder / (name if number == 1 else f"{stem} ({number}){ending}")
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
