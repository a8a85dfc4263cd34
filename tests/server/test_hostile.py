"""Whatever comes over the wire is refused in words that repeat none of it, and the next request is served."""

import json
import logging
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from socket import SHUT_WR, create_connection

import pytest

from assistor_console.requests import wire
from assistor_console.requests.interview import AnswerQuestion
from tests.callers import MARISOL, Caller
from tests.server.raw import HELLO, MARK, Headers, Peer, check, heard, post, proper, without
from tests.serving import served
from tests.worlds import World, make_world

ANSWER = wire.path(AnswerQuestion)
MOST = 65_536
HUGE = b"x" * 1_000_000


@dataclass(frozen=True)
class Server:
    """A desk in the middle of a call, and somebody who reaches it."""

    world: World
    peer: Peer
    call: str

    def answer(self, **changes: object) -> bytes:
        """The JSON of an answer, with these fields in place of proper ones."""
        return json.dumps({"call_id": self.call, "number": 6, "text": MARK, **changes}).encode()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("hostile")
    world = make_world(f"sqlite:///{folder / 'desk.db'}")
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_tax()
    with served(world.pipeline, folder) as address:
        yield Server(world, Peer(address), str(caller.seen.call_id))
    world.database.close()


@pytest.fixture
def server(running: Server, caplog: pytest.LogCaptureFixture) -> Iterator[Server]:
    """The server, which goes on serving and logs neither a fault nor what was sent."""
    with caplog.at_level(logging.DEBUG):
        yield running
        assert running.peer.serves()
    assert MARK not in caplog.text
    assert not [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]


Body = Callable[[Server], bytes]
BODIES: dict[str, tuple[Body, int]] = {
    "empty": (lambda at: b"", 422),
    "NUL": (lambda at: b"\0", 422),
    "not UTF-8": (lambda at: b'{"text": "\xff' + MARK.encode() + b'"}', 422),
    "text": (lambda at: MARK.encode(), 422),
    "array": (lambda at: b'["%s"]' % MARK.encode(), 422),
    "null": (lambda at: b"null", 422),
    "string": (lambda at: b'"%s"' % MARK.encode(), 422),
    "a form": (lambda at: b"call_id=%s&number=6" % MARK.encode(), 422),
    "cut off": (lambda at: at.answer()[:-1], 422),
    "two documents": (lambda at: at.answer() * 2, 422),
    "arrays in arrays": (lambda at: b"[" * 60_000, 422),
    "objects in objects": (lambda at: b'{"call_id":' * 5_000 + b"1" + b"}" * 5_000, 422),
    "deep field": (lambda at: at.answer(text=[[[[[[MARK]]]]]]), 422),
    "field nobody knows": (lambda at: at.answer(**{MARK: 1}), 422),
    "field in another language": (lambda at: at.answer(**{"número " + MARK: 1}), 422),
    "field twice": (lambda at: at.answer()[:-1] + b', "number": 0, "number": 7}', 409),
    "identity of the object": (lambda at: at.answer(__class__=MARK), 422),
    "no UUID": (lambda at: at.answer(call_id=MARK), 422),
    "another's UUID": (lambda at: at.answer(call_id="00000000-0000-0000-0000-000000000000"), 409),
    "choice nobody knows": (lambda at: at.answer(response=MARK), 422),
    "huge integer": (lambda at: at.answer(number=10**4000), 422),
    "huge integer without bound": (lambda at: at.answer(text="123.00", waited_ms=10**4000), 422),
    "more than 64 bits": (lambda at: at.answer(text="123.00", waited_ms=2**63), 422),
    "huge exponent": (lambda at: at.answer(number=1)[:-1] + b', "waited_ms": 1e999999}', 422),
    "NaN": (lambda at: at.answer(waited_ms=float("nan")), 422),
    "Infinity": (lambda at: at.answer(number=float("inf")), 422),
    "lone surrogate": (lambda at: at.answer(text="\ud800"), 422),
    "escaped NUL": (lambda at: at.answer(text="a\0b"), 422),
    "long text": (lambda at: at.answer(text=MARK * 1000), 422),
    "text that is no answer": (lambda at: at.answer(), 409),
    "as much as may be": (lambda at: at.answer().ljust(MOST), 409),
    "a byte more": (lambda at: at.answer().ljust(MOST + 1), 413),
    "a megabyte": (lambda at: at.answer(text=MARK).ljust(1_000_000), 413),
}


@pytest.mark.parametrize("name", BODIES)
def test_no_body_is_a_fault(server: Server, name: str) -> None:
    body, status = BODIES[name]
    check(server.peer.say(post(ANSWER, body(server))), status)


BYTES = MARK.encode()
HEADERS: dict[str, tuple[Headers, int]] = {
    "nothing at all": ([("x-nothing", BYTES)], 422),
    "no reply-key": (without(wire.REPLY_KEY), 422),
    "empty reply-key": (without(wire.REPLY_KEY, b""), 422),
    "short reply-key": (without(wire.REPLY_KEY, b"AAAA"), 422),
    "long reply-key": (without(wire.REPLY_KEY, b"AAAA" * 11), 422),
    "reply-key no base 64": (without(wire.REPLY_KEY, BYTES), 422),
    "reply-key without its end": (without(wire.REPLY_KEY, b"A" * 43), 422),
    "reply-key not ASCII": (without(wire.REPLY_KEY, "é".encode() * 22), 422),
    "reply-key with a blank": (without(wire.REPLY_KEY, b"A" * 20 + b" " + b"A" * 23 + b"="), 422),
    "two reply-keys": (without(wire.REPLY_KEY, b"A" * 43 + b"=", b"B" * 42 + b"A="), 422),
    "no idempotency-key": (without(wire.REQUEST_ID), 422),
    "idempotency-key no UUID": (without(wire.REQUEST_ID, BYTES), 422),
    "idempotency-key not ASCII": (without(wire.REQUEST_ID, "²".encode() * 16), 422),
    "two idempotency-keys": (without(wire.REQUEST_ID, b"0" * 32, b"1" * 32), 422),
    "no authorization": (without(wire.AUTHORIZATION), 401),
    "no token": (without(wire.AUTHORIZATION, b"Bearer"), 401),
    "token nobody has": (without(wire.AUTHORIZATION, b"Bearer " + BYTES), 401),
    "token not ASCII": (without(wire.AUTHORIZATION, b"Bearer \xff\xfe" + BYTES), 401),
    "token without a scheme": (without(wire.AUTHORIZATION, b"ana"), 401),
    "scheme and token in one": (without(wire.AUTHORIZATION, b"Bearerana"), 401),
    "another scheme": (without(wire.AUTHORIZATION, b"Basic ana"), 401),
    "two authorizations": (without(wire.AUTHORIZATION, b"Bearer sup", b"Bearer ana"), 422),
    "scheme in capitals": (without(wire.AUTHORIZATION, b"BEARER ana"), 409),
    "console not ASCII": (without(wire.CONSOLE, b"\xff\x80" + BYTES), 409),
    "console with hidden line ends": (without(wire.CONSOLE, b"%0d%0a%00%ff" + BYTES), 409),
    "two consoles": (without(wire.CONSOLE, b"one", b"two"), 422),
    "other content": (proper() + [("content-type", b"text/html; charset=" + BYTES)], 409),
    "compressed": (proper() + [("content-encoding", b"gzip")], 409),
    "upgrade": (proper() + [("connection", b"upgrade"), ("upgrade", b"websocket")], 422),
    "forwarded": (proper() + [("x-forwarded-for", b"\xff" + BYTES), ("x-forwarded-proto", BYTES)], 409),
    "NUL": (without(wire.CONSOLE, b"a\0" + BYTES), 400),
    "line end within": (without(wire.CONSOLE, b"a\rb" + BYTES), 400),
    "name with a blank": (proper() + [("x y", BYTES)], 400),
}


@pytest.mark.parametrize("name", HEADERS)
def test_no_header_is_a_fault(server: Server, name: str) -> None:
    headers, status = HEADERS[name]
    check(server.peer.say(post(ANSWER, server.answer(), headers)), status)


@pytest.mark.parametrize("header", [wire.AUTHORIZATION, wire.REPLY_KEY, wire.REQUEST_ID, "x-other"])
def test_a_head_of_a_megabyte_is_not_waited_for(server: Server, header: str) -> None:
    answer = server.peer.say(post(HELLO, b"{}", without(header, b"Bearer " + HUGE + BYTES)))
    if answer is not None:  # a peer that still sends may not hear why it was cut off
        check(answer, 400)


@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "PROPFIND"])
@pytest.mark.parametrize("path", [ANSWER, wire.LIVE, "/health"])
def test_no_other_method_reaches_anything(server: Server, method: str, path: str) -> None:
    if path == "/health" and method in ("GET", "HEAD") or (path, method) == (wire.LIVE, "GET"):
        return
    answer = server.peer.say(post(path, b"", proper("sup"), method))
    assert answer is not None
    if method == "HEAD":
        assert (answer.status, answer.body) == (405, b"")
    else:
        check(answer, 405)


@pytest.mark.parametrize("method", ["CONNECT", "FETCH" + MARK, "get", ""])
def test_what_is_no_method_of_http_is_refused(server: Server, method: str) -> None:
    answer = server.peer.say(post(ANSWER, b"", proper(), method))
    if answer is not None:
        check(answer, 400, 404, 405)


PATHS = {
    "slash twice": "//v1/sign_in/hello",
    "slash at the end": HELLO + "/",
    "slash within": "/v1//sign_in/hello",
    "up": "/v1/../v1/sign_in/hello",
    "up in code": "/v1/%2e%2e/v1/sign_in/hello",
    "here in code": "/v1/%2e/sign_in/hello",
    "up and out": "/../../../../etc/passwd",
    "NUL in code": HELLO + "%00",
    "line end in code": HELLO + "%0d%0a" + MARK,
    "capitals": "/v1/sign_in/Hello",
    "no UTF-8": "/%ff%fe" + MARK,
    "another host": "//" + MARK + "/%2e%2e",
    "half a code": "/%",
    "parameters": HELLO + ";" + MARK,
    "deeper": HELLO + "/" + MARK,
    "long": "/" + "a" * 8_000 + MARK,
    "docs": "/docs",
    "star": "*",
}


@pytest.mark.parametrize("name", PATHS)
def test_no_path_leads_elsewhere(server: Server, name: str) -> None:
    check(server.peer.say(post(PATHS[name])), 404, 400)


def test_a_very_long_path_is_not_waited_for(server: Server) -> None:
    answer = server.peer.say(post("/" + "a" * 1_000_000 + MARK))
    if answer is not None:
        check(answer, 400)


def test_what_a_question_mark_adds_to_a_request_changes_nothing(server: Server) -> None:
    check(server.peer.say(post(f"{HELLO}?call_id={MARK}&{MARK}=%ff%00")), 200)


def framed(body: bytes, *framing: bytes) -> bytes:
    """A request that says itself how its body is framed."""
    lines = [name.encode() + b": " + value for name, value in proper()]
    return b"\r\n".join([f"POST {HELLO} HTTP/1.1".encode(), b"host: localhost", *lines, *framing, b"", body])


CHUNKED = b"transfer-encoding: chunked"
FRAMINGS: dict[str, tuple[bytes, tuple[int, ...]]] = {
    "chunks": (framed(b"1\r\n{\r\n1\r\n}\r\n0\r\n\r\n", CHUNKED), (200,)),
    "chunks and more": (framed(b"2;a=%s\r\n{}\r\n0\r\nx: %s\r\n\r\n" % (BYTES, BYTES), CHUNKED), (200, 400)),
    "chunks beyond": (framed(b"20000\r\n" + b" " * 0x20000 + b"\r\n0\r\n\r\n", CHUNKED), (413,)),
    "no size": (framed(BYTES + b"\r\n{}\r\n0\r\n\r\n", CHUNKED), (400,)),
    "negative size": (framed(b"-1\r\n{}\r\n0\r\n\r\n", CHUNKED), (400,)),
    "huge size": (framed(b"f" * 40 + b"\r\n{}\r\n0\r\n\r\n", CHUNKED), (400,)),
    "both": (framed(b"2\r\n{}\r\n0\r\n\r\n", CHUNKED, b"content-length: 2"), (400,)),
    "both, turned": (framed(b"2\r\n{}\r\n0\r\n\r\n", b"content-length: 2", CHUNKED), (400,)),
    "other coding": (framed(b"{}", b"transfer-encoding: " + BYTES), (400, 422)),
    "coded twice": (framed(b"2\r\n{}\r\n0\r\n\r\n", b"transfer-encoding: chunked, chunked"), (200, 400)),
    "two lengths": (framed(b"{}", b"content-length: 2", b"content-length: 3"), (400,)),
    "same length twice": (framed(b"{}", b"content-length: 2", b"content-length: 2"), (200, 400)),
    "negative length": (framed(b"{}", b"content-length: -2"), (400,)),
    "length with a sign": (framed(b"{}", b"content-length: +2"), (400,)),
    "length no number": (framed(b"{}", b"content-length: " + BYTES), (400,)),
    "huge length": (framed(b"{}", b"content-length: " + b"9" * 40), (400,)),
    "length of a terabyte": (framed(b" " * MOST * 2, b"content-length: 1099511627776"), (413,)),
    "no length": (framed(b"{}"), (400, 422)),
    "short length": (framed(b"{}", b"content-length: 1"), (400, 422)),
    "HTTP/3.7": (post(HELLO).replace(b"HTTP/1.1", b"HTTP/3.7"), (400,)),
    "HTTP/1.0": (post(HELLO).replace(b"HTTP/1.1", b"HTTP/1.0"), (200,)),
    "no HTTP": (BYTES + b"\r\n\r\n", (400,)),
    "line end first": (b"\r\n\r\n" + post(HELLO), (200,)),
    "HTTP/2": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", (400, 404, 405)),
}


@pytest.mark.parametrize("name", FRAMINGS)
def test_no_framing_is_a_fault(server: Server, name: str) -> None:
    said, statuses = FRAMINGS[name]
    check(server.peer.say(said), *statuses)


def test_a_body_that_comes_byte_by_byte_is_read(server: Server) -> None:
    with server.peer.connected() as sock:
        for at in range(len(said := post(HELLO))):
            sock.sendall(said[at : at + 1])
        check(heard(sock), 200)


def test_a_body_that_ends_too_soon_is_nothing(server: Server) -> None:
    for body in (b"", b'{"'):
        with server.peer.connected() as sock:
            sock.sendall(post(ANSWER, body, length="100"))


def test_who_hears_but_says_no_more_is_answered_or_left(server: Server) -> None:
    with server.peer.connected() as sock:
        sock.sendall(post(HELLO))
        sock.shutdown(SHUT_WR)
        sock.recv(65_536)


def test_requests_one_upon_the_other_are_answered_in_turn(server: Server) -> None:
    with server.peer.connected() as sock:
        sock.sendall(post(HELLO) + post(ANSWER, server.answer()) + post("/nowhere") + post(HELLO))
        for status in (200, 409, 404, 200):
            check(heard(sock), status)


def test_what_follows_a_request_and_is_none_harms_nobody(server: Server) -> None:
    with server.peer.connected() as sock:
        sock.sendall(post(HELLO) + BYTES + b"\0\r\n\r\n")
        answer = heard(sock)
        if answer is not None:
            check(answer, 200, 400)


def test_who_speaks_no_tls_is_not_heard(server: Server) -> None:
    with create_connection(("localhost", server.peer.port), 10) as sock:
        sock.sendall(post(HELLO))
        with suppress(ConnectionError):  # closed by a reset, or in order
            while said := sock.recv(65_536):
                assert b"HTTP" not in said


BESIDE = sorted({wire.path(kind) for kind in wire.kinds()} - {wire.path(kind) for kind in wire.served()})


@pytest.mark.parametrize("path", BESIDE)
def test_what_is_done_beside_the_database_is_not_on_the_wire(server: Server, path: str) -> None:
    for who in ("", "ana", "sup", "operator"):
        check(server.peer.say(post(path, b"{}", proper(who))), 404)
