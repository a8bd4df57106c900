"""Names of components, reasons and effect rows as the page words them."""

from __future__ import annotations

from collections.abc import Mapping

from physioplan.domain.effect import Comparator, EffectTime, Outcome
from physioplan.domain.programme import DepartureReason
from physioplan.evidence.cbt_component import CbtComponent
from physioplan.gui.words import _, language


def component_title(component: str) -> tuple[str, str]:
    """The title of a card and the line below it."""
    return {
        "individualized_exercise": (_("Individualized exercise"), _("Built from tests, goals and wishes")),
        "motor_control": (_("Motor control module"), _("Relearn how the low back moves")),
        "cbt": (_("Coping skills (CBT parts)"), _("Thoughts, pacing and bad spells")),
    }[component]


def part_name(component: str, cbt: Mapping[str, CbtComponent]) -> str:
    """The patient's name of a coping part."""
    found = cbt.get(component)
    return found.words_in(language()).name if found is not None else component.replace("_", " ")


def name_of(component: str, cbt: Mapping[str, CbtComponent]) -> str:
    """The name of a card or a coping part."""
    if component in ("individualized_exercise", "motor_control", "cbt"):
        return component_title(component)[0]
    return part_name(component, cbt)


def reasons() -> tuple[tuple[str, str], ...]:
    """The reasons a clinician may give for choosing otherwise."""
    return (
        (DepartureReason.PATIENT_PREFERENCE.value, _("Patient preference")),
        (DepartureReason.SAFETY.value, _("Safety")),
        (DepartureReason.ACCESS_OR_COST.value, _("Access or cost")),
        (DepartureReason.CLINICAL_JUDGEMENT.value, _("Clinical judgement")),
        (DepartureReason.ALREADY_TRIED.value, _("Already tried")),
        (DepartureReason.OTHER.value, _("Other")),
    )


def outcome_words(outcome: Outcome) -> str:
    """What was measured."""
    return _("Pain") if outcome is Outcome.PAIN else _("Disability")


def heading(time: EffectTime, comparator: Comparator) -> str:
    """When and against what, over a group of rows."""
    times = {EffectTime.WEEK_12: _("12 weeks"), EffectTime.YEAR_1: _("1 year"), EffectTime.NOT_STATED: ""}
    against = {
        Comparator.ACTIVE: _("vs other exercise"),
        Comparator.PASSIVE: _("vs passive care"),
        Comparator.NOT_STATED: _("comparator not stated"),
    }
    return ", ".join(words for words in (times[time], against[comparator]) if words)
