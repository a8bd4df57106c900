"""Which steps a baseline, a visit and a review are made of, and what each says of itself in the step list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from physioplan.domain.assessment import Occasion
from physioplan.domain.movement import TestResult
from physioplan.gui.patient_header import StageState
from physioplan.gui.words import _, ngettext
from physioplan.measures.measure import Measure
from physioplan.measures.safety_verdict import SafetyVerdict
from physioplan.services.encounter_form import Encounter
from physioplan.services.progress_form import Progress
from physioplan.services.typed_form import Raw


class Kind(StrEnum):
    """What is being recorded."""

    BASELINE = "baseline"
    VISIT = "visit"
    REVIEW = "review"


STEPS: Mapping[Kind, tuple[str, ...]] = {
    Kind.BASELINE: ("safety", "pain", "disability", "psychosocial", "movement", "goals", "summary"),
    Kind.VISIT: ("safety", "pain", "progress", "course"),
    Kind.REVIEW: ("safety", "pain", "disability", "psychosocial", "goals", "course"),
}
REQUIRED = frozenset({"safety", "pain", "disability"})
SKIPPABLE = frozenset({"pain", "disability", "psychosocial", "movement", "goals"})


def titles() -> dict[str, str]:
    """The title of each step in the language of the window."""
    return {
        "safety": _("Safety screen"),
        "pain": _("Pain"),
        "disability": _("Disability"),
        "psychosocial": _("Psychosocial"),
        "movement": _("Movement control"),
        "goals": _("Goals and preferences"),
        "progress": _("Diary and progress"),
        "course": _("How it went"),
        "summary": _("Summary"),
    }


@dataclass(frozen=True, slots=True)
class StepLine:
    """One line of the step list."""

    key: str
    title: str
    result: str
    state: StageState


@dataclass(frozen=True, slots=True)
class StepFacts:
    """What the step list is drawn from."""

    raw: Raw
    encounter: Encounter
    verdict: SafetyVerdict
    measures: Mapping[str, Measure]
    progress: Progress | None = None


def disability_measure(raw: Raw) -> str:
    """The disability measure chosen on the form: ODI unless another was picked."""
    return raw.get("choice.disability", "") or "odi"


def step_lines(kind: Kind, facts: StepFacts, current: str) -> tuple[StepLine, ...]:
    """The whole step list with its states; ``current`` is in progress unless it needs attention."""
    names = titles()
    return tuple(_line(step, names[step], facts, current) for step in STEPS[kind])


def is_done(step: str, facts: StepFacts) -> bool:
    """True when the step has what it needs."""
    return _line(step, "", facts, "").state == "done"


def _line(step: str, title: str, facts: StepFacts, current: str) -> StepLine:
    if facts.raw.get(f"skip.{step}"):
        return StepLine(step, title, _("Skipped"), "missed")
    result, done = _RESULTS[step](facts)
    if step == "safety" and facts.verdict.needs_action:
        return StepLine(step, title, result, "overdue")
    state: StageState = "now" if step == current else "done" if done else "upcoming"
    return StepLine(step, title, result, state)


def _safety(facts: StepFacts) -> tuple[str, bool]:
    verdict = facts.verdict
    if verdict.needs_action:
        count = len(verdict.needs_action)
        return ngettext("{n} flag, action open", "{n} flags, action open", count).format(n=count), False
    if verdict.flags:
        count = len(verdict.flags)
        return ngettext("{n} flag, acted on", "{n} flags, acted on", count).format(
            n=count
        ), verdict.is_complete
    if not verdict.is_complete:
        left = len(verdict.groups_left)
        return ngettext("{n} group left", "{n} groups left", left).format(n=left), False
    return _("No red flags"), True


def _pain(facts: StepFacts) -> tuple[str, bool]:
    given = next((r for r in facts.encounter.responses if r.measure == "nrs"), None)
    rows = (
        []
        if given is None
        else [item for item in ("now", "average", "worst") if given.value_of(item) is not None]
    )
    average = None if given is None else given.value_of("average")
    if average is None:
        return _("3 scores"), False
    if len(rows) < 3:
        left = 3 - len(rows)
        return ngettext("{n} row left", "{n} rows left", left).format(n=left), False
    return _("Average {n} of 10").format(n=int(average)), True


def _disability(facts: StepFacts) -> tuple[str, bool]:
    key = disability_measure(facts.raw)
    measure = facts.measures[key]
    name = measure.words_in("en").short
    score = next((s for s in facts.encounter.scores if s.measure == key), None)
    if score is None:
        return _("{name}, {n} items").format(name=name, n=len(measure.items)), False
    if not score.is_final or score.value is None:
        return _("{n} of {of} items").format(n=score.answered, of=score.of), False
    return _("{name} {n}").format(name=name, n=round(score.value)), True


def _psychosocial(facts: StepFacts) -> tuple[str, bool]:
    score = next((s for s in facts.encounter.scores if s.measure == "sbst" and s.subscale == "total"), None)
    if score is None:
        return _("STarT Back, 9 items"), False
    if not score.is_final or score.value is None:
        left = max(score.of - score.answered, 0)
        return ngettext("{n} item left", "{n} items left", left).format(n=left), False
    return _("STarT Back {n} of 9").format(n=round(score.value)), True


def _movement(facts: StepFacts) -> tuple[str, bool]:
    found = facts.encounter.movement
    if found is None or not found.tests:
        return _("6 tests"), False
    positive = sum(test.result is TestResult.FAIL for test in found.tests)
    return _("{n} of {of} positive").format(n=positive, of=found.done), len(found.tests) == 6


def _goals(facts: StepFacts) -> tuple[str, bool]:
    goals = facts.encounter.goals
    if not goals:
        return _("1 to 5 goals"), False
    rated = [goal.now for goal in goals if goal.now is not None]
    words = ngettext("{n} goal", "{n} goals", len(goals)).format(n=len(goals))
    if len(rated) < len(goals):
        return words, False
    return _("{goals}, mean {mean}").format(goals=words, mean=f"{sum(rated) / len(rated):.1f}"), True


def _course(facts: StepFacts) -> tuple[str, bool]:
    noted = bool(facts.encounter.unwanted_effects or facts.encounter.notes or facts.raw.get("course.none"))
    return (_("Noted") if noted else _("Unwanted effects, notes")), noted


def _progress(facts: StepFacts) -> tuple[str, bool]:
    progress = facts.progress
    if progress is None:
        return _("No programme yet"), True
    count = len(progress.confirmed)
    if count:
        return ngettext("{n} step confirmed", "{n} steps confirmed", count).format(n=count), True
    if progress.diary:
        return ngettext("{n} week typed", "{n} weeks typed", len(progress.diary)).format(
            n=len(progress.diary)
        ), True
    return _("Diary, sessions"), False


def _summary(facts: StepFacts) -> tuple[str, bool]:
    return _("Check and sign"), False


_RESULTS = {
    "safety": _safety,
    "pain": _pain,
    "disability": _disability,
    "psychosocial": _psychosocial,
    "movement": _movement,
    "goals": _goals,
    "progress": _progress,
    "course": _course,
    "summary": _summary,
}

REVIEW_TITLES = {
    Occasion.WEEK_12: "12-week review",
    Occasion.WEEK_26: "26-week look",
    Occasion.YEAR_1: "1-year review",
}
