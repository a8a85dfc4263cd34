"""Fields of compiled forms: hint or problem below the editor."""

from typing import Any

from ...widgets.editors import LineEdit


def mark(form: Any, name: str, problem: str, hint: str = "") -> None:
    """Shows under the field `name` of a form why it is wrong; without a problem, its hint."""
    edit: LineEdit = getattr(form, name)
    below, icon = getattr(form, f"{name}_hint"), getattr(form, f"{name}_icon")
    said = problem or hint
    edit.set_problem(bool(problem))
    edit.setAccessibleDescription(said)
    below.setText(said)
    below.set_tone("bad" if problem else "soft")
    below.setVisible(bool(said))
    icon.setVisible(bool(problem))
