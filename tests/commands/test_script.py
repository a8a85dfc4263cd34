"""`assistor-console script` at a terminal: check, publish, diff and show."""

import hashlib
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer

from assistor_console.app import open_embedded
from assistor_console.assets import resource
from assistor_console.cli import main
from assistor_console.commands.svg import INSET, SIZE, wrap
from assistor_console.settings import load_settings
from tests.services.test_scripts import FIRST, version

SHIPPED = str(resource("scripts", "exception-2017.yaml"))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The options of a desk."""
    folder = tmp_path_factory.mktemp("scripts") / "desk"
    open_embedded(load_settings({"data_dir": str(folder)}, {})).close()
    return ["--data-dir", str(folder)]


@pytest.fixture
def faulty(tmp_path: Path) -> str:
    """A script with three faults."""
    file = tmp_path / "faulty.yaml"
    text = FIRST.replace('en: "Thank you."', 'en: "Thank you, {agi}."').replace(
        "proof: visit", "proof: identity"
    )
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_the_shipped_script_has_nothing_to_find(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["script", "check", SHIPPED]) == 0
    assert "2017.1 may be published" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("language", "words"), [("en", "would read a value"), ("es", "haría leer en voz alta")]
)
def test_every_finding_names_file_line_and_reason(
    faulty: str, language: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["script", "--language", language, "check", SHIPPED, faulty]) == 1
    lines = capsys.readouterr().out.splitlines()
    number = FIRST.splitlines().index('    en: "Thank you."') + 1
    assert any(line.startswith(f"{faulty}:{number}:5: lines.thanks.en: ") and words in line for line in lines)
    assert sum(line.startswith(f"{faulty}:") for line in lines) == 4  # three findings and the last word


def test_a_check_as_json(faulty: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["script", "check", faulty, "--json"]) == 1
    rows = json.loads(capsys.readouterr().out)["files"][faulty]
    assert [row["code"] for row in rows] == [
        "script.placeholders_differ",
        "script.pipes_value",
        "script.proof_weak",
    ]
    assert all(row["line"] and row["column"] and row["where"] and row["reason"] for row in rows)


def test_a_policy_says_how_much_must_be_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    policy = resource("policy", "2017-12-10.yaml").read_text("utf-8")
    more = tmp_path / "policy.yaml"
    rows = policy.replace("least_prior_return: {value: 1", "least_prior_return: {value: 9")
    more.write_text(rows.replace("draw_prior_return: {value: 2", "draw_prior_return: {value: 9"), "utf-8")
    assert main(["script", "check", SHIPPED, "--policy", str(more)]) == 1
    assert "policy wants 9" in capsys.readouterr().out


def test_what_cannot_be_read_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["script", "check", str(tmp_path / "none.yaml")]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_publish_show_and_diff(place: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "new.yaml"
    file.write_text(version("2018.1", "2035-01-08"), encoding="utf-8")
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    assert main(["script", "publish", *place, str(file)]) == 0
    assert digest in capsys.readouterr().out
    assert main(["script", "publish", *place, str(file)]) == 0
    assert "nothing changed" in capsys.readouterr().out
    assert main(["script", "show", *place]) == 0
    assert capsys.readouterr().out.count("SHA-256") == 2
    assert main(["script", "show", *place, "2018.1"]) == 0
    assert digest in capsys.readouterr().out
    assert main(["script", "diff", *place, "2017.1", "2018.1"]) == 1
    assert "lines.thanks.en\n  - Thank you.\n  + Many thanks.\n" in capsys.readouterr().out
    assert main(["script", "diff", *place, "2018.1", str(file)]) == 0
    file.write_text(version("2018.1", "2035-01-08", "Thanks."), encoding="utf-8")
    assert main(["script", "publish", *place, str(file)]) == 1
    assert "a published text never changes" in capsys.readouterr().err


def test_a_faulty_script_is_not_published(
    place: list[str], faulty: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["script", "publish", *place, faulty]) == 1
    said = capsys.readouterr()
    assert said.out == "" and "3 findings" in said.err
    assert main(["script", "show", faulty]) == 1


def test_rows_that_came_or_went_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_text(
        "items:\n- {id: a, forms: [x]}\n- {id: b}\nplaces: {a: [{forms: [x], first: 1, line: 2}]}\n"
    )
    new.write_text("items:\n- {id: b}\n- {id: c}\nplaces: {a: [{forms: [x], first: 1, line: 3}]}\n")
    assert main(["script", "diff", str(old), str(new)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        *("items.c.id", "  + c", "places.a.x 1.line", "  - 2", "  + 3"),
        *("items.a.id", "  - a", "items.a.forms", "  - x"),
    ]


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_chart_shows_every_ask_and_ending_and_clips_nothing(
    language: str, tmp_path: Path, qapp: object
) -> None:
    out = tmp_path / "chart.svg"
    assert main(["script", "show", SHIPPED, "--svg", str(out), "--language", language]) == 0
    body = out.read_bytes()
    assert QSvgRenderer(QByteArray(body)).isValid()
    said = " ".join(ElementTree.fromstring(body).itertext())
    for word in ("interpreter_pin", "close_try_online", "not_me", "account_disabled", "reschedule"):
        assert word in said


def test_no_line_is_longer_than_its_box() -> None:
    for text in ("a" * 100, "one two " * 30, "x"):
        rows = wrap(text, 200 - 2 * INSET)
        assert "".join(rows).replace(" ", "") == text.replace(" ", "")
        assert max(map(len, rows)) * SIZE * 0.62 <= 200 - 2 * INSET
