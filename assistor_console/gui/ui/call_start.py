# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'call_start.ui'
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
from assistor_console.gui.widgets.inputs import Segmented
from assistor_console.gui.widgets.label import Label

class Ui_CallStart(object):
    def setupUi(self, CallStart: QWidget) -> None:
        if not CallStart.objectName():
            CallStart.setObjectName(u"CallStart")
        self.CallStart_layout = QVBoxLayout(CallStart)
        self.CallStart_layout.setSpacing(16)
        self.CallStart_layout.setObjectName(u"CallStart_layout")
        self.CallStart_layout.setContentsMargins(0, 0, 0, 0)
        self.panel = QFrame(CallStart)
        self.panel.setObjectName(u"panel")
        self.panel.setProperty(u"kind", u"panel")
        self.panel_layout = QVBoxLayout(self.panel)
        self.panel_layout.setSpacing(12)
        self.panel_layout.setObjectName(u"panel_layout")
        self.panel_layout.setContentsMargins(32, 24, 32, 24)
        self.title = Label(self.panel)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"textSize", 24)
        self.title.setProperty(u"strong", True)

        self.panel_layout.addWidget(self.title)

        self.note = Label(self.panel)
        self.note.setObjectName(u"note")
        self.note.setWordWrap(True)
        self.note.setProperty(u"textSize", 15)
        self.note.setProperty(u"tone", u"soft")

        self.panel_layout.addWidget(self.note)

        self.shift_slot = QVBoxLayout()
        self.shift_slot.setSpacing(0)
        self.shift_slot.setObjectName(u"shift_slot")
        self.shift_slot.setContentsMargins(0, 0, 0, 0)

        self.panel_layout.addLayout(self.shift_slot)

        self.language_label = Label(self.panel)
        self.language_label.setObjectName(u"language_label")
        self.language_label.setProperty(u"textSize", 15)
        self.language_label.setProperty(u"strong", True)

        self.panel_layout.addWidget(self.language_label)

        self.language_row = QHBoxLayout()
        self.language_row.setSpacing(0)
        self.language_row.setObjectName(u"language_row")
        self.language_row.setContentsMargins(0, 0, 0, 0)
        self.language = Segmented(self.panel)
        self.language.setObjectName(u"language")

        self.language_row.addWidget(self.language)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.language_row.addItem(self.spacer_1)


        self.panel_layout.addLayout(self.language_row)

        self.reason_label = Label(self.panel)
        self.reason_label.setObjectName(u"reason_label")
        self.reason_label.setProperty(u"textSize", 15)
        self.reason_label.setProperty(u"strong", True)

        self.panel_layout.addWidget(self.reason_label)

        self.reason_slot = QVBoxLayout()
        self.reason_slot.setSpacing(0)
        self.reason_slot.setObjectName(u"reason_slot")
        self.reason_slot.setContentsMargins(0, 0, 0, 0)

        self.panel_layout.addLayout(self.reason_slot)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(0)
        self.foot.setObjectName(u"foot")
        self.foot.setContentsMargins(0, 8, 0, 0)
        self.start = Button(self.panel)
        self.start.setObjectName(u"start")
        self.start.setProperty(u"kind", u"primary")
        self.start.setProperty(u"key", u"Return")
        self.start.setProperty(u"drawnHeight", 48)
        self.start.setProperty(u"textSize", 17)

        self.foot.addWidget(self.start)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.spacer_2)


        self.panel_layout.addLayout(self.foot)


        self.CallStart_layout.addWidget(self.panel)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.CallStart_layout.addItem(self.spacer_3)


        self.retranslateUi(CallStart)
    # setupUi

    def retranslateUi(self, CallStart: QWidget) -> None:
        self.title.setText(QCoreApplication.translate("CallStart", u"call.start_title", None))
        self.note.setText(QCoreApplication.translate("CallStart", u"call.start_note", None))
        self.language_label.setText(QCoreApplication.translate("CallStart", u"call.language", None))
#if QT_CONFIG(accessibility)
        self.language.setAccessibleName(QCoreApplication.translate("CallStart", u"call.language", None))
#endif // QT_CONFIG(accessibility)
        self.reason_label.setText(QCoreApplication.translate("CallStart", u"call.reason", None))
        self.start.setText(QCoreApplication.translate("CallStart", u"call.start", None))
        pass
    # retranslateUi

