"""What an operator does with the scripts of a desk, beside its database."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from .base import OPERATORS, Command, Query, Reply

ScriptText = Annotated[str, Field(max_length=2_000_000, repr=False)]
"""A script's YAML."""


class ScriptVersion(Reply):
    """A published version: the first day it is in force, and the SHA-256 digest (hexadecimal) that seals its
    text. `known` is true where the very same text was published before."""

    version: str
    effective: date
    digest: str
    known: bool = False


class ScriptsSeen(Reply):
    """Every published version, the newest last; `in_force` is what new calls begin with now (UTC)."""

    now: datetime
    in_force: str
    versions: tuple[ScriptVersion, ...]


class SeeScripts(Query[ScriptsSeen], allow=OPERATORS, beside=True):
    """Which versions are published."""


class PublishedScript(Reply):
    """A version with its text, which was held against its digest."""

    version: ScriptVersion
    text: str


class SeeScript(Query[PublishedScript], allow=OPERATORS, beside=True):
    """The text of a published version. Refused: script.no_version."""

    version: str = Field(max_length=40)


class ScriptFinding(Reply):
    """One reason not to publish: line and column (from one), place, code, and the values in its text."""

    line: int
    column: int
    where: str
    code: str
    values: dict[str, str | int]


class ScriptChecked(Reply):
    """Every finding under the policy that will be in force with the script; none lets it be published."""

    policy: str
    findings: tuple[ScriptFinding, ...]


class CheckScript(Query[ScriptChecked], allow=OPERATORS, beside=True):
    """What keeps a text from being published."""

    text: ScriptText


class PublishScript(Command[ScriptVersion], allow=OPERATORS, beside=True):
    """Publishes a text under the version and the first day that it names itself.

    Refused: script.… for the first finding; script.version_taken where the version has another text;
    script.past; script.same_day.
    """

    text: ScriptText
