"""The page's head: who is calling, which case and call, the caller's language, the shift clock."""

from collections.abc import Callable

from ....domain.terms import Language
from ....requests.intake import CallSeen
from ...page import Context
from ...style import worn
from ...ui.call import Ui_Call
from ...widgets.states import state_words
from .start import LANGUAGES

HEIGHT = 76


class CallHeader:
    """Fills the head of the page's form. `speak(Language)` is called when a person moves the switch."""

    def __init__(self, context: Context, form: Ui_Call, speak: Callable[[Language], object]) -> None:
        self._say, self._clock, self._form = context.say, context.clock, form
        form.header.setFixedHeight(worn().px(HEIGHT))
        form.language_key.setText("F6")
        form.language.offer(LANGUAGES, Language.EN.value)
        form.language.chosen.connect(lambda value: speak(Language(value)))
        self.show_call(None)

    def show_call(self, seen: CallSeen | None) -> None:
        """A call, or none."""
        form, case = self._form, seen.case if seen else None
        form.caller.setText(self._caller(seen))
        form.tin.setText(self._say("call.tin", last_four=case.tin_last_four) if case else "")
        for fact in (form.case_label, form.case, form.call_label, form.call):
            fact.setVisible(case is not None)
        known = case is not None and bool(case.tin_last_four)  # nothing is, of who only phones again
        form.tin.setVisible(known)
        form.state.setVisible(known)
        if case is not None:
            form.case.setText(case.number)
            form.call.setText(self._say("call.call_of_case", number=case.call))
            form.state.show_state(*state_words(case.state, self._say))
        self._show_live(seen)

    def _show_live(self, seen: CallSeen | None) -> None:
        form, live = self._form, seen is not None
        form.script.setText(seen.script if seen else "")
        for widget in (form.script_label, form.script, form.language_label, form.language_key, form.language):
            widget.setVisible(live)
        if seen is not None:
            form.language.choose(seen.language.value)
        self.tick()

    def _caller(self, seen: CallSeen | None) -> str:
        if seen is None:
            return self._say("call.no_call")
        return title_case(seen.case.name) if seen.case else self._say("call.new_call")

    def tick(self) -> None:
        """Another second."""
        known = self._clock.known
        self._form.clock.setText(self._say("frame.clock", clock=self._clock.words()) if known else "")


def title_case(name: str) -> str:
    """A name as filed, in capitals, as people write it: "MARISOL QUINTERO" is "Marisol Quintero"."""
    return name.title() if name.isupper() else name
