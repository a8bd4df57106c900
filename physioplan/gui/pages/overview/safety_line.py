"""What the latest safety screen comes to, in the few words that may stand on a screen two people read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from physioplan.domain.episode_record import EpisodeRecord
from physioplan.domain.safety import Urgency
from physioplan.gui.dates import short_day
from physioplan.gui.words import _
from physioplan.measures.safety_verdict import SafetyVerdict


@dataclass(frozen=True, slots=True)
class SafetyLine:
    """``kind`` is ok, warn, danger or neutral."""

    words: str
    kind: Literal["ok", "warn", "danger", "neutral"]


def safety_line(record: EpisodeRecord, verdict: SafetyVerdict | None, today: date) -> SafetyLine | None:
    """``None`` before the first screen. Flags hidden from the patient are neither told nor denied."""
    screen = record.latest_safety
    if verdict is None or screen is None:
        return None
    day = short_day(screen.day, today)
    seen = [flag for flag in verdict.flags if not flag.hidden_from_patient]
    if any(flag.urgency is Urgency.EMERGENCY for flag in seen):
        return SafetyLine(_("Emergency sign, {day}").format(day=day), "danger")
    if any(flag.urgency is not Urgency.CAUTION for flag in seen) or verdict.stops_exercise:
        return SafetyLine(_("Red flag open, {day}").format(day=day), "danger")
    if not verdict.is_complete:
        return SafetyLine(_("Safety screen not complete"), "warn")
    if seen or verdict.unknown:
        return SafetyLine(_("Caution, {day}").format(day=day), "warn")
    if verdict.flags:
        return SafetyLine(_("Safety screen {day}").format(day=day), "neutral")
    return SafetyLine(_("No red flags, {day}").format(day=day), "ok")
