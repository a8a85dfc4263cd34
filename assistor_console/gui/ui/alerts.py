# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'alerts.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QScrollArea,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from assistor_console.gui.widgets.button import Button
from assistor_console.gui.widgets.editors import (LineEdit, PlainEdit)
from assistor_console.gui.widgets.inputs import Segmented
from assistor_console.gui.widgets.label import Label
from assistor_console.gui.widgets.marks import (Chip, Icon)
from assistor_console.gui.widgets.scaled import ScaledFrame

class Ui_Alerts(object):
    def setupUi(self, Alerts: QWidget) -> None:
        if not Alerts.objectName():
            Alerts.setObjectName(u"Alerts")
        self.Alerts_layout = QHBoxLayout(Alerts)
        self.Alerts_layout.setSpacing(0)
        self.Alerts_layout.setObjectName(u"Alerts_layout")
        self.Alerts_layout.setContentsMargins(0, 0, 0, 0)
        self.list_pane = QFrame(Alerts)
        self.list_pane.setObjectName(u"list_pane")
        self.list_pane.setProperty(u"kind", u"pane")
        self.list_pane_layout = QVBoxLayout(self.list_pane)
        self.list_pane_layout.setSpacing(0)
        self.list_pane_layout.setObjectName(u"list_pane_layout")
        self.list_pane_layout.setContentsMargins(0, 0, 0, 0)
        self.header = ScaledFrame(self.list_pane)
        self.header.setObjectName(u"header")
        self.header.setProperty(u"kind", u"header")
        self.header.setProperty(u"drawnHeight", 64)
        self.header_layout = QHBoxLayout(self.header)
        self.header_layout.setSpacing(16)
        self.header_layout.setObjectName(u"header_layout")
        self.header_layout.setContentsMargins(24, 0, 20, 0)
        self.title = Label(self.header)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"textSize", 24)
        self.title.setProperty(u"strong", True)

        self.header_layout.addWidget(self.title)

        self.total = Label(self.header)
        self.total.setObjectName(u"total")
        self.total.setProperty(u"textSize", 15)
        self.total.setProperty(u"tone", u"soft")

        self.header_layout.addWidget(self.total)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.header_layout.addItem(self.spacer_1)

        self.shown = Segmented(self.header)
        self.shown.setObjectName(u"shown")

        self.header_layout.addWidget(self.shown)


        self.list_pane_layout.addWidget(self.header)

        self.table_space = QVBoxLayout()
        self.table_space.setSpacing(0)
        self.table_space.setObjectName(u"table_space")
        self.table_space.setContentsMargins(0, 0, 0, 0)

        self.list_pane_layout.addLayout(self.table_space)

        self.list_foot = ScaledFrame(self.list_pane)
        self.list_foot.setObjectName(u"list_foot")
        self.list_foot.setProperty(u"kind", u"footer")
        self.list_foot.setProperty(u"drawnHeight", 36)
        self.list_foot_layout = QHBoxLayout(self.list_foot)
        self.list_foot_layout.setSpacing(0)
        self.list_foot_layout.setObjectName(u"list_foot_layout")
        self.list_foot_layout.setContentsMargins(20, 0, 20, 0)
        self.range = Label(self.list_foot)
        self.range.setObjectName(u"range")
        self.range.setProperty(u"textSize", 13)
        self.range.setProperty(u"tone", u"soft")

        self.list_foot_layout.addWidget(self.range)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.list_foot_layout.addItem(self.spacer_2)

        self.updated = Label(self.list_foot)
        self.updated.setObjectName(u"updated")
        self.updated.setProperty(u"textSize", 13)
        self.updated.setProperty(u"tone", u"soft")

        self.list_foot_layout.addWidget(self.updated)


        self.list_pane_layout.addWidget(self.list_foot)

        self.list_pane_layout.setStretch(1, 1)

        self.Alerts_layout.addWidget(self.list_pane)

        self.alert_pane = ScaledFrame(Alerts)
        self.alert_pane.setObjectName(u"alert_pane")
        self.alert_pane.setProperty(u"kind", u"right")
        self.alert_pane.setProperty(u"drawnWidth", 400)
        self.alert_pane_layout = QVBoxLayout(self.alert_pane)
        self.alert_pane_layout.setSpacing(0)
        self.alert_pane_layout.setObjectName(u"alert_pane_layout")
        self.alert_pane_layout.setContentsMargins(0, 0, 0, 0)
        self.alert_scroll = QScrollArea(self.alert_pane)
        self.alert_scroll.setObjectName(u"alert_scroll")
        self.alert_scroll.setWidgetResizable(True)
        self.alert_scroll.setFrameShape(QFrame.NoFrame)
        self.alert_scroll.setFocusPolicy(Qt.NoFocus)
        self.alert_scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarAlwaysOff)
        self.alert_frame = QFrame()
        self.alert_frame.setObjectName(u"alert_frame")
        self.alert_frame.setProperty(u"kind", u"pane")
        self.alert_frame_layout = QVBoxLayout(self.alert_frame)
        self.alert_frame_layout.setSpacing(0)
        self.alert_frame_layout.setObjectName(u"alert_frame_layout")
        self.alert_frame_layout.setContentsMargins(0, 0, 0, 0)
        self.no_alert = QWidget(self.alert_frame)
        self.no_alert.setObjectName(u"no_alert")
        self.no_alert_layout = QVBoxLayout(self.no_alert)
        self.no_alert_layout.setSpacing(0)
        self.no_alert_layout.setObjectName(u"no_alert_layout")
        self.no_alert_layout.setContentsMargins(20, 24, 20, 20)

        self.alert_frame_layout.addWidget(self.no_alert)

        self.alert = QWidget(self.alert_frame)
        self.alert.setObjectName(u"alert")
        self.alert_layout = QVBoxLayout(self.alert)
        self.alert_layout.setSpacing(0)
        self.alert_layout.setObjectName(u"alert_layout")
        self.alert_layout.setContentsMargins(0, 0, 0, 0)
        self.alert_top = QVBoxLayout()
        self.alert_top.setSpacing(12)
        self.alert_top.setObjectName(u"alert_top")
        self.alert_top.setContentsMargins(20, 20, 20, 20)
        self.alert_head = QHBoxLayout()
        self.alert_head.setSpacing(0)
        self.alert_head.setObjectName(u"alert_head")
        self.alert_head.setContentsMargins(0, 0, 0, 0)
        self.kind = Chip(self.alert)
        self.kind.setObjectName(u"kind")

        self.alert_head.addWidget(self.kind)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.alert_head.addItem(self.spacer_3)


        self.alert_top.addLayout(self.alert_head)

        self.told = Label(self.alert)
        self.told.setObjectName(u"told")
        self.told.setWordWrap(True)
        self.told.setProperty(u"textSize", 17)
        self.told.setProperty(u"strong", True)

        self.alert_top.addWidget(self.told)

        self.advice = Label(self.alert)
        self.advice.setObjectName(u"advice")
        self.advice.setWordWrap(True)
        self.advice.setProperty(u"textSize", 15)
        self.advice.setProperty(u"tone", u"soft")

        self.alert_top.addWidget(self.advice)

        self.facts_well = QFrame(self.alert)
        self.facts_well.setObjectName(u"facts_well")
        self.facts_well.setProperty(u"kind", u"well")
        self.facts_well_layout = QVBoxLayout(self.facts_well)
        self.facts_well_layout.setSpacing(0)
        self.facts_well_layout.setObjectName(u"facts_well_layout")
        self.facts_well_layout.setContentsMargins(12, 8, 12, 8)
        self.facts = Label(self.facts_well)
        self.facts.setObjectName(u"facts")
        self.facts.setWordWrap(True)
        self.facts.setProperty(u"textSize", 13)
        self.facts.setProperty(u"tone", u"soft")

        self.facts_well_layout.addWidget(self.facts)


        self.alert_top.addWidget(self.facts_well)

        self.note_well = QFrame(self.alert)
        self.note_well.setObjectName(u"note_well")
        self.note_well.setProperty(u"kind", u"well")
        self.note_well_layout = QVBoxLayout(self.note_well)
        self.note_well_layout.setSpacing(2)
        self.note_well_layout.setObjectName(u"note_well_layout")
        self.note_well_layout.setContentsMargins(12, 8, 12, 8)
        self.note_title = Label(self.note_well)
        self.note_title.setObjectName(u"note_title")
        self.note_title.setWordWrap(True)
        self.note_title.setProperty(u"textSize", 13)
        self.note_title.setProperty(u"strong", True)

        self.note_well_layout.addWidget(self.note_title)

        self.note = Label(self.note_well)
        self.note.setObjectName(u"note")
        self.note.setWordWrap(True)
        self.note.setProperty(u"textSize", 15)

        self.note_well_layout.addWidget(self.note)


        self.alert_top.addWidget(self.note_well)

        self.acts_box = QWidget(self.alert)
        self.acts_box.setObjectName(u"acts_box")
        self.acts_layout = QVBoxLayout(self.acts_box)
        self.acts_layout.setSpacing(8)
        self.acts_layout.setObjectName(u"acts_layout")
        self.acts_layout.setContentsMargins(0, 0, 0, 0)
        self.acts_row = QHBoxLayout()
        self.acts_row.setSpacing(8)
        self.acts_row.setObjectName(u"acts_row")
        self.acts_row.setContentsMargins(0, 0, 0, 0)
        self.release = Button(self.acts_box)
        self.release.setObjectName(u"release")
        self.release.setProperty(u"kind", u"secondary")

        self.acts_row.addWidget(self.release)

        self.close_alert = Button(self.acts_box)
        self.close_alert.setObjectName(u"close_alert")
        self.close_alert.setProperty(u"kind", u"secondary")

        self.acts_row.addWidget(self.close_alert)

        self.spacer_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.acts_row.addItem(self.spacer_4)


        self.acts_layout.addLayout(self.acts_row)

        self.refused_row = QHBoxLayout()
        self.refused_row.setSpacing(6)
        self.refused_row.setObjectName(u"refused_row")
        self.refused_row.setContentsMargins(0, 0, 0, 0)
        self.refused_icon = Icon(self.acts_box)
        self.refused_icon.setObjectName(u"refused_icon")
        self.refused_icon.setProperty(u"icon", u"lock-simple")
        self.refused_icon.setProperty(u"iconSize", 16)
        self.refused_icon.setProperty(u"tone", u"soft")

        self.refused_row.addWidget(self.refused_icon, 0, Qt.AlignTop)

        self.refused = Label(self.acts_box)
        self.refused.setObjectName(u"refused")
        self.refused.setWordWrap(True)
        self.refused.setProperty(u"textSize", 13)
        self.refused.setProperty(u"tone", u"soft")

        self.refused_row.addWidget(self.refused)

        self.refused_row.setStretch(1, 1)

        self.acts_layout.addLayout(self.refused_row)


        self.alert_top.addWidget(self.acts_box)

        self.reason_box = QWidget(self.alert)
        self.reason_box.setObjectName(u"reason_box")
        self.reason_box_layout = QVBoxLayout(self.reason_box)
        self.reason_box_layout.setSpacing(6)
        self.reason_box_layout.setObjectName(u"reason_box_layout")
        self.reason_box_layout.setContentsMargins(0, 0, 0, 0)
        self.reason_label = Label(self.reason_box)
        self.reason_label.setObjectName(u"reason_label")
        self.reason_label.setWordWrap(True)
        self.reason_label.setProperty(u"textSize", 15)
        self.reason_label.setProperty(u"strong", True)

        self.reason_box_layout.addWidget(self.reason_label)

        self.reason = PlainEdit(self.reason_box)
        self.reason.setObjectName(u"reason")
        self.reason.setMaxLength(200)

        self.reason_box_layout.addWidget(self.reason)

        self.reason_below = QHBoxLayout()
        self.reason_below.setSpacing(6)
        self.reason_below.setObjectName(u"reason_below")
        self.reason_below.setContentsMargins(0, 0, 0, 0)
        self.reason_icon = Icon(self.reason_box)
        self.reason_icon.setObjectName(u"reason_icon")
        self.reason_icon.setProperty(u"icon", u"info")
        self.reason_icon.setProperty(u"iconSize", 16)
        self.reason_icon.setProperty(u"tone", u"soft")

        self.reason_below.addWidget(self.reason_icon, 0, Qt.AlignTop)

        self.reason_hint = Label(self.reason_box)
        self.reason_hint.setObjectName(u"reason_hint")
        self.reason_hint.setWordWrap(True)
        self.reason_hint.setProperty(u"textSize", 13)
        self.reason_hint.setProperty(u"tone", u"soft")

        self.reason_below.addWidget(self.reason_hint)

        self.reason_below.setStretch(1, 1)

        self.reason_box_layout.addLayout(self.reason_below)

        self.reason_row = QHBoxLayout()
        self.reason_row.setSpacing(8)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setContentsMargins(0, 0, 0, 0)
        self.confirm = Button(self.reason_box)
        self.confirm.setObjectName(u"confirm")
        self.confirm.setProperty(u"kind", u"primary")
        self.confirm.setProperty(u"key", u"Return")

        self.reason_row.addWidget(self.confirm)

        self.cancel = Button(self.reason_box)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setProperty(u"kind", u"quiet")
        self.cancel.setProperty(u"key", u"Esc")

        self.reason_row.addWidget(self.cancel)

        self.spacer_5 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.reason_row.addItem(self.spacer_5)


        self.reason_box_layout.addLayout(self.reason_row)


        self.alert_top.addWidget(self.reason_box)

        self.spacer_6 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.alert_top.addItem(self.spacer_6)


        self.alert_layout.addLayout(self.alert_top)


        self.alert_frame_layout.addWidget(self.alert)

        self.alert_scroll.setWidget(self.alert_frame)

        self.alert_pane_layout.addWidget(self.alert_scroll)


        self.Alerts_layout.addWidget(self.alert_pane)

        self.Alerts_layout.setStretch(0, 1)
#if QT_CONFIG(shortcut)
        self.reason_label.setBuddy(self.reason)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.shown, self.release)
        QWidget.setTabOrder(self.release, self.close_alert)
        QWidget.setTabOrder(self.close_alert, self.reason)
        QWidget.setTabOrder(self.reason, self.confirm)
        QWidget.setTabOrder(self.confirm, self.cancel)

        self.retranslateUi(Alerts)
    # setupUi

    def retranslateUi(self, Alerts: QWidget) -> None:
        self.title.setText(QCoreApplication.translate("Alerts", u"alerts.title", None))
#if QT_CONFIG(accessibility)
        self.shown.setAccessibleName(QCoreApplication.translate("Alerts", u"alerts.shown", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.reason.setAccessibleName(QCoreApplication.translate("Alerts", u"alerts.reason", None))
#endif // QT_CONFIG(accessibility)
        self.cancel.setText(QCoreApplication.translate("Alerts", u"alerts.cancel", None))
        pass
    # retranslateUi

