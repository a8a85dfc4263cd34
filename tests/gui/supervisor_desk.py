"""A fake desk as a supervisor meets it: staff and resets, queues with one case, alerts, masked values."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assistor_console.domain.errors import refused
from assistor_console.domain.terms import AlertKind, Language, Role, State
from assistor_console.gui.frame import ConsoleWindow
from assistor_console.gui.messages import Messages
from assistor_console.gui.pages.sign_in import SignInPage
from assistor_console.gui.roles import pages
from assistor_console.gui.tasks import Tasks
from assistor_console.requests.access import (
    AlertPage,
    AlertSeen,
    CloseAlert,
    FlagRecord,
    ReleaseRecord,
    Reveal,
    Revealed,
    SeeAlerts,
    UnflagRecord,
)
from assistor_console.requests.appointments import DocumentKinds, SeeDocumentKinds
from assistor_console.requests.base import Done, Refusable
from assistor_console.requests.review import (
    CasePage,
    CaseRow,
    CaseSeen,
    Queue,
    Queues,
    QueueSeen,
    SeeCase,
    SeeQueue,
    SeeQueues,
    TimelineEvent,
)
from assistor_console.requests.shift import SeeShift, ShiftSeen
from assistor_console.requests.staff import (
    AddStaff,
    ApproveReset,
    AskReset,
    DeclineReset,
    DismissStaff,
    LinkHousehold,
    OfficeName,
    OfficeNames,
    ResetSeen,
    SeeOffices,
    SeeStaff,
    StaffAdded,
    StaffList,
    StaffSeen,
    StaffWaiting,
)
from tests.gui.fake_desk import NOW, PEOPLE, FakeDesk

ME = PEOPLE[2]
FIRST_PASSWORD = "cedar lima harbor violin kilo 47"
TIN, NAME, ADDRESS = "900-00-3306", "ABENA OSEI", "118 ALDER ST, FRESNO CA 93721"


def staff_member(number: int, name: str, role: Role, **more: Any) -> StaffSeen:
    """Somebody in the list."""
    seen = {"signed_in": True, "office": None} | more
    return StaffSeen(id=UUID(int=number), name=name, staff_id=f"100020{number:04d}", role=role, **seen)


def a_reset(number: int, by: str, mine: bool = False) -> ResetSeen:
    """A reset that somebody asked for half an hour ago."""
    return ResetSeen(
        reset_id=UUID(int=number),
        asked_by=by,
        asked_at=NOW - timedelta(minutes=30),
        reason="Telephone was stolen",
        mine=mine,
    )


def newcomer(number: int, name: str, mine: bool) -> StaffSeen:
    """Somebody added half an hour ago, whom a second supervisor has still to approve."""
    reset = a_reset(73 + number, "Karina Alvarado" if mine else "Lena Moreno", mine)
    more = {"signed_in": False, "enrolled": False, "waits": True}
    reset = reset.model_copy(update={"reason": "added"})
    return staff_member(number, name, Role.ASSISTOR, reset=reset, **more)


def an_alert(number: int, kind: AlertKind, who: str, **more: Any) -> AlertSeen:
    """Something reported `number` * 7 minutes ago."""
    at = NOW - timedelta(minutes=7 * number)
    seen = {"times": 1, "case_id": None, "case_number": "", "open": True, "at": at, "last_at": at} | more
    return AlertSeen(alert_id=UUID(int=900 + number), kind=kind, who=who, **seen)


ALERTS = (
    an_alert(
        1,
        AlertKind.FLAGGED_RECORD,
        "Dana Whitfield",
        case_id=UUID(int=501),
        case_number="EP-17-002218",
        may_release=True,
    ),
    an_alert(2, AlertKind.OWN_RECORD, "Miguel Duarte", times=2, at=NOW - timedelta(hours=1)),
    an_alert(3, AlertKind.THROTTLED, "Saki Ito", times=4, values={"most": 40, "minutes": 60}),
    an_alert(4, AlertKind.CLUSTER, "Saki Ito", values={"records": 5, "minutes": 1440}),
    an_alert(5, AlertKind.CLUSTER, "", case_number="EP-17-002467", values={"people": 4, "minutes": 1440}),
    an_alert(6, AlertKind.LOCKED_OUT, "Rosa Castillo", times=3),
    an_alert(7, AlertKind.TRAIL, ""),
    an_alert(8, AlertKind.HOUSEHOLD, "Lena Moreno", values={"whose": "Tomasz Becker"}),
)
CLOSED = an_alert(
    9,
    AlertKind.OWN_RECORD,
    "Tomasz Becker",
    open=False,
    closed_by="Lena Moreno",
    closed_at=NOW - timedelta(minutes=20),
    note="Spoke with him: his aunt phoned the line.",
)


class SupervisorDesk(FakeDesk):
    """What a supervisor asks for and does."""

    def __init__(self) -> None:
        super().__init__()
        self.person = UUID(int=3)
        self.people = [
            staff_member(1, "Dana Whitfield", Role.ASSISTOR),
            staff_member(2, "Miguel Duarte", Role.ASSISTOR, locked_until=NOW + timedelta(minutes=12)),
            staff_member(3, "Karina Alvarado", Role.SUPERVISOR),
            staff_member(4, "Tomasz Becker", Role.SUPERVISOR, reset=a_reset(71, "Lena Moreno")),
            staff_member(5, "Priya Raman", Role.TAC, office="fresno-ca", signed_in=False, enrolled=False),
            staff_member(6, "Rosa Castillo", Role.ASSISTOR, reset=a_reset(72, "Karina Alvarado", mine=True)),
            newcomer(7, "Lucia Ferrer", mine=False),
            staff_member(8, "Owen Marsh", Role.ASSISTOR, signed_in=False, left="Took another job"),
        ]
        self.alerts = [*ALERTS, CLOSED]
        self.flagged, self.may_unflag, self.seconds = False, True, 30
        self.answers |= {
            SeeStaff: lambda _: StaffList(people=tuple(self.people)),
            SeeOffices: lambda _: OfficeNames(
                offices=(OfficeName(office_id="fresno-ca", name="Fresno", state="CA"),)
            ),
            AddStaff: self.add,
            ApproveReset: lambda _: self.first_password(),
            SeeAlerts: self.see_alerts,
            SeeQueues: lambda _: Queues(
                now=NOW, queues=tuple(QueueSeen(queue=queue, count=2) for queue in Queue)
            ),
            SeeQueue: lambda _: CasePage(now=NOW, rows=(row(501), row(502)), total=2, after=None),
            SeeCase: self.see_case,
            SeeDocumentKinds: lambda _: DocumentKinds(kinds=()),
            SeeShift: lambda _: ShiftSeen(
                now=NOW, open=True, closes_at=NOW + timedelta(hours=3, minutes=30), usual_minutes=20
            ),
            Reveal: lambda _: Revealed(tin=TIN, name=NAME, address=ADDRESS, seconds=self.seconds),
            FlagRecord: lambda _: self.flag(True),
            UnflagRecord: lambda _: self.flag(False),
        }
        for act in (AskReset, DeclineReset, DismissStaff, LinkHousehold, ReleaseRecord, CloseAlert):
            self.answers[act] = lambda _: Done()

    def refuse(self, kind: type[Any], rule: str, clears_at: datetime | None = None, **values: Any) -> None:
        """From now on one kind of request is refused."""

        def no(_: object) -> None:
            raise refused(rule, clears_at, **values)

        self.answers[kind] = no

    def add(self, asked: AddStaff) -> StaffWaiting:
        """Somebody who waits for another supervisor."""
        self.people.append(newcomer(9, asked.name, mine=True))
        return StaffWaiting(id=UUID(int=9), until=NOW + timedelta(hours=24))

    def first_password(self) -> StaffAdded:
        """Three days of a first password."""
        return StaffAdded(id=UUID(int=80), password=FIRST_PASSWORD, password_until=NOW + timedelta(hours=72))

    def see_alerts(self, asked: SeeAlerts) -> AlertPage:
        """A page of alerts, the open ones first."""
        shown = [one for one in self.alerts if one.open or not asked.open_only]
        at = next((n + 1 for n, one in enumerate(shown) if one.alert_id == asked.after), 0)
        page = shown[at : at + asked.limit]
        after = page[-1].alert_id if at + asked.limit < len(shown) else None
        waiting = sum(one.open for one in self.alerts)
        return AlertPage(now=NOW, open=waiting, alerts=tuple(page), after=after)

    def see_case(self, asked: SeeCase) -> CaseSeen:
        """An interrupted case."""
        events = (
            TimelineEvent(at=NOW - timedelta(hours=20), event="call_ended", who="Dana Whitfield"),
            TimelineEvent(at=NOW - timedelta(hours=21), event="start_interview", who="Dana Whitfield"),
            TimelineEvent(at=NOW - timedelta(hours=21), event="opened"),
        )
        acts = {
            "hold_case": None,
            "release_case": "case.state",
            "close_case": "case.state",
            "reveal": None,
            "flag_record": "record.flagged" if self.flagged else None,
            "unflag_record": self.unflag_rule(),
        }
        offers = tuple(Refusable(act=act, rule=rule) for act, rule in acts.items())
        return CaseSeen(
            now=NOW,
            row=row(asked.case_id.int),
            version=1,
            timeline=events,
            flagged=self.flagged,
            offers=offers,
        )

    def unflag_rule(self) -> str | None:
        """Not by who flagged it."""
        if not self.flagged:
            return "record.not_flagged"
        return None if self.may_unflag else "authority.flagger"

    def flag(self, flagged: bool) -> Done:
        """The record is sensitive now, or no more."""
        self.flagged = flagged
        return Done()


def row(number: int) -> CaseRow:
    """A case as the queue shows it."""
    return CaseRow(
        case_id=UUID(int=number),
        number="EP-17-002218" if number == 501 else "EP-17-002467",
        name_masked="Ose****, Abena",
        tin_last_four="3306",
        state=State.INTERRUPTED,
        opened_at=NOW - timedelta(hours=21),
        since=NOW - timedelta(hours=20),
        language=Language.EN,
        owner="Dana Whitfield",
        last_event="call_ended",
        last_at=NOW - timedelta(hours=20),
    )


def window_on(qtbot: QtBot, desk: FakeDesk, language: Language = Language.EN) -> ConsoleWindow:
    """The console of the supervisor, signed in at a fake desk."""
    messages = Messages(language)
    tasks = Tasks(messages, desk)
    window = ConsoleWindow(tasks, messages, pages, language=language)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.clock.known and not tasks.busy)
    page = window.page
    assert isinstance(page, SignInPage)
    page.ui.agree.click()
    for edit, typed in (
        (page.ui.staff_id, ME.staff_id),
        (page.ui.password, ME.password),
        (page.ui.code, ME.code),
    ):
        edit.setFocus()
        QTest.keyClicks(edit, typed)
    with qtbot.waitSignal(window.signed_in):
        QTest.keyClick(page.ui.code, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not tasks.busy)
    return window
