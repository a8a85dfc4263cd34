"""What is wrong with a script that somebody wants to publish."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: a code with a text in both languages, where in the script, the values in that text.

    `where` names a place as its author sees it: keys joined by points, a row of a list by its id, reason or
    escape, any other by its number from one: "items.agi.text.es", "places.agi[2].line". A second row of the
    same id is "items.agi[2]".
    """

    code: str
    where: str
    values: dict[str, str | int] = field(default_factory=dict, hash=False)


def fault(code: str, where: str, **values: str | int) -> Fault:
    """A fault with its values: `fault("script.tin", "lines.thanks.en")`."""
    return Fault(code, where, values)


def repeated(where: str, ids: list[str]) -> list[str]:
    """The places of ids that stood before: "items.agi[2]" for the second."""
    return [f"{where}.{one}[{ids[: n + 1].count(one)}]" for n, one in enumerate(ids) if one in ids[:n]]
