"""Texts and settings: complete in both languages, every placeholder known, and an error names its file."""

import re
import shutil
from datetime import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistor_console.domain.errors import Refused, Trouble
from assistor_console.domain.terms import Language
from assistor_console.letters import fonts
from assistor_console.letters.document import Document
from assistor_console.letters.paper import Box
from assistor_console.letters.sheet import BODY, Sheet, Style, Zone
from assistor_console.letters.stationery import load_stationery
from assistor_console.letters.texts import fill
from assistor_console.letters.words import time_words
from tests.letters.samples import FOLDER, STATIONERY

FILES = ("words.yaml", "common.yaml", "activation.yaml", "slip.yaml")


def pairs(value: Any) -> list[tuple[Any, Any]]:
    if isinstance(value, dict) and set(value) == {"en", "es"}:
        return [(value["en"], value["es"])]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [pair for part in inner for pair in pairs(part)]


@pytest.mark.parametrize("file", FILES)
def test_both_languages_say_the_same_things(file: str) -> None:
    found = pairs(yaml.safe_load((FOLDER / file).read_text("utf-8")))
    assert found
    for en, es in found:
        assert en and es
        assert len(en) == len(es) or isinstance(en, str)
        assert set(re.findall(r"\{\w+\}", str(en))) == set(re.findall(r"\{\w+\}", str(es)))


def test_fill_replaces_once_and_never_reads_a_value() -> None:
    assert fill("{a} {b}", a="{b}", b=2) == "{b} 2"
    with pytest.raises(KeyError):
        fill("{unknown}")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("layout.yaml", "[3.667, 7.333]", "[2.0, 7.333]"),
        ("layout.yaml", "sizes: [10.5", "sizes: [7.5"),
        ("slip.yaml", "title:", "tittle:"),
        ("words.yaml", "months:", "months: ["),
    ],
)
def test_a_wrong_file_is_named(tmp_path: Path, file: str, old: str, new: str) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "letters")
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(Trouble) as caught:
        load_stationery(folder)
    assert (caught.value.code, caught.value.values["file"]) == ("letters.stationery", file)


def test_a_missing_folder_is_trouble(tmp_path: Path) -> None:
    with pytest.raises(Trouble):
        load_stationery(tmp_path / "none")


@pytest.mark.parametrize(
    ("at", "said"), [(time(0, 5), "12:05 a.m."), (time(12), "12:00 p.m."), (time(23, 59), "11:59 p.m.")]
)
def test_times_in_words(at: time, said: str) -> None:
    assert time_words(STATIONERY.words, at, Language.EN).replace("\N{NO-BREAK SPACE}", " ") == said


def sheet(*zones: Zone) -> Sheet:
    return Sheet(Document("sheet", Language.EN).canvas, zones)


def test_text_is_refused_on_a_fold_beyond_the_edge_and_below_the_page() -> None:
    fold = Zone(Box(0, 260, 612, 268), "letters.fold")
    with pytest.raises(Refused, match=r"letters\.fold"):
        sheet(fold).text(72, 266, "crossed", BODY)
    with pytest.raises(Refused, match=r"letters\.overflow"):
        sheet().text(500, 300, "far too long for here", BODY)
    with pytest.raises(Refused, match=r"letters\.overflow"):
        sheet().text(72, 780, "low", BODY)
    assert sheet(fold).text(72, 290, "clear", BODY) > 72


def test_small_type_cannot_be_drawn() -> None:
    with pytest.raises(ValueError, match="eight"):
        sheet().text(72, 300, "small", Style(fonts.REGULAR, 7.9))


def test_wrapping_keeps_every_word_and_the_width() -> None:
    text = "one two three four five six seven eight nine ten"
    lines = fonts.wrapped(text, fonts.REGULAR, 11, 80)
    assert " ".join(lines) == text
    assert all(fonts.width(line, fonts.REGULAR, 11) <= 80 for line in lines)
    with pytest.raises(Refused):
        fonts.wrapped("indivisible", fonts.REGULAR, 11, 20)
