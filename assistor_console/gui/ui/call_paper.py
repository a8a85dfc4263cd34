# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'call_paper.ui'
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

from assistor_console.gui.widgets.editors import (DateEdit, LineEdit)
from assistor_console.gui.widgets.inputs import (CheckBox, ComboBox)
from assistor_console.gui.widgets.label import Label

class Ui_CallPaper(object):
    def setupUi(self, CallPaper: QWidget) -> None:
        if not CallPaper.objectName():
            CallPaper.setObjectName(u"CallPaper")
        self.CallPaper_layout = QVBoxLayout(CallPaper)
        self.CallPaper_layout.setSpacing(4)
        self.CallPaper_layout.setObjectName(u"CallPaper_layout")
        self.CallPaper_layout.setContentsMargins(0, 0, 0, 0)
        self.title = Label(CallPaper)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"textSize", 15)
        self.title.setProperty(u"strong", True)

        self.CallPaper_layout.addWidget(self.title)

        self.kind_label = Label(CallPaper)
        self.kind_label.setObjectName(u"kind_label")
        self.kind_label.setProperty(u"textSize", 13)
        self.kind_label.setProperty(u"strong", True)
        self.kind_label.setProperty(u"tone", u"soft")

        self.CallPaper_layout.addWidget(self.kind_label)

        self.kind = ComboBox(CallPaper)
        self.kind.setObjectName(u"kind")

        self.CallPaper_layout.addWidget(self.kind)

        self.line = QHBoxLayout()
        self.line.setSpacing(8)
        self.line.setObjectName(u"line")
        self.line.setContentsMargins(0, 0, 0, 0)
        self.issuer_column = QVBoxLayout()
        self.issuer_column.setSpacing(4)
        self.issuer_column.setObjectName(u"issuer_column")
        self.issuer_column.setContentsMargins(0, 0, 0, 0)
        self.issuer_label = Label(CallPaper)
        self.issuer_label.setObjectName(u"issuer_label")
        self.issuer_label.setProperty(u"textSize", 13)
        self.issuer_label.setProperty(u"strong", True)
        self.issuer_label.setProperty(u"tone", u"soft")

        self.issuer_column.addWidget(self.issuer_label)

        self.issuer = ComboBox(CallPaper)
        self.issuer.setObjectName(u"issuer")

        self.issuer_column.addWidget(self.issuer)

        self.issuer_text = LineEdit(CallPaper)
        self.issuer_text.setObjectName(u"issuer_text")

        self.issuer_column.addWidget(self.issuer_text)

        self.issuer_named = Label(CallPaper)
        self.issuer_named.setObjectName(u"issuer_named")
        self.issuer_named.setProperty(u"textSize", 15)
        self.issuer_named.setWordWrap(True)

        self.issuer_column.addWidget(self.issuer_named)


        self.line.addLayout(self.issuer_column)

        self.expires_column = QVBoxLayout()
        self.expires_column.setSpacing(4)
        self.expires_column.setObjectName(u"expires_column")
        self.expires_column.setContentsMargins(0, 0, 0, 0)
        self.expires_label = Label(CallPaper)
        self.expires_label.setObjectName(u"expires_label")
        self.expires_label.setProperty(u"textSize", 13)
        self.expires_label.setProperty(u"strong", True)
        self.expires_label.setProperty(u"tone", u"soft")

        self.expires_column.addWidget(self.expires_label)

        self.expires = DateEdit(CallPaper)
        self.expires.setObjectName(u"expires")
        self.expires.setMinimumSize(QSize(112, 0))

        self.expires_column.addWidget(self.expires)


        self.line.addLayout(self.expires_column)

        self.line.setStretch(0, 1)

        self.CallPaper_layout.addLayout(self.line)

        self.same_name = CheckBox(CallPaper)
        self.same_name.setObjectName(u"same_name")
        self.same_name.setChecked(True)

        self.CallPaper_layout.addWidget(self.same_name)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.CallPaper_layout.addItem(self.spacer_1)

#if QT_CONFIG(shortcut)
        self.kind_label.setBuddy(self.kind)
        self.issuer_label.setBuddy(self.issuer)
        self.expires_label.setBuddy(self.expires)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(CallPaper)
    # setupUi

    def retranslateUi(self, CallPaper: QWidget) -> None:
        self.kind_label.setText(QCoreApplication.translate("CallPaper", u"call.kind", None))
#if QT_CONFIG(accessibility)
        self.kind.setAccessibleName(QCoreApplication.translate("CallPaper", u"call.kind", None))
#endif // QT_CONFIG(accessibility)
        self.issuer_label.setText(QCoreApplication.translate("CallPaper", u"call.issuer", None))
#if QT_CONFIG(accessibility)
        self.issuer.setAccessibleName(QCoreApplication.translate("CallPaper", u"call.issuer", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.issuer_text.setAccessibleName(QCoreApplication.translate("CallPaper", u"call.issuer", None))
#endif // QT_CONFIG(accessibility)
        self.expires_label.setText(QCoreApplication.translate("CallPaper", u"call.expires", None))
#if QT_CONFIG(accessibility)
        self.expires.setAccessibleName(QCoreApplication.translate("CallPaper", u"call.expires", None))
#endif // QT_CONFIG(accessibility)
        self.same_name.setText(QCoreApplication.translate("CallPaper", u"call.same_name", None))
        pass
    # retranslateUi

