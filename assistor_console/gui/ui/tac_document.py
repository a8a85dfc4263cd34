# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'tac_document.ui'
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

from assistor_console.gui.widgets.editors import (DateEdit, LineEdit, PlainEdit)
from assistor_console.gui.widgets.inputs import (CheckBox, ComboBox)
from assistor_console.gui.widgets.label import Label

class Ui_TacDocument(object):
    def setupUi(self, TacDocument: QWidget) -> None:
        if not TacDocument.objectName():
            TacDocument.setObjectName(u"TacDocument")
        TacDocument.setProperty(u"kind", u"panel")
        self.TacDocument_layout = QVBoxLayout(TacDocument)
        self.TacDocument_layout.setSpacing(12)
        self.TacDocument_layout.setObjectName(u"TacDocument_layout")
        self.TacDocument_layout.setContentsMargins(24, 18, 24, 18)
        self.title = Label(TacDocument)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"textSize", 17)
        self.title.setProperty(u"strong", True)

        self.TacDocument_layout.addWidget(self.title)

        self.kind_field = QVBoxLayout()
        self.kind_field.setSpacing(4)
        self.kind_field.setObjectName(u"kind_field")
        self.kind_field.setContentsMargins(0, 0, 0, 0)
        self.kind_label = Label(TacDocument)
        self.kind_label.setObjectName(u"kind_label")
        self.kind_label.setProperty(u"textSize", 15)
        self.kind_label.setProperty(u"strong", True)

        self.kind_field.addWidget(self.kind_label)

        self.kind = ComboBox(TacDocument)
        self.kind.setObjectName(u"kind")

        self.kind_field.addWidget(self.kind)


        self.TacDocument_layout.addLayout(self.kind_field)

        self.issuer_field = QVBoxLayout()
        self.issuer_field.setSpacing(4)
        self.issuer_field.setObjectName(u"issuer_field")
        self.issuer_field.setContentsMargins(0, 0, 0, 0)
        self.issuer_label = Label(TacDocument)
        self.issuer_label.setObjectName(u"issuer_label")
        self.issuer_label.setProperty(u"textSize", 15)
        self.issuer_label.setProperty(u"strong", True)

        self.issuer_field.addWidget(self.issuer_label)

        self.issuer_space = QVBoxLayout()
        self.issuer_space.setSpacing(0)
        self.issuer_space.setObjectName(u"issuer_space")
        self.issuer_space.setContentsMargins(0, 0, 0, 0)
        self.issuer = ComboBox(TacDocument)
        self.issuer.setObjectName(u"issuer")

        self.issuer_space.addWidget(self.issuer)

        self.issuer_typed = PlainEdit(TacDocument)
        self.issuer_typed.setObjectName(u"issuer_typed")

        self.issuer_space.addWidget(self.issuer_typed)


        self.issuer_field.addLayout(self.issuer_space)


        self.TacDocument_layout.addLayout(self.issuer_field)

        self.numbers = QHBoxLayout()
        self.numbers.setSpacing(16)
        self.numbers.setObjectName(u"numbers")
        self.numbers.setContentsMargins(0, 0, 0, 0)
        self.last_four_field = QVBoxLayout()
        self.last_four_field.setSpacing(4)
        self.last_four_field.setObjectName(u"last_four_field")
        self.last_four_field.setContentsMargins(0, 0, 0, 0)
        self.last_four_label = Label(TacDocument)
        self.last_four_label.setObjectName(u"last_four_label")
        self.last_four_label.setProperty(u"textSize", 15)
        self.last_four_label.setProperty(u"strong", True)

        self.last_four_field.addWidget(self.last_four_label)

        self.last_four = LineEdit(TacDocument)
        self.last_four.setObjectName(u"last_four")
        self.last_four.setMaxLength(4)

        self.last_four_field.addWidget(self.last_four)


        self.numbers.addLayout(self.last_four_field)

        self.expires_field = QVBoxLayout()
        self.expires_field.setSpacing(4)
        self.expires_field.setObjectName(u"expires_field")
        self.expires_field.setContentsMargins(0, 0, 0, 0)
        self.expires_label = Label(TacDocument)
        self.expires_label.setObjectName(u"expires_label")
        self.expires_label.setProperty(u"textSize", 15)
        self.expires_label.setProperty(u"strong", True)

        self.expires_field.addWidget(self.expires_label)

        self.expires = DateEdit(TacDocument)
        self.expires.setObjectName(u"expires")

        self.expires_field.addWidget(self.expires)


        self.numbers.addLayout(self.expires_field)

        self.numbers.setStretch(0, 1)
        self.numbers.setStretch(1, 1)

        self.TacDocument_layout.addLayout(self.numbers)

        self.name_field = QVBoxLayout()
        self.name_field.setSpacing(4)
        self.name_field.setObjectName(u"name_field")
        self.name_field.setContentsMargins(0, 0, 0, 0)
        self.name_label = Label(TacDocument)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setProperty(u"textSize", 15)
        self.name_label.setProperty(u"strong", True)

        self.name_field.addWidget(self.name_label)

        self.name = PlainEdit(TacDocument)
        self.name.setObjectName(u"name")

        self.name_field.addWidget(self.name)


        self.TacDocument_layout.addLayout(self.name_field)

        self.photo = CheckBox(TacDocument)
        self.photo.setObjectName(u"photo")

        self.TacDocument_layout.addWidget(self.photo)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.TacDocument_layout.addItem(self.spacer_1)

        self.strip_space = QVBoxLayout()
        self.strip_space.setSpacing(0)
        self.strip_space.setObjectName(u"strip_space")
        self.strip_space.setContentsMargins(0, 0, 0, 0)

        self.TacDocument_layout.addLayout(self.strip_space)

#if QT_CONFIG(shortcut)
        self.kind_label.setBuddy(self.kind)
        self.last_four_label.setBuddy(self.last_four)
        self.expires_label.setBuddy(self.expires)
        self.name_label.setBuddy(self.name)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.kind, self.issuer)
        QWidget.setTabOrder(self.issuer, self.issuer_typed)
        QWidget.setTabOrder(self.issuer_typed, self.last_four)
        QWidget.setTabOrder(self.last_four, self.expires)
        QWidget.setTabOrder(self.expires, self.name)
        QWidget.setTabOrder(self.name, self.photo)

        self.retranslateUi(TacDocument)
    # setupUi

    def retranslateUi(self, TacDocument: QWidget) -> None:
        self.kind_label.setText(QCoreApplication.translate("TacDocument", u"tac.kind", None))
#if QT_CONFIG(accessibility)
        self.kind.setAccessibleName(QCoreApplication.translate("TacDocument", u"tac.kind", None))
#endif // QT_CONFIG(accessibility)
        self.issuer_label.setText(QCoreApplication.translate("TacDocument", u"tac.issuer", None))
#if QT_CONFIG(accessibility)
        self.issuer.setAccessibleName(QCoreApplication.translate("TacDocument", u"tac.issuer", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.issuer_typed.setAccessibleName(QCoreApplication.translate("TacDocument", u"tac.issuer", None))
#endif // QT_CONFIG(accessibility)
        self.last_four_label.setText(QCoreApplication.translate("TacDocument", u"tac.last_four", None))
#if QT_CONFIG(accessibility)
        self.last_four.setAccessibleName(QCoreApplication.translate("TacDocument", u"tac.last_four", None))
#endif // QT_CONFIG(accessibility)
        self.expires_label.setText(QCoreApplication.translate("TacDocument", u"tac.expires", None))
#if QT_CONFIG(accessibility)
        self.expires.setAccessibleName(QCoreApplication.translate("TacDocument", u"tac.expires", None))
#endif // QT_CONFIG(accessibility)
        self.name_label.setText(QCoreApplication.translate("TacDocument", u"tac.name", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("TacDocument", u"tac.name", None))
#endif // QT_CONFIG(accessibility)
        self.photo.setText(QCoreApplication.translate("TacDocument", u"tac.photo", None))
        pass
    # retranslateUi

