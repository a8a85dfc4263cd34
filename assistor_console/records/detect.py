"""What kind of record file this is, by its first bytes."""

import re

from .job import Job
from .users_csv import HEADER

HEAD = 4_096
_BOM = b"\xef\xbb\xbf"
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_EFW2 = re.compile(rb"R[AEWOSTUVF][\0 -~]{10}")
_PUB1220 = re.compile(rb"[TAB][12][0-9]{3}|[CKF][0-9]{8}")
_EBCDIC = re.compile(rb"\xd9[\xc1\xc5\xe6]|[\xe3\xc1\xc2][\xf1\xf2][\xf0-\xf9]{3}")


def detect(job: Job, head: bytes) -> str:
    """The name of a format; Refused for an encoding or a content that none of them has."""
    text = head.removeprefix(_BOM)
    if text.lstrip().startswith(b"<"):
        return "mef1040"
    if head.startswith(_WIDE):
        return _wide(job, head)
    if _EBCDIC.match(text):
        raise job.wrong("encoding", encoding="EBCDIC")
    if _EFW2.match(text):
        return "efw2"
    if _PUB1220.match(text):
        return "pub1220"
    if text.replace(b'"', b"").lower().startswith(",".join(HEADER[:2]).encode()):
        return "users"
    raise job.wrong("unknown")


def _wide(job: Job, head: bytes) -> str:
    """UTF-16: XML says so itself and is read; nothing else may be."""
    start = head[2:].replace(b"\0", b"").lstrip()
    if start.startswith(b"<"):
        return "mef1040"
    raise job.wrong("encoding", encoding="UTF-16")
