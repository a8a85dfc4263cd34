# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'tac.ui'
##
## Created by: Qt User Interface Compiler version 6.12.0
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QGridLayout, QHBoxLayout,
    QScrollArea, QSizePolicy, QSpacerItem, QStackedWidget,
    QVBoxLayout, QWidget)

from assistor_console.gui.widgets.button import Button
from assistor_console.gui.widgets.editors import LineEdit
from assistor_console.gui.widgets.inputs import ComboBox
from assistor_console.gui.widgets.label import Label
from assistor_console.gui.widgets.marks import (Chip, Icon)
from assistor_console.gui.widgets.scaled import ScaledFrame
from assistor_console.gui.widgets.search import SearchEdit

class Ui_Tac(object):
    def setupUi(self, Tac: QWidget) -> None:
        if not Tac.objectName():
            Tac.setObjectName(u"Tac")
        self.Tac_layout = QHBoxLayout(Tac)
        self.Tac_layout.setSpacing(0)
        self.Tac_layout.setObjectName(u"Tac_layout")
        self.Tac_layout.setContentsMargins(0, 0, 0, 0)
        self.day_pane = ScaledFrame(Tac)
        self.day_pane.setObjectName(u"day_pane")
        self.day_pane.setProperty(u"kind", u"pane")
        self.day_pane.setProperty(u"drawnWidth", 432)
        self.day_pane_layout = QVBoxLayout(self.day_pane)
        self.day_pane_layout.setSpacing(0)
        self.day_pane_layout.setObjectName(u"day_pane_layout")
        self.day_pane_layout.setContentsMargins(0, 0, 0, 0)
        self.day_head = QVBoxLayout()
        self.day_head.setSpacing(12)
        self.day_head.setObjectName(u"day_head")
        self.day_head.setContentsMargins(20, 18, 20, 8)
        self.heading = QHBoxLayout()
        self.heading.setSpacing(10)
        self.heading.setObjectName(u"heading")
        self.heading.setContentsMargins(0, 0, 0, 0)
        self.title = Label(self.day_pane)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"textSize", 20)
        self.title.setProperty(u"strong", True)

        self.heading.addWidget(self.title)

        self.day = Label(self.day_pane)
        self.day.setObjectName(u"day")
        self.day.setProperty(u"textSize", 15)
        self.day.setProperty(u"tone", u"soft")

        self.heading.addWidget(self.day)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.heading.addItem(self.spacer_1)


        self.day_head.addLayout(self.heading)

        self.search = SearchEdit(self.day_pane)
        self.search.setObjectName(u"search")

        self.day_head.addWidget(self.search)


        self.day_pane_layout.addLayout(self.day_head)

        self.list_space = QVBoxLayout()
        self.list_space.setSpacing(0)
        self.list_space.setObjectName(u"list_space")
        self.list_space.setContentsMargins(0, 0, 0, 0)

        self.day_pane_layout.addLayout(self.list_space)

        self.day_foot = ScaledFrame(self.day_pane)
        self.day_foot.setObjectName(u"day_foot")
        self.day_foot.setProperty(u"kind", u"footer")
        self.day_foot.setProperty(u"drawnHeight", 40)
        self.day_foot_layout = QHBoxLayout(self.day_foot)
        self.day_foot_layout.setSpacing(0)
        self.day_foot_layout.setObjectName(u"day_foot_layout")
        self.day_foot_layout.setContentsMargins(20, 0, 20, 0)
        self.counts = Label(self.day_foot)
        self.counts.setObjectName(u"counts")
        self.counts.setProperty(u"textSize", 13)
        self.counts.setProperty(u"tone", u"soft")

        self.day_foot_layout.addWidget(self.counts)


        self.day_pane_layout.addWidget(self.day_foot)

        self.day_pane_layout.setStretch(1, 1)

        self.Tac_layout.addWidget(self.day_pane)

        self.visit_pane = QFrame(Tac)
        self.visit_pane.setObjectName(u"visit_pane")
        self.visit_pane.setProperty(u"kind", u"right")
        self.visit_pane_layout = QVBoxLayout(self.visit_pane)
        self.visit_pane_layout.setSpacing(0)
        self.visit_pane_layout.setObjectName(u"visit_pane_layout")
        self.visit_pane_layout.setContentsMargins(0, 0, 0, 0)
        self.visit_head = ScaledFrame(self.visit_pane)
        self.visit_head.setObjectName(u"visit_head")
        self.visit_head.setProperty(u"kind", u"header")
        self.visit_head.setProperty(u"drawnHeight", 84)
        self.visit_head_layout = QHBoxLayout(self.visit_head)
        self.visit_head_layout.setSpacing(16)
        self.visit_head_layout.setObjectName(u"visit_head_layout")
        self.visit_head_layout.setContentsMargins(32, 0, 32, 0)
        self.visitor_lines = QVBoxLayout()
        self.visitor_lines.setSpacing(0)
        self.visitor_lines.setObjectName(u"visitor_lines")
        self.visitor_lines.setContentsMargins(0, 0, 0, 0)
        self.spacer_5 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.visitor_lines.addItem(self.spacer_5)

        self.visitor = Label(self.visit_head)
        self.visitor.setObjectName(u"visitor")
        self.visitor.setProperty(u"textSize", 24)
        self.visitor.setProperty(u"strong", True)

        self.visitor_lines.addWidget(self.visitor)

        self.facts = Label(self.visit_head)
        self.facts.setObjectName(u"facts")
        self.facts.setProperty(u"textSize", 15)
        self.facts.setProperty(u"tone", u"soft")

        self.visitor_lines.addWidget(self.facts)

        self.spacer_6 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.visitor_lines.addItem(self.spacer_6)


        self.visit_head_layout.addLayout(self.visitor_lines)

        self.spacer_7 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.visit_head_layout.addItem(self.spacer_7)

        self.chip = Chip(self.visit_head)
        self.chip.setObjectName(u"chip")

        self.visit_head_layout.addWidget(self.chip)

        self.no_show = Button(self.visit_head)
        self.no_show.setObjectName(u"no_show")
        self.no_show.setProperty(u"kind", u"secondary")
        self.no_show.setProperty(u"key", u"Ctrl+M")
        self.no_show.setProperty(u"drawnHeight", 36)

        self.visit_head_layout.addWidget(self.no_show)


        self.visit_pane_layout.addWidget(self.visit_head)

        self.visit_stack = QStackedWidget(self.visit_pane)
        self.visit_stack.setObjectName(u"visit_stack")
        self.nothing = QWidget()
        self.nothing.setObjectName(u"nothing")
        self.nothing_layout = QVBoxLayout(self.nothing)
        self.nothing_layout.setSpacing(0)
        self.nothing_layout.setObjectName(u"nothing_layout")
        self.nothing_layout.setContentsMargins(32, 32, 32, 32)
        self.visit_stack.addWidget(self.nothing)
        self.visit = QWidget()
        self.visit.setObjectName(u"visit")
        self.visit_layout = QVBoxLayout(self.visit)
        self.visit_layout.setSpacing(0)
        self.visit_layout.setObjectName(u"visit_layout")
        self.visit_layout.setContentsMargins(0, 0, 0, 0)
        self.visit_scroll = QScrollArea(self.visit)
        self.visit_scroll.setObjectName(u"visit_scroll")
        self.visit_scroll.setWidgetResizable(True)
        self.visit_scroll.setFrameShape(QFrame.NoFrame)
        self.visit_scroll.setFocusPolicy(Qt.NoFocus)
        self.visit_scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarAlwaysOff)
        self.visit_body = QWidget()
        self.visit_body.setObjectName(u"visit_body")
        self.visit_body.setProperty(u"kind", u"scrolled")
        self.visit_body_layout = QVBoxLayout(self.visit_body)
        self.visit_body_layout.setSpacing(16)
        self.visit_body_layout.setObjectName(u"visit_body_layout")
        self.visit_body_layout.setContentsMargins(24, 20, 24, 20)
        self.cards = QHBoxLayout()
        self.cards.setSpacing(16)
        self.cards.setObjectName(u"cards")
        self.cards.setContentsMargins(0, 0, 0, 0)

        self.visit_body_layout.addLayout(self.cards)

        self.checks = QFrame(self.visit_body)
        self.checks.setObjectName(u"checks")
        self.checks.setProperty(u"kind", u"panel")
        self.checks_layout = QVBoxLayout(self.checks)
        self.checks_layout.setSpacing(8)
        self.checks_layout.setObjectName(u"checks_layout")
        self.checks_layout.setContentsMargins(24, 14, 24, 14)
        self.checks_head = QHBoxLayout()
        self.checks_head.setSpacing(0)
        self.checks_head.setObjectName(u"checks_head")
        self.checks_head.setContentsMargins(0, 0, 0, 0)
        self.checks_title = Label(self.checks)
        self.checks_title.setObjectName(u"checks_title")
        self.checks_title.setProperty(u"textSize", 17)
        self.checks_title.setProperty(u"strong", True)

        self.checks_head.addWidget(self.checks_title)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.checks_head.addItem(self.spacer_2)

        self.checks_done = Label(self.checks)
        self.checks_done.setObjectName(u"checks_done")
        self.checks_done.setProperty(u"textSize", 13)
        self.checks_done.setProperty(u"tone", u"soft")

        self.checks_head.addWidget(self.checks_done)


        self.checks_layout.addLayout(self.checks_head)

        self.checks_space = QGridLayout()
        self.checks_space.setSpacing(0)
        self.checks_space.setObjectName(u"checks_space")
        self.checks_space.setContentsMargins(0, 0, 0, 0)

        self.checks_layout.addLayout(self.checks_space)


        self.visit_body_layout.addWidget(self.checks)

        self.visit_body_layout.setStretch(0, 1)
        self.visit_scroll.setWidget(self.visit_body)

        self.visit_layout.addWidget(self.visit_scroll)

        self.decision = ScaledFrame(self.visit)
        self.decision.setObjectName(u"decision")
        self.decision.setProperty(u"kind", u"footer")
        self.decision.setProperty(u"drawnHeight", 76)
        self.decision_layout = QVBoxLayout(self.decision)
        self.decision_layout.setSpacing(0)
        self.decision_layout.setObjectName(u"decision_layout")
        self.decision_layout.setContentsMargins(0, 0, 0, 0)
        self.decision_stack = QStackedWidget(self.decision)
        self.decision_stack.setObjectName(u"decision_stack")
        self.decide = QWidget()
        self.decide.setObjectName(u"decide")
        self.decide_layout = QHBoxLayout(self.decide)
        self.decide_layout.setSpacing(8)
        self.decide_layout.setObjectName(u"decide_layout")
        self.decide_layout.setContentsMargins(32, 0, 24, 0)
        self.verified = Button(self.decide)
        self.verified.setObjectName(u"verified")
        self.verified.setProperty(u"kind", u"primary")
        self.verified.setProperty(u"iconName", u"identification-card")
        self.verified.setProperty(u"key", u"Ctrl+Return")
        self.verified.setProperty(u"drawnHeight", 44)

        self.decide_layout.addWidget(self.verified)

        self.incomplete = Button(self.decide)
        self.incomplete.setObjectName(u"incomplete")
        self.incomplete.setProperty(u"kind", u"secondary")
        self.incomplete.setProperty(u"key", u"Ctrl+I")
        self.incomplete.setProperty(u"drawnHeight", 44)

        self.decide_layout.addWidget(self.incomplete)

        self.refuse = Button(self.decide)
        self.refuse.setObjectName(u"refuse")
        self.refuse.setProperty(u"kind", u"danger")
        self.refuse.setProperty(u"key", u"Ctrl+R")
        self.refuse.setProperty(u"drawnHeight", 44)

        self.decide_layout.addWidget(self.refuse)

        self.spacer_3 = QSpacerItem(4, 0, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)

        self.decide_layout.addItem(self.spacer_3)

        self.lock = Icon(self.decide)
        self.lock.setObjectName(u"lock")
        self.lock.setProperty(u"icon", u"lock-simple")
        self.lock.setProperty(u"iconSize", 18)
        self.lock.setProperty(u"tone", u"soft")

        self.decide_layout.addWidget(self.lock)

        self.why_not = Label(self.decide)
        self.why_not.setObjectName(u"why_not")
        self.why_not.setWordWrap(True)
        self.why_not.setProperty(u"textSize", 13)
        self.why_not.setProperty(u"tone", u"soft")

        self.decide_layout.addWidget(self.why_not)

        self.decide_layout.setStretch(5, 1)
        self.decision_stack.addWidget(self.decide)
        self.give_reason = QWidget()
        self.give_reason.setObjectName(u"give_reason")
        self.give_reason_layout = QHBoxLayout(self.give_reason)
        self.give_reason_layout.setSpacing(12)
        self.give_reason_layout.setObjectName(u"give_reason_layout")
        self.give_reason_layout.setContentsMargins(32, 0, 24, 0)
        self.reason_label = Label(self.give_reason)
        self.reason_label.setObjectName(u"reason_label")
        self.reason_label.setProperty(u"textSize", 15)
        self.reason_label.setProperty(u"strong", True)

        self.give_reason_layout.addWidget(self.reason_label)

        self.reason = ComboBox(self.give_reason)
        self.reason.setObjectName(u"reason")

        self.give_reason_layout.addWidget(self.reason)

        self.record_refusal = Button(self.give_reason)
        self.record_refusal.setObjectName(u"record_refusal")
        self.record_refusal.setProperty(u"kind", u"danger")
        self.record_refusal.setProperty(u"key", u"Ctrl+Return")
        self.record_refusal.setProperty(u"drawnHeight", 44)

        self.give_reason_layout.addWidget(self.record_refusal)

        self.back = Button(self.give_reason)
        self.back.setObjectName(u"back")
        self.back.setProperty(u"kind", u"quiet")
        self.back.setProperty(u"key", u"Esc")
        self.back.setProperty(u"drawnHeight", 44)

        self.give_reason_layout.addWidget(self.back)

        self.spacer_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.give_reason_layout.addItem(self.spacer_4)

        self.decision_stack.addWidget(self.give_reason)

        self.decision_layout.addWidget(self.decision_stack)


        self.visit_layout.addWidget(self.decision)

        self.visit_layout.setStretch(0, 1)
        self.visit_stack.addWidget(self.visit)

        self.visit_pane_layout.addWidget(self.visit_stack)

        self.visit_pane_layout.setStretch(1, 1)

        self.Tac_layout.addWidget(self.visit_pane)

        self.Tac_layout.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.reason_label.setBuddy(self.reason)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(Tac)
    # setupUi

    def retranslateUi(self, Tac: QWidget) -> None:
        self.title.setText(QCoreApplication.translate("Tac", u"tac.title", None))
#if QT_CONFIG(accessibility)
        self.search.setAccessibleName(QCoreApplication.translate("Tac", u"tac.search", None))
#endif // QT_CONFIG(accessibility)
        self.search.setPlaceholderText(QCoreApplication.translate("Tac", u"tac.search", None))
        self.no_show.setText(QCoreApplication.translate("Tac", u"tac.no_show", None))
        self.checks_title.setText(QCoreApplication.translate("Tac", u"tac.checks", None))
        self.verified.setText(QCoreApplication.translate("Tac", u"tac.verified", None))
        self.incomplete.setText(QCoreApplication.translate("Tac", u"tac.incomplete", None))
        self.refuse.setText(QCoreApplication.translate("Tac", u"tac.not_verified", None))
        self.reason_label.setText(QCoreApplication.translate("Tac", u"tac.reason", None))
#if QT_CONFIG(accessibility)
        self.reason.setAccessibleName(QCoreApplication.translate("Tac", u"tac.reason", None))
#endif // QT_CONFIG(accessibility)
        self.record_refusal.setText(QCoreApplication.translate("Tac", u"tac.record_not_verified", None))
        self.back.setText(QCoreApplication.translate("Tac", u"tac.back", None))
        pass
    # retranslateUi

