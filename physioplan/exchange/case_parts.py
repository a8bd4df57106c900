"""What can be read of a case, so that a fault in one place does not hide a contradiction in another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from physioplan.exchange.case_checks import CaseDates
from physioplan.exchange.case_file import (
    ALL_GROUPS,
    CaseChoice,
    CaseFile,
    CaseGoal,
    CaseMeasure,
    CaseMovement,
    CasePreferences,
    CaseSafety,
)

_Table = TypeVar("_Table", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class CaseParts:
    """The tables of a case; ``None`` where one is unreadable. Goals keep their places."""

    dates: CaseDates
    safety: CaseSafety | None
    measures: Mapping[str, CaseMeasure]
    movement: CaseMovement | None
    preferences: CasePreferences | None
    goals: Sequence[CaseGoal | None]
    choices: Mapping[str, CaseChoice]


def parts_of(case: CaseFile) -> CaseParts:
    """All parts of a case whose shape is right."""
    return CaseParts(
        dates=CaseDates(
            plan=case.plan_date,
            birth=case.patient.birth_date,
            onset=case.episode.onset,
            baseline=case.episode.baseline_date,
            consent=case.patient.consent_date,
            next_appointment=case.episode.next_appointment,
        ),
        safety=case.safety,
        measures=case.measures,
        movement=case.movement,
        preferences=case.preferences,
        goals=case.goals,
        choices=case.choices,
    )


def readable_parts(tables: dict[str, Any]) -> CaseParts:
    """What is left of ``tables`` without the values whose shape is wrong."""
    left = _without_faulty_values(tables)
    goals = left.get("goals", [])
    return CaseParts(
        dates=_dates(left),
        safety=_read(CaseSafety, left.get("safety", {})),
        measures=_each(CaseMeasure, _table(left, "measures")),
        movement=_read(CaseMovement, left.get("movement", {})),
        preferences=_read(CasePreferences, left.get("preferences", {})),
        goals=[_read(CaseGoal, goal) for goal in goals] if isinstance(goals, list) else [],
        choices=_each(CaseChoice, _table(left, "choices")),
    )


def _without_faulty_values(tables: dict[str, Any]) -> dict[str, Any]:
    """A copy without values of wrong shape; wrong entries of lists are blanked, to keep the places."""
    left = deepcopy(tables)
    for place in sorted(_wrong_places(left), key=lambda place: -len(place)):
        _drop(left, place)
    for place in set(_wrong_places(left)):  # entries that lack something: they go whole, neighbours stay
        if len(place) > 2:
            _drop(left, place[:3] if place[1] == "tests" else place[:2])
    safety, told = _table(left, "safety"), _table(tables, "safety")
    if "asked" in told and "asked" not in safety:
        safety["asked"] = ALL_GROUPS  # unreadable is not unasked: no flag is blamed for it
    return left


def _wrong_places(tables: dict[str, Any]) -> list[tuple[str | int, ...]]:
    try:
        CaseFile.model_validate(tables)
    except ValidationError as problem:
        return [error["loc"] for error in problem.errors(include_url=False)]
    return []


def _drop(tables: Any, place: tuple[str | int, ...]) -> None:
    for part in place[:-1]:
        try:
            tables = tables[part]
        except (KeyError, IndexError, TypeError):
            return
    if isinstance(tables, dict):
        tables.pop(place[-1], None)
    elif isinstance(tables, list) and isinstance(place[-1], int) and place[-1] < len(tables):
        tables[place[-1]] = ""  # named nowhere, so no further fault is told about it


def _each(model: type[_Table], raw: Mapping[str, object]) -> dict[str, _Table]:
    return {key: found for key, one in raw.items() if (found := _read(model, one)) is not None}


def _read(model: type[_Table], raw: object) -> _Table | None:
    try:
        return model.model_validate(raw)
    except ValidationError:
        return None


def _table(tables: dict[str, Any], key: str) -> dict[str, Any]:
    found = tables.get(key, {})
    return found if isinstance(found, dict) else {}


def _dates(tables: dict[str, Any]) -> CaseDates:
    def day(table: dict[str, Any], key: str) -> date | None:
        found = table.get(key)
        return found if isinstance(found, date) and not isinstance(found, datetime) else None

    patient, episode = _table(tables, "patient"), _table(tables, "episode")
    return CaseDates(
        plan=day(tables, "plan_date"),
        birth=day(patient, "birth_date"),
        onset=day(episode, "onset"),
        baseline=day(episode, "baseline_date"),
        consent=day(patient, "consent_date"),
        next_appointment=day(episode, "next_appointment"),
    )
