"""An exception that nobody caught: the error stream has its kind and place, and none of its words."""

import subprocess
import sys

import pytest

from tests.house.tree import ROOT

WORDS = "123-00-4417"
PROGRAM = """
import os, sys
from functools import partial
from threading import Thread
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from assistor_console import crash
from assistor_console.commands.run import tell_bug
from assistor_console.gui.messages import Messages

def slip():
    raise ValueError({words!r})

class Thing:
    def __del__(self):
        slip()

application = QApplication([])
messages = Messages()
crash.watch(partial(tell_bug, messages))
{strike}
print([message.code for message in messages.log])
"""
STRIKES = {
    "slot": "QTimer.singleShot(0, slip); QTimer.singleShot(10, application.quit); application.exec()",
    "thread": "thread = Thread(target=slip); thread.start(); thread.join()",
    "finalizer": "Thing()",
}


@pytest.mark.parametrize("place", STRIKES)
def test_a_crash_says_its_place_and_none_of_its_words(place: str) -> None:
    program = PROGRAM.format(words=WORDS, strike=STRIKES[place])
    ran = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    assert ": ValueError at " in ran.stderr and "<string>:" in ran.stderr
    assert WORDS not in ran.stderr + ran.stdout
    assert ("messages.bug" in ran.stdout) == (place != "thread")
