"""The numbers of a dose that can be changed, each with its name, unit and limits, for every kind of dose."""

from __future__ import annotations

from dataclasses import dataclass

from physioplan.domain.dose import Distance, Dose, Hold, Interval, Quota, Repetitions, Time
from physioplan.gui.words import _
from physioplan.library.exercise import DoseRange


@dataclass(frozen=True, slots=True)
class DoseField:
    """One stepper. The dose holds ``value / scale``; ``usual`` is the usual range on the same scale."""

    key: str
    name: str
    value: int
    least: int
    most: int
    step: int = 1
    unit: str = ""
    scale: int = 1
    usual: tuple[int, int] | None = None

    @property
    def is_unusual(self) -> bool:
        """True outside the range the exercise is usually given in."""
        return self.usual is not None and not self.usual[0] <= self.value <= self.usual[1]


def dose_fields(dose: Dose, bounds: DoseRange | None = None) -> tuple[DoseField, ...]:
    """Every number of ``dose`` in the order they are asked; days a week come last."""
    fields = [*_amounts(dose, bounds), ("times_a_day", _("Times a day"), 1, 16, 1, "", 1)]
    fields.append(("days_a_week", _("Days a week"), 1, 7, 1, "", 1))
    made = []
    for key, name, least, most, step, unit, scale in fields:
        value = round(getattr(dose, key) * scale)
        made.append(
            DoseField(key, name, value, least, most, step, unit, scale, _usual(key, dose, bounds, scale))
        )
    return tuple(made)


def with_field(dose: Dose, field: DoseField, value: int) -> Dose:
    """``dose`` with one number changed to ``value`` of the stepper."""
    return dose.amend(**{field.key: value / field.scale if field.scale != 1 else value})


_Row = tuple[str, str, int, int, int, str, int]


def _amounts(dose: Dose, bounds: DoseRange | None) -> list[_Row]:
    match dose:
        case Repetitions():
            return [
                ("sets", _("Sets"), 1, 10, 1, "", 1),
                ("repetitions", _("Repeats"), 1, 50, 1, "", 1),
                ("hold_seconds", _("Hold"), 0, 120, 1, _("s"), 1),
            ]
        case Hold():
            return [("holds", _("Holds"), 1, 20, 1, "", 1), ("seconds", _("Hold for"), 1, 300, 5, _("s"), 1)]
        case Time():
            return [_minutes("minutes", _("Time"), dose, bounds, 0.5, 120)]
        case Distance():
            step = 10 if dose.metres < 200 else 50
            return [("metres", _("Distance"), 1, 5000, step, _("m"), 1), ("sets", _("Sets"), 1, 10, 1, "", 1)]
        case Interval():
            return [
                ("rounds", _("Rounds"), 1, 30, 1, "", 1),
                _minutes("work_minutes", _("Brisk"), dose, bounds, 0.25, 30),
                _minutes("easy_minutes", _("Easy"), dose, bounds, 0.25, 30),
            ]
        case Quota():
            step = 500 if dose.unit == "steps" else 1
            units = {
                "minutes": _("min"),
                "steps": _("steps"),
                "times": _("times"),
                "kilograms": _("kg"),
                "flights": _("flights"),
            }
            return [
                ("amount", _("Amount"), 1, 30000, step, units[dose.unit], 1),
                ("grow_percent", _("More each week"), 0, 50, 5, _("%"), 1),
            ]


def _minutes(key: str, name: str, dose: Dose, bounds: DoseRange | None, least: float, most: float) -> _Row:
    """Whole minutes, or seconds where any of the numbers in play is not whole."""
    doses = (
        (dose,)
        if bounds is None or bounds.default.kind != dose.kind
        else (dose, bounds.minimum, bounds.maximum)
    )
    if all(float(getattr(one, key)).is_integer() for one in doses):
        return (key, name, max(1, round(least)), round(most), 1, _("min"), 1)
    return (key, name, round(least * 60), round(most * 60), 15, _("s"), 60)


def _usual(key: str, dose: Dose, bounds: DoseRange | None, scale: int) -> tuple[int, int] | None:
    if bounds is None or bounds.default.kind != dose.kind:
        return None
    low, high = getattr(bounds.minimum, key), getattr(bounds.maximum, key)
    return round(min(low, high) * scale), round(max(low, high) * scale)
