"""Counts and pairs of scores over the whole clinic, in raw SQL and without a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

_MEASURES = "('nrs', 'odi', 'rmdq')"
_STANDING = "a.signed_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM assessment l WHERE l.supersedes_id = a.id)"
_STARTED = """
    SELECT v.episode_id, min(v.start_date) FROM programme_version v
    JOIN episode e ON e.id = v.episode_id JOIN patient p ON p.id = e.patient_id
    WHERE p.removed_at IS NULL GROUP BY v.episode_id
"""
_WINDOWS = "SELECT episode_id, occasion, closes FROM follow_up_window"
_MEASURED = f"SELECT a.episode_id, a.occasion FROM assessment a WHERE {_STANDING}"
_SCORES = f"""
    SELECT s.episode_id, s.occasion, s.measure, s.measure_version, s.value
    FROM score s JOIN assessment a ON a.id = s.assessment_id
    WHERE s.subscale = 'total' AND s.status = 'final' AND s.value IS NOT NULL AND s.measure IN {_MEASURES}
      AND {_STANDING}
"""


@dataclass(frozen=True, slots=True)
class Completion:
    """How complete one occasion is: people by what was measured. ``due`` leaves out those not due yet.

    Complete = pain and disability; partly = one of them, or neither in a signed review; missing = the window closed
    without a review.
    """

    complete: int = 0
    partly: int = 0
    missing: int = 0
    not_due: int = 0

    @property
    def due(self) -> int:
        """Everybody who should have been measured by now."""
        return self.complete + self.partly + self.missing

    @property
    def total(self) -> int:
        """Everybody who started."""
        return self.due + self.not_due


@dataclass(frozen=True, slots=True)
class ClinicRows:
    """What four queries find: ids of episodes and numbers, no name.

    ``started`` is the first day by episode; ``closes`` by (episode, occasion); ``scores`` hold the version and the
    value by (episode, occasion) for each measure.
    """

    started: Mapping[str, date]
    closes: Mapping[tuple[str, str], date]
    measured: frozenset[tuple[str, str]]
    scores: Mapping[str, Mapping[tuple[str, str], tuple[str, float]]]

    def completion(self, occasion: str, today: date) -> Completion:
        """Everybody who started by what was measured at ``occasion``."""
        complete = partly = missing = not_due = 0
        pain = self.scores.get("nrs", {})
        disability = (self.scores.get("odi", {}), self.scores.get("rmdq", {}))
        for episode in self.started:
            key = (episode, occasion)
            closes = self.closes.get(key)
            if key in self.measured:
                whole = key in pain and any(key in one for one in disability)
                complete, partly = complete + whole, partly + (not whole)
            elif occasion == "baseline" or (closes is not None and closes < today):
                missing += 1
            else:
                not_due += 1
        return Completion(complete, partly, missing, not_due)

    def pairs(self, measure: str, occasion: str) -> tuple[tuple[float, float], ...]:
        """(baseline, later) for everybody with both final on one version of ``measure``."""
        found = self.scores.get(measure, {})
        both = []
        for (episode, when), (version, after) in found.items():
            first = found.get((episode, "baseline")) if when == occasion else None
            if first is not None and first[0] == version and episode in self.started:
                both.append((first[1], after))
        return tuple(both)


def clinic_rows(connection: Any) -> ClinicRows:
    """Read everything the audit counts; patients in the trash are left out."""
    started = {episode: date.fromisoformat(day) for episode, day in connection.execute(_STARTED)}
    closes = {
        (episode, occasion): date.fromisoformat(day)
        for episode, occasion, day in connection.execute(_WINDOWS)
    }
    measured = frozenset((episode, occasion) for episode, occasion in connection.execute(_MEASURED))
    scores: dict[str, dict[tuple[str, str], tuple[str, float]]] = {}
    for episode, occasion, measure, version, value in connection.execute(_SCORES):
        scores.setdefault(measure, {})[episode, occasion] = (version, float(value))
    return ClinicRows(started, closes, measured, scores)
