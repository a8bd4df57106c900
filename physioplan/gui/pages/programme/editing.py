"""Editing a programme: pure functions on frozen phases, and the stack that undoes them without limit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from physioplan.domain.dose import Dose
from physioplan.domain.programme import CopingPart, Departure, Phase, ProgrammeItem


@dataclass(frozen=True, slots=True)
class Plan:
    """What is being edited."""

    phases: tuple[Phase, ...] = ()
    coping: tuple[CopingPart, ...] = ()
    departures: tuple[Departure, ...] = ()


@dataclass(slots=True)
class History:
    """Undo and redo as a stack of frozen values; ``words`` say what each step did."""

    now: Plan
    _past: list[tuple[str, Plan]] = field(default_factory=list)
    _future: list[tuple[str, Plan]] = field(default_factory=list)

    def do(self, words: str, plan: Plan) -> bool:
        """Make ``plan`` the present; False when nothing changed."""
        if plan == self.now:
            return False
        self._past.append((words, self.now))
        self._future.clear()
        self.now = plan
        return True

    def undo(self) -> str:
        """Go back one step; what was undone, or nothing."""
        if not self._past:
            return ""
        words, plan = self._past.pop()
        self._future.append((words, self.now))
        self.now = plan
        return words

    def redo(self) -> str:
        """Go forward again; what was redone, or nothing."""
        if not self._future:
            return ""
        words, plan = self._future.pop()
        self._past.append((words, self.now))
        self.now = plan
        return words

    @property
    def can_undo(self) -> bool:
        """True when there is a step to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """True when a step was taken back."""
        return bool(self._future)


def _with_phase(
    plan: Plan, at: int, change: Callable[[tuple[ProgrammeItem, ...]], tuple[ProgrammeItem, ...]]
) -> Plan:
    phases = list(plan.phases)
    phases[at] = phases[at].amend(items=change(phases[at].items))
    return Plan(tuple(phases), plan.coping, plan.departures)


def with_item(plan: Plan, phase: int, item: ProgrammeItem, place: int | None = None) -> Plan:
    """Add ``item`` to a phase at ``place`` (end by default)."""

    def change(items: tuple[ProgrammeItem, ...]) -> tuple[ProgrammeItem, ...]:
        at = len(items) if place is None else max(0, min(place, len(items)))
        return (*items[:at], item, *items[at:])

    return _with_phase(plan, phase, change)


def without_item(plan: Plan, phase: int, place: int) -> Plan:
    """Take the item at ``place`` out of a phase."""
    return _with_phase(plan, phase, lambda items: (*items[:place], *items[place + 1 :]))


def moved(plan: Plan, phase: int, place: int, to_phase: int, to_place: int) -> Plan:
    """Move an item within a phase or to another one; out-of-range places are clamped."""
    item = plan.phases[phase].items[place]
    return with_item(without_item(plan, phase, place), to_phase, item, to_place)


def with_dose(plan: Plan, phase: int, place: int, dose: Dose) -> Plan:
    """Give the item at ``place`` another dose."""
    return _changed(plan, phase, place, dose=dose)


def with_note(plan: Plan, phase: int, place: int, note: str) -> Plan:
    """Give the item at ``place`` another note to the patient."""
    return _changed(plan, phase, place, note=note)


def swapped(plan: Plan, phase: int, place: int, item: ProgrammeItem) -> Plan:
    """Put another exercise in the place of one."""
    return _with_phase(plan, phase, lambda items: (*items[:place], item, *items[place + 1 :]))


def with_dose_everywhere(plan: Plan, exercise: str, dose: Dose) -> Plan:
    """Give one exercise the same dose in every phase it is in."""
    phases = tuple(
        phase.amend(items=tuple(i.amend(dose=dose) if i.exercise == exercise else i for i in phase.items))
        for phase in plan.phases
    )
    return Plan(phases, plan.coping, plan.departures)


def copied_phase(plan: Plan, source: int, target: int) -> Plan:
    """Fill ``target`` with the exercises of ``source``."""
    return _with_phase(plan, target, lambda _items: plan.phases[source].items)


def with_coping_weeks(plan: Plan, component: str, first_week: int, last_week: int) -> Plan:
    """Work on one coping part from ``first_week`` to ``last_week``."""
    coping = tuple(
        part.amend(first_week=first_week, last_week=last_week) if part.component == component else part
        for part in plan.coping
    )
    return Plan(plan.phases, coping, plan.departures)


def _changed(plan: Plan, phase: int, place: int, **changes: object) -> Plan:
    return _with_phase(
        plan, phase, lambda items: (*items[:place], items[place].amend(**changes), *items[place + 1 :])
    )
