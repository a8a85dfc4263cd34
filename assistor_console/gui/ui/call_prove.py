# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'call_prove.ui'
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
from assistor_console.gui.widgets.editors import LineEdit
from assistor_console.gui.widgets.grouped import GroupedEdit
from assistor_console.gui.widgets.label import Label
from assistor_console.gui.widgets.marks import Icon

class Ui_CallProve(object):
    def setupUi(self, CallProve: QWidget) -> None:
        if not CallProve.objectName():
            CallProve.setObjectName(u"CallProve")
        self.CallProve_layout = QVBoxLayout(CallProve)
        self.CallProve_layout.setSpacing(16)
        self.CallProve_layout.setObjectName(u"CallProve_layout")
        self.CallProve_layout.setContentsMargins(0, 0, 0, 0)
        self.panel = QFrame(CallProve)
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

        self.code_field = QVBoxLayout()
        self.code_field.setSpacing(4)
        self.code_field.setObjectName(u"code_field")
        self.code_field.setContentsMargins(0, 0, 0, 0)
        self.code_label = Label(self.panel)
        self.code_label.setObjectName(u"code_label")
        self.code_label.setProperty(u"textSize", 15)
        self.code_label.setProperty(u"strong", True)

        self.code_field.addWidget(self.code_label)

        self.code = GroupedEdit(self.panel)
        self.code.setObjectName(u"code")
        self.code.setProperty(u"drawn", u"answer")

        self.code_field.addWidget(self.code)

        self.code_below = QHBoxLayout()
        self.code_below.setSpacing(6)
        self.code_below.setObjectName(u"code_below")
        self.code_below.setContentsMargins(0, 0, 0, 0)
        self.code_icon = Icon(self.panel)
        self.code_icon.setObjectName(u"code_icon")
        self.code_icon.setProperty(u"icon", u"warning-circle")
        self.code_icon.setProperty(u"iconSize", 16)
        self.code_icon.setProperty(u"tone", u"bad")

        self.code_below.addWidget(self.code_icon)

        self.code_hint = Label(self.panel)
        self.code_hint.setObjectName(u"code_hint")
        self.code_hint.setWordWrap(True)
        self.code_hint.setProperty(u"textSize", 13)
        self.code_hint.setProperty(u"tone", u"soft")

        self.code_below.addWidget(self.code_hint)

        self.code_below.setStretch(1, 1)

        self.code_field.addLayout(self.code_below)


        self.panel_layout.addLayout(self.code_field)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.foot.setContentsMargins(0, 4, 0, 0)
        self.prove = Button(self.panel)
        self.prove.setObjectName(u"prove")
        self.prove.setProperty(u"kind", u"primary")
        self.prove.setProperty(u"key", u"Return")
        self.prove.setProperty(u"drawnHeight", 48)
        self.prove.setProperty(u"textSize", 17)

        self.foot.addWidget(self.prove)

        self.no_code = Button(self.panel)
        self.no_code.setObjectName(u"no_code")
        self.no_code.setProperty(u"key", u"F4")

        self.foot.addWidget(self.no_code)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.spacer_1)


        self.panel_layout.addLayout(self.foot)


        self.CallProve_layout.addWidget(self.panel)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.CallProve_layout.addItem(self.spacer_2)

#if QT_CONFIG(shortcut)
        self.code_label.setBuddy(self.code)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(CallProve)
    # setupUi

    def retranslateUi(self, CallProve: QWidget) -> None:
        self.code_label.setText(QCoreApplication.translate("CallProve", u"call.continuation", None))
#if QT_CONFIG(accessibility)
        self.code.setAccessibleName(QCoreApplication.translate("CallProve", u"call.continuation", None))
#endif // QT_CONFIG(accessibility)
        self.code_hint.setText(QCoreApplication.translate("CallProve", u"call.continuation_hint", None))
        self.prove.setText(QCoreApplication.translate("CallProve", u"call.prove_short", None))
        self.no_code.setText(QCoreApplication.translate("CallProve", u"call.no_code", None))
        pass
    # retranslateUi

