"""The few groups the list of patients can be narrowed to, made of the eleven states of the journey."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from physioplan.domain.assessment import Occasion
from physioplan.domain.journey import JourneyState
from physioplan.gui.words import _
from physioplan.services.patient_register import RegisterLine

ALL = "all"

_GROUPS = {
    JourneyState.NEW: "baseline",
    JourneyState.BASELINE_OPEN: "baseline",
    JourneyState.BASELINE_DONE: "baseline",
    JourneyState.IN_PROGRAMME: "programme",
    JourneyState.REVIEW_OPEN: "review",
    JourneyState.REVIEW_OVERDUE: "review",
    JourneyState.REVIEWED: "waiting",
    JourneyState.IN_MAINTENANCE: "waiting",
    JourneyState.DISCHARGED: "finished",
    JourneyState.STOPPED: "finished",
    JourneyState.REFERRED_ON: "finished",
}


@dataclass(frozen=True, slots=True)
class StageGroup:
    """``count`` is ``None`` where the clinic is too large to count while somebody waits."""

    key: str
    words: str
    count: int | None = None


def group_of(line: RegisterLine) -> str:
    """The group a patient is in; with the 1-year review done nothing is waited for any more."""
    if line.state is JourneyState.REVIEWED and Occasion.YEAR_1 in line.journey.measured:
        return "finished"
    return _GROUPS[line.state]


def stage_groups(lines: Iterable[RegisterLine] | None) -> tuple[StageGroup, ...]:
    """Every group with how many of ``lines`` are in it."""
    names = {
        "baseline": _("Baseline"),
        "programme": _("Programme"),
        "review": _("Review due"),
        "waiting": _("Waiting for 1 year"),
        "finished": _("Finished"),
    }
    counted = None if lines is None else Counter(group_of(line) for line in lines)
    return (
        StageGroup(ALL, _("All stages")),
        *(StageGroup(key, words, None if counted is None else counted[key]) for key, words in names.items()),
    )
