"""What a person may set for one console or one server: a file < the environment < flags.

No secret is ever a setting; a key that is not listed in `Settings` is refused.
"""

import platform
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar
from urllib.parse import SplitResult, parse_qsl, urlsplit

from platformdirs import user_config_dir, user_data_dir

from assistor_console.domain.errors import Trouble
from assistor_console.domain.keys import KeyPlace
from assistor_console.domain.terms import Language, Realm
from assistor_console.small_files import read_small

_PROGRAM = "assistor-console"
_PREFIX = "ASSISTOR_"
KEYS = (
    "realm",
    "data_dir",
    "theme",
    "language",
    "console_name",
    "desk",
    "trust",
    "database",
    "key_file",
    "key_source",
    "listen",
    "certificate",
    "private_key",
    "processes",
    "checkpoints",
)
_LONGEST_FILE = 8_192
"""Bytes; for a key of many parts Python's reader of TOML takes time and memory by their square."""
_LONGEST_NAME = 64
_MOST_PROCESSES = 64

_Word = TypeVar("_Word", bound=StrEnum)


class Theme(StrEnum):
    """How the windows look; SYSTEM follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Settings:
    """One console's settings: `data_dir` is absolute and need not exist, `language` is the interface's.

    `desk` is the https address of a desk elsewhere ("" for the embedded one) and `trust` a file of
    certificates it is checked against (None for the system's). `database` is the URL of a PostgreSQL for who
    works beside it or serves it. `key_source` says where the wrapping key is kept, `key_file` in which file
    (None: `desk.key` in `data_dir`). A server listens at `listen` (host:port) with `certificate` and
    `private_key`, in so many `processes`. `checkpoints` is the file where the trail's newest seals are
    written down (None for an embedded desk: in `data_dir`).
    """

    realm: Realm
    data_dir: Path
    theme: Theme
    language: Language
    console_name: str
    desk: str = ""
    trust: Path | None = None
    database: str = ""
    key_file: Path | None = None
    listen: str = "127.0.0.1:8443"
    certificate: Path | None = None
    private_key: Path | None = None
    processes: int = 1
    key_source: KeyPlace = KeyPlace.FILE
    checkpoints: Path | None = None


@dataclass(frozen=True, slots=True)
class _Given:
    """A value somebody set, and where: a file's path, a variable's name or a flag."""

    value: str
    where: str


def settings_file(environ: Mapping[str, str]) -> Path:
    """The file that is read: the one ASSISTOR_SETTINGS names, or the user's own `settings.toml`."""
    named = environ.get(f"{_PREFIX}SETTINGS")
    return Path(named) if named else Path(user_config_dir(_PROGRAM, appauthor=False)) / "settings.toml"


def load_settings(flags: Mapping[str, str | None], environ: Mapping[str, str]) -> Settings:
    """The settings in force: file < environment (ASSISTOR_REALM, …) < flags; None in `flags` means not given.

    Raises `Trouble`: settings.unreadable, settings.not_toml, settings.unknown_key, settings.not_text (a value
    that is no text), settings.bad_value. Each carries `file` (or the variable or flag), `key` and `reason`.
    """
    given = _from_file(environ) | _from_environment(environ) | _from_flags(flags)
    realm = _choice(given, "realm", Realm, Realm.PRACTICE)
    return Settings(
        realm=realm,
        data_dir=_folder(given, realm),
        theme=_choice(given, "theme", Theme, Theme.SYSTEM),
        language=_choice(given, "language", Language, Language.EN),
        console_name=_name(given),
        desk=_address(given),
        trust=_file(given, "trust"),
        database=_database(given),
        key_file=_file(given, "key_file"),
        listen=_listen(given),
        certificate=_file(given, "certificate"),
        private_key=_file(given, "private_key"),
        processes=_processes(given),
        key_source=_choice(given, "key_source", KeyPlace, KeyPlace.FILE),
        checkpoints=_file(given, "checkpoints"),
    )


def _from_file(environ: Mapping[str, str]) -> dict[str, _Given]:
    path = settings_file(environ)
    if not path.exists() and f"{_PREFIX}SETTINGS" not in environ:
        return {}
    table = _read(path)
    for key, value in table.items():
        if key not in KEYS:
            raise _trouble("unknown_key", str(path), key, ", ".join(KEYS))
        if not isinstance(value, str):
            raise _trouble("not_text", str(path), key, type(value).__name__)
    return {key: _Given(str(value), str(path)) for key, value in table.items()}


def _read(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(read_small(path, _LONGEST_FILE))
    except OSError as error:
        raise _trouble("unreadable", str(path), "", error.strerror or type(error).__name__) from error
    except ValueError as error:  # too long, not UTF-8, or not TOML; the last says line and column
        raise _trouble("not_toml", str(path), "", str(error)) from error
    except RecursionError:
        raise _trouble("not_toml", str(path), "", "too deep") from None


def _from_environment(environ: Mapping[str, str]) -> dict[str, _Given]:
    names = {key: _PREFIX + key.upper() for key in KEYS}
    return {key: _Given(environ[name], name) for key, name in names.items() if name in environ}


def _from_flags(flags: Mapping[str, str | None]) -> dict[str, _Given]:
    for key in flags:
        if key not in KEYS:
            raise ValueError(f"no setting is called {key}")
    return {
        key: _Given(value, f"--{key.replace('_', '-')}") for key, value in flags.items() if value is not None
    }


def _choice(given: dict[str, _Given], key: str, kind: type[_Word], default: _Word) -> _Word:
    found = given.get(key)
    if found is None:
        return default
    if found.value not in set(kind):
        raise _trouble("bad_value", found.where, key, " | ".join(kind))
    return kind(found.value)


def _folder(given: dict[str, _Given], realm: Realm) -> Path:
    found = given.get("data_dir")
    if found is None:
        return Path(user_data_dir(_PROGRAM, appauthor=False)) / realm
    folder = Path(found.value).expanduser()
    if not found.value.strip() or not folder.is_absolute():
        raise _trouble("bad_value", found.where, "data_dir", "/…")
    return folder


def _name(given: dict[str, _Given]) -> str:
    found = given.get("console_name")
    if found is None:
        return (platform.node() or "console")[:_LONGEST_NAME]
    if not found.value.strip() or len(found.value) > _LONGEST_NAME or not found.value.isprintable():
        raise _trouble("bad_value", found.where, "console_name", f"1–{_LONGEST_NAME}")
    return found.value.strip()


def _file(given: dict[str, _Given], key: str) -> Path | None:
    found = given.get(key)
    if found is None:
        return None
    if not found.value.strip():
        raise _trouble("bad_value", found.where, key, "/…/…")
    return Path(found.value).expanduser().absolute()


def _address(given: dict[str, _Given]) -> str:
    """A desk's address is https, host and port: no name, no password, no path."""
    found = given.get("desk")
    if found is None or not found.value:
        return ""
    parts = _url(found, "desk", "https://host:port")
    if parts.scheme != "https" or parts.path.strip("/") or parts.query or "@" in parts.netloc:
        raise _trouble("bad_value", found.where, "desk", "https://host:port")
    return f"https://{parts.netloc}"


def _database(given: dict[str, _Given]) -> str:
    """A database's URL names no password: libpq finds it in its own password file or service file."""
    found = given.get("database")
    if found is None or not found.value:
        return ""
    example = "postgresql://user@host/name"
    parts = _url(found, "database", example)
    named = {key.lower() for key, _ in parse_qsl(parts.query, keep_blank_values=True)}
    if parts.password is not None or named & {"password", "sslpassword"}:
        raise _trouble("password", found.where, "database", example)
    if parts.scheme not in {"postgresql", "postgres"}:
        raise _trouble("bad_value", found.where, "database", example)
    return found.value


def _url(found: _Given, key: str, example: str) -> SplitResult:
    try:
        parts = urlsplit(found.value)
        _ = parts.port  # raises where it is no number
    except ValueError:
        raise _trouble("bad_value", found.where, key, example) from None
    if key == "desk" and not parts.hostname:
        raise _trouble("bad_value", found.where, key, example)
    return parts


def _listen(given: dict[str, _Given]) -> str:
    found = given.get("listen")
    if found is None:
        return "127.0.0.1:8443"
    host, _, port = found.value.rpartition(":")
    if not host or not port.isascii() or not port.isdigit() or int(port) > 65535:
        raise _trouble("bad_value", found.where, "listen", "127.0.0.1:8443")
    return found.value


def _processes(given: dict[str, _Given]) -> int:
    found = given.get("processes")
    if found is None:
        return 1
    fits = found.value.isascii() and found.value.isdigit() and 1 <= int(found.value) <= _MOST_PROCESSES
    if not fits:
        raise _trouble("bad_value", found.where, "processes", f"1–{_MOST_PROCESSES}")
    return int(found.value)


def _trouble(what: str, where: str, key: str, reason: str) -> Trouble:
    return Trouble(f"settings.{what}", file=where, key=key, reason=reason)
