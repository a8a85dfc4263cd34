"""`load_once.py FILE FOLDER`: loads a file into a new practice database, and prints what it took as JSON."""

import json
import os
import resource
import sys
import time
from pathlib import Path

from assistor_console.app import open_embedded
from assistor_console.domain.terms import Realm
from assistor_console.services.loading import Asked, load_file
from assistor_console.settings import load_settings

_KIBIBYTE = 1024 if sys.platform != "darwin" else 1


def main(file: Path, folder: Path) -> None:
    """`{"records", "seconds", "peak_mb"}`: seconds of the load alone, memory of the process at its peak."""
    settings = load_settings(
        {"data_dir": str(folder), "realm": Realm.PRACTICE}, {"ASSISTOR_SETTINGS": os.devnull}
    )
    embedded = open_embedded(settings)
    try:
        begun = time.perf_counter()
        loaded = load_file(embedded.operator(), embedded.pipeline.database, file, Asked())
        seconds = time.perf_counter() - begun
    finally:
        embedded.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KIBIBYTE / 2**20
    print(json.dumps({"records": loaded.totals.count, "seconds": seconds, "peak_mb": peak}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
