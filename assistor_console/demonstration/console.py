"""A console in a program of its own: one window on a desk elsewhere, worked by keys as it is told.

It knows the desk by its address alone; nothing of what rests there is within its reach.
"""

import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from traceback import format_tb
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ..domain.errors import Trouble
from ..domain.terms import Language, Realm
from ..gui.fonts import load as load_fonts
from .camera import Camera
from .hand import GLANCE_MS
from .seat import Seat

if TYPE_CHECKING:
    from ..desk.remote import RemoteDesk
    from ..requests.base import Link

GONE = "demo.console_gone"


@dataclass(frozen=True, slots=True)
class Place:
    """What a console is started with: the desk's address and the certificates it is checked against, the
    console's own name, where what it sends waits while the desk is away, and where its pictures go.

    `dress` puts colours on.
    """

    address: str
    trust: Path | None
    name: str
    spool: Path
    out: Path
    language: Language
    dress: Callable[[QApplication], None]

    def open_desk(self, on_link: "Callable[[Link], None]") -> "RemoteDesk":
        """Connects to the desk; a practice desk only."""
        from ..desk.remote import RemoteDesk

        desk = RemoteDesk(self.address, self.trust, self.name, self.spool, on_link)
        try:
            desk.connect(Realm.PRACTICE)
        except BaseException:
            desk.close()
            raise
        return desk


@dataclass(frozen=True, slots=True)
class Told:
    """An act to be done, and how many pictures were taken before it."""

    act: Callable[..., Any]
    given: tuple[Any, ...]
    named: dict[str, Any]
    pictures: int


@dataclass(frozen=True, slots=True)
class Came:
    """What came of an act, or why it could not be done; and the pictures taken."""

    result: Any
    trouble: tuple[str, dict[str, str | int]] | None
    pictures: list[Path]


def sit(place: Place, line: Connection) -> None:
    """The program of one console: opens its window, does what comes along the line until that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it ends it, after the play
    application = QApplication(sys.argv[:1])
    load_fonts()
    place.dress(application)
    camera = Camera(place.out)
    address = place.address.partition("://")[2]
    seat = Seat(place.open_desk, camera, place.language, address)
    listener = _Listener(seat, camera, line)
    application.exec()
    listener.stop()
    seat.close()
    shiboken6.delete(seat.console)  # a window must not outlive its application


class _Listener:
    """Looks often whether there is something to do; between, the window lives on its own."""

    def __init__(self, seat: Seat, camera: Camera, line: Connection) -> None:
        self._seat, self._camera, self._line = seat, camera, line
        self._busy = False
        self._timer = QTimer()
        self._timer.setInterval(GLANCE_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stop(self) -> None:
        """Listens no more."""
        self._timer.stop()

    def _look(self) -> None:
        if self._busy:
            return
        try:
            told = self._line.recv() if self._line.poll() else None
        except (EOFError, OSError):
            QApplication.quit()
            return
        if isinstance(told, Told):
            self._busy = True
            self._line.send(self._do(told))
            self._busy = False

    def _do(self, told: Told) -> Came:
        self._camera.before = told.pictures
        try:
            result = told.act(self._seat, *told.given, **told.named)
            return Came(result, None, self._camera.hand_over())
        except Trouble as trouble:
            return Came(None, (trouble.code, dict(trouble.values)), self._camera.hand_over())
        except Exception as bug:
            frames = "".join(format_tb(bug.__traceback__))
            print(f"{type(bug).__name__}\n{frames}", end="", file=sys.stderr, flush=True)
            return Came(None, (GONE, {"console": type(bug).__name__}), self._camera.hand_over())
