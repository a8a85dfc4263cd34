"""`assistor-console serve`: a desk on PostgreSQL, served to consoles over HTTPS."""

import argparse
import signal
import socket
import ssl
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from ..central import open_served
from ..composing import key_source
from ..domain.errors import Trouble
from ..domain.terms import Language
from ..gui.texts import Say
from ..server import logs, tls
from ..server.app import make_app
from ..server.counting import count_alone, count_in, forget
from ..server.listening import Place, listen, place
from ..server.processes import Processes
from ..server.running import Server
from ..settings import Settings
from ..store.key_source import KeySource


def main(given: argparse.Namespace, settings: Settings) -> int:
    """Serves until it is asked to end (SIGTERM, Ctrl+C); 0.

    Raises Trouble: database.…, key.…, realm.other, and serve.… for a certificate or an address that will not
    do.
    """
    if not settings.database:
        raise Trouble("database.none")
    with _ended_by_signal():
        _serve(given, settings)
    return 0


@contextmanager
def _ended_by_signal() -> Iterator[None]:
    """Within the block SIGTERM ends this process in order even where nothing serves yet, or any more."""
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _serve(given: argparse.Namespace, settings: Settings) -> None:
    secure = _check(settings, datetime.now(UTC)) is not None
    with listen(place(settings.listen)) as listening:
        logs.begin()
        begun = partial(_tell, Say(Language(given.language or "en")), settings, listening, secure)
        if settings.processes == 1:
            count_alone()
            serve(settings, listening, begun, (signal.SIGTERM, signal.SIGINT))
        else:
            _serve_together(settings, listening, begun)


def _serve_together(settings: Settings, listening: socket.socket, begun: Callable[[], None]) -> None:
    with TemporaryDirectory(prefix="assistor-metrics-") as name:
        # A child inherits no key from the environment: it comes through the pipe with all else.
        given, folder = (settings, name, key_source(settings)), Path(name)
        Processes(settings.processes, _serve_one, given, listening, lambda pid: forget(pid, folder)).run(
            begun
        )


def _serve_one(
    given: tuple[Settings, str, KeySource], listening: socket.socket, begun: Callable[[], None]
) -> None:
    """What each of several processes does; they count in one folder."""
    settings, folder, source = given
    count_in(Path(folder))
    logs.begin()
    serve(settings, listening, begun, source=source)


def serve(
    settings: Settings,
    listening: socket.socket,
    begun: Callable[[], None],
    ends: tuple[signal.Signals, ...] = (signal.SIGTERM,),
    source: KeySource | None = None,
) -> None:
    """One process: opens the desk and serves it until one of the signals `ends` comes."""
    desk = open_served(settings, source=source)
    try:
        Server(make_app(desk), _context(settings), begun, ends).run([listening])
    finally:
        desk.close()


def _check(settings: Settings, now: datetime) -> tuple[Path, Path] | None:
    """The files of the certificate, tested; None where plain HTTP on this machine alone was asked for."""
    files = _files(settings)
    if files is not None:
        tls.check_files(*files, now)
    elif not place(settings.listen).loopback:
        raise Trouble("serve.tls_required", at=settings.listen)
    return files


def _files(settings: Settings) -> tuple[Path, Path] | None:
    if settings.certificate is None and settings.private_key is None:
        return None
    if settings.certificate is None or settings.private_key is None:
        raise Trouble("serve.one_file")
    return settings.certificate, settings.private_key


def _context(settings: Settings) -> ssl.SSLContext | None:
    files = _files(settings)
    return tls.context(*files) if files else None


def _tell(say: Say, settings: Settings, listening: socket.socket, secure: bool) -> None:
    host = place(settings.listen).host
    url = Place(host, listening.getsockname()[1]).url(secure)
    code = "serve.listening" if secure else "serve.listening_plain"
    realm = say(f"database.{settings.realm}")
    print(say(code, url=url, realm=realm, processes=settings.processes), flush=True)
