"""Steps that are one sentence and one key: everything recorded, the call dropped, the desk says no."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from ....domain.terms import Due
from ....requests.intake import CallSeen, EndCall, ResumeCall
from ....requests.interview import CallerReady, FetchPapers
from ...page import Context
from ...ui.call_notice import Ui_CallNotice
from ...widgets.notices import ReadAloud
from .answering import Answering
from .barred import BARRED, OWN, barred_title, barred_words
from .phrases import aloud, lines_of
from .recorded import Recordings
from .step import OTHER, Act, Step


class NoticeStep(Step):
    """A title, a sentence, lines to say, and at most two buttons; subclasses say which."""

    NAME, ICON, TONE, GO, OTHER_ACT = "", "check-circle", "soft", "", ""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.ui = ui = Ui_CallNotice()
        ui.setupUi(self)
        self._aloud = ReadAloud(self.say, self, size=20)
        ui.lines_slot.addWidget(self._aloud)
        self._recordings = Recordings(self.say, ui.recorded_panel, ui.recorded_slot, ui.panel)
        ui.icon.show_icon(self.ICON, self.TONE)
        ui.title.setText(self.say(f"call.{self.NAME}_title"))
        ui.text.setText(self.say(f"call.{self.NAME}_text"))
        ui.go.setText(self.say(f"{self.GO}_short"))
        ui.go.clicked.connect(lambda: self.acts()[self.GO]())
        ui.other.setVisible(bool(self.OTHER_ACT))
        if self.OTHER_ACT:
            ui.other.setText(self.say(f"{self.OTHER_ACT}_short"))
            ui.other.clicked.connect(lambda: self.acts()[self.OTHER_ACT]())

    def show_call(self, seen: CallSeen) -> None:
        """The lines of this moment, and what is recorded."""
        super().show_call(seen)
        said = aloud(lines_of(seen), seen.language, self.say.language)
        self._aloud.show_line(*said)
        self._aloud.setVisible(bool(said[0]))
        self._recordings.show_call(seen)
        self.ui.recorded_note.setVisible("call.back" in self.acts())

    def begin(self) -> None:
        """Enter presses the button."""
        self.ui.go.setFocus(OTHER)


class ReadyStep(NoticeStep):
    """Every answer is in: the last chance to go back before the verdict."""

    NAME, GO, OTHER_ACT = "ready", "call.verdict", "call.back"

    def __init__(self, context: Context, answering: Answering, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._answering = answering
        self.ui.other.set_key("Alt+Left")

    def serve(self, answering: Answering) -> None:
        """The answers of another call."""
        self._answering = answering

    def acts(self) -> dict[str, Act]:
        """Verdict, or back."""
        back = self._answering.answers.before(self.call) if self.seen else None
        found: dict[str, Act] = {"call.verdict": self._answering.score}
        return found | {"call.back": self._answering.back} if back else found


class ResumeStep(NoticeStep):
    """The line went dead; the place is kept."""

    NAME, ICON, TONE, GO = "dropped", "phone-slash", "warn", "call.resume"

    def acts(self) -> dict[str, Act]:
        """Goes on where it stopped."""
        return {"call.resume": lambda: self.send(ResumeCall(call_id=self.call.call_id))}


class PapersStep(NoticeStep):
    """Before the first tax item: what is asked next, and the one pause to fetch papers."""

    NAME, ICON, GO, OTHER_ACT = "before_tax", "file-text", "call.ready", "call.fetch_papers"

    def __init__(self, context: Context, answering: Answering, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._answering, self._stood = answering, UUID(int=0)
        self.ui.other.set_key("F8")

    def serve(self, answering: Answering) -> None:
        """The answers of another call."""
        self._answering = answering

    def show_call(self, seen: CallSeen) -> None:
        """The clock runs from when it is shown; a pause has its own words."""
        super().show_call(seen)
        if self._stood != seen.call_id:
            self._stood = seen.call_id
            self._answering.watch.start()
        name = "fetching" if seen.resting_until else self.NAME
        self.ui.title.setText(self.say(f"call.{name}_title"))
        self.ui.text.setText(self.say(f"call.{name}_text"))
        self.ui.other.setVisible(not seen.papers_fetched)

    def acts(self) -> dict[str, Act]:
        """The first item, or once the pause."""
        found: dict[str, Act] = {"call.ready": lambda: self.send(CallerReady(call_id=self.call.call_id))}
        if self.seen is not None and not self.seen.papers_fetched:
            found["call.fetch_papers"] = lambda: self.send(FetchPapers(call_id=self.call.call_id))
        return found


class StuckStep(NoticeStep):
    """The desk would not decide: the sentence says why and what to do."""

    NAME, ICON, TONE, GO, OTHER_ACT = "stuck", "warning-circle", "warn", "call.try_again", "call.finish"

    def __init__(self, context: Context, answering: Answering, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._answering = answering
        self.ui.other.set_key("Ctrl+Return")

    def serve(self, answering: Answering) -> None:
        """The answers of another call."""
        self._answering = answering

    def show_call(self, seen: CallSeen) -> None:
        """Why, in the words of the rule; what keeps a record closed has its own title, and what to do."""
        super().show_call(seen)
        ui, no, barred = self.ui, self._answering.no, self._barred()
        ui.title.setText(barred_title(barred, self.say) if barred else self.say("call.stuck_title"))
        ui.text.setText(barred_words(no, self.say) if no and barred else self._answering.stuck)
        ui.icon.show_icon("lock-simple" if barred else self.ICON, "bad" if barred == OWN else self.TONE)
        ui.go.setVisible(barred != OWN)

    def _barred(self) -> str:
        """The rule that keeps the record closed, or ""."""
        no = self._answering.no
        return no.rule if no is not None and no.rule in BARRED else ""

    def begin(self) -> None:
        """Enter tries again; where no try helps, it ends the call."""
        (self.ui.other if self._barred() == OWN else self.ui.go).setFocus(OTHER)

    def acts(self) -> dict[str, Act]:
        """Once more, or the end of the call."""
        found: dict[str, Act] = {} if self._barred() == OWN else {"call.try_again": self._again}
        return found | {"call.finish": lambda: self.send(EndCall(call_id=self.call.call_id))}

    def _again(self) -> None:
        if self.call.due is Due.SCORE:
            self._answering.score()
        else:
            self._answering.decide()
