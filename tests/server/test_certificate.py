"""`assistor-console certificate`: files a console trusts and a server can use, and nothing overwritten."""

import os
import socket
import ssl
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest

from assistor_console.cli import main
from assistor_console.desk.connection import trusting
from assistor_console.server.tls import check_files, context


@pytest.mark.parametrize(("language", "words"), [("en", "trying out only"), ("es", "Solo para pruebas")])
def test_it_says_what_each_file_is_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, words: str
) -> None:
    out = tmp_path / "made"
    assert main(["certificate", "--out", str(out), "--language", language]) == 0
    said = capsys.readouterr().out
    assert words in said and "localhost, 127.0.0.1, ::1" in said
    assert f"--certificate {out}/server.pem --private-key {out}/server.key" in said
    assert f"--trust {out}/authority.pem" in said
    check_files(out / "server.pem", out / "server.key", datetime.now(UTC))
    if os.name == "posix":
        assert (out / "server.key").stat().st_mode & 0o777 == 0o600


def test_it_overwrites_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "server.pem").write_text("mine")
    assert main(["certificate", "--out", str(tmp_path)]) == 2
    assert "server.pem is there already" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["server.pem"]
    assert (tmp_path / "server.pem").read_text() == "mine"


@pytest.mark.parametrize("name", ["two words", "-x", "a..b", "x" * 64, "ünder.example", ""])
def test_a_name_that_can_be_none_is_refused(tmp_path: Path, name: str) -> None:
    assert main(["certificate", "--out", str(tmp_path / "made"), "--", name]) == 2
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize(
    ("asked", "fits"), [("desk.example.gov", True), ("192.0.2.7", True), ("other.example.gov", False)]
)
def test_a_console_accepts_it_for_its_names_alone(tmp_path: Path, asked: str, fits: bool) -> None:
    assert main(["certificate", "--out", str(tmp_path), "desk.example.gov", "192.0.2.7"]) == 0
    here, there = socket.socketpair()
    serving = context(tmp_path / "server.pem", tmp_path / "server.key")

    def serve() -> None:
        try:
            serving.wrap_socket(there, server_side=True).close()
        except (ssl.SSLError, OSError):
            there.close()

    thread = Thread(target=serve)
    thread.start()
    try:
        if fits:
            trusting(tmp_path / "authority.pem").wrap_socket(here, server_hostname=asked).close()
        else:
            with pytest.raises(ssl.SSLCertVerificationError):
                trusting(tmp_path / "authority.pem").wrap_socket(here, server_hostname=asked)
    finally:
        here.close()
        thread.join()
