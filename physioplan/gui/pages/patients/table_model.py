"""The rows of the patient list as a table."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from physioplan.gui.pages.patients.presenter import PatientRow
from physioplan.gui.words import _

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ROW = int(Qt.ItemDataRole.UserRole)


class Column(IntEnum):
    """The columns from left to right."""

    NAME = 0
    AGE = 1
    STAGE = 2
    PAIN = 3
    DISABILITY = 4
    LAST = 5
    DUE = 6


class PatientTable(QAbstractTableModel):
    """Every cell has its words for assistive technology; the row itself is under the role ``ROW``."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[PatientRow, ...] = ()
        self.sorted_by = Column.NAME
        self.descending = False

    def show_rows(self, rows: tuple[PatientRow, ...]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> PatientRow | None:
        """The row at ``number``, if there is one."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def place_of(self, patient_id: str) -> int:
        """Which row a patient is in; -1 when not shown."""
        return next((n for n, row in enumerate(self._rows) if row.patient_id == patient_id), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            _("Name"), _("Age"), _("Stage"), _("Pain now vs baseline"), _("Disability"), _("Last visit"),
            _("Next due"),
        )[section]  # fmt: skip

    def data(self, index: Index, role: int = 0) -> Any:
        row = self.row(index.row())
        if row is None:
            return None
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return words_of(row, Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == Column.NAME:
            return f"{row.name} · {_('ID {number}').format(number=row.record_number)}"
        return None


def words_of(row: PatientRow, column: Column) -> str:
    """What a cell says in words."""
    pain = row.pain_words or _("not yet")
    return (
        row.name,
        str(row.age),
        row.stage_words,
        f"{pain}, {_('worse')}" if row.worse else pain,
        row.disability_words or _("not yet"),
        row.last_visit,
        row.due,
    )[column]
