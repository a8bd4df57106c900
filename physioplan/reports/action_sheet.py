"""Page "When, where and what if": the action plan, the coping plan, and how sure the patient is."""

from __future__ import annotations

from physioplan.reports.document import (
    Block,
    Columns,
    Heading,
    IfThenRow,
    IfThenRows,
    Paragraph,
    Run,
    Sheet,
    SurenessScale,
    TipBox,
    WritingLines,
    WritingTable,
)
from physioplan.reports.handout_subject import HandoutSubject
from physioplan.reports.handout_words import rich
from physioplan.reports.print_options import Section
from physioplan.reports.week_at_a_glance import week_table


def _when(subject: HandoutSubject) -> WritingTable:
    """A row for each thing of the week; what the patient planned fills the first one."""
    words, plan = subject.words, subject.facts.action_plan
    table = week_table(subject, subject.current_phase)
    rows: list[tuple[str, ...]] = []
    for place, row in enumerate(table.rows if table else ()):
        days = [name for name, on in zip(words.calendar.days_short, row.days, strict=True) if on]
        when = words.action.each_day if len(days) == len(row.days) else " ".join(days)
        first = place == 0
        rows.append((
            plan.will if first and plan.will else row.label, when, plan.where if first else "",
            plan.after if first else "",
        ))  # fmt: skip
    if not rows and plan.will:
        rows.append((plan.will, "", plan.where, plan.after))
    return WritingTable(words.action.heads, tuple(rows), blank_rows=1 if rows else 3)


def _if_then(subject: HandoutSubject) -> IfThenRows:
    """The patient's own lines, or ready ones; the last row is always blank."""
    words = subject.words.action
    rows = [
        IfThenRow(
            "pen",
            words.my_plan,
            rich(words.if_pattern, words=plan.if_this.rstrip(",.")),
            rich(words.then_pattern, words=plan.then_that.rstrip(".")),
        )
        for plan in subject.facts.coping_plans[:3]
    ] or [
        IfThenRow(
            line.sign,
            line.label,
            rich(words.if_pattern, words=line.if_words),
            rich(words.then_pattern, words=line.then_words),
        )
        for line in words.ready
    ]
    own_if, own_then = (rich(pattern, words="")[:1] for pattern in (words.if_pattern, words.then_pattern))
    rows.append(IfThenRow("pen", words.my_own, own_if, own_then, blank=True))
    return IfThenRows(tuple(rows))


def action_sheet(subject: HandoutSubject) -> Sheet:
    """Filled in together at the visit, then printed."""
    words, facts = subject.words.action, subject.facts
    answer = words.no_answer if facts.confidence is None else str(facts.confidence)
    gain: tuple[Block, ...] = (Heading(words.gain),)
    if facts.goals:
        gain += (Paragraph((Run(facts.goals[0].words),)),)
    blocks: list[Block] = [
        Heading(words.when, rich(words.tie)),
        _when(subject),
        Heading(words.if_then),
        _if_then(subject),
        Columns(
            (Heading(words.helps), WritingLines("", 2)), (*gain, WritingLines("", 1 if facts.goals else 2))
        ),
        Heading(words.sure),
        SurenessScale(
            facts.confidence, words.not_sure, words.very_sure, words.sure_alt.format(answer=answer)
        ),
        TipBox((rich(words.too_big, name=subject.therapist),)),
    ]
    day = subject.words.long_date(subject.programme.agreed_on)
    return Sheet(
        key=Section.ACTION,
        title=words.title,
        aside=((Run(subject.patient_name, bold=True),), (Run(day),)),
        blocks=tuple(blocks),
        footer=subject.questions,
        continued=subject.words.common.continued.format(title=words.title),
    )
