"""The scripts of a desk: looked at, checked, published."""

from datetime import UTC, date, datetime, time

from ..desk.work import Work
from ..domain.errors import Refusal, Refused, refused
from ..domain.times import local_day
from ..published.script import head
from ..published.script_check import Finding, examine
from ..requests.scripts import (
    CheckScript,
    PublishedScript,
    PublishScript,
    ScriptChecked,
    ScriptFinding,
    ScriptsSeen,
    ScriptVersion,
    SeeScript,
    SeeScripts,
)
from ..store.publications import Publication, Version

KIND = "script"


@SeeScripts.handler
def see_scripts(request: SeeScripts, work: Work) -> ScriptsSeen:
    """Versions and digests, no texts."""
    in_force = work.library.newest(work.store, KIND, work.now)
    versions = tuple(_seen(row) for row in work.store.publications.versions(KIND))
    return ScriptsSeen(now=work.now, in_force=in_force, versions=versions)


@SeeScript.handler
def see_script(request: SeeScript, work: Work) -> PublishedScript:
    """The text as it was published; Trouble("published.altered") where it is not that any more."""
    for row in work.store.publications.versions(KIND):
        if row.version == request.version:
            body = work.store.publications.body(KIND, row.version)
            return PublishedScript(version=_seen(row), text=body.decode())
    raise refused("script.no_version", version=request.version)


@CheckScript.handler
def check_script(request: CheckScript, work: Work) -> ScriptChecked:
    """Every finding at once."""
    findings = examine(request.text)
    policy = work.policy
    if not findings:
        policy = work.library.policy(work.store, _begins(work, head(request.text)[1]))
        findings = examine(request.text, policy)
    return ScriptChecked(policy=policy.version, findings=tuple(_finding(one) for one in findings))


@PublishScript.handler
def publish_script(request: PublishScript, work: Work) -> ScriptVersion:
    """The same text again changes nothing; another text under a version that is there is refused."""
    body = request.text.encode()
    for finding in check_script(CheckScript(text=request.text), work).findings:
        raise Refused(Refusal(finding.code, {"where": finding.where, **finding.values}))
    version, effective = head(request.text)
    publication = Publication(KIND, version, datetime.combine(effective, time(), UTC), body)
    for row in work.store.publications.versions(KIND):
        if row.version == version:
            if row.digest != publication.digest:
                raise refused("script.version_taken", version=version)
            return _seen(row, known=True)
        if row.effective == publication.effective:
            raise refused("script.same_day", version=row.version, day=str(effective))
    if effective < (today := local_day(work.now, work.policy.zone)):
        raise refused("script.past", day=str(effective), today=str(today))
    work.store.publications.add(publication)
    return _seen(Version(version, publication.effective, publication.digest))


def _begins(work: Work, effective: date) -> datetime:
    """When the script comes into force, now at the earliest (UTC)."""
    return max(work.now, datetime.combine(effective, time(), UTC))


def _seen(row: Version, known: bool = False) -> ScriptVersion:
    return ScriptVersion(
        version=row.version, effective=row.effective.date(), digest=row.digest.hex(), known=known
    )


def _finding(one: Finding) -> ScriptFinding:
    return ScriptFinding(
        line=one.line,
        column=one.column,
        where=one.fault.where,
        code=one.fault.code,
        values=one.fault.values,
    )
