"""The demonstration as its command plays it: one process, real windows, real files."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from pypdf import PdfReader


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the command's last line says; played once, however many processes the tests run in."""
    own = tmp_path_factory.getbasetemp()
    shared = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "demonstration"
    with FileLock(f"{shared}.lock"):
        kept = shared.with_suffix(".json")
        if not kept.exists():
            kept.write_text(_play(shared), encoding="utf-8")
    return dict(json.loads(kept.read_text("utf-8")))


def _play(out: Path) -> str:
    command = [sys.executable, "-m", "assistor_console", "demo", "--json", "--out", str(out)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "ASSISTOR_DATA_DIR": str(out / "unused")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[-1]


def case(played: dict[str, Any], name: str) -> dict[str, Any]:
    """One of the three cases."""
    return next(dict(one) for one in played["cases"] if one["name"] == name)


def text_of(path: str) -> str:
    """Everything a PDF says, in one line."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_each_case_ends_where_it_should(played: dict[str, Any]) -> None:
    states = {one["name"]: one["final_state"] for one in played["cases"]}
    assert states == {
        "pass": "letter_mailed",
        "fail": "letter_mailed",
        "existing account": "already_registered",
    }


@pytest.mark.parametrize(("name", "until"), [("pass", "January 10, 2018"), ("fail", "11 de enero de 2018")])
def test_a_letter_says_address_code_and_deadline(played: dict[str, Any], name: str, until: str) -> None:
    story = case(played, name)
    said = text_of(story["letter_pdf"])
    assert until in said
    assert story["account"] in said
    digits = [word for word in said.split() if word.isdigit() and len(word) == 4]
    assert len(digits) >= 2, "the code stands in two groups of four"


def test_who_failed_had_an_appointment_and_no_account_before_the_return_call(played: dict[str, Any]) -> None:
    steps = case(played, "fail")["steps"]
    assert case(played, "fail")["appointment"]
    assert steps.index("verdict: referred") < steps.index("appointment_booked")
    assert steps.index("verified_in_person") < steps.index("account_issued")


def test_every_picture_is_there_and_none_is_blank(played: dict[str, Any]) -> None:
    sizes = [Path(path).stat().st_size for path in played["screens"]]
    assert len(sizes) >= 30
    assert min(sizes) > 20_000


def test_nothing_is_left_beside_what_was_asked_for(played: dict[str, Any]) -> None:
    out = Path(played["screens"][0]).parent
    assert {path.name for path in out.iterdir() if path.is_dir()} == {"documents"}
