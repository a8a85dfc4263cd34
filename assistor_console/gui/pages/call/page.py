"""The call page: shows what the call needs next, each reply anew."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QWidget

from ....domain.errors import Refusal
from ....domain.terms import CallState, Due, Language, Topic
from ....requests.base import Link
from ....requests.intake import CallSeen, DropCall, EndCall, MyCall, NoCall, SeeCall, SetLanguage
from ....requests.interview import NoteSignal
from ...documents import SaveDocument, into_downloads
from ...page import Context, Page
from ...style import worn
from ...theme import Tone
from ...ui.call import Ui_Call
from ...widgets.notices import Banner
from ...widgets.offers import OffersPanel
from .acts import AWAY, ENTERED, FOOT, KEYS
from .barred import BARRED, barred_title, barred_words
from .header import CallHeader
from .offered import offers_at_foot, offers_away, offers_closed, offers_now, offers_refused
from .side import SidePane
from .step import Act, Step
from .steps import Steps

NARROW = 1366
ROOM, ROOM_LOW = 24, 12


class CallPage(Page):
    """One call from greeting to goodbye. `save` keeps slips and calendar files (downloads by default)."""

    title_code: ClassVar[str] = "call.title"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.RECORDS})

    def __init__(
        self, context: Context, parent: QWidget | None = None, *, save: SaveDocument = into_downloads
    ) -> None:
        super().__init__(context, parent)
        self.ui = Ui_Call()
        self.ui.setupUi(self)
        self.seen: CallSeen | None = None
        self._folded: bool | None = None
        self._was_away = self._showing = False
        self._actions = {code: self._key_act(code) for code in KEYS}
        self._steps = Steps(context, save, self)
        self.step: Step | None = None
        self._head = CallHeader(context, self.ui, self.speak)
        self.side = SidePane(context, self.ui, self)
        self.offers = OffersPanel(self.say, self)
        self.ui.offers_slot.addWidget(self.offers)
        self.offers.asked.connect(lambda code: self._actions[code].trigger())
        self._note = Banner(self, tone=Tone.INFO)
        self._told = {
            "interpreter": Banner(self, tone=Tone.INFO, icon="translate"),
            "danger": Banner(self, tone=Tone.BAD, icon="lifebuoy"),
        }
        self.barred = Banner(self, tone=Tone.WARN, icon="lock-simple")
        self.unbooked = Banner(self, tone=Tone.WARN, icon="calendar-x")
        for banner in (self.barred, self.unbooked, self._note, *self._told.values()):
            self.ui.banner_slot.addWidget(banner)
            banner.hide()
        self._steps.moved.connect(self.show_call)
        self._steps.changed.connect(self._on_changed)
        self._steps.start.shifted.connect(self.side.show_shift)
        context.clock.ticked.connect(self._on_ticked)
        context.tasks.link_changed.connect(self._on_link)
        context.tasks.refused.connect(self._on_refused)

    def _key_act(self, code: str) -> QAction:
        action = self.act(code, KEYS[code], lambda: self._do(code))
        if KEYS[code] in ENTERED:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        return action

    def acts(self) -> list[QAction]:
        """What can be done now."""
        return [action for action in super().acts() if action.isVisible()]

    def _do(self, code: str) -> None:
        if act := self._allowed().get(code):
            act()

    @property
    def live(self) -> bool:
        """Whether a call is open or dropped."""
        return self.seen is not None and self.seen.state is not CallState.ENDED

    def _allowed(self) -> dict[str, Act]:
        """Every act that can be done now, the step's own first."""
        found = dict(self.step.acts()) if self.step and (self.seen or self.step is self._steps.start) else {}
        if self.seen is not None and self.live:
            found |= self._of_call(self.seen)
        return found | {"call.fold_offers": self.fold}

    def _of_call(self, seen: CallSeen) -> dict[str, Act]:
        other = Language.EN if seen.language is Language.ES else Language.ES
        code = "call.to_english" if other is Language.EN else "call.to_spanish"
        acts: dict[str, Act] = {code: lambda: self.speak(other)}
        if seen.state is CallState.OPEN:
            acts["call.interpreter"] = lambda: self._tell("interpreter")
            if seen.numbers and self.step in self._steps.asking:
                acts["call.another_voice"] = lambda: self._note_voice(seen)
            acts["call.drop"] = lambda: self._steps.start.send(DropCall(call_id=seen.call_id))
        acts["call.end_now"] = lambda: self._end_now(seen)
        return acts | {"call.danger": lambda: self._tell("danger")}

    def _end_now(self, seen: CallSeen) -> None:
        """Ends the call; asks once where an appointment is due."""
        if seen.due is Due.BOOK and self.unbooked.isHidden():
            self.unbooked.show_words(self.say("call.unbooked_title"), self.say("call.unbooked_text"))
            self.unbooked.show()
            self.ui.area.verticalScrollBar().setValue(0)
            return
        self._steps.start.send(EndCall(call_id=seen.call_id))

    def enter(self) -> None:
        """Goes on with the call this person has open, as after a crash; otherwise waits for the next one."""
        if self.live:
            self._begin()
            return
        self._steps.start.look()
        self.context.tasks.send(MyCall()).success(self._on_my_call)
        self._show_step()

    def touched(self) -> None:
        """Reads the call again, as after another sign-in, and how the day stands."""
        self._steps.start.look()
        if self.seen is not None:
            self._steps.start.send(SeeCall(call_id=self.seen.call_id))

    def aged(self) -> None:
        """The end of the day comes nearer; a practice clock may have been moved."""
        if self.step is self._steps.start:
            self._steps.start.look()

    def _on_link(self, link: Link) -> None:
        """Away, only answers can be given; back, everything can, and what was sent meanwhile is shown."""
        if link.here and not link.kept and self._was_away:
            self.touched()
        self._was_away = not link.here or bool(link.kept)
        self._show_offers(list(self._allowed()))
        question = self._steps.question
        if question is self.step and self.seen is not None:
            question.show_link()

    def leave(self) -> None:
        """Another page is shown: nothing secret stays on this one."""
        if self.step is not None:
            self.step.leave()

    def holding(self) -> str:
        """Nobody signs out of an open call."""
        return "call.holding" if self.live else ""

    def _on_my_call(self, mine: NoCall) -> None:
        if mine.call is None:
            return
        self.show_call(mine.call)
        self._note.show_words(self.say("call.resumed_title"), self.say("call.resumed_text"))
        self._note.show()

    def show_call(self, seen: CallSeen) -> None:
        """The call as a reply tells it: everything on the page follows from it."""
        ended = seen.state is CallState.ENDED
        self._note.hide()
        self.barred.hide()
        self.unbooked.hide()
        self.seen = None if ended else seen
        if ended:
            self._end_told()
            self._steps.forget()
            self.messages.info("call.ended")
        else:
            self._steps.question.seen = seen
        self._show_step()

    def _on_refused(self, refusal: Refusal) -> None:
        """A record that stays closed: what to do stands over the work, unless the step itself says it."""
        if refusal.rule in BARRED and self.live and self.step is not self._steps.stuck:
            self.barred.show_words(barred_title(refusal.rule, self.say), barred_words(refusal, self.say))
            self.barred.show()
            self.ui.area.verticalScrollBar().setValue(0)

    def _on_changed(self) -> None:
        """A step has changed by itself: another may be due, and other acts."""
        if self._showing:
            return
        wanted = self._steps.due(self.seen)
        if wanted is not self.step:
            self._show_step()
        else:
            self._show_around()

    def _show_step(self) -> None:
        wanted = self._steps.due(self.seen)
        before, switched = self.step, wanted is not self.step
        if switched:
            self._switch(before, wanted)
        if self.seen is not None:
            self._showing = True  # what the step changes meanwhile is shown once, below
            wanted.show_call(self.seen)
            self._showing = False
            if self._steps.due(self.seen) is not wanted:
                self._show_step()
                return
        self._show_around()
        if switched:
            self._begin()

    def _switch(self, before: Step | None, wanted: Step) -> None:
        """Only the step that is shown takes room."""
        if before is not None:
            before.leave()
            before.hide()
        if self.ui.step_slot.indexOf(wanted) < 0:
            self.ui.step_slot.addWidget(wanted)
        self.step = wanted
        top = ROOM if wanted is self._steps.question else ROOM_LOW
        self.ui.middle_layout.setContentsMargins(24, top, 24, ROOM_LOW)
        wanted.show()
        self.ui.area.verticalScrollBar().setValue(0)

    def _begin(self) -> None:
        if self.step is not None and self.isVisible() and (self.seen or self.step is self._steps.start):
            self.step.begin()

    def _show_around(self) -> None:
        """Head, side, keys and offers."""
        self._head.show_call(self.seen)
        self.side.show_call(self.seen)
        allowed = self._allowed()
        for code, action in self._actions.items():
            _allow(action, code, code in allowed)
        self._show_offers(list(allowed))
        self._on_ticked()

    def _show_offers(self, codes: list[str]) -> None:
        here = self.context.tasks.here
        now = offers_now([code for code in codes if here or code in AWAY], self.say)
        not_yet = offers_refused(self.seen, self.say) if self.seen else []
        if self.step is not None:
            not_yet = offers_closed(self.step.refused(), self.say) + not_yet
        if not here:
            not_yet = offers_away([code for code in codes if code not in AWAY], self.say) + not_yet
        done = [self.say(code) for code in self.step.done()] if self.step and self.seen else []
        foot = [code for code in codes if code in FOOT]
        always = offers_at_foot(foot, self.say)
        self.offers.show_offers(now, not_yet, done=done, always=always)
        if self.offers.folded:
            self.offers.fold(True)

    def speak(self, language: Language) -> None:
        """The caller goes on in a language; the place is kept."""
        if self.seen is not None and self.live and language is not self.seen.language:
            self._steps.start.send(SetLanguage(call_id=self.seen.call_id, language=language))

    def fold(self) -> None:
        """Folds the offers away, or opens them again."""
        self._folded = not self.offers.folded
        self.offers.fold(self._folded)

    def _tell(self, what: str) -> None:
        """Shows what to do, without a dialog; the same key takes it away."""
        banner = self._told[what]
        banner.show_words(self.say(f"call.{what}_title"), self.say(f"call.{what}_text"))
        banner.setVisible(not banner.isVisible())
        self.ui.area.verticalScrollBar().setValue(0)

    def _note_voice(self, seen: CallSeen) -> None:
        """Somebody else was heard: noted for review."""
        task = self.context.tasks.send(NoteSignal(call_id=seen.call_id))
        task.success(lambda _done: self.messages.info("call.voice_noted"))

    def _end_told(self) -> None:
        for banner in self._told.values():
            banner.hide()

    def _on_ticked(self) -> None:
        self._head.tick()
        self.side.tick()
        seen, question = self.seen, self._steps.question
        answering = question.answering
        rest = self.side.rest_of(seen)
        answering.watch.hold(rest is not None)
        stands = question.question is not None or self.step is self._steps.papers
        if seen is None or not stands or self.step not in self._steps.asking:
            self.side.hide_question()
            return
        self.side.show_question(seen, answering.watch, rest)
        if rest is None and answering.watch.seconds() >= seen.question_seconds:
            answering.time_up()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows fold the offers to a strip, unless a person wants them."""
        super().resizeEvent(event)
        if self._folded is None:
            self.offers.fold(self.width() < worn().px(NARROW))


def _allow(action: QAction, code: str, allowed: bool) -> None:
    """An act that cannot be done now is not listed and gives its key away."""
    action.setVisible(allowed)
    action.setEnabled(allowed)
    action.setShortcut(QKeySequence(KEYS[code] if allowed else ""))
