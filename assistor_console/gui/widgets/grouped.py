"""An editor for a long code, parted into fours as it is typed."""

import re

from .editors import LineEdit

MOST = 32


class GroupedEdit(LineEdit):
    """Letters and digits in capitals, in fours: "R7KM-WD3H-PX9T". Pasted dashes and spaces do not matter."""

    def shaped(self, typed: str) -> str:
        """The groups."""
        bare = re.sub(r"[^0-9A-Za-z]", "", typed).upper()[:MOST]
        return "-".join(bare[i : i + 4] for i in range(0, len(bare), 4))
