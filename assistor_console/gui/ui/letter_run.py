# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'letter_run.ui'
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
    QSpacerItem, QStackedWidget, QVBoxLayout, QWidget)

from assistor_console.gui.widgets.button import Button
from assistor_console.gui.widgets.editors import LineEdit
from assistor_console.gui.widgets.label import Label
from assistor_console.gui.widgets.marks import Icon
from assistor_console.gui.widgets.scaled import ScaledFrame

class Ui_LetterRun(object):
    def setupUi(self, LetterRun: QWidget) -> None:
        if not LetterRun.objectName():
            LetterRun.setObjectName(u"LetterRun")
        self.LetterRun_layout = QVBoxLayout(LetterRun)
        self.LetterRun_layout.setSpacing(0)
        self.LetterRun_layout.setObjectName(u"LetterRun_layout")
        self.LetterRun_layout.setContentsMargins(0, 0, 0, 0)
        self.header = ScaledFrame(LetterRun)
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


        self.LetterRun_layout.addWidget(self.header)

        self.body = QWidget(LetterRun)
        self.body.setObjectName(u"body")
        self.body_layout = QHBoxLayout(self.body)
        self.body_layout.setSpacing(0)
        self.body_layout.setObjectName(u"body_layout")
        self.body_layout.setContentsMargins(0, 0, 0, 0)
        self.letters_pane = QFrame(self.body)
        self.letters_pane.setObjectName(u"letters_pane")
        self.letters_pane.setProperty(u"kind", u"pane")
        self.letters_pane_layout = QVBoxLayout(self.letters_pane)
        self.letters_pane_layout.setSpacing(0)
        self.letters_pane_layout.setObjectName(u"letters_pane_layout")
        self.letters_pane_layout.setContentsMargins(0, 0, 0, 0)
        self.middle = QStackedWidget(self.letters_pane)
        self.middle.setObjectName(u"middle")
        self.ledger = QWidget()
        self.ledger.setObjectName(u"ledger")
        self.ledger_layout = QVBoxLayout(self.ledger)
        self.ledger_layout.setSpacing(0)
        self.ledger_layout.setObjectName(u"ledger_layout")
        self.ledger_layout.setContentsMargins(0, 0, 0, 0)
        self.ledger_head = QHBoxLayout()
        self.ledger_head.setSpacing(0)
        self.ledger_head.setObjectName(u"ledger_head")
        self.ledger_head.setContentsMargins(24, 16, 24, 4)
        self.letters_title = Label(self.ledger)
        self.letters_title.setObjectName(u"letters_title")
        self.letters_title.setProperty(u"textSize", 17)
        self.letters_title.setProperty(u"strong", True)

        self.ledger_head.addWidget(self.letters_title)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.ledger_head.addItem(self.spacer_2)


        self.ledger_layout.addLayout(self.ledger_head)

        self.letters_space = QVBoxLayout()
        self.letters_space.setSpacing(0)
        self.letters_space.setObjectName(u"letters_space")
        self.letters_space.setContentsMargins(0, 0, 0, 0)

        self.ledger_layout.addLayout(self.letters_space)

        self.ledger_layout.setStretch(1, 1)
        self.middle.addWidget(self.ledger)
        self.preview = QWidget()
        self.preview.setObjectName(u"preview")
        self.preview_layout = QVBoxLayout(self.preview)
        self.preview_layout.setSpacing(0)
        self.preview_layout.setObjectName(u"preview_layout")
        self.preview_layout.setContentsMargins(0, 0, 0, 0)
        self.preview_head = QHBoxLayout()
        self.preview_head.setSpacing(12)
        self.preview_head.setObjectName(u"preview_head")
        self.preview_head.setContentsMargins(24, 10, 16, 6)
        self.preview_title = Label(self.preview)
        self.preview_title.setObjectName(u"preview_title")
        self.preview_title.setProperty(u"textSize", 17)
        self.preview_title.setProperty(u"strong", True)

        self.preview_head.addWidget(self.preview_title)

        self.preview_note = Label(self.preview)
        self.preview_note.setObjectName(u"preview_note")
        self.preview_note.setProperty(u"textSize", 13)
        self.preview_note.setProperty(u"tone", u"soft")

        self.preview_head.addWidget(self.preview_note)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.preview_head.addItem(self.spacer_3)

        self.shut = Button(self.preview)
        self.shut.setObjectName(u"shut")
        self.shut.setProperty(u"kind", u"quiet")
        self.shut.setProperty(u"key", u"Esc")
        self.shut.setProperty(u"drawnHeight", 36)

        self.preview_head.addWidget(self.shut)


        self.preview_layout.addLayout(self.preview_head)

        self.preview_space = QVBoxLayout()
        self.preview_space.setSpacing(0)
        self.preview_space.setObjectName(u"preview_space")
        self.preview_space.setContentsMargins(0, 0, 0, 0)

        self.preview_layout.addLayout(self.preview_space)

        self.preview_layout.setStretch(1, 1)
        self.middle.addWidget(self.preview)

        self.letters_pane_layout.addWidget(self.middle)


        self.body_layout.addWidget(self.letters_pane)

        self.runs_pane = ScaledFrame(self.body)
        self.runs_pane.setObjectName(u"runs_pane")
        self.runs_pane.setProperty(u"kind", u"right")
        self.runs_pane.setProperty(u"drawnWidth", 488)
        self.runs_pane_layout = QVBoxLayout(self.runs_pane)
        self.runs_pane_layout.setSpacing(0)
        self.runs_pane_layout.setObjectName(u"runs_pane_layout")
        self.runs_pane_layout.setContentsMargins(0, 0, 0, 0)
        self.runs_top = QVBoxLayout()
        self.runs_top.setSpacing(0)
        self.runs_top.setObjectName(u"runs_top")
        self.runs_top.setContentsMargins(24, 16, 24, 4)
        self.runs_title = Label(self.runs_pane)
        self.runs_title.setObjectName(u"runs_title")
        self.runs_title.setProperty(u"textSize", 17)
        self.runs_title.setProperty(u"strong", True)

        self.runs_top.addWidget(self.runs_title)


        self.runs_pane_layout.addLayout(self.runs_top)

        self.runs_space = QVBoxLayout()
        self.runs_space.setSpacing(0)
        self.runs_space.setObjectName(u"runs_space")
        self.runs_space.setContentsMargins(0, 0, 0, 0)

        self.runs_pane_layout.addLayout(self.runs_space)

        self.runs_rule = QFrame(self.runs_pane)
        self.runs_rule.setObjectName(u"runs_rule")
        self.runs_rule.setProperty(u"kind", u"rule")

        self.runs_pane_layout.addWidget(self.runs_rule)

        self.next = QVBoxLayout()
        self.next.setSpacing(10)
        self.next.setObjectName(u"next")
        self.next.setContentsMargins(24, 16, 24, 20)
        self.next_head = QHBoxLayout()
        self.next_head.setSpacing(0)
        self.next_head.setObjectName(u"next_head")
        self.next_head.setContentsMargins(0, 0, 0, 0)
        self.next_title = Label(self.runs_pane)
        self.next_title.setObjectName(u"next_title")
        self.next_title.setProperty(u"textSize", 13)
        self.next_title.setProperty(u"strong", True)
        self.next_title.setProperty(u"tone", u"soft")

        self.next_head.addWidget(self.next_title)

        self.spacer_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.next_head.addItem(self.spacer_4)

        self.next_count = Label(self.runs_pane)
        self.next_count.setObjectName(u"next_count")
        self.next_count.setProperty(u"textSize", 13)
        self.next_count.setProperty(u"tone", u"soft")

        self.next_head.addWidget(self.next_count)


        self.next.addLayout(self.next_head)

        self.next_words = Label(self.runs_pane)
        self.next_words.setObjectName(u"next_words")
        self.next_words.setWordWrap(True)
        self.next_words.setProperty(u"textSize", 17)
        self.next_words.setProperty(u"strong", True)

        self.next.addWidget(self.next_words)

        self.next_more = Label(self.runs_pane)
        self.next_more.setObjectName(u"next_more")
        self.next_more.setWordWrap(True)
        self.next_more.setProperty(u"textSize", 15)
        self.next_more.setProperty(u"tone", u"soft")

        self.next.addWidget(self.next_more)

        self.count_field = QVBoxLayout()
        self.count_field.setSpacing(4)
        self.count_field.setObjectName(u"count_field")
        self.count_field.setContentsMargins(0, 0, 0, 0)
        self.count_label = Label(self.runs_pane)
        self.count_label.setObjectName(u"count_label")
        self.count_label.setProperty(u"textSize", 15)
        self.count_label.setProperty(u"strong", True)

        self.count_field.addWidget(self.count_label)

        self.count = LineEdit(self.runs_pane)
        self.count.setObjectName(u"count")
        self.count.setMaxLength(4)

        self.count_field.addWidget(self.count)

        self.count_below = QHBoxLayout()
        self.count_below.setSpacing(6)
        self.count_below.setObjectName(u"count_below")
        self.count_below.setContentsMargins(0, 0, 0, 0)
        self.count_icon = Icon(self.runs_pane)
        self.count_icon.setObjectName(u"count_icon")
        self.count_icon.setProperty(u"icon", u"info")
        self.count_icon.setProperty(u"iconSize", 16)
        self.count_icon.setProperty(u"tone", u"soft")

        self.count_below.addWidget(self.count_icon)

        self.count_hint = Label(self.runs_pane)
        self.count_hint.setObjectName(u"count_hint")
        self.count_hint.setWordWrap(True)
        self.count_hint.setProperty(u"textSize", 13)
        self.count_hint.setProperty(u"tone", u"soft")

        self.count_below.addWidget(self.count_hint)

        self.count_below.setStretch(1, 1)

        self.count_field.addLayout(self.count_below)


        self.next.addLayout(self.count_field)

        self.primary_row = QHBoxLayout()
        self.primary_row.setSpacing(0)
        self.primary_row.setObjectName(u"primary_row")
        self.primary_row.setContentsMargins(0, 0, 0, 0)
        self.primary = Button(self.runs_pane)
        self.primary.setObjectName(u"primary")
        self.primary.setProperty(u"kind", u"primary")
        self.primary.setProperty(u"key", u"Ctrl+Return")
        self.primary.setProperty(u"drawnHeight", 48)

        self.primary_row.addWidget(self.primary)

        self.spacer_5 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.primary_row.addItem(self.spacer_5)


        self.next.addLayout(self.primary_row)

        self.more_row = QHBoxLayout()
        self.more_row.setSpacing(8)
        self.more_row.setObjectName(u"more_row")
        self.more_row.setContentsMargins(0, 0, 0, 0)
        self.open = Button(self.runs_pane)
        self.open.setObjectName(u"open")
        self.open.setProperty(u"kind", u"secondary")

        self.more_row.addWidget(self.open)

        self.print = Button(self.runs_pane)
        self.print.setObjectName(u"print")
        self.print.setProperty(u"kind", u"secondary")

        self.more_row.addWidget(self.print)

        self.save = Button(self.runs_pane)
        self.save.setObjectName(u"save")
        self.save.setProperty(u"kind", u"secondary")

        self.more_row.addWidget(self.save)

        self.spacer_6 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.more_row.addItem(self.spacer_6)


        self.next.addLayout(self.more_row)

        self.spoilt_row = QHBoxLayout()
        self.spoilt_row.setSpacing(0)
        self.spoilt_row.setObjectName(u"spoilt_row")
        self.spoilt_row.setContentsMargins(0, 0, 0, 0)
        self.replace = Button(self.runs_pane)
        self.replace.setObjectName(u"replace")
        self.replace.setProperty(u"kind", u"danger")

        self.spoilt_row.addWidget(self.replace)

        self.spacer_7 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.spoilt_row.addItem(self.spacer_7)


        self.next.addLayout(self.spoilt_row)

        self.refused_row = QHBoxLayout()
        self.refused_row.setSpacing(6)
        self.refused_row.setObjectName(u"refused_row")
        self.refused_row.setContentsMargins(0, 0, 0, 0)
        self.refused_icon = Icon(self.runs_pane)
        self.refused_icon.setObjectName(u"refused_icon")
        self.refused_icon.setProperty(u"icon", u"lock-simple")
        self.refused_icon.setProperty(u"iconSize", 16)
        self.refused_icon.setProperty(u"tone", u"soft")

        self.refused_row.addWidget(self.refused_icon, 0, Qt.AlignTop)

        self.refused = Label(self.runs_pane)
        self.refused.setObjectName(u"refused")
        self.refused.setWordWrap(True)
        self.refused.setProperty(u"textSize", 13)
        self.refused.setProperty(u"tone", u"soft")

        self.refused_row.addWidget(self.refused)

        self.refused_row.setStretch(1, 1)

        self.next.addLayout(self.refused_row)


        self.runs_pane_layout.addLayout(self.next)

        self.runs_pane_layout.setStretch(1, 1)

        self.body_layout.addWidget(self.runs_pane)

        self.body_layout.setStretch(0, 1)

        self.LetterRun_layout.addWidget(self.body)

        self.LetterRun_layout.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.count_label.setBuddy(self.count)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.count, self.primary)
        QWidget.setTabOrder(self.primary, self.open)
        QWidget.setTabOrder(self.open, self.print)
        QWidget.setTabOrder(self.print, self.save)
        QWidget.setTabOrder(self.save, self.replace)

        self.retranslateUi(LetterRun)
    # setupUi

    def retranslateUi(self, LetterRun: QWidget) -> None:
        self.title.setText(QCoreApplication.translate("LetterRun", u"letters_page.title", None))
        self.letters_title.setText(QCoreApplication.translate("LetterRun", u"letters_page.letters", None))
        self.shut.setText(QCoreApplication.translate("LetterRun", u"letters_page.shut", None))
        self.runs_title.setText(QCoreApplication.translate("LetterRun", u"letters_page.runs", None))
        self.next_title.setText(QCoreApplication.translate("LetterRun", u"letters_page.next_step", None))
        pass
    # retranslateUi

