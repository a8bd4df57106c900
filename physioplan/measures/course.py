"""How the change at 1 year stands to the change at 12 weeks."""

from __future__ import annotations

from enum import StrEnum

from physioplan.domain.outcome import OutcomeChange, Verdict


class Course(StrEnum):
    """The two answers read together, each against the same baseline."""

    SUSTAINED = "sustained"  # reached at 12 weeks and at 1 year
    LATE = "late"  # reached at 1 year only
    RELAPSED = "relapsed"  # reached at 12 weeks only
    NOT_REACHED = "not_reached"  # at neither
    UNKNOWN = "unknown"  # one of the two was not measured or cannot be compared


_TELLING = {
    Verdict.REACHED,
    Verdict.BELOW,
    Verdict.MAY_BE_ERROR,
    Verdict.UNCHANGED,
    Verdict.WORSE,
}


def course_of(week_12: OutcomeChange | None, year_1: OutcomeChange | None) -> Course:
    """Classify one measure's course; a missing measurement is never taken for a failure."""
    if week_12 is None or year_1 is None:
        return Course.UNKNOWN
    if week_12.verdict not in _TELLING or year_1.verdict not in _TELLING:
        return Course.UNKNOWN
    if week_12.is_responder:
        return Course.SUSTAINED if year_1.is_responder else Course.RELAPSED
    return Course.LATE if year_1.is_responder else Course.NOT_REACHED
