"""A pass between a console and its desk that ends TLS on both sides and keeps every byte the desk sends."""

import asyncio
import re
import ssl
from base64 import b64decode
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from urllib.parse import urlsplit

from tests.benchmarks.blind_memory import words_of
from tests.benchmarks.blind_net import overlapping
from tests.serving import Address, certificates

_DOCUMENT = re.compile(rb'"content":"([A-Za-z0-9+/=]+)"')
_PIECE = 1 << 16
Keep = Callable[[bytes], object]


class Recording:
    """What the desk has sent, a file for each connection."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.connections = 0

    def new_file(self) -> Path:
        """Where the next connection is kept."""
        self.connections += 1
        return self._folder / f"{self.connections:04d}.sent"

    def sent(self) -> Iterator[bytes]:
        """All of it, in pieces that overlap within a connection; after it what its PDF documents say."""
        for path in sorted(self._folder.glob("*.sent")):
            content = path.read_bytes()
            yield from overlapping(content)
            for match in _DOCUMENT.finditer(content):
                document = b64decode(match[1])
                yield words_of(document) if document.startswith(b"%PDF") else document


@contextmanager
def recorded(url: str, trust: Path, folder: Path) -> Iterator[tuple[Address, Recording]]:
    """Within the block a console that goes to this address reaches the desk at `url`."""
    recording = Recording(folder)
    ready, ends = Event(), asyncio.Event()
    loop = asyncio.new_event_loop()
    found: list[int] = []

    async def serve() -> None:
        async with _listening(url, trust, recording) as port:
            found.append(port)
            ready.set()
            await ends.wait()

    thread = Thread(target=lambda: loop.run_until_complete(serve()), name="pass")
    thread.start()
    try:
        assert ready.wait(30)
        yield Address(f"https://localhost:{found[0]}", certificates().authority), recording
    finally:
        loop.call_soon_threadsafe(ends.set)
        thread.join()
        loop.close()


@asynccontextmanager
async def _listening(url: str, trust: Path, recording: Recording) -> AsyncIterator[int]:
    files = certificates()
    mine = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    mine.load_cert_chain(files.certificate, files.private_key)
    theirs = ssl.create_default_context(cafile=trust)
    desk = urlsplit(url)
    pairs: set[asyncio.Task[None]] = set()

    async def pair(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        pairs.add(task)
        task.add_done_callback(pairs.discard)
        answers, asks = await asyncio.open_connection(desk.hostname, desk.port, ssl=theirs)
        # A task that ends as cancelled is told as a failure by asyncio's streams.
        with recording.new_file().open("wb") as file, suppress(asyncio.CancelledError):
            await asyncio.gather(_pump(reader, asks), _pump(answers, writer, file.write))

    server = await asyncio.start_server(pair, "127.0.0.1", 0, ssl=mine)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for task in pairs:
            task.cancel()
        await asyncio.gather(*pairs, return_exceptions=True)


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, keep: Keep | None = None) -> None:
    """Passes on until one side is gone; then the other goes too."""
    try:
        while piece := await reader.read(_PIECE):
            if keep is not None:
                keep(piece)
            writer.write(piece)
            await writer.drain()
    except OSError:
        return
    finally:
        writer.close()
