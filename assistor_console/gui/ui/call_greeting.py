# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'call_greeting.ui'
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

class Ui_CallGreeting(object):
    def setupUi(self, CallGreeting: QWidget) -> None:
        if not CallGreeting.objectName():
            CallGreeting.setObjectName(u"CallGreeting")
        self.CallGreeting_layout = QVBoxLayout(CallGreeting)
        self.CallGreeting_layout.setSpacing(16)
        self.CallGreeting_layout.setObjectName(u"CallGreeting_layout")
        self.CallGreeting_layout.setContentsMargins(0, 0, 0, 0)
        self.panel = QFrame(CallGreeting)
        self.panel.setObjectName(u"panel")
        self.panel.setProperty(u"kind", u"panel")
        self.panel_layout = QVBoxLayout(self.panel)
        self.panel_layout.setSpacing(12)
        self.panel_layout.setObjectName(u"panel_layout")
        self.panel_layout.setContentsMargins(32, 24, 32, 24)
        self.head = QHBoxLayout()
        self.head.setSpacing(0)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.title = Label(self.panel)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"textSize", 15)
        self.title.setProperty(u"strong", True)
        self.title.setProperty(u"tone", u"soft")

        self.head.addWidget(self.title)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.spacer_1)

        self.note = Label(self.panel)
        self.note.setObjectName(u"note")
        self.note.setProperty(u"textSize", 13)
        self.note.setProperty(u"strong", True)
        self.note.setProperty(u"tone", u"soft")

        self.head.addWidget(self.note)


        self.panel_layout.addLayout(self.head)

        self.lines_slot = QVBoxLayout()
        self.lines_slot.setSpacing(0)
        self.lines_slot.setObjectName(u"lines_slot")
        self.lines_slot.setContentsMargins(0, 0, 0, 0)

        self.panel_layout.addLayout(self.lines_slot)

        self.line = QFrame(self.panel)
        self.line.setObjectName(u"line")
        self.line.setMinimumSize(QSize(0, 1))
        self.line.setMaximumSize(QSize(16777215, 1))
        self.line.setProperty(u"kind", u"rule")

        self.panel_layout.addWidget(self.line)

        self.questions_slot = QVBoxLayout()
        self.questions_slot.setSpacing(12)
        self.questions_slot.setObjectName(u"questions_slot")
        self.questions_slot.setContentsMargins(0, 0, 0, 0)

        self.panel_layout.addLayout(self.questions_slot)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(12)
        self.foot.setObjectName(u"foot")
        self.foot.setContentsMargins(0, 8, 0, 0)
        self.record = Button(self.panel)
        self.record.setObjectName(u"record")
        self.record.setProperty(u"kind", u"primary")
        self.record.setProperty(u"key", u"Return")
        self.record.setProperty(u"drawnHeight", 48)
        self.record.setProperty(u"textSize", 17)

        self.foot.addWidget(self.record)

        self.reason_icon = Icon(self.panel)
        self.reason_icon.setObjectName(u"reason_icon")
        self.reason_icon.setProperty(u"icon", u"lock-simple")
        self.reason_icon.setProperty(u"iconSize", 16)
        self.reason_icon.setProperty(u"tone", u"soft")

        self.foot.addWidget(self.reason_icon)

        self.reason = Label(self.panel)
        self.reason.setObjectName(u"reason")
        self.reason.setWordWrap(True)
        self.reason.setProperty(u"textSize", 13)
        self.reason.setProperty(u"tone", u"soft")

        self.foot.addWidget(self.reason)

        self.foot.setStretch(2, 1)

        self.panel_layout.addLayout(self.foot)


        self.CallGreeting_layout.addWidget(self.panel)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.CallGreeting_layout.addItem(self.spacer_2)


        self.retranslateUi(CallGreeting)
    # setupUi

    def retranslateUi(self, CallGreeting: QWidget) -> None:
        self.title.setText(QCoreApplication.translate("CallGreeting", u"call.greeting_title", None))
        self.note.setText(QCoreApplication.translate("CallGreeting", u"call.greeting_note", None))
        self.record.setText(QCoreApplication.translate("CallGreeting", u"call.record_greeting", None))
        self.reason.setText(QCoreApplication.translate("CallGreeting", u"call.all_four", None))
        pass
    # retranslateUi

