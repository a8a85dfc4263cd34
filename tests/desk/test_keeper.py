"""What a console keeps for a desk that is away: on a real disk, sent in order once the desk is back.

The desk here is told when to go and when to come back; nobody waits for a clock.
"""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from queue import Queue
from uuid import UUID, uuid4

import pytest

from assistor_console.desk import spool as spools
from assistor_console.desk.exchange import Answer
from assistor_console.desk.keeper import Keeper
from assistor_console.desk.spool import Entry, Spool
from assistor_console.domain.errors import AlreadyDone, Refused, Trouble, refused
from assistor_console.requests import wire
from assistor_console.requests.base import Link

ANA, KEY, SECONDS = UUID(int=1), bytes(range(32)), 20
Heard = list[tuple[str, str]]
WELL = Answer(200, b"{}")


def entry(text: str, about: str = "") -> Entry:
    return Entry(path="/v1/act", body=text.encode(), id=uuid4(), key=bytes(32), replaces=about)


def no(error: Refused | AlreadyDone | Trouble) -> Answer:
    """As a desk says it over the wire."""
    return Answer(409, wire.problem(error).model_dump_json().encode())


class FarDesk:
    """Here or away; `heard` is what reached it, with the session it came for, `says` what it answers."""

    def __init__(self) -> None:
        self.here = True
        self.heard: Heard = []
        self.says: dict[str, Answer | Exception] = {}

    def post(self, entry: Entry, token: str) -> Answer:
        if not self.here:
            raise Trouble("desk.unreachable")
        text = entry.body.decode()
        self.heard.append((text, token))
        said = self.says.get(text, WELL)
        if isinstance(said, Exception):
            raise said
        return said


class Noted(Spool):
    """A spool that says what it has written down."""

    def __init__(self, folder: Path, written: Queue[bytes]) -> None:
        super().__init__(folder, ANA, "desk 7", KEY)
        self._written = written

    def add(self, entry: Entry) -> int:
        number = super().add(entry)
        self._written.put(entry.body)
        return number


class Console:
    """A keeper with what it told, and threads that wait for it."""

    def __init__(self, folder: Path, desk: FarDesk) -> None:
        self.folder, self.desk = folder, desk
        self.told: Queue[Link] = Queue()
        self.written: Queue[bytes] = Queue()
        self.keeper = Keeper(desk.post, self.told.put)
        self._threads = ThreadPoolExecutor()

    def sign_in(self, token: str = "first") -> None:
        self.keeper.open(Noted(self.folder, self.written), token)

    def send(self, one: Entry, token: str = "first") -> Future[Answer]:
        return self._threads.submit(self.keeper.send, one, token)

    def until(self, link: Link) -> None:
        """Until that is told."""
        while self.told.get(timeout=SECONDS) != link:
            continue

    def keep(self, *given: Entry) -> list[Future[Answer]]:
        """Sends these one after the other to a desk that has gone."""
        self.desk.here = False
        waiting = []
        for number, one in enumerate(given):
            waiting.append(self.send(one))
            self.until(Link(here=False, kept=number + 1))
        return waiting

    def comes_back(self) -> None:
        self.desk.here = True
        self.keeper.back()

    def close(self) -> None:
        self.keeper.close()
        self.keeper.join()
        self._threads.shutdown()


@pytest.fixture
def desk() -> FarDesk:
    return FarDesk()


@pytest.fixture
def console(tmp_path: Path, desk: FarDesk) -> Iterator[Console]:
    with closing(Console(tmp_path, desk)) as made:
        yield made


def left(folder: Path) -> list[str]:
    """What waits on the disk."""
    with closing(Spool(folder, ANA, "desk 7", KEY)) as spool:
        return [one.body.decode() for one, _ in spool.left().entries]


def result(waiting: Future[Answer]) -> Answer:
    return waiting.result(SECONDS)


def test_a_desk_that_is_here_answers_and_nothing_stays(console: Console, desk: FarDesk) -> None:
    console.sign_in()
    assert result(console.send(entry("a"))) == WELL
    assert desk.heard == [("a", "first")] and not console.keeper.is_away
    console.keeper.leave()
    assert left(console.folder) == [] and console.told.empty(), "nothing had changed"


def test_what_was_kept_goes_in_its_order_once_the_desk_is_back(console: Console, desk: FarDesk) -> None:
    console.sign_in()
    waiting = console.keep(entry("a"), entry("b"), entry("c"))
    assert console.keeper.is_away and not any(one.done() for one in waiting) and desk.heard == []
    console.comes_back()
    assert [result(one) for one in waiting] == [WELL] * 3
    assert [text for text, _ in desk.heard] == ["a", "b", "c"]
    console.until(Link())
    console.keeper.leave()
    assert left(console.folder) == []


def test_who_leaves_while_the_desk_is_away_finds_it_at_their_next_sign_in(
    console: Console, desk: FarDesk
) -> None:
    console.sign_in()
    waiting = console.keep(entry("a"), entry("b"))
    console.keeper.leave()
    for one in waiting:
        with pytest.raises(Trouble, match=r"desk\.closed"):
            result(one)
    assert left(console.folder) == ["a", "b"]
    console.comes_back()
    console.sign_in("second")
    assert desk.heard == [("a", "second"), ("b", "second")], "sent when the sign-in is over"
    console.keeper.leave()
    assert left(console.folder) == []


def test_another_program_sends_what_one_that_ended_had_kept(
    tmp_path: Path, console: Console, desk: FarDesk
) -> None:
    console.sign_in()
    console.keep(entry("a"))
    console.close()
    desk.here = True
    with closing(Console(tmp_path, desk)) as later:
        later.sign_in("second")
        assert desk.heard == [("a", "second")]
    assert left(tmp_path) == []


def test_a_later_draft_goes_in_the_place_of_the_one_before(console: Console, desk: FarDesk) -> None:
    console.sign_in()
    (first,) = console.keep(entry("typed"))  # it is under way: nothing takes its place
    draft = console.send(entry("half", about="draft"))
    console.until(Link(here=False, kept=2))
    whole = console.send(entry("whole", about="draft"))
    while console.written.get(timeout=SECONDS) != b"whole":  # in the queue before anybody else may look
        continue
    console.comes_back()
    assert [result(one) for one in (first, draft, whole)] == [WELL] * 3
    assert [text for text, _ in desk.heard] == ["typed", "whole"]


def test_what_is_refused_after_all_is_told_to_whoever_waits_and_counted_for_who_does_not(
    console: Console, desk: FarDesk
) -> None:
    desk.says["b"] = no(refused("answer.frozen"))
    console.sign_in()
    waiting = console.keep(entry("a"), entry("b"))
    console.comes_back()
    assert result(waiting[0]) == WELL
    with pytest.raises(Refused, match=r"answer\.frozen"):
        result(waiting[1])
    console.until(Link())
    console.keep(entry("b"))
    console.keeper.leave()
    console.comes_back()
    console.sign_in("second")
    console.until(Link(here=True, kept=0, refused=1))


def test_a_session_that_is_over_decides_nothing(console: Console, desk: FarDesk) -> None:
    desk.says["a"] = no(refused("authority.signed_out"))
    console.sign_in()
    with pytest.raises(Refused, match=r"authority\.signed_out"):
        result(console.send(entry("a")))
    console.keeper.leave()
    assert left(console.folder) == ["a"]


def test_a_bug_at_this_end_is_told_and_loses_nothing(console: Console, desk: FarDesk) -> None:
    desk.says["a"] = ValueError("planted")
    console.sign_in()
    with pytest.raises(ValueError, match="planted"):
        result(console.send(entry("a")))
    console.keeper.leave()
    assert left(console.folder) == ["a"]


def test_what_cannot_be_written_down_is_not_kept(
    console: Console, desk: FarDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spools, "MOST_ENTRIES", 1)
    console.sign_in()
    (kept,) = console.keep(entry("a"))
    with pytest.raises(Trouble, match=r"spool\.full"):
        result(console.send(entry("b")))
    console.comes_back()
    assert result(kept) == WELL and desk.heard == [("a", "first")]


def test_nothing_is_taken_after_the_end(console: Console) -> None:
    console.sign_in()
    waiting = console.keep(entry("a"))
    console.keeper.close()
    for one in (*waiting, console.send(entry("b"))):
        with pytest.raises(Trouble, match=r"desk\.closed"):
            result(one)
    assert left(console.folder) == ["a"]
