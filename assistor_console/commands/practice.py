"""`assistor-console practice`: synthetic people, written as record files and loaded from them."""

import argparse
import sys
from pathlib import Path

from ..app import open_beside
from ..domain.errors import refused
from ..domain.terms import Realm
from ..gui.texts import text
from ..practice import prepare
from ..settings import Settings
from .bar import Bar, cancelled_by_ctrl_c
from .cards import print_cards

MOST = 1_000_000


def main(given: argparse.Namespace, settings: Settings) -> int:
    """Makes and loads people, or prints the cards of some to answer from; 0."""
    if not 1 <= given.people <= MOST:
        raise refused("practice.people", most=MOST)
    if given.cards:
        print(text("practice.codes", settings.language), end="\n\n")
        print_cards(given.people, given.seed, sys.stdout)
        return 0
    if settings.realm is not Realm.PRACTICE:  # before a desk is made for nothing
        raise refused("realm.live")
    keep = Path(given.write_files) if given.write_files else None
    beside = open_beside(settings)
    try:
        with cancelled_by_ctrl_c() as cancelled, Bar("practice", sys.stderr) as bar:
            loaded = prepare(
                beside,
                given.people,
                given.seed,
                keep,
                lambda part, _: bar.reached(round(part * 1000), 1000),
                cancelled,
            )
    finally:
        beside.close()
    for one in loaded:
        words = "loaded before, nothing changed" if one.known else f"{one.totals.count:,} records"
        print(f"{one.file}: {words}")
    return 0
