"""A script as a flow chart: each opening a lane from its first words to its outcomes."""

from ..domain.conditions import Ask, Ending, Opening
from ..domain.script import Script, Source
from ..domain.terms import Language, Proof, Section, Verdict
from .script_words import ScriptWords
from .svg import Box, Drawing, Look

MARGIN, GAP, ACROSS = 24.0, 22.0, 4
ASK_WIDE, END_WIDE, BETWEEN, LANES_APART = 270.0, 220.0, 34.0, 40.0
LANE_WIDE = ASK_WIDE + BETWEEN + END_WIDE
START, SAID, ASKED = Look("#dbe7f5", "#2f5f9e", round=14), Look("#f3f4f6"), Look("#ffffff")
ONLY_IF = Look("#ffffff", dashed=True)
ENDED, PROVED = Look("#f8e6e3", "#a6402f", round=14), Look("#fdf3d7", "#8a6d10")
PASSED, REFERRED = Look("#e0f1e4", "#2e7d43", round=14), Look("#f8e6e3", "#a6402f", round=14)
Words = list[tuple[str, str]]


def chart(script: Script, language: Language) -> str:
    """The SVG of a script, its words in one language. Dashed asks are asked only under their condition."""
    drawing, words = Drawing(), ScriptWords(script, language)
    drawing.title(MARGIN, MARGIN + 16, script.title)
    top, openings = MARGIN + 40, list(script.openings.values())
    for start in range(0, len(openings), ACROSS):
        for lane, opening in enumerate(openings[start : start + ACROSS]):
            _lane(drawing, words, opening, (MARGIN + lane * (LANE_WIDE + LANES_APART), top))
        top = drawing.height + 48
    if script.escapes:
        _escapes(drawing, words, top)
    return drawing.svg()


def _lane(drawing: Drawing, words: ScriptWords, opening: Opening, at: tuple[float, float]) -> None:
    say, (x, y) = words.say, at
    head: Words = [(opening.label.say(words.language), "bold"), (opening.reason.value, "small")]
    last = drawing.box(x, y, ASK_WIDE, head, START)
    said = f"{say('script.says')}: {', '.join(opening.lines)}"
    last = _below(drawing, last, last.bottom, [(said, "plain")], SAID)
    asks = words.script.asks_of(opening)
    ends = {ask.id: list[Ending]() for ask in asks}
    for ending in opening.endings:
        ends[_decides(ending, asks)].append(ending)
    floor = last.bottom
    for ask in asks:
        last = _below(drawing, last, floor, _ask(ask, words), ONLY_IF if ask.when else ASKED)
        floor = max(last.bottom, _endings(drawing, words, last, ends[ask.id]))
    proof: Words = [(say("script.proof"), "bold"), (say(f"script.proof_{opening.proof}"), "plain")]
    last = _below(drawing, last, floor, proof, PROVED)
    for section in _sections(opening, words):
        last = _below(drawing, last, last.bottom, section, PROVED)
    _outcomes(drawing, words, opening, last)


def _sections(opening: Opening, words: ScriptWords) -> list[Words]:
    """What an interview may ask, section by section; a shorter proof says itself what it asks."""
    if opening.proof is not Proof.INTERVIEW:
        return []
    script, language = words.script, words.language
    parts = (
        (script.headings[Section.IDENTITY].say(language), script.identity),
        (words.say("script.returns"), [item for item in script.items if item.source is Source.RETURN]),
        (
            script.headings[Section.INCOME_DOCUMENTS].say(language),
            [item for item in script.items if item.source is Source.DOCUMENT],
        ),
    )
    return [[(title, "bold"), (", ".join(item.id for item in items), "plain")] for title, items in parts]


def _decides(ending: Ending, asks: tuple[Ask, ...]) -> str:
    """The last ask whose answer an ending looks at."""
    looked_at = {row.question for row in ending.when.rows}
    return [ask.id for ask in asks if ask.id in looked_at][-1]


def _below(drawing: Drawing, above: Box, floor: float, texts: Words, look: Look) -> Box:
    """A box under another and under a floor, with an arrow from the one to the other."""
    made = drawing.box(above.x, floor + GAP, ASK_WIDE, texts, look)
    drawing.arrow((above.middle, above.bottom), (made.middle, made.y))
    return made


def _ask(ask: Ask, words: ScriptWords) -> Words:
    texts: Words = [(ask.id, "bold"), (ask.text.say(words.language), "plain")]
    if ask.choices:
        texts.append((" / ".join(choice.value for choice in ask.choices), "small"))
    if ask.when:
        texts.append((words.say("script.if", when=words.when(ask.when)), "small"))
    return texts


def _endings(drawing: Drawing, words: ScriptWords, ask: Box, endings: list[Ending]) -> float:
    """The endings beside an ask; where they end."""
    y, x = ask.y, ask.x + ASK_WIDE + BETWEEN
    for ending in endings:
        text: Words = [(ending.line, "bold"), (words.say("script.if", when=words.when(ending.when)), "small")]
        made = drawing.box(x, y, END_WIDE, text, ENDED)
        line = made.y + 14
        start, turn = ask.x + ASK_WIDE, x - BETWEEN / 2
        if line < ask.bottom:
            drawing.arrow((start, line), (x, line))
        else:
            drawing.arrow((start, ask.y + 14), (turn, ask.y + 14), (turn, line), (x, line))
        y = made.bottom + 10
    return y


def _outcomes(drawing: Drawing, words: ScriptWords, opening: Opening, proof: Box) -> None:
    """What is said at each verdict, side by side under the proof."""
    wide, turn = (LANE_WIDE - 16) / 2, proof.bottom + GAP / 2
    for number, verdict in enumerate(Verdict):
        lines = ", ".join(opening.outcomes.get(verdict, ()))
        text: Words = [(words.say(f"script.verdict_{verdict}"), "bold"), (lines, "plain")]
        look = PASSED if verdict is Verdict.PASSED else REFERRED
        made = drawing.box(proof.x + number * (wide + 16), proof.bottom + GAP, wide, text, look)
        drawing.arrow(
            (proof.middle, proof.bottom), (proof.middle, turn), (made.middle, turn), (made.middle, made.y)
        )


def _escapes(drawing: Drawing, words: ScriptWords, top: float) -> None:
    drawing.title(MARGIN, top, words.say("script.escapes"))
    for number, route in enumerate(words.script.escapes.values()):
        said = " ".join(words.script.lines[line].say(words.language) for line in route.lines)
        text: Words = [(route.label.say(words.language), "bold"), (said, "plain")]
        x = MARGIN + number * (LANE_WIDE + LANES_APART)
        drawing.box(x, top + 16, LANE_WIDE, text, ENDED)
