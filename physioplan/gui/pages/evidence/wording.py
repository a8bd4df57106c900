"""How the evidence page names outcomes, comparisons, certainty of a check, and how a study bears."""

from __future__ import annotations

from physioplan.domain.citation import Verification
from physioplan.domain.effect import Comparator, Effect, EffectTime, Outcome
from physioplan.evidence.study import Bearing, Result
from physioplan.gui.widgets.tag import TagKind
from physioplan.gui.words import _


def outcome_words(effect: Effect) -> str:
    """What was measured."""
    return _("Pain") if effect.outcome is Outcome.PAIN else _("Disability")


def heading(effect: Effect) -> str:
    """When, against what, and of which treatment where it is not the core one."""
    times = {EffectTime.WEEK_12: _("12 weeks"), EffectTime.YEAR_1: _("1 year")}
    against = {
        Comparator.ACTIVE: _("against other (active) exercise"),
        Comparator.PASSIVE: _("against passive care"),
    }
    treatments = {
        "motor_control": _("Motor control, time and comparison not stated"),
        "cbt": _("Exercise with psychological parts"),
    }
    if effect.treatment in treatments:
        return treatments[effect.treatment]
    parts = [times.get(effect.time, ""), against.get(effect.comparator, _("comparison not stated"))]
    words = ", ".join(part for part in parts if part)
    return words if effect.pooled else _("{row}: not reported").format(row=words)


def check_words(verification: Verification) -> tuple[str, TagKind]:
    """How well a fact was checked, as a tag; nothing for what was read in the source itself."""
    return {
        Verification.VERIFIED: ("", "neutral"),
        Verification.SECONDARY: (_("read in a secondary page"), "outline"),
        Verification.UNVERIFIED: (_("to check"), "warn"),
        Verification.CALCULATED: (_("calculated here"), "outline"),
        Verification.CONSENSUS: (_("consensus"), "dashed"),
    }[verification]  # type: ignore[return-value]


def bearing_words(bearing: Bearing) -> str:
    """How a study bears on the claim beside it."""
    return {
        Bearing.SUPPORTS: _("For"),
        Bearing.MIXED: _("Mixed"),
        Bearing.AGAINST: _("Against"),
        Bearing.CONTEXT: _("Context"),
    }[bearing]


def result_words(result: Result) -> str:
    """One number of a study in its own unit; what was not read is not made up."""
    value = ""
    if result.value is not None:
        value = _signed(result.value)
        if result.low is not None and result.high is not None:
            value += f" [{_signed(result.low)}, {_signed(result.high)}]"
        value = f"{value} {result.unit}".strip()
    told = ", ".join(part for part in (value, result.words) if part) or _("not readable")
    setting = ", ".join(
        part
        for part in (_("against {words}").format(words=result.against) if result.against else "", result.time)
        if part
    )
    line = f"{result.what}: {told}"
    if setting:
        line += f" ({setting})"
    if result.verification is Verification.UNVERIFIED:
        line += " · " + _("to check")
    return line


def _signed(value: float) -> str:
    return f"{value:g}".replace("-", "−")
