"""Live topics of a desk elsewhere: through every break, and to an end."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from time import monotonic
from urllib.parse import urlsplit

import pytest

from assistor_console.desk.remote import RemoteDesk
from assistor_console.domain.errors import Refused
from assistor_console.domain.terms import Language, Reason, Topic
from assistor_console.requests.base import Link
from assistor_console.requests.intake import StartCall
from tests.desk.far import Links, console, wire, world
from tests.desk.flaky import SECONDS, Flaky, flaky
from tests.serving import served
from tests.worlds import World

__all__ = ["wire", "world"]
NOTICED = 4.0
TOPICS = (Topic.QUEUE, Topic.FLOOR)


class Heard(Thread):
    """One watch, read on a thread of its own."""

    def __init__(self, desk: RemoteDesk, *topics: Topic) -> None:
        super().__init__(name="heard", daemon=True)
        self._watch = desk.watch(*topics)
        self._told: SimpleQueue[Topic | Exception | None] = SimpleQueue()
        self.start()

    def run(self) -> None:
        try:
            for topic in self._watch:
                self._told.put(topic)
            self._told.put(None)
        except Exception as failed:
            self._told.put(failed)

    def next(self) -> Topic | Exception | None:
        """What comes next; None for the end."""
        return self._told.get(timeout=SECONDS)


@pytest.fixture
def links() -> Links:
    return Links()


@pytest.fixture
def desk(world: World, wire: Flaky, links: Links) -> Iterator[RemoteDesk]:
    """A supervisor's console."""
    with closing(console(wire, links=links)) as made:
        made.token = world.tokens["sup"]
        yield made


def test_every_topic_comes_once_after_each_break(
    world: World, wire: Flaky, desk: RemoteDesk, links: Links
) -> None:
    heard = Heard(desk, *TOPICS)
    assert {heard.next(), heard.next()} == set(TOPICS)
    for _ in range(3):
        wire.cut()
        assert {heard.next(), heard.next()} == set(TOPICS)
    world.send("ana", StartCall(language=Language.EN, reason=Reason.NEW_PROOFING))
    assert heard.next() in TOPICS
    assert links.told == []  # a break that is over at once is no outage


def test_an_outage_is_told_and_over_when_the_stream_is_back(
    wire: Flaky, desk: RemoteDesk, links: Links
) -> None:
    heard = Heard(desk, Topic.QUEUE)
    assert heard.next() is Topic.QUEUE
    wire.away()
    assert links.wait_for(here=False)
    wire.back()
    assert links.wait_for(here=True)
    assert heard.next() is Topic.QUEUE
    assert links.told == [Link(here=False), Link(here=True)]


def test_a_watch_outlasts_a_restart_of_the_server(world: World, tmp_path: Path) -> None:
    with ExitStack() as stack:
        with served(world.pipeline, tmp_path) as first:
            wire = stack.enter_context(flaky(urlsplit(first.url).port or 0))
            desk = stack.enter_context(closing(console(wire)))
            desk.token = world.tokens["sup"]
            heard = Heard(desk, Topic.QUEUE)
            assert heard.next() is Topic.QUEUE
        with served(world.pipeline, tmp_path) as second:
            wire.lead_to(urlsplit(second.url).port or 0)
            assert heard.next() is Topic.QUEUE
            world.pipeline.board.post([Topic.QUEUE])
            assert heard.next() is Topic.QUEUE


def test_silence_is_noticed(wire: Flaky, desk: RemoteDesk, links: Links) -> None:
    heard = Heard(desk, Topic.QUEUE)
    assert heard.next() is Topic.QUEUE
    begun = monotonic()
    wire.hold()
    assert links.wait_for(here=False)
    assert monotonic() - begun < NOTICED
    wire.back()
    wire.cut()
    assert heard.next() is Topic.QUEUE
    assert links.wait_for(here=True)


def test_the_end_of_a_session_ends_its_watch(world: World, wire: Flaky, desk: RemoteDesk) -> None:
    heard = Heard(desk, Topic.QUEUE)
    assert heard.next() is Topic.QUEUE
    with world.database.write() as store:
        store.sessions.close_all(world.people["sup"])
    wire.cut()
    ended = heard.next()
    assert isinstance(ended, Refused)
    assert ended.refusal.rule == "authority.signed_out"


def test_what_may_not_be_watched_is_refused_at_once(world: World, wire: Flaky, desk: RemoteDesk) -> None:
    desk.token = world.tokens["ana"]
    with pytest.raises(Refused, match=r"authority\.role"):
        desk.watch(Topic.QUEUE)
    assert wire.wait_for(lambda: wire.open == 0)


def test_two_watches_hear_their_own_topics_and_end_together(
    world: World, wire: Flaky, desk: RemoteDesk
) -> None:
    queue, letters = Heard(desk, Topic.QUEUE), Heard(desk, Topic.LETTERS)
    assert (queue.next(), letters.next()) == (Topic.QUEUE, Topic.LETTERS)
    world.pipeline.board.post([Topic.LETTERS])
    assert letters.next() is Topic.LETTERS
    desk.close()
    assert (queue.next(), letters.next()) == (None, None)
    assert wire.wait_for(lambda: wire.open == 0)


def test_a_watch_that_is_left_leaves_nothing_open(wire: Flaky, desk: RemoteDesk) -> None:
    watching = desk.watch(Topic.QUEUE)
    assert next(watching) is Topic.QUEUE
    watching.close()  # type: ignore[attr-defined]
    assert wire.wait_for(lambda: wire.open == 0)
