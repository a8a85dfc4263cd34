"""A slip lands in the folder it was meant for, never over another one; a full or fixed folder says so."""

from pathlib import Path

import pytest

from assistor_console.domain.errors import Trouble
from assistor_console.domain.terms import Language
from assistor_console.gui.documents import into
from assistor_console.gui.texts import text
from assistor_console.requests.base import Document

SLIP = Document(name="EP-17-000001.pdf", media_type="application/pdf", content=b"%PDF one")


def test_a_document_is_saved_and_shown(tmp_path: Path) -> None:
    shown: list[Path] = []
    path = into(tmp_path / "new", shown.append)(SLIP)
    assert path.read_bytes() == b"%PDF one" and shown == [path]


def test_only_its_owner_reads_what_was_saved(tmp_path: Path) -> None:
    """A slip carries a continuation code, a run of letters activation codes."""
    assert into(tmp_path)(SLIP).stat().st_mode & 0o777 == 0o600


def test_a_second_one_stands_beside_the_first(tmp_path: Path) -> None:
    save = into(tmp_path)
    first = save(SLIP)
    second = save(SLIP.model_copy(update={"content": b"%PDF two"}))
    assert first.read_bytes() == b"%PDF one" and second.read_bytes() == b"%PDF two"
    assert second.name == "EP-17-000001 (2).pdf"


def test_a_name_never_leads_out_of_the_folder(tmp_path: Path) -> None:
    path = into(tmp_path / "inner")(SLIP.model_copy(update={"name": "../../outside.pdf"}))
    assert path == tmp_path / "inner" / "outside.pdf"


def test_a_folder_that_cannot_be_made_is_trouble_with_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Trouble) as caught:
        into(tmp_path / "file" / "inner")(SLIP)
    said = text(caught.value.code, Language.EN, **caught.value.values)
    assert str(tmp_path / "file") in said
