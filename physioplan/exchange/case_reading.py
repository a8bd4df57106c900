"""From the text of a case file to a checked case, or to every fault at once."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from datetime import date, datetime
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from physioplan.exchange.case_checks import (
    CaseDates,
    date_faults,
    empty_measures,
    goal_contradictions,
    measure_faults,
    preference_contradictions,
    safety_contradictions,
)
from physioplan.exchange.case_fault import CaseFault, CaseFaults
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
from physioplan.exchange.case_names import (
    CaseNames,
    unknown_answers,
    unknown_choices,
    unknown_in_movement,
    unknown_in_preferences,
    unknown_in_safety,
    unknown_measures,
)
from physioplan.exchange.case_sentences import shape_fault
from physioplan.exchange.case_source import parse_case

_Table = TypeVar("_Table", bound=BaseModel)
_MOST = 60  # faults shown; a file with more is not a case file


def read_case(text: str, names: CaseNames, today: date) -> CaseFile:
    """Read and check a case file. ``today`` is the last day a date may lie on.

    Raises CaseFaults with all faults: a fault of shape in one place does not hide a contradiction in
    another, because whatever can be read is checked all the same.
    """
    return check_tables(parse_case(text), names, today)


def check_tables(tables: dict[str, Any], names: CaseNames, today: date) -> CaseFile:
    """The same for tables that were read already."""
    case: CaseFile | None = None
    faults: list[CaseFault] = []
    try:
        case = CaseFile.model_validate(tables)
    except ValidationError as problem:
        faults += [shape_fault(error) for error in problem.errors(include_url=False)]
    readable = _without_faulty_parts(tables) if faults else tables
    faults += _faults_of_meaning(readable, names, today)
    if faults:
        raise CaseFaults(_told_once(faults))
    assert case is not None
    return case


def _faults_of_meaning(tables: dict[str, Any], names: CaseNames, today: date) -> Iterator[CaseFault]:
    dates = _dates(tables)
    yield from date_faults(dates, today)
    if safety := _read(CaseSafety, tables.get("safety", {})):
        yield from unknown_in_safety(safety, names)
        yield from safety_contradictions(safety, names, dates.plan)
    measures = {
        key: given for key, raw in _table(tables, "measures").items() if (given := _read(CaseMeasure, raw))
    }
    yield from unknown_measures(measures, names)
    yield from empty_measures(measures)
    for key, given in measures.items():
        if key in names.measures:
            yield from unknown_answers(key, given, names.measures[key])
            yield from measure_faults(key, given, names.measures[key])
    if movement := _read(CaseMovement, tables.get("movement", {})):
        yield from unknown_in_movement(movement, names)
    if preferences := _read(CasePreferences, tables.get("preferences", {})):
        yield from unknown_in_preferences(preferences, names)
        yield from preference_contradictions(preferences)
    goals = tables.get("goals", [])
    if isinstance(goals, list):
        yield from goal_contradictions([_read(CaseGoal, goal) for goal in goals])
    choices = {
        key: choice for key, raw in _table(tables, "choices").items() if (choice := _read(CaseChoice, raw))
    }
    yield from unknown_choices(choices, names)


def _without_faulty_parts(tables: dict[str, Any]) -> dict[str, Any]:
    """A copy without the values of wrong shape; wrong entries of lists are blanked, to keep the places."""
    left = deepcopy(tables)
    try:
        CaseFile.model_validate(left)
    except ValidationError as problem:
        for error in sorted(problem.errors(include_url=False), key=lambda error: -len(error["loc"])):
            _drop(left, error["loc"])
    try:
        CaseFile.model_validate(left)
    except ValidationError as problem:  # entries that lack something: they go whole, their neighbours stay
        for place in {error["loc"] for error in problem.errors(include_url=False) if len(error["loc"]) > 2}:
            _drop(left, place[:3] if place[1] == "tests" else place[:2])
    safety, told = _table(left, "safety"), _table(tables, "safety")
    if "asked" in told and "asked" not in safety:
        safety["asked"] = ALL_GROUPS  # unreadable is not unasked: no flag is blamed for it
    return left


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


def _told_once(faults: list[CaseFault]) -> tuple[CaseFault, ...]:
    """One fault a key, the first one told, in the order of the template; and not more than can be read."""
    once = {fault.key: fault for fault in reversed(faults)}
    told = sorted(dict.fromkeys(once[fault.key] for fault in faults), key=_place_in_template)
    if len(told) <= _MOST:
        return tuple(told)
    more = CaseFault("", f"{len(told) - _MOST} more faults are not listed. Is it the right file?")
    return (*told[:_MOST], more)


def _place_in_template(fault: CaseFault) -> int:
    table = fault.key.split(".")[0].split("[")[0]
    order = list(CaseFile.model_fields)
    return order.index(table) if table in order else -1
