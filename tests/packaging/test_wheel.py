"""A wheel, built and installed without the checkout: it runs, and it has every file the program reads."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

import assistor_console
from tests.house.tree import ROOT, files

DATA = ("resources", "forms", "db")


def _run(*command: str | Path, cwd: Path) -> str:
    """What a program prints; it must succeed."""
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's wheel, just built."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts folder of an environment that has the wheel, and of this one only the dependencies.

    A path file brings those: the path files beside them, and with these the checkout, are not followed.
    """
    home = tmp_path_factory.mktemp("installed")
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    own = Path(_run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home).strip())
    (own / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    options = ("--no-deps", "--no-index", "--force-reinstall", "--prefix", home)
    _run(python, "-m", "pip", "install", "-q", *options, wheel, cwd=home)
    return scripts


def _ask(installed: Path, expression: str) -> str:
    code = f"import assistor_console.assets as assets; print({expression})"
    return _run(installed / "python", "-I", "-c", code, cwd=installed).strip()


def test_the_wheel_carries_every_data_file(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    relative = (path.relative_to(ROOT) for path in files() if path.suffix != ".pyc")
    kept = [path.as_posix() for path in relative if path.parts[0] in DATA]
    assert kept
    assert [name for name in kept if f"assistor_console/_data/{name}" not in names] == []


def test_the_wheel_carries_nothing_of_the_workshop(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert [name for name in names if not name.startswith(("assistor_console/", "assistor_console-"))] == []
    assert [name for name in names if name.endswith((".pyc", ".sqlite"))] == []


def test_the_program_tells_its_version(installed: Path) -> None:
    assert assistor_console.__version__ in _run(installed / "assistor-console", "--version", cwd=installed)


def test_it_reads_its_own_files_and_not_the_checkouts(installed: Path) -> None:
    resource = Path(_ask(installed, "assets.resource('policy', '2017-12-10.yaml')"))
    migrations = Path(_ask(installed, "assets.migrations()"))
    assert resource.is_file()
    assert migrations.is_dir()
    assert resource.is_relative_to(installed.parent)
    assert migrations.is_relative_to(installed.parent)


@pytest.mark.parametrize("module", ["tests", "db", "dev"])
def test_what_only_a_checkout_has_cannot_be_imported(installed: Path, module: str) -> None:
    code = f"__import__('importlib.util').util.find_spec('{module}')"
    assert _ask(installed, code) == "None"


def test_every_module_of_the_wheel_can_be_imported(installed: Path) -> None:
    code = """
import importlib, pkgutil, assistor_console as package
found = pkgutil.walk_packages(package.__path__, package.__name__ + ".")
names = [module.name for module in found if not module.name.endswith("__main__")]
print(len([importlib.import_module(name) for name in names]))
"""
    modules = ROOT.glob("assistor_console/**/*.py")
    packages = sum(1 for module in modules if module.name != "__main__.py")
    assert int(_run(installed / "python", "-I", "-c", code, cwd=installed)) == packages - 1
