# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'ready_prove.ui'
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
from assistor_console.gui.widgets.secret_edits import (CodeEdit, PasswordEdit)

class Ui_ReadyProve(object):
    def setupUi(self, ReadyProve: QWidget) -> None:
        if not ReadyProve.objectName():
            ReadyProve.setObjectName(u"ReadyProve")
        self.ReadyProve_layout = QVBoxLayout(ReadyProve)
        self.ReadyProve_layout.setSpacing(16)
        self.ReadyProve_layout.setObjectName(u"ReadyProve_layout")
        self.ReadyProve_layout.setContentsMargins(0, 0, 0, 0)
        self.lead = Label(ReadyProve)
        self.lead.setObjectName(u"lead")
        self.lead.setWordWrap(True)
        self.lead.setProperty(u"textSize", 15)

        self.ReadyProve_layout.addWidget(self.lead)

        self.password_field = QVBoxLayout()
        self.password_field.setSpacing(4)
        self.password_field.setObjectName(u"password_field")
        self.password_field.setContentsMargins(0, 0, 0, 0)
        self.password_label = Label(ReadyProve)
        self.password_label.setObjectName(u"password_label")
        self.password_label.setProperty(u"textSize", 15)
        self.password_label.setProperty(u"strong", True)

        self.password_field.addWidget(self.password_label)

        self.password = PasswordEdit(ReadyProve)
        self.password.setObjectName(u"password")
        self.password.setProperty(u"drawn", u"tall")

        self.password_field.addWidget(self.password)

        self.password_below = QHBoxLayout()
        self.password_below.setSpacing(6)
        self.password_below.setObjectName(u"password_below")
        self.password_below.setContentsMargins(0, 4, 0, 0)
        self.password_icon = Icon(ReadyProve)
        self.password_icon.setObjectName(u"password_icon")
        self.password_icon.setProperty(u"icon", u"warning-circle")
        self.password_icon.setProperty(u"iconSize", 16)
        self.password_icon.setProperty(u"tone", u"soft")

        self.password_below.addWidget(self.password_icon)

        self.password_hint = Label(ReadyProve)
        self.password_hint.setObjectName(u"password_hint")
        self.password_hint.setWordWrap(True)
        self.password_hint.setProperty(u"textSize", 13)
        self.password_hint.setProperty(u"tone", u"soft")

        self.password_below.addWidget(self.password_hint)

        self.password_below.setStretch(1, 1)

        self.password_field.addLayout(self.password_below)


        self.ReadyProve_layout.addLayout(self.password_field)

        self.code_field = QVBoxLayout()
        self.code_field.setSpacing(4)
        self.code_field.setObjectName(u"code_field")
        self.code_field.setContentsMargins(0, 0, 0, 0)
        self.code_label = Label(ReadyProve)
        self.code_label.setObjectName(u"code_label")
        self.code_label.setProperty(u"textSize", 15)
        self.code_label.setProperty(u"strong", True)

        self.code_field.addWidget(self.code_label)

        self.code = CodeEdit(ReadyProve)
        self.code.setObjectName(u"code")
        self.code.setProperty(u"drawn", u"tall")

        self.code_field.addWidget(self.code)

        self.code_below = QHBoxLayout()
        self.code_below.setSpacing(6)
        self.code_below.setObjectName(u"code_below")
        self.code_below.setContentsMargins(0, 4, 0, 0)
        self.code_icon = Icon(ReadyProve)
        self.code_icon.setObjectName(u"code_icon")
        self.code_icon.setProperty(u"icon", u"warning-circle")
        self.code_icon.setProperty(u"iconSize", 16)
        self.code_icon.setProperty(u"tone", u"soft")

        self.code_below.addWidget(self.code_icon)

        self.code_hint = Label(ReadyProve)
        self.code_hint.setObjectName(u"code_hint")
        self.code_hint.setWordWrap(True)
        self.code_hint.setProperty(u"textSize", 13)
        self.code_hint.setProperty(u"tone", u"soft")

        self.code_below.addWidget(self.code_hint)

        self.code_below.setStretch(1, 1)

        self.code_field.addLayout(self.code_below)


        self.ReadyProve_layout.addLayout(self.code_field)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(12)
        self.foot.setObjectName(u"foot")
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.make = Button(ReadyProve)
        self.make.setObjectName(u"make")
        self.make.setProperty(u"kind", u"primary")
        self.make.setProperty(u"key", u"Return")
        self.make.setProperty(u"drawnHeight", 48)
        self.make.setProperty(u"textSize", 17)

        self.foot.addWidget(self.make)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.spacer_1)


        self.ReadyProve_layout.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.password_label.setBuddy(self.password)
        self.code_label.setBuddy(self.code)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.password, self.code)
        QWidget.setTabOrder(self.code, self.make)

        self.retranslateUi(ReadyProve)
    # setupUi

    def retranslateUi(self, ReadyProve: QWidget) -> None:
        self.lead.setText(QCoreApplication.translate("ReadyProve", u"ready.prove_lead", None))
        self.password_label.setText(QCoreApplication.translate("ReadyProve", u"sign_in.password", None))
#if QT_CONFIG(accessibility)
        self.password.setAccessibleName(QCoreApplication.translate("ReadyProve", u"sign_in.password", None))
#endif // QT_CONFIG(accessibility)
        self.code_label.setText(QCoreApplication.translate("ReadyProve", u"sign_in.code", None))
#if QT_CONFIG(accessibility)
        self.code.setAccessibleName(QCoreApplication.translate("ReadyProve", u"sign_in.code", None))
#endif // QT_CONFIG(accessibility)
        self.code_hint.setText(QCoreApplication.translate("ReadyProve", u"ready.prove_code_hint", None))
        self.make.setText(QCoreApplication.translate("ReadyProve", u"ready.make_codes", None))
        pass
    # retranslateUi

