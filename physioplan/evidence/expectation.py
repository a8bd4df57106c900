"""What a pooled effect means in points and in people: always an extra gain of groups, always with its limits.

The sign turns here: an effect below zero favours the treatment, an expectation above zero does.
"""

import math
from statistics import NormalDist

from pydantic import Field

from physioplan.domain.effect import Effect
from physioplan.domain.value import Value

_NORMAL = NormalDist()

USUAL_CONTROL_RATES = (0.2, 0.3, 0.4, 0.5)  # nobody knows it for long-lasting back pain, so a range is shown


class Estimate(Value):
    """A value with its 95 % limits; ``low`` is the limit that promises less."""

    value: float
    low: float
    high: float


class Spread(Value):
    """The standard deviation that turns a standardized difference into points, with the range it may have."""

    measure: str
    usual: float = Field(gt=0)
    low: float = Field(gt=0)
    high: float = Field(gt=0)


# Suggested spreads of baseline scores, with the range read in studies; the clinic may set its own.
SPREADS: dict[str, Spread] = {
    "nrs": Spread(measure="nrs", usual=2.0, low=1.5, high=2.5),
    "vas": Spread(measure="vas", usual=20.0, low=16.0, high=25.0),
    "odi": Spread(measure="odi", usual=12.0, low=8.5, high=15.0),
    "rmdq": Spread(measure="rmdq", usual=5.0, low=4.5, high=6.0),
}


class Responders(Value):
    """Out of all treated: who would respond with and without, as shares from 0 to 1.

    ``needed`` is how many people are treated for one extra responder; its ``high`` is ``inf`` when the
    interval includes no effect.
    """

    control: float
    treated: Estimate
    difference: Estimate
    needed: Estimate


def gain(effect: Effect) -> Estimate | None:
    """The effect as a gain in standard deviations; ``None`` where nothing usable is reported."""
    if not effect.pooled or effect.smd is None or effect.low is None or effect.high is None:
        return None
    return Estimate(value=-effect.smd, low=-effect.high, high=-effect.low)


def in_points(effect: Effect, spread: float) -> Estimate | None:
    """The gain in points of a scale whose scores spread by ``spread`` (SMD × SD).

    Raises ValueError below 0.
    """
    if not spread > 0 or not math.isfinite(spread):
        raise ValueError(f"The spread must be above 0, not {spread:g}.")
    size = gain(effect)
    if size is None:
        return None
    return Estimate(value=size.value * spread, low=size.low * spread, high=size.high * spread)


def extra_responders(effect: Effect, control_rate: float) -> Responders | None:
    """Furukawa's reading: EER = Φ(Φ⁻¹(CER) + SMD). ``control_rate`` lies between 0 and 1, both excluded.

    It assumes normal scores with equal spread; the control rate is a supposition and must be shown.
    """
    if not 0 < control_rate < 1:
        raise ValueError(f"The share who respond without it must lie between 0 and 1, not {control_rate:g}.")
    size = gain(effect)
    if size is None:
        return None
    at = _NORMAL.inv_cdf(control_rate)
    treated = Estimate(
        value=_NORMAL.cdf(at + size.value), low=_NORMAL.cdf(at + size.low), high=_NORMAL.cdf(at + size.high)
    )
    more = Estimate(
        value=treated.value - control_rate, low=treated.low - control_rate, high=treated.high - control_rate
    )
    needed = Estimate(value=_needed(more.value), low=_needed(more.high), high=_needed(more.low))
    return Responders(control=control_rate, treated=treated, difference=more, needed=needed)


def _needed(more: float) -> float:
    return 1 / more if more > 0 else math.inf


def chance_of_doing_better(effect: Effect) -> Estimate | None:
    """The share of pairs, one person of each group, in which the treated one does better: Φ(d / √2)."""
    size = gain(effect)
    if size is None:
        return None
    root = math.sqrt(2)
    return Estimate(
        value=_NORMAL.cdf(size.value / root),
        low=_NORMAL.cdf(size.low / root),
        high=_NORMAL.cdf(size.high / root),
    )


def overlap(effect: Effect) -> float | None:
    """The share of the two groups' scores that lie over each other: 2 Φ(−|d| / 2)."""
    size = gain(effect)
    return None if size is None else 2 * _NORMAL.cdf(-abs(size.value) / 2)
