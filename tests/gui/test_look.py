"""The look a person chose is there again after a restart; a broken file is no reason not to start."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assistor_console.commands.look import FILE, remember, remembered
from assistor_console.commands.run import make_window
from assistor_console.gui.style import worn
from assistor_console.gui.tasks import Tasks
from assistor_console.gui.theme import Scheme, theme_of
from assistor_console.requests.base import Desk
from assistor_console.settings import Settings, load_settings
from tests.gui.fake_desk import FakeDesk


def opened(tasks: Tasks) -> Desk:
    """A desk at once."""
    return FakeDesk()


def settings(folder: Path, theme: str | None = None) -> Settings:
    """Settings that name a folder and perhaps colours."""
    return load_settings(
        {"data_dir": str(folder), "theme": theme}, {"ASSISTOR_SETTINGS": str(_empty(folder.parent))}
    )


def _empty(folder: Path) -> Path:
    file = folder / "settings.toml"
    file.write_text("", "utf-8")
    return file


@pytest.mark.parametrize("scheme", [Scheme.DARK, Scheme.LIGHT])
def test_what_was_chosen_is_worn_after_a_restart(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, scheme: Scheme
) -> None:
    folder = tmp_path / "data"
    window = make_window(qapp, settings(folder), opened)
    qtbot.addWidget(window)
    window.wear(theme_of(scheme, 1.25))
    window.close()
    again = make_window(qapp, settings(folder), opened)
    qtbot.addWidget(again)
    assert (worn().scheme, worn().scale) == (scheme, 1.25)


def test_colours_that_settings_name_come_first(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    remember(tmp_path / "data", theme_of(Scheme.DARK, 1.5))
    window = make_window(qapp, settings(tmp_path / "data", "light"), opened)
    qtbot.addWidget(window)
    assert (worn().scheme, worn().scale) == (Scheme.LIGHT, 1.5)


@pytest.mark.parametrize(
    "kept", ["", "[]", '{"scheme": "pink", "scale": 1}', '{"scheme": "dark", "scale": "x"}']
)
def test_what_cannot_be_read_is_as_if_nothing_was_chosen(tmp_path: Path, kept: str) -> None:
    (tmp_path / FILE).write_text(kept, "utf-8")
    assert remembered(tmp_path) == (None, 1.0)


def test_a_text_size_beyond_what_is_offered_is_not_worn(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('{"scheme": "dark", "scale": 40}', "utf-8")
    assert remembered(tmp_path) == (Scheme.DARK, 1.0)


def test_a_folder_that_cannot_be_written_to_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    remember(tmp_path / "file", theme_of(Scheme.DARK))
    assert remembered(tmp_path / "file") == (None, 1.0)
