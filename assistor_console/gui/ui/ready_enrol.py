# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'ready_enrol.ui'
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
from assistor_console.gui.widgets.secret_edits import CodeEdit

class Ui_ReadyEnrol(object):
    def setupUi(self, ReadyEnrol: QWidget) -> None:
        if not ReadyEnrol.objectName():
            ReadyEnrol.setObjectName(u"ReadyEnrol")
        self.ReadyEnrol_layout = QVBoxLayout(ReadyEnrol)
        self.ReadyEnrol_layout.setSpacing(16)
        self.ReadyEnrol_layout.setObjectName(u"ReadyEnrol_layout")
        self.ReadyEnrol_layout.setContentsMargins(0, 0, 0, 0)
        self.title = Label(ReadyEnrol)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)
        self.title.setProperty(u"textSize", 20)
        self.title.setProperty(u"strong", True)

        self.ReadyEnrol_layout.addWidget(self.title)

        self.lead = Label(ReadyEnrol)
        self.lead.setObjectName(u"lead")
        self.lead.setWordWrap(True)
        self.lead.setProperty(u"textSize", 15)

        self.ReadyEnrol_layout.addWidget(self.lead)

        self.sides = QHBoxLayout()
        self.sides.setSpacing(32)
        self.sides.setObjectName(u"sides")
        self.sides.setContentsMargins(0, 0, 0, 0)
        self.qr_slot = QVBoxLayout()
        self.qr_slot.setSpacing(0)
        self.qr_slot.setObjectName(u"qr_slot")
        self.qr_slot.setContentsMargins(0, 0, 0, 0)
        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.qr_slot.addItem(self.spacer_1)


        self.sides.addLayout(self.qr_slot)

        self.told = QVBoxLayout()
        self.told.setSpacing(8)
        self.told.setObjectName(u"told")
        self.told.setContentsMargins(0, 0, 0, 0)
        self.scan = Label(ReadyEnrol)
        self.scan.setObjectName(u"scan")
        self.scan.setWordWrap(True)
        self.scan.setProperty(u"textSize", 15)
        self.scan.setProperty(u"strong", True)

        self.told.addWidget(self.scan)

        self.no_camera = Label(ReadyEnrol)
        self.no_camera.setObjectName(u"no_camera")
        self.no_camera.setWordWrap(True)
        self.no_camera.setProperty(u"textSize", 13)
        self.no_camera.setProperty(u"tone", u"soft")

        self.told.addWidget(self.no_camera)

        self.secret = Label(ReadyEnrol)
        self.secret.setObjectName(u"secret")
        self.secret.setWordWrap(True)
        self.secret.setProperty(u"textSize", 20)
        self.secret.setProperty(u"strong", True)

        self.told.addWidget(self.secret)

        self.once = Label(ReadyEnrol)
        self.once.setObjectName(u"once")
        self.once.setWordWrap(True)
        self.once.setProperty(u"textSize", 13)
        self.once.setProperty(u"tone", u"soft")

        self.told.addWidget(self.once)

        self.spacer_2 = QSpacerItem(0, 12, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.told.addItem(self.spacer_2)

        self.code_field = QVBoxLayout()
        self.code_field.setSpacing(4)
        self.code_field.setObjectName(u"code_field")
        self.code_field.setContentsMargins(0, 0, 0, 0)
        self.code_label = Label(ReadyEnrol)
        self.code_label.setObjectName(u"code_label")
        self.code_label.setWordWrap(True)
        self.code_label.setProperty(u"textSize", 15)
        self.code_label.setProperty(u"strong", True)

        self.code_field.addWidget(self.code_label)

        self.code = CodeEdit(ReadyEnrol)
        self.code.setObjectName(u"code")
        self.code.setProperty(u"drawn", u"tall")

        self.code_field.addWidget(self.code)

        self.code_below = QHBoxLayout()
        self.code_below.setSpacing(6)
        self.code_below.setObjectName(u"code_below")
        self.code_below.setContentsMargins(0, 4, 0, 0)
        self.code_icon = Icon(ReadyEnrol)
        self.code_icon.setObjectName(u"code_icon")
        self.code_icon.setProperty(u"icon", u"warning-circle")
        self.code_icon.setProperty(u"iconSize", 16)
        self.code_icon.setProperty(u"tone", u"soft")

        self.code_below.addWidget(self.code_icon)

        self.code_hint = Label(ReadyEnrol)
        self.code_hint.setObjectName(u"code_hint")
        self.code_hint.setWordWrap(True)
        self.code_hint.setProperty(u"textSize", 13)
        self.code_hint.setProperty(u"tone", u"soft")

        self.code_below.addWidget(self.code_hint)

        self.code_below.setStretch(1, 1)

        self.code_field.addLayout(self.code_below)


        self.told.addLayout(self.code_field)

        self.spacer_3 = QSpacerItem(0, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.told.addItem(self.spacer_3)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(12)
        self.foot.setObjectName(u"foot")
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.confirm = Button(ReadyEnrol)
        self.confirm.setObjectName(u"confirm")
        self.confirm.setProperty(u"kind", u"primary")
        self.confirm.setProperty(u"key", u"Return")
        self.confirm.setProperty(u"drawnHeight", 48)
        self.confirm.setProperty(u"textSize", 17)

        self.foot.addWidget(self.confirm)

        self.again = Button(ReadyEnrol)
        self.again.setObjectName(u"again")
        self.again.setProperty(u"key", u"F5")
        self.again.setProperty(u"drawnHeight", 48)
        self.again.setProperty(u"textSize", 17)

        self.foot.addWidget(self.again)

        self.spacer_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.spacer_4)


        self.told.addLayout(self.foot)

        self.spacer_5 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.told.addItem(self.spacer_5)


        self.sides.addLayout(self.told)

        self.sides.setStretch(1, 1)

        self.ReadyEnrol_layout.addLayout(self.sides)

#if QT_CONFIG(shortcut)
        self.code_label.setBuddy(self.code)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.code, self.confirm)
        QWidget.setTabOrder(self.confirm, self.again)

        self.retranslateUi(ReadyEnrol)
    # setupUi

    def retranslateUi(self, ReadyEnrol: QWidget) -> None:
        self.title.setText(QCoreApplication.translate("ReadyEnrol", u"ready.enrol_title", None))
        self.lead.setText(QCoreApplication.translate("ReadyEnrol", u"ready.enrol_lead", None))
        self.scan.setText(QCoreApplication.translate("ReadyEnrol", u"ready.scan", None))
        self.no_camera.setText(QCoreApplication.translate("ReadyEnrol", u"ready.no_camera", None))
        self.once.setText(QCoreApplication.translate("ReadyEnrol", u"ready.once", None))
        self.code_label.setText(QCoreApplication.translate("ReadyEnrol", u"ready.first_code", None))
#if QT_CONFIG(accessibility)
        self.code.setAccessibleName(QCoreApplication.translate("ReadyEnrol", u"ready.first_code", None))
#endif // QT_CONFIG(accessibility)
        self.code_hint.setText(QCoreApplication.translate("ReadyEnrol", u"ready.first_code_hint", None))
        self.confirm.setText(QCoreApplication.translate("ReadyEnrol", u"ready.confirm", None))
        self.again.setText(QCoreApplication.translate("ReadyEnrol", u"ready.again", None))
        pass
    # retranslateUi

