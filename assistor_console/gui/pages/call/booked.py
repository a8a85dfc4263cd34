"""An appointment is booked: when and where, what to bring, and the papers for it."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ....requests.appointments import CancelAppointment, Slip, SlipCalendar
from ....requests.base import Document
from ....requests.intake import CallSeen, EndCall
from ...documents import SaveDocument
from ...page import Context
from ...theme import Tone
from ...ui.call_booked import Ui_CallBooked
from ...widgets.notices import ReadAloud
from .phrases import aloud, lines_of, moment_at, zone_words
from .step import OTHER, Act, Step


class BookedStep(Step):
    """Reads the appointment out. `save` keeps the slip and the calendar file."""

    def __init__(self, context: Context, save: SaveDocument, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._save = save
        self.ui = Ui_CallBooked()
        self.ui.setupUi(self)
        self._lines = ReadAloud(self.say, self, size=20)
        self.ui.lines_slot.addWidget(self._lines)
        self.ui.banner.set_fill(Tone.INFO)
        for name in ("slip", "calendar", "cancel", "end"):
            code = {"cancel": "call.cancel_appointment", "end": "call.finish"}.get(name, f"call.{name}")
            getattr(self.ui, name).clicked.connect(lambda _=False, code=code: self.acts()[code]())

    def show_call(self, seen: CallSeen) -> None:
        """When and where, in the office's own zone."""
        super().show_call(seen)
        said = aloud(lines_of(seen), seen.language, self.say.language)
        self._lines.show_line(*said)
        booked = seen.appointment
        if booked is None:
            return
        self.ui.when.setText(moment_at(booked.starts, booked.zone, self.say))
        where = {"office": booked.office, "zone": zone_words(booked.zone, self.say)}
        self.ui.where.setText(self.say("call.booked_where", minutes=booked.minutes, **where))

    def begin(self) -> None:
        """The slip comes first: it carries the code."""
        self.ui.slip.setFocus(OTHER)

    def acts(self) -> dict[str, Act]:
        """Papers, cancelling, the end."""
        call_id = self.call.call_id
        return {
            "call.slip": lambda: self._ask(Slip(call_id=call_id)),
            "call.calendar": lambda: self._ask(SlipCalendar(call_id=call_id)),
            "call.finish": lambda: self.send(EndCall(call_id=call_id)),
            "call.cancel_appointment": lambda: self.send(CancelAppointment(call_id=call_id)),
        }

    def done(self) -> list[str]:
        """The booking."""
        return ["call.done_booked"]

    def _ask(self, request: Slip | SlipCalendar) -> None:
        """Draws at the desk and saves, both away from the window."""
        tasks = self.context.tasks
        tasks.run(partial(self._drawn, request)).success(self._on_saved)

    def _drawn(self, request: Slip | SlipCalendar) -> str:
        document: Document = self.context.tasks.desk.send(request)
        return str(self._save(document))

    def _on_saved(self, path: str) -> None:
        self.context.messages.info("call.document_saved", path=path)
