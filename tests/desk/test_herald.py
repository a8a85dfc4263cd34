"""Live topics over several servers: every act is told everywhere, once, in whatever order it commits."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from queue import Queue
from threading import Event, Thread
from uuid import uuid4

import pytest
from sqlalchemy.exc import DBAPIError

from assistor_console.app import open_beside
from assistor_console.central import Served
from assistor_console.composing import Beside
from assistor_console.desk.herald import Herald, touches
from assistor_console.desk.topics import Board
from assistor_console.domain.terms import Language, Reason, Role, Topic
from assistor_console.requests.base import Envelope
from assistor_console.requests.intake import MyCall, StartCall
from assistor_console.requests.operate import BeginLoad, FinishLoad
from assistor_console.requests.wire import kinds
from assistor_console.store.database import Database
from assistor_console.store.people import NOBODY
from assistor_console.store.store import Store
from assistor_console.store.trail import Entry
from tests.central import Central, central
from tests.postgres import own_server
from tests.worlds import KEY, START, make_world

TOUCHES = touches(kinds())
QUEUE_ACT = next(act for act, topics in TOUCHES.items() if Topic.QUEUE in topics)
SECONDS = 20


@dataclass
class Server:
    """A herald with what it posts; `told` is each post's topics since last asked."""

    database: Database
    heard: list[Topic] = field(default_factory=list)

    def __post_init__(self) -> None:
        board = Board()
        self.herald = Herald(self.database, board, TOUCHES)
        board.listen(Topic, self.heard.append)

    def told(self) -> list[Topic]:
        """What a look tells, in order."""
        self.heard.clear()
        self.herald.look()
        return list(self.heard)


@pytest.fixture
def url(postgres_url: str) -> Iterator[str]:
    from tests import postgres

    with postgres.database(postgres_url) as made:
        world = make_world(made)
        world.database.close()
        yield made


@pytest.fixture
def databases(url: str) -> Iterator[list[Database]]:
    made = [Database(url, KEY) for _ in range(2)]
    yield made
    for each in made:
        each.close()


def act(store: Store, name: str, outcome: str = "done") -> None:
    """What the pipeline puts on the trail."""
    store.trail.add(Entry(uuid4(), name, NOBODY, "", outcome, START))


def acting_on(topic: Topic) -> str:
    """An act that touches this topic."""
    return next(name for name, topics in sorted(TOUCHES.items()) if topic in topics)


def test_both_servers_hear_of_an_act_once(databases: list[Database]) -> None:
    one, other = map(Server, databases)
    with databases[0].write() as store:
        act(store, QUEUE_ACT)
    expected = sorted(TOUCHES[QUEUE_ACT])
    assert (one.told(), other.told()) == (expected, expected)
    assert (one.told(), other.told()) == ([], [])


def test_what_was_done_before_is_not_told(databases: list[Database]) -> None:
    with databases[0].write() as store:
        act(store, QUEUE_ACT)
    assert Server(databases[0]).told() == []


def test_only_what_was_done_is_told(databases: list[Database]) -> None:
    server = Server(databases[0])
    with databases[1].write() as store:
        for outcome in ("seen", "authority.role", "bug 1"):
            act(store, QUEUE_ACT, outcome)
    with pytest.raises(ZeroDivisionError), databases[1].write() as store:
        act(store, QUEUE_ACT)
        raise ZeroDivisionError
    assert server.told() == []


def test_commits_out_of_the_order_of_ids(databases: list[Database]) -> None:
    """The first row is committed last: a reader that goes on from the highest id would never see it."""
    server = Server(databases[0])
    queue, letters = acting_on(Topic.QUEUE), acting_on(Topic.LETTERS)
    with databases[0].write() as first:
        act(first, queue)
        with databases[1].write() as second:
            act(second, letters)
        early = server.told()
    late = server.told()
    assert set(early) | set(late) == TOUCHES[queue] | TOUCHES[letters]
    assert Topic.LETTERS in early + late
    assert server.told() == []
    assert Topic.QUEUE not in set(early) - TOUCHES[letters], "nobody hears of what is not committed"


def test_nothing_is_missed_and_nothing_repeated_among_many(url: str, databases: list[Database]) -> None:
    """Two heralds look all the time while eight writers commit in any order; each act is another one."""
    names = [f"act_{n}" for n in range(400)]
    found: list[Queue[str]] = [Queue(), Queue()]
    stop = Event()

    def watch(database: Database, seen: "Queue[str]") -> None:
        with database.read() as store:
            horizon = store.settled.horizon()
        watching.put(None)
        done = False
        while not done:
            done = stop.is_set()
            with database.read() as store:
                news = store.settled.since(horizon)
            horizon = news.horizon
            for name in news.acts:
                seen.put(name)

    def write(mine: list[str]) -> None:
        database = Database(url, KEY)
        for name in mine:
            with database.write() as store:
                act(store, name)
                store.connection.exec_driver_sql("select pg_sleep(random() * 0.01)")
        database.close()

    watching: Queue[None] = Queue()
    watchers = [Thread(target=watch, args=pair) for pair in zip(databases, found, strict=True)]
    for thread in watchers:
        thread.start()
        watching.get(timeout=SECONDS)
    writers = [Thread(target=write, args=(names[n::8],)) for n in range(8)]
    for thread in writers:
        thread.start()
    for thread in writers:
        thread.join()
    stop.set()
    for thread in watchers:
        thread.join()
    for each in found:
        assert sorted(each.queue) == sorted(names)


def test_a_long_look_stalls_nothing(databases: list[Database]) -> None:
    """Who only reads, however long, holds nothing up; a drawn letter run is only read."""
    server = Server(databases[0])
    with databases[1].read() as reading:
        reading.trail.last_at()
        with databases[0].write() as store:
            act(store, QUEUE_ACT)
        assert server.told() == sorted(TOUCHES[QUEUE_ACT])


def test_another_copy_of_the_database_is_noticed(databases: list[Database]) -> None:
    """A standby that had not everything, or a backup: its transactions count from further back."""
    server = Server(databases[0])
    server.herald._horizon += 1_000_000
    assert server.told() == sorted(Topic)
    assert server.told() == []


def test_a_herald_goes_on_when_the_database_is_back() -> None:
    with own_server() as postgres:
        world = make_world(postgres.url)
        server = Server(world.database)
        postgres.stop()
        for _ in range(2):
            with pytest.raises(DBAPIError):
                server.told()
        postgres.start()
        assert server.told() == sorted(Topic), "everything may have changed meanwhile"
        assert server.told() == []
        with world.database.write() as store:
            act(store, QUEUE_ACT)
        assert server.told() == sorted(TOUCHES[QUEUE_ACT])
        world.database.close()


@pytest.fixture
def prepared(postgres_url: str, tmp_path: Path) -> Iterator[Central]:
    with central(postgres_url, tmp_path) as made:
        made.prepare(lambda: START)
        yield made


def heard(served: Served, topics: frozenset[Topic]) -> "Queue[Topic]":
    """What a server's board tells from now on."""
    queue: Queue[Topic] = Queue()
    served.pipeline.board.listen(topics, queue.put)
    return queue


def load_nothing(beside: Beside, digit: str) -> None:
    """An operator loads an empty file."""
    desk = beside.operator()
    begun = desk.send(BeginLoad(name="none", digest=digit * 64, format="users"))
    desk.send(FinishLoad(file_id=begun.file_id, records=0))


def test_two_servers_and_an_operator(prepared: Central) -> None:
    """Whoever does it and wherever: both servers tell it, once."""
    with ExitStack() as stack:
        servers = [stack.enter_context(prepared.served(lambda: START)) for _ in range(2)]
        beside = open_beside(prepared.owner, lambda: START)
        stack.callback(beside.close)
        listening = [heard(server, frozenset({Topic.RECORDS, Topic.FLOOR})) for server in servers]
        load_nothing(beside, "0")
        assert [queue.get(timeout=SECONDS) for queue in listening] == [Topic.RECORDS] * 2
        token = prepared.hire("ana", Role.ASSISTOR)
        start = StartCall(language=Language.EN, reason=Reason.NEW_PROOFING)
        servers[0].pipeline.run(Envelope(token), start)
        assert [queue.get(timeout=SECONDS) for queue in listening] == [Topic.FLOOR] * 2
        assert servers[1].pipeline.run(Envelope(token), MyCall()).call is not None
        load_nothing(beside, "1")
        assert [queue.get(timeout=SECONDS) for queue in listening] == [Topic.RECORDS] * 2, "FLOOR only once"
