# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'call_question.ui'
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
from assistor_console.gui.widgets.notices import Hint
from assistor_console.gui.widgets.ways import Ways

class Ui_CallQuestion(object):
    def setupUi(self, CallQuestion: QWidget) -> None:
        if not CallQuestion.objectName():
            CallQuestion.setObjectName(u"CallQuestion")
        self.CallQuestion_layout = QVBoxLayout(CallQuestion)
        self.CallQuestion_layout.setSpacing(16)
        self.CallQuestion_layout.setObjectName(u"CallQuestion_layout")
        self.CallQuestion_layout.setContentsMargins(0, 0, 0, 0)
        self.panel = QFrame(CallQuestion)
        self.panel.setObjectName(u"panel")
        self.panel.setProperty(u"kind", u"panel")
        self.panel_layout = QVBoxLayout(self.panel)
        self.panel_layout.setSpacing(8)
        self.panel_layout.setObjectName(u"panel_layout")
        self.panel_layout.setContentsMargins(32, 24, 32, 24)
        self.head = QHBoxLayout()
        self.head.setSpacing(0)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.section = Label(self.panel)
        self.section.setObjectName(u"section")
        self.section.setProperty(u"textSize", 15)
        self.section.setProperty(u"strong", True)
        self.section.setProperty(u"tone", u"soft")

        self.head.addWidget(self.section)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.spacer_1)

        self.required = Label(self.panel)
        self.required.setObjectName(u"required")
        self.required.setProperty(u"textSize", 13)
        self.required.setProperty(u"strong", True)
        self.required.setProperty(u"tone", u"soft")

        self.head.addWidget(self.required)


        self.panel_layout.addLayout(self.head)

        self.lead_slot = QVBoxLayout()
        self.lead_slot.setSpacing(0)
        self.lead_slot.setObjectName(u"lead_slot")
        self.lead_slot.setContentsMargins(0, 8, 0, 0)

        self.panel_layout.addLayout(self.lead_slot)

        self.line_slot = QVBoxLayout()
        self.line_slot.setSpacing(0)
        self.line_slot.setObjectName(u"line_slot")
        self.line_slot.setContentsMargins(0, 8, 0, 4)

        self.panel_layout.addLayout(self.line_slot)

        self.hint = Hint(self.panel)
        self.hint.setObjectName(u"hint")

        self.panel_layout.addWidget(self.hint)

        self.rule_row = QVBoxLayout()
        self.rule_row.setSpacing(0)
        self.rule_row.setObjectName(u"rule_row")
        self.rule_row.setContentsMargins(0, 14, 0, 12)
        self.line = QFrame(self.panel)
        self.line.setObjectName(u"line")
        self.line.setMinimumSize(QSize(0, 1))
        self.line.setMaximumSize(QSize(16777215, 1))
        self.line.setProperty(u"kind", u"rule")

        self.rule_row.addWidget(self.line)


        self.panel_layout.addLayout(self.rule_row)

        self.answer_head = QHBoxLayout()
        self.answer_head.setSpacing(12)
        self.answer_head.setObjectName(u"answer_head")
        self.answer_head.setContentsMargins(0, 0, 0, 0)
        self.answer_label = Label(self.panel)
        self.answer_label.setObjectName(u"answer_label")
        self.answer_label.setProperty(u"textSize", 15)
        self.answer_label.setProperty(u"strong", True)

        self.answer_head.addWidget(self.answer_label)

        self.kind = Label(self.panel)
        self.kind.setObjectName(u"kind")
        self.kind.setProperty(u"textSize", 15)
        self.kind.setProperty(u"tone", u"soft")

        self.answer_head.addWidget(self.kind)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.answer_head.addItem(self.spacer_2)

        self.changing = Label(self.panel)
        self.changing.setObjectName(u"changing")
        self.changing.setProperty(u"textSize", 13)
        self.changing.setProperty(u"strong", True)
        self.changing.setProperty(u"tone", u"accent")

        self.answer_head.addWidget(self.changing)


        self.panel_layout.addLayout(self.answer_head)

        self.answer_row = QHBoxLayout()
        self.answer_row.setSpacing(12)
        self.answer_row.setObjectName(u"answer_row")
        self.answer_row.setContentsMargins(0, 0, 0, 0)
        self.editor_slot = QVBoxLayout()
        self.editor_slot.setSpacing(0)
        self.editor_slot.setObjectName(u"editor_slot")
        self.editor_slot.setContentsMargins(0, 0, 0, 0)

        self.answer_row.addLayout(self.editor_slot)

        self.record = Button(self.panel)
        self.record.setObjectName(u"record")
        self.record.setProperty(u"kind", u"primary")
        self.record.setProperty(u"key", u"Return")
        self.record.setProperty(u"drawnHeight", 60)
        self.record.setProperty(u"textSize", 17)

        self.answer_row.addWidget(self.record)

        self.answer_row.setStretch(0, 1)

        self.panel_layout.addLayout(self.answer_row)

        self.problem = Hint(self.panel)
        self.problem.setObjectName(u"problem")

        self.panel_layout.addWidget(self.problem)

        self.thanks = Hint(self.panel)
        self.thanks.setObjectName(u"thanks")

        self.panel_layout.addWidget(self.thanks)

        self.ways = Ways(self.panel)
        self.ways.setObjectName(u"ways")
        self.does_not_know = Button(self.ways)
        self.does_not_know.setObjectName(u"does_not_know")
        self.does_not_know.setProperty(u"key", u"F4")
        self.declines = Button(self.ways)
        self.declines.setObjectName(u"declines")
        self.declines.setProperty(u"key", u"F5")
        self.repeat = Button(self.ways)
        self.repeat.setObjectName(u"repeat")
        self.repeat.setProperty(u"key", u"F2")
        self.rephrase = Button(self.ways)
        self.rephrase.setObjectName(u"rephrase")
        self.rephrase.setProperty(u"key", u"F3")

        self.panel_layout.addWidget(self.ways)

        self.busy = Hint(self.panel)
        self.busy.setObjectName(u"busy")

        self.panel_layout.addWidget(self.busy)


        self.CallQuestion_layout.addWidget(self.panel)

        self.recorded_panel = QFrame(CallQuestion)
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

        self.spacer_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.recorded_head.addItem(self.spacer_4)

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


        self.CallQuestion_layout.addWidget(self.recorded_panel)

        self.spacer_5 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.CallQuestion_layout.addItem(self.spacer_5)


        self.retranslateUi(CallQuestion)
    # setupUi

    def retranslateUi(self, CallQuestion: QWidget) -> None:
        self.required.setText(QCoreApplication.translate("CallQuestion", u"call.required_item", None))
        self.answer_label.setText(QCoreApplication.translate("CallQuestion", u"call.answer", None))
        self.changing.setText(QCoreApplication.translate("CallQuestion", u"call.changing", None))
        self.record.setText(QCoreApplication.translate("CallQuestion", u"call.record_short", None))
        self.does_not_know.setText(QCoreApplication.translate("CallQuestion", u"call.does_not_know", None))
        self.declines.setText(QCoreApplication.translate("CallQuestion", u"call.declines", None))
        self.repeat.setText(QCoreApplication.translate("CallQuestion", u"call.repeat", None))
        self.rephrase.setText(QCoreApplication.translate("CallQuestion", u"call.rephrase", None))
        self.recorded_title.setText(QCoreApplication.translate("CallQuestion", u"call.recorded_title", None))
        self.recorded_note.setText(QCoreApplication.translate("CallQuestion", u"call.recorded_note", None))
        pass
    # retranslateUi

