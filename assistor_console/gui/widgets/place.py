"""Where somebody is in a table: the chosen row and the one on top, found again when the rows come anew."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelectionModel, QObject
from PySide6.QtWidgets import QTableView

if TYPE_CHECKING:
    from .table import PagedModel

_NOWHERE = object()
_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class Place(QObject):
    """Keeps a view's place over a reset of its model; `returning` says that it is being put back."""

    def __init__(self, view: QTableView, model: "PagedModel[Any]") -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self.returning = False
        self._chosen = self._top = _NOWHERE
        self._at_top = True
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._put_back)

    def _keep(self) -> None:
        view, bar = self._view, self._view.verticalScrollBar()
        self._chosen = self._key(view.currentIndex().row())
        self._at_top = bar.value() == bar.minimum()
        self._top = _NOWHERE if self._at_top else self._key(view.rowAt(0))

    def _key(self, row: int) -> object:
        return self._model.key(self._model.row_at(row)) if 0 <= row < self._model.rowCount() else _NOWHERE

    def _put_back(self) -> None:
        """A list that stood at its top stays there, so that what is new on top is seen."""
        places = {self._model.key(row): number for number, row in enumerate(self._model.rows())}
        view, top = self._view, places.get(self._top)
        self.returning = True
        try:
            if (chosen := places.get(self._chosen)) is not None:
                view.selectionModel().setCurrentIndex(self._model.index(chosen, 0), _ROW)
            view.updateGeometries()
            if self._at_top:
                view.scrollToTop()
            elif top is not None:
                view.scrollTo(self._model.index(top, 0), QTableView.ScrollHint.PositionAtTop)
        finally:
            self.returning = False
