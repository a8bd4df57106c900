"""Where a patient stands and what is due, always worked out from the record."""

from __future__ import annotations

from datetime import date

from physioplan.domain.assessment import Occasion
from physioplan.domain.episode import EndReason
from physioplan.domain.episode_record import EpisodeRecord
from physioplan.domain.follow_up import FollowUpWindow
from physioplan.domain.journey import JourneyState
from physioplan.domain.value import Value
from physioplan.prescribing.follow_up import follow_up_windows

_ENDED = {
    EndReason.DISCHARGED: JourneyState.DISCHARGED,
    EndReason.STOPPED: JourneyState.STOPPED,
    EndReason.REFERRED_ON: JourneyState.REFERRED_ON,
}


class Due(Value):
    """One review that is coming, due or overdue. ``days_left`` counts to the due day, below zero after it."""

    occasion: Occasion
    window: FollowUpWindow
    days_left: int
    is_open: bool
    is_overdue: bool


def journey_state(record: EpisodeRecord, today: date) -> JourneyState:
    """The state of ``record`` on ``today``."""
    if record.episode.end is not None:
        return _ENDED[record.episode.end.reason]
    if record.baseline is None:
        return JourneyState.BASELINE_OPEN if record.assessments or record.visits else JourneyState.NEW
    if record.programme is None:
        signed = record.baseline.signature is not None
        return JourneyState.BASELINE_DONE if signed else JourneyState.BASELINE_OPEN
    waiting = due(record, today)
    if any(review.is_overdue for review in waiting):
        return JourneyState.REVIEW_OVERDUE
    if any(review.is_open for review in waiting):
        return JourneyState.REVIEW_OPEN
    return _between_reviews(record, today)


def _between_reviews(record: EpisodeRecord, today: date) -> JourneyState:
    week_12, _ = windows_of(record)
    if record.assessment(Occasion.YEAR_1) is not None:
        return JourneyState.REVIEWED
    if today <= week_12.closes and record.assessment(Occasion.WEEK_12) is None:
        return JourneyState.IN_PROGRAMME
    if today < week_12.due:
        return JourneyState.REVIEWED
    return JourneyState.IN_MAINTENANCE


def due(record: EpisodeRecord, today: date) -> tuple[Due, ...]:
    """Reviews not yet recorded, soonest first.

    A missed 12-week review gives way when the 1-year window opens.
    """
    if record.programme is None or record.episode.end is not None:
        return ()
    week_12, year_1 = windows_of(record)
    waiting = [w for w in (week_12, year_1) if record.assessment(w.occasion) is None]
    if week_12 in waiting and (today >= year_1.opens or year_1 not in waiting):
        waiting.remove(week_12)
    return tuple(
        Due(
            occasion=window.occasion,
            window=window,
            days_left=(window.due - today).days,
            is_open=window.is_open_on(today),
            is_overdue=today > window.closes,
        )
        for window in waiting
    )


def windows_of(record: EpisodeRecord) -> tuple[FollowUpWindow, FollowUpWindow]:
    """The windows kept with the programme, or those its start gives.

    Raises ValueError without a programme.
    """
    if record.programme is None:
        raise ValueError("a record without a programme has no follow-up windows")
    week_12, year_1 = follow_up_windows(record.programme.start)
    return record.window(Occasion.WEEK_12) or week_12, record.window(Occasion.YEAR_1) or year_1
