"""The patient's own goals as one change: the mean of the goals that were rated both times, and no others."""

from __future__ import annotations

from physioplan.domain.assessment import Occasion
from physioplan.domain.episode_record import EpisodeRecord
from physioplan.domain.goal import Goal
from physioplan.domain.outcome import OutcomeChange
from physioplan.domain.response import ItemAnswer, Responses
from physioplan.domain.score import Score
from physioplan.measures.change import compare
from physioplan.measures.measure import Measure
from physioplan.measures.scoring import score


def goal_pairs(record: EpisodeRecord, occasion: Occasion) -> tuple[tuple[Goal, Goal | None], ...]:
    """Each goal of the baseline with the same goal at ``occasion``; ``None`` where it was not rated again."""
    baseline, later = record.baseline, record.assessment(occasion)
    if baseline is None:
        return ()
    again = {goal.id: goal for goal in later.goals} if later is not None else {}
    return tuple(
        (goal, found if (found := again.get(goal.id)) is not None and found.now is not None else None)
        for goal in baseline.goals
    )


def goals_change(record: EpisodeRecord, occasion: Occasion, measure: Measure) -> OutcomeChange | None:
    """The change in the goals rated both times; not measured where none was; ``None`` without rated goals."""
    pairs = [(first, later) for first, later in goal_pairs(record, occasion) if first.now is not None]
    if not pairs:
        return None
    both = [(first, later) for first, later in pairs if later is not None]
    before = _mean([first for first, _later in both or pairs], measure)
    after = _mean([later for _first, later in both], measure) if both else None
    return compare(measure, before, after)


def _mean(goals: list[Goal], measure: Measure) -> Score | None:
    known = {item.id for item in measure.items}
    answers = tuple(
        ItemAnswer(item=str(place), value=float(goal.now))
        for place, goal in enumerate(goals, start=1)
        if goal.now is not None and str(place) in known
    )
    if not answers:
        return None
    return next(iter(score(measure, Responses(measure=measure.id, items=answers))), None)
