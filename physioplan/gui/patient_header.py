"""What stands at the head of every patient screen: who it is, and the four stages of the journey."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from physioplan.domain.assessment import Occasion
from physioplan.domain.episode_record import EpisodeRecord
from physioplan.gui.dates import short_day
from physioplan.gui.words import _, ngettext

StageState = Literal["done", "now", "due", "overdue", "upcoming", "missed"]


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of the journey: its key is the place it opens."""

    key: str
    title: str
    date: str
    state: StageState


@dataclass(frozen=True, slots=True)
class PatientHeader:
    """Name, one line of facts, the stages and which of them is shown."""

    patient_id: str
    name: str
    facts: str
    stages: tuple[Stage, ...]
    current: str


def header_of(record: EpisodeRecord, today: date, current: str, *, private: bool = False) -> PatientHeader:
    """The header for ``record`` with the stage ``current`` ("overview", "baseline", "programme", ...) marked."""
    patient = record.patient
    born = _("born {day}").format(day=short_day(patient.birth_date))
    facts = [str(patient.age_on(today)), born, _("ID {number}").format(number=patient.record_number)]
    pain_for = time_of_pain(record, today)
    if pain_for:
        facts.append(pain_for)
    stages = (
        _baseline(record, today),
        _programme(record, today),
        _review(record, today, Occasion.WEEK_12, _("12 weeks")),
        _review(record, today, Occasion.YEAR_1, _("1 year")),
    )
    name = patient.initials if private else patient.full_name
    if private:
        facts = [_("ID {number}").format(number=patient.record_number)]
    return PatientHeader(patient.id, name, " · ".join(facts), stages, current)


def time_of_pain(record: EpisodeRecord, today: date) -> str:
    """How long the back has hurt, in the largest fitting unit; empty when the onset is unknown."""
    weeks = record.episode.weeks_of_pain_on(today)
    if weeks is None or record.episode.onset is None:
        return ""
    if weeks >= 104:
        years = round((today - record.episode.onset).days / 365.25)
        return ngettext("back pain for {n} year", "back pain for {n} years", years).format(n=years)
    if weeks >= 26:
        months = round(weeks * 7 / 30.44)
        return ngettext("back pain for {n} month", "back pain for {n} months", months).format(n=months)
    return ngettext("back pain for {n} week", "back pain for {n} weeks", weeks).format(n=weeks)


def _baseline(record: EpisodeRecord, today: date) -> Stage:
    done = record.baseline
    if done is not None:
        return Stage("baseline", _("Baseline"), short_day(done.day, today), "done")
    return Stage("baseline", _("Baseline"), _("Today, {day}").format(day=short_day(today, today)), "now")


def _programme(record: EpisodeRecord, today: date) -> Stage:
    title = _("Programme")
    programme = record.programme
    if programme is None:
        if record.baseline is None:
            return Stage("programme", title, _("After baseline"), "upcoming")
        return Stage("programme", title, _("Plan together"), "now")
    week = programme.week_on(today)
    if week > 12:
        return Stage("programme", title, _("12 weeks done"), "done")
    return Stage("programme", title, _("Week {n} of 12").format(n=max(week, 1)), "now")


def _review(record: EpisodeRecord, today: date, occasion: Occasion, title: str) -> Stage:
    done = record.assessment(occasion)
    if done is not None:
        return Stage(occasion.value, title, short_day(done.day, today), "done")
    window = record.window(occasion)
    if window is None:
        return Stage(occasion.value, title, "", "upcoming")
    if record.episode.end is not None:
        return Stage(occasion.value, title, _("not measured"), "missed")
    if today > window.closes:
        return Stage(
            occasion.value, title, _("Closed {day}").format(day=short_day(window.closes, today)), "overdue"
        )
    if window.is_open_on(today):
        return Stage(occasion.value, title, _("Due {day}").format(day=short_day(window.due, today)), "due")
    return Stage(occasion.value, title, short_day(window.due), "upcoming")
