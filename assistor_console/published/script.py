"""Reading a published script."""

from datetime import date

from ..domain.errors import refused
from ..domain.proofreading import check_script
from ..domain.script import Script
from .form import parse
from .script_form import ScriptForm


def read_script(text: str) -> Script:
    """A script from YAML, fit to be published.

    Trouble("published.unreadable") where the text is no such form, Refused("script.…", where=…) where
    `domain.proofreading` finds a fault.
    """
    form = parse(ScriptForm, text, "script")
    for where in form.repeated():
        raise refused("script.twice", where=where)
    script = form.domain()
    check_script(script)
    return script


def open_script(text: str) -> Script:
    """A script that was published: it was checked then, and is not held against rules made since.

    Trouble("published.unreadable") where the text is no such form.
    """
    return parse(ScriptForm, text, "script").domain()


def head(text: str) -> tuple[str, date]:
    """The version of a script that fits its form, and the first day it is in force."""
    form = parse(ScriptForm, text, "script")
    return form.version, form.effective
