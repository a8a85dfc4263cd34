# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'call.ui'
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

from assistor_console.gui.widgets.inputs import Segmented
from assistor_console.gui.widgets.label import Label
from assistor_console.gui.widgets.marks import (Chip, KeyCap)
from assistor_console.gui.widgets.scaled import ScaledFrame

class Ui_Call(object):
    def setupUi(self, Call: QWidget) -> None:
        if not Call.objectName():
            Call.setObjectName(u"Call")
        self.Call_layout = QVBoxLayout(Call)
        self.Call_layout.setSpacing(0)
        self.Call_layout.setObjectName(u"Call_layout")
        self.Call_layout.setContentsMargins(0, 0, 0, 0)
        self.header = QFrame(Call)
        self.header.setObjectName(u"header")
        self.header.setMinimumSize(QSize(0, 76))
        self.header.setMaximumSize(QSize(16777215, 16777215))
        self.header.setProperty(u"kind", u"header")
        self.header_layout = QHBoxLayout(self.header)
        self.header_layout.setSpacing(32)
        self.header_layout.setObjectName(u"header_layout")
        self.header_layout.setContentsMargins(24, 0, 24, 0)
        self.caller_block = QVBoxLayout()
        self.caller_block.setSpacing(0)
        self.caller_block.setObjectName(u"caller_block")
        self.caller_block.setContentsMargins(0, 0, 0, 0)
        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.caller_block.addItem(self.spacer_1)

        self.caller = Label(self.header)
        self.caller.setObjectName(u"caller")
        self.caller.setProperty(u"textSize", 20)
        self.caller.setProperty(u"strong", True)

        self.caller_block.addWidget(self.caller)

        self.tin = Label(self.header)
        self.tin.setObjectName(u"tin")
        self.tin.setProperty(u"textSize", 13)
        self.tin.setProperty(u"tone", u"soft")

        self.caller_block.addWidget(self.tin)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.caller_block.addItem(self.spacer_2)


        self.header_layout.addLayout(self.caller_block)

        self.facts = QHBoxLayout()
        self.facts.setSpacing(32)
        self.facts.setObjectName(u"facts")
        self.facts.setContentsMargins(0, 0, 0, 0)
        self.case_fact = QVBoxLayout()
        self.case_fact.setSpacing(0)
        self.case_fact.setObjectName(u"case_fact")
        self.case_fact.setContentsMargins(0, 0, 0, 0)
        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.case_fact.addItem(self.spacer_3)

        self.case_label = Label(self.header)
        self.case_label.setObjectName(u"case_label")
        self.case_label.setProperty(u"textSize", 13)
        self.case_label.setProperty(u"tone", u"soft")

        self.case_fact.addWidget(self.case_label)

        self.case = Label(self.header)
        self.case.setObjectName(u"case")
        self.case.setProperty(u"textSize", 15)
        self.case.setProperty(u"strong", True)

        self.case_fact.addWidget(self.case)

        self.spacer_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.case_fact.addItem(self.spacer_4)


        self.facts.addLayout(self.case_fact)

        self.call_fact = QVBoxLayout()
        self.call_fact.setSpacing(0)
        self.call_fact.setObjectName(u"call_fact")
        self.call_fact.setContentsMargins(0, 0, 0, 0)
        self.spacer_5 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.call_fact.addItem(self.spacer_5)

        self.call_label = Label(self.header)
        self.call_label.setObjectName(u"call_label")
        self.call_label.setProperty(u"textSize", 13)
        self.call_label.setProperty(u"tone", u"soft")

        self.call_fact.addWidget(self.call_label)

        self.call = Label(self.header)
        self.call.setObjectName(u"call")
        self.call.setProperty(u"textSize", 15)
        self.call.setProperty(u"strong", True)

        self.call_fact.addWidget(self.call)

        self.spacer_6 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.call_fact.addItem(self.spacer_6)


        self.facts.addLayout(self.call_fact)

        self.script_fact = QVBoxLayout()
        self.script_fact.setSpacing(0)
        self.script_fact.setObjectName(u"script_fact")
        self.script_fact.setContentsMargins(0, 0, 0, 0)
        self.spacer_7 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.script_fact.addItem(self.spacer_7)

        self.script_label = Label(self.header)
        self.script_label.setObjectName(u"script_label")
        self.script_label.setProperty(u"textSize", 13)
        self.script_label.setProperty(u"tone", u"soft")

        self.script_fact.addWidget(self.script_label)

        self.script = Label(self.header)
        self.script.setObjectName(u"script")
        self.script.setProperty(u"textSize", 15)
        self.script.setProperty(u"strong", True)

        self.script_fact.addWidget(self.script)

        self.spacer_8 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.script_fact.addItem(self.spacer_8)


        self.facts.addLayout(self.script_fact)


        self.header_layout.addLayout(self.facts)

        self.state = Chip(self.header)
        self.state.setObjectName(u"state")

        self.header_layout.addWidget(self.state)

        self.spacer_9 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.header_layout.addItem(self.spacer_9)

        self.language_block = QVBoxLayout()
        self.language_block.setSpacing(4)
        self.language_block.setObjectName(u"language_block")
        self.language_block.setContentsMargins(0, 0, 0, 0)
        self.spacer_10 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.language_block.addItem(self.spacer_10)

        self.language_head = QHBoxLayout()
        self.language_head.setSpacing(8)
        self.language_head.setObjectName(u"language_head")
        self.language_head.setContentsMargins(0, 0, 0, 0)
        self.language_label = Label(self.header)
        self.language_label.setObjectName(u"language_label")
        self.language_label.setProperty(u"textSize", 13)
        self.language_label.setProperty(u"tone", u"soft")

        self.language_head.addWidget(self.language_label)

        self.language_key = KeyCap(self.header)
        self.language_key.setObjectName(u"language_key")

        self.language_head.addWidget(self.language_key, 0, Qt.AlignVCenter)


        self.language_block.addLayout(self.language_head)

        self.language = Segmented(self.header)
        self.language.setObjectName(u"language")

        self.language_block.addWidget(self.language, 0, Qt.AlignLeft)

        self.spacer_11 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.language_block.addItem(self.spacer_11)


        self.header_layout.addLayout(self.language_block)

        self.clock_block = QVBoxLayout()
        self.clock_block.setSpacing(0)
        self.clock_block.setObjectName(u"clock_block")
        self.clock_block.setContentsMargins(0, 0, 0, 0)
        self.spacer_12 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.clock_block.addItem(self.spacer_12)

        self.clock_label = Label(self.header)
        self.clock_label.setObjectName(u"clock_label")
        self.clock_label.setProperty(u"textSize", 13)
        self.clock_label.setProperty(u"tone", u"soft")

        self.clock_block.addWidget(self.clock_label)

        self.clock = Label(self.header)
        self.clock.setObjectName(u"clock")
        self.clock.setProperty(u"textSize", 20)
        self.clock.setProperty(u"strong", True)

        self.clock_block.addWidget(self.clock)

        self.spacer_13 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.clock_block.addItem(self.spacer_13)


        self.header_layout.addLayout(self.clock_block)

        self.header_layout.setStretch(3, 1)

        self.Call_layout.addWidget(self.header)

        self.body = QHBoxLayout()
        self.body.setSpacing(0)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.left = ScaledFrame(Call)
        self.left.setObjectName(u"left")
        self.left.setProperty(u"kind", u"left")
        self.left.setProperty(u"drawnWidth", 272)
        self.left_layout = QVBoxLayout(self.left)
        self.left_layout.setSpacing(0)
        self.left_layout.setObjectName(u"left_layout")
        self.left_layout.setContentsMargins(0, 0, 0, 0)
        self.side_head = QHBoxLayout()
        self.side_head.setSpacing(8)
        self.side_head.setObjectName(u"side_head")
        self.side_head.setContentsMargins(24, 20, 24, 0)
        self.side_title = Label(self.left)
        self.side_title.setObjectName(u"side_title")
        self.side_title.setProperty(u"textSize", 13)
        self.side_title.setProperty(u"strong", True)
        self.side_title.setProperty(u"tone", u"soft")

        self.side_head.addWidget(self.side_title)

        self.spacer_14 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.side_head.addItem(self.spacer_14)

        self.side_note = Label(self.left)
        self.side_note.setObjectName(u"side_note")
        self.side_note.setProperty(u"textSize", 13)
        self.side_note.setProperty(u"tone", u"soft")

        self.side_head.addWidget(self.side_note)


        self.left_layout.addLayout(self.side_head)

        self.steps_slot = QVBoxLayout()
        self.steps_slot.setSpacing(0)
        self.steps_slot.setObjectName(u"steps_slot")
        self.steps_slot.setContentsMargins(0, 8, 0, 0)

        self.left_layout.addLayout(self.steps_slot)

        self.spacer_15 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.left_layout.addItem(self.spacer_15)

        self.question_rule = QFrame(self.left)
        self.question_rule.setObjectName(u"question_rule")
        self.question_rule.setMinimumSize(QSize(0, 1))
        self.question_rule.setMaximumSize(QSize(16777215, 1))
        self.question_rule.setProperty(u"kind", u"rule")

        self.left_layout.addWidget(self.question_rule)

        self.question_slot = QVBoxLayout()
        self.question_slot.setSpacing(0)
        self.question_slot.setObjectName(u"question_slot")
        self.question_slot.setContentsMargins(24, 14, 24, 16)

        self.left_layout.addLayout(self.question_slot)

        self.clocks_rule = QFrame(self.left)
        self.clocks_rule.setObjectName(u"clocks_rule")
        self.clocks_rule.setMinimumSize(QSize(0, 1))
        self.clocks_rule.setMaximumSize(QSize(16777215, 1))
        self.clocks_rule.setProperty(u"kind", u"rule")

        self.left_layout.addWidget(self.clocks_rule)

        self.clocks_slot = QVBoxLayout()
        self.clocks_slot.setSpacing(8)
        self.clocks_slot.setObjectName(u"clocks_slot")
        self.clocks_slot.setContentsMargins(24, 12, 24, 16)

        self.left_layout.addLayout(self.clocks_slot)


        self.body.addWidget(self.left)

        self.area = QScrollArea(Call)
        self.area.setObjectName(u"area")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.NoFrame)
        self.area.setFocusPolicy(Qt.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarAlwaysOff)
        self.middle = QWidget()
        self.middle.setObjectName(u"middle")
        self.middle.setProperty(u"kind", u"scrolled")
        self.middle_layout = QVBoxLayout(self.middle)
        self.middle_layout.setSpacing(12)
        self.middle_layout.setObjectName(u"middle_layout")
        self.middle_layout.setContentsMargins(24, 24, 24, 16)
        self.banner_slot = QVBoxLayout()
        self.banner_slot.setSpacing(12)
        self.banner_slot.setObjectName(u"banner_slot")
        self.banner_slot.setContentsMargins(0, 0, 0, 0)

        self.middle_layout.addLayout(self.banner_slot)

        self.step_slot = QVBoxLayout()
        self.step_slot.setSpacing(0)
        self.step_slot.setObjectName(u"step_slot")
        self.step_slot.setContentsMargins(0, 0, 0, 0)

        self.middle_layout.addLayout(self.step_slot)

        self.middle_layout.setStretch(1, 1)
        self.area.setWidget(self.middle)

        self.body.addWidget(self.area)

        self.offers_slot = QVBoxLayout()
        self.offers_slot.setSpacing(0)
        self.offers_slot.setObjectName(u"offers_slot")
        self.offers_slot.setContentsMargins(0, 0, 0, 0)

        self.body.addLayout(self.offers_slot)

        self.body.setStretch(1, 1)

        self.Call_layout.addLayout(self.body)

        self.Call_layout.setStretch(1, 1)

        self.retranslateUi(Call)
    # setupUi

    def retranslateUi(self, Call: QWidget) -> None:
        self.case_label.setText(QCoreApplication.translate("Call", u"call.case", None))
        self.call_label.setText(QCoreApplication.translate("Call", u"call.call", None))
        self.script_label.setText(QCoreApplication.translate("Call", u"call.script", None))
        self.language_label.setText(QCoreApplication.translate("Call", u"call.language", None))
#if QT_CONFIG(accessibility)
        self.language.setAccessibleName(QCoreApplication.translate("Call", u"call.language", None))
#endif // QT_CONFIG(accessibility)
        self.clock_label.setText(QCoreApplication.translate("Call", u"call.shift_clock", None))
        self.side_title.setText(QCoreApplication.translate("Call", u"call.interview", None))
        pass
    # retranslateUi

