"""One visit at the window: two document cards, four checks, and the desk's view of them while one types."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ...requests.appointments import DocumentKinds, PairSeen, SeeDocumentKinds
from ...requests.visits import Check, ExamineDocuments, Shown, VisitFacts
from ..page import Context
from ..ui.tac import Ui_Tac
from ..widgets.inputs import CheckBox
from .tac_document import DocumentCard, Typed
from .tac_weighing import strips

PAUSE_MS = 250  # a person who types on is not interrupted by verdicts
Documents = tuple[Shown | None, Shown | None]


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed for a visitor whom somebody turned away from."""

    documents: tuple[Typed, Typed]
    ticked: frozenset[str]


class VisitForm(QObject):
    """Holds what is typed about one visitor and asks the desk about it after each pause.

    `weighed()` comes when the verdict or a check has changed; `pair` is the verdict, None while unknown.
    """

    weighed = Signal()

    def __init__(self, context: Context, places: Ui_Tac, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._places = context, places
        self._case: UUID | None = None
        self._drafts: dict[UUID, Draft] = {}
        self._turn = 0
        self.pair: PairSeen | None = None
        say = context.say
        self.cards = tuple(DocumentCard(say, say(f"tac.{which}"), parent) for which in ("first", "second"))
        self.checks = self._make_checks(parent)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._weigh)
        for which, card in zip(("first", "second"), self.cards, strict=True):
            card.setObjectName(f"{which}_document")
            places.cards.addWidget(card, 1)
            card.changed.connect(self._on_changed)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]

    def _make_checks(self, parent: QWidget) -> dict[str, CheckBox]:
        boxes: dict[str, CheckBox] = {}
        order = (Check.CAME_IN_PERSON, Check.NAMES_AGREE, Check.ORIGINALS, Check.SECURITY_FEATURES)
        for place, check in enumerate(order):
            box = CheckBox(parent, text=self._context.say(f"tac.check_{check}"))
            box.setObjectName(f"check_{check}")
            box.toggled.connect(self._on_ticked)
            self._places.checks_space.addWidget(box, place // 2, place % 2)
            boxes[check.value] = box
        self._places.checks_space.setHorizontalSpacing(40)
        self._places.checks_space.setVerticalSpacing(2)
        self._places.checks_space.setColumnStretch(2, 1)
        return boxes

    def ask_kinds(self) -> None:
        """Asks which kinds of document are accepted."""
        self._context.tasks.send(SeeDocumentKinds()).success(self._on_kinds)

    def _on_kinds(self, kinds: DocumentKinds) -> None:
        for card in self.cards:
            card.offer(kinds.kinds)

    def show_visit(self, facts: VisitFacts) -> None:
        """Another visitor: what was typed for them before, or the kinds they said they would bring."""
        self.put_away()
        self._case = facts.visit.case_id
        planned = (Typed(kind) for kind in (*facts.expected[:2], *("", "")))
        first, second = next(planned), next(planned)
        self._put(self._drafts.pop(self._case, Draft((first, second), frozenset())))
        self._places.visit_scroll.verticalScrollBar().setValue(0)
        self._weigh()
        self.cards[0].begin()

    def put_away(self) -> None:
        """Nobody stands at the window any more; what was typed is kept for their coming back."""
        if self._case is not None:
            self._drafts[self._case] = self._draft()
        self._case, self.pair = None, None
        self._pause.stop()

    def forget(self) -> None:
        """The visit is recorded: nothing of it is kept here."""
        case, self._case, self.pair = self._case, None, None
        self._pause.stop()
        if case is not None:
            self._drafts.pop(case, None)
        self._put(Draft((Typed(), Typed()), frozenset()))

    def documents(self) -> Documents:
        """Both documents as the desk reads them."""
        first, second = self.cards
        return first.shown(), second.shown()

    def ticked(self) -> frozenset[Check]:
        """The checks that are done."""
        return frozenset(Check(name) for name, box in self.checks.items() if box.isChecked())

    def _draft(self) -> Draft:
        first, second = self.cards
        return Draft((first.typed(), second.typed()), frozenset(map(str, self.ticked())))

    def _put(self, draft: Draft) -> None:
        for card, typed in zip(self.cards, draft.documents, strict=True):
            card.fill(typed)
        for name, box in self.checks.items():
            box.setChecked(name in draft.ticked)
        self._on_ticked()

    def _on_ticked(self) -> None:
        if not hasattr(self, "checks"):
            return
        done = sum(box.isChecked() for box in self.checks.values())
        self._places.checks_done.setText(
            self._context.say("tac.checks_done", done=done, all=len(self.checks))
        )
        self.weighed.emit()

    def _on_changed(self) -> None:
        """A verdict about what was typed before no longer counts."""
        if self._case is not None:
            self._turn += 1
            self.pair = None
            self._pause.start()
            self.weighed.emit()

    def _on_focus(self, old: QWidget | None, _new: QWidget | None) -> None:
        """A name is judged once somebody has left its field."""
        if self._case is not None and any(card.isAncestorOf(old) for card in self.cards if old is not None):
            self._show_strips()

    def _weigh(self) -> None:
        if self._case is None:
            return
        self._turn += 1
        turn, (first, second) = self._turn, self.documents()
        ask = ExamineDocuments(case_id=self._case, first=first, second=second)
        self._context.tasks.send(ask).success(lambda pair: self._on_weighed(turn, pair))

    def _on_weighed(self, turn: int, pair: PairSeen) -> None:
        if turn != self._turn:
            return
        self.pair = pair
        self._show_strips()
        self.weighed.emit()

    def _show_strips(self) -> None:
        if self.pair is None:
            return
        typing = self.cards[0].typing(), self.cards[1].typing()
        shown = strips(self._context.say, self.pair, self.documents(), typing)
        for card, strip in zip(self.cards, shown, strict=True):
            card.show_strip(strip)
