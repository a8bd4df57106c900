"""A dose in one short line for the clinician: 3 × 8 · hold 5 s."""

from __future__ import annotations

from physioplan.domain.dose import Distance, Dose, Hold, Interval, Quota, Repetitions, Time
from physioplan.gui.words import _, ngettext


def dose_line(dose: Dose, usual_days: int | None = None) -> str:
    """The dose; days a week are told only where they differ from ``usual_days``, if given."""
    parts = [_amount(dose)]
    if isinstance(dose, Repetitions) and dose.hold_seconds:
        parts.append(_("hold {n} s").format(n=dose.hold_seconds))
    if dose.per_side:
        parts.append(_("each side"))
    if dose.times_a_day > 1:
        parts.append(
            ngettext("{n} time a day", "{n} times a day", dose.times_a_day).format(n=dose.times_a_day)
        )
    if usual_days is not None and dose.days_a_week != usual_days:
        parts.append(ngettext("{n} day", "{n} days", dose.days_a_week).format(n=dose.days_a_week))
    return " · ".join(parts)


def _amount(dose: Dose) -> str:
    match dose:
        case Repetitions():
            return f"{dose.sets} × {dose.repetitions}"
        case Hold():
            return _("{n} × {seconds} s").format(n=dose.holds, seconds=dose.seconds)
        case Time():
            return _span(dose.minutes)
        case Distance():
            metres = _("{n} m").format(n=dose.metres)
            return metres if dose.sets == 1 else f"{dose.sets} × {metres}"
        case Interval():
            words = _("{n} × {brisk} brisk, {easy} easy")
            return words.format(n=dose.rounds, brisk=_span(dose.work_minutes), easy=_span(dose.easy_minutes))
        case Quota():
            return _quota(dose)


def _quota(dose: Quota) -> str:
    n = dose.amount
    shown = f"{n:g}"
    words = {
        "minutes": _("{n} min"),
        "steps": _("{n} steps"),
        "times": _("{n} times"),
        "kilograms": _("{n} kg"),
        "flights": _("{n} flights"),
    }[dose.unit].format(n=shown)
    return (
        words
        if not dose.grow_percent
        else _("{amount}, +{n} % a week").format(amount=words, n=dose.grow_percent)
    )


def _span(minutes: float) -> str:
    if float(minutes).is_integer():
        return _("{n} min").format(n=int(minutes))
    return _("{n} s").format(n=round(minutes * 60))
