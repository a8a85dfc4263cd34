"""A script as an outline that can be read at a terminal."""

from collections.abc import Iterator

from ..domain.conditions import Opening
from ..domain.script import Item, Script, Source
from ..domain.terms import Language
from .script_words import ScriptWords


def outline(script: Script, language: Language) -> Iterator[str]:
    """Openings with what they say, ask, end with and prove; escapes; the items by source."""
    words = ScriptWords(script, language)
    for opening in script.openings.values():
        yield ""
        yield f"{opening.label.say(language)} ({opening.reason})"
        yield from _opening(opening, words)
    if script.escapes:
        yield ""
        yield words.say("script.escapes")
    for route in script.escapes.values():
        yield f"  {route.label.say(language)} ({route.escape})"
        for line in route.lines:
            yield f"    “{script.lines[line].say(language)}”"
    yield ""
    yield words.say("script.sections")
    for item in script.identity + script.items:
        yield f"  {_item(item, words)}"


def _opening(opening: Opening, words: ScriptWords) -> Iterator[str]:
    say, script = words.say, words.script
    yield f"  {say('script.says')}: {', '.join(opening.lines)}"
    for ask in script.asks_of(opening):
        when = f" ({say('script.if', when=words.when(ask.when))})" if ask.when else ""
        yield f"  {say('script.asks')} {ask.id}{when}: “{ask.text.say(words.language)}”"
    for ending in opening.endings:
        yield f"  {say('script.ends', line=ending.line, when=words.when(ending.when))}"
    yield f"  {say('script.proof')}: {say(f'script.proof_{opening.proof}')}"
    for verdict, lines in opening.outcomes.items():
        yield f"    {say(f'script.verdict_{verdict}')}: {', '.join(lines)}"


def _item(item: Item, words: ScriptWords) -> str:
    forms = f" [{', '.join(item.forms)}]" if item.source is not Source.IDENTITY else ""
    supplement = f" ({words.say('script.supplement')})" if item.supplement else ""
    return f"{item.source} {item.id}{forms}{supplement}: “{item.text.say(words.language)}”"
