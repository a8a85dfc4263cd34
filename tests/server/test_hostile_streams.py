"""Who watches badly, or waits for something long and goes away: refused, left behind, and never a burden."""

import asyncio
import logging
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event
from uuid import uuid4

import pytest
from anyio import CapacityLimiter
from sqlalchemy import select
from starlette.requests import Request as Http
from starlette.responses import StreamingResponse

from assistor_console.desk.pipeline import Pipeline
from assistor_console.desk.work import Work
from assistor_console.domain.terms import Role, Topic
from assistor_console.requests import wire
from assistor_console.requests.base import Document
from assistor_console.requests.letters import RunDocument
from assistor_console.requests.sign_in import SignOut
from assistor_console.server.live import Streams
from assistor_console.server.rates import Rates
from assistor_console.store import tables as t
from tests.postgres import database, own_server
from tests.server.raw import MARK, Peer, check, post, proper, told, watch
from tests.serving import FREE, served
from tests.worlds import World, make_world

TOUCHES = 5_000
STREAMS = 200
RUNNING = b'\nassistor_requests_running{lane="%s"}'


@pytest.fixture
def world(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Iterator[World]:
    """A desk; what is done to its server leaves no fault in the log, nor what was sent."""
    made = make_world(f"sqlite:///{tmp_path / 'desk.db'}")
    with caplog.at_level(logging.DEBUG):
        yield made
    made.database.close()
    assert MARK not in caplog.text
    assert not [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]


@pytest.fixture
def peer(world: World, tmp_path: Path) -> Iterator[Peer]:
    with served(world.pipeline, tmp_path) as address:
        yield Peer(address)


REFUSED = {
    "no topic": ("", "sup", 422),
    "empty topic": ("topic=", "sup", 422),
    "topic nobody knows": (f"topic={MARK}", "sup", 422),
    "one of two nobody knows": (f"topic=queue&topic={MARK}", "sup", 422),
    "topic in capitals": ("topic=QUEUE", "sup", 422),
    "topic in odd letters": ("topic=%ff%00", "sup", 422),
    "another's topic": ("topic=queue", "ana", 403),
    "nobody": ("topic=queue", "", 401),
    "somebody unknown": ("topic=queue", MARK, 401),
}


def test_what_may_not_be_watched_is_refused(peer: Peer, world: World) -> None:
    for query, who, status in REFUSED.values():
        check(peer.say(watch(query, who)), status)
    assert world.pipeline.board.listeners == 0
    assert peer.serves()


def test_two_sessions_in_one_request_watch_nothing(peer: Peer) -> None:
    headers = [*proper("sup"), *proper("ship")]
    check(peer.say(post(f"{wire.LIVE}?topic=queue", b"", headers, "GET")), 422)


def test_thousands_of_touches_at_once_are_told_a_few_times(peer: Peer, world: World) -> None:
    with peer.watching(Topic.FLOOR, Topic.QUEUE) as stream:
        for _ in range(TOUCHES):
            world.pipeline.board.post([Topic.FLOOR])
        world.pipeline.board.post([Topic.QUEUE])
        heard = []
        for topic in told(stream):
            heard.append(topic)
            if topic == Topic.QUEUE:
                break
    assert heard[-1] == Topic.QUEUE
    assert 1 <= heard.count(Topic.FLOOR) < TOUCHES / 10


def test_a_stream_that_nobody_reads_does_not_grow(world: World) -> None:
    async def unread() -> int:
        streams = Streams(world.pipeline, CapacityLimiter(1), Rates(FREE))
        stream = await streams.live(Http(scope()))
        assert isinstance(stream, StreamingResponse)
        pieces = aiter(stream.body_iterator)
        assert await anext(pieces) == ": ready\n\n"
        tracemalloc.start()
        for _ in range(TOUCHES):
            world.pipeline.board.post([Topic.FLOOR, Topic.QUEUE])
        held, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert await anext(pieces) == "data: floor\n\ndata: queue\n\n"
        streams.stop()
        assert [piece async for piece in stream.body_iterator] == []
        return held

    assert asyncio.run(unread()) < TOUCHES
    assert world.pipeline.board.listeners == 0


def scope() -> dict[str, object]:
    """A supervisor's request for a stream, as a server passes it on."""
    query = b"topic=floor&topic=queue"
    headers = [(b"authorization", b"Bearer sup")]
    return {"type": "http", "method": "GET", "path": wire.LIVE, "query_string": query, "headers": headers}


def test_streams_that_end_leave_nobody_listening(peer: Peer, world: World) -> None:
    most = 0
    for number in range(STREAMS):
        with peer.watching(Topic.FLOOR, forget=number % 2 == 0):
            most = max(most, world.pipeline.board.listeners)
    assert most >= 1
    peer.until(lambda: world.pipeline.board.listeners == 0)
    assert peer.serves()


def test_a_session_has_only_so_many_streams(world: World, tmp_path: Path) -> None:
    limits = replace(FREE, streams_of_session=2)
    with served(world.pipeline, tmp_path, limits) as address:
        peer = Peer(address)
        with peer.watching(Topic.FLOOR), peer.watching(Topic.QUEUE):
            answer = peer.say(watch("topic=floor"))
            assert answer is not None
            assert (answer.status, answer.problem().code) == (429, "request.too_many")
            assert answer.headers["retry-after"] == "1"
            with peer.watching(Topic.FLOOR, who="ship"):
                pass
        peer.until(lambda: world.pipeline.board.listeners == 0)
        with peer.watching(Topic.FLOOR), peer.watching(Topic.QUEUE):
            pass


def test_a_stream_ends_with_its_session(world: World, tmp_path: Path) -> None:
    with served(world.pipeline, tmp_path, look_again=0.0) as address:
        peer = Peer(address)
        with peer.watching(Topic.FLOOR) as ends, peer.watching(Topic.FLOOR, who="ship") as goes_on:
            world.send("sup", SignOut())
            world.pipeline.board.post([Topic.FLOOR])
            assert list(told(ends)) == []
            assert next(told(goes_on)) == Topic.FLOOR
        check(peer.say(watch("topic=floor")), 401)
        peer.until(lambda: world.pipeline.board.listeners == 0)


def test_a_stream_ends_when_somebodys_time_is_up(world: World, tmp_path: Path) -> None:
    world.hire("brief", Role.SUPERVISOR)
    with (
        served(world.pipeline, tmp_path, look_again=0.0) as address,
        Peer(address).watching(Topic.FLOOR, who="brief") as stream,
    ):
        world.later(days=10_000)
        assert list(told(stream)) == []


def test_without_its_database_a_desk_says_so_and_goes_on_when_it_is_back(tmp_path: Path) -> None:
    with own_server() as postgres, database(postgres.url) as url:
        world = make_world(url)
        with served(world.pipeline, tmp_path, look_again=0.0) as address:
            peer = Peer(address)
            with peer.watching(Topic.FLOOR) as stream:
                postgres.stop()
                world.pipeline.board.post([Topic.FLOOR])
                assert list(told(stream)) == []
            for said in (watch("topic=floor"), post("/v1/sign_in/hello")):
                answer = peer.say(said)
                assert answer is not None
                assert (answer.status, answer.problem().kind) == (503, wire.Kind.TROUBLE)
                assert answer.headers["cache-control"] == "no-store"
            postgres.start()
            peer.until(peer.serves)
            with peer.watching(Topic.FLOOR):
                assert world.pipeline.board.listeners == 1
        world.database.close()


@contextmanager
def drawing_for_ever(world: World) -> Iterator[Pipeline]:
    """A pipeline whose letter run has no end but that nobody waits for it any more."""

    between = Event()

    def draw(request: RunDocument, work: Work) -> Document:
        while not between.wait(0.001):  # a letter takes about so long to draw
            work.progress(0.5)
        raise AssertionError("nobody sets it")

    yield Pipeline(world.database, {RunDocument: draw}, world.pipeline.library, lambda: world.now)


def test_who_goes_away_from_something_long_ends_it(world: World, tmp_path: Path) -> None:
    said = post(wire.path(RunDocument), RunDocument(run_id=uuid4()).model_dump_json().encode(), proper("sup"))
    with drawing_for_ever(world) as pipeline, served(pipeline, tmp_path) as address:
        peer = Peer(address)
        with peer.connected() as sock:
            sock.sendall(said)
            while b'{"part":0.5}\n' not in sock.recv(65_536):
                pass
            assert under_way(peer, "long") == 1.0
        peer.until(lambda: outcomes(world) == ["cancelled"])
        peer.until(lambda: under_way(peer, "long") == 0.0)


def under_way(peer: Peer, lane: str) -> float:
    """How many requests of a lane are, by what Prometheus reads."""
    answer = peer.say(post("/metrics", b"", method="GET"))
    assert answer is not None
    return float(answer.body.partition(RUNNING % lane.encode())[2].split()[0])


def outcomes(world: World) -> list[str]:
    with world.reading() as store:
        rows = store.connection.execute(select(t.audit.c.outcome).where(t.audit.c.act == "run_document"))
        return list(rows.scalars())
