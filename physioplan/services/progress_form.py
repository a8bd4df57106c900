"""Turns what was typed about diary and sessions into proposals, and confirmed proposals into a new plan.

Keys of the form, all raw words::

    diary.<week>.done|planned|pain|note     done "x" = the page was not brought
    session.<exercise>.reps                 "all" or "some", told for the last two sessions
    session.<exercise>.effort|pain          0 to 10
    session.<exercise>.settled|form         "1" yes, "0" no
    session.<exercise>.leg                  "1" = pain below the knee or new numbness
    step.<exercise>.way                     "up", "hold" or "down" where the clinician overrides
    step.<exercise>.why                     the reason for an override
    step.<exercise>.confirmed               "1" when it is to be done
    away                                    days away from the exercises
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from physioplan.domain.programme import Phase, Programme, ProgrammeItem
from physioplan.domain.visit import DiaryWeek, ProgressionStep
from physioplan.library.exercise_library import ExerciseLibrary
from physioplan.prescribing.dose_steps import step_down, step_up
from physioplan.prescribing.progression import ProgressionProposals, StepProposal, Way, propose_steps
from physioplan.prescribing.session_feedback import SessionFeedback
from physioplan.services.typed_form import FieldFault, FormReader, Raw

NOT_BROUGHT = "x"


@dataclass(frozen=True, slots=True)
class Progress:
    """What the diary and the sessions come to. ``open_reasons`` are overrides that still need a reason."""

    week: int
    phase: Phase
    diary: tuple[DiaryWeek, ...]
    proposals: ProgressionProposals
    confirmed: tuple[ProgressionStep, ...]
    open_reasons: tuple[str, ...]
    faults: tuple[FieldFault, ...]


def read_progress(
    raw: Raw, programme: Programme, library: ExerciseLibrary, precautions: frozenset[str], day: date
) -> Progress:
    """Read the form for the phase that ``day`` falls in."""
    form = FormReader(raw)
    week = max(1, programme.week_on(day))
    phase = programme.phase_in_week(week)
    diary = _diary(form, phase)
    feedback = {
        name: sessions for item in phase.items if (sessions := _sessions(form, name := item.exercise))
    }
    away = form.whole_number("away", "Days away", 0, 400) or 0
    proposals = propose_steps(phase, feedback, diary, library, days_away=away, precautions=precautions)
    confirmed, missing = _confirmed(form, proposals)
    return Progress(week, phase, diary, proposals, confirmed, missing, tuple(form.faults))


def planned_days(phase: Phase) -> int:
    """Days a week on which something of the phase is planned."""
    return max((item.dose.days_a_week for item in phase.items), default=0)


def _diary(form: FormReader, phase: Phase) -> tuple[DiaryWeek, ...]:
    weeks = []
    for name in form.names("diary"):
        if not name.isdigit():
            continue
        done = form.text(f"diary.{name}.done")
        pain = form.whole_number(f"diary.{name}.pain", f"Pain in week {name}", 0, 10)
        if not done and pain is None:
            continue
        planned = form.whole_number(f"diary.{name}.planned", f"Days planned in week {name}", 0, 7)
        brought = done not in ("", NOT_BROUGHT)
        weeks.append(
            DiaryWeek(
                week=int(name),
                planned=planned_days(phase) if planned is None else planned,
                done=form.whole_number(f"diary.{name}.done", f"Days done in week {name}", 0, 7)
                if brought
                else None,
                pain=pain,
                note=form.text(f"diary.{name}.note"),
            )
        )
    return tuple(sorted(weeks, key=lambda week: week.week))


def _sessions(form: FormReader, exercise: str) -> tuple[SessionFeedback, ...]:
    key = f"session.{exercise}"
    if not any(True for _ in form.names(key)):
        return ()
    yes = {"1": True, "0": False}
    told = SessionFeedback(
        all_repetitions={"all": True, "some": False}.get(form.text(f"{key}.reps")),
        effort=form.whole_number(f"{key}.effort", "Effort", 0, 10),
        pain=form.whole_number(f"{key}.pain", "Pain while exercising", 0, 10),
        settled_by_morning=yes.get(form.text(f"{key}.settled")),
        good_form=yes.get(form.text(f"{key}.form")),
        new_leg_signs=form.is_on(f"{key}.leg"),
    )
    return (told, told)


def _confirmed(
    form: FormReader, proposals: ProgressionProposals
) -> tuple[tuple[ProgressionStep, ...], tuple[str, ...]]:
    steps: list[ProgressionStep] = []
    missing: list[str] = []
    for proposal in proposals.steps:
        key = f"step.{proposal.exercise}"
        if not form.is_on(f"{key}.confirmed"):
            continue
        way = form.text(f"{key}.way") or proposal.way.value
        why = form.text(f"{key}.why")
        if way != proposal.way.value and not why:
            missing.append(proposal.exercise)
        steps.append(
            ProgressionStep(exercise=proposal.exercise, step=way, rule=proposal.why, override_reason=why)
        )
    return tuple(steps), tuple(missing)


def stepped(programme: Programme, progress: Progress, library: ExerciseLibrary) -> tuple[Phase, ...]:
    """The phases with every confirmed step done in the current one; the same phases when nothing moves."""
    ways = {step.exercise: Way(step.step) for step in progress.confirmed}
    proposals = {proposal.exercise: proposal for proposal in progress.proposals.steps}
    items = tuple(
        _stepped(item, ways[item.exercise], proposals[item.exercise], library)
        if item.exercise in ways
        else item
        for item in progress.phase.items
    )
    return tuple(
        phase.amend(items=items) if phase.key == progress.phase.key else phase for phase in programme.phases
    )


def _stepped(
    item: ProgrammeItem, way: Way, proposal: StepProposal, library: ExerciseLibrary
) -> ProgrammeItem:
    if way is proposal.way:
        return item.amend(dose=proposal.dose, exercise=proposal.to_exercise or item.exercise)
    exercise = library.get(item.exercise)
    if way is Way.HOLD or exercise is None:
        return item
    step = step_up(item.dose, exercise.dose) if way is Way.UP else step_down(item.dose, exercise.dose)
    return item if step is None else item.amend(dose=step.dose)
