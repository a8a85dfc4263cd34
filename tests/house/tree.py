"""The files of the project, as the checks of the house read them."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Written by Qt's form compiler and by Alembic.
_GENERATED = ("assistor_console/gui/ui/", "db/versions/")
_MADE = {".venv", "__pycache__", "build", "dist", "demo-out", ".coverage", ".hypothesis"} | {
    f".{tool}_cache" for tool in ("mypy", "ruff", "pytest", "import_linter")
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file: its path from the root (with slashes), its text and its syntax tree."""

    path: str
    text: str
    tree: ast.Module

    @property
    def lines(self) -> int:
        """How many lines it has."""
        return len(self.text.splitlines())

    def functions(self) -> Iterator[Function]:
        """Every function and method in it."""
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    def where(self, node: Function | ast.ClassDef) -> str:
        """A place a person can go to: path, line, name."""
        return f"{self.path}:{node.lineno} {node.name}"


@cache
def files() -> tuple[Path, ...]:
    """Every file git keeps or would keep; without git, all but what programs leave behind."""
    paths = _listed() if (ROOT / ".git").exists() else _walked()
    return tuple(sorted(path for path in paths if path.is_file()))


def _listed() -> Iterator[Path]:
    # Git may run as another user than the one who cloned: nothing is executed here, so that is no danger.
    git = ("git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    listed = subprocess.run(git, cwd=ROOT, capture_output=True, check=True)
    return (ROOT / name for name in listed.stdout.decode().split("\0") if name)


def _walked() -> Iterator[Path]:
    return (path for path in ROOT.rglob("*") if not _MADE & set(path.relative_to(ROOT).parts))


@cache
def sources() -> tuple[Source, ...]:
    """Every hand-written Python file of the project."""
    paths = [path for path in files() if path.suffix == ".py"]
    texts = [(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")) for path in paths]
    return tuple(
        Source(name, text, ast.parse(text, name)) for name, text in texts if not name.startswith(_GENERATED)
    )


def product() -> tuple[Source, ...]:
    """The hand-written files of the product alone, without tests."""
    return tuple(source for source in sources() if source.path.startswith("assistor_console/"))
