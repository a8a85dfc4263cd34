"""An editor for a long code, parted as it is typed into the groups it is printed in."""

import re

from .editors import LineEdit

MOST, GROUP = 32, 5


class GroupedEdit(LineEdit):
    """Letters and digits in capitals, in fives: "4B0Q5 KH2PV T81V"; dashes and spaces do not matter."""

    def shaped(self, typed: str) -> str:
        """The groups."""
        bare = re.sub(r"[^0-9A-Za-z]", "", typed).upper()[:MOST]
        return " ".join(bare[i : i + GROUP] for i in range(0, len(bare), GROUP))
