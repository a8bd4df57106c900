"""What stands beside the list of the day: forms left half filled, and patients seen last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from physioplan.domain.assessment import Occasion
from physioplan.domain.journey import JourneyState
from physioplan.gui.words import _
from physioplan.services.patient_register import RegisterLine


@dataclass(frozen=True, slots=True)
class UnfinishedRow:
    """A form begun and not saved; ``saved`` says when it was kept."""

    patient_id: str
    name: str
    form: str
    saved: str

    @property
    def title(self) -> str:
        """The form in words."""
        names = {
            "baseline": _("Baseline"),
            "visit": _("Visit"),
            "new_patient": _("Name and address"),
            "plan_together": _("Plan together"),
            "programme": _("Programme"),
            Occasion.WEEK_12.value: _("12-week review"),
            Occasion.YEAR_1.value: _("1-year review"),
        }
        return names.get(self.form, _("A form"))


@dataclass(frozen=True, slots=True)
class RecentRow:
    """A patient seen lately with the average pain at each measure so far."""

    patient_id: str
    name: str
    stage: str
    pain: tuple[float, ...]

    @property
    def change(self) -> str:
        """``6 → 4``."""
        if not self.pain:
            return ""
        first, last = round(self.pain[0]), round(self.pain[-1])
        return f"{first}" if len(self.pain) == 1 else f"{first} → {last}"


def recent_row(line: RegisterLine, today: date, private: bool) -> RecentRow:
    """One patient seen lately."""
    patient, facts = line.patient, line.journey
    name = (
        f"{patient.given_name[:1]}. {patient.family_name[:1]}."
        if private
        else f"{patient.given_name} {patient.family_name}"
    )
    return RecentRow(patient.id, name, _stage(line, today), tuple(value for _day, value in facts.pain))


def _stage(line: RegisterLine, today: date) -> str:
    facts, state = line.journey, line.state
    year = Occasion.WEEK_12 in facts.measured
    if state is JourneyState.IN_PROGRAMME and facts.programme_start is not None:
        return _("Programme, week {n}").format(n=(today - facts.programme_start).days // 7 + 1)
    return {
        JourneyState.NEW: _("New"),
        JourneyState.BASELINE_OPEN: _("Baseline"),
        JourneyState.BASELINE_DONE: _("Baseline done"),
        JourneyState.IN_PROGRAMME: _("Programme"),
        JourneyState.REVIEW_OPEN: _("1-year review due") if year else _("12-week review due"),
        JourneyState.REVIEW_OVERDUE: _("1-year review overdue") if year else _("12-week review overdue"),
        JourneyState.REVIEWED: _("Reviewed"),
        JourneyState.IN_MAINTENANCE: _("Waiting for 1 year"),
        JourneyState.DISCHARGED: _("Finished"),
        JourneyState.STOPPED: _("Stopped"),
        JourneyState.REFERRED_ON: _("Referred on"),
    }[state]
