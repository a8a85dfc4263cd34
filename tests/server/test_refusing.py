"""What `serve` refuses before it listens, and what a console or a flood is told while it serves."""

import json
import os
import socket
from base64 import b64encode
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from assistor_console.cli import main
from assistor_console.desk.connection import Connection, trusting
from assistor_console.json_lines import JsonLines
from assistor_console.requests import wire
from assistor_console.requests.base import Reply, Request
from assistor_console.requests.intake import MyCall
from assistor_console.requests.sign_in import Hello, SignIn, SignOut
from assistor_console.server import acts, gate, protocol
from assistor_console.server.certificates import Files, make_certificates
from assistor_console.server.rates import LIMITS, Limits
from tests.server.raw import Peer
from tests.serving import FREE, Address, served
from tests.worlds import World, make_world

DATABASE = "postgresql://nobody@localhost/none"


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return make_certificates(tmp_path / "certificates")


def serve(
    capsys: pytest.CaptureFixture[str], listen: str, files: Files | None = None, *more: str
) -> tuple[int, str]:
    """The exit code of `serve`, and what it says."""
    words = ["serve", "--database", DATABASE, "--listen", listen, *more]
    if files is not None:
        words += ["--certificate", str(files.certificate), "--private-key", str(files.private_key)]
    return main(words), capsys.readouterr().err


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "desk.example.gov", "[::]"])
def test_without_tls_it_serves_this_machine_alone(capsys: pytest.CaptureFixture[str], host: str) -> None:
    code, said = serve(capsys, f"{host}:8443")
    assert code == 2 and "--certificate and --private-key" in said and host in said
    code, said = serve(capsys, f"{host}:8443", None, "--language", "es")
    assert code == 2 and "se llega desde otros equipos" in said


def test_a_certificate_needs_its_key(capsys: pytest.CaptureFixture[str], files: Files) -> None:
    assert "give both" in serve(capsys, "127.0.0.1:0", None, "--certificate", str(files.certificate))[1]


def test_a_file_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str], files: Files) -> None:
    gone = replace(files, certificate=files.certificate.with_name("gone.pem"))
    code, said = serve(capsys, "127.0.0.1:0", gone)
    assert code == 2 and "no file" in said and "gone.pem" in said


def test_a_key_of_another_certificate(
    capsys: pytest.CaptureFixture[str], files: Files, tmp_path: Path
) -> None:
    other = make_certificates(tmp_path / "other")
    said = serve(capsys, "127.0.0.1:0", replace(files, private_key=other.private_key))[1]
    assert "is not that of the certificate" in said


def test_a_file_that_holds_something_else(capsys: pytest.CaptureFixture[str], files: Files) -> None:
    swapped = Files(files.authority, files.private_key, files.certificate)
    assert "holds no certificate" in serve(capsys, "127.0.0.1:0", swapped)[1]
    files.private_key.write_bytes(b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")
    assert "holds no private key" in serve(capsys, "127.0.0.1:0", files)[1]


@pytest.mark.parametrize(("days_ago", "words"), [(100, "was good until"), (-2, "is good from")])
def test_a_certificate_of_another_time(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, days_ago: int, words: str
) -> None:
    made = make_certificates(tmp_path / "made", begins=datetime.now(UTC) - timedelta(days=days_ago), days=30)
    assert words in serve(capsys, "127.0.0.1:0", made)[1]


@pytest.mark.skipif(os.name != "posix", reason="modes of files")
@pytest.mark.parametrize("mode", [0o640, 0o604])
def test_a_key_that_others_can_read(capsys: pytest.CaptureFixture[str], files: Files, mode: int) -> None:
    files.private_key.chmod(mode)
    assert "chmod 600" in serve(capsys, "127.0.0.1:0", files)[1]


def test_an_address_in_use(capsys: pytest.CaptureFixture[str], files: Files) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        at = f"127.0.0.1:{taken.getsockname()[1]}"
        code, said = serve(capsys, at, files)
    assert code == 2 and f"listens at {at} already" in said


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    made = make_world(f"sqlite:///{tmp_path_factory.mktemp('refusing') / 'desk.db'}")
    yield made
    made.database.close()


class Console:
    """Asks on one connection after another, from 127.0.0.1."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self._connection = Connection(address.url, trusting(address.trust))

    def post(self, request: Request[Reply], token: str = "", **more: str) -> tuple[int, Any, str | None]:
        """Status, JSON, and how long to wait."""
        headers = {
            "authorization": f"Bearer {token}",
            "idempotency-key": str(uuid4()),
            "reply-key": b64encode(bytes(32)).decode(),
            **more,
        }
        body = request.model_dump_json().encode()
        answer = self._connection.ask("POST", wire.path(type(request)), headers, body, 10)
        return answer.status, json.loads(answer.read()), answer.headers["retry-after"]

    def stream(self, token: str) -> int:
        """The status of a live stream, which then is left."""
        path = f"{wire.LIVE}?topic=queue"
        answer = self._connection.ask("GET", path, {"authorization": f"Bearer {token}"}, None, 10)
        if answer.status == 200:
            assert answer.readline() == b": ready\n"
        return answer.status

    def close(self) -> None:
        self._connection.drop()


@contextmanager
def console(world: World, folder: Path, limits: Limits = FREE) -> Iterator[Console]:
    with served(world.pipeline, folder, limits) as address, closing(Console(address)) as made:
        yield made


def test_a_console_that_is_too_old_is_told_so(world: World, tmp_path: Path) -> None:
    with console(world, tmp_path) as old:
        version = {"console-version": "0.0.9"}
        status, told, _ = old.post(MyCall(), "ana", **version)
        assert status == 426
        assert told["code"] == "console.too_old"
        assert told["values"] == {"version": "0.0.9", "oldest": wire.OLDEST_CONSOLE}
        status, greeting, _ = old.post(Hello(), **version)
        assert status == 200 and greeting["oldest_console"] == wire.OLDEST_CONSOLE
        for fits in ("0.1.0", "0.1.0.dev3", "0.10", "1"):
            assert old.post(MyCall(), "ana", **{"console-version": fits})[0] == 200


def test_a_session_that_floods_waits_and_no_other(world: World, tmp_path: Path) -> None:
    with console(world, tmp_path, replace(FREE, session_a_second=3)) as many:
        answers = [many.post(MyCall(), "ana") for _ in range(40)]
        told = [answer for answer in answers if answer[0] == 429]
        assert told
        assert answers[0][0] == 200
        for _, problem, wait in told:
            assert (problem["code"], problem["values"], wait) == ("request.too_many", {"seconds": 1}, "1")
        assert many.post(MyCall(), "ben")[0] == 200


def test_strangers_wait_and_who_was_let_in_does_not(world: World, tmp_path: Path) -> None:
    with console(world, tmp_path, replace(FREE, strangers_a_second=1)) as many:
        assert many.post(MyCall(), "ana")[0] == 200
        statuses = [many.post(MyCall(), f"junk {n}")[0] for n in range(60)]
        assert set(statuses) == {401, 429}
        assert many.post(MyCall(), "ana")[0] == 200
        assert 429 in {many.post(Hello())[0] for _ in range(60)}


def test_an_office_that_comes_back_at_once_is_let_in(world: World, tmp_path: Path) -> None:
    """After a restart nobody is known yet."""
    with console(world, tmp_path, LIMITS) as office:
        assert {office.post(Hello())[0] for _ in range(200)} == {200}


def test_a_session_that_is_over_is_a_stranger_s(world: World, tmp_path: Path) -> None:
    with console(world, tmp_path, replace(FREE, strangers_a_second=1)) as many:
        assert many.post(MyCall(), "ana")[0] == 200
        assert many.post(SignOut(), "ana")[0] == 200
        assert {many.post(MyCall(), "ana")[0] for _ in range(60)} == {401, 429}


def test_many_wrong_sign_ins_slow_an_address_and_lock_nobody_out(world: World, tmp_path: Path) -> None:
    wrong = [SignIn(staff_id=f"{n:010}", password="no", code="000000") for n in range(8)]
    right = SignIn(staff_id=World.staff_id("ana"), password="correct horse 42", code=world.code())
    with console(world, tmp_path, replace(FREE, wrong_sign_ins=2)) as guesser:
        assert {guesser.post(each)[1]["code"] for each in wrong[:2]} == {"sign_in.wrong"}

        def guess(request: SignIn) -> str:
            with closing(Console(guesser.address)) as one:
                return str(one.post(request)[1]["code"])

        with ThreadPoolExecutor(6) as pool:
            told = set(pool.map(guess, wrong[2:]))
        assert told == {"sign_in.wrong", "request.too_many"}  # one at a time is tested
        assert guesser.post(right)[0] == 200


def test_an_address_signs_in_so_many_at_once(world: World, tmp_path: Path) -> None:
    """Whoever tries passwords in vain keeps nobody from scoring an interview."""
    wrong = [SignIn(staff_id=f"{n:010}", password="no", code="000000") for n in range(12)]
    with console(world, tmp_path, replace(FREE, sign_ins_at_once=2)) as office:

        def guess(request: SignIn) -> str:
            with closing(Console(office.address)) as one:
                return str(one.post(request)[1]["code"])

        with ThreadPoolExecutor(12) as pool:
            told = [*pool.map(guess, wrong)]
        assert "request.too_many" in told and "sign_in.wrong" in told


def test_a_session_has_so_many_streams(world: World, tmp_path: Path) -> None:
    with served(world.pipeline, tmp_path, replace(FREE, streams_of_session=2)) as address:
        consoles = [Console(address) for _ in range(4)]
        assert [each.stream("sup") for each in consoles[:3]] == [200, 200, 429]
        assert consoles[3].stream("ship") == 200
        for each in consoles:
            each.close()


def test_an_address_has_so_many_connections(world: World, tmp_path: Path) -> None:
    with served(world.pipeline, tmp_path, replace(FREE, connections_of_address=2)) as address:
        peer = Peer(address)
        with peer.connected(), peer.connected(), peer.connected() as third:
            assert third.recv(1) == b""
        assert peer.serves()


@pytest.mark.parametrize("said", [b"", b"POST /v1/sign_in/hello HTTP/1.1\r\nhost: x\r\n", b"\r\n"])
def test_who_says_nothing_is_left(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: bytes
) -> None:
    monkeypatch.setattr(protocol, "HEAD_SECONDS", 0.3)
    with served(world.pipeline, tmp_path) as address:
        peer = Peer(address)
        with peer.connected() as slow:
            slow.sendall(said)
            assert slow.recv(1) == b""
        assert peer.serves()


def test_a_body_that_never_ends_is_not_waited_for(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(acts, "BODY_SECONDS", 0.3)
    with served(world.pipeline, tmp_path) as address:
        head = b"POST /v1/sign_in/hello HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\nidempotency-key: "
        head += str(uuid4()).encode() + b"\r\nreply-key: " + b64encode(bytes(32)) + b"\r\n\r\n{"
        answer = Peer(address).say(head)
        assert answer is not None
        assert (answer.status, answer.problem().code) == (408, "request.slow")


def test_a_fault_of_the_server_is_a_number_for_who_asked(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("a taxpayer's value")

    monkeypatch.setattr(wire, "check_console", broken)
    with console(world, tmp_path) as asking:
        status, problem, _ = asking.post(MyCall(), "ana")
        assert status == 500 and problem["code"] == "desk.bug"
        assert f"bug {problem['values']['id']} in intake/my_call" in caplog.text
    (record,) = [record for record in caplog.records if record.name == gate.LOG.name and record.exc_info]
    line = JsonLines().format(record)
    assert "ValueError" in line and "taxpayer" not in line
