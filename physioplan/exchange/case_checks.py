"""What no single value can know: impossible dates and answers that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from physioplan.domain.response import ItemAnswer, Responses
from physioplan.exchange.case_fault import CaseFault
from physioplan.exchange.case_file import (
    ALL_GROUPS,
    CaseGoal,
    CaseMeasure,
    CasePreferences,
    CaseSafety,
)
from physioplan.exchange.case_names import CaseNames
from physioplan.exchange.case_sentences import key_path
from physioplan.measures.measure import Measure
from physioplan.measures.validity import faults_of

EARLIEST = date(1890, 1, 1)
OLDEST = 120  # years


@dataclass(frozen=True, slots=True)
class CaseDates:
    """The dates that could be read; ``None`` where one is missing or no date."""

    plan: date | None = None
    birth: date | None = None
    onset: date | None = None
    baseline: date | None = None
    consent: date | None = None
    next_appointment: date | None = None


def date_faults(dates: CaseDates, today: date) -> Iterator[CaseFault]:
    """Dates before their time or after it. One day of grace: the file may come from another time zone."""
    named = {
        "plan_date": dates.plan,
        "patient.birth_date": dates.birth,
        "patient.consent_date": dates.consent,
        "episode.onset": dates.onset,
        "episode.baseline_date": dates.baseline,
    }
    odd = set()
    for key, day in named.items():
        if day is not None and day < EARLIEST:
            odd.add(key)
            yield CaseFault(key, f"{day} is too long ago. Check the year.")
        elif day is not None and day > today + timedelta(days=1):
            odd.add(key)
            yield CaseFault(key, f"{day} lies in the future. Check the year.")
    orders = (
        ("patient.birth_date", "episode.onset", "The birth date {a} is after the day the pain began, {b}"),
        ("patient.birth_date", "plan_date", "The birth date {a} is after the plan date, {b}"),
        (
            "episode.onset",
            "episode.baseline_date",
            "The pain begins on {a}, after the first measurement on {b}",
        ),
        ("episode.onset", "plan_date", "The pain begins on {a}, after the plan date {b}"),
        ("episode.baseline_date", "plan_date", "The first measurement on {a} is after the plan date {b}"),
    )
    for first, second, sentence in orders:
        a, b = named[first], named[second]
        if a is not None and b is not None and a > b and not odd & {first, second}:
            odd.add(first)
            yield CaseFault(first, sentence.format(a=a, b=b) + ". Check both.")
    if dates.plan and dates.birth and not odd and dates.plan.year - dates.birth.year > OLDEST:
        yield CaseFault(
            "patient.birth_date", f"{dates.birth} makes the patient over {OLDEST}. Check the year."
        )
    if dates.plan and dates.next_appointment and dates.next_appointment < dates.plan:
        yield CaseFault(
            "episode.next_appointment",
            f"The next appointment on {dates.next_appointment} is before the plan date, {dates.plan}.",
        )


def safety_contradictions(safety: CaseSafety, names: CaseNames, plan: date | None) -> Iterator[CaseFault]:
    """Cleared flags that are not present, flags of groups nobody asked, blood pressure upside down."""
    asked = names.groups if ALL_GROUPS in safety.asked else frozenset(safety.asked)
    for place, flag in enumerate(safety.present):
        group = names.flags.get(flag)
        if group is not None and group not in asked:
            sentence = f"Its group “{group}” is not among the groups asked. Add the group to asked."
            yield CaseFault(key_path(("safety", "present", place)), sentence)
    for place, clearance in enumerate(safety.clearances):
        key = ("safety", "clearances", place)
        if clearance.flag in names.flags and clearance.flag not in safety.present:
            sentence = (
                f"“{clearance.flag}” is cleared, but not present. Add it to present, or drop the clearance."
            )
            yield CaseFault(key_path((*key, "flag")), sentence)
        if plan is not None and clearance.date > plan:
            yield CaseFault(
                key_path((*key, "date")), f"The clearance on {clearance.date} is after the plan date {plan}."
            )
        elif clearance.date < EARLIEST:
            yield CaseFault(key_path((*key, "date")), f"{clearance.date} is too long ago. Check the year.")
    if safety.spa_signs and names.opens_signs and not names.opens_signs & set(safety.present):
        opener = " or ".join(sorted(names.opens_signs))
        sentence = f"The signs count only with {opener} among present. Add it, or leave the signs out."
        yield CaseFault("safety.spa_signs", sentence)
    pressure = safety.blood_pressure
    if pressure is not None and pressure.diastolic >= pressure.systolic:
        yield CaseFault(
            "safety.blood_pressure",
            f"The lower value {pressure.diastolic} is not below the upper, {pressure.systolic}. Swap them?",
        )


def measure_faults(key: str, given: CaseMeasure, measure: Measure) -> Iterator[CaseFault]:
    """Answers out of range, totals that do not match, worst pain below the average."""
    known = {item.id for item in measure.items} | {scale.key for scale in measure.scales}
    both = set(given.items) & set(given.answers) & set(given.__pydantic_extra__ or {})
    for item in sorted(both):
        yield CaseFault(key_path(("measures", key, item)), "Answered twice: here and in items. Keep one.")
    for fault in faults_of(measure, responses_of(key, given, known)):
        part = ("items", fault.item) if fault.item in given.items else (fault.item,)
        sentence = fault.sentence.removesuffix(" Ask once more; both can be kept.")
        yield CaseFault(
            key_path(("measures", key, *part)),
            sentence if sentence == fault.sentence else f"{sentence} Correct one of them, or leave one out.",
        )


def responses_of(key: str, given: CaseMeasure, known: set[str] | None = None) -> Responses:
    """The answers as the domain keeps them; only ``known`` items when given."""
    items = tuple(
        ItemAnswer(item=item, value=value)
        for item, value in given.answers.items()
        if known is None or item in known
    )
    return Responses(measure=key, items=items, total=given.total)


def goal_contradictions(goals: Sequence[CaseGoal | None]) -> Iterator[CaseFault]:
    """Aims below what can be done already; the same goal twice. ``None`` is an unreadable goal."""
    seen: set[str] = set()
    for place, goal in enumerate(goals):
        if goal is None:
            continue
        if goal.now is not None and goal.aim is not None and goal.aim < goal.now:
            sentence = f"The aim {goal.aim} is below now, {goal.now}; 10 is the best. Swap them?"
            yield CaseFault(key_path(("goals", place, "aim")), sentence)
        if goal.words.casefold() in seen:
            yield CaseFault(key_path(("goals", place, "words")), "The same goal stands here twice. Keep one.")
        seen.add(goal.words.casefold())


def preference_contradictions(preferences: CasePreferences) -> Iterator[CaseFault]:
    """What is liked and disliked at once."""
    for place, name in enumerate(preferences.dislikes):
        if name in preferences.likes:
            yield CaseFault(
                key_path(("preferences", "dislikes", place)),
                f"“{name}” is liked and disliked. Keep one of them.",
            )


def empty_measures(measures: Mapping[str, CaseMeasure]) -> Iterator[CaseFault]:
    """Tables of a measure without a single answer: more likely a slip than a wish."""
    for key, given in measures.items():
        if given.total is None and not given.answers:
            yield CaseFault(key_path(("measures", key)), "Has no answer. Fill it in, or leave the table out.")
