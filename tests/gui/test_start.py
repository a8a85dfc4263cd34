"""The window comes first: what is slow to import is imported after it is shown."""

import subprocess
import sys

SLOW = ("sqlalchemy", "alembic", "pydantic", "reportlab", "psycopg", "yaml", "qtawesome", "faker", "holidays")
CODE = """
import sys
import assistor_console.gui.frame
import assistor_console.gui.fonts
print([name for name in {slow!r} if name in sys.modules])
"""


def test_the_sign_in_page_imports_nothing_slow() -> None:
    command = [sys.executable, "-c", CODE.format(slow=SLOW)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_the_gallery_saves_its_picture(tmp_path: object) -> None:
    picture = f"{tmp_path}/gallery.png"
    command = [sys.executable, "-m", "assistor_console.gui.gallery", picture, "dark"]
    ran = subprocess.run(command, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    with open(picture, "rb") as saved:
        assert saved.read(8) == b"\x89PNG\r\n\x1a\n"
