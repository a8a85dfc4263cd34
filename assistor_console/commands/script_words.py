"""A script's conditions and proofs in words of one language."""

from ..domain.conditions import Condition, Operator, When
from ..domain.script import Script
from ..domain.terms import Language
from ..gui.texts import Say


class ScriptWords:
    """Says what a condition looks at, naming choices as they are said."""

    def __init__(self, script: Script, language: Language) -> None:
        self.script, self.language, self.say = script, language, Say(language)

    def when(self, when: When) -> str:
        """A condition: "individual = no and own_behalf = yes"."""
        between = self.say("script.and" if when.every else "script.or")
        return f" {between} ".join(self._row(row) for row in when.rows)

    def _row(self, row: Condition) -> str:
        if row.operator is Operator.EXISTS:
            return self.say("script.answered", question=row.question)
        sign = "≠" if row.operator is Operator.DIFFERS else "="
        return f"{row.question} {sign} {row.answer}"
