"""`assistor-console keys`: makes the wrapping key, tells of all keys, changes them while work goes on."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from filelock import FileLock, Timeout

from ..app import Beside, has_desk, need_desk, open_alongside, open_unlocked
from ..central import open_central
from ..composing import key_source
from ..domain.errors import Cancelled, Trouble
from ..domain.keys import KeyPlace
from ..gui.texts import Say
from ..owner import is_founded
from ..requests.keys import KeysSeen, SeeKeys
from ..services.rotating import Asked, Rotated, change_wrapping, rotate
from ..settings import Settings
from ..store.key_source import KeySource
from .bar import Bar, cancelled_by_ctrl_c
from .consent import agreed

_MOST_BROKEN = 20


def main(given: argparse.Namespace, settings: Settings) -> int:
    """Does one of them; 0, or 1 where a rotation was stopped or met values that do not open."""
    say = Say(settings.language)
    if given.act == "init":
        return _init(settings, say)
    if given.act == "status":
        return _status(settings, say, given.json)
    return _rotate_wrapping(settings, say, given.yes) if given.wrapping else _rotate(settings, say)


def _init(settings: Settings, say: Say) -> int:
    source = key_source(settings)
    if not source.exists() and _has_desk(settings):
        raise Trouble("keys.desk_there", where=source.where)
    try:
        source.make()
    except OSError as failed:
        reason = os.strerror(failed.errno or 0)
        raise Trouble("key.unwritable", file=source.where, reason=reason) from failed
    print(say("keys.made", where=source.where))
    return 0


def _has_desk(settings: Settings) -> bool:
    return is_founded(settings) if settings.database else has_desk(settings)


@contextmanager
def _opened(settings: Settings) -> Iterator[Beside]:
    """The desk, which any program may have open or open meanwhile."""
    if settings.database:
        beside = open_central(settings)
    else:
        need_desk(settings)
        open_alongside(settings).close()  # brought up to date, where it is nobody's now
        beside = open_unlocked(settings)
    try:
        yield beside
    finally:
        beside.close()


def _status(settings: Settings, say: Say, as_json: bool) -> int:
    with _opened(settings) as beside:
        seen = beside.operator().send(SeeKeys())
    source = key_source(settings)
    if as_json:
        print(json.dumps(_told(seen, settings.key_source, source)))
    else:
        for line in lines(seen, settings.key_source, source, say):
            print(line)
    return 0


def _told(seen: KeysSeen, place: KeyPlace, source: KeySource) -> dict[str, object]:
    sealed: dict[str, dict[str, int]] = {}
    for each in seen.sealed:
        sealed.setdefault(each.column, {})[each.key_id] = each.values
    keys = [{**each.model_dump(mode="json"), "age_days": _days(each.made_at, seen.now)} for each in seen.keys]
    return {"source": place.value, "where": source.where, "keys": keys, "sealed": sealed}


def _days(made_at: datetime, now: datetime) -> int:
    return max(0, (now - made_at).days)


def lines(seen: KeysSeen, place: KeyPlace, source: KeySource, say: Say) -> Iterator[str]:
    """A status in words."""
    yield say("keys.source", where=source.where, source=say(f"keys.source_{place}"))
    yield from _table(
        say("keys.head"),
        [
            (
                key.id,
                say(f"keys.purpose_{key.purpose}"),
                say(f"keys.state_{key.state}"),
                f"{key.made_at:%Y-%m-%d}",
                f"{_days(key.made_at, seen.now)}",
            )
            for key in seen.keys
        ],
    )
    counts = [(each.column, each.key_id, f"{each.values:,}") for each in seen.sealed]
    if counts:
        yield from _table(say("keys.sealed_head"), counts)
    known = {key.id for key in seen.keys}
    if lost := sum(each.values for each in seen.sealed if each.key_id not in known):
        yield say("keys.unknown", values=lost)
    if any(key.state == "leaving" for key in seen.keys):
        yield say("keys.unfinished")


def _table(head: str, rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Columns as wide as they must be; the last one is numbers."""
    yield ""
    every = [tuple(head.split("|")), *rows]
    widths = [max(map(len, column)) for column in zip(*every, strict=True)]
    for row in every:
        *words, number = row
        padded = [word.ljust(width) for word, width in zip(words, widths, strict=False)]
        yield "  ".join([*padded, number.rjust(widths[-1])])


def _rotate(settings: Settings, say: Say) -> int:
    with _opened(settings) as beside, cancelled_by_ctrl_c() as cancelled:
        try:
            rotated = _with_bar(beside, say, cancelled)
        except Cancelled:
            print(say("keys.stopped"), file=sys.stderr)
            return 1
    print(say("keys.rotated", key=rotated.key_id, values=rotated.values))
    if rotated.broken:
        some = sorted(rotated.broken)
        more = ", …" if len(some) > _MOST_BROKEN else ""
        print(say("keys.broken", values=", ".join(some[:_MOST_BROKEN]) + more), file=sys.stderr)
    return int(bool(rotated.broken))


def _with_bar(beside: Beside, say: Say, cancelled: Callable[[], bool]) -> Rotated:
    with Bar(say("keys.bar"), sys.stderr) as bar:
        asked = Asked(progress=bar.reached, cancelled=cancelled)
        return rotate(beside.operator(), beside.pipeline.database, asked)


def _rotate_wrapping(settings: Settings, say: Say, yes: bool) -> int:
    need_desk(settings)
    print(say("keys.wrapping_first", where=key_source(settings).where), file=sys.stderr)
    if not yes and not agreed(say):
        print(say("keys.wrapping_not"), file=sys.stderr)
        return 1
    with _opened(settings) as beside, _alone(settings):
        source = key_source(settings)
        changed = change_wrapping(beside.operator(), beside.pipeline.database, source, Asked())
    print(say("keys.wrapped" if changed else "keys.wrapped_before", where=source.where))
    if settings.key_source is KeyPlace.ENVIRONMENT:
        print(say("keys.wrapped_environment"))
    return 0


@contextmanager
def _alone(settings: Settings) -> Iterator[None]:
    """One change of the wrapping key on this machine at a time."""
    settings.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        with FileLock(settings.data_dir / "keys.lock", mode=0o600, timeout=0):
            yield
    except Timeout:
        raise Trouble("keys.busy") from None
