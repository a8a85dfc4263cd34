"""`assistor-console demo`: the main job, played in the real windows.

On a desk made for it in this program; or, with `--desk`, on a practice desk elsewhere by three consoles at
once, each a program of its own.
"""

import argparse
import json
import sys
import tempfile
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ..demonstration.camera import Camera
from ..demonstration.cast import choose_cast
from ..demonstration.stage import OneProgram, Say
from ..demonstration.stories import Play, Story
from ..domain.errors import Trouble
from ..domain.terms import Realm
from ..gui.fonts import load as load_fonts
from ..settings import Settings
from .bar import Bar
from .dress import dress
from .screen import do_without_screen

OUT = "demo-out"


def main(given: argparse.Namespace, settings: Settings) -> int:
    """Plays the three stories, prints what happened; 0 when all ended as they should."""
    do_without_screen()
    out = Path(given.out or OUT).absolute()
    begun, tell = time.monotonic(), _teller()
    with tempfile.TemporaryDirectory(prefix="demo-") as folder:
        # A desk that a person's settings name is for their work, not for a play: it has to be said here.
        play = _elsewhere if given.desk else _here
        played = play(replace(settings, realm=Realm.PRACTICE), out, Path(folder), tell)
    tell(f"Pictures: {out}")
    tell(f"Letters and slip: {Camera(out).documents}")
    if given.json:
        print(json.dumps(played | {"elapsed_s": round(time.monotonic() - begun, 1)}))
    return 0


def _here(settings: Settings, out: Path, folder: Path, tell: Say) -> dict[str, object]:
    """Everything in this program: a new desk, and one window after the other."""
    from ..app import open_embedded
    from ..demonstration.clocks import OwnClock
    from ..practice import prepare

    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    load_fonts()
    dress(settings.theme, application)
    embedded = open_embedded(replace(settings, data_dir=folder))
    try:
        with Bar("practice data", sys.stderr) as bar:
            prepare(embedded, progress=lambda part, _: bar.reached(round(part * 1000), 1000))
        camera, clock = Camera(out), OwnClock(embedded)
        stage = OneProgram(lambda _told: embedded.desk(), clock, camera, tell, settings.language)
        return _summary(stage.pictures, Play(stage, choose_cast()).all())
    finally:
        embedded.close()


def _elsewhere(settings: Settings, out: Path, folder: Path, tell: Say) -> dict[str, object]:
    """Three consoles on the desk that was named; the operator's command moves its clock."""
    from ..demonstration.clocks import ClockCommand, working_time
    from ..demonstration.console import Place
    from ..demonstration.consoles import ThreeConsoles
    from ..demonstration.stage import pass_time
    from ..desk.remote import RemoteDesk

    if not settings.database:
        raise Trouble("demo.no_database")
    cast, colours = choose_cast(), partial(dress, settings.theme)
    desk = RemoteDesk(settings.desk, settings.trust, "demonstration")
    try:
        desk.connect(Realm.PRACTICE)

        def place(name: str) -> Place:
            spool = folder / name
            return Place(settings.desk, settings.trust, name, spool, out, settings.language, colours)

        clock = ClockCommand(desk, settings)
        pass_time(clock, working_time(clock.now()), tell)
        with ThreeConsoles(place, clock, cast.roles, tell) as stage:
            stories = Play(stage, cast).all()
            summary = _summary(stage.pictures, stories) | {"consoles": stage.told()}
    finally:
        desk.close()
    return summary | {"desk": settings.desk, "seen": {story.name: story.seen for story in stories}}


def _teller() -> Say:
    """Says a line on the error stream, with the seconds since now."""
    begun = time.monotonic()

    def tell(words: str) -> None:
        print(f"{time.monotonic() - begun:6.1f} s  {words}", file=sys.stderr, flush=True)

    return tell


def _summary(pictures: list[Path], stories: list[Story]) -> dict[str, object]:
    return {"cases": [_case(story) for story in stories], "screens": [str(path) for path in pictures]}


def _case(story: Story) -> dict[str, object]:
    return {
        "name": story.name,
        "steps": story.steps,
        "final_state": story.final_state,
        "account": story.account,
        "letter_pdf": str(story.letter) if story.letter else None,
        "appointment": story.appointment,
    }
