"""Where a patient stands and what is due, always worked out from the record."""

from datetime import date

from physioplan.domain.assessment import Occasion
from physioplan.domain.episode import EndReason
from physioplan.domain.episode_record import EpisodeRecord
from physioplan.domain.follow_up import FollowUpWindow
from physioplan.domain.journey import JourneyFacts, JourneyState
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


def facts_of(record: EpisodeRecord) -> JourneyFacts:
    """The facts of ``record`` that its state is derived from; scores are left out, they change no state."""
    baseline = record.baseline
    signed = baseline is not None and baseline.signature is not None
    programme = record.programme
    return JourneyFacts(
        baseline_begun=bool(record.assessments or record.visits),
        baseline_signed=signed or (baseline is not None and programme is not None),
        programme_start=programme.start if programme else None,
        windows=windows_of(record) if programme else (),
        measured=frozenset(a.occasion for a in record.assessments),
        ended=record.episode.end.reason if record.episode.end else None,
    )


def journey_state(record: EpisodeRecord, today: date) -> JourneyState:
    """The state of ``record`` on ``today``."""
    return state_of(facts_of(record), today)


def state_of(facts: JourneyFacts, today: date) -> JourneyState:
    """The state that ``facts`` amount to on ``today``; for lists that hold no whole records."""
    if facts.ended is not None:
        return _ENDED[facts.ended]
    if not facts.baseline_signed:
        return JourneyState.BASELINE_OPEN if facts.baseline_begun else JourneyState.NEW
    if facts.programme_start is None:
        return JourneyState.BASELINE_DONE
    waiting = due_of(facts, today)
    if any(review.is_overdue for review in waiting):
        return JourneyState.REVIEW_OVERDUE
    if any(review.is_open for review in waiting):
        return JourneyState.REVIEW_OPEN
    week_12, _ = _windows(facts)
    if Occasion.YEAR_1 in facts.measured:
        return JourneyState.REVIEWED
    if today <= week_12.closes and Occasion.WEEK_12 not in facts.measured:
        return JourneyState.IN_PROGRAMME
    if today < week_12.due:
        return JourneyState.REVIEWED
    return JourneyState.IN_MAINTENANCE


def due(record: EpisodeRecord, today: date) -> tuple[Due, ...]:
    """Reviews of ``record`` not yet recorded, soonest first; see :func:`due_of`."""
    return due_of(facts_of(record), today)


def due_of(facts: JourneyFacts, today: date) -> tuple[Due, ...]:
    """Reviews not yet recorded, soonest first.

    A missed 12-week review gives way when the 1-year window opens.
    """
    if facts.programme_start is None or facts.ended is not None:
        return ()
    week_12, year_1 = _windows(facts)
    waiting = [w for w in (week_12, year_1) if w.occasion not in facts.measured]
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
    return _chosen(record.windows, record.programme.start)


def _windows(facts: JourneyFacts) -> tuple[FollowUpWindow, FollowUpWindow]:
    assert facts.programme_start is not None
    return _chosen(facts.windows, facts.programme_start)


def _chosen(stored: tuple[FollowUpWindow, ...], start: date) -> tuple[FollowUpWindow, FollowUpWindow]:
    """The 12-week and 1-year windows: as stored, else as the start gives them."""
    by_occasion = {w.occasion: w for w in stored}
    if not {Occasion.WEEK_12, Occasion.YEAR_1} <= by_occasion.keys():
        by_occasion = {w.occasion: w for w in follow_up_windows(start)} | by_occasion
    return by_occasion[Occasion.WEEK_12], by_occasion[Occasion.YEAR_1]
