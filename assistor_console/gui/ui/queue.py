# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'queue.ui'
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
    QSizePolicy, QSpacerItem, QStackedWidget, QVBoxLayout,
    QWidget)

from assistor_console.gui.widgets.button import Button
from assistor_console.gui.widgets.clocks import Bar
from assistor_console.gui.widgets.editors import (LineEdit, PlainEdit)
from assistor_console.gui.widgets.inputs import ComboBox
from assistor_console.gui.widgets.label import Label
from assistor_console.gui.widgets.marks import (Chip, Icon)
from assistor_console.gui.widgets.scaled import ScaledFrame
from assistor_console.gui.widgets.search import SearchEdit

class Ui_Queue(object):
    def setupUi(self, Queue: QWidget) -> None:
        if not Queue.objectName():
            Queue.setObjectName(u"Queue")
        self.Queue_layout = QHBoxLayout(Queue)
        self.Queue_layout.setSpacing(0)
        self.Queue_layout.setObjectName(u"Queue_layout")
        self.Queue_layout.setContentsMargins(0, 0, 0, 0)
        self.queues_pane = ScaledFrame(Queue)
        self.queues_pane.setObjectName(u"queues_pane")
        self.queues_pane.setProperty(u"kind", u"left")
        self.queues_pane.setProperty(u"drawnWidth", 232)
        self.queues_pane_layout = QVBoxLayout(self.queues_pane)
        self.queues_pane_layout.setSpacing(0)
        self.queues_pane_layout.setObjectName(u"queues_pane_layout")
        self.queues_pane_layout.setContentsMargins(0, 0, 0, 0)
        self.queues_column = QVBoxLayout()
        self.queues_column.setSpacing(8)
        self.queues_column.setObjectName(u"queues_column")
        self.queues_column.setContentsMargins(8, 16, 8, 12)
        self.queues_head = QHBoxLayout()
        self.queues_head.setSpacing(0)
        self.queues_head.setObjectName(u"queues_head")
        self.queues_head.setContentsMargins(0, 0, 0, 0)
        self.spacer_1 = QSpacerItem(12, 0, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)

        self.queues_head.addItem(self.spacer_1)

        self.queues_title = Label(self.queues_pane)
        self.queues_title.setObjectName(u"queues_title")
        self.queues_title.setProperty(u"textSize", 13)
        self.queues_title.setProperty(u"strong", True)
        self.queues_title.setProperty(u"tone", u"soft")

        self.queues_head.addWidget(self.queues_title)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.queues_head.addItem(self.spacer_2)


        self.queues_column.addLayout(self.queues_head)

        self.queues_space = QVBoxLayout()
        self.queues_space.setSpacing(2)
        self.queues_space.setObjectName(u"queues_space")
        self.queues_space.setContentsMargins(0, 0, 0, 0)

        self.queues_column.addLayout(self.queues_space)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.queues_column.addItem(self.spacer_3)


        self.queues_pane_layout.addLayout(self.queues_column)

        self.queues_foot = QFrame(self.queues_pane)
        self.queues_foot.setObjectName(u"queues_foot")
        self.queues_foot.setProperty(u"kind", u"footer")
        self.queues_foot_layout = QVBoxLayout(self.queues_foot)
        self.queues_foot_layout.setSpacing(0)
        self.queues_foot_layout.setObjectName(u"queues_foot_layout")
        self.queues_foot_layout.setContentsMargins(20, 12, 20, 12)
        self.updated = Label(self.queues_foot)
        self.updated.setObjectName(u"updated")
        self.updated.setWordWrap(True)
        self.updated.setProperty(u"textSize", 13)
        self.updated.setProperty(u"tone", u"soft")

        self.queues_foot_layout.addWidget(self.updated)


        self.queues_pane_layout.addWidget(self.queues_foot)

        self.queues_pane_layout.setStretch(0, 1)

        self.Queue_layout.addWidget(self.queues_pane)

        self.list_pane = QFrame(Queue)
        self.list_pane.setObjectName(u"list_pane")
        self.list_pane.setProperty(u"kind", u"pane")
        self.list_pane_layout = QVBoxLayout(self.list_pane)
        self.list_pane_layout.setSpacing(0)
        self.list_pane_layout.setObjectName(u"list_pane_layout")
        self.list_pane_layout.setContentsMargins(0, 0, 0, 0)
        self.list_head = QHBoxLayout()
        self.list_head.setSpacing(12)
        self.list_head.setObjectName(u"list_head")
        self.list_head.setContentsMargins(20, 16, 20, 4)
        self.title = Label(self.list_pane)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"textSize", 20)
        self.title.setProperty(u"strong", True)

        self.list_head.addWidget(self.title)

        self.total = Label(self.list_pane)
        self.total.setObjectName(u"total")
        self.total.setProperty(u"textSize", 15)
        self.total.setProperty(u"tone", u"soft")

        self.list_head.addWidget(self.total)

        self.spacer_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.list_head.addItem(self.spacer_4)


        self.list_pane_layout.addLayout(self.list_head)

        self.filters = QHBoxLayout()
        self.filters.setSpacing(8)
        self.filters.setObjectName(u"filters")
        self.filters.setContentsMargins(20, 4, 20, 10)
        self.number = SearchEdit(self.list_pane)
        self.number.setObjectName(u"number")

        self.filters.addWidget(self.number)

        self.state = ComboBox(self.list_pane)
        self.state.setObjectName(u"state")

        self.filters.addWidget(self.state)

        self.age = ComboBox(self.list_pane)
        self.age.setObjectName(u"age")

        self.filters.addWidget(self.age)

        self.spacer_5 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.filters.addItem(self.spacer_5)

        self.order = ComboBox(self.list_pane)
        self.order.setObjectName(u"order")

        self.filters.addWidget(self.order)

        self.filters.setStretch(0, 3)
        self.filters.setStretch(1, 3)
        self.filters.setStretch(2, 3)
        self.filters.setStretch(4, 3)

        self.list_pane_layout.addLayout(self.filters)

        self.table_space = QVBoxLayout()
        self.table_space.setSpacing(0)
        self.table_space.setObjectName(u"table_space")
        self.table_space.setContentsMargins(0, 0, 0, 0)

        self.list_pane_layout.addLayout(self.table_space)

        self.list_foot = ScaledFrame(self.list_pane)
        self.list_foot.setObjectName(u"list_foot")
        self.list_foot.setProperty(u"kind", u"footer")
        self.list_foot.setProperty(u"drawnHeight", 36)
        self.list_foot_layout = QHBoxLayout(self.list_foot)
        self.list_foot_layout.setSpacing(0)
        self.list_foot_layout.setObjectName(u"list_foot_layout")
        self.list_foot_layout.setContentsMargins(20, 0, 20, 0)
        self.range = Label(self.list_foot)
        self.range.setObjectName(u"range")
        self.range.setProperty(u"textSize", 13)
        self.range.setProperty(u"tone", u"soft")

        self.list_foot_layout.addWidget(self.range)


        self.list_pane_layout.addWidget(self.list_foot)

        self.list_pane_layout.setStretch(2, 1)

        self.Queue_layout.addWidget(self.list_pane)

        self.case_pane = ScaledFrame(Queue)
        self.case_pane.setObjectName(u"case_pane")
        self.case_pane.setProperty(u"kind", u"right")
        self.case_pane.setProperty(u"drawnWidth", 376)
        self.case_pane_layout = QVBoxLayout(self.case_pane)
        self.case_pane_layout.setSpacing(0)
        self.case_pane_layout.setObjectName(u"case_pane_layout")
        self.case_pane_layout.setContentsMargins(0, 0, 0, 0)
        self.case_stack = QStackedWidget(self.case_pane)
        self.case_stack.setObjectName(u"case_stack")
        self.no_case = QWidget()
        self.no_case.setObjectName(u"no_case")
        self.no_case_layout = QVBoxLayout(self.no_case)
        self.no_case_layout.setSpacing(0)
        self.no_case_layout.setObjectName(u"no_case_layout")
        self.no_case_layout.setContentsMargins(20, 24, 20, 20)
        self.case_stack.addWidget(self.no_case)
        self.case = QWidget()
        self.case.setObjectName(u"case")
        self.case_layout = QVBoxLayout(self.case)
        self.case_layout.setSpacing(0)
        self.case_layout.setObjectName(u"case_layout")
        self.case_layout.setContentsMargins(0, 0, 0, 0)
        self.case_top = QVBoxLayout()
        self.case_top.setSpacing(12)
        self.case_top.setObjectName(u"case_top")
        self.case_top.setContentsMargins(20, 20, 20, 8)
        self.case_lines = QVBoxLayout()
        self.case_lines.setSpacing(0)
        self.case_lines.setObjectName(u"case_lines")
        self.case_lines.setContentsMargins(0, 0, 0, 0)
        self.case_head = QHBoxLayout()
        self.case_head.setSpacing(0)
        self.case_head.setObjectName(u"case_head")
        self.case_head.setContentsMargins(0, 0, 0, 0)
        self.case_number = Label(self.case)
        self.case_number.setObjectName(u"case_number")
        self.case_number.setProperty(u"textSize", 20)
        self.case_number.setProperty(u"strong", True)

        self.case_head.addWidget(self.case_number)

        self.spacer_7 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.case_head.addItem(self.spacer_7)

        self.chip = Chip(self.case)
        self.chip.setObjectName(u"chip")

        self.case_head.addWidget(self.chip)


        self.case_lines.addLayout(self.case_head)

        self.case_who = Label(self.case)
        self.case_who.setObjectName(u"case_who")
        self.case_who.setWordWrap(True)
        self.case_who.setProperty(u"textSize", 13)
        self.case_who.setProperty(u"tone", u"soft")

        self.case_lines.addWidget(self.case_who)


        self.case_top.addLayout(self.case_lines)

        self.mask_box = QWidget(self.case)
        self.mask_box.setObjectName(u"mask_box")
        self.mask_layout = QVBoxLayout(self.mask_box)
        self.mask_layout.setSpacing(6)
        self.mask_layout.setObjectName(u"mask_layout")
        self.mask_layout.setContentsMargins(0, 0, 0, 0)
        self.flag_row = QHBoxLayout()
        self.flag_row.setSpacing(0)
        self.flag_row.setObjectName(u"flag_row")
        self.flag_row.setContentsMargins(0, 0, 0, 0)
        self.flagged = Chip(self.mask_box)
        self.flagged.setObjectName(u"flagged")

        self.flag_row.addWidget(self.flagged)

        self.spacer_30 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.flag_row.addItem(self.spacer_30)


        self.mask_layout.addLayout(self.flag_row)

        self.mask_row = QHBoxLayout()
        self.mask_row.setSpacing(0)
        self.mask_row.setObjectName(u"mask_row")
        self.mask_row.setContentsMargins(0, 0, 0, 0)
        self.reveal = Button(self.mask_box)
        self.reveal.setObjectName(u"reveal")
        self.reveal.setProperty(u"kind", u"link")
        self.reveal.setProperty(u"iconName", u"eye")
        self.reveal.setProperty(u"drawnHeight", 28)

        self.mask_row.addWidget(self.reveal)

        self.spacer_31 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.mask_row.addItem(self.spacer_31)


        self.mask_layout.addLayout(self.mask_row)


        self.case_top.addWidget(self.mask_box)

        self.revealed = QFrame(self.case)
        self.revealed.setObjectName(u"revealed")
        self.revealed.setProperty(u"kind", u"well")
        self.revealed_layout = QVBoxLayout(self.revealed)
        self.revealed_layout.setSpacing(6)
        self.revealed_layout.setObjectName(u"revealed_layout")
        self.revealed_layout.setContentsMargins(12, 10, 12, 6)
        self.shown_tin_row = QHBoxLayout()
        self.shown_tin_row.setSpacing(8)
        self.shown_tin_row.setObjectName(u"shown_tin_row")
        self.shown_tin_row.setContentsMargins(0, 0, 0, 0)
        self.shown_tin_label = Label(self.revealed)
        self.shown_tin_label.setObjectName(u"shown_tin_label")
        self.shown_tin_label.setMinimumSize(QSize(72, 0))
        self.shown_tin_label.setProperty(u"textSize", 13)
        self.shown_tin_label.setProperty(u"tone", u"soft")

        self.shown_tin_row.addWidget(self.shown_tin_label, 0, Qt.AlignTop)

        self.shown_tin = Label(self.revealed)
        self.shown_tin.setObjectName(u"shown_tin")
        self.shown_tin.setWordWrap(True)
        self.shown_tin.setProperty(u"textSize", 15)
        self.shown_tin.setProperty(u"strong", True)

        self.shown_tin_row.addWidget(self.shown_tin)

        self.shown_tin_row.setStretch(1, 1)

        self.revealed_layout.addLayout(self.shown_tin_row)

        self.shown_name_row = QHBoxLayout()
        self.shown_name_row.setSpacing(8)
        self.shown_name_row.setObjectName(u"shown_name_row")
        self.shown_name_row.setContentsMargins(0, 0, 0, 0)
        self.shown_name_label = Label(self.revealed)
        self.shown_name_label.setObjectName(u"shown_name_label")
        self.shown_name_label.setMinimumSize(QSize(72, 0))
        self.shown_name_label.setProperty(u"textSize", 13)
        self.shown_name_label.setProperty(u"tone", u"soft")

        self.shown_name_row.addWidget(self.shown_name_label, 0, Qt.AlignTop)

        self.shown_name = Label(self.revealed)
        self.shown_name.setObjectName(u"shown_name")
        self.shown_name.setWordWrap(True)
        self.shown_name.setProperty(u"textSize", 15)
        self.shown_name.setProperty(u"strong", True)

        self.shown_name_row.addWidget(self.shown_name)

        self.shown_name_row.setStretch(1, 1)

        self.revealed_layout.addLayout(self.shown_name_row)

        self.shown_address_row = QHBoxLayout()
        self.shown_address_row.setSpacing(8)
        self.shown_address_row.setObjectName(u"shown_address_row")
        self.shown_address_row.setContentsMargins(0, 0, 0, 0)
        self.shown_address_label = Label(self.revealed)
        self.shown_address_label.setObjectName(u"shown_address_label")
        self.shown_address_label.setMinimumSize(QSize(72, 0))
        self.shown_address_label.setProperty(u"textSize", 13)
        self.shown_address_label.setProperty(u"tone", u"soft")

        self.shown_address_row.addWidget(self.shown_address_label, 0, Qt.AlignTop)

        self.shown_address = Label(self.revealed)
        self.shown_address.setObjectName(u"shown_address")
        self.shown_address.setWordWrap(True)
        self.shown_address.setProperty(u"textSize", 15)
        self.shown_address.setProperty(u"strong", True)

        self.shown_address_row.addWidget(self.shown_address)

        self.shown_address_row.setStretch(1, 1)

        self.revealed_layout.addLayout(self.shown_address_row)

        self.spacer_32 = QSpacerItem(0, 2, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.revealed_layout.addItem(self.spacer_32)

        self.seconds_bar = Bar(self.revealed)
        self.seconds_bar.setObjectName(u"seconds_bar")

        self.revealed_layout.addWidget(self.seconds_bar)

        self.seconds_row = QHBoxLayout()
        self.seconds_row.setSpacing(8)
        self.seconds_row.setObjectName(u"seconds_row")
        self.seconds_row.setContentsMargins(0, 0, 0, 0)
        self.seconds = Label(self.revealed)
        self.seconds.setObjectName(u"seconds")
        self.seconds.setProperty(u"textSize", 13)
        self.seconds.setProperty(u"tone", u"soft")

        self.seconds_row.addWidget(self.seconds)

        self.spacer_33 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.seconds_row.addItem(self.spacer_33)

        self.hide_values = Button(self.revealed)
        self.hide_values.setObjectName(u"hide_values")
        self.hide_values.setProperty(u"kind", u"quiet")
        self.hide_values.setProperty(u"key", u"Esc")
        self.hide_values.setProperty(u"drawnHeight", 32)

        self.seconds_row.addWidget(self.hide_values)


        self.revealed_layout.addLayout(self.seconds_row)


        self.case_top.addWidget(self.revealed)

        self.facts_well = QFrame(self.case)
        self.facts_well.setObjectName(u"facts_well")
        self.facts_well.setProperty(u"kind", u"well")
        self.facts_well_layout = QVBoxLayout(self.facts_well)
        self.facts_well_layout.setSpacing(0)
        self.facts_well_layout.setObjectName(u"facts_well_layout")
        self.facts_well_layout.setContentsMargins(12, 8, 12, 8)
        self.case_facts = Label(self.facts_well)
        self.case_facts.setObjectName(u"case_facts")
        self.case_facts.setWordWrap(True)
        self.case_facts.setProperty(u"textSize", 13)
        self.case_facts.setProperty(u"tone", u"soft")

        self.facts_well_layout.addWidget(self.case_facts)


        self.case_top.addWidget(self.facts_well)

        self.acts_box = QWidget(self.case)
        self.acts_box.setObjectName(u"acts_box")
        self.acts_box_layout = QVBoxLayout(self.acts_box)
        self.acts_box_layout.setSpacing(8)
        self.acts_box_layout.setObjectName(u"acts_box_layout")
        self.acts_box_layout.setContentsMargins(0, 0, 0, 0)
        self.acts_row = QHBoxLayout()
        self.acts_row.setSpacing(8)
        self.acts_row.setObjectName(u"acts_row")
        self.acts_row.setContentsMargins(0, 0, 0, 0)
        self.hold = Button(self.acts_box)
        self.hold.setObjectName(u"hold")
        self.hold.setProperty(u"kind", u"secondary")

        self.acts_row.addWidget(self.hold)

        self.release = Button(self.acts_box)
        self.release.setObjectName(u"release")
        self.release.setProperty(u"kind", u"secondary")

        self.acts_row.addWidget(self.release)

        self.close_case = Button(self.acts_box)
        self.close_case.setObjectName(u"close_case")
        self.close_case.setProperty(u"kind", u"danger")

        self.acts_row.addWidget(self.close_case)

        self.spacer_34 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.acts_row.addItem(self.spacer_34)


        self.acts_box_layout.addLayout(self.acts_row)

        self.flags_row = QHBoxLayout()
        self.flags_row.setSpacing(8)
        self.flags_row.setObjectName(u"flags_row")
        self.flags_row.setContentsMargins(0, 0, 0, 0)
        self.flag = Button(self.acts_box)
        self.flag.setObjectName(u"flag")
        self.flag.setProperty(u"kind", u"secondary")
        self.flag.setProperty(u"iconName", u"flag")
        self.flag.setProperty(u"drawnHeight", 36)

        self.flags_row.addWidget(self.flag)

        self.unflag = Button(self.acts_box)
        self.unflag.setObjectName(u"unflag")
        self.unflag.setProperty(u"kind", u"secondary")
        self.unflag.setProperty(u"iconName", u"flag")
        self.unflag.setProperty(u"drawnHeight", 36)

        self.flags_row.addWidget(self.unflag)

        self.spacer_35 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.flags_row.addItem(self.spacer_35)


        self.acts_box_layout.addLayout(self.flags_row)


        self.case_top.addWidget(self.acts_box)

        self.refused_row = QHBoxLayout()
        self.refused_row.setSpacing(6)
        self.refused_row.setObjectName(u"refused_row")
        self.refused_row.setContentsMargins(0, 0, 0, 0)
        self.refused_icon = Icon(self.case)
        self.refused_icon.setObjectName(u"refused_icon")
        self.refused_icon.setProperty(u"icon", u"lock-simple")
        self.refused_icon.setProperty(u"iconSize", 16)
        self.refused_icon.setProperty(u"tone", u"soft")

        self.refused_row.addWidget(self.refused_icon, 0, Qt.AlignTop)

        self.refused = Label(self.case)
        self.refused.setObjectName(u"refused")
        self.refused.setWordWrap(True)
        self.refused.setProperty(u"textSize", 13)
        self.refused.setProperty(u"tone", u"soft")

        self.refused_row.addWidget(self.refused)

        self.refused_row.setStretch(1, 1)

        self.case_top.addLayout(self.refused_row)

        self.reason_box = QWidget(self.case)
        self.reason_box.setObjectName(u"reason_box")
        self.reason_box_layout = QVBoxLayout(self.reason_box)
        self.reason_box_layout.setSpacing(6)
        self.reason_box_layout.setObjectName(u"reason_box_layout")
        self.reason_box_layout.setContentsMargins(0, 0, 0, 0)
        self.reason_label = Label(self.reason_box)
        self.reason_label.setObjectName(u"reason_label")
        self.reason_label.setProperty(u"textSize", 15)
        self.reason_label.setProperty(u"strong", True)

        self.reason_box_layout.addWidget(self.reason_label)

        self.reason = PlainEdit(self.reason_box)
        self.reason.setObjectName(u"reason")
        self.reason.setMaxLength(200)

        self.reason_box_layout.addWidget(self.reason)

        self.reason_below = QHBoxLayout()
        self.reason_below.setSpacing(6)
        self.reason_below.setObjectName(u"reason_below")
        self.reason_below.setContentsMargins(0, 0, 0, 0)
        self.reason_icon = Icon(self.reason_box)
        self.reason_icon.setObjectName(u"reason_icon")
        self.reason_icon.setProperty(u"icon", u"info")
        self.reason_icon.setProperty(u"iconSize", 16)
        self.reason_icon.setProperty(u"tone", u"soft")

        self.reason_below.addWidget(self.reason_icon)

        self.reason_hint = Label(self.reason_box)
        self.reason_hint.setObjectName(u"reason_hint")
        self.reason_hint.setWordWrap(True)
        self.reason_hint.setProperty(u"textSize", 13)
        self.reason_hint.setProperty(u"tone", u"soft")

        self.reason_below.addWidget(self.reason_hint)

        self.reason_below.setStretch(1, 1)

        self.reason_box_layout.addLayout(self.reason_below)

        self.reason_row = QHBoxLayout()
        self.reason_row.setSpacing(8)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setContentsMargins(0, 0, 0, 0)
        self.confirm = Button(self.reason_box)
        self.confirm.setObjectName(u"confirm")
        self.confirm.setProperty(u"kind", u"primary")
        self.confirm.setProperty(u"key", u"Return")

        self.reason_row.addWidget(self.confirm)

        self.cancel = Button(self.reason_box)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setProperty(u"kind", u"quiet")
        self.cancel.setProperty(u"key", u"Esc")

        self.reason_row.addWidget(self.cancel)

        self.spacer_6 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.reason_row.addItem(self.spacer_6)


        self.reason_box_layout.addLayout(self.reason_row)


        self.case_top.addWidget(self.reason_box)

        self.case_rule = QFrame(self.case)
        self.case_rule.setObjectName(u"case_rule")
        self.case_rule.setProperty(u"kind", u"rule")

        self.case_top.addWidget(self.case_rule)

        self.timeline_head = QHBoxLayout()
        self.timeline_head.setSpacing(0)
        self.timeline_head.setObjectName(u"timeline_head")
        self.timeline_head.setContentsMargins(0, 0, 0, 0)
        self.timeline_title = Label(self.case)
        self.timeline_title.setObjectName(u"timeline_title")
        self.timeline_title.setProperty(u"textSize", 15)
        self.timeline_title.setProperty(u"strong", True)

        self.timeline_head.addWidget(self.timeline_title)

        self.spacer_9 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.timeline_head.addItem(self.spacer_9)

        self.newest = Label(self.case)
        self.newest.setObjectName(u"newest")
        self.newest.setProperty(u"textSize", 13)
        self.newest.setProperty(u"tone", u"soft")

        self.timeline_head.addWidget(self.newest)


        self.case_top.addLayout(self.timeline_head)


        self.case_layout.addLayout(self.case_top)

        self.timeline_scroll = QScrollArea(self.case)
        self.timeline_scroll.setObjectName(u"timeline_scroll")
        self.timeline_scroll.setWidgetResizable(True)
        self.timeline_scroll.setFrameShape(QFrame.NoFrame)
        self.timeline_scroll.setFocusPolicy(Qt.NoFocus)
        self.timeline_scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarAlwaysOff)
        self.timeline_body = QFrame()
        self.timeline_body.setObjectName(u"timeline_body")
        self.timeline_body.setProperty(u"kind", u"pane")
        self.timeline_body_layout = QVBoxLayout(self.timeline_body)
        self.timeline_body_layout.setSpacing(0)
        self.timeline_body_layout.setObjectName(u"timeline_body_layout")
        self.timeline_body_layout.setContentsMargins(20, 0, 20, 12)
        self.timeline_scroll.setWidget(self.timeline_body)

        self.case_layout.addWidget(self.timeline_scroll)

        self.case_layout.setStretch(1, 1)
        self.case_stack.addWidget(self.case)

        self.case_pane_layout.addWidget(self.case_stack)


        self.Queue_layout.addWidget(self.case_pane)

        self.Queue_layout.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.reason_label.setBuddy(self.reason)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.number, self.state)
        QWidget.setTabOrder(self.state, self.age)
        QWidget.setTabOrder(self.age, self.order)
        QWidget.setTabOrder(self.order, self.reveal)
        QWidget.setTabOrder(self.reveal, self.hide_values)
        QWidget.setTabOrder(self.hide_values, self.hold)
        QWidget.setTabOrder(self.hold, self.release)
        QWidget.setTabOrder(self.release, self.close_case)
        QWidget.setTabOrder(self.close_case, self.flag)
        QWidget.setTabOrder(self.flag, self.unflag)
        QWidget.setTabOrder(self.unflag, self.reason)
        QWidget.setTabOrder(self.reason, self.confirm)
        QWidget.setTabOrder(self.confirm, self.cancel)

        self.retranslateUi(Queue)
    # setupUi

    def retranslateUi(self, Queue: QWidget) -> None:
        self.queues_title.setText(QCoreApplication.translate("Queue", u"queue.queues", None))
#if QT_CONFIG(accessibility)
        self.number.setAccessibleName(QCoreApplication.translate("Queue", u"queue.number", None))
#endif // QT_CONFIG(accessibility)
        self.number.setPlaceholderText(QCoreApplication.translate("Queue", u"queue.number", None))
#if QT_CONFIG(accessibility)
        self.state.setAccessibleName(QCoreApplication.translate("Queue", u"queue.state", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.age.setAccessibleName(QCoreApplication.translate("Queue", u"queue.age", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.order.setAccessibleName(QCoreApplication.translate("Queue", u"queue.order", None))
#endif // QT_CONFIG(accessibility)
        self.shown_tin_label.setText(QCoreApplication.translate("Queue", u"queue.tin", None))
        self.shown_name_label.setText(QCoreApplication.translate("Queue", u"queue.name", None))
        self.shown_address_label.setText(QCoreApplication.translate("Queue", u"queue.address", None))
        self.hide_values.setText(QCoreApplication.translate("Queue", u"queue.hide", None))
        self.reason_label.setText(QCoreApplication.translate("Queue", u"queue.reason", None))
#if QT_CONFIG(accessibility)
        self.reason.setAccessibleName(QCoreApplication.translate("Queue", u"queue.reason", None))
#endif // QT_CONFIG(accessibility)
        self.reason_hint.setText(QCoreApplication.translate("Queue", u"queue.reason_hint", None))
        self.cancel.setText(QCoreApplication.translate("Queue", u"queue.cancel", None))
        self.timeline_title.setText(QCoreApplication.translate("Queue", u"queue.timeline", None))
        self.newest.setText(QCoreApplication.translate("Queue", u"queue.newest_first", None))
        pass
    # retranslateUi

