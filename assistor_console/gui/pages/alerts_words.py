"""An alert in words: its kind with icon and tone, what happened, and what to do about it."""

from ...domain.terms import AlertKind
from ...requests.access import AlertSeen
from ..messages import moment
from ..texts import Say
from ..theme import Tone

Look = tuple[str, Tone]
LOOKS: dict[AlertKind, Look] = {
    AlertKind.OWN_RECORD: ("house", Tone.BAD),
    AlertKind.FLAGGED_RECORD: ("flag", Tone.WARN),
    AlertKind.THROTTLED: ("gauge", Tone.WARN),
    AlertKind.CLUSTER: ("users-three", Tone.WARN),
    AlertKind.LOCKED_OUT: ("lock-key", Tone.WARN),
    AlertKind.TRAIL: ("shield-warning", Tone.BAD),
    AlertKind.HOUSEHOLD: ("house", Tone.WARN),
    AlertKind.ALTERED: ("shield-warning", Tone.BAD),
}
NAMELESS = frozenset({AlertKind.CLUSTER, AlertKind.TRAIL})
"""The kinds that may be about nobody in particular: the desk itself tells of them."""


def kind_words(kind: AlertKind, say: Say) -> tuple[str, str, Tone]:
    """Word, icon and tone of a kind, as chips and tables take them."""
    icon, tone = LOOKS[kind]
    return say(f"alerts.{kind}"), icon, tone


def who_words(alert: AlertSeen, say: Say) -> str:
    """Whom it is about."""
    return alert.who or say("alerts.desk" if alert.kind in NAMELESS else "alerts.nobody")


def told(alert: AlertSeen, say: Say) -> str:
    """What happened, in a sentence; a desk of another version may send fewer values."""
    values = dict(alert.values)
    if "minutes" in values:
        values["hours"] = int(values["minutes"]) // 60
    code = _code(alert)
    try:
        return say(code, **{**values, "who": who_words(alert, say)})
    except KeyError:
        return say(f"alerts.{alert.kind}_plain", who=who_words(alert, say))


def _code(alert: AlertSeen) -> str:
    if alert.kind is AlertKind.CLUSTER:
        which = next((name for name in ("records", "people") if name in alert.values), "plain")
        return f"alerts.cluster_{which}"
    if alert.kind is AlertKind.LOCKED_OUT and not alert.who:
        return "alerts.locked_out_plain"
    return f"alerts.{alert.kind}_text"


def facts(alert: AlertSeen, say: Say) -> str:
    """How often and when, and about which case."""
    when = moment(alert.last_at, say.language)
    if alert.times > 1:
        said = say("alerts.facts_times", times=alert.times, first=moment(alert.at, say.language), when=when)
    else:
        said = say("alerts.facts_once", when=when)
    return f"{said} {say('alerts.facts_case', case=alert.case_number)}" if alert.case_number else said
