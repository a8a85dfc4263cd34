# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'ready_password.ui'
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
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

from assistor_console.gui.widgets.button import Button
from assistor_console.gui.widgets.editors import LineEdit
from assistor_console.gui.widgets.label import Label
from assistor_console.gui.widgets.marks import Icon
from assistor_console.gui.widgets.secret_edits import PasswordEdit

class Ui_ReadyPassword(object):
    def setupUi(self, ReadyPassword: QWidget) -> None:
        if not ReadyPassword.objectName():
            ReadyPassword.setObjectName(u"ReadyPassword")
        self.ReadyPassword_layout = QVBoxLayout(ReadyPassword)
        self.ReadyPassword_layout.setSpacing(14)
        self.ReadyPassword_layout.setObjectName(u"ReadyPassword_layout")
        self.ReadyPassword_layout.setContentsMargins(0, 0, 0, 0)
        self.title = Label(ReadyPassword)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)
        self.title.setProperty(u"textSize", 20)
        self.title.setProperty(u"strong", True)

        self.ReadyPassword_layout.addWidget(self.title)

        self.rules = QVBoxLayout()
        self.rules.setSpacing(4)
        self.rules.setObjectName(u"rules")
        self.rules.setContentsMargins(0, 0, 0, 0)
        self.rule_length = Label(ReadyPassword)
        self.rule_length.setObjectName(u"rule_length")
        self.rule_length.setWordWrap(True)
        self.rule_length.setProperty(u"textSize", 15)

        self.rules.addWidget(self.rule_length)

        self.rule_signs = Label(ReadyPassword)
        self.rule_signs.setObjectName(u"rule_signs")
        self.rule_signs.setWordWrap(True)
        self.rule_signs.setProperty(u"textSize", 15)

        self.rules.addWidget(self.rule_signs)

        self.rule_common = Label(ReadyPassword)
        self.rule_common.setObjectName(u"rule_common")
        self.rule_common.setWordWrap(True)
        self.rule_common.setProperty(u"textSize", 15)

        self.rules.addWidget(self.rule_common)


        self.ReadyPassword_layout.addLayout(self.rules)

        self.current_field = QVBoxLayout()
        self.current_field.setSpacing(4)
        self.current_field.setObjectName(u"current_field")
        self.current_field.setContentsMargins(0, 0, 0, 0)
        self.current_label = Label(ReadyPassword)
        self.current_label.setObjectName(u"current_label")
        self.current_label.setProperty(u"textSize", 15)
        self.current_label.setProperty(u"strong", True)

        self.current_field.addWidget(self.current_label)

        self.current = PasswordEdit(ReadyPassword)
        self.current.setObjectName(u"current")
        self.current.setProperty(u"drawn", u"tall")

        self.current_field.addWidget(self.current)

        self.current_below = QHBoxLayout()
        self.current_below.setSpacing(6)
        self.current_below.setObjectName(u"current_below")
        self.current_below.setContentsMargins(0, 4, 0, 0)
        self.current_icon = Icon(ReadyPassword)
        self.current_icon.setObjectName(u"current_icon")
        self.current_icon.setProperty(u"icon", u"warning-circle")
        self.current_icon.setProperty(u"iconSize", 16)
        self.current_icon.setProperty(u"tone", u"soft")

        self.current_below.addWidget(self.current_icon)

        self.current_hint = Label(ReadyPassword)
        self.current_hint.setObjectName(u"current_hint")
        self.current_hint.setWordWrap(True)
        self.current_hint.setProperty(u"textSize", 13)
        self.current_hint.setProperty(u"tone", u"soft")

        self.current_below.addWidget(self.current_hint)

        self.current_below.setStretch(1, 1)

        self.current_field.addLayout(self.current_below)


        self.ReadyPassword_layout.addLayout(self.current_field)

        self.fresh_field = QVBoxLayout()
        self.fresh_field.setSpacing(4)
        self.fresh_field.setObjectName(u"fresh_field")
        self.fresh_field.setContentsMargins(0, 0, 0, 0)
        self.fresh_label = Label(ReadyPassword)
        self.fresh_label.setObjectName(u"fresh_label")
        self.fresh_label.setProperty(u"textSize", 15)
        self.fresh_label.setProperty(u"strong", True)

        self.fresh_field.addWidget(self.fresh_label)

        self.fresh = PasswordEdit(ReadyPassword)
        self.fresh.setObjectName(u"fresh")
        self.fresh.setProperty(u"drawn", u"tall")

        self.fresh_field.addWidget(self.fresh)

        self.fresh_below = QHBoxLayout()
        self.fresh_below.setSpacing(6)
        self.fresh_below.setObjectName(u"fresh_below")
        self.fresh_below.setContentsMargins(0, 4, 0, 0)
        self.fresh_icon = Icon(ReadyPassword)
        self.fresh_icon.setObjectName(u"fresh_icon")
        self.fresh_icon.setProperty(u"icon", u"warning-circle")
        self.fresh_icon.setProperty(u"iconSize", 16)
        self.fresh_icon.setProperty(u"tone", u"soft")

        self.fresh_below.addWidget(self.fresh_icon)

        self.fresh_hint = Label(ReadyPassword)
        self.fresh_hint.setObjectName(u"fresh_hint")
        self.fresh_hint.setWordWrap(True)
        self.fresh_hint.setProperty(u"textSize", 13)
        self.fresh_hint.setProperty(u"tone", u"soft")

        self.fresh_below.addWidget(self.fresh_hint)

        self.fresh_below.setStretch(1, 1)

        self.fresh_field.addLayout(self.fresh_below)


        self.ReadyPassword_layout.addLayout(self.fresh_field)

        self.again_field = QVBoxLayout()
        self.again_field.setSpacing(4)
        self.again_field.setObjectName(u"again_field")
        self.again_field.setContentsMargins(0, 0, 0, 0)
        self.again_label = Label(ReadyPassword)
        self.again_label.setObjectName(u"again_label")
        self.again_label.setProperty(u"textSize", 15)
        self.again_label.setProperty(u"strong", True)

        self.again_field.addWidget(self.again_label)

        self.again = PasswordEdit(ReadyPassword)
        self.again.setObjectName(u"again")
        self.again.setProperty(u"drawn", u"tall")

        self.again_field.addWidget(self.again)

        self.again_below = QHBoxLayout()
        self.again_below.setSpacing(6)
        self.again_below.setObjectName(u"again_below")
        self.again_below.setContentsMargins(0, 4, 0, 0)
        self.again_icon = Icon(ReadyPassword)
        self.again_icon.setObjectName(u"again_icon")
        self.again_icon.setProperty(u"icon", u"warning-circle")
        self.again_icon.setProperty(u"iconSize", 16)
        self.again_icon.setProperty(u"tone", u"soft")

        self.again_below.addWidget(self.again_icon)

        self.again_hint = Label(ReadyPassword)
        self.again_hint.setObjectName(u"again_hint")
        self.again_hint.setWordWrap(True)
        self.again_hint.setProperty(u"textSize", 13)
        self.again_hint.setProperty(u"tone", u"soft")

        self.again_below.addWidget(self.again_hint)

        self.again_below.setStretch(1, 1)

        self.again_field.addLayout(self.again_below)


        self.ReadyPassword_layout.addLayout(self.again_field)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(12)
        self.foot.setObjectName(u"foot")
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.change = Button(ReadyPassword)
        self.change.setObjectName(u"change")
        self.change.setProperty(u"kind", u"primary")
        self.change.setProperty(u"key", u"Return")
        self.change.setProperty(u"drawnHeight", 48)
        self.change.setProperty(u"textSize", 17)

        self.foot.addWidget(self.change)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.spacer_1)


        self.ReadyPassword_layout.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.current_label.setBuddy(self.current)
        self.fresh_label.setBuddy(self.fresh)
        self.again_label.setBuddy(self.again)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.current, self.fresh)
        QWidget.setTabOrder(self.fresh, self.again)
        QWidget.setTabOrder(self.again, self.change)

        self.retranslateUi(ReadyPassword)
    # setupUi

    def retranslateUi(self, ReadyPassword: QWidget) -> None:
        self.title.setText(QCoreApplication.translate("ReadyPassword", u"ready.password_title", None))
        self.rule_signs.setText(QCoreApplication.translate("ReadyPassword", u"ready.rule_signs", None))
        self.rule_common.setText(QCoreApplication.translate("ReadyPassword", u"ready.rule_common", None))
        self.current_label.setText(QCoreApplication.translate("ReadyPassword", u"ready.temporary", None))
#if QT_CONFIG(accessibility)
        self.current.setAccessibleName(QCoreApplication.translate("ReadyPassword", u"ready.temporary", None))
#endif // QT_CONFIG(accessibility)
        self.fresh_label.setText(QCoreApplication.translate("ReadyPassword", u"ready.new_password", None))
#if QT_CONFIG(accessibility)
        self.fresh.setAccessibleName(QCoreApplication.translate("ReadyPassword", u"ready.new_password", None))
#endif // QT_CONFIG(accessibility)
        self.again_label.setText(QCoreApplication.translate("ReadyPassword", u"ready.new_again", None))
#if QT_CONFIG(accessibility)
        self.again.setAccessibleName(QCoreApplication.translate("ReadyPassword", u"ready.new_again", None))
#endif // QT_CONFIG(accessibility)
        self.change.setText(QCoreApplication.translate("ReadyPassword", u"ready.change", None))
        pass
    # retranslateUi

