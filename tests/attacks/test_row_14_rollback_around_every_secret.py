"""Row 14: rollback or abort around every secret test. Failures are still counted."""

import gc
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from pathlib import Path
from random import Random
from signal import SIGKILL
from socket import SO_LINGER, SOL_SOCKET
from ssl import SSLSocket
from struct import pack
from subprocess import PIPE
from threading import Barrier
from time import monotonic
from typing import Any
from uuid import UUID

import psycopg
import pytest
from sqlalchemy import Connection, select

from assistor_console.composing import real_time
from assistor_console.requests import wire
from assistor_console.requests.base import Envelope, Trial
from assistor_console.requests.sign_in import SignIn
from assistor_console.services.second_factor import code_at
from assistor_console.store import tables as t
from tests.attacks import rollback
from tests.attacks.rollback import Tally, heard, most, spent
from tests.attacks.secrets_under_test import SECRETS
from tests.attacks.sieges import Guess, Secret
from tests.attacks.striking import BLOWS, Blow, Striking, bug
from tests.central import Central, central
from tests.house.tree import ROOT
from tests.server.raw import Headers, Peer, post
from tests.server.running import PATIENCE, Running, hire, serving, until
from tests.serving import served
from tests.worlds import PASSWORD, TOTP, WHERE, World, world

__all__ = ["world"]

SEED = 14
Kill = Callable[[World, str, Guess, int], int]
PLACES = 2
"""How many of a trial's places are struck here; `python -m tests.attacks.rollback` strikes them all."""
by_name = pytest.mark.parametrize("secret", SECRETS, ids=lambda secret: secret.name.replace(" ", "-"))
in_process = pytest.mark.parametrize("world", WHERE[:2], indirect=True)


@pytest.fixture(autouse=True)
def little_to_collect() -> Iterator[None]:
    """Each blow collects what it left: what was there before is not looked through again."""
    gc.freeze()
    yield
    gc.unfreeze()


def test_row_14_every_trial_is_besieged() -> None:
    """Whoever adds a request that tests a secret adds how it is guessed at."""
    assert {kind for kind in wire.kinds() if issubclass(kind, Trial)} == {secret.trial for secret in SECRETS}


@by_name
@in_process
def test_row_14_struck_at_every_place(world: World, secret: Secret) -> None:
    one_guess_again_and_again(world, secret)
    count = rollback.places_of(world, secret, 0)
    assert count > 3
    tally, places = Tally(), rollback.sample(count, PLACES, Random(SEED))
    for number, chosen in enumerate(rollback.rounds(secret, world, places), 1):
        rollback.besiege(world, secret, number, chosen, tally)
    assert tally.struck >= most(world, secret)


def one_guess_again_and_again(world: World, secret: Secret) -> None:
    """Under one envelope a guess is one attempt, wherever it was struck before; another guess is refused."""
    siege = secret.besiege(world, 99)
    guess, envelope = siege.wrong(), world.envelope(siege.who)
    before = spent(world, secret.trial.limit)
    with Striking(world.pipeline.database.engine) as striking:
        for place in range(5):
            with striking.at(place, bug):
                told = heard(lambda: world.send(siege.who, guess, envelope))
                assert told == "desk.bug"
    assert spent(world, secret.trial.limit) == before + 1
    if not secret.trial.once:
        other = siege.right()
        assert heard(lambda: world.send(siege.who, other, envelope)) == "request.id_reused"


@by_name
@pytest.mark.parametrize("world", ["local-postgresql"], indirect=True)
def test_row_14_the_console_hangs_up(world: World, secret: Secret, tmp_path: Path) -> None:
    """Over HTTPS each connection is reset as soon as the attempt is committed."""
    siege = secret.besiege(world, 1)
    with served(world.pipeline, tmp_path) as address, Striking(world.pipeline.database.engine) as striking:
        for _ in range(most(world, secret)):
            guess, envelope = siege.wrong(), world.envelope(siege.who)
            sent = post(wire.path(type(guess)), guess.model_dump_json().encode(), headers(envelope))
            with Peer(address).connected() as sock, striking.at(0, reset(sock), everywhere=True) as plan:
                sock.sendall(sent)
                Peer(address).until(lambda: on_trail(world, envelope.id))  # noqa: B023
            assert plan.struck
    rollback.held_up(world, secret, siege, Tally())


def headers(envelope: Envelope) -> Headers:
    return [(name, value.encode("latin-1")) for name, value in wire.headers(envelope).items()]


def reset(sock: SSLSocket) -> Blow:
    """Whoever sent the guess is gone, without a farewell."""

    def blow(connection: Connection, place: str) -> None:
        sock.setsockopt(SOL_SOCKET, SO_LINGER, pack("ii", 1, 0))
        sock.close()

    return blow


def on_trail(world: World, request: UUID) -> bool:
    with world.reading() as store:
        return (
            store.connection.execute(select(t.audit.c.id).where(t.audit.c.request == request)).first()
            is not None
        )


@by_name
@in_process
def test_row_14_sixteen_at_once(world: World, secret: Secret) -> None:
    """Sixteen threads, each struck somewhere: no more guesses are looked at than policy's number."""
    siege = secret.besiege(world, 1)
    guesses = [siege.wrong() for _ in range(1 if secret.trial.once else 16)] * (
        16 if secret.trial.once else 1
    )
    random, gate = Random(SEED), Barrier(16)
    blows = [(random.randrange(8), random.choice(BLOWS)) for _ in guesses]
    before = spent(world, secret.trial.limit)
    with Striking(world.pipeline.database.engine) as striking, ThreadPoolExecutor(16) as pool:

        def send(number: int) -> str:
            gate.wait()
            with striking.at(*blows[number]):
                return heard(lambda: world.send(siege.who, guesses[number]))

        told = list(pool.map(send, range(16)))
    number = 1 if secret.trial.once else most(world, secret)
    assert spent(world, secret.trial.limit) - before <= number, told
    if not secret.trial.once:
        rest = [rule for rule in told if rule in secret.rules()]
        assert len(told) - len(rest) <= number, told


@by_name
@pytest.mark.parametrize("world", ["local-sqlite"], indirect=True)
def test_row_14_the_process_is_killed(world: World, secret: Secret, kill: Kill) -> None:
    """kill -9 of the desk's process in each guess, each time at another place."""
    siege, killed = secret.besiege(world, 1), 0
    for place in range(most(world, secret)):
        killed += kill(world, siege.who, siege.wrong(), place) == -SIGKILL
    assert killed >= min(3, most(world, secret))
    rollback.held_up(world, secret, siege, Tally())


@pytest.fixture(scope="module")
def kill() -> Iterator[Kill]:
    """Has a guess made by a process that dies of it, and tells what that one ended with."""
    command = [sys.executable, "-m", "tests.attacks.killed"]
    with subprocess.Popen(command, cwd=ROOT, stdin=PIPE, stdout=PIPE, text=True) as program:

        def kill(world: World, who: str, guess: Guess, place: int) -> int:
            assert program.stdin and program.stdout
            told = {"url": world.url, "who": world.tokens.get(who, ""), "act": guess.act(), "place": place}
            more = {"now": world.now.isoformat(), "fields": guess.model_dump(mode="json")}
            print(json.dumps(told | more), file=program.stdin, flush=True)
            return int(program.stdout.readline())

        yield kill


def test_row_14_the_servers_are_killed(postgres_url: str, tmp_path: Path) -> None:
    """kill -9 of every server process once a guess is judged, before anything of it but the attempt rests."""
    with central(postgres_url, tmp_path) as made:
        made.prepare()
        hire(made, "victim")
        with serving(made, tmp_path, "--processes", "2") as running:
            for number in range(1, SIGN_IN_ATTEMPTS + 1):
                kill_in_the_middle(made, running, number)
            code = code_at(TOTP, real_time())
            right = SignIn(staff_id=World.staff_id("victim"), password=PASSWORD, code=code)
            assert answer(running, right)["code"] == "attempts.sign_in"


SIGN_IN_ATTEMPTS = 3


def kill_in_the_middle(made: Central, running: Running, number: int) -> None:
    """The audit row of the guess has to wait: meanwhile those who wait are killed."""
    guess = SignIn(staff_id=World.staff_id("victim"), password=f"wrong {number}", code="000000")
    with psycopg.connect(made.logins.owner) as owner, ThreadPoolExecutor(1) as pool:
        owner.execute("LOCK TABLE audit IN SHARE ROW EXCLUSIVE MODE")
        asked = pool.submit(answer, running, guess, patient=False)
        with psycopg.connect(made.logins.owner, autocommit=True) as looking:
            until(lambda: looking.execute(WAITING).fetchone() is not None)
            (spent,) = looking.execute("select count(*) from attempts").fetchone() or (0,)
            for child in running.children():
                os.kill(child, SIGKILL)
        assert spent == number
        assert asked.result() == {}


WAITING = """select 1 from pg_locks join pg_class on pg_class.oid = relation
where relname = 'audit' and not granted"""


def answer(running: Running, request: SignIn, patient: bool = True) -> Any:
    """What the servers say; {} where none answers and nobody waits until one does."""
    end = monotonic() + PATIENCE
    while True:
        try:
            return running.post(request)[1]
        except (OSError, HTTPException):
            if not patient:
                return {}
            assert monotonic() < end, "no server came back"
