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
    QSizePolicy, QSpacerItem, QStackedWidget, QVBoxLayout,
    QWidget)

from assistor_console.gui.widgets.button import Button
from assistor_console.gui.widgets.editors import (LineEdit, PlainEdit)
from assistor_console.gui.widgets.inputs import (ComboBox, Segmented)
from assistor_console.gui.widgets.label import Label
from assistor_console.gui.widgets.marks import Icon
from assistor_console.gui.widgets.scaled import ScaledFrame

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

        self.spacer_7 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.header_layout.addItem(self.spacer_7)


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

        self.add_pane = ScaledFrame(self.body)
        self.add_pane.setObjectName(u"add_pane")
        self.add_pane.setProperty(u"kind", u"right")
        self.add_pane.setProperty(u"drawnWidth", 400)
        self.add_pane_layout = QVBoxLayout(self.add_pane)
        self.add_pane_layout.setSpacing(0)
        self.add_pane_layout.setObjectName(u"add_pane_layout")
        self.add_pane_layout.setContentsMargins(0, 0, 0, 0)
        self.add_scroll = QScrollArea(self.add_pane)
        self.add_scroll.setObjectName(u"add_scroll")
        self.add_scroll.setWidgetResizable(True)
        self.add_scroll.setFrameShape(QFrame.NoFrame)
        self.add_scroll.setFocusPolicy(Qt.NoFocus)
        self.add_scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarAlwaysOff)
        self.add_frame = QFrame()
        self.add_frame.setObjectName(u"add_frame")
        self.add_frame.setProperty(u"kind", u"pane")
        self.add_frame_layout = QVBoxLayout(self.add_frame)
        self.add_frame_layout.setSpacing(0)
        self.add_frame_layout.setObjectName(u"add_frame_layout")
        self.add_frame_layout.setContentsMargins(0, 0, 0, 0)
        self.add_stack = QStackedWidget(self.add_frame)
        self.add_stack.setObjectName(u"add_stack")
        self.adding = QWidget()
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
        self.name_icon.setProperty(u"icon", u"warning-circle")
        self.name_icon.setProperty(u"iconSize", 16)
        self.name_icon.setProperty(u"tone", u"soft")

        self.name_below.addWidget(self.name_icon)

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
        self.staff_id_icon.setProperty(u"icon", u"warning-circle")
        self.staff_id_icon.setProperty(u"iconSize", 16)
        self.staff_id_icon.setProperty(u"tone", u"soft")

        self.staff_id_below.addWidget(self.staff_id_icon)

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

        self.add_row = QHBoxLayout()
        self.add_row.setSpacing(0)
        self.add_row.setObjectName(u"add_row")
        self.add_row.setContentsMargins(0, 0, 0, 0)
        self.add = Button(self.adding)
        self.add.setObjectName(u"add")
        self.add.setProperty(u"kind", u"primary")
        self.add.setProperty(u"key", u"Ctrl+Return")
        self.add.setProperty(u"drawnHeight", 48)

        self.add_row.addWidget(self.add)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.add_row.addItem(self.spacer_1)


        self.adding_layout.addLayout(self.add_row)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.adding_layout.addItem(self.spacer_2)

        self.add_stack.addWidget(self.adding)
        self.added = QWidget()
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

        self.once_row.addWidget(self.once_icon, 0, Qt.AlignTop)

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
        self.password_well_layout.setContentsMargins(14, 10, 14, 10)
        self.password = Label(self.password_well)
        self.password.setObjectName(u"password")
        self.password.setWordWrap(True)
        self.password.setProperty(u"textSize", 20)
        self.password.setProperty(u"strong", True)

        self.password_well_layout.addWidget(self.password)


        self.added_layout.addWidget(self.password_well)

        self.qr_label = Label(self.added)
        self.qr_label.setObjectName(u"qr_label")
        self.qr_label.setWordWrap(True)
        self.qr_label.setProperty(u"textSize", 13)
        self.qr_label.setProperty(u"strong", True)
        self.qr_label.setProperty(u"tone", u"soft")

        self.added_layout.addWidget(self.qr_label)

        self.qr_space = QHBoxLayout()
        self.qr_space.setSpacing(0)
        self.qr_space.setObjectName(u"qr_space")
        self.qr_space.setContentsMargins(0, 0, 0, 0)
        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.qr_space.addItem(self.spacer_3)


        self.added_layout.addLayout(self.qr_space)

        self.secret_label = Label(self.added)
        self.secret_label.setObjectName(u"secret_label")
        self.secret_label.setProperty(u"textSize", 13)
        self.secret_label.setProperty(u"strong", True)
        self.secret_label.setProperty(u"tone", u"soft")

        self.added_layout.addWidget(self.secret_label)

        self.secret = Label(self.added)
        self.secret.setObjectName(u"secret")
        self.secret.setWordWrap(True)
        self.secret.setProperty(u"textSize", 15)
        self.secret.setProperty(u"strong", True)

        self.added_layout.addWidget(self.secret)

        self.spacer_4 = QSpacerItem(0, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.added_layout.addItem(self.spacer_4)

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

        self.spacer_5 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.done_row.addItem(self.spacer_5)


        self.added_layout.addLayout(self.done_row)

        self.spacer_6 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.added_layout.addItem(self.spacer_6)

        self.add_stack.addWidget(self.added)

        self.add_frame_layout.addWidget(self.add_stack)

        self.add_scroll.setWidget(self.add_frame)

        self.add_pane_layout.addWidget(self.add_scroll)


        self.body_layout.addWidget(self.add_pane)

        self.body_layout.setStretch(0, 1)

        self.Staff_layout.addWidget(self.body)

        self.Staff_layout.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.staff_id_label.setBuddy(self.staff_id)
        self.office_label.setBuddy(self.office)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.name, self.staff_id)
        QWidget.setTabOrder(self.staff_id, self.role)
        QWidget.setTabOrder(self.role, self.office)
        QWidget.setTabOrder(self.office, self.add)
        QWidget.setTabOrder(self.add, self.done)

        self.retranslateUi(Staff)
    # setupUi

    def retranslateUi(self, Staff: QWidget) -> None:
        self.title.setText(QCoreApplication.translate("Staff", u"staff.title", None))
        self.note.setText(QCoreApplication.translate("Staff", u"staff.note", None))
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
        self.add.setText(QCoreApplication.translate("Staff", u"staff.add_submit", None))
        self.once.setText(QCoreApplication.translate("Staff", u"staff.once", None))
        self.password_label.setText(QCoreApplication.translate("Staff", u"staff.first_password", None))
        self.qr_label.setText(QCoreApplication.translate("Staff", u"staff.qr", None))
        self.secret_label.setText(QCoreApplication.translate("Staff", u"staff.secret", None))
        self.done.setText(QCoreApplication.translate("Staff", u"staff.done", None))
        pass
    # retranslateUi

