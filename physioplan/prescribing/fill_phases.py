"""Fills the phases of a programme slot by slot, remembering what each slot held before."""

from __future__ import annotations

from dataclasses import dataclass, replace

from physioplan.domain.dose import Dose
from physioplan.domain.preferences import Preferences
from physioplan.domain.programme import Phase, ProgrammeItem
from physioplan.library.exercise import Category, Exercise
from physioplan.library.exercise_library import ExerciseLibrary
from physioplan.prescribing.candidates import Ranking, Wishes, fits, goal_met, loads
from physioplan.prescribing.dose_steps import clamped, step_down, step_up, within_precautions
from physioplan.prescribing.slots import PHASES, PhasePlan, Slot

_GENTLE = 2  # the highest level at which an avoided direction is brought back in weeks 5 to 8
_BRINGING_BACK = {
    "function": (Category.FUNCTION, Category.MOBILITY),
    "control_or_mobility": (Category.MOBILITY, Category.MOTOR_CONTROL),
}


@dataclass
class _Chosen:
    """One filled slot while a phase is being put together."""

    slot: Slot
    exercise: Exercise
    item: ProgrammeItem


class PhaseFiller:
    """Fills phase after phase, remembering what each slot held before."""

    def __init__(
        self, library: ExerciseLibrary, wishes: Wishes, preferences: Preferences, slots: tuple[Slot, ...]
    ) -> None:
        self._library, self._wishes, self._preferences, self._slots = library, wishes, preferences, slots
        controls = any(Category.MOTOR_CONTROL in slot.categories for slot in slots)
        self._returning_slot = "function" if controls else "control_or_mobility"
        self._pool = tuple(exercise for exercise in library if fits(exercise, wishes))
        self._before: dict[str, _Chosen] = {}
        self._unfilled: dict[str, list[str]] = {}
        self._left_out: list[str] = []

    def all_phases(self) -> tuple[Phase, ...]:
        """The three phases, and maintenance which keeps the last one's exercises."""
        filled = [self._phase(plan) for plan in PHASES[:-1]]
        last = PHASES[-1]
        kept = Phase(
            key=last.key, first_week=last.first_week, last_week=last.last_week, items=filled[-1].items
        )
        return (*filled, kept)

    def _phase(self, plan: PhasePlan) -> Phase:
        chosen: list[_Chosen] = []
        for slot in self._slots:
            taken = {c.exercise.id for c in chosen}
            taken |= {c.exercise.alike for c in chosen if c.exercise.alike is not None}
            one = self._fill(slot, plan, taken)
            if one is None:
                weeks = f"{plan.first_week}–{plan.last_week}"
                self._unfilled.setdefault(slot.key.replace("_", " "), []).append(weeks)
                continue
            chosen.append(one)
            self._before[slot.key] = one
        fitted = self._fit_time(chosen)
        return Phase(
            key=plan.key,
            first_week=plan.first_week,
            last_week=plan.last_week,
            items=tuple(c.item for c in fitted),
        )

    @property
    def notes(self) -> tuple[str, ...]:
        """What could not be filled and what was left out, each once, with the mend."""
        mend = "choose one by hand, or look again at kit and dislikes"
        unfilled = (
            f"Nothing fits the slot “{slot}” in weeks {', '.join(weeks)}: {mend}"
            for slot, weeks in self._unfilled.items()
        )
        return (*unfilled, *dict.fromkeys(self._left_out))

    # ---------------------------------------------------------------- one slot

    def _fill(self, slot: Slot, plan: PhasePlan, taken: set[str]) -> _Chosen | None:
        before = self._before.get(slot.key)
        ranking = Ranking(
            categories=slot.categories,
            level=max(1, plan.level - self._wishes.start_low),
            stage=plan.stage,
            earlier=before.exercise if before else None,
            library=self._library,
            wishes=self._wishes,
        )
        pool = [e for e in self._pool if e.id not in taken and e.alike not in taken]
        returning = self._bring_back(slot, plan, ranking, pool)
        exercise = returning or ranking.best_of(self._without_avoided(pool, plan))
        if exercise is None:
            return None
        reason = self._reason(slot, exercise, plan, returning is not None)
        item = ProgrammeItem(exercise=exercise.id, dose=self._dose(exercise, before), reason=reason)
        return _Chosen(slot, exercise, item)

    def _without_avoided(self, pool: list[Exercise], plan: PhasePlan) -> list[Exercise]:
        """The avoided direction stays out until weeks 9 to 12, but for the one brought back."""
        if plan.key == "goals" or self._wishes.avoided is None:
            return pool
        return [e for e in pool if not loads(e, self._wishes.avoided)]

    def _bring_back(
        self, slot: Slot, plan: PhasePlan, ranking: Ranking, pool: list[Exercise]
    ) -> Exercise | None:
        """One gentle exercise in the avoided direction, so that avoiding does not become a habit.

        It takes the place of mobility, or of function where the other holds the motor control module.
        """
        if self._wishes.avoided is None or plan.key == "settle" or slot.key != self._returning_slot:
            return None
        highest = _GENTLE if plan.key == "build" else ranking.level + 1
        gentle = [e for e in pool if loads(e, self._wishes.avoided) and e.level <= highest]
        return replace(ranking, categories=_BRINGING_BACK[slot.key]).best_of(gentle)

    def _reason(self, slot: Slot, exercise: Exercise, plan: PhasePlan, returning: bool) -> str:
        if returning and self._wishes.avoided is not None:
            move = "bending" if self._wishes.avoided.value == "flexion" else "arching"
            before = f"{plan.first_week - 4}–{plan.first_week - 1}"
            return f"Brings {move} back, gently; wait if weeks {before} flared"
        goal = goal_met(exercise, self._wishes)
        if goal is not None:
            return f"For the goal “{goal}”"
        if exercise.motor_control_stage is not None:
            return f"{slot.why}: motor control, stage {exercise.motor_control_stage}"
        return slot.why

    # ---------------------------------------------------------------- dose

    def _dose(self, exercise: Exercise, before: _Chosen | None) -> Dose:
        bounds = exercise.dose
        if before is not None and before.exercise.id == exercise.id:
            step = step_up(before.item.dose, bounds)
            dose = step.dose if step else before.item.dose
        else:
            dose = bounds.minimum if self._wishes.start_low else bounds.default
        days = min(dose.days_a_week, self._preferences.days_a_week)
        agreed: Dose = clamped(dose, bounds).amend(days_a_week=max(1, days))
        return within_precautions(agreed, self._wishes.precautions)

    def _fit_time(self, chosen: list[_Chosen]) -> list[_Chosen]:
        """Shorten the longest item step by step until the day fits, then leave out the least needed."""
        limit = self._preferences.minutes_a_day
        fitted = list(chosen)
        while fitted and _minutes(fitted) > limit:
            longest = sorted(fitted, key=lambda c: (-c.item.dose.minutes_a_day, c.exercise.id))
            for one in longest:
                step = step_down(one.item.dose, one.exercise.dose)
                if step is not None:
                    fitted[fitted.index(one)] = _Chosen(
                        one.slot, one.exercise, one.item.amend(dose=step.dose)
                    )
                    break
            else:
                if len(fitted) == 1:
                    break
                dropped = fitted.pop(_least_needed(fitted, limit))
                self._left_out.append(
                    f"{dropped.exercise.words_in('en').name} left out: over {limit} minutes a day"
                )
        for one in fitted:
            self._before[one.slot.key] = one
        return fitted


def _minutes(chosen: list[_Chosen]) -> float:
    return Phase(key="settle", first_week=1, last_week=4, items=tuple(c.item for c in chosen)).minutes_a_day


def _least_needed(chosen: list[_Chosen], limit: float) -> int:
    """What cannot fit even alone goes first; then function, mobility, strength, steady movement."""
    order = ("function", "control_or_mobility", "strength", "aerobic")
    return min(
        range(len(chosen)),
        key=lambda place: (
            chosen[place].item.dose.minutes_a_day <= limit,
            order.index(chosen[place].slot.key),
        ),
    )
