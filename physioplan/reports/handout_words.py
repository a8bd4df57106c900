"""The fixed wording of the papers in one language, read from ``assets/handouts/<language>.toml``."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from typing import Literal

from pydantic import Field

from physioplan.domain.value import Value
from physioplan.reports.document import Run, Words
from physioplan.reports.language_rules import decimal_mark, plural_form


class Calendar(Value):
    """Names of months and days, Monday first, and the order in which a date is written."""

    months: tuple[str, ...] = Field(min_length=12, max_length=12)
    months_short: tuple[str, ...] = Field(min_length=12, max_length=12)
    days_short: tuple[str, ...] = Field(min_length=7, max_length=7)
    day_letters: tuple[str, ...] = Field(min_length=7, max_length=7)
    date: str
    day_and_month: str
    first_day: int = Field(default=1, ge=1, le=7)


class Finding(Value):
    """One row of "Why this plan"."""

    finding: str
    action: str


class CopingRow(Value):
    """What a coping skill adds to the week."""

    label: str
    days: int = Field(ge=1, le=7)


class DoseWords(Value):
    """Words of a dose that are not counted."""

    each_side: str


class CommonWords(Value):
    """Words on every page."""

    questions: str
    questions_without_phone: str
    page: str
    version: str
    continued: str
    not_checked: str
    small_print: str
    subject: str


class PlanWords(Value):
    """Page "Your plan"."""

    title: str
    made_with: str
    on: str
    goals: str
    goal_scale: str
    now: str
    aim: str
    goal_alt: str
    goal_line: str
    why: str
    week: str
    weeks: str
    one_week: str
    next_phase: str
    missed: str


class WhyWords(Value):
    """Rows of "Why this plan", by what was found."""

    safe: Finding
    flexion: Finding
    extension: Finding
    mixed: Finding
    strength: Finding
    fitness: Finding
    worry: Finding
    coping: Finding
    home: Finding
    gym: Finding
    outdoors: Finding
    time: Finding


class ExpectWords(Value):
    """The honest box."""

    title: str
    words: str


class WeekRowWords(Value):
    """Rows of the week table."""

    exercises: str
    named: str
    from_week: str


class ExerciseWords(Value):
    """Page "Your exercises"."""

    title: str
    days_and_minutes: str
    week: str
    note_from: str
    tip: str
    footer: str
    footer_page: str
    none: str


class HurtsMoreWords(Value):
    """Page "When it hurts more"."""

    title: str
    aside: str
    aside_second: str
    guide: str
    usual: str
    usual_unknown: str
    green: str
    green_do: str
    green_lines: tuple[str, str]
    amber: str
    amber_do: str
    amber_lines: tuple[str, str]
    limit: str
    red: str
    red_do: str
    red_lines: tuple[str, str]
    red_without_phone: str
    basis: str
    flare: str
    flare_steps: tuple[str, str, str, str, str]
    flare_without_exercise: str
    pacing: str
    pacing_words: str
    pacing_task: str
    pacing_start: str
    pacing_rest: str
    pacing_add: str
    minutes: str
    thoughts: str
    thought_heads: tuple[str, str, str, str]
    thought_example: tuple[str, str, str, str]


class SafetyNetWords(Value):
    """When to get medical help; the signs stand in the same order in every language."""

    title: str
    title_with_number: str
    signs: tuple[str, str, str, str, str]
    call: str
    call_without_phone: str


class CheckWords(Value):
    """Page "Diary and check dates"."""

    title: str
    aside: str
    aside_second: str
    week_12: str
    week_26: str
    year_1: str
    window: str
    visit: str
    same_questions: str
    diary: str
    diary_from: str
    heads: tuple[str, str, str, str, str]
    footer: str


class BadDayWords(Value):
    """Page "The five-minute version"."""

    title: str
    aside: str
    aside_second: str
    lines: tuple[str, ...]
    minutes_short: str
    share_alt: str
    small: str
    walk: str
    walk_words: str
    helped: str
    tomorrow: str
    tomorrow_lines: tuple[str, ...]


class ScoreWords(Value):
    """A score as a patient reads it: our own name for it and what its ends mean."""

    measure: str
    subscale: str
    label: str
    ends: str
    low: float
    high: float


class ProgressWords(Value):
    """The paper "How you are doing"."""

    title: str
    on: str
    zone: str
    goals: str
    value: str
    aim: str
    better: str
    small: str
    worse: str
    missing: str
    not_comparable: str
    no_mark: str
    low_start: str
    aim_reached: str
    closer: str
    same: str
    further: str
    no_aim: str
    honest_title: str
    honest: str
    honest_next: str
    did: str
    days_done: str
    weeks_missing: str
    no_diary: str
    effects: str
    next: str
    carry_on: str
    change_plan: str
    refer_or_stop: str
    bad_spell: str
    next_check: str
    alt: str
    scores: tuple[ScoreWords, ...]


class LetterWords(Value):
    """The letter to the referrer; clinicians read it."""

    title: str
    record: str
    born: str
    dear: str
    dear_colleague: str
    summary: str
    nothing_asked: str
    findings: str
    scores: str
    programme: str
    coping: str
    not_psychotherapy: str
    safety: str
    plan: str
    not_recorded: str
    not_measured: str
    points: str
    points_and_percent: str
    no_cut_off: str
    reached: str
    not_reached: str
    may_be_error: str
    unchanged: str
    worse: str
    not_comparable: str
    not_rated: str
    threshold_note: str
    basis: str
    closing: str
    consent: str
    copy_line: str
    footer: str
    heads: tuple[str, str, str, str, str, str]


class ReadyLine(Value):
    """An if-then line for a patient who has none of their own yet."""

    sign: Literal["triangle", "clock", "bag"]
    label: str
    if_words: str
    then_words: str


class ActionWords(Value):
    """Page "When, where and what if"."""

    title: str
    when: str
    tie: str
    each_day: str
    if_then: str
    if_pattern: str
    then_pattern: str
    my_own: str
    my_plan: str
    helps: str
    gain: str
    sure: str
    sure_alt: str
    no_answer: str
    not_sure: str
    very_sure: str
    too_big: str
    heads: tuple[str, str, str, str]
    ready: tuple[ReadyLine, ...]


class HandoutWords(Value):
    """Everything a paper says that is the same for every patient."""

    format: int = Field(ge=1, le=1)
    language: str = Field(pattern=r"^[a-z]{2}$")
    name: str
    checked_by: str = ""
    checked_on: str = ""
    calendar: Calendar
    counts: dict[str, dict[str, str]]
    dose: DoseWords
    common: CommonWords
    plan: PlanWords
    why: WhyWords
    expect: ExpectWords
    week_rows: WeekRowWords
    coping: dict[str, CopingRow] = Field(default_factory=dict)
    exercises: ExerciseWords
    hurts_more: HurtsMoreWords
    safety_net: SafetyNetWords
    checks: CheckWords
    bad_day: BadDayWords
    progress: ProgressWords
    letter: LetterWords
    action: ActionWords

    def counted(self, key: str, number: float) -> str:
        """The word for ``number`` of ``key`` ("times", "minutes", ...), in its plural form."""
        forms = self.counts[key]
        return forms.get(plural_form(self.language, number), forms["other"])

    def number(self, value: float) -> str:
        """A number with at most one decimal place, with the decimal mark of the language."""
        whole = round(value)
        return (
            str(whole)
            if abs(value - whole) < 0.05
            else f"{value:.1f}".replace(".", decimal_mark(self.language))
        )

    def amount(self, key: str, value: float) -> str:
        """Number and counted word: "18 minutes"."""
        return f"{self.number(value)} {self.counted(key, value)}"

    def long_date(self, day: date) -> str:
        """13 January 2026."""
        month = self.calendar.months[day.month - 1]
        return self.calendar.date.format(day=day.day, month=month, year=day.year)

    def day_and_month(self, day: date, *, short: bool = False) -> str:
        """13 January, or 13 Jan."""
        months = self.calendar.months_short if short else self.calendar.months
        return self.calendar.day_and_month.format(day=day.day, month=months[day.month - 1])

    def week_start(self, day: date) -> date:
        """The first day of the week that ``day`` is in, as the language counts weeks."""
        return day - timedelta(days=(day.isoweekday() - self.calendar.first_day) % 7)

    @property
    def is_checked(self) -> bool:
        """True when a clinician has signed this wording."""
        return bool(self.checked_by and self.checked_on)


def read_handout_words(toml_text: str) -> HandoutWords:
    """Parse one wording file; raises ``tomllib.TOMLDecodeError`` or pydantic's ``ValidationError``."""
    return HandoutWords.model_validate(tomllib.loads(toml_text))


def rich(template: str, /, **values: object) -> Words:
    """Fill ``template`` and turn its **bold** stretches into runs.

    The values are put in after the asterisks were read, so nothing a person typed can change the weight.
    """
    parts = template.split("**")
    return tuple(Run(part.format(**values), bold=bool(place % 2)) for place, part in enumerate(parts) if part)
