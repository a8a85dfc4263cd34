"""What the start is compared to: a real window with a real form, and nothing of the console in it."""

import subprocess
import sys
from pathlib import Path

from tests.benchmarks.plain_form import compiled, plain

HERE = Path(__file__).parent
FORM = HERE.parents[1] / "forms" / "sign_in.ui"
PROMOTED = """<ui><widget class="Secret" name="a"><widget class="QLabel" name="b"/></widget>
<customwidgets><customwidget><class>Secret</class><extends>Edit</extends></customwidget>
<customwidget><class>Edit</class><extends>QLineEdit</extends></customwidget></customwidgets></ui>"""


def test_a_promoted_widget_becomes_the_qt_class_beneath_it() -> None:
    made = plain(PROMOTED)
    assert 'class="QLineEdit" name="a"' in made
    assert 'class="QLabel" name="b"' in made
    assert "customwidget" not in made


def test_the_bare_window_shows_the_sign_in_form_without_the_console(tmp_path: Path) -> None:
    form = compiled(FORM, tmp_path)
    assert "assistor_console" not in form.read_text(encoding="utf-8")
    command = [sys.executable, str(HERE / "bare_window.py"), str(form)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
