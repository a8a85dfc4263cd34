"""Every example of docs/scoring.md is read and compared as the document says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistor_console.domain.answers import parse
from assistor_console.domain.errors import Refused
from assistor_console.domain.scoring import accurate
from assistor_console.domain.terms import AnswerKind
from tests.domain.made import TODAY, policy, tables

DOCUMENT = Path(__file__).parents[2] / "docs" / "scoring.md"
_KIND = re.compile(r"^Kind: `(\w+)`(?: of (.+))?$")
_CELL = re.compile(r"(?<!\\)\|")
_VERDICTS = ("yes", "no", "refused")


@dataclass(frozen=True)
class Example:
    """A row: the kind and its choices, what is on record, what is typed, what becomes of it."""

    kind: AnswerKind
    choices: tuple[str, ...]
    record: tuple[str, ...]
    answer: str
    verdict: str

    def __str__(self) -> str:
        return f"{self.kind} {self.answer}"


def examples() -> Iterator[Example]:
    kind, choices = None, ()
    for line in DOCUMENT.read_text(encoding="utf-8").splitlines():
        if match := _KIND.match(line):
            kind = AnswerKind(match[1])
            choices = tuple((match[2] or "").split(", "))
        if kind and line.startswith("| ") and not line.startswith("| on record"):
            record, answer, verdict = (cell.strip().replace("\\|", "|") for cell in _CELL.split(line)[1:4])
            yield Example(kind, choices, tuple(record.split(" / ")), answer, verdict)


def outcome(example: Example) -> str:
    try:
        said = parse(example.kind, example.answer, TODAY, example.choices)
    except Refused:
        return "refused"
    return "yes" if accurate(example.kind, said, example.record, policy(), tables()) else "no"


@pytest.mark.parametrize("example", list(examples()), ids=str)
def test_the_example_holds(example: Example) -> None:
    assert example.verdict in _VERDICTS
    assert outcome(example) == example.verdict


@pytest.mark.parametrize("kind", AnswerKind)
def test_every_kind_has_examples_of_each_verdict(kind: AnswerKind) -> None:
    assert {each.verdict for each in examples() if each.kind is kind} == set(_VERDICTS)
