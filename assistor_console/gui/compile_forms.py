"""Makes `gui/ui/` from `forms/`: run it as a module after changing a form in Qt Designer."""

import re
import subprocess
import sys
from pathlib import Path

from ..assets import root

_UNTYPED = re.compile(r"def (setupUi|retranslateUi)\(self, (\w+)\):")
TARGET = Path(__file__).parent / "ui"


def forms() -> list[Path]:
    """Every form of the console, by name."""
    return sorted(root().joinpath("forms").glob("*.ui"))


def compiled(form: Path) -> str:
    """The Python that a form becomes, with types at its doors; CalledProcessError where it is not a form."""
    tool = "from PySide6.scripts.pyside_tool import uic; uic()"
    command = [sys.executable, "-c", tool, "-a", str(form)]
    made = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    return _UNTYPED.sub(r"def \1(self, \2: QWidget) -> None:", made)


def main() -> int:
    """Compiles every form into the package; returns the exit code."""
    for form in forms():
        TARGET.joinpath(f"{form.stem}.py").write_text(compiled(form), "utf-8")
        print(f"{form.name} compiled")
    return 0


if __name__ == "__main__":
    sys.exit(main())
