"""Where a patient stands; always derived from the record, never stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from physioplan.domain.assessment import Occasion
from physioplan.domain.episode import EndReason
from physioplan.domain.follow_up import FollowUpWindow


class JourneyState(StrEnum):
    """The eleven places on the map from first visit to discharge."""

    NEW = "new"
    BASELINE_OPEN = "baseline_open"
    BASELINE_DONE = "baseline_done"
    IN_PROGRAMME = "in_programme"
    REVIEW_OPEN = "review_open"
    REVIEW_OVERDUE = "review_overdue"
    REVIEWED = "reviewed"
    IN_MAINTENANCE = "in_maintenance"
    DISCHARGED = "discharged"
    STOPPED = "stopped"
    REFERRED_ON = "referred_on"


@dataclass(frozen=True, slots=True)
class JourneyFacts:
    """The few facts a journey state is derived from, so that a long list needs no whole records.

    ``pain`` and ``disability`` are the average pain (0 to 10) and ODI (0 to 100) by day, oldest first.
    """

    baseline_begun: bool = False
    baseline_signed: bool = False
    programme_start: date | None = None
    windows: tuple[FollowUpWindow, ...] = ()
    measured: frozenset[Occasion] = frozenset()
    ended: EndReason | None = None
    last_seen: date | None = None
    pain: tuple[tuple[date, float], ...] = ()
    disability: tuple[tuple[date, float], ...] = ()
