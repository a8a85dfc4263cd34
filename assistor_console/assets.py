"""Where the files that belong to the program lie: beside the package in a checkout, inside it in a wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_WHEEL = _PACKAGE / "_data"


def root() -> Path:
    """The folder that holds `resources/` and `db/`."""
    return _WHEEL if _WHEEL.is_dir() else _PACKAGE.parent


def resource(*parts: str) -> Path:
    """The path of a file under `resources/`: `resource("style", "tokens.toml")`."""
    return root().joinpath("resources", *parts)


def migrations() -> Path:
    """The folder with Alembic's environment and versions."""
    return root() / "db"
