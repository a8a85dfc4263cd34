# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'call_passed.ui'
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

from assistor_console.gui.widgets.big_letters import BigLetters
from assistor_console.gui.widgets.button import Button
from assistor_console.gui.widgets.label import Label
from assistor_console.gui.widgets.marks import (Chip, Icon)
from assistor_console.gui.widgets.notices import Tinted
from assistor_console.gui.widgets.numeral import Numeral

class Ui_CallPassed(object):
    def setupUi(self, CallPassed: QWidget) -> None:
        if not CallPassed.objectName():
            CallPassed.setObjectName(u"CallPassed")
        self.CallPassed_layout = QVBoxLayout(CallPassed)
        self.CallPassed_layout.setSpacing(12)
        self.CallPassed_layout.setObjectName(u"CallPassed_layout")
        self.CallPassed_layout.setContentsMargins(0, 0, 0, 0)
        self.banner = Tinted(CallPassed)
        self.banner.setObjectName(u"banner")
        self.banner_layout = QHBoxLayout(self.banner)
        self.banner_layout.setSpacing(20)
        self.banner_layout.setObjectName(u"banner_layout")
        self.banner_layout.setContentsMargins(32, 12, 32, 12)
        self.verdict_icon = Icon(self.banner)
        self.verdict_icon.setObjectName(u"verdict_icon")
        self.verdict_icon.setProperty(u"icon", u"check-circle-fill")
        self.verdict_icon.setProperty(u"iconSize", 40)
        self.verdict_icon.setProperty(u"tone", u"ok")

        self.banner_layout.addWidget(self.verdict_icon)

        self.verdict_words = QVBoxLayout()
        self.verdict_words.setSpacing(0)
        self.verdict_words.setObjectName(u"verdict_words")
        self.verdict_words.setContentsMargins(0, 0, 0, 0)
        self.verdict = Label(self.banner)
        self.verdict.setObjectName(u"verdict")
        self.verdict.setProperty(u"textSize", 30)
        self.verdict.setProperty(u"strong", True)
        self.verdict.setProperty(u"tone", u"ok")

        self.verdict_words.addWidget(self.verdict)

        self.decided = Label(self.banner)
        self.decided.setObjectName(u"decided")
        self.decided.setWordWrap(True)
        self.decided.setProperty(u"textSize", 15)
        self.decided.setProperty(u"tone", u"soft")

        self.verdict_words.addWidget(self.decided)


        self.banner_layout.addLayout(self.verdict_words)

        self.banner_layout.setStretch(1, 1)

        self.CallPassed_layout.addWidget(self.banner)

        self.issue_panel = QFrame(CallPassed)
        self.issue_panel.setObjectName(u"issue_panel")
        self.issue_panel.setProperty(u"kind", u"panel")
        self.issue_panel_layout = QVBoxLayout(self.issue_panel)
        self.issue_panel_layout.setSpacing(12)
        self.issue_panel_layout.setObjectName(u"issue_panel_layout")
        self.issue_panel_layout.setContentsMargins(32, 24, 32, 24)
        self.issue_slot = QVBoxLayout()
        self.issue_slot.setSpacing(0)
        self.issue_slot.setObjectName(u"issue_slot")
        self.issue_slot.setContentsMargins(0, 0, 0, 0)

        self.issue_panel_layout.addLayout(self.issue_slot)

        self.issue_foot = QHBoxLayout()
        self.issue_foot.setSpacing(0)
        self.issue_foot.setObjectName(u"issue_foot")
        self.issue_foot.setContentsMargins(0, 8, 0, 0)
        self.issue = Button(self.issue_panel)
        self.issue.setObjectName(u"issue")
        self.issue.setProperty(u"kind", u"primary")
        self.issue.setProperty(u"key", u"Return")
        self.issue.setProperty(u"drawnHeight", 48)
        self.issue.setProperty(u"textSize", 17)

        self.issue_foot.addWidget(self.issue)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.issue_foot.addItem(self.spacer_1)


        self.issue_panel_layout.addLayout(self.issue_foot)


        self.CallPassed_layout.addWidget(self.issue_panel)

        self.given = QFrame(CallPassed)
        self.given.setObjectName(u"given")
        self.given.setProperty(u"kind", u"panel")
        self.given_layout = QVBoxLayout(self.given)
        self.given_layout.setSpacing(14)
        self.given_layout.setObjectName(u"given_layout")
        self.given_layout.setContentsMargins(28, 18, 28, 18)
        self.name_row = QHBoxLayout()
        self.name_row.setSpacing(16)
        self.name_row.setObjectName(u"name_row")
        self.name_row.setContentsMargins(0, 0, 0, 0)
        self.name_mark = Numeral(self.given)
        self.name_mark.setObjectName(u"name_mark")

        self.name_row.addWidget(self.name_mark)

        self.name_column = QVBoxLayout()
        self.name_column.setSpacing(8)
        self.name_column.setObjectName(u"name_column")
        self.name_column.setContentsMargins(0, 0, 0, 0)
        self.name_title = Label(self.given)
        self.name_title.setObjectName(u"name_title")
        self.name_title.setProperty(u"textSize", 15)
        self.name_title.setProperty(u"strong", True)

        self.name_column.addWidget(self.name_title)

        self.name_line = QHBoxLayout()
        self.name_line.setSpacing(16)
        self.name_line.setObjectName(u"name_line")
        self.name_line.setContentsMargins(0, 0, 0, 0)
        self.username = Label(self.given)
        self.username.setObjectName(u"username")
        self.username.setProperty(u"textSize", 30)
        self.username.setProperty(u"strong", True)

        self.name_line.addWidget(self.username)

        self.spelled = Label(self.given)
        self.spelled.setObjectName(u"spelled")
        self.spelled.setWordWrap(True)
        self.spelled.setProperty(u"textSize", 15)
        self.spelled.setProperty(u"tone", u"soft")

        self.name_line.addWidget(self.spelled)

        self.name_line.setStretch(1, 1)

        self.name_column.addLayout(self.name_line)


        self.name_row.addLayout(self.name_column)

        self.name_row.setStretch(1, 1)

        self.given_layout.addLayout(self.name_row)

        self.rule_1 = QFrame(self.given)
        self.rule_1.setObjectName(u"rule_1")
        self.rule_1.setMinimumSize(QSize(0, 1))
        self.rule_1.setMaximumSize(QSize(16777215, 1))
        self.rule_1.setProperty(u"kind", u"rule")

        self.given_layout.addWidget(self.rule_1)

        self.password_row = QHBoxLayout()
        self.password_row.setSpacing(16)
        self.password_row.setObjectName(u"password_row")
        self.password_row.setContentsMargins(0, 0, 0, 0)
        self.password_mark = Numeral(self.given)
        self.password_mark.setObjectName(u"password_mark")

        self.password_row.addWidget(self.password_mark)

        self.password_column = QVBoxLayout()
        self.password_column.setSpacing(8)
        self.password_column.setObjectName(u"password_column")
        self.password_column.setContentsMargins(0, 0, 0, 0)
        self.password_head = QHBoxLayout()
        self.password_head.setSpacing(12)
        self.password_head.setObjectName(u"password_head")
        self.password_head.setContentsMargins(0, 0, 0, 0)
        self.password_title = Label(self.given)
        self.password_title.setObjectName(u"password_title")
        self.password_title.setProperty(u"textSize", 15)
        self.password_title.setProperty(u"strong", True)

        self.password_head.addWidget(self.password_title)

        self.once = Chip(self.given)
        self.once.setObjectName(u"once")

        self.password_head.addWidget(self.once)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.password_head.addItem(self.spacer_2)

        self.until = Label(self.given)
        self.until.setObjectName(u"until")
        self.until.setProperty(u"textSize", 13)
        self.until.setProperty(u"tone", u"soft")

        self.password_head.addWidget(self.until)


        self.password_column.addLayout(self.password_head)

        self.letters = BigLetters(self.given)
        self.letters.setObjectName(u"letters")

        self.password_column.addWidget(self.letters)

        self.read_each = Label(self.given)
        self.read_each.setObjectName(u"read_each")
        self.read_each.setWordWrap(True)
        self.read_each.setProperty(u"textSize", 15)
        self.read_each.setProperty(u"tone", u"soft")

        self.password_column.addWidget(self.read_each)

        self.password_foot = QHBoxLayout()
        self.password_foot.setSpacing(8)
        self.password_foot.setObjectName(u"password_foot")
        self.password_foot.setContentsMargins(0, 0, 0, 0)
        self.hide = Button(self.given)
        self.hide.setObjectName(u"hide")
        self.hide.setProperty(u"kind", u"primary")
        self.hide.setProperty(u"key", u"Return")
        self.hide.setProperty(u"iconName", u"eye-slash")

        self.password_foot.addWidget(self.hide)

        self.another = Button(self.given)
        self.another.setObjectName(u"another")
        self.another.setProperty(u"key", u"Ctrl+G")

        self.password_foot.addWidget(self.another)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.password_foot.addItem(self.spacer_3)


        self.password_column.addLayout(self.password_foot)


        self.password_row.addLayout(self.password_column)

        self.password_row.setStretch(1, 1)

        self.given_layout.addLayout(self.password_row)

        self.rule_2 = QFrame(self.given)
        self.rule_2.setObjectName(u"rule_2")
        self.rule_2.setMinimumSize(QSize(0, 1))
        self.rule_2.setMaximumSize(QSize(16777215, 1))
        self.rule_2.setProperty(u"kind", u"rule")

        self.given_layout.addWidget(self.rule_2)

        self.letter_row = QHBoxLayout()
        self.letter_row.setSpacing(16)
        self.letter_row.setObjectName(u"letter_row")
        self.letter_row.setContentsMargins(0, 0, 0, 0)
        self.letter_mark = Numeral(self.given)
        self.letter_mark.setObjectName(u"letter_mark")

        self.letter_row.addWidget(self.letter_mark)

        self.letter_column = QVBoxLayout()
        self.letter_column.setSpacing(8)
        self.letter_column.setObjectName(u"letter_column")
        self.letter_column.setContentsMargins(0, 0, 0, 0)
        self.letter_head = QHBoxLayout()
        self.letter_head.setSpacing(12)
        self.letter_head.setObjectName(u"letter_head")
        self.letter_head.setContentsMargins(0, 0, 0, 0)
        self.letter_title = Label(self.given)
        self.letter_title.setObjectName(u"letter_title")
        self.letter_title.setProperty(u"textSize", 15)
        self.letter_title.setProperty(u"strong", True)

        self.letter_head.addWidget(self.letter_title)

        self.queued = Chip(self.given)
        self.queued.setObjectName(u"queued")

        self.letter_head.addWidget(self.queued)

        self.spacer_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.letter_head.addItem(self.spacer_4)

        self.letter_number = Label(self.given)
        self.letter_number.setObjectName(u"letter_number")
        self.letter_number.setProperty(u"textSize", 13)
        self.letter_number.setProperty(u"tone", u"soft")

        self.letter_head.addWidget(self.letter_number)


        self.letter_column.addLayout(self.letter_head)

        self.letter_text = Label(self.given)
        self.letter_text.setObjectName(u"letter_text")
        self.letter_text.setWordWrap(True)
        self.letter_text.setProperty(u"textSize", 15)

        self.letter_column.addWidget(self.letter_text)


        self.letter_row.addLayout(self.letter_column)

        self.letter_row.setStretch(1, 1)

        self.given_layout.addLayout(self.letter_row)


        self.CallPassed_layout.addWidget(self.given)

        self.aloud = QFrame(CallPassed)
        self.aloud.setObjectName(u"aloud")
        self.aloud.setProperty(u"kind", u"panel")
        self.aloud_layout = QVBoxLayout(self.aloud)
        self.aloud_layout.setSpacing(12)
        self.aloud_layout.setObjectName(u"aloud_layout")
        self.aloud_layout.setContentsMargins(28, 16, 28, 18)
        self.aloud_slot = QVBoxLayout()
        self.aloud_slot.setSpacing(0)
        self.aloud_slot.setObjectName(u"aloud_slot")
        self.aloud_slot.setContentsMargins(0, 0, 0, 0)

        self.aloud_layout.addLayout(self.aloud_slot)


        self.CallPassed_layout.addWidget(self.aloud)

        self.spacer_5 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.CallPassed_layout.addItem(self.spacer_5)


        self.retranslateUi(CallPassed)
    # setupUi

    def retranslateUi(self, CallPassed: QWidget) -> None:
        self.issue.setText(QCoreApplication.translate("CallPassed", u"call.issue", None))
        self.name_mark.setText(QCoreApplication.translate("CallPassed", u"1", None))
        self.name_title.setText(QCoreApplication.translate("CallPassed", u"call.account_name", None))
        self.password_mark.setText(QCoreApplication.translate("CallPassed", u"2", None))
        self.password_title.setText(QCoreApplication.translate("CallPassed", u"call.password", None))
        self.read_each.setText(QCoreApplication.translate("CallPassed", u"call.read_each", None))
        self.hide.setText(QCoreApplication.translate("CallPassed", u"call.hide", None))
        self.another.setText(QCoreApplication.translate("CallPassed", u"call.another", None))
        self.letter_mark.setText(QCoreApplication.translate("CallPassed", u"3", None))
        self.letter_title.setText(QCoreApplication.translate("CallPassed", u"call.letter", None))
        pass
    # retranslateUi

