"""The one channel: words in the person's language, the last ones kept."""

from datetime import UTC, datetime

from assistor_console.domain.errors import Refusal, Trouble
from assistor_console.domain.terms import Language
from assistor_console.gui.messages import KEPT, Message, Messages, moment
from assistor_console.gui.theme import Tone

WHEN = datetime(2017, 12, 13, 21, 4, tzinfo=UTC)


def test_a_refusal_says_when_it_clears() -> None:
    messages = Messages()
    messages.refused(Refusal("sign_in.agree_first", clears_at=WHEN))
    assert messages.log[-1].text == "Agree to the notice first. Clears Dec 13, 2017, 4:04 PM ET."


def test_it_speaks_the_persons_language() -> None:
    messages = Messages(Language.ES)
    messages.trouble(Trouble("desk.closed"))
    assert messages.log[-1].text.startswith("El sistema aún no está abierto.")
    assert moment(WHEN, Language.ES) == "13 de dic de 2017, 4:04 PM"


def test_a_rule_of_a_newer_desk_still_has_a_sentence() -> None:
    messages = Messages()
    messages.refused(Refusal("tomorrow.rule", {"code": "x", "language": "y"}))
    assert messages.log[-1].text == "The desk says no (tomorrow.rule)."


def test_a_value_that_is_not_there_still_leaves_a_sentence() -> None:
    messages = Messages()
    messages.trouble(Trouble("desk.already_open"))
    assert messages.log[-1].text == "The desk says no (desk.already_open)."


def test_every_message_is_sent_and_the_last_are_kept() -> None:
    messages, said = Messages(), list[Message]()
    messages.said.connect(said.append)
    for number in range(KEPT + 5):
        messages.bug(f"{number:04X}")
    assert len(said) == KEPT + 5
    assert messages.log == said[5:]
    assert said[-1].tone is Tone.BAD
