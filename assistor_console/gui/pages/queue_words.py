"""What happened to a case, in words: every event's title, sentence, icon and tone."""

from collections.abc import Mapping
from datetime import datetime

from ...requests.review import TimelineEvent
from ..days import day_words, local_day
from ..texts import Say, known
from ..theme import Tone

Look = tuple[str, Tone]
OTHER: Look = ("circle", Tone.NEUTRAL)
LOOKS: dict[str, Look] = {
    "opened": ("folder-open", Tone.NEUTRAL),
    "call": ("phone-call", Tone.NEUTRAL),
    "call_ended": ("phone-disconnect", Tone.NEUTRAL),
    "find_account": ("user-circle", Tone.NEUTRAL),
    "start_interview": ("list-numbers", Tone.NEUTRAL),
    "refer": ("map-pin", Tone.NEUTRAL),
    "records_thin": ("map-pin", Tone.NEUTRAL),
    "abandon": ("phone-x", Tone.NEUTRAL),
    "pass": ("check-circle", Tone.OK),
    "interrupt": ("pause-circle", Tone.WARN),
    "resume": ("play-circle", Tone.NEUTRAL),
    "book": ("calendar-check", Tone.INFO),
    "cancel": ("calendar-x", Tone.NEUTRAL),
    "miss": ("calendar-x", Tone.WARN),
    "verify": ("identification-card", Tone.OK),
    "not_verify": ("x-circle", Tone.BAD),
    "come_back": ("arrow-u-up-left", Tone.WARN),
    "lapse": ("hourglass", Tone.WARN),
    "recognised": ("user-focus", Tone.NEUTRAL),
    "issue_account": ("user-circle-plus", Tone.OK),
    "replace_password": ("key", Tone.NEUTRAL),
    "mail": ("envelope-simple", Tone.INFO),
    "letter_replaced": ("arrows-clockwise", Tone.WARN),
    "activate": ("circle-wavy-check", Tone.OK),
    "expire": ("hourglass", Tone.WARN),
    "return_mail": ("arrow-u-up-left", Tone.WARN),
    "reissue": ("envelope-simple", Tone.INFO),
    "disable": ("prohibit", Tone.BAD),
    "hold": ("hand", Tone.BAD),
    "release": ("hand-palm", Tone.NEUTRAL),
    "close": ("archive", Tone.NEUTRAL),
    "flag": ("flag", Tone.WARN),
    "unflag": ("flag", Tone.NEUTRAL),
    "release_record": ("lock-open", Tone.NEUTRAL),
}


def event_look(event: str) -> Look:
    """Icon and tone of an event."""
    return LOOKS.get(event, OTHER)


def event_title(say: Say, event: str) -> str:
    """The name of an event; one that this console does not know has a plain name."""
    code = f"timeline.{event}"
    return say(code) if event and known(code) else say("timeline.unknown")


def event_words(say: Say, happened: TimelineEvent, kinds: Mapping[str, str]) -> str:
    """What there is to say about an event, and who did it. `kinds` names the kinds of document by code."""
    code, said = f"timeline.{happened.event}_text", ""
    if known(code):
        values = {key: _value(say, happened.event, key, value, kinds) for key, value in _values(happened)}
        said = say(code, **{"": "", **values}).replace(". .", ".")
        said += "." if said and said[-1] not in ".!?…" else ""
    by = say("timeline.by", who=happened.who) if happened.who else ""
    return " ".join(part for part in (said, by) if part)


def _values(happened: TimelineEvent) -> list[tuple[str, str]]:
    given = {key: str(value) for key, value in happened.values.items()}
    blank = dict.fromkeys(("office", "reason", "documents", "starts", "letter", "run", "to"), "")
    return list({**blank, **given}.items())


def _value(say: Say, event: str, key: str, value: str, kinds: Mapping[str, str]) -> str:
    if key == "documents":
        return ", ".join(kinds.get(kind, kind) for kind in value.split(", "))
    if key == "starts" and value:
        return day_words(say, local_day(datetime.fromisoformat(value)))
    if key == "reason" and value:
        area = "timeline" if event == "call" else "tac"
        return say(code) if known(code := f"{area}.reason_{value}") else value
    return value
