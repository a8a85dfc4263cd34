# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'call_notice.ui'
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

class Ui_CallNotice(object):
    def setupUi(self, CallNotice: QWidget) -> None:
        if not CallNotice.objectName():
            CallNotice.setObjectName(u"CallNotice")
        self.CallNotice_layout = QVBoxLayout(CallNotice)
        self.CallNotice_layout.setSpacing(16)
        self.CallNotice_layout.setObjectName(u"CallNotice_layout")
        self.CallNotice_layout.setContentsMargins(0, 0, 0, 0)
        self.panel = QFrame(CallNotice)
        self.panel.setObjectName(u"panel")
        self.panel.setProperty(u"kind", u"panel")
        self.panel_layout = QVBoxLayout(self.panel)
        self.panel_layout.setSpacing(16)
        self.panel_layout.setObjectName(u"panel_layout")
        self.panel_layout.setContentsMargins(32, 24, 32, 24)
        self.head = QHBoxLayout()
        self.head.setSpacing(16)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.icon = Icon(self.panel)
        self.icon.setObjectName(u"icon")
        self.icon.setProperty(u"icon", u"check-circle")
        self.icon.setProperty(u"iconSize", 40)
        self.icon.setProperty(u"tone", u"soft")

        self.head.addWidget(self.icon)

        self.words = QVBoxLayout()
        self.words.setSpacing(4)
        self.words.setObjectName(u"words")
        self.words.setContentsMargins(0, 0, 0, 0)
        self.title = Label(self.panel)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)
        self.title.setProperty(u"textSize", 24)
        self.title.setProperty(u"strong", True)

        self.words.addWidget(self.title)

        self.text = Label(self.panel)
        self.text.setObjectName(u"text")
        self.text.setWordWrap(True)
        self.text.setProperty(u"textSize", 15)
        self.text.setProperty(u"tone", u"soft")

        self.words.addWidget(self.text)


        self.head.addLayout(self.words)

        self.head.setStretch(1, 1)

        self.panel_layout.addLayout(self.head)

        self.lines_slot = QVBoxLayout()
        self.lines_slot.setSpacing(0)
        self.lines_slot.setObjectName(u"lines_slot")
        self.lines_slot.setContentsMargins(0, 0, 0, 0)

        self.panel_layout.addLayout(self.lines_slot)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.foot.setContentsMargins(0, 8, 0, 0)
        self.go = Button(self.panel)
        self.go.setObjectName(u"go")
        self.go.setProperty(u"kind", u"primary")
        self.go.setProperty(u"key", u"Return")
        self.go.setProperty(u"drawnHeight", 48)
        self.go.setProperty(u"textSize", 17)

        self.foot.addWidget(self.go)

        self.other = Button(self.panel)
        self.other.setObjectName(u"other")

        self.foot.addWidget(self.other)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.spacer_1)


        self.panel_layout.addLayout(self.foot)


        self.CallNotice_layout.addWidget(self.panel)

        self.recorded_panel = QFrame(CallNotice)
        self.recorded_panel.setObjectName(u"recorded_panel")
        self.recorded_panel.setProperty(u"kind", u"panel")
        self.recorded_panel_layout = QVBoxLayout(self.recorded_panel)
        self.recorded_panel_layout.setSpacing(8)
        self.recorded_panel_layout.setObjectName(u"recorded_panel_layout")
        self.recorded_panel_layout.setContentsMargins(24, 14, 24, 8)
        self.recorded_head = QHBoxLayout()
        self.recorded_head.setSpacing(0)
        self.recorded_head.setObjectName(u"recorded_head")
        self.recorded_head.setContentsMargins(0, 0, 0, 0)
        self.recorded_title = Label(self.recorded_panel)
        self.recorded_title.setObjectName(u"recorded_title")
        self.recorded_title.setProperty(u"textSize", 15)
        self.recorded_title.setProperty(u"strong", True)

        self.recorded_head.addWidget(self.recorded_title)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.recorded_head.addItem(self.spacer_2)

        self.recorded_note = Label(self.recorded_panel)
        self.recorded_note.setObjectName(u"recorded_note")
        self.recorded_note.setProperty(u"textSize", 13)
        self.recorded_note.setProperty(u"tone", u"soft")

        self.recorded_head.addWidget(self.recorded_note)


        self.recorded_panel_layout.addLayout(self.recorded_head)

        self.recorded_slot = QVBoxLayout()
        self.recorded_slot.setSpacing(0)
        self.recorded_slot.setObjectName(u"recorded_slot")
        self.recorded_slot.setContentsMargins(0, 0, 0, 0)

        self.recorded_panel_layout.addLayout(self.recorded_slot)


        self.CallNotice_layout.addWidget(self.recorded_panel)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.CallNotice_layout.addItem(self.spacer_3)


        self.retranslateUi(CallNotice)
    # setupUi

    def retranslateUi(self, CallNotice: QWidget) -> None:
        self.go.setText(QCoreApplication.translate("CallNotice", u"call.try_again_short", None))
        self.other.setText(QCoreApplication.translate("CallNotice", u"call.back_short", None))
        self.recorded_title.setText(QCoreApplication.translate("CallNotice", u"call.recorded_title", None))
        self.recorded_note.setText(QCoreApplication.translate("CallNotice", u"call.recorded_note", None))
        pass
    # retranslateUi

