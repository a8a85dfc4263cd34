# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'ready.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QScrollArea,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from assistor_console.gui.widgets.button import Button
from assistor_console.gui.widgets.label import Label
from assistor_console.gui.widgets.marks import (Chip, Icon)
from assistor_console.gui.widgets.scaled import ScaledFrame

class Ui_Ready(object):
    def setupUi(self, Ready: QWidget) -> None:
        if not Ready.objectName():
            Ready.setObjectName(u"Ready")
        self.Ready_layout = QVBoxLayout(Ready)
        self.Ready_layout.setSpacing(0)
        self.Ready_layout.setObjectName(u"Ready_layout")
        self.Ready_layout.setContentsMargins(0, 0, 0, 0)
        self.header = ScaledFrame(Ready)
        self.header.setObjectName(u"header")
        self.header.setProperty(u"kind", u"header")
        self.header.setProperty(u"drawnHeight", 72)
        self.header_layout = QHBoxLayout(self.header)
        self.header_layout.setSpacing(10)
        self.header_layout.setObjectName(u"header_layout")
        self.header_layout.setContentsMargins(32, 0, 32, 0)
        self.mark = Icon(self.header)
        self.mark.setObjectName(u"mark")
        self.mark.setProperty(u"icon", u"shield-check-fill")
        self.mark.setProperty(u"iconSize", 26)
        self.mark.setProperty(u"tone", u"accent")

        self.header_layout.addWidget(self.mark)

        self.spacer_2 = QSpacerItem(4, 0, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)

        self.header_layout.addItem(self.spacer_2)

        self.product = Label(self.header)
        self.product.setObjectName(u"product")
        self.product.setProperty(u"textSize", 20)
        self.product.setProperty(u"strong", True)

        self.header_layout.addWidget(self.product)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.header_layout.addItem(self.spacer_3)

        self.practice = Chip(self.header)
        self.practice.setObjectName(u"practice")

        self.header_layout.addWidget(self.practice)

        self.spacer_4 = QSpacerItem(12, 0, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)

        self.header_layout.addItem(self.spacer_4)

        self.display = Button(self.header)
        self.display.setObjectName(u"display")
        self.display.setProperty(u"kind", u"plain")
        self.display.setProperty(u"key", u"F8")

        self.header_layout.addWidget(self.display)

        self.spacer_5 = QSpacerItem(12, 0, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)

        self.header_layout.addItem(self.spacer_5)

        self.sign_out = Button(self.header)
        self.sign_out.setObjectName(u"sign_out")
        self.sign_out.setProperty(u"key", u"Ctrl+Q")

        self.header_layout.addWidget(self.sign_out)


        self.Ready_layout.addWidget(self.header)

        self.body = QScrollArea(Ready)
        self.body.setObjectName(u"body")
        self.body.setWidgetResizable(True)
        self.body.setFrameShape(QFrame.NoFrame)
        self.body.setFocusPolicy(Qt.NoFocus)
        self.body.setHorizontalScrollBarPolicy(Qt.ScrollBarAlwaysOff)
        self.content = QWidget()
        self.content.setObjectName(u"content")
        self.content.setProperty(u"kind", u"scrolled")
        self.content_layout = QVBoxLayout(self.content)
        self.content_layout.setSpacing(0)
        self.content_layout.setObjectName(u"content_layout")
        self.content_layout.setContentsMargins(24, 20, 24, 20)
        self.spacer_6 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.content_layout.addItem(self.spacer_6)

        self.cards = QHBoxLayout()
        self.cards.setSpacing(24)
        self.cards.setObjectName(u"cards")
        self.cards.setContentsMargins(0, 0, 0, 0)
        self.spacer_7 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.cards.addItem(self.spacer_7)

        self.aside = QFrame(self.content)
        self.aside.setObjectName(u"aside")
        self.aside.setMinimumSize(QSize(280, 0))
        self.aside.setMaximumSize(QSize(344, 16777215))
        self.aside.setProperty(u"kind", u"panel")
        self.aside_layout = QVBoxLayout(self.aside)
        self.aside_layout.setSpacing(16)
        self.aside_layout.setObjectName(u"aside_layout")
        self.aside_layout.setContentsMargins(24, 32, 24, 24)
        self.title = Label(self.aside)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)
        self.title.setProperty(u"textSize", 24)
        self.title.setProperty(u"strong", True)

        self.aside_layout.addWidget(self.title)

        self.lead = Label(self.aside)
        self.lead.setObjectName(u"lead")
        self.lead.setWordWrap(True)
        self.lead.setProperty(u"textSize", 15)
        self.lead.setProperty(u"tone", u"soft")

        self.aside_layout.addWidget(self.lead)

        self.steps = QVBoxLayout()
        self.steps.setSpacing(0)
        self.steps.setObjectName(u"steps")
        self.steps.setContentsMargins(0, 0, 0, 0)

        self.aside_layout.addLayout(self.steps)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.aside_layout.addItem(self.spacer_1)

        self.aside_rule = QFrame(self.aside)
        self.aside_rule.setObjectName(u"aside_rule")
        self.aside_rule.setProperty(u"kind", u"rule")

        self.aside_layout.addWidget(self.aside_rule)

        self.leave_row = QHBoxLayout()
        self.leave_row.setSpacing(12)
        self.leave_row.setObjectName(u"leave_row")
        self.leave_row.setContentsMargins(0, 0, 0, 0)
        self.leave_icon = Icon(self.aside)
        self.leave_icon.setObjectName(u"leave_icon")
        self.leave_icon.setProperty(u"icon", u"info")
        self.leave_icon.setProperty(u"iconSize", 18)
        self.leave_icon.setProperty(u"tone", u"soft")

        self.leave_row.addWidget(self.leave_icon)

        self.leave = Label(self.aside)
        self.leave.setObjectName(u"leave")
        self.leave.setWordWrap(True)
        self.leave.setProperty(u"textSize", 13)
        self.leave.setProperty(u"tone", u"soft")

        self.leave_row.addWidget(self.leave)

        self.leave_row.setStretch(1, 1)

        self.aside_layout.addLayout(self.leave_row)


        self.cards.addWidget(self.aside)

        self.step = QFrame(self.content)
        self.step.setObjectName(u"step")
        self.step.setMinimumSize(QSize(400, 0))
        self.step.setMaximumSize(QSize(720, 16777215))
        self.step.setProperty(u"kind", u"panel")
        self.step_slot = QVBoxLayout(self.step)
        self.step_slot.setSpacing(16)
        self.step_slot.setObjectName(u"step_slot")
        self.step_slot.setContentsMargins(40, 32, 40, 32)

        self.cards.addWidget(self.step)

        self.spacer_8 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.cards.addItem(self.spacer_8)

        self.cards.setStretch(0, 1)
        self.cards.setStretch(1, 10)
        self.cards.setStretch(2, 22)
        self.cards.setStretch(3, 1)

        self.content_layout.addLayout(self.cards)

        self.spacer_9 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.content_layout.addItem(self.spacer_9)

        self.content_layout.setStretch(0, 1)
        self.content_layout.setStretch(2, 1)
        self.body.setWidget(self.content)

        self.Ready_layout.addWidget(self.body)

        self.Ready_layout.setStretch(1, 1)
        QWidget.setTabOrder(self.display, self.sign_out)

        self.retranslateUi(Ready)
    # setupUi

    def retranslateUi(self, Ready: QWidget) -> None:
        self.product.setText(QCoreApplication.translate("Ready", u"frame.product", None))
        self.display.setText(QCoreApplication.translate("Ready", u"frame.display", None))
        self.sign_out.setText(QCoreApplication.translate("Ready", u"frame.sign_out", None))
        self.title.setText(QCoreApplication.translate("Ready", u"ready.title", None))
        self.leave.setText(QCoreApplication.translate("Ready", u"ready.leave", None))
        pass
    # retranslateUi

