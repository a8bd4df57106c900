"""From answers to scores: one pure function, by the closed vocabulary of :mod:`physioplan.measures.scale`."""

from __future__ import annotations

import math

from physioplan.domain.response import Responses
from physioplan.domain.score import TOTAL, Score, ScoreStatus
from physioplan.measures.item import Item
from physioplan.measures.measure import Measure
from physioplan.measures.scale import Method, MissingRule, Scale


def score(measure: Measure, responses: Responses) -> tuple[Score, ...]:
    """Score every scale of ``measure``, in the order of its file, the main scale first.

    Typing and keeping use this same function: while too much is missing a score is ``NOT_FINAL``, and carries
    a value only where the answers so far have one of their own (a mean, a percentage of what was answered).
    A score copied from the form counts for the scale "total", or for the scale whose key the answer names.
    Answers outside an item's range are not scored; ``validity.faults_of`` names them.
    """
    if responses.measure != measure.id:
        raise ValueError(f"answers to {responses.measure} cannot be scored as {measure.id}")
    bare = {scale.key: _score_scale(measure, scale, responses) for scale in measure.scales}
    return tuple(
        bare[scale.key].amend(band=band_of(scale, bare)) if scale.bands else bare[scale.key]
        for scale in measure.scales
    )


def band_of(scale: Scale, scores: dict[str, Score]) -> str | None:
    """The band that the final score of ``scale`` falls into, read from the rounded value."""
    mine = scores[scale.key]
    if not mine.is_final or mine.value is None:
        return None
    value = math.floor(mine.value + 0.5 + 1e-9)
    for band in scale.bands:
        if not band.low <= value <= band.high:
            continue
        if band.when is None:
            return band.key
        other = scores[band.when.scale]
        if other.is_final and other.value is not None and band.when.low <= other.value <= band.when.high:
            return band.key
    return None


def entered_total(responses: Responses, scale: Scale, item_ids: frozenset[str]) -> float | None:
    """The score copied from the form for ``scale``, or ``None`` when it is to be worked out from items."""
    if responses.total is not None and scale.key == TOTAL:
        return responses.total
    return None if scale.key in item_ids else responses.value_of(scale.key)


def _score_scale(measure: Measure, scale: Scale, responses: Responses) -> Score:
    items = measure.items_of(scale)
    entered = entered_total(responses, scale, frozenset(item.id for item in measure.items))
    if entered is None and _repeats_the_total(measure, scale):
        entered = responses.total
    if entered is not None:
        final = math.isfinite(entered) and scale.low <= entered <= scale.high
        return Score(
            measure=measure.id,
            version=measure.version,
            subscale=scale.key,
            value=entered if final else None,
            unit=scale.unit,
            status=ScoreStatus.FINAL if final else ScoreStatus.NOT_SCORED,
            answered=len(items) if final else 0,
            of=len(items),
        )
    given = {item.id: answer for item in items if (answer := answer_to(item, responses)) is not None}
    if scale.missing is MissingRule.UNTICKED_IS_ZERO and given:
        asked = {answer.item for answer in responses.items}
        given |= {item.id: item.low for item in items if item.id not in asked}
    value, status = _value(scale, items, given)
    return Score(
        measure=measure.id,
        version=measure.version,
        subscale=scale.key,
        value=value,
        unit=scale.unit,
        status=status,
        answered=len(given),
        of=len(items),
    )


def _repeats_the_total(measure: Measure, scale: Scale) -> bool:
    """True for a scale that is the total under another name: average pain is the pain that is followed."""
    total = measure.scale(TOTAL)
    return total is not None and scale.method is Method.SINGLE and scale.items == total.items


def answer_to(item: Item, responses: Responses) -> float | None:
    """The answer to ``item`` when it is one the item takes, else ``None``."""
    answer = responses.value_of(item.id)
    if answer is None or not math.isfinite(answer) or not item.low <= answer <= item.high:
        return None
    steps = (answer - item.low) / item.step
    return answer if abs(steps - round(steps)) < 1e-9 else None


def _value(
    scale: Scale, items: tuple[Item, ...], given: dict[str, float]
) -> tuple[float | None, ScoreStatus]:
    """The value of one scale and whether it may be used."""
    if not given:
        return None, ScoreStatus.NOT_SCORED
    too_many = len(items) - len(given) > scale.max_missing
    counts_as_it_goes = scale.method in (Method.MEAN, Method.PERCENT_OF_ANSWERED)
    if too_many and not counts_as_it_goes:
        return None, ScoreStatus.NOT_FINAL
    return _reckon(scale, items, given), ScoreStatus.NOT_FINAL if too_many else ScoreStatus.FINAL


def _reckon(scale: Scale, items: tuple[Item, ...], counted: dict[str, float]) -> float:
    points = {item.id: _points(scale, item, counted[item.id]) for item in items if item.id in counted}
    total = math.fsum(points.values())
    match scale.method:
        case Method.MEAN:
            return total / len(points)
        case Method.COUNT:
            total = float(sum(value > 0 for value in points.values()))
        case Method.PERCENT_OF_ANSWERED:
            return 100 * total / math.fsum(item.high for item in items if item.id in points)
        case Method.PROFILE:
            return float("".join(str(round(points[item.id])) for item in items))
        case _:
            pass
    return total * len(items) / len(points) if len(points) < len(items) else total


def _points(scale: Scale, item: Item, answer: float) -> float:
    recode = next((recode for recode in scale.recodes if recode.item == item.id), None)
    if recode is not None:
        return recode.gives if answer >= recode.at_least else recode.otherwise
    return item.low + item.high - answer if item.id in scale.reversed else answer
