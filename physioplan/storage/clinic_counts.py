"""Counts and pairs of scores over the whole clinic, in raw SQL and without a name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

_STANDING = "a.signed_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM assessment l WHERE l.supersedes_id = a.id)"
_STARTED = """
    SELECT count(*), min(start), max(start) FROM (
        SELECT min(v.start_date) AS start FROM programme_version v
        JOIN episode e ON e.id = v.episode_id JOIN patient p ON p.id = e.patient_id
        WHERE p.removed_at IS NULL GROUP BY v.episode_id)
"""
_SCORED = (
    "EXISTS (SELECT 1 FROM score s WHERE s.assessment_id = a.id AND s.subscale = 'total' "
    "AND s.status = 'final' AND s.value IS NOT NULL AND s.measure IN ({measures}))"
)
_BASELINES = f"""
    SELECT {_SCORED.format(measures="'nrs'")}, {_SCORED.format(measures="'odi', 'rmdq'")}
    FROM episode e JOIN patient p ON p.id = e.patient_id
    LEFT JOIN assessment a ON a.episode_id = e.id AND a.occasion = 'baseline' AND {_STANDING}
    WHERE p.removed_at IS NULL AND EXISTS (SELECT 1 FROM programme_version v WHERE v.episode_id = e.id)
"""
_REVIEWS = f"""
    SELECT a.id IS NOT NULL, {_SCORED.format(measures="'nrs'")}, {_SCORED.format(measures="'odi', 'rmdq'")},
           w.closes < :today
    FROM follow_up_window w JOIN episode e ON e.id = w.episode_id JOIN patient p ON p.id = e.patient_id
    LEFT JOIN assessment a ON a.episode_id = e.id AND a.occasion = w.occasion AND {_STANDING}
    WHERE w.occasion = :occasion AND p.removed_at IS NULL
"""
_PAIRS = f"""
    SELECT b.value, f.value FROM score f
    JOIN assessment a ON a.id = f.assessment_id AND {_STANDING}
    JOIN episode e ON e.id = f.episode_id JOIN patient p ON p.id = e.patient_id
    JOIN score b ON b.episode_id = f.episode_id AND b.measure = f.measure AND b.subscale = f.subscale
        AND b.measure_version = f.measure_version AND b.occasion = 'baseline'
    JOIN assessment first ON first.id = b.assessment_id AND {_STANDING.replace("a.", "first.")}
    WHERE f.measure = :measure AND f.subscale = 'total' AND f.occasion = :occasion AND p.removed_at IS NULL
      AND f.status = 'final' AND b.status = 'final' AND f.value IS NOT NULL AND b.value IS NOT NULL
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


def programmes_started(connection: Any) -> tuple[int, date | None, date | None]:
    """How many episodes have an agreed programme, and the first and last start."""
    count, first, last = connection.execute(_STARTED).fetchone()
    return (
        int(count),
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
    )


def baseline_completion(connection: Any) -> Completion:
    """Everybody with a programme by what the baseline holds."""
    rows = connection.execute(_BASELINES).fetchall()
    complete = sum(bool(pain) and bool(disability) for pain, disability in rows)
    missing = sum(not pain and not disability for pain, disability in rows)
    return Completion(complete=complete, partly=len(rows) - complete - missing, missing=missing)


def review_completion(connection: Any, occasion: str, today: date) -> Completion:
    """Everybody with a window for ``occasion`` by what was measured by ``today``."""
    complete = partly = missing = not_due = 0
    for reviewed, pain, disability, closed in connection.execute(
        _REVIEWS, {"occasion": occasion, "today": today.isoformat()}
    ):
        if reviewed and pain and disability:
            complete += 1
        elif reviewed:
            partly += 1
        elif closed:
            missing += 1
        else:
            not_due += 1
    return Completion(complete, partly, missing, not_due)


def score_pairs(connection: Any, measure: str, occasion: str) -> tuple[tuple[float, float], ...]:
    """(baseline, later) for everybody with both final on one version of ``measure``."""
    rows = connection.execute(_PAIRS, {"measure": measure, "occasion": occasion})
    return tuple((float(before), float(after)) for before, after in rows)
