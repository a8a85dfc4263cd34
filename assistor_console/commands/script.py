"""`assistor-console script`: checks, publishes, compares and shows scripts."""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..app import Beside, need_desk, open_alongside
from ..assets import resource
from ..central import open_central
from ..domain.errors import Trouble
from ..domain.policy import Policy
from ..domain.terms import Language
from ..gui.texts import Say
from ..published.policy import read_policy
from ..published.script import head, open_script, read_script
from ..published.script_check import Finding, examine
from ..published.script_diff import Change, differences
from ..requests.scripts import (
    CheckScript,
    PublishedScript,
    PublishScript,
    ScriptChecked,
    ScriptFinding,
    SeeScript,
    SeeScripts,
)
from ..settings import Settings
from .script_chart import chart
from .script_outline import outline

POLICY = ("policy", "2017-12-10.yaml")
"""The policy a script is held against where none is given."""


def main(given: argparse.Namespace, settings: Settings) -> int:
    """Does one of them; 0, or 1 where a script may not be published or two scripts differ."""
    say = Say(settings.language)
    acts = {"check": _check, "publish": _publish, "diff": _diff, "show": _show}
    return acts[given.act](given, settings, say)


def _check(given: argparse.Namespace, settings: Settings, say: Say) -> int:
    policy = _policy(given.policy)
    found = {name: examine(_read(name), policy) for name in given.files}
    if given.json:
        rows = {name: [_row(one, say) for one in findings] for name, findings in found.items()}
        print(json.dumps({"policy": policy.version, "files": rows}, ensure_ascii=False))
    else:
        for name, findings in found.items():
            print("\n".join(_told(name, findings, policy.version, say)))
    return int(any(found.values()))


def _policy(file: str | None) -> Policy:
    return read_policy(_read(file) if file else resource(*POLICY).read_text("utf-8"))


def _read(name: str) -> str:
    """The text of a file; Trouble("script.no_file")."""
    try:
        return Path(name).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as failed:
        reason = failed.strerror if isinstance(failed, OSError) else "UTF-8"
        raise Trouble("script.no_file", file=name, reason=str(reason)) from None


def _told(name: str, findings: tuple[Finding, ...], policy: str, say: Say) -> Iterator[str]:
    """A check in words: file, line, column and reason of each finding, and whether it may be published."""
    for one in findings:
        yield f"{name}:{one.line}:{one.column}: {_reason(one, say)}"
    if findings:
        yield say("script.findings", file=name, count=len(findings), policy=policy)
    else:
        yield say("script.fit", file=name, version=head(_read(name))[0], policy=policy)


def _reason(one: Finding, say: Say) -> str:
    return say(one.fault.code, where=one.fault.where, **one.fault.values)


def _row(one: Finding, say: Say) -> dict[str, Any]:
    place = {"line": one.line, "column": one.column, "where": one.fault.where}
    return {**place, "code": one.fault.code, "values": one.fault.values, "reason": _reason(one, say)}


@contextmanager
def _opened(settings: Settings) -> Iterator[Beside]:
    """The desk, which any program may have open."""
    need_desk(settings)
    beside = open_central(settings) if settings.database else open_alongside(settings)
    try:
        yield beside
    finally:
        beside.close()


def _publish(given: argparse.Namespace, settings: Settings, say: Say) -> int:
    text = _read(given.file)
    with _opened(settings) as beside:
        desk = beside.operator()
        checked: ScriptChecked = desk.send(CheckScript(text=text))
        if checked.findings:
            for one in checked.findings:
                print(f"{given.file}:{one.line}:{one.column}: {_said(one, say)}", file=sys.stderr)
            count = len(checked.findings)
            print(
                say("script.findings", file=given.file, count=count, policy=checked.policy), file=sys.stderr
            )
            return 1
        made = desk.send(PublishScript(text=text))
    code = "script.published_before" if made.known else "script.published"
    print(say(code, version=made.version, effective=made.effective, digest=made.digest))
    return 0


def _said(one: ScriptFinding, say: Say) -> str:
    return say(one.code, where=one.where, **one.values)


def _texts(names: tuple[str, ...], settings: Settings) -> list[tuple[str, str]]:
    """The texts of files or of versions that a desk holds, each with its digest ("" for a file)."""
    if all(Path(name).is_file() for name in names):
        return [(_read(name), "") for name in names]
    with _opened(settings) as beside:
        return [(_read(name), "") if Path(name).is_file() else _published(beside, name) for name in names]


def _published(beside: Beside, version: str) -> tuple[str, str]:
    found: PublishedScript = beside.operator().send(SeeScript(version=version))
    return found.text, found.version.digest


def _diff(given: argparse.Namespace, settings: Settings, say: Say) -> int:
    (old, _), (new, _) = _texts((given.old, given.new), settings)
    found = differences(old, new)
    for change in found:
        print("\n".join(_changed(change)))
    if not found:
        print(say("script.same"))
    return int(bool(found))


def _changed(change: Change) -> Iterator[str]:
    yield change.where
    if change.old:
        yield f"  - {change.old}"
    if change.new:
        yield f"  + {change.new}"


def _show(given: argparse.Namespace, settings: Settings, say: Say) -> int:
    if given.script is None:
        return _list(settings, say)
    ((text, digest),) = _texts((given.script,), settings)
    script, language = (open_script if digest else read_script)(text), Language(settings.language)
    if given.svg:
        _write(given.svg, chart(script, language))
        print(say("script.drawn", file=given.svg))
        return 0
    version, effective = head(text)
    print(f"{script.name}: {say('script.head', version=version, effective=effective)}")
    if digest:
        print(say("script.digest", digest=digest))
    for line in outline(script, language):
        print(line)
    return 0


def _list(settings: Settings, say: Say) -> int:
    with _opened(settings) as beside:
        seen = beside.operator().send(SeeScripts())
    for row in seen.versions:
        mark = f" ({say('script.in_force')})" if row.version == seen.in_force else ""
        print(say("script.head", version=row.version, effective=row.effective) + mark)
        print(f"  {say('script.digest', digest=row.digest)}")
    return 0


def _write(name: str, text: str) -> None:
    try:
        Path(name).write_text(text, encoding="utf-8")
    except OSError as failed:
        raise Trouble("script.not_written", file=name, reason=str(failed.strerror)) from None
