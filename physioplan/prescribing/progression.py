"""Up, hold or down for each exercise: proposed by rule from diary and sessions, confirmed by the clinician.

Clinical consensus. One variable changes at a time; numbers stay inside the range of the exercise.
"""

from collections.abc import Sequence
from enum import StrEnum

from physioplan.domain.dose import Dose
from physioplan.domain.programme import Phase, ProgrammeItem
from physioplan.domain.value import Value
from physioplan.domain.visit import DiaryWeek
from physioplan.library.exercise import Category, Exercise
from physioplan.library.exercise_library import ExerciseLibrary
from physioplan.prescribing.adherence import DiarySummary, summary_of
from physioplan.prescribing.dose_steps import DoseStep, scaled, step_down, step_up, within_precautions
from physioplan.prescribing.session_feedback import AMBER_PAIN, SessionFeedback

__all__ = ["ProgressionProposals", "SessionFeedback", "StepProposal", "Way", "propose_steps"]

AFTER_ABSENCE = 0.7
RED_CUT = 0.6  # the load after a red session: 40 % off, within 30 to 50 %
LONG_ABSENCE_DAYS = 14

RULE_IN_WORDS = (
    "Up: two sessions in a row with all repeats, effort 6 or less, pain 5 or less and settled by morning, "
    "good form. Hold: one is not met. Down one level: pain over 5 once, or worse for over 24 hours twice. "
    "Consensus, no trial."
)


class Way(StrEnum):
    """Which way an exercise goes."""

    UP = "up"
    HOLD = "hold"
    DOWN = "down"


class StepProposal(Value):
    """What is proposed for one exercise. ``to_exercise`` names another one where the step changes it.

    ``dose`` is the new dose (the same for hold); ``variable`` the one thing that changes; ``why`` one line.
    """

    exercise: str
    way: Way
    dose: Dose
    to_exercise: str | None = None
    variable: str = ""
    change: str = ""
    why: str
    rule: str = RULE_IN_WORDS
    rules: tuple[int, ...] = ()


class ProgressionProposals(Value):
    """All proposals of one look at the diary.

    While ``rescreen`` or ``barrier_talk`` speak, nothing goes up.
    """

    steps: tuple[StepProposal, ...]
    diary: DiarySummary
    rescreen: str = ""
    barrier_talk: str = ""


def propose_steps(
    phase: Phase,
    feedback: dict[str, tuple[SessionFeedback, ...]],
    diary: Sequence[DiaryWeek],
    library: ExerciseLibrary,
    *,
    days_away: int = 0,
    precautions: frozenset[str] = frozenset(),
) -> ProgressionProposals:
    """One proposal for each exercise of ``phase``; ``feedback`` lists its sessions by exercise, oldest first.

    New leg signs, or pain rising from week to week, ask for the safety questions first. Fewer than 6 of
    10 planned days ask for a talk about barriers first. After more than two weeks away everything
    restarts at about 70 %.
    """
    summary = summary_of(diary)
    leg_signs = any(session.new_leg_signs for sessions in feedback.values() for session in sessions)
    rescreen = ""
    if leg_signs or summary.pain_is_rising:
        what = "Pain below the knee or new numbness" if leg_signs else "Pain rose week after week"
        rescreen = f"{what}: ask the safety questions again before anything else."
    barrier_talk = ""
    if summary.needs_barrier_talk:
        days = f"{summary.done} of {summary.planned} planned days"
        barrier_talk = f"{days}: talk about what gets in the way before changing the plan."
    may_go_up = not rescreen and not barrier_talk
    steps = []
    for item in phase.items:
        exercise = library.get(item.exercise)
        if exercise is None:
            continue
        if days_away > LONG_ABSENCE_DAYS:
            steps.append(_restart(item, exercise, days_away))
        else:
            sessions = feedback.get(item.exercise, ())
            proposal = _proposal(item, exercise, sessions, library, may_go_up)
            steps.append(_held_back(item, proposal, precautions))
    return ProgressionProposals(
        steps=tuple(steps), diary=summary, rescreen=rescreen, barrier_talk=barrier_talk
    )


def _proposal(
    item: ProgrammeItem,
    exercise: Exercise,
    sessions: tuple[SessionFeedback, ...],
    library: ExerciseLibrary,
    may_go_up: bool,
) -> StepProposal:
    last_two = sessions[-2:]
    if last_two and last_two[-1].is_red:
        return _red(item, exercise, last_two[-1])
    if len(last_two) == 2 and all(session.settled_by_morning is False for session in last_two):
        return _one_level_down(item, exercise, library)
    if len(last_two) < 2:
        return _hold(item, "fewer than two sessions told")
    not_met = next((s.what_is_not_met for s in reversed(last_two) if s.what_is_not_met), "")
    if not_met:
        return _hold(item, not_met)
    if not may_go_up:
        return _hold(item, "two good sessions, but first the talk")
    return _up(item, exercise, last_two, library)


def _held_back(item: ProgrammeItem, proposal: StepProposal, precautions: frozenset[str]) -> StepProposal:
    """A step into what a precaution forbids becomes a hold."""
    if proposal.way is not Way.UP:
        return proposal
    allowed = within_precautions(proposal.dose, precautions)
    if allowed == proposal.dose:
        return proposal
    if proposal.to_exercise is not None:
        return proposal.amend(dose=allowed)
    return _hold(item, "holds stay at 10 seconds or less: blood pressure")


def _hold(item: ProgrammeItem, why: str) -> StepProposal:
    return StepProposal(exercise=item.exercise, way=Way.HOLD, dose=item.dose, why=why)


def _up(
    item: ProgrammeItem, exercise: Exercise, sessions: tuple[SessionFeedback, ...], library: ExerciseLibrary
) -> StepProposal:
    two_for_two = all(session.extra_repetitions >= 2 for session in sessions)
    if two_for_two and exercise.category is Category.STRENGTH:
        return StepProposal(
            exercise=item.exercise,
            way=Way.UP,
            dose=item.dose,
            variable="load",
            change="2 to 10 % more load, same repeats",
            why="two extra repeats, twice in a row",
            rules=(35,),
        )
    step = step_up(item.dose, exercise.dose)
    if step is not None:
        return _changed(item, step, Way.UP, "two good sessions", (33,))
    harder = library.harder(exercise)
    if harder is not None:
        return StepProposal(
            exercise=item.exercise,
            way=Way.UP,
            dose=harder.dose.default,
            to_exercise=harder.id,
            variable="exercise",
            change=f"on to {harder.words_in('en').name}",
            why="top of the range, twice in a row",
            rules=(33,),
        )
    variation = exercise.words_in("en").harder
    if exercise.harder is not None and variation:
        return StepProposal(
            exercise=item.exercise,
            way=Way.UP,
            dose=item.dose,
            variable="variation",
            change=variation,
            why="top of the range, twice in a row",
            rules=(33,),
        )
    return _hold(item, "top of the range; keep it")


def _red(item: ProgrammeItem, exercise: Exercise, session: SessionFeedback) -> StepProposal:
    why = "new signs in the leg" if session.new_leg_signs else f"pain over {AMBER_PAIN}"
    step = scaled(item.dose, exercise.dose, RED_CUT)
    if step is not None:
        return _changed(item, step, Way.DOWN, why, (34,))
    return _easier_words(item, exercise, why)


def _one_level_down(item: ProgrammeItem, exercise: Exercise, library: ExerciseLibrary) -> StepProposal:
    why = "worse over 24 hours, twice"
    easier = library.easier(exercise)
    if easier is not None:
        return StepProposal(
            exercise=item.exercise,
            way=Way.DOWN,
            dose=easier.dose.default,
            to_exercise=easier.id,
            variable="exercise",
            change=f"back to {easier.words_in('en').name}",
            why=why,
            rules=(34,),
        )
    step = step_down(item.dose, exercise.dose)
    return (
        _changed(item, step, Way.DOWN, why, (34,)) if step is not None else _easier_words(item, exercise, why)
    )


def _easier_words(item: ProgrammeItem, exercise: Exercise, why: str) -> StepProposal:
    return StepProposal(
        exercise=item.exercise,
        way=Way.DOWN,
        dose=item.dose,
        variable="variation",
        change=exercise.words_in("en").easier or "leave it out until the next visit",
        why=why,
        rules=(34,),
    )


def _restart(item: ProgrammeItem, exercise: Exercise, days_away: int) -> StepProposal:
    why = f"{days_away} days away: start again at about 70 %"
    step = scaled(item.dose, exercise.dose, AFTER_ABSENCE)
    if step is not None:
        return _changed(item, step, Way.DOWN, why, (53,))
    return StepProposal(exercise=item.exercise, way=Way.HOLD, dose=item.dose, why=why, rules=(53,))


def _changed(item: ProgrammeItem, step: DoseStep, way: Way, why: str, rules: tuple[int, ...]) -> StepProposal:
    return StepProposal(
        exercise=item.exercise,
        way=way,
        dose=step.dose,
        variable=step.variable,
        change=step.words,
        why=why,
        rules=rules,
    )
