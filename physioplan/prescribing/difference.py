"""What changed between two versions of a plan, row by row, with the reason where one was given."""

from collections.abc import Iterable
from enum import StrEnum

from physioplan.domain.dose import Dose
from physioplan.domain.programme import CopingPart, Departure, Phase, ProgrammeItem
from physioplan.domain.value import Value


class ChangeKind(StrEnum):
    """What happened to one line of the plan."""

    SAME = "same"
    MORE = "more"
    LESS = "less"
    CHANGED = "changed"
    ADDED = "added"
    LEFT_OUT = "left_out"


class DifferenceRow(Value):
    """One exercise of one phase, or one coping part (phase ""). ``None`` = not in that version."""

    phase: str
    what: str
    before: ProgrammeItem | CopingPart | None
    after: ProgrammeItem | CopingPart | None
    kind: ChangeKind
    departure: Departure | None = None


def difference(
    before: tuple[Phase, ...], after: tuple[Phase, ...], departures: Iterable[Departure] = ()
) -> tuple[DifferenceRow, ...]:
    """Rows phase by phase: first what ``after`` holds in its order, then what was left out.

    An item moved to another place of its phase is the same item. Phases pair by key.
    """
    reasons = {departure.what: departure for departure in departures}
    rows: list[DifferenceRow] = []
    keys = dict.fromkeys([*(phase.key for phase in before), *(phase.key for phase in after)])
    for key in keys:
        old, new = _items(before, key), _items(after, key)
        left = list(old)
        for item in new:
            twin = next((one for one in left if one.exercise == item.exercise), None)
            if twin is not None:
                left.remove(twin)
            rows.append(_row(key, twin, item, reasons.get(item.exercise)))
        rows += (_row(key, item, None, reasons.get(item.exercise)) for item in left)
    return tuple(rows)


def coping_difference(
    before: tuple[CopingPart, ...], after: tuple[CopingPart, ...], departures: Iterable[Departure] = ()
) -> tuple[DifferenceRow, ...]:
    """The same for coping parts; other weeks count as changed."""
    reasons = {departure.what: departure for departure in departures}
    old = {part.component: part for part in before}
    new = {part.component: part for part in after}
    rows = []
    for name in dict.fromkeys([*old, *new]):
        was, now = old.get(name), new.get(name)
        kind = (
            ChangeKind.ADDED
            if was is None
            else ChangeKind.LEFT_OUT
            if now is None
            else ChangeKind.SAME
            if was == now
            else ChangeKind.CHANGED
        )
        rows.append(
            DifferenceRow(phase="", what=name, before=was, after=now, kind=kind, departure=reasons.get(name))
        )
    return tuple(rows)


def changes_only(rows: Iterable[DifferenceRow]) -> tuple[DifferenceRow, ...]:
    """The rows that are not the same."""
    return tuple(row for row in rows if row.kind is not ChangeKind.SAME)


def _items(phases: tuple[Phase, ...], key: str) -> tuple[ProgrammeItem, ...]:
    return next((phase.items for phase in phases if phase.key == key), ())


def _row(
    phase: str, before: ProgrammeItem | None, after: ProgrammeItem | None, departure: Departure | None
) -> DifferenceRow:
    item = after or before
    assert item is not None
    return DifferenceRow(
        phase=phase,
        what=item.exercise,
        before=before,
        after=after,
        kind=_kind(before, after),
        departure=departure,
    )


def _kind(before: ProgrammeItem | None, after: ProgrammeItem | None) -> ChangeKind:
    if before is None:
        return ChangeKind.ADDED
    if after is None:
        return ChangeKind.LEFT_OUT
    if before.dose == after.dose:
        return ChangeKind.SAME if before.note == after.note else ChangeKind.CHANGED
    return _kind_of_dose(before.dose, after.dose)


def _kind_of_dose(before: Dose, after: Dose) -> ChangeKind:
    """More or less by the minutes of a week.

    A change that keeps them, or of another kind, is just a change.
    """
    if before.kind != after.kind:
        return ChangeKind.CHANGED
    was, now = before.minutes_a_day * before.days_a_week, after.minutes_a_day * after.days_a_week
    if abs(was - now) < 1e-9:
        return ChangeKind.CHANGED
    return ChangeKind.MORE if now > was else ChangeKind.LESS
