# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'lock.ui'
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
from assistor_console.gui.widgets.editors import LineEdit
from assistor_console.gui.widgets.label import Label
from assistor_console.gui.widgets.marks import (Chip, Icon)
from assistor_console.gui.widgets.scaled import ScaledFrame
from assistor_console.gui.widgets.secret_edits import PasswordEdit

class Ui_Lock(object):
    def setupUi(self, Lock: QWidget) -> None:
        if not Lock.objectName():
            Lock.setObjectName(u"Lock")
        self.Lock_layout = QVBoxLayout(Lock)
        self.Lock_layout.setSpacing(0)
        self.Lock_layout.setObjectName(u"Lock_layout")
        self.Lock_layout.setContentsMargins(0, 0, 0, 0)
        self.header = ScaledFrame(Lock)
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


        self.Lock_layout.addWidget(self.header)

        self.body = QScrollArea(Lock)
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
        self.spacer_5 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.content_layout.addItem(self.spacer_5)

        self.cards = QHBoxLayout()
        self.cards.setSpacing(0)
        self.cards.setObjectName(u"cards")
        self.cards.setContentsMargins(0, 0, 0, 0)
        self.spacer_6 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.cards.addItem(self.spacer_6)

        self.card = QFrame(self.content)
        self.card.setObjectName(u"card")
        self.card.setMinimumSize(QSize(360, 0))
        self.card.setMaximumSize(QSize(480, 16777215))
        self.card.setProperty(u"kind", u"panel")
        self.card_layout = QVBoxLayout(self.card)
        self.card_layout.setSpacing(16)
        self.card_layout.setObjectName(u"card_layout")
        self.card_layout.setContentsMargins(44, 36, 44, 32)
        self.heading = QHBoxLayout()
        self.heading.setSpacing(12)
        self.heading.setObjectName(u"heading")
        self.heading.setContentsMargins(0, 0, 0, 0)
        self.lock_icon = Icon(self.card)
        self.lock_icon.setObjectName(u"lock_icon")
        self.lock_icon.setProperty(u"icon", u"lock-simple")
        self.lock_icon.setProperty(u"iconSize", 24)
        self.lock_icon.setProperty(u"tone", u"accent")

        self.heading.addWidget(self.lock_icon)

        self.title = Label(self.card)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"textSize", 24)
        self.title.setProperty(u"strong", True)

        self.heading.addWidget(self.title)

        self.heading.setStretch(1, 1)

        self.card_layout.addLayout(self.heading)

        self.who = QVBoxLayout()
        self.who.setSpacing(2)
        self.who.setObjectName(u"who")
        self.who.setContentsMargins(0, 0, 0, 0)
        self.name = Label(self.card)
        self.name.setObjectName(u"name")
        self.name.setWordWrap(True)
        self.name.setProperty(u"textSize", 20)
        self.name.setProperty(u"strong", True)

        self.who.addWidget(self.name)

        self.since = Label(self.card)
        self.since.setObjectName(u"since")
        self.since.setWordWrap(True)
        self.since.setProperty(u"textSize", 15)
        self.since.setProperty(u"tone", u"soft")

        self.who.addWidget(self.since)


        self.card_layout.addLayout(self.who)

        self.kept = Label(self.card)
        self.kept.setObjectName(u"kept")
        self.kept.setWordWrap(True)
        self.kept.setProperty(u"textSize", 15)
        self.kept.setProperty(u"tone", u"soft")

        self.card_layout.addWidget(self.kept)

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

        self.unlock = Button(self.card)
        self.unlock.setObjectName(u"unlock")
        self.unlock.setProperty(u"kind", u"primary")
        self.unlock.setProperty(u"key", u"Return")
        self.unlock.setProperty(u"drawnHeight", 48)
        self.unlock.setProperty(u"textSize", 17)

        self.card_layout.addWidget(self.unlock)

        self.fill = Button(self.card)
        self.fill.setObjectName(u"fill")
        self.fill.setProperty(u"key", u"Alt+P")

        self.card_layout.addWidget(self.fill)

        self.away_row = QHBoxLayout()
        self.away_row.setSpacing(12)
        self.away_row.setObjectName(u"away_row")
        self.away_row.setContentsMargins(0, 0, 0, 0)
        self.away_icon = Icon(self.card)
        self.away_icon.setObjectName(u"away_icon")
        self.away_icon.setProperty(u"icon", u"cloud-slash")
        self.away_icon.setProperty(u"iconSize", 18)
        self.away_icon.setProperty(u"tone", u"warn")

        self.away_row.addWidget(self.away_icon)

        self.away = Label(self.card)
        self.away.setObjectName(u"away")
        self.away.setWordWrap(True)
        self.away.setProperty(u"textSize", 15)
        self.away.setProperty(u"tone", u"warn")

        self.away_row.addWidget(self.away)

        self.away_row.setStretch(1, 1)

        self.card_layout.addLayout(self.away_row)

        self.card_rule = QFrame(self.card)
        self.card_rule.setObjectName(u"card_rule")
        self.card_rule.setProperty(u"kind", u"rule")

        self.card_layout.addWidget(self.card_rule)

        self.other = Label(self.card)
        self.other.setObjectName(u"other")
        self.other.setWordWrap(True)
        self.other.setProperty(u"textSize", 15)
        self.other.setProperty(u"tone", u"soft")

        self.card_layout.addWidget(self.other)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.leave = Button(self.card)
        self.leave.setObjectName(u"leave")
        self.leave.setProperty(u"key", u"Ctrl+Q")

        self.foot.addWidget(self.leave)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.spacer_1)


        self.card_layout.addLayout(self.foot)

        self.held = Label(self.card)
        self.held.setObjectName(u"held")
        self.held.setWordWrap(True)
        self.held.setProperty(u"textSize", 15)
        self.held.setProperty(u"tone", u"warn")

        self.card_layout.addWidget(self.held)


        self.cards.addWidget(self.card)

        self.spacer_7 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.cards.addItem(self.spacer_7)

        self.cards.setStretch(0, 1)
        self.cards.setStretch(2, 1)

        self.content_layout.addLayout(self.cards)

        self.spacer_8 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.content_layout.addItem(self.spacer_8)

        self.content_layout.setStretch(0, 1)
        self.content_layout.setStretch(2, 1)
        self.body.setWidget(self.content)

        self.Lock_layout.addWidget(self.body)

        self.Lock_layout.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.password_label.setBuddy(self.password)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.password, self.unlock)
        QWidget.setTabOrder(self.unlock, self.fill)
        QWidget.setTabOrder(self.fill, self.leave)

        self.retranslateUi(Lock)
    # setupUi

    def retranslateUi(self, Lock: QWidget) -> None:
        self.product.setText(QCoreApplication.translate("Lock", u"frame.product", None))
        self.title.setText(QCoreApplication.translate("Lock", u"lock.title", None))
        self.kept.setText(QCoreApplication.translate("Lock", u"lock.kept", None))
        self.password_label.setText(QCoreApplication.translate("Lock", u"sign_in.password", None))
#if QT_CONFIG(accessibility)
        self.password.setAccessibleName(QCoreApplication.translate("Lock", u"sign_in.password", None))
#endif // QT_CONFIG(accessibility)
        self.unlock.setText(QCoreApplication.translate("Lock", u"lock.unlock", None))
        self.fill.setText(QCoreApplication.translate("Lock", u"lock.fill", None))
        self.away.setText(QCoreApplication.translate("Lock", u"lock.away", None))
        self.leave.setText(QCoreApplication.translate("Lock", u"frame.sign_out", None))
        pass
    # retranslateUi

