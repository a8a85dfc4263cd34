# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'staff.ui'
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
from assistor_console.gui.widgets.editors import (LineEdit, PlainEdit)
from assistor_console.gui.widgets.inputs import (ComboBox, Segmented)
from assistor_console.gui.widgets.label import Label
from assistor_console.gui.widgets.marks import (Chip, Icon)
from assistor_console.gui.widgets.scaled import ScaledFrame
from assistor_console.gui.widgets.secret_edits import SecretTinEdit

class Ui_Staff(object):
    def setupUi(self, Staff: QWidget) -> None:
        if not Staff.objectName():
            Staff.setObjectName(u"Staff")
        self.Staff_layout = QVBoxLayout(Staff)
        self.Staff_layout.setSpacing(0)
        self.Staff_layout.setObjectName(u"Staff_layout")
        self.Staff_layout.setContentsMargins(0, 0, 0, 0)
        self.header = ScaledFrame(Staff)
        self.header.setObjectName(u"header")
        self.header.setProperty(u"kind", u"header")
        self.header.setProperty(u"drawnHeight", 64)
        self.header_layout = QHBoxLayout(self.header)
        self.header_layout.setSpacing(16)
        self.header_layout.setObjectName(u"header_layout")
        self.header_layout.setContentsMargins(24, 0, 24, 0)
        self.title = Label(self.header)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"textSize", 24)
        self.title.setProperty(u"strong", True)

        self.header_layout.addWidget(self.title)

        self.note = Label(self.header)
        self.note.setObjectName(u"note")
        self.note.setProperty(u"textSize", 15)
        self.note.setProperty(u"tone", u"soft")

        self.header_layout.addWidget(self.note)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.header_layout.addItem(self.spacer_1)


        self.Staff_layout.addWidget(self.header)

        self.body = QWidget(Staff)
        self.body.setObjectName(u"body")
        self.body_layout = QHBoxLayout(self.body)
        self.body_layout.setSpacing(0)
        self.body_layout.setObjectName(u"body_layout")
        self.body_layout.setContentsMargins(0, 0, 0, 0)
        self.people_pane = QFrame(self.body)
        self.people_pane.setObjectName(u"people_pane")
        self.people_pane.setProperty(u"kind", u"pane")
        self.people_pane_layout = QVBoxLayout(self.people_pane)
        self.people_pane_layout.setSpacing(0)
        self.people_pane_layout.setObjectName(u"people_pane_layout")
        self.people_pane_layout.setContentsMargins(0, 0, 0, 0)
        self.people_space = QVBoxLayout()
        self.people_space.setSpacing(0)
        self.people_space.setObjectName(u"people_space")
        self.people_space.setContentsMargins(0, 0, 0, 0)

        self.people_pane_layout.addLayout(self.people_space)

        self.people_foot = ScaledFrame(self.people_pane)
        self.people_foot.setObjectName(u"people_foot")
        self.people_foot.setProperty(u"kind", u"footer")
        self.people_foot.setProperty(u"drawnHeight", 36)
        self.people_foot_layout = QHBoxLayout(self.people_foot)
        self.people_foot_layout.setSpacing(0)
        self.people_foot_layout.setObjectName(u"people_foot_layout")
        self.people_foot_layout.setContentsMargins(20, 0, 20, 0)
        self.counts = Label(self.people_foot)
        self.counts.setObjectName(u"counts")
        self.counts.setProperty(u"textSize", 13)
        self.counts.setProperty(u"tone", u"soft")

        self.people_foot_layout.addWidget(self.counts)


        self.people_pane_layout.addWidget(self.people_foot)

        self.people_pane_layout.setStretch(0, 1)

        self.body_layout.addWidget(self.people_pane)

        self.side_pane = ScaledFrame(self.body)
        self.side_pane.setObjectName(u"side_pane")
        self.side_pane.setProperty(u"kind", u"right")
        self.side_pane.setProperty(u"drawnWidth", 400)
        self.side_pane_layout = QVBoxLayout(self.side_pane)
        self.side_pane_layout.setSpacing(0)
        self.side_pane_layout.setObjectName(u"side_pane_layout")
        self.side_pane_layout.setContentsMargins(0, 0, 0, 0)
        self.side_scroll = QScrollArea(self.side_pane)
        self.side_scroll.setObjectName(u"side_scroll")
        self.side_scroll.setWidgetResizable(True)
        self.side_scroll.setFrameShape(QFrame.NoFrame)
        self.side_scroll.setFocusPolicy(Qt.NoFocus)
        self.side_scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarAlwaysOff)
        self.side_frame = QFrame()
        self.side_frame.setObjectName(u"side_frame")
        self.side_frame.setProperty(u"kind", u"pane")
        self.side_frame_layout = QVBoxLayout(self.side_frame)
        self.side_frame_layout.setSpacing(0)
        self.side_frame_layout.setObjectName(u"side_frame_layout")
        self.side_frame_layout.setContentsMargins(0, 0, 0, 0)
        self.nobody = QWidget(self.side_frame)
        self.nobody.setObjectName(u"nobody")

        self.side_frame_layout.addWidget(self.nobody)

        self.person = QWidget(self.side_frame)
        self.person.setObjectName(u"person")
        self.person_layout = QVBoxLayout(self.person)
        self.person_layout.setSpacing(14)
        self.person_layout.setObjectName(u"person_layout")
        self.person_layout.setContentsMargins(24, 20, 24, 20)
        self.person_lines = QVBoxLayout()
        self.person_lines.setSpacing(0)
        self.person_lines.setObjectName(u"person_lines")
        self.person_lines.setContentsMargins(0, 0, 0, 0)
        self.person_name = Label(self.person)
        self.person_name.setObjectName(u"person_name")
        self.person_name.setWordWrap(True)
        self.person_name.setProperty(u"textSize", 20)
        self.person_name.setProperty(u"strong", True)

        self.person_lines.addWidget(self.person_name)

        self.person_ids = Label(self.person)
        self.person_ids.setObjectName(u"person_ids")
        self.person_ids.setWordWrap(True)
        self.person_ids.setProperty(u"textSize", 13)
        self.person_ids.setProperty(u"tone", u"soft")

        self.person_lines.addWidget(self.person_ids)


        self.person_layout.addLayout(self.person_lines)

        self.person_chips = QHBoxLayout()
        self.person_chips.setSpacing(8)
        self.person_chips.setObjectName(u"person_chips")
        self.person_chips.setContentsMargins(0, 0, 0, 0)
        self.here = Chip(self.person)
        self.here.setObjectName(u"here")

        self.person_chips.addWidget(self.here)

        self.factor = Chip(self.person)
        self.factor.setObjectName(u"factor")

        self.person_chips.addWidget(self.factor)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.person_chips.addItem(self.spacer_2)


        self.person_layout.addLayout(self.person_chips)

        self.locked_row = QHBoxLayout()
        self.locked_row.setSpacing(6)
        self.locked_row.setObjectName(u"locked_row")
        self.locked_row.setContentsMargins(0, 0, 0, 0)
        self.locked_icon = Icon(self.person)
        self.locked_icon.setObjectName(u"locked_icon")
        self.locked_icon.setProperty(u"icon", u"lock-simple")
        self.locked_icon.setProperty(u"iconSize", 16)
        self.locked_icon.setProperty(u"tone", u"warn")

        self.locked_row.addWidget(self.locked_icon, 0, Qt.AlignTop)

        self.locked = Label(self.person)
        self.locked.setObjectName(u"locked")
        self.locked.setWordWrap(True)
        self.locked.setProperty(u"textSize", 13)
        self.locked.setProperty(u"tone", u"warn")

        self.locked_row.addWidget(self.locked)

        self.locked_row.setStretch(1, 1)

        self.person_layout.addLayout(self.locked_row)

        self.reset_well = QFrame(self.person)
        self.reset_well.setObjectName(u"reset_well")
        self.reset_well.setProperty(u"kind", u"well")
        self.reset_layout = QVBoxLayout(self.reset_well)
        self.reset_layout.setSpacing(8)
        self.reset_layout.setObjectName(u"reset_layout")
        self.reset_layout.setContentsMargins(16, 12, 16, 12)
        self.reset_title = Label(self.reset_well)
        self.reset_title.setObjectName(u"reset_title")
        self.reset_title.setProperty(u"textSize", 15)
        self.reset_title.setProperty(u"strong", True)

        self.reset_layout.addWidget(self.reset_title)

        self.reset_text = Label(self.reset_well)
        self.reset_text.setObjectName(u"reset_text")
        self.reset_text.setWordWrap(True)
        self.reset_text.setProperty(u"textSize", 13)
        self.reset_text.setProperty(u"tone", u"soft")

        self.reset_layout.addWidget(self.reset_text)

        self.reset_row = QHBoxLayout()
        self.reset_row.setSpacing(8)
        self.reset_row.setObjectName(u"reset_row")
        self.reset_row.setContentsMargins(0, 0, 0, 0)
        self.approve = Button(self.reset_well)
        self.approve.setObjectName(u"approve")
        self.approve.setProperty(u"kind", u"secondary")
        self.approve.setProperty(u"drawnHeight", 36)

        self.reset_row.addWidget(self.approve)

        self.decline = Button(self.reset_well)
        self.decline.setObjectName(u"decline")
        self.decline.setProperty(u"kind", u"secondary")
        self.decline.setProperty(u"drawnHeight", 36)

        self.reset_row.addWidget(self.decline)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.reset_row.addItem(self.spacer_3)


        self.reset_layout.addLayout(self.reset_row)

        self.waits_row = QHBoxLayout()
        self.waits_row.setSpacing(6)
        self.waits_row.setObjectName(u"waits_row")
        self.waits_row.setContentsMargins(0, 0, 0, 0)
        self.waits_icon = Icon(self.reset_well)
        self.waits_icon.setObjectName(u"waits_icon")
        self.waits_icon.setProperty(u"icon", u"lock-simple")
        self.waits_icon.setProperty(u"iconSize", 16)
        self.waits_icon.setProperty(u"tone", u"soft")

        self.waits_row.addWidget(self.waits_icon, 0, Qt.AlignTop)

        self.waits = Label(self.reset_well)
        self.waits.setObjectName(u"waits")
        self.waits.setWordWrap(True)
        self.waits.setProperty(u"textSize", 13)
        self.waits.setProperty(u"tone", u"soft")

        self.waits_row.addWidget(self.waits)

        self.waits_row.setStretch(1, 1)

        self.reset_layout.addLayout(self.waits_row)


        self.person_layout.addWidget(self.reset_well)

        self.acts_box = QWidget(self.person)
        self.acts_box.setObjectName(u"acts_box")
        self.acts_layout = QVBoxLayout(self.acts_box)
        self.acts_layout.setSpacing(8)
        self.acts_layout.setObjectName(u"acts_layout")
        self.acts_layout.setContentsMargins(0, 0, 0, 0)
        self.acts_row = QHBoxLayout()
        self.acts_row.setSpacing(8)
        self.acts_row.setObjectName(u"acts_row")
        self.acts_row.setContentsMargins(0, 0, 0, 0)
        self.ask_reset = Button(self.acts_box)
        self.ask_reset.setObjectName(u"ask_reset")
        self.ask_reset.setProperty(u"kind", u"secondary")

        self.acts_row.addWidget(self.ask_reset)

        self.spacer_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.acts_row.addItem(self.spacer_4)


        self.acts_layout.addLayout(self.acts_row)

        self.ask_refused_row = QHBoxLayout()
        self.ask_refused_row.setSpacing(6)
        self.ask_refused_row.setObjectName(u"ask_refused_row")
        self.ask_refused_row.setContentsMargins(0, 0, 0, 0)
        self.ask_refused_icon = Icon(self.acts_box)
        self.ask_refused_icon.setObjectName(u"ask_refused_icon")
        self.ask_refused_icon.setProperty(u"icon", u"lock-simple")
        self.ask_refused_icon.setProperty(u"iconSize", 16)
        self.ask_refused_icon.setProperty(u"tone", u"soft")

        self.ask_refused_row.addWidget(self.ask_refused_icon, 0, Qt.AlignTop)

        self.ask_refused = Label(self.acts_box)
        self.ask_refused.setObjectName(u"ask_refused")
        self.ask_refused.setWordWrap(True)
        self.ask_refused.setProperty(u"textSize", 13)
        self.ask_refused.setProperty(u"tone", u"soft")

        self.ask_refused_row.addWidget(self.ask_refused)

        self.ask_refused_row.setStretch(1, 1)

        self.acts_layout.addLayout(self.ask_refused_row)

        self.link_row = QHBoxLayout()
        self.link_row.setSpacing(8)
        self.link_row.setObjectName(u"link_row")
        self.link_row.setContentsMargins(0, 0, 0, 0)
        self.link = Button(self.acts_box)
        self.link.setObjectName(u"link")
        self.link.setProperty(u"kind", u"secondary")

        self.link_row.addWidget(self.link)

        self.spacer_5 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.link_row.addItem(self.spacer_5)


        self.acts_layout.addLayout(self.link_row)

        self.link_refused_row = QHBoxLayout()
        self.link_refused_row.setSpacing(6)
        self.link_refused_row.setObjectName(u"link_refused_row")
        self.link_refused_row.setContentsMargins(0, 0, 0, 0)
        self.link_refused_icon = Icon(self.acts_box)
        self.link_refused_icon.setObjectName(u"link_refused_icon")
        self.link_refused_icon.setProperty(u"icon", u"lock-simple")
        self.link_refused_icon.setProperty(u"iconSize", 16)
        self.link_refused_icon.setProperty(u"tone", u"soft")

        self.link_refused_row.addWidget(self.link_refused_icon, 0, Qt.AlignTop)

        self.link_refused = Label(self.acts_box)
        self.link_refused.setObjectName(u"link_refused")
        self.link_refused.setWordWrap(True)
        self.link_refused.setProperty(u"textSize", 13)
        self.link_refused.setProperty(u"tone", u"soft")

        self.link_refused_row.addWidget(self.link_refused)

        self.link_refused_row.setStretch(1, 1)

        self.acts_layout.addLayout(self.link_refused_row)

        self.dismiss_row = QHBoxLayout()
        self.dismiss_row.setSpacing(8)
        self.dismiss_row.setObjectName(u"dismiss_row")
        self.dismiss_row.setContentsMargins(0, 0, 0, 0)
        self.dismiss = Button(self.acts_box)
        self.dismiss.setObjectName(u"dismiss")
        self.dismiss.setProperty(u"kind", u"secondary")

        self.dismiss_row.addWidget(self.dismiss)

        self.spacer_14 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.dismiss_row.addItem(self.spacer_14)


        self.acts_layout.addLayout(self.dismiss_row)

        self.dismiss_refused_row = QHBoxLayout()
        self.dismiss_refused_row.setSpacing(6)
        self.dismiss_refused_row.setObjectName(u"dismiss_refused_row")
        self.dismiss_refused_row.setContentsMargins(0, 0, 0, 0)
        self.dismiss_refused_icon = Icon(self.acts_box)
        self.dismiss_refused_icon.setObjectName(u"dismiss_refused_icon")
        self.dismiss_refused_icon.setProperty(u"icon", u"lock-simple")
        self.dismiss_refused_icon.setProperty(u"iconSize", 16)
        self.dismiss_refused_icon.setProperty(u"tone", u"soft")

        self.dismiss_refused_row.addWidget(self.dismiss_refused_icon, 0, Qt.AlignTop)

        self.dismiss_refused = Label(self.acts_box)
        self.dismiss_refused.setObjectName(u"dismiss_refused")
        self.dismiss_refused.setWordWrap(True)
        self.dismiss_refused.setProperty(u"textSize", 13)
        self.dismiss_refused.setProperty(u"tone", u"soft")

        self.dismiss_refused_row.addWidget(self.dismiss_refused)

        self.dismiss_refused_row.setStretch(1, 1)

        self.acts_layout.addLayout(self.dismiss_refused_row)


        self.person_layout.addWidget(self.acts_box)

        self.asking_box = QWidget(self.person)
        self.asking_box.setObjectName(u"asking_box")
        self.asking_layout = QVBoxLayout(self.asking_box)
        self.asking_layout.setSpacing(6)
        self.asking_layout.setObjectName(u"asking_layout")
        self.asking_layout.setContentsMargins(0, 0, 0, 0)
        self.asking_title = Label(self.asking_box)
        self.asking_title.setObjectName(u"asking_title")
        self.asking_title.setWordWrap(True)
        self.asking_title.setProperty(u"textSize", 15)
        self.asking_title.setProperty(u"strong", True)

        self.asking_layout.addWidget(self.asking_title)

        self.reason = PlainEdit(self.asking_box)
        self.reason.setObjectName(u"reason")
        self.reason.setMaxLength(200)

        self.asking_layout.addWidget(self.reason)

        self.link_slot = QVBoxLayout()
        self.link_slot.setSpacing(0)
        self.link_slot.setObjectName(u"link_slot")
        self.link_slot.setContentsMargins(0, 0, 0, 0)

        self.asking_layout.addLayout(self.link_slot)

        self.asking_below = QHBoxLayout()
        self.asking_below.setSpacing(6)
        self.asking_below.setObjectName(u"asking_below")
        self.asking_below.setContentsMargins(0, 0, 0, 0)
        self.asking_icon = Icon(self.asking_box)
        self.asking_icon.setObjectName(u"asking_icon")
        self.asking_icon.setProperty(u"icon", u"info")
        self.asking_icon.setProperty(u"iconSize", 16)
        self.asking_icon.setProperty(u"tone", u"soft")

        self.asking_below.addWidget(self.asking_icon, 0, Qt.AlignTop)

        self.asking_hint = Label(self.asking_box)
        self.asking_hint.setObjectName(u"asking_hint")
        self.asking_hint.setWordWrap(True)
        self.asking_hint.setProperty(u"textSize", 13)
        self.asking_hint.setProperty(u"tone", u"soft")

        self.asking_below.addWidget(self.asking_hint)

        self.asking_below.setStretch(1, 1)

        self.asking_layout.addLayout(self.asking_below)

        self.asking_row = QHBoxLayout()
        self.asking_row.setSpacing(8)
        self.asking_row.setObjectName(u"asking_row")
        self.asking_row.setContentsMargins(0, 0, 0, 0)
        self.confirm = Button(self.asking_box)
        self.confirm.setObjectName(u"confirm")
        self.confirm.setProperty(u"kind", u"primary")

        self.asking_row.addWidget(self.confirm)

        self.back = Button(self.asking_box)
        self.back.setObjectName(u"back")
        self.back.setProperty(u"kind", u"quiet")
        self.back.setProperty(u"key", u"Esc")

        self.asking_row.addWidget(self.back)

        self.spacer_6 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.asking_row.addItem(self.spacer_6)


        self.asking_layout.addLayout(self.asking_row)


        self.person_layout.addWidget(self.asking_box)

        self.spacer_7 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.person_layout.addItem(self.spacer_7)

        self.person_rule = QFrame(self.person)
        self.person_rule.setObjectName(u"person_rule")
        self.person_rule.setProperty(u"kind", u"rule")

        self.person_layout.addWidget(self.person_rule)

        self.find_row = QHBoxLayout()
        self.find_row.setSpacing(0)
        self.find_row.setObjectName(u"find_row")
        self.find_row.setContentsMargins(0, 0, 0, 0)
        self.find = Button(self.person)
        self.find.setObjectName(u"find")
        self.find.setProperty(u"kind", u"secondary")
        self.find.setProperty(u"iconName", u"plus")

        self.find_row.addWidget(self.find)

        self.spacer_8 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.find_row.addItem(self.spacer_8)


        self.person_layout.addLayout(self.find_row)


        self.side_frame_layout.addWidget(self.person)

        self.adding = QWidget(self.side_frame)
        self.adding.setObjectName(u"adding")
        self.adding_layout = QVBoxLayout(self.adding)
        self.adding_layout.setSpacing(14)
        self.adding_layout.setObjectName(u"adding_layout")
        self.adding_layout.setContentsMargins(24, 20, 24, 20)
        self.add_title = Label(self.adding)
        self.add_title.setObjectName(u"add_title")
        self.add_title.setProperty(u"textSize", 17)
        self.add_title.setProperty(u"strong", True)

        self.adding_layout.addWidget(self.add_title)

        self.name_field = QVBoxLayout()
        self.name_field.setSpacing(4)
        self.name_field.setObjectName(u"name_field")
        self.name_field.setContentsMargins(0, 0, 0, 0)
        self.name_label = Label(self.adding)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setProperty(u"textSize", 15)
        self.name_label.setProperty(u"strong", True)

        self.name_field.addWidget(self.name_label)

        self.name = PlainEdit(self.adding)
        self.name.setObjectName(u"name")
        self.name.setMaxLength(80)

        self.name_field.addWidget(self.name)

        self.name_below = QHBoxLayout()
        self.name_below.setSpacing(6)
        self.name_below.setObjectName(u"name_below")
        self.name_below.setContentsMargins(0, 0, 0, 0)
        self.name_icon = Icon(self.adding)
        self.name_icon.setObjectName(u"name_icon")
        self.name_icon.setProperty(u"icon", u"info")
        self.name_icon.setProperty(u"iconSize", 16)
        self.name_icon.setProperty(u"tone", u"soft")

        self.name_below.addWidget(self.name_icon, 0, Qt.AlignTop)

        self.name_hint = Label(self.adding)
        self.name_hint.setObjectName(u"name_hint")
        self.name_hint.setWordWrap(True)
        self.name_hint.setProperty(u"textSize", 13)
        self.name_hint.setProperty(u"tone", u"soft")

        self.name_below.addWidget(self.name_hint)

        self.name_below.setStretch(1, 1)

        self.name_field.addLayout(self.name_below)


        self.adding_layout.addLayout(self.name_field)

        self.staff_id_field = QVBoxLayout()
        self.staff_id_field.setSpacing(4)
        self.staff_id_field.setObjectName(u"staff_id_field")
        self.staff_id_field.setContentsMargins(0, 0, 0, 0)
        self.staff_id_label = Label(self.adding)
        self.staff_id_label.setObjectName(u"staff_id_label")
        self.staff_id_label.setProperty(u"textSize", 15)
        self.staff_id_label.setProperty(u"strong", True)

        self.staff_id_field.addWidget(self.staff_id_label)

        self.staff_id = LineEdit(self.adding)
        self.staff_id.setObjectName(u"staff_id")
        self.staff_id.setMaxLength(10)

        self.staff_id_field.addWidget(self.staff_id)

        self.staff_id_below = QHBoxLayout()
        self.staff_id_below.setSpacing(6)
        self.staff_id_below.setObjectName(u"staff_id_below")
        self.staff_id_below.setContentsMargins(0, 0, 0, 0)
        self.staff_id_icon = Icon(self.adding)
        self.staff_id_icon.setObjectName(u"staff_id_icon")
        self.staff_id_icon.setProperty(u"icon", u"info")
        self.staff_id_icon.setProperty(u"iconSize", 16)
        self.staff_id_icon.setProperty(u"tone", u"soft")

        self.staff_id_below.addWidget(self.staff_id_icon, 0, Qt.AlignTop)

        self.staff_id_hint = Label(self.adding)
        self.staff_id_hint.setObjectName(u"staff_id_hint")
        self.staff_id_hint.setWordWrap(True)
        self.staff_id_hint.setProperty(u"textSize", 13)
        self.staff_id_hint.setProperty(u"tone", u"soft")

        self.staff_id_below.addWidget(self.staff_id_hint)

        self.staff_id_below.setStretch(1, 1)

        self.staff_id_field.addLayout(self.staff_id_below)


        self.adding_layout.addLayout(self.staff_id_field)

        self.role_field = QVBoxLayout()
        self.role_field.setSpacing(4)
        self.role_field.setObjectName(u"role_field")
        self.role_field.setContentsMargins(0, 0, 0, 0)
        self.role_label = Label(self.adding)
        self.role_label.setObjectName(u"role_label")
        self.role_label.setProperty(u"textSize", 15)
        self.role_label.setProperty(u"strong", True)

        self.role_field.addWidget(self.role_label)

        self.role = Segmented(self.adding)
        self.role.setObjectName(u"role")

        self.role_field.addWidget(self.role)


        self.adding_layout.addLayout(self.role_field)

        self.office_box = QWidget(self.adding)
        self.office_box.setObjectName(u"office_box")
        self.office_box_layout = QVBoxLayout(self.office_box)
        self.office_box_layout.setSpacing(4)
        self.office_box_layout.setObjectName(u"office_box_layout")
        self.office_box_layout.setContentsMargins(0, 0, 0, 0)
        self.office_label = Label(self.office_box)
        self.office_label.setObjectName(u"office_label")
        self.office_label.setProperty(u"textSize", 15)
        self.office_label.setProperty(u"strong", True)

        self.office_box_layout.addWidget(self.office_label)

        self.office = ComboBox(self.office_box)
        self.office.setObjectName(u"office")

        self.office_box_layout.addWidget(self.office)


        self.adding_layout.addWidget(self.office_box)

        self.tin_field = QVBoxLayout()
        self.tin_field.setSpacing(4)
        self.tin_field.setObjectName(u"tin_field")
        self.tin_field.setContentsMargins(0, 0, 0, 0)
        self.tin_label = Label(self.adding)
        self.tin_label.setObjectName(u"tin_label")
        self.tin_label.setProperty(u"textSize", 15)
        self.tin_label.setProperty(u"strong", True)

        self.tin_field.addWidget(self.tin_label)

        self.tin = SecretTinEdit(self.adding)
        self.tin.setObjectName(u"tin")

        self.tin_field.addWidget(self.tin)

        self.tin_below = QHBoxLayout()
        self.tin_below.setSpacing(6)
        self.tin_below.setObjectName(u"tin_below")
        self.tin_below.setContentsMargins(0, 0, 0, 0)
        self.tin_icon = Icon(self.adding)
        self.tin_icon.setObjectName(u"tin_icon")
        self.tin_icon.setProperty(u"icon", u"info")
        self.tin_icon.setProperty(u"iconSize", 16)
        self.tin_icon.setProperty(u"tone", u"soft")

        self.tin_below.addWidget(self.tin_icon, 0, Qt.AlignTop)

        self.tin_hint = Label(self.adding)
        self.tin_hint.setObjectName(u"tin_hint")
        self.tin_hint.setWordWrap(True)
        self.tin_hint.setProperty(u"textSize", 13)
        self.tin_hint.setProperty(u"tone", u"soft")

        self.tin_below.addWidget(self.tin_hint)

        self.tin_below.setStretch(1, 1)

        self.tin_field.addLayout(self.tin_below)


        self.adding_layout.addLayout(self.tin_field)

        self.household_field = QVBoxLayout()
        self.household_field.setSpacing(4)
        self.household_field.setObjectName(u"household_field")
        self.household_field.setContentsMargins(0, 0, 0, 0)
        self.household_label = Label(self.adding)
        self.household_label.setObjectName(u"household_label")
        self.household_label.setProperty(u"textSize", 15)
        self.household_label.setProperty(u"strong", True)

        self.household_field.addWidget(self.household_label)

        self.household_slot = QVBoxLayout()
        self.household_slot.setSpacing(0)
        self.household_slot.setObjectName(u"household_slot")
        self.household_slot.setContentsMargins(0, 0, 0, 0)

        self.household_field.addLayout(self.household_slot)

        self.household_below = QHBoxLayout()
        self.household_below.setSpacing(6)
        self.household_below.setObjectName(u"household_below")
        self.household_below.setContentsMargins(0, 0, 0, 0)
        self.household_icon = Icon(self.adding)
        self.household_icon.setObjectName(u"household_icon")
        self.household_icon.setProperty(u"icon", u"info")
        self.household_icon.setProperty(u"iconSize", 16)
        self.household_icon.setProperty(u"tone", u"soft")

        self.household_below.addWidget(self.household_icon, 0, Qt.AlignTop)

        self.household_hint = Label(self.adding)
        self.household_hint.setObjectName(u"household_hint")
        self.household_hint.setWordWrap(True)
        self.household_hint.setProperty(u"textSize", 13)
        self.household_hint.setProperty(u"tone", u"soft")

        self.household_below.addWidget(self.household_hint)

        self.household_below.setStretch(1, 1)

        self.household_field.addLayout(self.household_below)


        self.adding_layout.addLayout(self.household_field)

        self.add_row = QHBoxLayout()
        self.add_row.setSpacing(8)
        self.add_row.setObjectName(u"add_row")
        self.add_row.setContentsMargins(0, 0, 0, 0)
        self.add = Button(self.adding)
        self.add.setObjectName(u"add")
        self.add.setProperty(u"kind", u"primary")
        self.add.setProperty(u"key", u"Ctrl+Return")
        self.add.setProperty(u"drawnHeight", 48)

        self.add_row.addWidget(self.add)

        self.back_from_adding = Button(self.adding)
        self.back_from_adding.setObjectName(u"back_from_adding")
        self.back_from_adding.setProperty(u"kind", u"quiet")
        self.back_from_adding.setProperty(u"key", u"Esc")

        self.add_row.addWidget(self.back_from_adding)

        self.spacer_9 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.add_row.addItem(self.spacer_9)


        self.adding_layout.addLayout(self.add_row)

        self.spacer_10 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.adding_layout.addItem(self.spacer_10)


        self.side_frame_layout.addWidget(self.adding)

        self.added = QWidget(self.side_frame)
        self.added.setObjectName(u"added")
        self.added_layout = QVBoxLayout(self.added)
        self.added_layout.setSpacing(8)
        self.added_layout.setObjectName(u"added_layout")
        self.added_layout.setContentsMargins(24, 20, 24, 20)
        self.added_title = Label(self.added)
        self.added_title.setObjectName(u"added_title")
        self.added_title.setWordWrap(True)
        self.added_title.setProperty(u"textSize", 17)
        self.added_title.setProperty(u"strong", True)

        self.added_layout.addWidget(self.added_title)

        self.once_row = QHBoxLayout()
        self.once_row.setSpacing(8)
        self.once_row.setObjectName(u"once_row")
        self.once_row.setContentsMargins(0, 0, 0, 0)
        self.once_icon = Icon(self.added)
        self.once_icon.setObjectName(u"once_icon")
        self.once_icon.setProperty(u"icon", u"eye")
        self.once_icon.setProperty(u"iconSize", 18)
        self.once_icon.setProperty(u"tone", u"warn")

        self.once_row.addWidget(self.once_icon)

        self.once = Label(self.added)
        self.once.setObjectName(u"once")
        self.once.setWordWrap(True)
        self.once.setProperty(u"textSize", 15)
        self.once.setProperty(u"tone", u"warn")

        self.once_row.addWidget(self.once)

        self.once_row.setStretch(1, 1)

        self.added_layout.addLayout(self.once_row)

        self.password_label = Label(self.added)
        self.password_label.setObjectName(u"password_label")
        self.password_label.setProperty(u"textSize", 13)
        self.password_label.setProperty(u"strong", True)
        self.password_label.setProperty(u"tone", u"soft")

        self.added_layout.addWidget(self.password_label)

        self.password_well = QFrame(self.added)
        self.password_well.setObjectName(u"password_well")
        self.password_well.setProperty(u"kind", u"well")
        self.password_well_layout = QVBoxLayout(self.password_well)
        self.password_well_layout.setSpacing(0)
        self.password_well_layout.setObjectName(u"password_well_layout")
        self.password_well_layout.setContentsMargins(16, 14, 16, 14)
        self.password = Label(self.password_well)
        self.password.setObjectName(u"password")
        self.password.setWordWrap(True)
        self.password.setProperty(u"textSize", 24)
        self.password.setProperty(u"strong", True)

        self.password_well_layout.addWidget(self.password)


        self.added_layout.addWidget(self.password_well)

        self.until_row = QHBoxLayout()
        self.until_row.setSpacing(6)
        self.until_row.setObjectName(u"until_row")
        self.until_row.setContentsMargins(0, 0, 0, 0)
        self.until_icon = Icon(self.added)
        self.until_icon.setObjectName(u"until_icon")
        self.until_icon.setProperty(u"icon", u"clock")
        self.until_icon.setProperty(u"iconSize", 16)
        self.until_icon.setProperty(u"tone", u"soft")

        self.until_row.addWidget(self.until_icon, 0, Qt.AlignTop)

        self.until = Label(self.added)
        self.until.setObjectName(u"until")
        self.until.setWordWrap(True)
        self.until.setProperty(u"textSize", 13)
        self.until.setProperty(u"tone", u"soft")

        self.until_row.addWidget(self.until)

        self.until_row.setStretch(1, 1)

        self.added_layout.addLayout(self.until_row)

        self.first_row = QHBoxLayout()
        self.first_row.setSpacing(6)
        self.first_row.setObjectName(u"first_row")
        self.first_row.setContentsMargins(0, 0, 0, 0)
        self.first_icon = Icon(self.added)
        self.first_icon.setObjectName(u"first_icon")
        self.first_icon.setProperty(u"icon", u"device-mobile")
        self.first_icon.setProperty(u"iconSize", 16)
        self.first_icon.setProperty(u"tone", u"soft")

        self.first_row.addWidget(self.first_icon, 0, Qt.AlignTop)

        self.first = Label(self.added)
        self.first.setObjectName(u"first")
        self.first.setWordWrap(True)
        self.first.setProperty(u"textSize", 13)
        self.first.setProperty(u"tone", u"soft")

        self.first_row.addWidget(self.first)

        self.first_row.setStretch(1, 1)

        self.added_layout.addLayout(self.first_row)

        self.spacer_11 = QSpacerItem(0, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.added_layout.addItem(self.spacer_11)

        self.done_row = QHBoxLayout()
        self.done_row.setSpacing(0)
        self.done_row.setObjectName(u"done_row")
        self.done_row.setContentsMargins(0, 0, 0, 0)
        self.done = Button(self.added)
        self.done.setObjectName(u"done")
        self.done.setProperty(u"kind", u"primary")
        self.done.setProperty(u"key", u"Return")
        self.done.setProperty(u"drawnHeight", 48)

        self.done_row.addWidget(self.done)

        self.spacer_12 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.done_row.addItem(self.spacer_12)


        self.added_layout.addLayout(self.done_row)

        self.spacer_13 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.added_layout.addItem(self.spacer_13)


        self.side_frame_layout.addWidget(self.added)

        self.side_scroll.setWidget(self.side_frame)

        self.side_pane_layout.addWidget(self.side_scroll)


        self.body_layout.addWidget(self.side_pane)

        self.body_layout.setStretch(0, 1)

        self.Staff_layout.addWidget(self.body)

        self.Staff_layout.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.staff_id_label.setBuddy(self.staff_id)
        self.office_label.setBuddy(self.office)
        self.tin_label.setBuddy(self.tin)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.approve, self.decline)
        QWidget.setTabOrder(self.decline, self.ask_reset)
        QWidget.setTabOrder(self.ask_reset, self.link)
        QWidget.setTabOrder(self.link, self.dismiss)
        QWidget.setTabOrder(self.dismiss, self.reason)
        QWidget.setTabOrder(self.reason, self.confirm)
        QWidget.setTabOrder(self.confirm, self.back)
        QWidget.setTabOrder(self.back, self.find)
        QWidget.setTabOrder(self.find, self.name)
        QWidget.setTabOrder(self.name, self.staff_id)
        QWidget.setTabOrder(self.staff_id, self.role)
        QWidget.setTabOrder(self.role, self.office)
        QWidget.setTabOrder(self.office, self.tin)
        QWidget.setTabOrder(self.tin, self.add)
        QWidget.setTabOrder(self.add, self.back_from_adding)
        QWidget.setTabOrder(self.back_from_adding, self.done)

        self.retranslateUi(Staff)
    # setupUi

    def retranslateUi(self, Staff: QWidget) -> None:
        self.title.setText(QCoreApplication.translate("Staff", u"staff.title", None))
        self.note.setText(QCoreApplication.translate("Staff", u"staff.note", None))
        self.reset_title.setText(QCoreApplication.translate("Staff", u"staff.reset_title", None))
#if QT_CONFIG(accessibility)
        self.reason.setAccessibleName(QCoreApplication.translate("Staff", u"staff.reason", None))
#endif // QT_CONFIG(accessibility)
        self.add_title.setText(QCoreApplication.translate("Staff", u"staff.add", None))
        self.name_label.setText(QCoreApplication.translate("Staff", u"staff.name", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("Staff", u"staff.name", None))
#endif // QT_CONFIG(accessibility)
        self.staff_id_label.setText(QCoreApplication.translate("Staff", u"staff.staff_id", None))
#if QT_CONFIG(accessibility)
        self.staff_id.setAccessibleName(QCoreApplication.translate("Staff", u"staff.staff_id", None))
#endif // QT_CONFIG(accessibility)
        self.role_label.setText(QCoreApplication.translate("Staff", u"staff.role_label", None))
#if QT_CONFIG(accessibility)
        self.role.setAccessibleName(QCoreApplication.translate("Staff", u"staff.role_label", None))
#endif // QT_CONFIG(accessibility)
        self.office_label.setText(QCoreApplication.translate("Staff", u"staff.office_label", None))
#if QT_CONFIG(accessibility)
        self.office.setAccessibleName(QCoreApplication.translate("Staff", u"staff.office_label", None))
#endif // QT_CONFIG(accessibility)
        self.tin_label.setText(QCoreApplication.translate("Staff", u"staff.tin", None))
#if QT_CONFIG(accessibility)
        self.tin.setAccessibleName(QCoreApplication.translate("Staff", u"staff.tin", None))
#endif // QT_CONFIG(accessibility)
        self.household_label.setText(QCoreApplication.translate("Staff", u"staff.household", None))
        self.add.setText(QCoreApplication.translate("Staff", u"staff.add_submit", None))
        self.once.setText(QCoreApplication.translate("Staff", u"staff.once", None))
        self.password_label.setText(QCoreApplication.translate("Staff", u"staff.first_password", None))
        self.first.setText(QCoreApplication.translate("Staff", u"staff.first_sign_in", None))
        self.done.setText(QCoreApplication.translate("Staff", u"staff.done", None))
        pass
    # retranslateUi

