"""From the text of a case file to a checked case, or to every fault at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from pydantic import ValidationError

from physioplan.exchange.case_checks import (
    date_faults,
    empty_measures,
    goal_contradictions,
    measure_faults,
    preference_contradictions,
    safety_contradictions,
)
from physioplan.exchange.case_fault import CaseFault, CaseFaults
from physioplan.exchange.case_file import CaseFile
from physioplan.exchange.case_names import (
    CaseNames,
    unknown_answers,
    unknown_choices,
    unknown_in_movement,
    unknown_in_preferences,
    unknown_in_safety,
    unknown_measures,
)
from physioplan.exchange.case_parts import CaseParts, parts_of, readable_parts
from physioplan.exchange.case_sentences import shape_fault
from physioplan.exchange.case_source import parse_case

_MOST = 60  # faults shown; a file with more is not a case file


def read_case(text: str, names: CaseNames, today: date) -> CaseFile:
    """Read and check a case file. ``today`` is the last day a date may lie on.

    Raises CaseFaults with all faults: a fault of shape in one place does not hide a contradiction in
    another, because whatever can be read is checked all the same.
    """
    return check_tables(parse_case(text), names, today)


def check_tables(tables: dict[str, Any], names: CaseNames, today: date) -> CaseFile:
    """The same for tables that were read already."""
    try:
        case = CaseFile.model_validate(tables)
    except ValidationError as problem:
        of_shape = [shape_fault(error) for error in problem.errors(include_url=False)]
        of_meaning = _faults_of_meaning(readable_parts(tables), names, today)
        raise CaseFaults(_told_once([*of_shape, *of_meaning])) from None
    faults = list(_faults_of_meaning(parts_of(case), names, today))
    if faults:
        raise CaseFaults(_told_once(faults))
    return case


def _faults_of_meaning(parts: CaseParts, names: CaseNames, today: date) -> Iterator[CaseFault]:
    yield from date_faults(parts.dates, today)
    if parts.safety:
        yield from unknown_in_safety(parts.safety, names)
        yield from safety_contradictions(parts.safety, names, parts.dates.plan)
    yield from unknown_measures(parts.measures, names)
    yield from empty_measures(parts.measures)
    for key, given in parts.measures.items():
        if key in names.measures:
            yield from unknown_answers(key, given, names.measures[key])
            yield from measure_faults(key, given, names.measures[key])
    if parts.movement:
        yield from unknown_in_movement(parts.movement, names)
    if parts.preferences:
        yield from unknown_in_preferences(parts.preferences, names)
        yield from preference_contradictions(parts.preferences)
    yield from goal_contradictions(parts.goals)
    yield from unknown_choices(parts.choices, names)


def _told_once(faults: list[CaseFault]) -> tuple[CaseFault, ...]:
    """One fault a key, the first one told, in the order of the template; not more than can be read."""
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
