"""`assistor-console audit` at a terminal: verify, export and purge, on SQLite and beside a PostgreSQL."""

import json
import os
import signal
import stat
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from sqlalchemy import text

from assistor_console.app import Beside, open_beside, open_embedded, real_time
from assistor_console.cli import main
from assistor_console.commands.checkpoints import checkpoints_in
from assistor_console.composing import Clock
from assistor_console.domain.errors import Trouble
from assistor_console.requests.operate import BeginLoad, FinishLoad
from assistor_console.requests.sign_in import Hello
from assistor_console.settings import Settings, load_settings
from assistor_console.store import trail_rows
from assistor_console.store.leaves import leaf
from tests.central import central
from tests.trail.made import ACTS, MadeTrail, rows

WAS = datetime(2017, 12, 11, 15, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a desk at which something was done, to be copied."""
    folder = tmp_path_factory.mktemp("worked") / "desk"
    work(load_settings({"data_dir": str(folder)}, {}))
    return folder


@pytest.fixture
def place(worked: Path, tmp_path: Path) -> Settings:
    """Such a desk."""
    copytree(worked, tmp_path / "desk")
    return load_settings({"data_dir": str(tmp_path / "desk")}, {})


def work(settings: Settings, clock: Clock = real_time) -> None:
    beside = open_beside(settings, clock)
    desk = beside.operator()
    for digit in "0123":
        begun = desk.send(BeginLoad(name="=none", digest=digit * 64, format="users"))
        desk.send(FinishLoad(file_id=begun.file_id, records=0))
    beside.close()


@pytest.fixture
def run(place: Settings, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Types a command; its exit code and what it printed."""

    def typed(*words: object) -> tuple[int, str, str]:
        code = main(["audit", *map(str, words), "--data-dir", str(place.data_dir)])
        return (code, *capsys.readouterr())

    return typed


Run = Callable[..., tuple[int, str, str]]


def now_at(beside: Beside) -> datetime:
    """The desk's time."""
    return beside.desk().send(Hello()).now


def change(settings: Settings, statement: str) -> None:
    """What somebody with every right does."""
    beside = open_beside(settings)
    with beside.pipeline.database.write() as store:
        store.connection.execute(text(statement))
    beside.close()


def test_a_trail_in_order(run: Run) -> None:
    code, said, _ = run("verify")
    assert code == 0
    assert "The trail verifies." in said
    assert "0 more not sealed yet" in said, "what is settled is sealed first"
    code, said, _ = run("verify", "--json")
    told = json.loads(said)
    assert (code, told["verified"], told["findings"], told["checkpoints"]) == (0, True, [], 0)
    assert told["rows"] >= 8


def test_a_trail_that_was_changed(place: Settings, run: Run) -> None:
    change(place, "update audit set outcome = 'x' where id = 3")
    change(place, "delete from audit where id = 4")
    code, said, _ = run("verify")
    assert code == 1
    assert said.splitlines()[:2] == ["Row 3 was edited (seal 1).", "Row 4 was deleted (seal 1)."]
    code, said, _ = run("verify", "--json", "--language", "es")
    assert code == 1
    assert [(each["flaw"], each["row"]) for each in json.loads(said)["findings"]] == [
        ("edited", 3),
        ("deleted", 4),
    ]


def test_many_findings_are_counted(place: Settings, run: Run) -> None:
    beside = open_beside(place)
    MadeTrail(beside.pipeline.database).add(rows(40, now_at(beside)))
    beside.close()
    run("verify")
    change(
        place, "update audit set console = 'x' where act in (" + ", ".join(f"'{act}'" for act in ACTS) + ")"
    )
    code, said, _ = run("verify")
    assert code == 1
    assert len([line for line in said.splitlines() if "was edited" in line]) == 20
    assert "findings more" in said


def test_checkpoints_of_a_file(place: Settings, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert run("export", "--out", out)[0] == 0
    code, said, _ = run("verify", "--checkpoint", out)
    assert (code, "agrees with 1 checkpoint." in said) == (0, True)
    last = json.loads(out.read_text().splitlines()[-1])["checkpoint"]
    wrong = tmp_path / "wrong.jsonl"
    wrong.write_text(json.dumps({**last, "digest": "0" * 64}) + "\n" + json.dumps(last) + "\n")
    code, said, _ = run("verify", "--checkpoint", wrong)
    assert code == 1
    assert f"Seal {last['number']} is not the one of a checkpoint" in said
    beyond = tmp_path / "beyond.jsonl"
    beyond.write_text(json.dumps({**last, "number": 10_000}))
    code, said, _ = run("verify", "--checkpoint", beyond, "--checkpoint", out)
    assert code == 1
    assert "Seal 10000 is not the one of a checkpoint" in said


def test_an_export_holds_every_sealed_row(place: Settings, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    code, said, _ = run("export", "--out", out)
    assert code == 0
    *lines, last = map(json.loads, out.read_text().splitlines())
    assert f"{len(lines)} rows" in said
    assert last["rows"] == len(lines) >= 8
    assert (last["from"], last["to"]) == (None, None)
    assert last["checkpoint"]["number"] == max(line["seal"] for line in lines)
    for line in lines:
        at = datetime.fromisoformat(line["at"])
        row = {**line, "at": (at - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)}
        assert leaf(bytes.fromhex(line["salt"]), row).hex() == line["leaf"]
    if os.name == "posix":
        assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_an_export_overwrites_nothing(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("mine")
    code, _, said = run("export", "--out", out)
    assert code == 2
    assert "is there already" in said
    assert out.read_text() == "mine"
    code, _, said = run("export", "--out", tmp_path / "none" / "out.jsonl")
    assert code == 2
    assert "cannot be written" in said


def test_an_export_of_some_days(place: Settings, run: Run, tmp_path: Path) -> None:
    """Days are Eastern; the last one is within."""
    beside = open_beside(place)
    made = MadeTrail(beside.pipeline.database)
    for day in range(6):
        noon = WAS + timedelta(days=day + 1, hours=2)
        made.add(rows(3, noon, seed=day))
        made.seal(noon + timedelta(seconds=1))
    beside.close()
    since, until = (WAS + timedelta(days=2)).date(), (WAS + timedelta(days=4)).date()
    out = tmp_path / "out.jsonl"
    assert run("export", "--from", since, "--to", until, "--out", out)[0] == 0
    *lines, last = map(json.loads, out.read_text().splitlines())
    assert {line["at"][:10] for line in lines} == {"2017-12-13", "2017-12-14", "2017-12-15"}
    assert len(lines) == last["rows"] == 9
    assert last["from"].startswith("2017-12-13T00:00:00-05:00")


def test_hostile_text_is_plain_in_an_export(place: Settings, run: Run, tmp_path: Path) -> None:
    nasty = ('=cmd()|"!A1', "+1", "-1", "@x", "\t=1", "\r=1", '"},{"id":7', "a\u202eb")
    beside = open_beside(place)
    made = rows(len(nasty), now_at(beside))
    for row, console in zip(made, nasty, strict=True):
        row["console"] = console
        row["leaf"] = leaf(row["salt"], row)
    MadeTrail(beside.pipeline.database).add(made)
    beside.close()
    out = tmp_path / "out.jsonl"
    assert run("export", "--out", out)[0] == 0
    assert out.read_bytes().isascii()
    lines = out.read_text().splitlines()
    told = [json.loads(line) for line in lines]
    assert [each["console"] for each in told if each.get("console") in nasty] == [*nasty]
    assert all(line.startswith("{") for line in lines)


def test_ctrl_c_leaves_nothing_half(
    place: Settings, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first row that is read brings the signal."""
    out = tmp_path / "out.jsonl"
    plain = trail_rows.rows

    def interrupted(*given: Any) -> Any:
        signal.raise_signal(signal.SIGINT)
        return plain(*given)

    monkeypatch.setattr(trail_rows, "rows", interrupted)
    code, _, said = run("verify")
    assert (code, "Stopped" in said) == (1, True)
    from assistor_console.services import exporting

    seals = exporting._seals

    def also(*given: Any) -> Any:
        signal.raise_signal(signal.SIGINT)
        return seals(*given)

    monkeypatch.setattr(exporting, "_seals", also)
    code, _, said = run("export", "--out", out)
    assert (code, "Stopped" in said, out.exists()) == (1, True, False)


def test_a_purge(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A desk that was last used eight years ago."""
    settings = load_settings({"data_dir": str(tmp_path / "desk"), "realm": "live"}, {})
    work(settings, lambda: datetime.now(UTC) - timedelta(days=8 * 366))
    at = ("--live", "--data-dir", str(settings.data_dir))
    assert main(["audit", "purge", "--dry-run", *at]) == 0
    would = capsys.readouterr().out
    assert main(["audit", "purge", *at]) == 0
    rows = int(would.split()[0])
    assert rows >= 8
    assert capsys.readouterr().out.startswith(f"{rows} rows from before ")
    assert main(["audit", "verify", "--json", *at]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["purged"], told["flaws"]) == (rows, 0)


def test_beside_a_postgresql(postgres_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As its owner, while servers may be at work."""
    out = tmp_path / "out.jsonl"
    with central(postgres_url, tmp_path) as made:
        made.prepare()
        work(made.owner)
        at = ("--data-dir", str(tmp_path), "--database", made.owner.database)
        assert main(["audit", "export", "--out", str(out), *at]) == 0
        assert main(["audit", "verify", "--checkpoint", str(out), *at]) == 0
        assert "agrees with 1 checkpoint." in capsys.readouterr().out
        assert len(out.read_text().splitlines()) >= 9
        assert main(["audit", "purge", *at]) == 0
        change(made.owner, "delete from audit where id = 4")
        assert main(["audit", "verify", *at]) == 1
        assert "Row 4 was deleted (seal 1)." in capsys.readouterr().out


def test_where_there_is_no_desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "verify", "--data-dir", str(tmp_path / "none")]) == 2
    assert "There is no desk" in capsys.readouterr().err
    assert not (tmp_path / "none").exists()


def test_a_desk_that_was_set_back_can_be_looked_into(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = load_settings({"data_dir": str(tmp_path / "desk")}, {})
    work(settings)
    file = settings.data_dir / "checkpoints.jsonl"
    told = json.loads(file.read_text().splitlines()[-1])
    file.write_text(json.dumps({**told, "number": told["number"] + 50}) + "\n")
    kept = file.read_text()
    with pytest.raises(Trouble, match=r"desk\.set_back"):
        open_embedded(settings)
    for _ in range(2):
        at = ["--data-dir", str(settings.data_dir)]
        assert main(["audit", "verify", "--checkpoint", str(file), *at]) == 1
        assert "is not the one of a checkpoint" in capsys.readouterr().out
    assert file.read_text() == kept, "the proof stays the last word"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ('{"number": 7, "digest": "D"}', [7]),
        ('{"number": 7, "digest": "D"}\n{"number": 8, "digest": "D", "at": "x"}\n', [7, 8]),
        ('{"id": 1}\n{"checkpoint": {"number": 9, "digest": "D"}, "rows": 1}\n', [9]),
        ('{"format": 1,\n "newest": {"number": 5, "digest": "D"}}', [5]),
        ('{"practice": {"number": 3, "digest": "D"}, "live a:1": {"number": 4, "digest": "D"}}', [3]),
    ],
)
def test_files_that_hold_checkpoints(tmp_path: Path, content: str, found: list[int]) -> None:
    file = tmp_path / "file"
    file.write_text(content.replace('"D"', f'"{"a" * 64}"'))
    assert checkpoints_in(file, "practice") == [(number, "a" * 64) for number in found]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "audit.no_checkpoint"),
        (b"[1, 2]", "audit.no_checkpoint"),
        (b'{"number": "7", "digest": "' + b"a" * 64 + b'"}', "audit.no_checkpoint"),
        (b'{"number": 7, "digest": "short"}', "audit.no_checkpoint"),
        (b'{"number": 7}\nnot json\n', "audit.unreadable"),
        (b"\xff\xfe", "audit.unreadable"),
        (None, "audit.unreadable"),
    ],
)
def test_files_that_hold_none(tmp_path: Path, content: bytes | None, code: str) -> None:
    file = tmp_path / "file"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(Trouble, match=code):
        checkpoints_in(file, "practice")
