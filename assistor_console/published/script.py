"""Reading a published script."""

from ..domain.proofreading import check_script
from ..domain.script import Script
from .form import parse
from .script_form import ScriptForm


def read_script(text: str) -> Script:
    """A script from YAML, fit to be published.

    Trouble("published.unreadable") where the text is no such form, Refused("script.…", where=…) where
    `domain.proofreading` finds a fault.
    """
    script = open_script(text)
    check_script(script)
    return script


def open_script(text: str) -> Script:
    """A script that was published: it was checked then, and is not held against rules made since.

    Trouble("published.unreadable") where the text is no such form.
    """
    return parse(ScriptForm, text, "script").domain()
