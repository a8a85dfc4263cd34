"""What the document of the wire allows, and what it forbids: no fault, no value in an error."""

import logging
from pathlib import Path

import pytest

from tests.server.fuzz import desk

EXAMPLES = 5


def test_no_request_is_a_fault_and_no_error_tells_a_value(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    fuzz = desk(tmp_path)
    assert len(fuzz.planted) > 50
    with caplog.at_level(logging.DEBUG, "assistor_console"):
        fuzz.run(EXAMPLES)
    fuzz.world.database.close()
    assert {200, 401, 403, 409, 422} <= set(fuzz.sent)
    assert not [value for value in fuzz.planted if value in caplog.text.upper().encode()]
