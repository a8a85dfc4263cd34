"""A bare PySide6 window with one compiled form: shown, first events processed, ended.

`python bare_window.py FORM.py`: the form is loaded by its path, so that nothing of the console comes with it.
"""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget


def form(path: str) -> Any:
    """The one `Ui_…` object that a compiled form's file defines."""
    spec = spec_from_file_location("form", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"not a Python file: {path}")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    [name] = [name for name in vars(module) if name.startswith("Ui_")]
    return getattr(module, name)()


def main(path: str) -> int:
    """Show the form in a window and end when its first events are processed."""
    app = QApplication([])
    window = QWidget()
    form(path).setupUi(window)
    window.show()
    QTimer.singleShot(0, app.quit)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
