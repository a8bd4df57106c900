"""From a block to what is drawn for it: one function a kind."""

from __future__ import annotations

from physioplan.reports import document as d
from physioplan.reports.pdf.blocks import (
    action,
    bad_day,
    diary,
    exercise,
    hurts_more,
    letter,
    plan,
    progress,
    prose,
)
from physioplan.reports.pdf.laid import Item, Setting


def lay_out(block: object, to: Setting, width: float) -> list[Item]:
    """The pieces of ``block`` at ``width`` points, in reading order."""
    match block:
        case d.Heading():
            return [prose.heading(block, to, width)]
        case d.Paragraph():
            return [prose.paragraph(block, to, width)]
        case d.GoalRows():
            return [plan.goal_rows(block, to, width)]
        case d.WhyRows():
            return [plan.why_rows(block, to, width)]
        case d.ExpectBox():
            return [prose.expect_box(block, to, width)]
        case d.WeekTable():
            return [plan.week_table(block, to, width)]
        case d.ExerciseBlock():
            return exercise.exercise_block(block, to, width)
        case d.TipBox():
            return [prose.tip_box(block, to, width)]
        case d.PainGuide():
            return [hurts_more.pain_guide(block, to, width)]
        case d.NumberedSteps():
            return [prose.numbered_steps(block, to, width)]
        case d.WritingLines():
            return [prose.writing_lines(block, to, width)]
        case d.PacingBox():
            return [prose.pacing_box(block, to, width)]
        case d.ThoughtBox():
            return [hurts_more.thought_box(block, to, width)]
        case d.SafetyNetBox():
            return [prose.safety_net_box(block, to, width)]
        case d.CheckDates():
            return diary.check_dates(block, to, width)
        case d.DiaryGrid():
            return [diary.diary_grid(block, to, width)]
        case d.BadDayIntro():
            return [bad_day.bad_day_intro(block, to, width)]
        case d.BadDayItem():
            return [bad_day.bad_day_item(block, to, width)]
        case d.ProgressKey():
            return [progress.progress_key(block, to, width)]
        case d.ProgressRows():
            return [progress.progress_rows(block, to, width)]
        case d.ScoreTable():
            return [letter.score_table(block, to, width)]
        case d.SignatureBlock():
            return [letter.signature(block, to, width)]
        case d.WritingTable():
            return [action.writing_table(block, to, width)]
        case d.IfThenRows():
            return [action.if_then_rows(block, to, width)]
        case d.SurenessScale():
            return [action.sureness_scale(block, to, width)]
        case d.Columns():
            return prose.columns(block, to, width, lay_out)
        case _:
            raise TypeError(f"no layout for {type(block).__name__}")
