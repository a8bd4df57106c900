"""The steppers of one dose, one row for each number, rebuilt only when the kind of dose changes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from physioplan.domain.dose import Dose
from physioplan.gui.pages.programme.dose_fields import DoseField, dose_fields, with_field
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.stepper import Stepper
from physioplan.gui.widgets.switches import CheckRow
from physioplan.gui.words import _
from physioplan.library.exercise import DoseRange


class DoseRows(QWidget):
    """``dose_changed`` carries the whole new dose, for the user's hand only."""

    dose_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dose: Dose | None = None
        self._fields: dict[str, DoseField] = {}
        self.steppers: dict[str, Stepper] = {}
        self._shape: tuple[tuple[str, str], ...] = ()
        self._rows: list[QWidget] = []
        self._made: dict[tuple[tuple[str, str], ...], tuple[list[QWidget], dict[str, Stepper]]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.sides = CheckRow(_("On each side"))
        self.sides.clicked.connect(self._sides_changed)
        self._unusual = Label("", "small", "warn", wrap=True)
        self._column.addWidget(self.sides)
        self._column.addWidget(self._unusual)

    def display(self, dose: Dose, bounds: DoseRange | None) -> None:
        """Show ``dose``; numbers outside ``bounds`` are named below."""
        fields = dose_fields(dose, bounds)
        self._dose = dose
        self._fields = {field.key: field for field in fields}
        shape = tuple((field.key, field.unit) for field in fields)
        if shape != self._shape:
            self._rebuild(fields)
            self._shape = shape
        for field in fields:
            self.steppers[field.key].display(field.value, field.least, field.most)
        self.sides.setChecked(dose.per_side)
        unusual = [self._outside(field) for field in fields if field.is_unusual]
        self._unusual.setText("\n".join(unusual))
        self._unusual.setVisible(bool(unusual))

    def take_keyboard(self) -> None:
        """Go to the first number and mark it, so that typing replaces it."""
        first = next(iter(self.steppers.values()), None)
        if first is not None:
            first.setFocus()
            first.number.selectAll()

    def _outside(self, field: DoseField) -> str:
        assert field.usual is not None
        low, high = field.usual
        words = _("{name}: usually {low} to {high}") if low != high else _("{name}: usually {low}")
        return words.format(name=field.name, low=low, high=high)

    def _rebuild(self, fields: tuple[DoseField, ...]) -> None:
        for row in self._rows:
            row.hide()
        shape = tuple((field.key, field.unit) for field in fields)
        if shape in self._made:
            self._rows, self.steppers = self._made[shape]
            for row in self._rows:
                row.show()
            self._order_keys()
            return
        self._rows, self.steppers = [], {}
        self._made[shape] = (self._rows, self.steppers)
        for number, field in enumerate(fields):
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.addWidget(Label(field.name, "control_plain", wrap=True), 1)
            suffix = f" {field.unit}" if field.unit else ""
            stepper = Stepper(
                field.name,
                field.value,
                field.least,
                field.most,
                step=field.step,
                unit=field.unit,
                suffix=suffix,
            )
            stepper.number.setKeyboardTracking(False)  # typing 12 must not first mean 1
            stepper.changed.connect(lambda value, key=field.key: self._changed(key, value))
            line.addWidget(stepper)
            self._column.insertWidget(number, row)
            row.show()  # at once, so that F2 finds it
            self._rows.append(row)
            self.steppers[field.key] = stepper
        widest = max(stepper.number.minimumWidth() for stepper in self.steppers.values())
        for stepper in self.steppers.values():
            stepper.number.setMinimumWidth(widest)
        self._order_keys()

    def _order_keys(self) -> None:
        previous: QWidget | None = None
        for stepper in self.steppers.values():
            if previous is not None:
                QWidget.setTabOrder(previous, stepper.number)
            previous = stepper.number
        if previous is not None:
            QWidget.setTabOrder(previous, self.sides)

    def _changed(self, key: str, value: int) -> None:
        if self._dose is not None and value != self._fields[key].value:
            self.dose_changed.emit(with_field(self._dose, self._fields[key], value))

    def _sides_changed(self) -> None:
        if self._dose is not None:
            self.dose_changed.emit(self._dose.amend(per_side=self.sides.isChecked()))
