"""The referral: what to say, where and when the caller can go, and what they will bring."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from ....domain.errors import Refused
from ....requests.appointments import (
    Booked,
    BookSlot,
    DocumentKinds,
    FindOffices,
    FindSlots,
    Held,
    HoldSlot,
    Offices,
    OfficeSeen,
    PairSeen,
    SeeDocumentKinds,
    Slots,
    WeighDocuments,
)
from ....requests.intake import CallSeen
from ...desk_clock import time_words
from ...page import Context
from ...ui.call_booking import Ui_CallBooking
from ...widgets.clocks import minutes
from ...widgets.notices import ReadAloud
from .offices import OfficeList
from .phrases import aloud, day_words, lines_of, moment_at, zone_words
from .step import OTHER, Act, Step
from .times import TimesGrid, bare_time
from .worksheet import Worksheet

OFFICES = 4


class BookingStep(Step):
    """Books a visit. Office, day and time are the desk's; a chosen time is held for this call."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.ui = ui = Ui_CallBooking()
        ui.setupUi(self)
        self._lines = ReadAloud(self.say, self, size=20)
        self.offices, self.times = OfficeList(self.say, self), TimesGrid(self.say, self)
        self.times.setObjectName("times")
        self.worksheet = Worksheet(self.say, ui, self)
        for slot, widget in (
            (ui.lines_slot, self._lines),
            (ui.offices_slot, self.offices),
            (ui.times_slot, self.times),
        ):
            slot.addWidget(widget)
        self._office: OfficeSeen | None = None
        self._slots: Slots | None = None
        self._held: Held | None = None
        self._held_zone = "America/New_York"
        self._zips_shown(False)
        self._connect()

    def _connect(self) -> None:
        ui = self.ui
        self.offices.chosen.connect(self._on_office)
        self.times.picked.connect(self.hold)
        self.worksheet.weigh.connect(self._weigh)
        ui.zip.entered.connect(self._find)
        ui.book.clicked.connect(self.book)
        ui.book.set_key("")
        self.context.clock.ticked.connect(self._show_held)

    def show_call(self, seen: CallSeen) -> None:
        """What to say, and when it was decided; another call begins anew."""
        fresh = self.seen is None or seen.call_id != self.seen.call_id
        super().show_call(seen)
        thin = "records_thin" in seen.lines
        wanted = ("records_thin", "bring") if thin else ("referral", "bring")
        said = aloud(lines_of(seen, *wanted), seen.language, self.say.language)
        self._lines.show_line(*(words.replace("\n", " ") for words in said))
        when = time_words(seen.verdict_at, seconds=True) if seen.verdict_at else ""
        self.ui.decided.setText(self.say("call.no_reason", time=when) if when else "")
        if fresh:
            self._start_over()

    def _start_over(self) -> None:
        self._office = self._slots = self._held = None
        self.worksheet.clear()
        self.ui.times_title.clear()
        self.times.show_days((), "", ())
        self.context.tasks.send(SeeDocumentKinds()).success(self._on_kinds)
        self._find("")
        self._show_held()

    def begin(self) -> None:
        """The times, once there are any."""
        self.times.setFocus(OTHER)

    def acts(self) -> dict[str, Act]:
        """Book where a time is held and the documents fit; otherwise look further."""
        found: dict[str, Act] = {"call.book": self.book} if self._held and self.worksheet.accepted else {}
        found["call.choose_time"] = self.begin
        found["call.other_zip"] = self.other_zip
        if self._slots is not None and self._slots.later is not None:
            found["call.later_days"] = self.later
        found["call.first_days"] = self.first_days
        return found

    def other_zip(self) -> None:
        """Another ZIP to look from."""
        self._zips_shown(True)
        self.ui.zip.setFocus(OTHER)

    def _zips_shown(self, shown: bool) -> None:
        self.ui.zip.setVisible(shown)
        self.ui.zip.clear()

    def _find(self, zip: str) -> None:
        request = FindOffices(call_id=self.call.call_id, zip=zip)
        self.context.tasks.send(request).success(self._on_offices)

    def _on_offices(self, found: Offices) -> None:
        code = "call.near" if found.known else "call.near_unknown"
        self.ui.near.setText(self.say(code, zip=found.zip))
        self.offices.show_offices(found.offices, OFFICES)
        self._zips_shown(False)
        if found.offices:
            self._on_office(found.offices[0])
        if self.ui.zip.hasFocus():
            self.begin()

    def _on_office(self, office: OfficeSeen) -> None:
        self._office = office
        zone = zone_words(office.zone, self.say)
        self.ui.times_title.setText(self.say("call.times_title", office=office.name, zone=zone))
        self._find_slots(None)

    def _find_slots(self, since: date | None) -> None:
        if self._office is not None:
            request = FindSlots(call_id=self.call.call_id, office_id=self._office.office_id, since=since)
            self.context.tasks.send(request).success(self._on_slots)

    def later(self) -> None:
        """The days after those shown."""
        if self._slots is not None and self._slots.later is not None:
            self._find_slots(self._slots.later)

    def first_days(self) -> None:
        """The first days again."""
        self._find_slots(None)

    def _on_slots(self, slots: Slots) -> None:
        if self._office is None or slots.office_id != self._office.office_id:
            return
        self._slots = slots
        names = [self._head(day.day) for day in slots.days]
        self.times.show_days(slots.days, slots.zone, names)
        self._weigh()
        self.changed.emit()

    def _head(self, day: date) -> str:
        weekday = self.say(f"call.weekday_{day.weekday()}").upper()
        return f"{weekday}\n{day_words(day, self.say, weekday=False)}"

    def hold(self, starts: datetime) -> None:
        """Keeps a time for this call; the one before is let go."""
        if self._office is None:
            return
        request = HoldSlot(call_id=self.call.call_id, office_id=self._office.office_id, starts=starts)
        self.context.tasks.send(request).success(self._on_held).failure(self._on_taken)

    def _on_held(self, held: Held) -> None:
        self._held, self._held_zone = held, self._office.zone if self._office else self._held_zone
        self.times.show_held(held.starts)
        self._show_held()
        self._weigh()
        until = time_words(held.until)
        self.context.messages.info(
            "call.held_message", when=moment_at(held.starts, self._held_zone, self.say), until=until
        )
        self.changed.emit()

    def _on_taken(self, error: Exception) -> bool:
        """Somebody was faster: the grid is read again."""
        if isinstance(error, Refused):
            self._find_slots(None)
        return False

    def _show_held(self) -> None:
        """How long the time is still kept; a hold that ran out is shown as none."""
        ui, held = self.ui, self._held
        left = int((held.until - self.context.clock.now()).total_seconds()) if held else 0
        if held is not None and left <= 0:
            self._held = None
            self.times.show_held(None)
            self.context.messages.warn("call.hold_gone")
            self.changed.emit()
        shown = held is not None and left > 0
        ui.held.setText(self.say("call.held", left=minutes(left)) if shown else "")
        ui.held_icon.setVisible(shown)
        self._show_book()

    def _show_book(self) -> None:
        held, ui = self._held, self.ui
        ready = held is not None and self.worksheet.accepted
        ui.book.setEnabled(ready)
        if held is None:
            ui.book.setText(self.say("call.book_short"))
            return
        day = day_words(self._day(held), self.say, weekday=False)
        ui.book.setText(self.say("call.book_at", day=day, time=bare_time(self._local(held))))

    def _local(self, held: Held) -> datetime:
        return held.starts.astimezone(ZoneInfo(self._held_zone))

    def _day(self, held: Held) -> date:
        return self._local(held).date()

    def _on_kinds(self, kinds: DocumentKinds) -> None:
        self.worksheet.offer(kinds.kinds)

    def _weigh(self) -> None:
        pair, day = self.worksheet.pair(), self._weighed_on()
        if pair is None or day is None:
            self.worksheet.show_nothing()
            self._show_book()
            return
        request = WeighDocuments(call_id=self.call.call_id, on=day, first=pair[0], second=pair[1])
        self.context.tasks.send(request).success(lambda said: self._on_weighed(said, day))

    def _weighed_on(self) -> date | None:
        if self._held is not None:
            return self._day(self._held)
        return self._slots.days[0].day if self._slots and self._slots.days else None

    def _on_weighed(self, said: PairSeen, day: date) -> None:
        self.worksheet.show_pair(said, day_words(day, self.say, weekday=False))
        self._show_book()
        self.changed.emit()

    def book(self) -> None:
        """Books the held time with what the caller will bring."""
        pair = self.worksheet.pair()
        if self._held is None or pair is None:
            self.context.messages.warn("call.book_not_yet")
            return
        request = BookSlot(call_id=self.call.call_id, first=pair[0], second=pair[1])
        self.context.tasks.send(request).success(self._on_booked)

    def _on_booked(self, booked: Booked) -> None:
        self._held = None
        self.moved.emit(booked.call)
