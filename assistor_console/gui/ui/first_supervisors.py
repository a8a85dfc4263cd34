# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'first_supervisors.ui'
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
from assistor_console.gui.widgets.label import Label
from assistor_console.gui.widgets.marks import Icon
from assistor_console.gui.widgets.scaled import ScaledFrame
from assistor_console.gui.widgets.secret_edits import (CodeEdit, PasswordEdit, SecretTinEdit)

class Ui_FirstSupervisors(object):
    def setupUi(self, FirstSupervisors: QWidget) -> None:
        if not FirstSupervisors.objectName():
            FirstSupervisors.setObjectName(u"FirstSupervisors")
        self.FirstSupervisors_layout = QVBoxLayout(FirstSupervisors)
        self.FirstSupervisors_layout.setSpacing(0)
        self.FirstSupervisors_layout.setObjectName(u"FirstSupervisors_layout")
        self.FirstSupervisors_layout.setContentsMargins(0, 0, 0, 0)
        self.header = ScaledFrame(FirstSupervisors)
        self.header.setObjectName(u"header")
        self.header.setProperty(u"kind", u"header")
        self.header.setProperty(u"drawnHeight", 84)
        self.header_layout = QHBoxLayout(self.header)
        self.header_layout.setSpacing(16)
        self.header_layout.setObjectName(u"header_layout")
        self.header_layout.setContentsMargins(32, 0, 32, 0)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(0)
        self.lines.setObjectName(u"lines")
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.spacer_9 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.lines.addItem(self.spacer_9)

        self.title = Label(self.header)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"textSize", 24)
        self.title.setProperty(u"strong", True)

        self.lines.addWidget(self.title)

        self.lead = Label(self.header)
        self.lead.setObjectName(u"lead")
        self.lead.setProperty(u"textSize", 15)
        self.lead.setProperty(u"tone", u"soft")

        self.lines.addWidget(self.lead)

        self.spacer_10 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.lines.addItem(self.spacer_10)


        self.header_layout.addLayout(self.lines)

        self.spacer_11 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.header_layout.addItem(self.spacer_11)


        self.FirstSupervisors_layout.addWidget(self.header)

        self.body = QScrollArea(FirstSupervisors)
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
        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.content_layout.addItem(self.spacer_1)

        self.cards = QHBoxLayout()
        self.cards.setSpacing(24)
        self.cards.setObjectName(u"cards")
        self.cards.setContentsMargins(0, 0, 0, 0)
        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.cards.addItem(self.spacer_2)

        self.person_1 = QFrame(self.content)
        self.person_1.setObjectName(u"person_1")
        self.person_1.setMinimumSize(QSize(400, 0))
        self.person_1.setMaximumSize(QSize(640, 16777215))
        self.person_1.setProperty(u"kind", u"panel")
        self.person_1_layout = QVBoxLayout(self.person_1)
        self.person_1_layout.setSpacing(12)
        self.person_1_layout.setObjectName(u"person_1_layout")
        self.person_1_layout.setContentsMargins(24, 20, 24, 20)
        self.title_1 = Label(self.person_1)
        self.title_1.setObjectName(u"title_1")
        self.title_1.setProperty(u"textSize", 17)
        self.title_1.setProperty(u"strong", True)

        self.person_1_layout.addWidget(self.title_1)

        self.who_1 = QHBoxLayout()
        self.who_1.setSpacing(16)
        self.who_1.setObjectName(u"who_1")
        self.who_1.setContentsMargins(0, 0, 0, 0)
        self.name_1_field = QVBoxLayout()
        self.name_1_field.setSpacing(4)
        self.name_1_field.setObjectName(u"name_1_field")
        self.name_1_field.setContentsMargins(0, 0, 0, 0)
        self.name_1_label = Label(self.person_1)
        self.name_1_label.setObjectName(u"name_1_label")
        self.name_1_label.setProperty(u"textSize", 15)
        self.name_1_label.setProperty(u"strong", True)

        self.name_1_field.addWidget(self.name_1_label)

        self.name_1 = PlainEdit(self.person_1)
        self.name_1.setObjectName(u"name_1")
        self.name_1.setMaxLength(80)

        self.name_1_field.addWidget(self.name_1)


        self.who_1.addLayout(self.name_1_field)

        self.staff_id_1_field = QVBoxLayout()
        self.staff_id_1_field.setSpacing(4)
        self.staff_id_1_field.setObjectName(u"staff_id_1_field")
        self.staff_id_1_field.setContentsMargins(0, 0, 0, 0)
        self.staff_id_1_label = Label(self.person_1)
        self.staff_id_1_label.setObjectName(u"staff_id_1_label")
        self.staff_id_1_label.setProperty(u"textSize", 15)
        self.staff_id_1_label.setProperty(u"strong", True)

        self.staff_id_1_field.addWidget(self.staff_id_1_label)

        self.staff_id_1 = LineEdit(self.person_1)
        self.staff_id_1.setObjectName(u"staff_id_1")
        self.staff_id_1.setMaxLength(10)

        self.staff_id_1_field.addWidget(self.staff_id_1)


        self.who_1.addLayout(self.staff_id_1_field)

        self.who_1.setStretch(0, 3)
        self.who_1.setStretch(1, 2)

        self.person_1_layout.addLayout(self.who_1)

        self.kin_1 = QHBoxLayout()
        self.kin_1.setSpacing(16)
        self.kin_1.setObjectName(u"kin_1")
        self.kin_1.setContentsMargins(0, 0, 0, 0)
        self.tin_1_field = QVBoxLayout()
        self.tin_1_field.setSpacing(4)
        self.tin_1_field.setObjectName(u"tin_1_field")
        self.tin_1_field.setContentsMargins(0, 0, 0, 0)
        self.tin_1_label = Label(self.person_1)
        self.tin_1_label.setObjectName(u"tin_1_label")
        self.tin_1_label.setProperty(u"textSize", 15)
        self.tin_1_label.setProperty(u"strong", True)

        self.tin_1_field.addWidget(self.tin_1_label)

        self.tin_1 = SecretTinEdit(self.person_1)
        self.tin_1.setObjectName(u"tin_1")

        self.tin_1_field.addWidget(self.tin_1)

        self.spacer_20 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.tin_1_field.addItem(self.spacer_20)


        self.kin_1.addLayout(self.tin_1_field)

        self.household_1_field = QVBoxLayout()
        self.household_1_field.setSpacing(4)
        self.household_1_field.setObjectName(u"household_1_field")
        self.household_1_field.setContentsMargins(0, 0, 0, 0)
        self.household_1_label = Label(self.person_1)
        self.household_1_label.setObjectName(u"household_1_label")
        self.household_1_label.setProperty(u"textSize", 15)
        self.household_1_label.setProperty(u"strong", True)

        self.household_1_field.addWidget(self.household_1_label)

        self.household_slot_1 = QVBoxLayout()
        self.household_slot_1.setSpacing(0)
        self.household_slot_1.setObjectName(u"household_slot_1")
        self.household_slot_1.setContentsMargins(0, 0, 0, 0)

        self.household_1_field.addLayout(self.household_slot_1)

        self.spacer_21 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.household_1_field.addItem(self.spacer_21)


        self.kin_1.addLayout(self.household_1_field)

        self.kin_1.setStretch(0, 1)
        self.kin_1.setStretch(1, 1)

        self.person_1_layout.addLayout(self.kin_1)

        self.tin_below_1 = QHBoxLayout()
        self.tin_below_1.setSpacing(6)
        self.tin_below_1.setObjectName(u"tin_below_1")
        self.tin_below_1.setContentsMargins(0, 0, 0, 0)
        self.tin_icon_1 = Icon(self.person_1)
        self.tin_icon_1.setObjectName(u"tin_icon_1")
        self.tin_icon_1.setProperty(u"icon", u"info")
        self.tin_icon_1.setProperty(u"iconSize", 16)
        self.tin_icon_1.setProperty(u"tone", u"soft")

        self.tin_below_1.addWidget(self.tin_icon_1, 0, Qt.AlignTop)

        self.tin_hint_1 = Label(self.person_1)
        self.tin_hint_1.setObjectName(u"tin_hint_1")
        self.tin_hint_1.setWordWrap(True)
        self.tin_hint_1.setProperty(u"textSize", 13)
        self.tin_hint_1.setProperty(u"tone", u"soft")

        self.tin_below_1.addWidget(self.tin_hint_1)

        self.tin_below_1.setStretch(1, 1)

        self.person_1_layout.addLayout(self.tin_below_1)

        self.secrets_1 = QHBoxLayout()
        self.secrets_1.setSpacing(16)
        self.secrets_1.setObjectName(u"secrets_1")
        self.secrets_1.setContentsMargins(0, 0, 0, 0)
        self.password_1_field = QVBoxLayout()
        self.password_1_field.setSpacing(4)
        self.password_1_field.setObjectName(u"password_1_field")
        self.password_1_field.setContentsMargins(0, 0, 0, 0)
        self.password_1_label = Label(self.person_1)
        self.password_1_label.setObjectName(u"password_1_label")
        self.password_1_label.setProperty(u"textSize", 15)
        self.password_1_label.setProperty(u"strong", True)

        self.password_1_field.addWidget(self.password_1_label)

        self.password_1 = PasswordEdit(self.person_1)
        self.password_1.setObjectName(u"password_1")
        self.password_1.setProperty(u"drawn", u"normal")

        self.password_1_field.addWidget(self.password_1)


        self.secrets_1.addLayout(self.password_1_field)

        self.again_1_field = QVBoxLayout()
        self.again_1_field.setSpacing(4)
        self.again_1_field.setObjectName(u"again_1_field")
        self.again_1_field.setContentsMargins(0, 0, 0, 0)
        self.again_1_label = Label(self.person_1)
        self.again_1_label.setObjectName(u"again_1_label")
        self.again_1_label.setProperty(u"textSize", 15)
        self.again_1_label.setProperty(u"strong", True)

        self.again_1_field.addWidget(self.again_1_label)

        self.again_1 = PasswordEdit(self.person_1)
        self.again_1.setObjectName(u"again_1")
        self.again_1.setProperty(u"drawn", u"normal")

        self.again_1_field.addWidget(self.again_1)


        self.secrets_1.addLayout(self.again_1_field)

        self.secrets_1.setStretch(0, 1)
        self.secrets_1.setStretch(1, 1)

        self.person_1_layout.addLayout(self.secrets_1)

        self.password_below_1 = QHBoxLayout()
        self.password_below_1.setSpacing(6)
        self.password_below_1.setObjectName(u"password_below_1")
        self.password_below_1.setContentsMargins(0, 0, 0, 0)
        self.password_icon_1 = Icon(self.person_1)
        self.password_icon_1.setObjectName(u"password_icon_1")
        self.password_icon_1.setProperty(u"icon", u"info")
        self.password_icon_1.setProperty(u"iconSize", 16)
        self.password_icon_1.setProperty(u"tone", u"soft")

        self.password_below_1.addWidget(self.password_icon_1)

        self.password_hint_1 = Label(self.person_1)
        self.password_hint_1.setObjectName(u"password_hint_1")
        self.password_hint_1.setWordWrap(True)
        self.password_hint_1.setProperty(u"textSize", 13)
        self.password_hint_1.setProperty(u"tone", u"soft")

        self.password_below_1.addWidget(self.password_hint_1)

        self.password_below_1.setStretch(1, 1)

        self.person_1_layout.addLayout(self.password_below_1)

        self.rule_1 = QFrame(self.person_1)
        self.rule_1.setObjectName(u"rule_1")
        self.rule_1.setProperty(u"kind", u"rule")

        self.person_1_layout.addWidget(self.rule_1)

        self.proof_1 = QHBoxLayout()
        self.proof_1.setSpacing(20)
        self.proof_1.setObjectName(u"proof_1")
        self.proof_1.setContentsMargins(0, 0, 0, 0)
        self.qr_space_1 = QVBoxLayout()
        self.qr_space_1.setSpacing(0)
        self.qr_space_1.setObjectName(u"qr_space_1")
        self.qr_space_1.setContentsMargins(0, 0, 0, 0)

        self.proof_1.addLayout(self.qr_space_1)

        self.proof_column_1 = QVBoxLayout()
        self.proof_column_1.setSpacing(6)
        self.proof_column_1.setObjectName(u"proof_column_1")
        self.proof_column_1.setContentsMargins(0, 0, 0, 0)
        self.scan_1 = Label(self.person_1)
        self.scan_1.setObjectName(u"scan_1")
        self.scan_1.setWordWrap(True)
        self.scan_1.setProperty(u"textSize", 15)
        self.scan_1.setProperty(u"tone", u"soft")

        self.proof_column_1.addWidget(self.scan_1)

        self.secret_1 = Label(self.person_1)
        self.secret_1.setObjectName(u"secret_1")
        self.secret_1.setWordWrap(True)
        self.secret_1.setProperty(u"textSize", 13)
        self.secret_1.setProperty(u"strong", True)

        self.proof_column_1.addWidget(self.secret_1)

        self.code_label_1 = Label(self.person_1)
        self.code_label_1.setObjectName(u"code_label_1")
        self.code_label_1.setProperty(u"textSize", 15)
        self.code_label_1.setProperty(u"strong", True)

        self.proof_column_1.addWidget(self.code_label_1)

        self.code_1 = CodeEdit(self.person_1)
        self.code_1.setObjectName(u"code_1")
        self.code_1.setProperty(u"drawn", u"normal")

        self.proof_column_1.addWidget(self.code_1)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.proof_column_1.addItem(self.spacer_3)


        self.proof_1.addLayout(self.proof_column_1)

        self.proof_1.setStretch(1, 1)

        self.person_1_layout.addLayout(self.proof_1)

        self.problem_row_1 = QHBoxLayout()
        self.problem_row_1.setSpacing(6)
        self.problem_row_1.setObjectName(u"problem_row_1")
        self.problem_row_1.setContentsMargins(0, 0, 0, 0)
        self.problem_icon_1 = Icon(self.person_1)
        self.problem_icon_1.setObjectName(u"problem_icon_1")
        self.problem_icon_1.setProperty(u"icon", u"warning-circle")
        self.problem_icon_1.setProperty(u"iconSize", 16)
        self.problem_icon_1.setProperty(u"tone", u"bad")

        self.problem_row_1.addWidget(self.problem_icon_1, 0, Qt.AlignTop)

        self.problem_1 = Label(self.person_1)
        self.problem_1.setObjectName(u"problem_1")
        self.problem_1.setWordWrap(True)
        self.problem_1.setProperty(u"textSize", 13)
        self.problem_1.setProperty(u"tone", u"bad")

        self.problem_row_1.addWidget(self.problem_1)

        self.problem_row_1.setStretch(1, 1)

        self.person_1_layout.addLayout(self.problem_row_1)

        self.spacer_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.person_1_layout.addItem(self.spacer_4)


        self.cards.addWidget(self.person_1)

        self.person_2 = QFrame(self.content)
        self.person_2.setObjectName(u"person_2")
        self.person_2.setMinimumSize(QSize(400, 0))
        self.person_2.setMaximumSize(QSize(640, 16777215))
        self.person_2.setProperty(u"kind", u"panel")
        self.person_2_layout = QVBoxLayout(self.person_2)
        self.person_2_layout.setSpacing(12)
        self.person_2_layout.setObjectName(u"person_2_layout")
        self.person_2_layout.setContentsMargins(24, 20, 24, 20)
        self.title_2 = Label(self.person_2)
        self.title_2.setObjectName(u"title_2")
        self.title_2.setProperty(u"textSize", 17)
        self.title_2.setProperty(u"strong", True)

        self.person_2_layout.addWidget(self.title_2)

        self.who_2 = QHBoxLayout()
        self.who_2.setSpacing(16)
        self.who_2.setObjectName(u"who_2")
        self.who_2.setContentsMargins(0, 0, 0, 0)
        self.name_2_field = QVBoxLayout()
        self.name_2_field.setSpacing(4)
        self.name_2_field.setObjectName(u"name_2_field")
        self.name_2_field.setContentsMargins(0, 0, 0, 0)
        self.name_2_label = Label(self.person_2)
        self.name_2_label.setObjectName(u"name_2_label")
        self.name_2_label.setProperty(u"textSize", 15)
        self.name_2_label.setProperty(u"strong", True)

        self.name_2_field.addWidget(self.name_2_label)

        self.name_2 = PlainEdit(self.person_2)
        self.name_2.setObjectName(u"name_2")
        self.name_2.setMaxLength(80)

        self.name_2_field.addWidget(self.name_2)


        self.who_2.addLayout(self.name_2_field)

        self.staff_id_2_field = QVBoxLayout()
        self.staff_id_2_field.setSpacing(4)
        self.staff_id_2_field.setObjectName(u"staff_id_2_field")
        self.staff_id_2_field.setContentsMargins(0, 0, 0, 0)
        self.staff_id_2_label = Label(self.person_2)
        self.staff_id_2_label.setObjectName(u"staff_id_2_label")
        self.staff_id_2_label.setProperty(u"textSize", 15)
        self.staff_id_2_label.setProperty(u"strong", True)

        self.staff_id_2_field.addWidget(self.staff_id_2_label)

        self.staff_id_2 = LineEdit(self.person_2)
        self.staff_id_2.setObjectName(u"staff_id_2")
        self.staff_id_2.setMaxLength(10)

        self.staff_id_2_field.addWidget(self.staff_id_2)


        self.who_2.addLayout(self.staff_id_2_field)

        self.who_2.setStretch(0, 3)
        self.who_2.setStretch(1, 2)

        self.person_2_layout.addLayout(self.who_2)

        self.kin_2 = QHBoxLayout()
        self.kin_2.setSpacing(16)
        self.kin_2.setObjectName(u"kin_2")
        self.kin_2.setContentsMargins(0, 0, 0, 0)
        self.tin_2_field = QVBoxLayout()
        self.tin_2_field.setSpacing(4)
        self.tin_2_field.setObjectName(u"tin_2_field")
        self.tin_2_field.setContentsMargins(0, 0, 0, 0)
        self.tin_2_label = Label(self.person_2)
        self.tin_2_label.setObjectName(u"tin_2_label")
        self.tin_2_label.setProperty(u"textSize", 15)
        self.tin_2_label.setProperty(u"strong", True)

        self.tin_2_field.addWidget(self.tin_2_label)

        self.tin_2 = SecretTinEdit(self.person_2)
        self.tin_2.setObjectName(u"tin_2")

        self.tin_2_field.addWidget(self.tin_2)

        self.spacer_22 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.tin_2_field.addItem(self.spacer_22)


        self.kin_2.addLayout(self.tin_2_field)

        self.household_2_field = QVBoxLayout()
        self.household_2_field.setSpacing(4)
        self.household_2_field.setObjectName(u"household_2_field")
        self.household_2_field.setContentsMargins(0, 0, 0, 0)
        self.household_2_label = Label(self.person_2)
        self.household_2_label.setObjectName(u"household_2_label")
        self.household_2_label.setProperty(u"textSize", 15)
        self.household_2_label.setProperty(u"strong", True)

        self.household_2_field.addWidget(self.household_2_label)

        self.household_slot_2 = QVBoxLayout()
        self.household_slot_2.setSpacing(0)
        self.household_slot_2.setObjectName(u"household_slot_2")
        self.household_slot_2.setContentsMargins(0, 0, 0, 0)

        self.household_2_field.addLayout(self.household_slot_2)

        self.spacer_23 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.household_2_field.addItem(self.spacer_23)


        self.kin_2.addLayout(self.household_2_field)

        self.kin_2.setStretch(0, 1)
        self.kin_2.setStretch(1, 1)

        self.person_2_layout.addLayout(self.kin_2)

        self.tin_below_2 = QHBoxLayout()
        self.tin_below_2.setSpacing(6)
        self.tin_below_2.setObjectName(u"tin_below_2")
        self.tin_below_2.setContentsMargins(0, 0, 0, 0)
        self.tin_icon_2 = Icon(self.person_2)
        self.tin_icon_2.setObjectName(u"tin_icon_2")
        self.tin_icon_2.setProperty(u"icon", u"info")
        self.tin_icon_2.setProperty(u"iconSize", 16)
        self.tin_icon_2.setProperty(u"tone", u"soft")

        self.tin_below_2.addWidget(self.tin_icon_2, 0, Qt.AlignTop)

        self.tin_hint_2 = Label(self.person_2)
        self.tin_hint_2.setObjectName(u"tin_hint_2")
        self.tin_hint_2.setWordWrap(True)
        self.tin_hint_2.setProperty(u"textSize", 13)
        self.tin_hint_2.setProperty(u"tone", u"soft")

        self.tin_below_2.addWidget(self.tin_hint_2)

        self.tin_below_2.setStretch(1, 1)

        self.person_2_layout.addLayout(self.tin_below_2)

        self.secrets_2 = QHBoxLayout()
        self.secrets_2.setSpacing(16)
        self.secrets_2.setObjectName(u"secrets_2")
        self.secrets_2.setContentsMargins(0, 0, 0, 0)
        self.password_2_field = QVBoxLayout()
        self.password_2_field.setSpacing(4)
        self.password_2_field.setObjectName(u"password_2_field")
        self.password_2_field.setContentsMargins(0, 0, 0, 0)
        self.password_2_label = Label(self.person_2)
        self.password_2_label.setObjectName(u"password_2_label")
        self.password_2_label.setProperty(u"textSize", 15)
        self.password_2_label.setProperty(u"strong", True)

        self.password_2_field.addWidget(self.password_2_label)

        self.password_2 = PasswordEdit(self.person_2)
        self.password_2.setObjectName(u"password_2")
        self.password_2.setProperty(u"drawn", u"normal")

        self.password_2_field.addWidget(self.password_2)


        self.secrets_2.addLayout(self.password_2_field)

        self.again_2_field = QVBoxLayout()
        self.again_2_field.setSpacing(4)
        self.again_2_field.setObjectName(u"again_2_field")
        self.again_2_field.setContentsMargins(0, 0, 0, 0)
        self.again_2_label = Label(self.person_2)
        self.again_2_label.setObjectName(u"again_2_label")
        self.again_2_label.setProperty(u"textSize", 15)
        self.again_2_label.setProperty(u"strong", True)

        self.again_2_field.addWidget(self.again_2_label)

        self.again_2 = PasswordEdit(self.person_2)
        self.again_2.setObjectName(u"again_2")
        self.again_2.setProperty(u"drawn", u"normal")

        self.again_2_field.addWidget(self.again_2)


        self.secrets_2.addLayout(self.again_2_field)

        self.secrets_2.setStretch(0, 1)
        self.secrets_2.setStretch(1, 1)

        self.person_2_layout.addLayout(self.secrets_2)

        self.password_below_2 = QHBoxLayout()
        self.password_below_2.setSpacing(6)
        self.password_below_2.setObjectName(u"password_below_2")
        self.password_below_2.setContentsMargins(0, 0, 0, 0)
        self.password_icon_2 = Icon(self.person_2)
        self.password_icon_2.setObjectName(u"password_icon_2")
        self.password_icon_2.setProperty(u"icon", u"info")
        self.password_icon_2.setProperty(u"iconSize", 16)
        self.password_icon_2.setProperty(u"tone", u"soft")

        self.password_below_2.addWidget(self.password_icon_2)

        self.password_hint_2 = Label(self.person_2)
        self.password_hint_2.setObjectName(u"password_hint_2")
        self.password_hint_2.setWordWrap(True)
        self.password_hint_2.setProperty(u"textSize", 13)
        self.password_hint_2.setProperty(u"tone", u"soft")

        self.password_below_2.addWidget(self.password_hint_2)

        self.password_below_2.setStretch(1, 1)

        self.person_2_layout.addLayout(self.password_below_2)

        self.rule_2 = QFrame(self.person_2)
        self.rule_2.setObjectName(u"rule_2")
        self.rule_2.setProperty(u"kind", u"rule")

        self.person_2_layout.addWidget(self.rule_2)

        self.proof_2 = QHBoxLayout()
        self.proof_2.setSpacing(20)
        self.proof_2.setObjectName(u"proof_2")
        self.proof_2.setContentsMargins(0, 0, 0, 0)
        self.qr_space_2 = QVBoxLayout()
        self.qr_space_2.setSpacing(0)
        self.qr_space_2.setObjectName(u"qr_space_2")
        self.qr_space_2.setContentsMargins(0, 0, 0, 0)

        self.proof_2.addLayout(self.qr_space_2)

        self.proof_column_2 = QVBoxLayout()
        self.proof_column_2.setSpacing(6)
        self.proof_column_2.setObjectName(u"proof_column_2")
        self.proof_column_2.setContentsMargins(0, 0, 0, 0)
        self.scan_2 = Label(self.person_2)
        self.scan_2.setObjectName(u"scan_2")
        self.scan_2.setWordWrap(True)
        self.scan_2.setProperty(u"textSize", 15)
        self.scan_2.setProperty(u"tone", u"soft")

        self.proof_column_2.addWidget(self.scan_2)

        self.secret_2 = Label(self.person_2)
        self.secret_2.setObjectName(u"secret_2")
        self.secret_2.setWordWrap(True)
        self.secret_2.setProperty(u"textSize", 13)
        self.secret_2.setProperty(u"strong", True)

        self.proof_column_2.addWidget(self.secret_2)

        self.code_label_2 = Label(self.person_2)
        self.code_label_2.setObjectName(u"code_label_2")
        self.code_label_2.setProperty(u"textSize", 15)
        self.code_label_2.setProperty(u"strong", True)

        self.proof_column_2.addWidget(self.code_label_2)

        self.code_2 = CodeEdit(self.person_2)
        self.code_2.setObjectName(u"code_2")
        self.code_2.setProperty(u"drawn", u"normal")

        self.proof_column_2.addWidget(self.code_2)

        self.spacer_5 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.proof_column_2.addItem(self.spacer_5)


        self.proof_2.addLayout(self.proof_column_2)

        self.proof_2.setStretch(1, 1)

        self.person_2_layout.addLayout(self.proof_2)

        self.problem_row_2 = QHBoxLayout()
        self.problem_row_2.setSpacing(6)
        self.problem_row_2.setObjectName(u"problem_row_2")
        self.problem_row_2.setContentsMargins(0, 0, 0, 0)
        self.problem_icon_2 = Icon(self.person_2)
        self.problem_icon_2.setObjectName(u"problem_icon_2")
        self.problem_icon_2.setProperty(u"icon", u"warning-circle")
        self.problem_icon_2.setProperty(u"iconSize", 16)
        self.problem_icon_2.setProperty(u"tone", u"bad")

        self.problem_row_2.addWidget(self.problem_icon_2, 0, Qt.AlignTop)

        self.problem_2 = Label(self.person_2)
        self.problem_2.setObjectName(u"problem_2")
        self.problem_2.setWordWrap(True)
        self.problem_2.setProperty(u"textSize", 13)
        self.problem_2.setProperty(u"tone", u"bad")

        self.problem_row_2.addWidget(self.problem_2)

        self.problem_row_2.setStretch(1, 1)

        self.person_2_layout.addLayout(self.problem_row_2)

        self.spacer_6 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.person_2_layout.addItem(self.spacer_6)


        self.cards.addWidget(self.person_2)

        self.spacer_7 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.cards.addItem(self.spacer_7)

        self.cards.setStretch(1, 1)
        self.cards.setStretch(2, 1)

        self.content_layout.addLayout(self.cards)

        self.spacer_8 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.content_layout.addItem(self.spacer_8)

        self.body.setWidget(self.content)

        self.FirstSupervisors_layout.addWidget(self.body)

        self.foot = ScaledFrame(FirstSupervisors)
        self.foot.setObjectName(u"foot")
        self.foot.setProperty(u"kind", u"footer")
        self.foot.setProperty(u"drawnHeight", 76)
        self.foot_layout = QHBoxLayout(self.foot)
        self.foot_layout.setSpacing(12)
        self.foot_layout.setObjectName(u"foot_layout")
        self.foot_layout.setContentsMargins(32, 0, 32, 0)
        self.make = Button(self.foot)
        self.make.setObjectName(u"make")
        self.make.setProperty(u"kind", u"primary")
        self.make.setProperty(u"key", u"Ctrl+Return")
        self.make.setProperty(u"drawnHeight", 48)

        self.foot_layout.addWidget(self.make)

        self.lock = Icon(self.foot)
        self.lock.setObjectName(u"lock")
        self.lock.setProperty(u"icon", u"lock-simple")
        self.lock.setProperty(u"iconSize", 18)
        self.lock.setProperty(u"tone", u"soft")

        self.foot_layout.addWidget(self.lock)

        self.why_not = Label(self.foot)
        self.why_not.setObjectName(u"why_not")
        self.why_not.setWordWrap(True)
        self.why_not.setProperty(u"textSize", 13)
        self.why_not.setProperty(u"tone", u"soft")

        self.foot_layout.addWidget(self.why_not)

        self.foot_layout.setStretch(2, 1)

        self.FirstSupervisors_layout.addWidget(self.foot)

        self.FirstSupervisors_layout.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.name_1_label.setBuddy(self.name_1)
        self.staff_id_1_label.setBuddy(self.staff_id_1)
        self.tin_1_label.setBuddy(self.tin_1)
        self.password_1_label.setBuddy(self.password_1)
        self.again_1_label.setBuddy(self.again_1)
        self.code_label_1.setBuddy(self.code_1)
        self.name_2_label.setBuddy(self.name_2)
        self.staff_id_2_label.setBuddy(self.staff_id_2)
        self.tin_2_label.setBuddy(self.tin_2)
        self.password_2_label.setBuddy(self.password_2)
        self.again_2_label.setBuddy(self.again_2)
        self.code_label_2.setBuddy(self.code_2)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.name_1, self.staff_id_1)
        QWidget.setTabOrder(self.staff_id_1, self.tin_1)
        QWidget.setTabOrder(self.tin_1, self.password_1)
        QWidget.setTabOrder(self.password_1, self.again_1)
        QWidget.setTabOrder(self.again_1, self.code_1)
        QWidget.setTabOrder(self.code_1, self.name_2)
        QWidget.setTabOrder(self.name_2, self.staff_id_2)
        QWidget.setTabOrder(self.staff_id_2, self.tin_2)
        QWidget.setTabOrder(self.tin_2, self.password_2)
        QWidget.setTabOrder(self.password_2, self.again_2)
        QWidget.setTabOrder(self.again_2, self.code_2)
        QWidget.setTabOrder(self.code_2, self.make)

        self.retranslateUi(FirstSupervisors)
    # setupUi

    def retranslateUi(self, FirstSupervisors: QWidget) -> None:
        self.title.setText(QCoreApplication.translate("FirstSupervisors", u"staff.first_title", None))
        self.lead.setText(QCoreApplication.translate("FirstSupervisors", u"staff.first_lead", None))
        self.title_1.setText(QCoreApplication.translate("FirstSupervisors", u"staff.first_1", None))
        self.name_1_label.setText(QCoreApplication.translate("FirstSupervisors", u"staff.name", None))
#if QT_CONFIG(accessibility)
        self.name_1.setAccessibleName(QCoreApplication.translate("FirstSupervisors", u"staff.name", None))
#endif // QT_CONFIG(accessibility)
        self.staff_id_1_label.setText(QCoreApplication.translate("FirstSupervisors", u"staff.staff_id", None))
#if QT_CONFIG(accessibility)
        self.staff_id_1.setAccessibleName(QCoreApplication.translate("FirstSupervisors", u"staff.staff_id", None))
#endif // QT_CONFIG(accessibility)
        self.tin_1_label.setText(QCoreApplication.translate("FirstSupervisors", u"staff.tin", None))
#if QT_CONFIG(accessibility)
        self.tin_1.setAccessibleName(QCoreApplication.translate("FirstSupervisors", u"staff.tin", None))
#endif // QT_CONFIG(accessibility)
        self.household_1_label.setText(QCoreApplication.translate("FirstSupervisors", u"staff.household_short", None))
        self.tin_hint_1.setText(QCoreApplication.translate("FirstSupervisors", u"staff.first_tin_hint", None))
        self.password_1_label.setText(QCoreApplication.translate("FirstSupervisors", u"staff.password", None))
#if QT_CONFIG(accessibility)
        self.password_1.setAccessibleName(QCoreApplication.translate("FirstSupervisors", u"staff.password", None))
#endif // QT_CONFIG(accessibility)
        self.again_1_label.setText(QCoreApplication.translate("FirstSupervisors", u"staff.again", None))
#if QT_CONFIG(accessibility)
        self.again_1.setAccessibleName(QCoreApplication.translate("FirstSupervisors", u"staff.again", None))
#endif // QT_CONFIG(accessibility)
        self.scan_1.setText(QCoreApplication.translate("FirstSupervisors", u"staff.scan_later", None))
        self.code_label_1.setText(QCoreApplication.translate("FirstSupervisors", u"staff.code_label", None))
#if QT_CONFIG(accessibility)
        self.code_1.setAccessibleName(QCoreApplication.translate("FirstSupervisors", u"staff.code_label", None))
#endif // QT_CONFIG(accessibility)
        self.title_2.setText(QCoreApplication.translate("FirstSupervisors", u"staff.first_2", None))
        self.name_2_label.setText(QCoreApplication.translate("FirstSupervisors", u"staff.name", None))
#if QT_CONFIG(accessibility)
        self.name_2.setAccessibleName(QCoreApplication.translate("FirstSupervisors", u"staff.name", None))
#endif // QT_CONFIG(accessibility)
        self.staff_id_2_label.setText(QCoreApplication.translate("FirstSupervisors", u"staff.staff_id", None))
#if QT_CONFIG(accessibility)
        self.staff_id_2.setAccessibleName(QCoreApplication.translate("FirstSupervisors", u"staff.staff_id", None))
#endif // QT_CONFIG(accessibility)
        self.tin_2_label.setText(QCoreApplication.translate("FirstSupervisors", u"staff.tin", None))
#if QT_CONFIG(accessibility)
        self.tin_2.setAccessibleName(QCoreApplication.translate("FirstSupervisors", u"staff.tin", None))
#endif // QT_CONFIG(accessibility)
        self.household_2_label.setText(QCoreApplication.translate("FirstSupervisors", u"staff.household_short", None))
        self.tin_hint_2.setText(QCoreApplication.translate("FirstSupervisors", u"staff.first_tin_hint", None))
        self.password_2_label.setText(QCoreApplication.translate("FirstSupervisors", u"staff.password", None))
#if QT_CONFIG(accessibility)
        self.password_2.setAccessibleName(QCoreApplication.translate("FirstSupervisors", u"staff.password", None))
#endif // QT_CONFIG(accessibility)
        self.again_2_label.setText(QCoreApplication.translate("FirstSupervisors", u"staff.again", None))
#if QT_CONFIG(accessibility)
        self.again_2.setAccessibleName(QCoreApplication.translate("FirstSupervisors", u"staff.again", None))
#endif // QT_CONFIG(accessibility)
        self.scan_2.setText(QCoreApplication.translate("FirstSupervisors", u"staff.scan_later", None))
        self.code_label_2.setText(QCoreApplication.translate("FirstSupervisors", u"staff.code_label", None))
#if QT_CONFIG(accessibility)
        self.code_2.setAccessibleName(QCoreApplication.translate("FirstSupervisors", u"staff.code_label", None))
#endif // QT_CONFIG(accessibility)
        self.make.setText(QCoreApplication.translate("FirstSupervisors", u"staff.first_make", None))
        pass
    # retranslateUi

