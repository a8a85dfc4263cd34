# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'call_booking.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from assistor_console.gui.widgets.button import Button
from assistor_console.gui.widgets.editors import LineEdit
from assistor_console.gui.widgets.label import Label
from assistor_console.gui.widgets.marks import Icon
from assistor_console.gui.widgets.notices import Tinted

class Ui_CallBooking(object):
    def setupUi(self, CallBooking: QWidget) -> None:
        if not CallBooking.objectName():
            CallBooking.setObjectName(u"CallBooking")
        self.CallBooking_layout = QVBoxLayout(CallBooking)
        self.CallBooking_layout.setSpacing(10)
        self.CallBooking_layout.setObjectName(u"CallBooking_layout")
        self.CallBooking_layout.setContentsMargins(0, 0, 0, 0)
        self.referral = QFrame(CallBooking)
        self.referral.setObjectName(u"referral")
        self.referral.setProperty(u"kind", u"panel")
        self.referral_layout = QVBoxLayout(self.referral)
        self.referral_layout.setSpacing(4)
        self.referral_layout.setObjectName(u"referral_layout")
        self.referral_layout.setContentsMargins(24, 12, 24, 12)
        self.head = QHBoxLayout()
        self.head.setSpacing(10)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.pin = Icon(self.referral)
        self.pin.setObjectName(u"pin")
        self.pin.setProperty(u"icon", u"map-pin")
        self.pin.setProperty(u"iconSize", 24)
        self.pin.setProperty(u"tone", u"accent")

        self.head.addWidget(self.pin)

        self.title = Label(self.referral)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"textSize", 20)
        self.title.setProperty(u"strong", True)

        self.head.addWidget(self.title)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.spacer_1)

        self.decided = Label(self.referral)
        self.decided.setObjectName(u"decided")
        self.decided.setProperty(u"textSize", 13)
        self.decided.setProperty(u"tone", u"soft")

        self.head.addWidget(self.decided)


        self.referral_layout.addLayout(self.head)

        self.lines_slot = QVBoxLayout()
        self.lines_slot.setSpacing(0)
        self.lines_slot.setObjectName(u"lines_slot")
        self.lines_slot.setContentsMargins(0, 0, 0, 0)

        self.referral_layout.addLayout(self.lines_slot)


        self.CallBooking_layout.addWidget(self.referral)

        self.when = QFrame(CallBooking)
        self.when.setObjectName(u"when")
        self.when.setProperty(u"kind", u"panel")
        self.when_layout = QHBoxLayout(self.when)
        self.when_layout.setSpacing(24)
        self.when_layout.setObjectName(u"when_layout")
        self.when_layout.setContentsMargins(24, 12, 24, 10)
        self.near_column = QVBoxLayout()
        self.near_column.setSpacing(6)
        self.near_column.setObjectName(u"near_column")
        self.near_column.setContentsMargins(0, 0, 0, 0)
        self.near = Label(self.when)
        self.near.setObjectName(u"near")
        self.near.setProperty(u"textSize", 15)
        self.near.setProperty(u"strong", True)

        self.near_column.addWidget(self.near)

        self.zip = LineEdit(self.when)
        self.zip.setObjectName(u"zip")
        self.zip.setProperty(u"drawn", u"small")

        self.near_column.addWidget(self.zip)

        self.offices_slot = QVBoxLayout()
        self.offices_slot.setSpacing(0)
        self.offices_slot.setObjectName(u"offices_slot")
        self.offices_slot.setContentsMargins(0, 0, 0, 0)

        self.near_column.addLayout(self.offices_slot)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.near_column.addItem(self.spacer_2)


        self.when_layout.addLayout(self.near_column)

        self.times_column = QVBoxLayout()
        self.times_column.setSpacing(6)
        self.times_column.setObjectName(u"times_column")
        self.times_column.setContentsMargins(0, 0, 0, 0)
        self.times_head = QHBoxLayout()
        self.times_head.setSpacing(6)
        self.times_head.setObjectName(u"times_head")
        self.times_head.setContentsMargins(0, 0, 0, 0)
        self.times_title = Label(self.when)
        self.times_title.setObjectName(u"times_title")
        self.times_title.setProperty(u"textSize", 15)
        self.times_title.setProperty(u"strong", True)

        self.times_head.addWidget(self.times_title)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.times_head.addItem(self.spacer_3)

        self.held_icon = Icon(self.when)
        self.held_icon.setObjectName(u"held_icon")
        self.held_icon.setProperty(u"icon", u"timer")
        self.held_icon.setProperty(u"iconSize", 16)
        self.held_icon.setProperty(u"tone", u"soft")

        self.times_head.addWidget(self.held_icon)

        self.held = Label(self.when)
        self.held.setObjectName(u"held")
        self.held.setProperty(u"textSize", 13)
        self.held.setProperty(u"strong", True)
        self.held.setProperty(u"tone", u"soft")

        self.times_head.addWidget(self.held)


        self.times_column.addLayout(self.times_head)

        self.times_slot = QVBoxLayout()
        self.times_slot.setSpacing(0)
        self.times_slot.setObjectName(u"times_slot")
        self.times_slot.setContentsMargins(0, 0, 0, 0)

        self.times_column.addLayout(self.times_slot)

        self.times_note = Label(self.when)
        self.times_note.setObjectName(u"times_note")
        self.times_note.setProperty(u"textSize", 13)
        self.times_note.setProperty(u"tone", u"soft")

        self.times_column.addWidget(self.times_note)


        self.when_layout.addLayout(self.times_column)

        self.when_layout.setStretch(0, 4)
        self.when_layout.setStretch(1, 7)

        self.CallBooking_layout.addWidget(self.when)

        self.bring = QFrame(CallBooking)
        self.bring.setObjectName(u"bring")
        self.bring.setProperty(u"kind", u"panel")
        self.bring_layout = QVBoxLayout(self.bring)
        self.bring_layout.setSpacing(6)
        self.bring_layout.setObjectName(u"bring_layout")
        self.bring_layout.setContentsMargins(24, 8, 24, 12)
        self.bring_head = QHBoxLayout()
        self.bring_head.setSpacing(0)
        self.bring_head.setObjectName(u"bring_head")
        self.bring_head.setContentsMargins(0, 0, 0, 0)
        self.bring_title = Label(self.bring)
        self.bring_title.setObjectName(u"bring_title")
        self.bring_title.setProperty(u"textSize", 17)
        self.bring_title.setProperty(u"strong", True)

        self.bring_head.addWidget(self.bring_title)

        self.spacer_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bring_head.addItem(self.spacer_4)

        self.bring_note = Label(self.bring)
        self.bring_note.setObjectName(u"bring_note")
        self.bring_note.setProperty(u"textSize", 13)
        self.bring_note.setProperty(u"tone", u"soft")

        self.bring_head.addWidget(self.bring_note)


        self.bring_layout.addLayout(self.bring_head)

        self.papers = QHBoxLayout()
        self.papers.setSpacing(16)
        self.papers.setObjectName(u"papers")
        self.papers.setContentsMargins(0, 0, 0, 0)
        self.first_slot = QVBoxLayout()
        self.first_slot.setSpacing(0)
        self.first_slot.setObjectName(u"first_slot")
        self.first_slot.setContentsMargins(0, 0, 0, 0)

        self.papers.addLayout(self.first_slot)

        self.second_slot = QVBoxLayout()
        self.second_slot.setSpacing(0)
        self.second_slot.setObjectName(u"second_slot")
        self.second_slot.setContentsMargins(0, 0, 0, 0)

        self.papers.addLayout(self.second_slot)

        self.weighed = Tinted(self.bring)
        self.weighed.setObjectName(u"weighed")
        self.weighed_layout = QVBoxLayout(self.weighed)
        self.weighed_layout.setSpacing(8)
        self.weighed_layout.setObjectName(u"weighed_layout")
        self.weighed_layout.setContentsMargins(14, 12, 14, 12)
        self.weighed_head = QHBoxLayout()
        self.weighed_head.setSpacing(8)
        self.weighed_head.setObjectName(u"weighed_head")
        self.weighed_head.setContentsMargins(0, 0, 0, 0)
        self.weighed_icon = Icon(self.weighed)
        self.weighed_icon.setObjectName(u"weighed_icon")
        self.weighed_icon.setProperty(u"icon", u"info")
        self.weighed_icon.setProperty(u"iconSize", 20)
        self.weighed_icon.setProperty(u"tone", u"soft")

        self.weighed_head.addWidget(self.weighed_icon)

        self.weighed_title = Label(self.weighed)
        self.weighed_title.setObjectName(u"weighed_title")
        self.weighed_title.setWordWrap(True)
        self.weighed_title.setProperty(u"textSize", 15)
        self.weighed_title.setProperty(u"strong", True)

        self.weighed_head.addWidget(self.weighed_title)

        self.weighed_head.setStretch(1, 1)

        self.weighed_layout.addLayout(self.weighed_head)

        self.weighed_text = Label(self.weighed)
        self.weighed_text.setObjectName(u"weighed_text")
        self.weighed_text.setWordWrap(True)
        self.weighed_text.setProperty(u"textSize", 13)

        self.weighed_layout.addWidget(self.weighed_text)

        self.spacer_5 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.weighed_layout.addItem(self.spacer_5)

        self.book = Button(self.weighed)
        self.book.setObjectName(u"book")
        self.book.setProperty(u"kind", u"primary")

        self.weighed_layout.addWidget(self.book)


        self.papers.addWidget(self.weighed)

        self.papers.setStretch(0, 16)
        self.papers.setStretch(1, 16)
        self.papers.setStretch(2, 11)

        self.bring_layout.addLayout(self.papers)


        self.CallBooking_layout.addWidget(self.bring)

        self.spacer_6 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.CallBooking_layout.addItem(self.spacer_6)


        self.retranslateUi(CallBooking)
    # setupUi

    def retranslateUi(self, CallBooking: QWidget) -> None:
        self.title.setText(QCoreApplication.translate("CallBooking", u"call.referral", None))
#if QT_CONFIG(accessibility)
        self.zip.setAccessibleName(QCoreApplication.translate("CallBooking", u"call.zip", None))
#endif // QT_CONFIG(accessibility)
        self.times_note.setText(QCoreApplication.translate("CallBooking", u"call.times_note", None))
        self.bring_title.setText(QCoreApplication.translate("CallBooking", u"call.bring", None))
        self.bring_note.setText(QCoreApplication.translate("CallBooking", u"call.bring_note", None))
        self.book.setText(QCoreApplication.translate("CallBooking", u"call.book_short", None))
        pass
    # retranslateUi

