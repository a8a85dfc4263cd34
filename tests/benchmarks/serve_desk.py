"""`serve_desk.py DATABASE KEYFILE`: a server process; says where as JSON and ends with its standard input."""

import json
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from assistor_console.app import open_served
from assistor_console.domain.terms import Realm
from assistor_console.settings import load_settings
from tests.serving import served


def main(database: str, key_file: str) -> None:
    """Serves until nobody holds the other end of standard input."""
    with TemporaryDirectory(prefix="serve-") as folder:
        flags = {
            "database": database,
            "key_file": key_file,
            "realm": Realm.PRACTICE.value,
            "data_dir": folder,
        }
        desk = open_served(load_settings(flags, {"ASSISTOR_SETTINGS": os.devnull}))
        try:
            with served(desk.pipeline, Path(folder)) as address:
                print(json.dumps({"url": address.url, "trust": str(address.trust)}), flush=True)
                sys.stdin.read()
        finally:
            desk.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
