"""What the interface says: one file per area under `resources/translations`, both languages side by side.

A code is "area.key": `sign_in.title` is `title` in `sign_in.toml`. Areas are read when first needed.
`{rows} {rows:row|rows}` says one word for 1 and the other for every other number.
"""

import tomllib
from functools import cache

from PySide6.QtCore import QObject, QTranslator

from ..assets import resource
from ..domain.terms import Language, Text


@cache
def area(name: str) -> dict[str, Text]:
    """Every text of an area by key, or an empty dictionary where there is no such area."""
    try:
        source = resource("translations", f"{name}.toml").read_text("utf-8")
    except FileNotFoundError:
        return {}
    return {key: Text(**both) for key, both in tomllib.loads(source).items()}


def known(code: str) -> bool:
    """Whether there is a text for a code."""
    name, _, key = code.partition(".")
    return name.isidentifier() and key in area(name)


def text(code: str, language: Language = Language.EN, /, **values: object) -> str:
    """The text of a code with its {values} filled in; KeyError for an unknown code or a missing value."""
    name, _, key = code.partition(".")
    try:
        said = area(name)[key].say(language)
    except KeyError:
        raise KeyError(code) from None
    return said.format_map({key: _counted(value) for key, value in values.items()})


class _Number(int):
    def __format__(self, spec: str) -> str:
        one, bar, many = spec.partition("|")
        if not bar:
            return super().__format__(spec)
        return one if self == 1 else many


def _counted(value: object) -> object:
    return _Number(value) if type(value) is int else value


class Say:
    """Says codes in one language: `say = Say(Language.ES); say("sign_in.title")`."""

    def __init__(self, language: Language = Language.EN) -> None:
        self.language = language

    def __call__(self, code: str, /, **values: object) -> str:
        """The text of a code; KeyError for an unknown code or a missing value."""
        return text(code, self.language, **values)


class Translator(QTranslator):
    """Gives compiled forms their texts: what a form says in Qt Designer is a code."""

    def __init__(self, language: Language = Language.EN, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.spoken = language

    def isEmpty(self) -> bool:
        """Never: Qt leaves out a translator that says it is."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, number: int = -1
    ) -> str:
        """The text of a code, or the source itself where it is none."""
        code = source if isinstance(source, str) else ""
        return text(code, self.spoken) if known(code) else source
