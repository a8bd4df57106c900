"""Where many patients stand, in a handful of raw queries: for the list, and for what is due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from physioplan.domain.assessment import Occasion
from physioplan.domain.episode import EndReason
from physioplan.domain.follow_up import FollowUpWindow
from physioplan.domain.journey import JourneyFacts
from physioplan.storage.patient_list import PatientLine, lines_from

_LATEST = """
    SELECT e.patient_id, e.id, e.end_reason,
           (SELECT min(start_date) FROM programme_version v WHERE v.episode_id = e.id),
           (SELECT max(day) FROM (SELECT day FROM assessment a WHERE a.episode_id = e.id
                                  UNION ALL SELECT day FROM visit v WHERE v.episode_id = e.id)),
           EXISTS (SELECT 1 FROM draft d WHERE d.patient_id = e.patient_id AND d.form = 'baseline')
    FROM episode e
    WHERE e.patient_id IN ({marks})
      AND e.rowid = (SELECT max(rowid) FROM episode o WHERE o.patient_id = e.patient_id)
"""
_MEASURED = (
    "SELECT episode_id, occasion FROM assessment WHERE signed_at IS NOT NULL AND episode_id IN ({marks})"
)
_WINDOWS = (
    "SELECT episode_id, occasion, opens, due, closes FROM follow_up_window "
    "WHERE episode_id IN ({marks}) ORDER BY due"
)
_SCORES = """
    SELECT s.episode_id, s.measure, s.day, s.value FROM score s
    WHERE s.episode_id IN ({marks}) AND s.measure IN ('nrs', 'odi') AND s.subscale = 'total'
      AND s.value IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM assessment later WHERE later.supersedes_id = s.assessment_id)
    ORDER BY s.day
"""
_DUE = """
    SELECT DISTINCT p.id, p.record_number, p.given_name, p.family_name, p.birth_date, p.responsible_clinician
    FROM follow_up_window w JOIN episode e ON e.id = w.episode_id JOIN patient p ON p.id = e.patient_id
    WHERE w.due BETWEEN ? AND ? AND w.occasion IN ('week_12', 'year_1') AND p.removed_at IS NULL AND e.ended IS NULL
      AND NOT EXISTS (SELECT 1 FROM assessment a WHERE a.episode_id = e.id AND a.occasion = w.occasion)
    ORDER BY w.due
"""


def journeys_of(connection: Any, patient_ids: Sequence[str]) -> dict[str, JourneyFacts]:
    """The facts of each patient's latest episode; every id asked for is answered."""
    episodes = {row[1]: row for row in _asked(connection, _LATEST, patient_ids)}
    ids = list(episodes)
    measured: dict[str, set[Occasion]] = defaultdict(set)
    for episode, occasion in _asked(connection, _MEASURED, ids):
        measured[episode].add(Occasion(occasion))
    windows: dict[str, list[FollowUpWindow]] = defaultdict(list)
    for episode, occasion, *days in _asked(connection, _WINDOWS, ids):
        opens, due, closes = (date.fromisoformat(day) for day in days)
        windows[episode].append(
            FollowUpWindow(occasion=Occasion(occasion), opens=opens, due=due, closes=closes)
        )
    scores: dict[tuple[str, str], list[tuple[date, float]]] = defaultdict(list)
    for episode, measure, day, value in _asked(connection, _SCORES, ids):
        scores[episode, measure].append((date.fromisoformat(day), float(value)))
    found = {patient: JourneyFacts() for patient in patient_ids}
    for patient, episode, end_reason, start, last_seen, draft in episodes.values():
        found[patient] = JourneyFacts(
            baseline_begun=bool(draft),
            baseline_signed=Occasion.BASELINE in measured[episode],
            programme_start=date.fromisoformat(start) if start else None,
            windows=tuple(windows[episode]),
            measured=frozenset(measured[episode]),
            ended=EndReason(end_reason) if end_reason else None,
            last_seen=date.fromisoformat(last_seen) if last_seen else None,
            pain=tuple(scores[episode, "nrs"]),
            disability=tuple(scores[episode, "odi"]),
        )
    return found


def patients_with_windows(connection: Any, first: date, last: date) -> tuple[PatientLine, ...]:
    """Patients with a review due from ``first`` to ``last`` that is not recorded yet, earliest first."""
    return lines_from(connection.execute(_DUE, (first.isoformat(), last.isoformat())))


def _asked(connection: Any, sql: str, ids: Sequence[str]) -> list[Any]:
    """Rows for many ids, a few hundred to a query."""
    rows: list[Any] = []
    for at in range(0, len(ids), 500):
        some = ids[at : at + 500]
        rows += connection.execute(sql.format(marks=",".join("?" * len(some))), some).fetchall()
    return rows
