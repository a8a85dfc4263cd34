# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'call_find.ui'
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
from assistor_console.gui.widgets.editors import (DateEdit, LineEdit)
from assistor_console.gui.widgets.label import Label
from assistor_console.gui.widgets.marks import Icon

class Ui_CallFind(object):
    def setupUi(self, CallFind: QWidget) -> None:
        if not CallFind.objectName():
            CallFind.setObjectName(u"CallFind")
        self.CallFind_layout = QVBoxLayout(CallFind)
        self.CallFind_layout.setSpacing(16)
        self.CallFind_layout.setObjectName(u"CallFind_layout")
        self.CallFind_layout.setContentsMargins(0, 0, 0, 0)
        self.panel = QFrame(CallFind)
        self.panel.setObjectName(u"panel")
        self.panel.setProperty(u"kind", u"panel")
        self.panel_layout = QVBoxLayout(self.panel)
        self.panel_layout.setSpacing(12)
        self.panel_layout.setObjectName(u"panel_layout")
        self.panel_layout.setContentsMargins(32, 24, 32, 24)
        self.lines_slot = QVBoxLayout()
        self.lines_slot.setSpacing(0)
        self.lines_slot.setObjectName(u"lines_slot")
        self.lines_slot.setContentsMargins(0, 0, 0, 0)

        self.panel_layout.addLayout(self.lines_slot)

        self.line = QFrame(self.panel)
        self.line.setObjectName(u"line")
        self.line.setMinimumSize(QSize(0, 1))
        self.line.setMaximumSize(QSize(16777215, 1))
        self.line.setProperty(u"kind", u"rule")

        self.panel_layout.addWidget(self.line)

        self.fields = QHBoxLayout()
        self.fields.setSpacing(16)
        self.fields.setObjectName(u"fields")
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.name_field = QVBoxLayout()
        self.name_field.setSpacing(4)
        self.name_field.setObjectName(u"name_field")
        self.name_field.setContentsMargins(0, 0, 0, 0)
        self.name_label = Label(self.panel)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setProperty(u"textSize", 15)
        self.name_label.setProperty(u"strong", True)

        self.name_field.addWidget(self.name_label)

        self.name = LineEdit(self.panel)
        self.name.setObjectName(u"name")
        self.name.setProperty(u"drawn", u"normal")

        self.name_field.addWidget(self.name)

        self.name_below = QHBoxLayout()
        self.name_below.setSpacing(6)
        self.name_below.setObjectName(u"name_below")
        self.name_below.setContentsMargins(0, 0, 0, 0)
        self.name_icon = Icon(self.panel)
        self.name_icon.setObjectName(u"name_icon")
        self.name_icon.setProperty(u"icon", u"warning-circle")
        self.name_icon.setProperty(u"iconSize", 16)
        self.name_icon.setProperty(u"tone", u"bad")

        self.name_below.addWidget(self.name_icon)

        self.name_hint = Label(self.panel)
        self.name_hint.setObjectName(u"name_hint")
        self.name_hint.setWordWrap(True)
        self.name_hint.setProperty(u"textSize", 13)
        self.name_hint.setProperty(u"tone", u"soft")

        self.name_below.addWidget(self.name_hint)

        self.name_below.setStretch(1, 1)

        self.name_field.addLayout(self.name_below)


        self.fields.addLayout(self.name_field)

        self.born_field = QVBoxLayout()
        self.born_field.setSpacing(4)
        self.born_field.setObjectName(u"born_field")
        self.born_field.setContentsMargins(0, 0, 0, 0)
        self.born_label = Label(self.panel)
        self.born_label.setObjectName(u"born_label")
        self.born_label.setProperty(u"textSize", 15)
        self.born_label.setProperty(u"strong", True)

        self.born_field.addWidget(self.born_label)

        self.born = DateEdit(self.panel)
        self.born.setObjectName(u"born")
        self.born.setProperty(u"drawn", u"normal")

        self.born_field.addWidget(self.born)

        self.born_below = QHBoxLayout()
        self.born_below.setSpacing(6)
        self.born_below.setObjectName(u"born_below")
        self.born_below.setContentsMargins(0, 0, 0, 0)
        self.born_icon = Icon(self.panel)
        self.born_icon.setObjectName(u"born_icon")
        self.born_icon.setProperty(u"icon", u"warning-circle")
        self.born_icon.setProperty(u"iconSize", 16)
        self.born_icon.setProperty(u"tone", u"bad")

        self.born_below.addWidget(self.born_icon)

        self.born_hint = Label(self.panel)
        self.born_hint.setObjectName(u"born_hint")
        self.born_hint.setWordWrap(True)
        self.born_hint.setProperty(u"textSize", 13)
        self.born_hint.setProperty(u"tone", u"soft")

        self.born_below.addWidget(self.born_hint)

        self.born_below.setStretch(1, 1)

        self.born_field.addLayout(self.born_below)


        self.fields.addLayout(self.born_field)

        self.fields.setStretch(0, 3)
        self.fields.setStretch(1, 2)

        self.panel_layout.addLayout(self.fields)

        self.number_field = QVBoxLayout()
        self.number_field.setSpacing(4)
        self.number_field.setObjectName(u"number_field")
        self.number_field.setContentsMargins(0, 0, 0, 0)
        self.number_label = Label(self.panel)
        self.number_label.setObjectName(u"number_label")
        self.number_label.setProperty(u"textSize", 15)
        self.number_label.setProperty(u"strong", True)

        self.number_field.addWidget(self.number_label)

        self.number = LineEdit(self.panel)
        self.number.setObjectName(u"number")
        self.number.setProperty(u"drawn", u"normal")

        self.number_field.addWidget(self.number)

        self.number_below = QHBoxLayout()
        self.number_below.setSpacing(6)
        self.number_below.setObjectName(u"number_below")
        self.number_below.setContentsMargins(0, 0, 0, 0)
        self.number_icon = Icon(self.panel)
        self.number_icon.setObjectName(u"number_icon")
        self.number_icon.setProperty(u"icon", u"warning-circle")
        self.number_icon.setProperty(u"iconSize", 16)
        self.number_icon.setProperty(u"tone", u"bad")

        self.number_below.addWidget(self.number_icon)

        self.number_hint = Label(self.panel)
        self.number_hint.setObjectName(u"number_hint")
        self.number_hint.setWordWrap(True)
        self.number_hint.setProperty(u"textSize", 13)
        self.number_hint.setProperty(u"tone", u"soft")

        self.number_below.addWidget(self.number_hint)

        self.number_below.setStretch(1, 1)

        self.number_field.addLayout(self.number_below)


        self.panel_layout.addLayout(self.number_field)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(0)
        self.foot.setObjectName(u"foot")
        self.foot.setContentsMargins(0, 4, 0, 0)
        self.find = Button(self.panel)
        self.find.setObjectName(u"find")
        self.find.setProperty(u"kind", u"primary")
        self.find.setProperty(u"key", u"Return")
        self.find.setProperty(u"drawnHeight", 48)
        self.find.setProperty(u"textSize", 17)

        self.foot.addWidget(self.find)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.spacer_1)


        self.panel_layout.addLayout(self.foot)


        self.CallFind_layout.addWidget(self.panel)

        self.found = QFrame(CallFind)
        self.found.setObjectName(u"found")
        self.found.setProperty(u"kind", u"panel")
        self.found_layout = QVBoxLayout(self.found)
        self.found_layout.setSpacing(12)
        self.found_layout.setObjectName(u"found_layout")
        self.found_layout.setContentsMargins(24, 16, 24, 16)
        self.found_head = QHBoxLayout()
        self.found_head.setSpacing(0)
        self.found_head.setObjectName(u"found_head")
        self.found_head.setContentsMargins(0, 0, 0, 0)
        self.found_title = Label(self.found)
        self.found_title.setObjectName(u"found_title")
        self.found_title.setProperty(u"textSize", 17)
        self.found_title.setProperty(u"strong", True)

        self.found_head.addWidget(self.found_title)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.found_head.addItem(self.spacer_2)

        self.found_note = Label(self.found)
        self.found_note.setObjectName(u"found_note")
        self.found_note.setProperty(u"textSize", 13)
        self.found_note.setProperty(u"tone", u"soft")

        self.found_head.addWidget(self.found_note)


        self.found_layout.addLayout(self.found_head)

        self.found_slot = QVBoxLayout()
        self.found_slot.setSpacing(8)
        self.found_slot.setObjectName(u"found_slot")
        self.found_slot.setContentsMargins(0, 0, 0, 0)

        self.found_layout.addLayout(self.found_slot)


        self.CallFind_layout.addWidget(self.found)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.CallFind_layout.addItem(self.spacer_3)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.born_label.setBuddy(self.born)
        self.number_label.setBuddy(self.number)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(CallFind)
    # setupUi

    def retranslateUi(self, CallFind: QWidget) -> None:
        self.name_label.setText(QCoreApplication.translate("CallFind", u"call.find_name", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("CallFind", u"call.find_name", None))
#endif // QT_CONFIG(accessibility)
        self.name_hint.setText(QCoreApplication.translate("CallFind", u"call.find_name_hint", None))
        self.born_label.setText(QCoreApplication.translate("CallFind", u"call.find_born", None))
#if QT_CONFIG(accessibility)
        self.born.setAccessibleName(QCoreApplication.translate("CallFind", u"call.find_born", None))
#endif // QT_CONFIG(accessibility)
        self.born_hint.setText(QCoreApplication.translate("CallFind", u"call.find_born_hint", None))
        self.number_label.setText(QCoreApplication.translate("CallFind", u"call.find_number", None))
#if QT_CONFIG(accessibility)
        self.number.setAccessibleName(QCoreApplication.translate("CallFind", u"call.find_number", None))
#endif // QT_CONFIG(accessibility)
        self.number_hint.setText(QCoreApplication.translate("CallFind", u"call.find_number_hint", None))
        self.find.setText(QCoreApplication.translate("CallFind", u"call.find_short", None))
        self.found_title.setText(QCoreApplication.translate("CallFind", u"call.found_title", None))
        self.found_note.setText(QCoreApplication.translate("CallFind", u"call.found_note", None))
        pass
    # retranslateUi

