# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'ready_codes.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QGridLayout, QHBoxLayout,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from assistor_console.gui.widgets.button import Button
from assistor_console.gui.widgets.inputs import CheckBox
from assistor_console.gui.widgets.label import Label
from assistor_console.gui.widgets.marks import Icon

class Ui_ReadyCodes(object):
    def setupUi(self, ReadyCodes: QWidget) -> None:
        if not ReadyCodes.objectName():
            ReadyCodes.setObjectName(u"ReadyCodes")
        self.ReadyCodes_layout = QVBoxLayout(ReadyCodes)
        self.ReadyCodes_layout.setSpacing(16)
        self.ReadyCodes_layout.setObjectName(u"ReadyCodes_layout")
        self.ReadyCodes_layout.setContentsMargins(0, 0, 0, 0)
        self.title = Label(ReadyCodes)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)
        self.title.setProperty(u"textSize", 20)
        self.title.setProperty(u"strong", True)

        self.ReadyCodes_layout.addWidget(self.title)

        self.lead = Label(ReadyCodes)
        self.lead.setObjectName(u"lead")
        self.lead.setWordWrap(True)
        self.lead.setProperty(u"textSize", 15)

        self.ReadyCodes_layout.addWidget(self.lead)

        self.well = QFrame(ReadyCodes)
        self.well.setObjectName(u"well")
        self.well.setProperty(u"kind", u"well")
        self.grid = QGridLayout(self.well)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(8)
        self.grid.setVerticalSpacing(8)
        self.grid.setContentsMargins(20, 16, 20, 16)

        self.ReadyCodes_layout.addWidget(self.well)

        self.paper = Label(ReadyCodes)
        self.paper.setObjectName(u"paper")
        self.paper.setWordWrap(True)
        self.paper.setProperty(u"textSize", 15)

        self.ReadyCodes_layout.addWidget(self.paper)

        self.kept_row = QHBoxLayout()
        self.kept_row.setSpacing(0)
        self.kept_row.setObjectName(u"kept_row")
        self.kept_row.setContentsMargins(0, 0, 0, 0)
        self.kept = CheckBox(ReadyCodes)
        self.kept.setObjectName(u"kept")

        self.kept_row.addWidget(self.kept)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.kept_row.addItem(self.spacer_1)


        self.ReadyCodes_layout.addLayout(self.kept_row)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(12)
        self.foot.setObjectName(u"foot")
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.go_on = Button(ReadyCodes)
        self.go_on.setObjectName(u"go_on")
        self.go_on.setProperty(u"kind", u"primary")
        self.go_on.setProperty(u"key", u"Return")
        self.go_on.setProperty(u"drawnHeight", 48)
        self.go_on.setProperty(u"textSize", 17)

        self.foot.addWidget(self.go_on)

        self.why_icon = Icon(ReadyCodes)
        self.why_icon.setObjectName(u"why_icon")
        self.why_icon.setProperty(u"icon", u"lock-simple")
        self.why_icon.setProperty(u"iconSize", 16)
        self.why_icon.setProperty(u"tone", u"soft")

        self.foot.addWidget(self.why_icon)

        self.why = Label(ReadyCodes)
        self.why.setObjectName(u"why")
        self.why.setWordWrap(True)
        self.why.setProperty(u"textSize", 13)
        self.why.setProperty(u"tone", u"soft")

        self.foot.addWidget(self.why)

        self.foot.setStretch(2, 1)

        self.ReadyCodes_layout.addLayout(self.foot)

        QWidget.setTabOrder(self.kept, self.go_on)

        self.retranslateUi(ReadyCodes)
    # setupUi

    def retranslateUi(self, ReadyCodes: QWidget) -> None:
        self.title.setText(QCoreApplication.translate("ReadyCodes", u"ready.codes_title", None))
        self.lead.setText(QCoreApplication.translate("ReadyCodes", u"ready.codes_lead", None))
        self.paper.setText(QCoreApplication.translate("ReadyCodes", u"ready.codes_paper", None))
        self.kept.setText(QCoreApplication.translate("ReadyCodes", u"ready.codes_kept", None))
        self.go_on.setText(QCoreApplication.translate("ReadyCodes", u"ready.go_on", None))
        self.why.setText(QCoreApplication.translate("ReadyCodes", u"ready.codes_why", None))
        pass
    # retranslateUi

