"""A programme as text: phases with exercises and doses, coping parts, contacts and departures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from physioplan.cli.page import Page
from physioplan.domain.dose import Distance, Dose, Hold, Interval, Quota, Repetitions, Time
from physioplan.domain.programme import Programme

if TYPE_CHECKING:
    from physioplan.content.clinical_content import ClinicalContent

_PHASES = {"settle": "Settle", "build": "Build", "goals": "Goals", "maintain": "Maintain"}


def programme_text(programme: Programme, content: ClinicalContent) -> str:
    """A page of 80 columns."""
    page = Page()
    page.title(
        f"Programme from {programme.start.day} {programme.start:%B %Y}", f"version {programme.version}"
    )
    for phase in programme.phases:
        name = _PHASES.get(phase.key, phase.key)
        minutes = f"about {max(1, round(phase.minutes_a_day))} min a day"
        page.heading(f"{name}, weeks {phase.first_week} to {phase.last_week}", minutes)
        for item in phase.items:
            exercise = content.library.get(item.exercise)
            page.entry(exercise.words_in("en").name if exercise else item.exercise, dose_text(item.dose), 32)
    if programme.coping:
        page.heading("Coping skills")
        for part in programme.coping:
            name = content.cbt[part.component].words_in("en").name
            page.entry(name, f"weeks {part.first_week} to {part.last_week}", 32)
    if programme.contacts:
        page.heading("Contacts")
        for contact in programme.contacts:
            page.entry(f"week {contact.week}, {contact.kind}", contact.why, 20)
    if programme.departures:
        page.heading("Decided otherwise than suggested")
        for one in programme.departures:
            reason = str(one.reason).replace("_", " ") + (f": {one.words}" if one.words else "")
            page.entry(one.what.replace("_", " "), f"{str(one.kind).replace('_', ' ')}, {reason}", 32)
    return str(page)


def dose_text(dose: Dose) -> str:
    """One line: how much, how often."""
    match dose:
        case Repetitions():
            hold = f", hold {dose.hold_seconds} s" if dose.hold_seconds else ""
            much = f"{dose.sets} × {dose.repetitions}{hold}"
        case Hold():
            much = f"{dose.holds} × {dose.seconds} s"
        case Time():
            much = f"{dose.minutes:g} minutes"
        case Distance():
            much = f"{dose.sets} × {dose.metres} m"
        case Interval():
            much = f"{dose.rounds} × ({dose.work_minutes:g} + {dose.easy_minutes:g} easy) minutes"
        case Quota():
            much = f"{dose.amount:g} {dose.unit}, growing by {dose.grow_percent} %"
    side = " each side" if dose.per_side else ""
    times = f", {dose.times_a_day} times a day" if dose.times_a_day > 1 else ""
    days = "daily" if dose.days_a_week == 7 else f"{dose.days_a_week} days a week"
    return f"{much}{side}{times}, {days}"
