"""`assistor-console serve` in earnest: ended in order, killed in part, killed at its head."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from assistor_console.domain.terms import Role
from assistor_console.requests.intake import MyCall
from assistor_console.requests.sign_in import Hello, SignOut
from tests.central import Central, central
from tests.server.running import PATIENCE, Running, command, hire, serving, until

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at processes in /proc")
WAITING = """select count(*) from pg_locks join pg_database on pg_database.oid = database
    where not granted and datname = current_database()"""
SOON = 6.0
"""Seconds in which a server that was asked to end has ended on a busy machine: fewer than it gives requests
that are under way, so it waited for no stream and no idle connection."""


@pytest.fixture
def made(postgres_url: str, tmp_path: Path) -> Iterator[Central]:
    with central(postgres_url, tmp_path / "data") as prepared:
        prepared.prepare()
        yield prepared


def stream(server: Running, token: str) -> Iterator[bytes]:
    """What comes on a live stream, from its first line on."""
    answer = server.get("/v1/live?topic=queue", authorization=f"Bearer {token}")
    assert answer.status == 200
    assert answer.readline() == b": ready\n"
    return iter(answer.readline, b"")


@pytest.mark.parametrize("processes", ["1", "2"])
def test_who_is_asked_to_end_answers_what_is_under_way(made: Central, tmp_path: Path, processes: str) -> None:
    token = hire(made, "sup", Role.SUPERVISOR)
    with (
        serving(made, tmp_path, "--processes", processes) as server,
        ThreadPoolExecutor(1) as beside,
        psycopg.connect(made.logins.owner) as owner,
        psycopg.connect(made.logins.owner, autocommit=True) as looking,
        closing(server.connect()) as idle,
    ):
        assert f"(processes: {processes})" in server.said
        events = stream(server, token)
        idle.request("GET", "/health")
        assert idle.getresponse().read()
        owner.execute("lock table remembered in access exclusive mode")
        asked = beside.submit(server.post, SignOut(), token)
        until(lambda: looking.execute(WAITING).fetchone() != (0,))
        server.process.send_signal(signal.SIGTERM)
        begun = time.monotonic()
        assert not [line for line in events if line.startswith(b"data")]  # until its end
        assert not asked.done()
        until(lambda: refused(server))
        owner.rollback()
        assert asked.result()[0] == 200
        assert server.process.wait(SOON) == 0
        assert time.monotonic() - begun < SOON
    assert [line for line in server.lines() if line["level"] == "error"] == []


def refused(server: Running) -> bool:
    try:
        with closing(server.connect()) as connection:
            connection.connect()
    except OSError:
        return True
    return False


def test_one_of_two_is_killed_and_comes_back(made: Central, tmp_path: Path) -> None:
    token = hire(made, "ana")
    with serving(made, tmp_path, "--processes", "2") as server:
        before = server.children()
        assert len(before) == 2
        assert not [pid for pid in before if "postgresql" in command(pid)]
        victim, other = before
        os.kill(victim, signal.SIGKILL)
        until(lambda: not command(victim))
        for _ in range(20):
            assert server.post(MyCall(), token)[0] == 200
        until(lambda: len(server.children()) == 2)
        assert other in server.children() and victim not in server.children()
        new = next(pid for pid in server.children() if pid != other)
        os.kill(other, signal.SIGSTOP)  # so that the new one answers
        try:
            assert server.post(MyCall(), token)[0] == 200
        finally:
            os.kill(other, signal.SIGCONT)
        server.process.terminate()
        assert server.process.wait(PATIENCE) == 0
        assert not command(other) and not command(new)
    assert [line["said"] for line in server.lines() if line["level"] == "warning"] == [
        f"process {victim} ended with -9; the next one in 0.5 s"
    ]


def test_one_that_cannot_come_back_says_why_and_the_other_goes_on(made: Central, tmp_path: Path) -> None:
    token = hire(made, "ana")
    with serving(made, tmp_path, "--processes", "2") as server:
        (made.owner.data_dir / "desk.key").unlink()
        os.kill(server.children()[0], signal.SIGKILL)
        until(lambda: any(line.get("rule") == "key.missing" for line in server.lines()))
        assert server.post(MyCall(), token)[0] == 200


def test_none_goes_on_without_the_first(made: Central, tmp_path: Path) -> None:
    with serving(made, tmp_path, "--processes", "2") as server:
        serve = server.children()
        server.process.kill()
        server.process.wait()
        until(lambda: not any(map(command, serve)))
        assert refused(server)


def test_ctrl_c_ends_all_in_order(made: Central, tmp_path: Path) -> None:
    with serving(made, tmp_path, "--processes", "2") as server:
        serve = server.children()
        for pid in (*serve, server.process.pid):  # as a terminal does
            os.kill(pid, signal.SIGINT)
        assert server.process.wait(PATIENCE) == 0
        assert not any(map(command, serve))


def test_it_says_why_a_process_cannot_serve(made: Central, tmp_path: Path) -> None:
    (made.owner.data_dir / "desk.key").unlink()
    with (
        pytest.raises(AssertionError, match=r"assistor-console: .*desk\.key"),
        serving(made, tmp_path, "--processes", "2"),
    ):
        pass


def test_logs_and_metrics_tell_what_was_done_and_no_secret(made: Central, tmp_path: Path) -> None:
    token = hire(made, "known-by-its-token")
    with serving(made, tmp_path, "--processes", "2") as server:
        assert server.post(Hello())[0] == 200
        assert server.post(MyCall(), token)[0] == 200
        assert server.post(MyCall(), "a-stolen-token")[0] == 401
        assert server.get("/v1/123006214/secret?tin=123006214").status == 404
        metrics = server.get("/metrics").read().decode()
        assert "\nassistor_trail_unsealed_seconds " in metrics
        assert server.get("/metrics", **{"x-forwarded-for": "192.0.2.1"}).status == 404
    assert 'assistor_request_seconds_count{act="intake/my_call",outcome="done"} 1.0' in metrics
    assert 'assistor_request_seconds_count{act="intake/my_call",outcome="refused"} 1.0' in metrics
    assert 'assistor_request_seconds_count{act="other",outcome="refused"} 1.0' in metrics
    logged = [line for line in server.lines() if line["said"] == "request"]
    assert [(line["act"], line["status"], line.get("rule")) for line in logged[:4]] == [
        ("sign_in/hello", 200, None),
        ("intake/my_call", 200, None),
        ("intake/my_call", 401, "authority.signed_out"),
        ("other", 404, "request.unknown"),
    ]
    assert all(line["process"] != server.process.pid and line["ms"] > 0 for line in logged)
    everything = server.log.read_text("utf-8") + metrics
    assert not [secret for secret in (token, "a-stolen-token", "123006214") if secret in everything]
