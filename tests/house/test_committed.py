"""Nothing that is kept names the machine it was written on or the place its packages came from."""

import re
from pathlib import Path

import pytest

from tests.house.tree import ROOT, files


def _joined(*pieces: str) -> str:
    """A word written in pieces, because this file is kept too."""
    return "".join(pieces)


_HOSTS = (
    ("py", r"pi\.(org|io)"),
    ("python", r"hosted\.org"),
    ("deb.", r"debian\.org"),
    ("registry.", r"npmjs"),
)
_FOLDERS = (
    (r"(?<![\w.~-])/(root", r"|work|tmp)/\w"),
    ("/ho", r"me/\w+/"),
    (r"\.py", r"env\b"),
    ("C:", r"\\Users"),
)
_OPTIONS = ("--find", "-links"), ("--(extra-)?", "index-url"), ("--default", "-index")
_FORBIDDEN = re.compile("|".join(_joined(*pieces) for pieces in _HOSTS + _FOLDERS + _OPTIONS))


def _named(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return [f"{path.relative_to(ROOT)}:{n}" for n, line in enumerate(lines, 1) if _FORBIDDEN.search(line)]


def test_no_file_names_a_machine_or_an_index() -> None:
    assert [place for path in files() for place in _named(path)] == []


@pytest.mark.parametrize("name", ["uv.lock", "*.ttf", "*.otf", "*.woff", "*.woff2", "*.sqlite", "*.pdf"])
def test_no_file_of_a_kind_that_is_made_or_bought_is_kept(name: str) -> None:
    assert [str(path) for path in files() if path.match(name)] == []


@pytest.mark.parametrize(
    "pieces",
    [("https://py", "pi.org/simple"), ("open('/tm", "p/x')"), ("cd /ro", "ot/x"), ("/wo", "rk/main")],
)
def test_the_check_sees_what_it_looks_for(pieces: tuple[str, str]) -> None:
    assert _FORBIDDEN.search(_joined(*pieces))


@pytest.mark.parametrize(
    "pieces",
    [("https://www.irs.gov/wo", "rk/x"), ("resources/tm", "p/x"), ("a/ro", "ot/b"), ("index_", "url = 1")],
)
def test_the_check_lets_other_words_pass(pieces: tuple[str, str]) -> None:
    assert not _FORBIDDEN.search(_joined(*pieces))
