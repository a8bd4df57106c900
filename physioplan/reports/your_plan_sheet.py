"""Page "Your plan": goals, why, what to expect, and one week at a glance."""

from __future__ import annotations

from physioplan.domain.goal import Goal
from physioplan.domain.movement import Direction
from physioplan.domain.preferences import Place
from physioplan.domain.programme import Phase
from physioplan.reports.document import (
    Block,
    ExpectBox,
    GoalRow,
    GoalRows,
    Heading,
    Paragraph,
    Sheet,
    WhyRow,
    WhyRows,
)
from physioplan.reports.handout_subject import HandoutSubject
from physioplan.reports.handout_words import Finding, rich
from physioplan.reports.print_options import Section
from physioplan.reports.week_at_a_glance import week_table

MOST_REASONS = 4


def _goal_rows(subject: HandoutSubject) -> GoalRows:
    words = subject.words.plan
    goals = subject.facts.goals

    def row(goal: Goal) -> GoalRow:
        return GoalRow(
            goal.words,
            goal.now,
            goal.aim,
            "" if goal.now is None else words.now.format(n=goal.now),
            "" if goal.aim is None else words.aim.format(n=goal.aim),
        )

    def alt(goal: Goal) -> str:
        if goal.now is None or goal.aim is None:
            return goal.words
        return words.goal_alt.format(goal=goal.words, now=goal.now, aim=goal.aim)

    if not goals:
        return GoalRows((GoalRow(words.goal_line),), (words.goal_line,))
    return GoalRows(tuple(map(row, goals)), tuple(map(alt, goals)))


def _movement_reason(subject: HandoutSubject) -> Finding | None:
    why, provoked = subject.words.why, subject.facts.provoked_by - {Direction.NEUTRAL}
    if not provoked or "motor_control" not in subject.programme.components:
        return None
    if provoked == {Direction.FLEXION}:
        return why.flexion
    return why.extension if provoked == {Direction.EXTENSION} else why.mixed


def _time_reason(subject: HandoutSubject) -> Finding:
    why, places = subject.words.why, subject.facts.places
    if Place.HOME in places:
        return why.home
    if Place.GYM in places:
        return why.gym
    return why.outdoors if Place.OUTDOORS in places else why.time


def _reasons(subject: HandoutSubject, phase: Phase) -> tuple[WhyRow, ...]:
    why, facts = subject.words.why, subject.facts
    found: list[Finding] = []
    if facts.screen_clear:
        found.append(why.safe)
    if movement := _movement_reason(subject):
        found.append(movement)
    elif phase.items:
        found.append(why.strength if facts.goals else why.fitness)
    if subject.programme.coping:
        found.append(why.worry if facts.worry else why.coping)
    minutes = subject.words.amount("minutes", max(1, round(phase.minutes_a_day)))
    if phase.items:
        found.append(_time_reason(subject))
    return tuple(
        WhyRow(reason.finding, reason.action.format(minutes=minutes)) for reason in found[:MOST_REASONS]
    )


def your_plan_sheet(subject: HandoutSubject) -> Sheet:
    """The summary that every other page follows from."""
    words, phase = subject.words, subject.current_phase
    plan = words.plan
    has_goals = bool(subject.facts.goals)
    blocks: list[Block] = [
        Heading(plan.goals, rich(plan.goal_scale) if has_goals else ()),
        _goal_rows(subject),
    ]
    reasons = _reasons(subject, phase)
    if reasons:
        blocks += [Heading(plan.why), WhyRows(reasons)]
    blocks.append(ExpectBox(words.expect.title, rich(words.expect.words)))
    table = week_table(subject, phase)
    if table is not None:
        blocks += [Heading(plan.week), table, Paragraph(rich(plan.missed))]
    later = [other for other in subject.programme.phases if other.first_week > phase.last_week]
    if later and later[0] not in subject.printed_phases:
        blocks.append(Paragraph(rich(plan.next_phase, week=later[0].first_week)))
    day = words.long_date(subject.programme.agreed_on)
    return Sheet(
        key=Section.PLAN,
        title=plan.title,
        under_title=subject.patient_name,
        aside=(
            rich(plan.made_with, clinician=subject.clinician.name),
            rich(plan.on, profession=subject.clinician.profession, date=day),
        ),
        blocks=tuple(blocks),
        footer=subject.questions,
        continued=words.common.continued.format(title=plan.title),
    )
