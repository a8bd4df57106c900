"""One step up or down of a dose, changing one variable at a time within the bounds of the exercise."""

from __future__ import annotations

from typing import NamedTuple

from physioplan.domain.dose import Dose
from physioplan.library.exercise import DoseRange

# The order in which variables change: repetitions before sets, time before times, frequency last.
_VARIABLES: dict[str, tuple[tuple[str, float], ...]] = {
    "repetitions": (("repetitions", 2), ("hold_seconds", 3), ("sets", 1)),
    "hold": (("seconds", 5), ("holds", 1)),
    "time": (("minutes", 0.1),),
    "distance": (("metres", 10), ("sets", 1)),
    "interval": (("rounds", 1), ("work_minutes", 0.5)),
    "quota": (("amount", 0.1),),
}
_SHARES = {"minutes", "amount"}  # these grow by a share, all others by a fixed step


class DoseStep(NamedTuple):
    """The new dose, the variable that changed, and how it is said ("repetitions 8 to 10")."""

    dose: Dose
    variable: str
    words: str


def step_up(dose: Dose, bounds: DoseRange) -> DoseStep | None:
    """The first variable in its order that still has room; ``None`` at the top of the range."""
    return _step(dose, bounds, up=True)


def step_down(dose: Dose, bounds: DoseRange) -> DoseStep | None:
    """One step the other way; ``None`` at the bottom of the range."""
    return _step(dose, bounds, up=False)


def scaled(dose: Dose, bounds: DoseRange, factor: float) -> DoseStep | None:
    """``dose`` cut or grown by ``factor`` in its first variable that can carry it, within the bounds."""
    for name, _ in _VARIABLES[dose.kind]:
        now = getattr(dose, name)
        low, high = _bounds(name, dose, bounds)
        aim = _rounded(name, now * factor)
        new = min(max(aim, low), high)
        if new != now and now > 0:
            return _changed(dose, name, new)
    return None


def clamped(dose: Dose, bounds: DoseRange) -> Dose:
    """``dose`` brought inside the range of its exercise, variable by variable."""
    if dose.kind != bounds.default.kind:
        return bounds.default
    changes: dict[str, object] = {}
    for name, _ in (*_VARIABLES[dose.kind], ("days_a_week", 1)):
        low, high = _bounds(name, dose, bounds)
        changes[name] = min(max(getattr(dose, name), low), high)
    return dose.amend(**changes)


LONGEST_HOLD_WITH_HYPERTENSION = 10  # seconds


def within_precautions(dose: Dose, precautions: frozenset[str]) -> Dose:
    """``dose`` with holds of 10 seconds at most where blood pressure asks for it."""
    if "hypertension" not in precautions:
        return dose
    name = {"repetitions": "hold_seconds", "hold": "seconds"}.get(dose.kind)
    if name is None or getattr(dose, name) <= LONGEST_HOLD_WITH_HYPERTENSION:
        return dose
    shorter: Dose = dose.amend(**{name: LONGEST_HOLD_WITH_HYPERTENSION})
    return shorter


def _step(dose: Dose, bounds: DoseRange, up: bool) -> DoseStep | None:
    order = _VARIABLES[dose.kind] if up else tuple(reversed(_VARIABLES[dose.kind]))
    for name, size in order:
        now = getattr(dose, name)
        low, high = _bounds(name, dose, bounds)
        by = max(now * size, _least(name)) if name in _SHARES else size
        new = _rounded(name, min(now + by, high) if up else max(now - by, low))
        if (new > now if up else new < now) and low <= new <= high:
            return _changed(dose, name, new)
    return None


def _bounds(name: str, dose: Dose, bounds: DoseRange) -> tuple[float, float]:
    """The lowest and highest value of one variable.

    A dose set outside by hand keeps its own value as a bound.
    """
    if dose.kind != bounds.default.kind:
        now = getattr(dose, name)
        return now, now
    low, high = getattr(bounds.minimum, name), getattr(bounds.maximum, name)
    return min(low, high), max(low, high)


def _least(name: str) -> float:
    return 1.0 if name == "minutes" else 0.0


def _rounded(name: str, value: float) -> float:
    """Whole numbers where the dose wants them, half minutes, and quotas that can be said aloud."""
    if name in {"minutes", "work_minutes"}:
        return round(value * 2) / 2
    if name == "amount":
        return round(value, -2) if value >= 1000 else round(value) if value >= 10 else round(value * 2) / 2
    return round(value)


def _changed(dose: Dose, name: str, new: float) -> DoseStep:
    now = getattr(dose, name)
    words = f"{name.replace('_', ' ')} {now:g} to {new:g}"
    changed: Dose = dose.amend(**{name: new})
    return DoseStep(changed, name, words)
