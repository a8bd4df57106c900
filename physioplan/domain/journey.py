"""Where a patient stands; always derived from the record, never stored."""

from __future__ import annotations

from enum import StrEnum


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
