"""The one channel by which the console tells its person anything outside the page's own words."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from ..domain.errors import Refusal, Trouble
from ..domain.terms import Language
from .texts import known, text
from .theme import Tone

if TYPE_CHECKING:
    from ..requests.sign_in import SignedIn

KEPT = 200
ZONE = ZoneInfo("America/New_York")


@dataclass(frozen=True, slots=True)
class Message:
    """One thing said: the code it came from, its tone, and the sentence in the person's language. One that
    `stands` comes back after whatever is said later."""

    code: str
    tone: Tone
    text: str
    stands: bool = False


class Messages(QObject):
    """Says things in the person's language and remembers the last ones.

    `said` carries each `Message` to whoever shows it; `log` keeps them, oldest first.
    """

    said = Signal(object)

    def __init__(self, language: Language = Language.EN, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.language = language
        self.log: list[Message] = []

    def info(self, code: str, **values: object) -> None:
        """Something went as it should: a save, a step."""
        self._say(code, Tone.NEUTRAL, values)

    def warn(self, code: str, **values: object) -> None:
        """Something needs the person's eye, nothing was refused."""
        self._say(code, Tone.WARN, values)

    def refused(self, refusal: Refusal) -> None:
        """A rule said no: its sentence and when it clears."""
        self.say(Message(refusal.rule, Tone.BAD, refusal_text(refusal, self.language)))

    def trouble(self, trouble: Trouble) -> None:
        """The environment fails: what happened and what to do."""
        self.say(Message(trouble.code, Tone.BAD, trouble_text(trouble, self.language)))

    def stand(self, code: str, **values: object) -> None:
        """Something is wrong with the desk itself, and stays so: said as long as the window is open."""
        self.say(Message(code, Tone.BAD, _sentence(code, self.language, values), stands=True))

    def bug(self, id: str) -> None:
        """The program is at fault; `id` is what to tell whoever looks after it."""
        self._say("messages.bug", Tone.BAD, {"id": id})

    def say(self, message: Message) -> None:
        """Shows and keeps a message that has its words already."""
        self.log = [*self.log[-KEPT + 1 :], message]
        self.said.emit(message)

    def _say(self, code: str, tone: Tone, values: dict[str, object]) -> None:
        self.say(Message(code, tone, _sentence(code, self.language, values)))


def greet(messages: Messages, person: "SignedIn") -> None:
    """Tells who has signed in when they last did, and how often somebody has failed to since."""
    last, failures = person.last_sign_in, person.failures
    code = "frame.signed_in" if last else "frame.signed_in_first"
    values: dict[str, object] = {"time": moment(last, messages.language)} if last else {}
    if not failures:
        messages.info(code, **values)
    elif failures == 1:
        messages.warn(f"{code}_failure", **values)
    else:
        messages.warn(f"{code}_failures", count=failures, **values)


def refusal_text(refusal: Refusal, language: Language) -> str:
    """A refusal as a sentence, followed by when it clears if a time is known."""
    said = _sentence(rule_code(refusal.rule), language, dict(refusal.values))
    if refusal.clears_at is None:
        return said
    code = "messages.last_try" if "last_try" in refusal.values else "messages.clears_at"
    return f"{said} {text(code, language, time=moment(refusal.clears_at, language))}"


def trouble_text(trouble: Trouble, language: Language) -> str:
    """What happened and what to do."""
    return _sentence(trouble.code, language, dict(trouble.values))


def rule_code(rule: str) -> str:
    """The code of a rule's text: in `rules`, unless the rule's own area says it."""
    return f"rules.{rule}" if known(f"rules.{rule}") else rule


def moment(when: datetime, language: Language, zone: ZoneInfo = ZONE) -> str:
    """An instant (aware) as a person reads it: "Dec 13, 2017, 4:04 PM"."""
    local = when.astimezone(zone)
    month = text(f"messages.month_{local.month}", language)
    clock = f"{local.hour % 12 or 12}:{local:%M} {'AM' if local.hour < 12 else 'PM'}"
    return text("messages.moment", language, month=month, day=local.day, year=local.year, clock=clock)


def _sentence(code: str, language: Language, values: dict[str, object]) -> str:
    """The text of a code; a desk of another version may send other codes, or fewer values."""
    try:
        return text(code, language, **values)
    except KeyError:
        return text("messages.unknown", language, code=code)
