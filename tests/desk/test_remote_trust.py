"""What answers at an address may be no desk, or not the one it should be."""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from assistor_console import __version__
from assistor_console.desk import exchange
from assistor_console.desk.connection import trusting
from assistor_console.desk.remote import RemoteDesk
from assistor_console.domain.errors import Trouble, refused
from assistor_console.domain.terms import Language, Realm, Reason
from assistor_console.requests.intake import StartCall
from assistor_console.requests.sign_in import Greeting, Hello, SignOut
from assistor_console.server.certificates import Files, make_certificates
from assistor_console.services.sign_in import hello
from tests.desk.far import console, wire, world
from tests.desk.flaky import Flaky
from tests.serving import certificates
from tests.worlds import World

__all__ = ["wire", "world"]
GARBAGE = b"MARISOL 123-00-4417"
PLAIN = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
OK = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n"
Answers = Callable[[socket.socket], None]


@contextmanager
def answering(answer: Answers, files: Files | None = None) -> Iterator[str]:
    """The address of a server that answers everything so; without certificate files it knows no TLS."""
    context = None
    if files is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(files.certificate, files.private_key)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = Thread(target=_serve, args=(listening, answer, context), daemon=True)
        thread.start()
        yield f"https://localhost:{listening.getsockname()[1]}"
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
    thread.join()


def _serve(listening: socket.socket, answer: Answers, context: ssl.SSLContext | None) -> None:
    while True:
        try:
            taken, _ = listening.accept()
        except OSError:
            return
        with suppress(OSError), taken:
            taken.settimeout(5)
            if context is None:
                answer(taken)
            else:
                with context.wrap_socket(taken, server_side=True) as secured:
                    answer(secured)


def saying(said: bytes) -> Answers:
    """Reads a question, or what it takes for one, and says this."""

    def answer(sock: socket.socket) -> None:
        question(sock)
        sock.sendall(said)

    return answer


def question(sock: socket.socket) -> None:
    """Reads all of a request: what is left unread would take the answer with it."""
    asked = sock.recv(65_536)
    while b"POST" in asked and not _is_whole(asked):
        asked += sock.recv(65_536)


def _is_whole(asked: bytes) -> bool:
    head, _, rest = asked.partition(b"\r\n\r\n")
    _, found, length = head.lower().partition(b"content-length: ")
    return bool(found) and len(rest) >= int(length.split(b"\r\n")[0])


def body(said: bytes) -> bytes:
    return OK % len(said) + said


def problem(said: bytes) -> bytes:
    return OK.replace(b"200 OK", b"503 Trouble") % len(said) + said


def huge(sock: socket.socket) -> None:
    """An answer larger than any of a desk."""
    question(sock)
    sock.sendall(OK % (exchange.MOST_BYTES * 4))
    with suppress(OSError):
        for _ in range(exchange.MOST_BYTES * 4 // 65_536):
            sock.sendall(b" " * 65_536)


def trouble(address: str, trust: Path | None, send: Any = None) -> Trouble:
    """What connecting, or a request, ends in."""
    with closing(RemoteDesk(address, trust, "desk 7")) as desk, pytest.raises(Trouble) as told:
        desk.send(send) if send is not None else desk.connect(Realm.PRACTICE)
    assert not any(part.decode() in str(told.value.values) for part in GARBAGE.split())
    return told.value


NONE_OF_A_DESK = {
    "garbage": GARBAGE + b"\r\n\r\n",
    "json of something else": body(b'{"name":"%s"}' % GARBAGE),
    "no json": body(b"<html>%s</html>" % GARBAGE),
    "json that is cut": body(b'{"realm":"practice","version":"%s' % GARBAGE),
    "no utf-8": body(b"\xff\xfe" + GARBAGE),
    "deep json": body(b"[" * 100_000),
    "a page": b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 19\r\n\r\n" + GARBAGE,
    "a page not found": b"HTTP/1.1 404 Not Found\r\ncontent-length: 19\r\n\r\n" + GARBAGE,
    "a redirect": b"HTTP/1.1 302 Found\r\nlocation: https://example.org/\r\ncontent-length: 0\r\n\r\n",
    "nothing in it": b"HTTP/1.1 204 No Content\r\n\r\n",
    "a problem with garbage": b"HTTP/1.1 409 Conflict\r\ncontent-length: 19\r\n\r\n" + GARBAGE,
    "a gateway": b"HTTP/1.1 502 Bad Gateway\r\ncontent-length: 19\r\n\r\n" + GARBAGE,
    "another protocol": b"SSH-2.0-OpenSSH_9.6 " + GARBAGE + b"\r\n",
    "a wrong length": PLAIN + b"content-length: -7\r\n\r\n" + GARBAGE,
    "wrong chunks": PLAIN + b"transfer-encoding: chunked\r\n\r\nzz\r\n" + GARBAGE,
    "endless headers": PLAIN + b"x: y\r\n" * 1000,
}
GONE = {"garbage", "a gateway", "another protocol", "wrong chunks", "endless headers"}
"""What is no answer at all, or says that the desk is away."""


@pytest.mark.parametrize("name", NONE_OF_A_DESK)
def test_what_is_no_desk_is_told_from_one(name: str) -> None:
    with answering(saying(NONE_OF_A_DESK[name]), certificates()) as address:
        told = trouble(address, certificates().authority)
    assert told.code == ("desk.unreachable" if name in GONE else "desk.wrong_answer")


def test_a_page_is_taken_for_no_reply_where_a_reply_says_nothing() -> None:
    with answering(saying(NONE_OF_A_DESK["a page"]), certificates()) as address:
        assert trouble(address, certificates().authority, SignOut()).code == "desk.wrong_answer"


def test_a_huge_answer_is_not_read_to_its_end() -> None:
    with answering(huge, certificates()) as address:
        assert trouble(address, certificates().authority).code == "desk.wrong_answer"


def test_a_server_without_tls_is_no_desk() -> None:
    with answering(saying(body(GARBAGE))) as address:
        assert trouble(address, certificates().authority).code == "desk.unreachable"


def test_nobody_at_an_address_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert trouble(f"https://localhost:{port}", certificates().authority).code == "desk.unreachable"
    assert trouble("https://nowhere.invalid", certificates().authority).code == "desk.unreachable"


def made(folder: Path, *names: str, begins: datetime | None = None) -> Files:
    return make_certificates(folder, names or ("localhost",), begins, days=1)


def test_another_authority_a_wrong_name_and_an_old_certificate_are_refused(tmp_path: Path) -> None:
    long_ago = datetime.now(UTC) - timedelta(days=3)
    other, wrong, old = (
        made(tmp_path / "other"),
        made(tmp_path / "wrong", "desk.example"),
        made(tmp_path / "old", begins=long_ago),
    )
    for files, trust in (
        (other, certificates().authority),
        (other, None),
        (wrong, wrong.authority),
        (old, old.authority),
    ):
        with answering(saying(body(b"{}")), files) as address:
            told = trouble(address, trust)
        assert (told.code, told.values["host"]) == ("desk.certificate", "localhost")
        assert told.values["reason"]


@pytest.mark.parametrize("content", [b"", b"no certificate", None])
def test_a_file_of_certificates_that_cannot_be_used_is_told(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "authority.pem"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(Trouble, match=r"desk\.trust") as told:
        RemoteDesk("https://localhost", file, "desk 7")
    assert told.value.values["file"] == str(file)


def test_a_desk_of_the_other_realm_is_refused(world: World, wire: Flaky) -> None:
    with closing(console(wire)) as desk:
        assert desk.connect(Realm.PRACTICE).realm is Realm.PRACTICE
        with pytest.raises(Trouble, match=r"realm\.other") as told:
            desk.connect(Realm.LIVE)
    assert told.value.values == {"found": "practice", "wanted": "live"}


def test_a_console_too_old_for_its_desk_is_told(world: World, wire: Flaky) -> None:
    def newer(request: Hello, work: Any) -> Greeting:
        return hello(request, work).model_copy(update={"oldest_console": "99.0.0"})

    world.pipeline._handlers[Hello] = newer
    with closing(console(wire)) as desk, pytest.raises(Trouble, match=r"console\.too_old") as told:
        desk.connect(Realm.PRACTICE)
    assert told.value.values == {"version": __version__, "oldest": "99.0.0"}


def test_a_desk_that_refuses_a_console_as_too_old_is_told_alike(world: World, wire: Flaky) -> None:
    def never(request: Hello, work: Any) -> Greeting:
        raise refused("console.too_old", version=__version__, oldest="99.0.0")

    world.pipeline._handlers[Hello] = never
    with closing(console(wire)) as desk, pytest.raises(Trouble, match=r"console\.too_old") as told:
        desk.connect(Realm.PRACTICE)
    assert told.value.values == {"version": __version__, "oldest": "99.0.0"}


@pytest.mark.parametrize("seconds", ["soon", "nan", "inf", "-1"])
def test_a_desk_that_asks_for_a_strange_pause_is_asked_again(seconds: str) -> None:
    busy = b'{"kind":"trouble","code":"desk.busy","values":{"seconds":"%s"}}' % seconds.encode()
    with answering(saying(problem(busy)), certificates()) as address:
        told = trouble(
            address, certificates().authority, StartCall(language=Language.EN, reason=Reason.NEW_PROOFING)
        )
    assert told.code == "desk.busy"


def test_no_secret_of_tls_is_written_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever used this computer before may have asked for them by SSLKEYLOGFILE."""
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "secrets"))
    context = trusting(certificates().authority)
    assert context.keylog_filename is None
    assert context.check_hostname and context.verify_mode is ssl.CERT_REQUIRED
    assert context.minimum_version is ssl.TLSVersion.TLSv1_2
