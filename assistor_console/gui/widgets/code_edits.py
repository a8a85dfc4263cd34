"""The code one signs in with: six digits, a recovery code, or nothing."""

import re

from .secret_edits import CodeEdit

LEAST, MOST = 8, 40
"""How many characters a recovery code may have, dashes included."""


class SignInCodeEdit(CodeEdit):
    """Six digits in threes as an app shows them; with letters, dashes or more digits a recovery code."""

    def shaped(self, typed: str) -> str:
        """Digits in threes, anything else as recovery codes are printed: in capitals."""
        bare = re.sub(r"[^0-9A-Z-]", "", typed.upper())[:MOST]
        return super().shaped(bare) if re.fullmatch(r"\d{0,6}", bare) else bare

    def problem(self) -> str:
        """Nothing is right for who has no second factor yet."""
        code = self.value()
        right = not code or re.fullmatch(r"\d{6}", code) or len(code) >= LEAST
        return "" if right else "sign_in.code_shape"
