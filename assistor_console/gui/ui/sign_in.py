# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'sign_in.ui'
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
from assistor_console.gui.widgets.code_edits import SignInCodeEdit
from assistor_console.gui.widgets.editors import LineEdit
from assistor_console.gui.widgets.inputs import Segmented
from assistor_console.gui.widgets.label import Label
from assistor_console.gui.widgets.marks import (Chip, Icon)
from assistor_console.gui.widgets.secret_edits import (CodeEdit, PasswordEdit)

class Ui_SignIn(object):
    def setupUi(self, SignIn: QWidget) -> None:
        if not SignIn.objectName():
            SignIn.setObjectName(u"SignIn")
        self.SignIn_layout = QVBoxLayout(SignIn)
        self.SignIn_layout.setSpacing(0)
        self.SignIn_layout.setObjectName(u"SignIn_layout")
        self.SignIn_layout.setContentsMargins(0, 0, 0, 0)
        self.header = QFrame(SignIn)
        self.header.setObjectName(u"header")
        self.header.setMinimumSize(QSize(0, 72))
        self.header.setMaximumSize(QSize(16777215, 72))
        self.header.setProperty(u"kind", u"header")
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

        self.spacer_1 = QSpacerItem(4, 0, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)

        self.header_layout.addItem(self.spacer_1)

        self.product = Label(self.header)
        self.product.setObjectName(u"product")
        self.product.setProperty(u"textSize", 20)
        self.product.setProperty(u"strong", True)

        self.header_layout.addWidget(self.product)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.header_layout.addItem(self.spacer_2)

        self.practice = Chip(self.header)
        self.practice.setObjectName(u"practice")

        self.header_layout.addWidget(self.practice)

        self.spacer_3 = QSpacerItem(12, 0, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)

        self.header_layout.addItem(self.spacer_3)

        self.display = Button(self.header)
        self.display.setObjectName(u"display")
        self.display.setProperty(u"kind", u"plain")
        self.display.setProperty(u"key", u"F8")

        self.header_layout.addWidget(self.display)

        self.spacer_4 = QSpacerItem(12, 0, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)

        self.header_layout.addItem(self.spacer_4)

        self.language = Segmented(self.header)
        self.language.setObjectName(u"language")

        self.header_layout.addWidget(self.language)


        self.SignIn_layout.addWidget(self.header)

        self.body = QScrollArea(SignIn)
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
        self.spacer_13 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.content_layout.addItem(self.spacer_13)

        self.cards = QHBoxLayout()
        self.cards.setSpacing(24)
        self.cards.setObjectName(u"cards")
        self.cards.setContentsMargins(0, 0, 0, 0)
        self.spacer_14 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.cards.addItem(self.spacer_14)

        self.notice = QFrame(self.content)
        self.notice.setObjectName(u"notice")
        self.notice.setMinimumSize(QSize(380, 0))
        self.notice.setMaximumSize(QSize(624, 640))
        self.notice.setProperty(u"kind", u"panel")
        self.notice_layout = QVBoxLayout(self.notice)
        self.notice_layout.setSpacing(16)
        self.notice_layout.setObjectName(u"notice_layout")
        self.notice_layout.setContentsMargins(40, 36, 40, 32)
        self.notice_heading = QHBoxLayout()
        self.notice_heading.setSpacing(12)
        self.notice_heading.setObjectName(u"notice_heading")
        self.notice_heading.setContentsMargins(0, 0, 0, 0)
        self.bank = Icon(self.notice)
        self.bank.setObjectName(u"bank")
        self.bank.setProperty(u"icon", u"bank")
        self.bank.setProperty(u"iconSize", 24)
        self.bank.setProperty(u"tone", u"accent")

        self.notice_heading.addWidget(self.bank)

        self.notice_title = Label(self.notice)
        self.notice_title.setObjectName(u"notice_title")
        self.notice_title.setWordWrap(True)
        self.notice_title.setProperty(u"textSize", 24)
        self.notice_title.setProperty(u"strong", True)

        self.notice_heading.addWidget(self.notice_title)

        self.notice_heading.setStretch(1, 1)

        self.notice_layout.addLayout(self.notice_heading)

        self.notice_lead = Label(self.notice)
        self.notice_lead.setObjectName(u"notice_lead")
        self.notice_lead.setWordWrap(True)
        self.notice_lead.setProperty(u"textSize", 20)
        self.notice_lead.setProperty(u"strong", True)

        self.notice_layout.addWidget(self.notice_lead)

        self.notice_monitored = Label(self.notice)
        self.notice_monitored.setObjectName(u"notice_monitored")
        self.notice_monitored.setWordWrap(True)
        self.notice_monitored.setProperty(u"textSize", 20)

        self.notice_layout.addWidget(self.notice_monitored)

        self.notice_unax = Label(self.notice)
        self.notice_unax.setObjectName(u"notice_unax")
        self.notice_unax.setWordWrap(True)
        self.notice_unax.setProperty(u"textSize", 20)

        self.notice_layout.addWidget(self.notice_unax)

        self.notice_own = Label(self.notice)
        self.notice_own.setObjectName(u"notice_own")
        self.notice_own.setWordWrap(True)
        self.notice_own.setProperty(u"textSize", 20)

        self.notice_layout.addWidget(self.notice_own)

        self.notice_practice = Label(self.notice)
        self.notice_practice.setObjectName(u"notice_practice")
        self.notice_practice.setWordWrap(True)
        self.notice_practice.setProperty(u"textSize", 20)

        self.notice_layout.addWidget(self.notice_practice)

        self.spacer_5 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.notice_layout.addItem(self.spacer_5)

        self.notice_rule = QFrame(self.notice)
        self.notice_rule.setObjectName(u"notice_rule")
        self.notice_rule.setProperty(u"kind", u"rule")

        self.notice_layout.addWidget(self.notice_rule)

        self.notice_foot = QHBoxLayout()
        self.notice_foot.setSpacing(8)
        self.notice_foot.setObjectName(u"notice_foot")
        self.notice_foot.setContentsMargins(0, 0, 0, 0)
        self.agreed_icon = Icon(self.notice)
        self.agreed_icon.setObjectName(u"agreed_icon")
        self.agreed_icon.setProperty(u"icon", u"check-circle")
        self.agreed_icon.setProperty(u"iconSize", 20)
        self.agreed_icon.setProperty(u"tone", u"ok")

        self.notice_foot.addWidget(self.agreed_icon)

        self.agreed = Label(self.notice)
        self.agreed.setObjectName(u"agreed")
        self.agreed.setProperty(u"textSize", 15)
        self.agreed.setProperty(u"strong", True)
        self.agreed.setProperty(u"tone", u"ok")

        self.notice_foot.addWidget(self.agreed)

        self.spacer_6 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.notice_foot.addItem(self.spacer_6)

        self.agree = Button(self.notice)
        self.agree.setObjectName(u"agree")
        self.agree.setProperty(u"kind", u"primary")
        self.agree.setProperty(u"key", u"Alt+R")

        self.notice_foot.addWidget(self.agree)

        self.read_again = Button(self.notice)
        self.read_again.setObjectName(u"read_again")
        self.read_again.setProperty(u"key", u"Alt+R")

        self.notice_foot.addWidget(self.read_again)


        self.notice_layout.addLayout(self.notice_foot)


        self.cards.addWidget(self.notice)

        self.card = QFrame(self.content)
        self.card.setObjectName(u"card")
        self.card.setMinimumSize(QSize(400, 0))
        self.card.setMaximumSize(QSize(480, 640))
        self.card.setProperty(u"kind", u"panel")
        self.card_layout = QVBoxLayout(self.card)
        self.card_layout.setSpacing(16)
        self.card_layout.setObjectName(u"card_layout")
        self.card_layout.setContentsMargins(44, 36, 44, 28)
        self.heading = QVBoxLayout()
        self.heading.setSpacing(2)
        self.heading.setObjectName(u"heading")
        self.heading.setContentsMargins(0, 0, 0, 0)
        self.title = Label(self.card)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"textSize", 24)
        self.title.setProperty(u"strong", True)

        self.heading.addWidget(self.title)

        self.hours = Label(self.card)
        self.hours.setObjectName(u"hours")
        self.hours.setWordWrap(True)
        self.hours.setProperty(u"textSize", 15)
        self.hours.setProperty(u"tone", u"soft")

        self.heading.addWidget(self.hours)


        self.card_layout.addLayout(self.heading)

        self.staff_id_field = QVBoxLayout()
        self.staff_id_field.setSpacing(4)
        self.staff_id_field.setObjectName(u"staff_id_field")
        self.staff_id_field.setContentsMargins(0, 0, 0, 0)
        self.staff_id_label = Label(self.card)
        self.staff_id_label.setObjectName(u"staff_id_label")
        self.staff_id_label.setProperty(u"textSize", 15)
        self.staff_id_label.setProperty(u"strong", True)

        self.staff_id_field.addWidget(self.staff_id_label)

        self.staff_id = LineEdit(self.card)
        self.staff_id.setObjectName(u"staff_id")
        self.staff_id.setProperty(u"drawn", u"tall")

        self.staff_id_field.addWidget(self.staff_id)

        self.staff_id_below = QHBoxLayout()
        self.staff_id_below.setSpacing(6)
        self.staff_id_below.setObjectName(u"staff_id_below")
        self.staff_id_below.setContentsMargins(0, 4, 0, 0)
        self.staff_id_icon = Icon(self.card)
        self.staff_id_icon.setObjectName(u"staff_id_icon")
        self.staff_id_icon.setProperty(u"icon", u"warning-circle")
        self.staff_id_icon.setProperty(u"iconSize", 16)
        self.staff_id_icon.setProperty(u"tone", u"soft")

        self.staff_id_below.addWidget(self.staff_id_icon)

        self.staff_id_hint = Label(self.card)
        self.staff_id_hint.setObjectName(u"staff_id_hint")
        self.staff_id_hint.setWordWrap(True)
        self.staff_id_hint.setProperty(u"textSize", 13)
        self.staff_id_hint.setProperty(u"tone", u"soft")

        self.staff_id_below.addWidget(self.staff_id_hint)

        self.staff_id_below.setStretch(1, 1)

        self.staff_id_field.addLayout(self.staff_id_below)


        self.card_layout.addLayout(self.staff_id_field)

        self.password_field = QVBoxLayout()
        self.password_field.setSpacing(4)
        self.password_field.setObjectName(u"password_field")
        self.password_field.setContentsMargins(0, 0, 0, 0)
        self.password_label = Label(self.card)
        self.password_label.setObjectName(u"password_label")
        self.password_label.setProperty(u"textSize", 15)
        self.password_label.setProperty(u"strong", True)

        self.password_field.addWidget(self.password_label)

        self.password = PasswordEdit(self.card)
        self.password.setObjectName(u"password")
        self.password.setProperty(u"drawn", u"tall")

        self.password_field.addWidget(self.password)

        self.password_below = QHBoxLayout()
        self.password_below.setSpacing(6)
        self.password_below.setObjectName(u"password_below")
        self.password_below.setContentsMargins(0, 4, 0, 0)
        self.password_icon = Icon(self.card)
        self.password_icon.setObjectName(u"password_icon")
        self.password_icon.setProperty(u"icon", u"warning-circle")
        self.password_icon.setProperty(u"iconSize", 16)
        self.password_icon.setProperty(u"tone", u"soft")

        self.password_below.addWidget(self.password_icon)

        self.password_hint = Label(self.card)
        self.password_hint.setObjectName(u"password_hint")
        self.password_hint.setWordWrap(True)
        self.password_hint.setProperty(u"textSize", 13)
        self.password_hint.setProperty(u"tone", u"soft")

        self.password_below.addWidget(self.password_hint)

        self.password_below.setStretch(1, 1)

        self.password_field.addLayout(self.password_below)


        self.card_layout.addLayout(self.password_field)

        self.code_field = QVBoxLayout()
        self.code_field.setSpacing(4)
        self.code_field.setObjectName(u"code_field")
        self.code_field.setContentsMargins(0, 0, 0, 0)
        self.code_label = Label(self.card)
        self.code_label.setObjectName(u"code_label")
        self.code_label.setProperty(u"textSize", 15)
        self.code_label.setProperty(u"strong", True)

        self.code_field.addWidget(self.code_label)

        self.code = SignInCodeEdit(self.card)
        self.code.setObjectName(u"code")
        self.code.setProperty(u"drawn", u"tall")

        self.code_field.addWidget(self.code)

        self.code_below = QHBoxLayout()
        self.code_below.setSpacing(6)
        self.code_below.setObjectName(u"code_below")
        self.code_below.setContentsMargins(0, 4, 0, 0)
        self.code_icon = Icon(self.card)
        self.code_icon.setObjectName(u"code_icon")
        self.code_icon.setProperty(u"icon", u"warning-circle")
        self.code_icon.setProperty(u"iconSize", 16)
        self.code_icon.setProperty(u"tone", u"soft")

        self.code_below.addWidget(self.code_icon)

        self.code_hint = Label(self.card)
        self.code_hint.setObjectName(u"code_hint")
        self.code_hint.setWordWrap(True)
        self.code_hint.setProperty(u"textSize", 13)
        self.code_hint.setProperty(u"tone", u"soft")

        self.code_below.addWidget(self.code_hint)

        self.code_below.setStretch(1, 1)

        self.code_field.addLayout(self.code_below)


        self.card_layout.addLayout(self.code_field)

        self.submit = Button(self.card)
        self.submit.setObjectName(u"submit")
        self.submit.setProperty(u"kind", u"primary")
        self.submit.setProperty(u"key", u"Return")
        self.submit.setProperty(u"drawnHeight", 48)
        self.submit.setProperty(u"textSize", 17)

        self.card_layout.addWidget(self.submit)

        self.reason_row = QHBoxLayout()
        self.reason_row.setSpacing(8)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setContentsMargins(0, 0, 0, 0)
        self.reason_icon = Icon(self.card)
        self.reason_icon.setObjectName(u"reason_icon")
        self.reason_icon.setProperty(u"icon", u"lock-simple")
        self.reason_icon.setProperty(u"iconSize", 16)
        self.reason_icon.setProperty(u"tone", u"soft")

        self.reason_row.addWidget(self.reason_icon)

        self.reason = Label(self.card)
        self.reason.setObjectName(u"reason")
        self.reason.setWordWrap(True)
        self.reason.setProperty(u"textSize", 13)
        self.reason.setProperty(u"tone", u"soft")

        self.reason_row.addWidget(self.reason)

        self.reason_row.setStretch(1, 1)

        self.card_layout.addLayout(self.reason_row)

        self.code_note = Label(self.card)
        self.code_note.setObjectName(u"code_note")
        self.code_note.setWordWrap(True)
        self.code_note.setProperty(u"textSize", 13)
        self.code_note.setProperty(u"tone", u"soft")

        self.card_layout.addWidget(self.code_note)

        self.spacer_7 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.card_layout.addItem(self.spacer_7)

        self.card_rule = QFrame(self.card)
        self.card_rule.setObjectName(u"card_rule")
        self.card_rule.setProperty(u"kind", u"rule")

        self.card_layout.addWidget(self.card_rule)

        self.lockout_row = QHBoxLayout()
        self.lockout_row.setSpacing(12)
        self.lockout_row.setObjectName(u"lockout_row")
        self.lockout_row.setContentsMargins(0, 0, 0, 0)
        self.lockout_icon = Icon(self.card)
        self.lockout_icon.setObjectName(u"lockout_icon")
        self.lockout_icon.setProperty(u"icon", u"info")
        self.lockout_icon.setProperty(u"iconSize", 18)
        self.lockout_icon.setProperty(u"tone", u"soft")

        self.lockout_row.addWidget(self.lockout_icon)

        self.lockout = Label(self.card)
        self.lockout.setObjectName(u"lockout")
        self.lockout.setWordWrap(True)
        self.lockout.setProperty(u"textSize", 15)
        self.lockout.setProperty(u"tone", u"soft")

        self.lockout_row.addWidget(self.lockout)

        self.lockout_row.setStretch(1, 1)

        self.card_layout.addLayout(self.lockout_row)


        self.cards.addWidget(self.card)

        self.practice_card = QFrame(self.content)
        self.practice_card.setObjectName(u"practice_card")
        self.practice_card.setMinimumSize(QSize(216, 0))
        self.practice_card.setMaximumSize(QSize(264, 640))
        self.practice_card.setProperty(u"kind", u"panel")
        self.practice_card_layout = QVBoxLayout(self.practice_card)
        self.practice_card_layout.setSpacing(8)
        self.practice_card_layout.setObjectName(u"practice_card_layout")
        self.practice_card_layout.setContentsMargins(20, 24, 20, 24)
        self.practice_title = Label(self.practice_card)
        self.practice_title.setObjectName(u"practice_title")
        self.practice_title.setProperty(u"textSize", 17)
        self.practice_title.setProperty(u"strong", True)

        self.practice_card_layout.addWidget(self.practice_title)

        self.practice_note = Label(self.practice_card)
        self.practice_note.setObjectName(u"practice_note")
        self.practice_note.setWordWrap(True)
        self.practice_note.setProperty(u"textSize", 13)
        self.practice_note.setProperty(u"tone", u"soft")

        self.practice_card_layout.addWidget(self.practice_note)

        self.people = QVBoxLayout()
        self.people.setSpacing(8)
        self.people.setObjectName(u"people")
        self.people.setContentsMargins(0, 0, 0, 0)

        self.practice_card_layout.addLayout(self.people)

        self.spacer_8 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.practice_card_layout.addItem(self.spacer_8)


        self.cards.addWidget(self.practice_card)

        self.spacer_15 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.cards.addItem(self.spacer_15)

        self.cards.setStretch(1, 13)
        self.cards.setStretch(2, 10)
        self.cards.setStretch(3, 6)

        self.content_layout.addLayout(self.cards)

        self.spacer_16 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.content_layout.addItem(self.spacer_16)

        self.content_layout.setStretch(1, 1)
        self.body.setWidget(self.content)

        self.SignIn_layout.addWidget(self.body)

        self.SignIn_layout.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.staff_id_label.setBuddy(self.staff_id)
        self.password_label.setBuddy(self.password)
        self.code_label.setBuddy(self.code)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.agree, self.staff_id)
        QWidget.setTabOrder(self.staff_id, self.password)
        QWidget.setTabOrder(self.password, self.code)
        QWidget.setTabOrder(self.code, self.submit)
        QWidget.setTabOrder(self.submit, self.read_again)
        QWidget.setTabOrder(self.read_again, self.display)

        self.retranslateUi(SignIn)
    # setupUi

    def retranslateUi(self, SignIn: QWidget) -> None:
        self.product.setText(QCoreApplication.translate("SignIn", u"frame.product", None))
        self.display.setText(QCoreApplication.translate("SignIn", u"frame.display", None))
#if QT_CONFIG(accessibility)
        self.language.setAccessibleName(QCoreApplication.translate("SignIn", u"frame.language", None))
#endif // QT_CONFIG(accessibility)
        self.notice_title.setText(QCoreApplication.translate("SignIn", u"sign_in.notice_title", None))
        self.notice_lead.setText(QCoreApplication.translate("SignIn", u"sign_in.notice_lead", None))
        self.notice_monitored.setText(QCoreApplication.translate("SignIn", u"sign_in.notice_monitored", None))
        self.notice_unax.setText(QCoreApplication.translate("SignIn", u"sign_in.notice_unax", None))
        self.notice_own.setText(QCoreApplication.translate("SignIn", u"sign_in.notice_own", None))
        self.notice_practice.setText(QCoreApplication.translate("SignIn", u"sign_in.notice_practice", None))
        self.agree.setText(QCoreApplication.translate("SignIn", u"sign_in.agree", None))
        self.read_again.setText(QCoreApplication.translate("SignIn", u"sign_in.read_again", None))
        self.title.setText(QCoreApplication.translate("SignIn", u"sign_in.title", None))
        self.hours.setText(QCoreApplication.translate("SignIn", u"sign_in.hours_unknown", None))
        self.staff_id_label.setText(QCoreApplication.translate("SignIn", u"sign_in.staff_id", None))
#if QT_CONFIG(accessibility)
        self.staff_id.setAccessibleName(QCoreApplication.translate("SignIn", u"sign_in.staff_id", None))
#endif // QT_CONFIG(accessibility)
        self.password_label.setText(QCoreApplication.translate("SignIn", u"sign_in.password", None))
#if QT_CONFIG(accessibility)
        self.password.setAccessibleName(QCoreApplication.translate("SignIn", u"sign_in.password", None))
#endif // QT_CONFIG(accessibility)
        self.password_hint.setText(QCoreApplication.translate("SignIn", u"sign_in.password_hint", None))
        self.code_label.setText(QCoreApplication.translate("SignIn", u"sign_in.code", None))
#if QT_CONFIG(accessibility)
        self.code.setAccessibleName(QCoreApplication.translate("SignIn", u"sign_in.code", None))
#endif // QT_CONFIG(accessibility)
        self.submit.setText(QCoreApplication.translate("SignIn", u"sign_in.submit", None))
        self.reason.setText(QCoreApplication.translate("SignIn", u"sign_in.agree_first", None))
        self.code_note.setText(QCoreApplication.translate("SignIn", u"sign_in.code_note", None))
        self.lockout.setText(QCoreApplication.translate("SignIn", u"sign_in.lockout_unknown", None))
        self.practice_title.setText(QCoreApplication.translate("SignIn", u"sign_in.practice_title", None))
        self.practice_note.setText(QCoreApplication.translate("SignIn", u"sign_in.practice_note", None))
        pass
    # retranslateUi

