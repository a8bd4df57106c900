"""The paper "How you are doing": a review in plain pictures and words, honest whatever it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from physioplan.domain.assessment import NextStep, Occasion
from physioplan.domain.clinic import Clinic, Clinician
from physioplan.domain.follow_up import FollowUpWindow
from physioplan.domain.goal import Goal
from physioplan.domain.outcome import OutcomeChange, Verdict
from physioplan.domain.patient import Patient
from physioplan.domain.visit import DiaryWeek
from physioplan.reports.document import (
    Block,
    Columns,
    Document,
    Heading,
    Mark,
    NumberedSteps,
    Paragraph,
    ProgressKey,
    ProgressRow,
    ProgressRows,
    Run,
    Sheet,
    TipBox,
    Words,
)
from physioplan.reports.handout_words import HandoutWords, ScoreWords, rich
from physioplan.reports.print_options import PrintOptions
from physioplan.reports.safety_net import questions, safety_net_box


@dataclass(frozen=True, slots=True)
class Review:
    """What a signed review found. ``goals`` carry the aim; ``goals_now`` the new rating by goal id."""

    occasion: Occasion
    day: date
    baseline_day: date
    changes: Sequence[OutcomeChange]
    goals: Sequence[Goal] = ()
    goals_now: Sequence[Goal] = ()
    diary: Sequence[DiaryWeek] = ()
    unwanted_effects: str = ""
    next_step: NextStep | None = None


@dataclass(frozen=True, slots=True)
class _Writer:
    words: HandoutWords
    review: Review

    def _value(self, day: date, value: float | None) -> str:
        month = self.words.calendar.months_short[day.month - 1]
        return (
            "" if value is None else self.words.progress.value.format(month=month, n=self.words.number(value))
        )

    def score_row(self, score: ScoreWords, change: OutcomeChange) -> ProgressRow:
        """One measure with its zone and verdict."""
        before = change.baseline.value if change.baseline else None
        after = change.follow_up.value if change.follow_up else None
        mark, verdict = self._verdict(change)
        zone = enough_to_notice(change, before, score)
        if zone is None and change.threshold is not None and before is not None and mark == "small":
            verdict = self.words.progress.low_start
        return self._row(score.label, score.ends, score.low, score.high, before, after, mark, verdict, zone)

    def _verdict(self, change: OutcomeChange) -> tuple[Mark, str]:
        words = self.words.progress
        marks: dict[Verdict, tuple[Mark, str]] = {
            Verdict.REACHED: ("better", words.better),
            Verdict.BELOW: ("small", words.small),
            Verdict.MAY_BE_ERROR: ("small", words.small),
            Verdict.UNCHANGED: ("small", words.small),
            Verdict.WORSE: ("worse", words.worse),
            Verdict.NOT_MEASURED: ("missing", words.missing),
            Verdict.NOT_COMPARABLE: ("missing", words.not_comparable),
            Verdict.NO_CUT_OFF: ("small", words.no_mark),
        }
        return marks[change.verdict]

    def goal_row(self, goal: Goal) -> ProgressRow:
        """One goal with its aim."""
        words = self.words.progress
        now = next((other.now for other in self.review.goals_now if other.id == goal.id), None)
        mark: Mark = "small"
        if now is None or goal.now is None:
            mark, verdict = "missing", words.missing
        elif goal.aim is None:
            verdict = words.no_aim
        elif now >= goal.aim:
            mark, verdict = "better", words.aim_reached
        elif now == goal.now:
            verdict = words.same
        else:
            verdict = words.closer if now > goal.now else words.further
        aim_label = "" if goal.aim is None else words.aim.format(n=goal.aim)
        return self._row(goal.words, "", 0, 10, goal.now, now, mark, verdict, None, goal.aim, aim_label)

    def _row(
        self, label: str, note: str, low: float, high: float, before: float | None, after: float | None,
        mark: Mark, verdict: str, zone: tuple[float, float] | None, aim: float | None = None,
        aim_label: str = "",
    ) -> ProgressRow:  # fmt: skip
        then, now = self._value(self.review.baseline_day, before), self._value(self.review.day, after)
        dash = "–"
        alt = self.words.progress.alt.format(
            label=label, before=then or dash, after=now or dash, verdict=verdict.rstrip(".")
        )
        return ProgressRow(
            label, note, low, high, before, after, then, now, mark, verdict, alt, zone, aim, aim_label
        )

    def did(self) -> list[Block]:
        """Days done of days planned, weeks without an answer, and what else was told."""
        words, weeks = self.words.progress, self.review.diary
        told = [(week.planned, week.done) for week in weeks if week.done is not None and week.planned]
        out: list[str] = []
        if told:
            planned = self.words.number(sum(p for p, _ in told) / len(told))
            out.append(
                words.days_done.format(
                    done=self.words.number(sum(d for _, d in told) / len(told)), planned=planned
                )
            )
            if missing := sum(week.done is None for week in weeks):
                out.append(words.weeks_missing.format(weeks=self.words.amount("weeks", missing)))
        else:
            out.append(words.no_diary)
        blocks: list[Block] = [Heading(words.did), Paragraph((Run(" ".join(out)),))]
        if self.review.unwanted_effects:
            blocks.append(Paragraph(rich(words.effects, words=self.review.unwanted_effects)))
        return blocks

    def next_steps(self, window: FollowUpWindow | None) -> list[Block]:
        """What was decided, what to do in a bad spell, and the next check."""
        words, checks = self.words.progress, self.words.checks
        decided = {
            NextStep.CARRY_ON: words.carry_on,
            NextStep.CHANGE_PLAN: words.change_plan,
            NextStep.REFER_OR_STOP: words.refer_or_stop,
        }
        steps = [decided[self.review.next_step]] if self.review.next_step else []
        steps.append(words.bad_spell)
        if window is not None:
            short = window.opens.year != window.closes.year
            first, last = (
                self.words.day_and_month(day, short=short) for day in (window.opens, window.closes)
            )
            best = checks.window.format(first=first, last=last)
            date_words = self.words.long_date(window.due)
            check = check_name(self.words, window.occasion)
            steps.append(words.next_check.format(check=check, date=date_words, window=best))
        return [Heading(words.next), NumberedSteps(tuple(steps))]


def check_name(words: HandoutWords, occasion: Occasion) -> str:
    """The name of a check for the patient."""
    checks = words.checks
    names = {
        Occasion.WEEK_12: checks.week_12,
        Occasion.WEEK_26: checks.week_26,
        Occasion.YEAR_1: checks.year_1,
    }
    return names[occasion]


def enough_to_notice(
    change: OutcomeChange, before: float | None, score: ScoreWords
) -> tuple[float, float] | None:
    """The stretch of a scale, where less is better, past both the points and the percentage that matter.

    ``None`` without a threshold, and where the start was so low that no such stretch is meaningful.
    """
    threshold = change.threshold
    if threshold is None or before is None:
        return None
    if threshold.low_baseline is not None and before < threshold.low_baseline:
        return None
    needed = max(threshold.points, (threshold.percent or 0) / 100 * before)
    return (score.low, before - needed) if before - needed > score.low else None


def progress_summary(
    *,
    review: Review,
    patient: Patient,
    clinic: Clinic,
    clinician: Clinician,
    words: HandoutWords,
    windows: Sequence[FollowUpWindow] = (),
    options: PrintOptions | None = None,
) -> Document:
    """Write the summary. Measured at neither time: no row. Missing at the review only: the row stays."""
    options = options or PrintOptions(language=words.language)
    text, writer = words.progress, _Writer(words, review)
    rows = [
        writer.score_row(score, change)
        for score in text.scores
        for change in review.changes
        if (change.measure, change.subscale) == (score.measure, score.subscale)
        and (change.baseline is not None or change.follow_up is not None)
    ]
    goals = [writer.goal_row(goal) for goal in review.goals]
    months = words.calendar.months
    key = ProgressKey(
        months[review.baseline_day.month - 1],
        months[review.day.month - 1],
        text.zone if any(row.zone for row in rows) else "",
    )
    window = next(
        (one for one in windows if one.due > review.day and one.occasion is not review.occasion), None
    )
    blocks: list[Block] = [key]
    if rows:
        blocks.append(ProgressRows(tuple(rows)))
    if goals:
        blocks += [Heading(text.goals, rich(words.plan.goal_scale)), ProgressRows(tuple(goals))]
    honest = f"{text.honest} {text.honest_next}" if window else text.honest
    blocks.append(TipBox((rich(text.honest_title), rich(honest))))
    blocks.append(Columns(tuple(writer.did()), tuple(writer.next_steps(window))))
    blocks.append(safety_net_box(words, clinic))
    name = patient.initials if options.initials_only else patient.full_name
    on: Words = rich(text.on, check=check_name(words, review.occasion), date=words.long_date(review.day))
    sheet = Sheet(
        key="progress",
        title=text.title,
        aside=((Run(name, bold=True),), on),
        blocks=tuple(blocks),
        footer=questions(words, clinic),
        continued=words.common.continued.format(title=text.title),
    )
    return Document(
        title=f"{text.title}, {name}",
        author=f"{clinician.name}, {clinic.name}",
        subject=text.title,
        language=words.language,
        options=options,
        sheets=(sheet,),
        page_label=f"{patient.record_number} · {words.common.page}",
        small_print=rich(words.common.small_print),
        notice="" if words.is_checked else words.common.not_checked,
    )
