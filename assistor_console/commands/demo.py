"""`assistor-console demo`: the main job, played in the real windows on a desk made for it."""

import argparse
import json
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ..app import Embedded, open_embedded
from ..demonstration.cast import choose_cast
from ..demonstration.stage import Stage
from ..demonstration.stories import Play, Story
from ..domain.terms import Realm
from ..gui.fonts import load as load_fonts
from ..gui.style import wear
from ..gui.theme import theme_of
from ..practice import prepare
from ..settings import Settings
from .bar import Bar
from .run import scheme_of
from .screen import do_without_screen

OUT = "demo-out"


def main(given: argparse.Namespace, settings: Settings) -> int:
    """Plays the three stories, prints what happened; 0 when all ended as they should."""
    do_without_screen()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    load_fonts()
    wear(application, theme_of(scheme_of(settings.theme, application)))
    out = Path(given.out or OUT).absolute()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="demo-") as folder:
        embedded = open_embedded(replace(settings, realm=Realm.PRACTICE, data_dir=Path(folder)))
        try:
            stage = Stage(_filled(embedded), out, _tell)
            stories = Play(stage, choose_cast()).all()
        finally:
            embedded.close()
    _tell(f"Pictures: {out}\nLetters and slip: {stage.documents}")
    if given.json:
        print(json.dumps(_summary(stage, stories, time.monotonic() - begun)))
    return 0


def _filled(embedded: Embedded) -> Embedded:
    with Bar("practice data", sys.stderr) as bar:
        prepare(embedded, progress=lambda part, _: bar.reached(round(part * 1000), 1000))
    return embedded


def _tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _summary(stage: Stage, stories: list[Story], seconds: float) -> dict[str, object]:
    return {
        "cases": [_case(story) for story in stories],
        "screens": [str(path) for path in stage.pictures],
        "elapsed_s": round(seconds, 1),
    }


def _case(story: Story) -> dict[str, object]:
    return {
        "name": story.name,
        "steps": story.steps,
        "final_state": story.final_state,
        "account": story.account,
        "letter_pdf": str(story.letter) if story.letter else None,
        "appointment": story.appointment,
    }
