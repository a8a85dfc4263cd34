"""Row 22: formulas in exports; ways out of a folder and links; XML entities; deep and endless files.

What is exported no spreadsheet takes for a formula; the rest is refused, within limits of time and memory.
"""

import csv
import json
import os
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from io import StringIO
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistor_console.commands.checkpoints import checkpoints_in
from assistor_console.commands.kept_checkpoint import FILE, KeptCheckpoint
from assistor_console.commands.look import FILE as LOOK
from assistor_console.commands.look import remembered
from assistor_console.copies import look, manifest_path
from assistor_console.domain.errors import Refused, Trouble
from assistor_console.domain.records import EServicesUser, SecureAccess
from assistor_console.domain.terms import Origin, UserKind
from assistor_console.gui.documents import into
from assistor_console.letters.calendar import slip_calendar
from assistor_console.published import yaml_text
from assistor_console.records.people import make_people
from assistor_console.records.practice import write_files
from assistor_console.requests.base import Document, Envelope, untold
from assistor_console.requests.intake import MyCall
from assistor_console.services.exporting import Span, export
from assistor_console.services.loading import check_file, load_file
from assistor_console.services.reading import Asked
from assistor_console.settings import load_settings
from assistor_console.store.seals import MOST
from tests.letters.samples import SLIP, STATIONERY
from tests.letters.test_calendar import STAMP, event
from tests.records import made
from tests.worlds import World, make_world

SECONDS, BYTES = 5.0, 80_000_000
"""What refusing one hostile file may cost."""
MEGABYTE = 1_000_000
BEGINNINGS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
FORMULA = "=cmd|' /C calc'!A0"


@contextmanager
def within_limits() -> Iterator[None]:
    """Fails where the block takes long or much memory."""
    tracemalloc.start()
    began = process_time()
    yield
    took, (_, most) = process_time() - began, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert took < SECONDS and most < BYTES, (took, most)


def told(doing: Callable[[], object]) -> str:
    """The rule or the code that it ends in, "" for none."""
    try:
        doing()
    except Refused as no:
        return no.refusal.rule
    except Trouble as trouble:
        return trouble.code
    return ""


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    desk = make_world(f"sqlite:///{tmp_path / 'desk.db'}")
    yield desk
    desk.database.close()


# Exports


CELLS = st.text(st.sampled_from("=+-@' \"a,;1(é\uff1d"), min_size=1, max_size=9).map(str.strip).filter(bool)


@given(CELLS, CELLS, CELLS)
def test_row_22_no_cell_of_the_user_list_is_a_formula(name: str, phone: str, username: str) -> None:
    account = SecureAccess(username, Origin.IP_PIN, date(2017, 1, 31))
    user = EServicesUser("123004567", name, "SMIT", date(1970, 2, 3), UserKind.E_SERVICES, phone, account)
    content = made.users_of(user)
    cells = [cell for row in csv.reader(StringIO(content.decode(), newline="")) for cell in row]
    assert not [cell for cell in cells if cell.startswith(BEGINNINGS)]
    with made.folder() as folder:
        assert made.read(folder, content) == [user]


def test_row_22_a_telephone_number_of_abroad_comes_back_as_it_was(tmp_path: Path) -> None:
    user = replace(made.user(), phone="+52 55 5555 0100")
    content = made.users_of(user)
    assert b",'+52 55 5555 0100," in content
    assert made.read(tmp_path, content) == [user]
    assert made.read(tmp_path, content.replace(b"'+52", b"+52")) == [user]


def test_row_22_no_cell_of_an_exported_trail_is_a_formula(world: World, tmp_path: Path) -> None:
    """Not even where a spreadsheet cuts the lines at every comma, semicolon or tab."""
    names = [*(f"{start}1+1" for start in BEGINNINGS), FORMULA, f"a,{FORMULA},b", f"a;{FORMULA}", '",=1,"']
    for name in names:
        world.send("ana", MyCall(), Envelope("ana", console=name))
    with world.database.write() as store:
        store.seals.seal(world.now, MOST)
    out = tmp_path / "trail.jsonl"
    export(world.operator, world.database, out, Span(), untold)
    lines = out.read_text("ascii").splitlines()
    cells = [cell for cut in ",;\t" for line in lines for cell in line.split(cut)]
    assert not [cell for cell in cells if cell.strip(" \"'").startswith(BEGINNINGS)]
    consoles = [json.loads(line).get("console") for line in lines]
    assert [name for name in consoles if name in names] == [n for n in names if n.isprintable()]


@pytest.mark.parametrize("words", [FORMULA, "a\r\nATTENDEE:mailto:x@example.org", "a;b,c:d\\n", "END:VEVENT"])
def test_row_22_no_value_adds_to_a_calendar(words: str) -> None:
    plain, hostile = (
        slip_calendar(slip, STATIONERY, uid="a1", stamp=STAMP, practice=False)
        for slip in (SLIP, replace(SLIP, office_name=words, case_number=words))
    )
    assert list(event(hostile)) == list(event(plain))
    assert words.replace("\r\n", "\n") in str(event(hostile)["location"])


# Names and links


NAMES = (
    *("../up.pdf", "..", "", "/etc/cron.d/x", ".bashrc", "~/x", "C:\\x\\y.exe", "-rf", "x" * 300 + ".pdf"),
    *("a\0.pdf", "a\ud800.pdf", "slip\u202efdp.exe", "a\r\n\x1b[31m.pdf", "slip.pdf.desktop", "a\u200b.pdf"),
)


@pytest.mark.parametrize("name", NAMES)
def test_row_22_a_document_is_saved_as_what_it_is_where_it_belongs(tmp_path: Path, name: str) -> None:
    inner = tmp_path / "inner"
    document = Document(name="a", media_type="application/pdf", content=b"%PDF").model_copy(
        update={"name": name}
    )
    saved = into(inner)(document)
    assert saved.parent == inner and list(tmp_path.iterdir()) == [inner] and list(inner.iterdir()) == [saved]
    assert saved.suffix == ".pdf" and saved.name.isprintable() and not saved.name.startswith(".")


def test_row_22_what_a_desk_does_not_draw_is_opened_as_text_at_most(tmp_path: Path) -> None:
    program = Document(name="update.desktop", media_type="application/x-desktop", content=b"[Desktop Entry]")
    assert into(tmp_path)(program).name == "update.txt"


def test_row_22_no_file_is_written_through_a_link(tmp_path: Path, world: World) -> None:
    """Neither through one to a file nor through one to where there is none yet."""
    victim, folder = tmp_path / "victim", tmp_path / "folder"
    victim.write_text("untouched")
    folder.mkdir()
    slip = Document(name="slip.pdf", media_type="application/pdf", content=b"%PDF")
    people = make_people(2, 1)
    written = write_files(people, tmp_path / "beside")
    for name in ("slip.pdf", "trail.jsonl", *(file.name for file in written)):
        (folder / name).symlink_to(victim if name != "trail.jsonl" else tmp_path / "nowhere")
    assert into(folder)(slip).name == "slip (2).pdf"
    out = folder / "trail.jsonl"
    assert told(lambda: export(world.operator, world.database, out, Span(), untold)) == "audit.exists"
    again = write_files(people, folder)
    assert [file.read_bytes() for file in again] == [file.read_bytes() for file in written]
    assert victim.read_text() == "untouched" and not (tmp_path / "nowhere").exists()


def test_row_22_no_link_is_loaded(tmp_path: Path, world: World) -> None:
    """Not to a file that would be taken, to a folder, to nothing or to itself; nor a pipe."""
    good, link = tmp_path / "users.csv", tmp_path / "link.csv"
    good.write_bytes(made.users_of(made.user()))
    for target in (good, tmp_path, tmp_path / "none", Path("/dev/zero"), link):
        link.unlink(missing_ok=True)
        link.symlink_to(target)
        assert told(lambda: check_file(link, Asked())) == "records.link"
        assert told(lambda: load_file(world.operator, world.database, link, Asked())) == "records.link"
    os.mkfifo(tmp_path / "pipe")
    assert told(lambda: check_file(tmp_path / "pipe", Asked())) == "records.no_file"


@pytest.mark.parametrize(
    "name", [b"\x1b[31m\r\n.csv", b"\xff\xfe.csv", "\u202evsc.exe".encode(), b"=1+1.csv"]
)
def test_row_22_a_file_with_a_hostile_name_is_loaded_under_a_plain_one(
    tmp_path: Path, world: World, name: bytes
) -> None:
    path = tmp_path / os.fsdecode(name)
    path.write_bytes(made.users_of(made.user()))
    loaded = load_file(world.operator, world.database, path, Asked())
    assert loaded.file.isprintable() and loaded.file.encode().endswith(name[-4:])


# XML, YAML, TOML, JSON


def endless(folder: Path, start: bytes, again: bytes, size: int = 100 * MEGABYTE) -> Path:
    """A file of this size."""
    path = folder / "endless"
    part = again * (MEGABYTE // len(again))
    with path.open("wb") as file:
        file.write(start)
        while file.tell() < size:
            file.write(part)
    return path


ENDLESS: dict[str, tuple[bytes, bytes, str]] = {
    "attribute": (b"<Return a='", b"x", "xml_long_tag"),
    "attributes": (b"<Return ", b"a='b' ", "xml_long_tag"),
    "tag": (b"<Return><", b"x", "xml_long_tag"),
    "comment": (b"<Return><!--", b"x", "xml_long_tag"),
    "instruction": (b"<Return><?x ", b"x", "xml_long_tag"),
    "elements in one another": (b"", b"<Return>", "xml_deep"),
    "kept text": (b"<Return><ReturnHeader><TaxYr>", b"2", "xml_long"),
    "document type": (b"<!DOCTYPE r [", b"<!ELEMENT a ANY>", "xml_doctype"),
    "entities": (b"<!DOCTYPE r [", b"<!ENTITY a 'ha'>", "xml_entity"),
    "line": (b"tin,name,name_control,birth,kind,phone,username,origin,created\n", b"x", "csv_long"),
    "quoted": (b"tin,name,name_control,birth,kind,phone,username,origin,created\n\"", b"x\n", "csv_row"),
    "W-2s without a line": (b"RA0000000070000", b"x", "kind"),
    "blanks": (b"", b" ", "unknown"),
}  # fmt: skip


@pytest.mark.parametrize("name", ENDLESS)
def test_row_22_an_endless_file_is_refused_early(tmp_path: Path, name: str) -> None:
    start, again, rule = ENDLESS[name]
    path = endless(tmp_path, start, again, 10 * MEGABYTE)
    with within_limits():
        assert told(lambda: check_file(path, Asked())) == f"records.{rule}"


def test_row_22_text_that_is_not_kept_costs_no_memory(tmp_path: Path) -> None:
    """A hundred megabytes in an element nobody asks for, and no return at all."""
    path = endless(tmp_path, b"<Returns><Note>", b"x" * 1000)
    with path.open("ab") as file:
        file.write(b"</Note></Returns>")
    with within_limits():
        assert told(lambda: check_file(path, Asked())) == "records.no_return"


YAML = {
    "long": "a: " + "x" * 100 * MEGABYTE,
    "deep": "[" * MEGABYTE,
    "deep in blocks": "".join(f"{' ' * n}a:\n" for n in range(100)),
    "billion laughs": "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]",
    "merged": "a: &a {x: 1}\nb: {<<: *a}",
    "object": "!!python/object/apply:os.system ['true']",
    "no number": "a: !!int ''",
    "no truth": "a: !!bool x",
    "no time": "a: !!timestamp x",
    "own tag": "a: !x y",
    "sixties": "a: " + ":".join(["1"] * 300_000),
    "sixties with a point": "a: " + ":".join(["1"] * 300) + ".5",
    "hexadecimal": "a: 0x" + "f" * MEGABYTE,
    "digits": "a: " + "9" * MEGABYTE,
    "twice": "\n".join(f"k{n}: 1" for n in range(20_000)) + "\nk7: 1",
    "key that is a list": "? [a]\n: 1",
    "surrogate": "a: \ud800",
    "nul": "a: \0",
    "endless quote": "a: '" + "x\n" * 100_000,
}


@pytest.mark.parametrize("name", YAML)
def test_row_22_hostile_yaml_is_refused(name: str) -> None:
    began = process_time()
    assert told(lambda: yaml_text.load(YAML[name], "policy")) == "published.unreadable"
    assert process_time() - began < SECONDS


FILES = {
    "long": b"x" * 3 * MEGABYTE,
    "long lines": (b"[" + b"1, " * 5_000 + b"1]\n") * 100,
    "deep": b"[" * 15_000,
    "deep tables": b"a = " + b"{a=" * 4_000,
    "deep objects": b'{"a":' * 2_500,
    "key of many parts": b".".join([b"a"] * 8_000) + b" = 1",
    "digits": b'{"number": ' + b"9" * 10_000 + b"}",
    "not UTF-8": b"\xff\xfe\x00",
    "nul": b"\0" * 1_000,
    "empty": b"",
}


def kept(folder: Path) -> object:
    """What a console reads when it starts; anything unfit counts as nothing."""
    reader = KeptCheckpoint.__new__(KeptCheckpoint)
    reader._file, reader._desk = folder / FILE, "practice"
    assert (remembered(folder), reader.kept()) == ((None, 1.0), None)
    return None


READERS: dict[str, tuple[Callable[[Path], object], str]] = {
    "settings": (lambda folder: load_settings({}, {"ASSISTOR_SETTINGS": f"{folder / 'file'}"}), "settings."),
    "checkpoints": (lambda folder: checkpoints_in(folder / "file", "practice"), "audit."),
    "copy": (lambda folder: look(folder / "copy", lambda *at: None), "backup.unreadable"),
    "kept": (kept, ""),
}


@pytest.mark.parametrize("name", FILES)
def test_row_22_hostile_settings_checkpoints_and_descriptions_of_copies_are_refused(
    tmp_path: Path, name: str
) -> None:
    for path in (*(tmp_path / name for name in ("file", LOOK, FILE)), manifest_path(tmp_path / "copy")):
        path.write_bytes(FILES[name])
    for what, (read, code) in READERS.items():
        with within_limits():
            came = told(partial(read, tmp_path))
        assert came.startswith(code) and bool(came) == bool(code) or (what, name) == ("settings", "empty")
