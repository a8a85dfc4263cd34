# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'call_booked.ui'
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
from assistor_console.gui.widgets.label import Label
from assistor_console.gui.widgets.marks import Icon
from assistor_console.gui.widgets.notices import Tinted

class Ui_CallBooked(object):
    def setupUi(self, CallBooked: QWidget) -> None:
        if not CallBooked.objectName():
            CallBooked.setObjectName(u"CallBooked")
        self.CallBooked_layout = QVBoxLayout(CallBooked)
        self.CallBooked_layout.setSpacing(16)
        self.CallBooked_layout.setObjectName(u"CallBooked_layout")
        self.CallBooked_layout.setContentsMargins(0, 0, 0, 0)
        self.banner = Tinted(CallBooked)
        self.banner.setObjectName(u"banner")
        self.banner_layout = QHBoxLayout(self.banner)
        self.banner_layout.setSpacing(20)
        self.banner_layout.setObjectName(u"banner_layout")
        self.banner_layout.setContentsMargins(32, 12, 32, 12)
        self.booked_icon = Icon(self.banner)
        self.booked_icon.setObjectName(u"booked_icon")
        self.booked_icon.setProperty(u"icon", u"calendar-check")
        self.booked_icon.setProperty(u"iconSize", 40)
        self.booked_icon.setProperty(u"tone", u"info")

        self.banner_layout.addWidget(self.booked_icon)

        self.booked_words = QVBoxLayout()
        self.booked_words.setSpacing(0)
        self.booked_words.setObjectName(u"booked_words")
        self.booked_words.setContentsMargins(0, 0, 0, 0)
        self.when = Label(self.banner)
        self.when.setObjectName(u"when")
        self.when.setWordWrap(True)
        self.when.setProperty(u"textSize", 24)
        self.when.setProperty(u"strong", True)
        self.when.setProperty(u"tone", u"info")

        self.booked_words.addWidget(self.when)

        self.where = Label(self.banner)
        self.where.setObjectName(u"where")
        self.where.setWordWrap(True)
        self.where.setProperty(u"textSize", 15)

        self.booked_words.addWidget(self.where)


        self.banner_layout.addLayout(self.booked_words)

        self.banner_layout.setStretch(1, 1)

        self.CallBooked_layout.addWidget(self.banner)

        self.aloud = QFrame(CallBooked)
        self.aloud.setObjectName(u"aloud")
        self.aloud.setProperty(u"kind", u"panel")
        self.aloud_layout = QVBoxLayout(self.aloud)
        self.aloud_layout.setSpacing(12)
        self.aloud_layout.setObjectName(u"aloud_layout")
        self.aloud_layout.setContentsMargins(32, 20, 32, 20)
        self.lines_slot = QVBoxLayout()
        self.lines_slot.setSpacing(0)
        self.lines_slot.setObjectName(u"lines_slot")
        self.lines_slot.setContentsMargins(0, 0, 0, 0)

        self.aloud_layout.addLayout(self.lines_slot)


        self.CallBooked_layout.addWidget(self.aloud)

        self.papers = QFrame(CallBooked)
        self.papers.setObjectName(u"papers")
        self.papers.setProperty(u"kind", u"panel")
        self.papers_layout = QVBoxLayout(self.papers)
        self.papers_layout.setSpacing(12)
        self.papers_layout.setObjectName(u"papers_layout")
        self.papers_layout.setContentsMargins(32, 20, 32, 24)
        self.papers_title = Label(self.papers)
        self.papers_title.setObjectName(u"papers_title")
        self.papers_title.setProperty(u"textSize", 17)
        self.papers_title.setProperty(u"strong", True)

        self.papers_layout.addWidget(self.papers_title)

        self.papers_text = Label(self.papers)
        self.papers_text.setObjectName(u"papers_text")
        self.papers_text.setWordWrap(True)
        self.papers_text.setProperty(u"textSize", 15)
        self.papers_text.setProperty(u"tone", u"soft")

        self.papers_layout.addWidget(self.papers_text)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.slip = Button(self.papers)
        self.slip.setObjectName(u"slip")
        self.slip.setProperty(u"key", u"Ctrl+P")
        self.slip.setProperty(u"iconName", u"file-pdf")

        self.foot.addWidget(self.slip)

        self.calendar = Button(self.papers)
        self.calendar.setObjectName(u"calendar")
        self.calendar.setProperty(u"key", u"Ctrl+I")
        self.calendar.setProperty(u"iconName", u"calendar-plus")

        self.foot.addWidget(self.calendar)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.spacer_1)


        self.papers_layout.addLayout(self.foot)

        self.end_row = QHBoxLayout()
        self.end_row.setSpacing(0)
        self.end_row.setObjectName(u"end_row")
        self.end_row.setContentsMargins(0, 8, 0, 0)
        self.end = Button(self.papers)
        self.end.setObjectName(u"end")
        self.end.setProperty(u"kind", u"primary")
        self.end.setProperty(u"key", u"Ctrl+Return")
        self.end.setProperty(u"drawnHeight", 48)
        self.end.setProperty(u"textSize", 17)

        self.end_row.addWidget(self.end)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.end_row.addItem(self.spacer_2)

        self.cancel = Button(self.papers)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setProperty(u"kind", u"danger")
        self.cancel.setProperty(u"key", u"Ctrl+Del")

        self.end_row.addWidget(self.cancel)


        self.papers_layout.addLayout(self.end_row)


        self.CallBooked_layout.addWidget(self.papers)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.CallBooked_layout.addItem(self.spacer_3)


        self.retranslateUi(CallBooked)
    # setupUi

    def retranslateUi(self, CallBooked: QWidget) -> None:
        self.papers_title.setText(QCoreApplication.translate("CallBooked", u"call.papers_title", None))
        self.papers_text.setText(QCoreApplication.translate("CallBooked", u"call.papers_text", None))
        self.slip.setText(QCoreApplication.translate("CallBooked", u"call.slip", None))
        self.calendar.setText(QCoreApplication.translate("CallBooked", u"call.calendar", None))
        self.end.setText(QCoreApplication.translate("CallBooked", u"call.end_short", None))
        self.cancel.setText(QCoreApplication.translate("CallBooked", u"call.cancel_appointment", None))
        pass
    # retranslateUi

