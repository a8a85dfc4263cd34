"""`assistor-console load`: records from files, each whole or not at all."""

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ..domain.errors import Refused, Trouble
from ..domain.terms import Realm
from ..records.job import Mode, file_name
from ..services.loading import Asked, Loaded, check_file, load_file
from ..settings import Settings
from .bar import Bar, cancelled_by_ctrl_c
from .words import sentence

Load = Callable[[Path, Asked], Loaded]


def main(given: argparse.Namespace, settings: Settings) -> int:
    """Loads every file it can and says why it cannot load the others; 0 if all were, 1 if one was refused."""
    mode = Mode(given.mode)
    if settings.realm is Realm.PRACTICE and mode is Mode.PRODUCTION and not given.dry_run:
        raise Trouble("records.practice_only")
    with cancelled_by_ctrl_c() as cancelled:
        asked = Asked(given.format, mode, cancelled=cancelled)
        results = _all(given, settings, asked)
    if given.json:
        print(json.dumps(_summary(results)))
    return int(any("refused" in result for result in results))


def _all(given: argparse.Namespace, settings: Settings, asked: Asked) -> list[dict[str, object]]:
    paths = [Path(name) for name in given.files]
    if given.dry_run:
        return [_one(check_file, path, asked, given.language) for path in paths]
    from ..app import need_desk, open_beside

    need_desk(settings)
    beside = open_beside(settings)
    try:
        desk, database = beside.operator(), beside.pipeline.database
        return [
            _one(lambda p, a: load_file(desk, database, p, a), path, asked, given.language) for path in paths
        ]
    finally:
        beside.close()


def _one(load: Load, path: Path, asked: Asked, language: str | None) -> dict[str, object]:
    with Bar(file_name(path), sys.stderr) as bar:
        try:
            return _loaded(load(path, replace(asked, progress=bar.reached)))
        except (Refused, Trouble) as no:
            bar.clear()
            print(sentence(no, language), file=sys.stderr)
            return _refused(path, no)


def _loaded(loaded: Loaded) -> dict[str, object]:
    totals = loaded.totals
    words = ", ".join(f"{count:,} {kind}" for kind, count in totals.records.items()) or "no records"
    print(f"{loaded.file}: {'loaded before, nothing changed' if loaded.known else words}", file=sys.stderr)
    return {
        "file": loaded.file,
        "format": loaded.format,
        "known": loaded.known,
        "records": totals.records,
        "amounts": totals.amounts,
        "skipped": totals.skipped,
    }


def _refused(path: Path, no: Refused | Trouble) -> dict[str, object]:
    rule, values = (no.refusal.rule, no.refusal.values) if isinstance(no, Refused) else (no.code, no.values)
    return {"file": file_name(path), "refused": {"rule": rule, **values}}


def _summary(results: list[dict[str, object]]) -> dict[str, object]:
    return {"files": results}
