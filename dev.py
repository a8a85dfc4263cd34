#!/usr/bin/env python3
"""The developer's one command: `python3 dev.py` lists what it can do. Standard library only."""

import ctypes
import hashlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
STAMP = VENV / ".prepared"
SETUP_PINS = ROOT / "requirements-setup.txt"
DEV_PINS = ROOT / "requirements-dev.txt"
PREPARED_FROM = (ROOT / "pyproject.toml", DEV_PINS, SETUP_PINS)
MEMORY, ROOM = Path("/dev/shm"), 6 << 30
"""A disk in memory, and how many bytes must be free there for a test run."""

# What Qt loads on Linux, and the Debian package that holds it: for any platform, and for a real screen.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libbrotlidec.so.1": "libbrotli1",
}
SCREEN_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def say(text: str) -> None:
    """Tell the developer what happens; on the error stream, so that a command's own output stays clean."""
    print(text, file=sys.stderr, flush=True)


def call(*command: str | Path, **extra: str) -> int:
    """Run a program in the checkout, with `extra` environment variables; returns its exit code."""
    return subprocess.run([str(part) for part in command], cwd=ROOT, env=os.environ | extra).returncode


def attend(*command: str | Path) -> int:
    """Run a program that has much to take down: Ctrl+C and an end from outside are its own to act on, and it
    is waited for; returns its exit code.
    """
    process = subprocess.Popen([str(part) for part in command], cwd=ROOT)

    def pass_on(number: int, frame: object) -> None:
        if os.name != "nt":  # Windows has told everybody at the terminal already
            process.send_signal(number)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, pass_on)
    return process.wait()


def must(*command: str | Path, **extra: str) -> None:
    """Run a program that has to succeed; otherwise the whole command ends here."""
    if code := call(*command, **extra):
        raise SystemExit(f"dev.py: `{' '.join(map(str, command))}` ended with {code}.")


def program(name: str) -> Path:
    """Where the environment keeps a program."""
    return SCRIPTS / (f"{name}.exe" if os.name == "nt" else name)


def has_screen() -> bool:
    """Whether a window could be seen: on Linux there must be a display, or a platform chosen by hand."""
    if not sys.platform.startswith("linux"):
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform:
        return platform.partition(":")[0] not in {"offscreen", "minimal"}
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def loads(library: str) -> bool:
    """Whether the system finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages() -> list[str]:
    """The Debian packages of which this system lacks something; none on other systems than Linux."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = QT_LIBRARIES | (SCREEN_LIBRARIES if has_screen() else {})
    missing = [package for library, package in wanted.items() if not loads(library)]
    try:
        import ensurepip  # noqa: F401 — Debian keeps it in a package of its own
    except ImportError:
        missing.append("python3-venv")
    return missing


def prepare_system() -> None:
    """Install the system's missing packages where this may be done (root on Debian); otherwise name them."""
    missing = missing_packages()
    if not missing:
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        say(f"This system lacks (Debian's names): {' '.join(missing)}. Please have them installed.")
        return
    say(f"Installing what Qt needs from the system: {' '.join(missing)}")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    must("apt-get", "update", "-qq", **quiet)
    must("apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing, **quiet)


def fingerprint() -> str:
    """What the environment depends on, as one digest: the pins, the project's description, this Python."""
    parts = [sys.version.encode(), *(path.read_bytes() for path in PREPARED_FROM)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def prepare_environment() -> None:
    """Fill `.venv` with exactly the pinned packages and the project; nothing to do if it is so already."""
    wanted = fingerprint()
    if STAMP.exists() and STAMP.read_text() == wanted:
        return
    python = program("python")
    if not python.exists():
        say("Making .venv")
        must(sys.executable, "-m", "venv", VENV)
    say("Installing the pinned packages into .venv")
    must(
        python,
        "-m",
        "pip",
        "install",
        "-q",
        "--disable-pip-version-check",
        "--require-hashes",
        "-r",
        SETUP_PINS,
    )
    must(program("uv"), "pip", "sync", "-p", python, "--compile-bytecode", "--require-hashes", DEV_PINS)
    must(program("uv"), "pip", "install", "-q", "-p", python, "--no-deps", "--no-build-isolation", "-e", ROOT)
    STAMP.write_text(wanted)


def setup(arguments: list[str]) -> int:
    """prepare everything (.venv with the pinned packages; as root on Debian also what Qt needs)"""
    if sys.version_info < (3, 11):  # noqa: UP036 — this file alone may meet an older Python
        raise SystemExit("dev.py: Python 3.11 or newer is needed.")
    prepare_system()
    prepare_environment()
    return 0


def run(arguments: list[str]) -> int:
    """set up, then open the console; without a screen play the demonstration off-screen"""
    setup([])
    console = program("assistor-console")
    if has_screen():
        return call(console, "run", *arguments)
    say("There is no screen: playing the demonstration off-screen.")
    return call(console, "demo", *arguments, QT_QPA_PLATFORM="offscreen")


def centre(arguments: list[str]) -> int:
    """[--keep DIR] [--serve-only] [--json]: set up, then open a call centre on this machine"""
    setup([])
    return attend(program("python"), "-m", "tests.centre", *arguments)


def in_memory() -> dict[str, str]:
    """Where the files of a test run go: some ten gigabytes, a few at a time, and nobody keeps them."""
    if "TMPDIR" in os.environ or not sys.platform.startswith("linux") or not MEMORY.is_dir():
        return {}
    room = os.statvfs(MEMORY)
    fits = room.f_bavail * room.f_frsize >= ROOM and not room.f_flag & os.ST_NOEXEC
    return {"TMPDIR": str(MEMORY)} if fits and os.access(MEMORY, os.W_OK) else {}


def test(arguments: list[str]) -> int:
    """set up, then run every test and check; further arguments go to pytest"""
    setup([])
    # Tests start hundreds of processes: each would compile the whole program anew.
    eased = {"PYTHONDONTWRITEBYTECODE": "", **in_memory()}
    return call(program("python"), "-m", "pytest", "-n", "3", "--dist", "worksteal", *arguments, **eased)


def bench(arguments: list[str]) -> int:
    """[NAME…] [--json]: set up, then measure, each figure beside its goal"""
    setup([])
    return call(program("python"), "-m", "tests.benchmarks", *arguments)


def mutate(arguments: list[str]) -> int:
    """[GROUP…] [--sample N]: set up, then change the code in small ways and name what no test notices"""
    setup([])
    return call(program("python"), "-m", "tests.mutation", *arguments)


def tidy(arguments: list[str]) -> int:
    """set up, then format the code and mend what ruff can mend"""
    setup([])
    must(program("ruff"), "check", "--fix", "-q", ".")
    return call(program("ruff"), "format", ".")


def lock(arguments: list[str]) -> int:
    """set up, then pin everything pyproject.toml asks for, with hashes; --upgrade takes newer versions"""
    setup([])
    flags = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-annotate", "--no-header"]
    flags += ["--no-emit-index-url", "--quiet", *arguments]
    compiled = [str(program("uv")), "pip", "compile", *flags]
    must(*compiled, "pyproject.toml", "-o", "requirements.txt")
    server = ["pyproject.toml", "--extra", "server"]
    must(*compiled, *server, "-c", "requirements.txt", "-o", "requirements-server.txt")
    must(*compiled, *server, "--group", "dev", "-c", "requirements-server.txt", "-o", DEV_PINS.name)
    must(*compiled, "--group", "setup", "-o", SETUP_PINS.name)
    return setup([])


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "setup": setup,
    "run": run,
    "centre": centre,
    "test": test,
    "bench": bench,
    "mutate": mutate,
    "format": tidy,
    "lock": lock,
}


def main(arguments: list[str]) -> int:
    """Run the command named first; without one, or with an unknown one, list them. Returns the exit code."""
    name, *rest = arguments or ["help"]
    if name in COMMANDS:
        return COMMANDS[name](rest)
    print("usage: python3 dev.py COMMAND [ARGUMENT…]\n")
    for command, function in COMMANDS.items():
        print(f"  {command:8} {function.__doc__}")
    return 0 if name in {"help", "-h", "--help"} else 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
