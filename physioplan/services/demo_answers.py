"""Invented answers to outcome measures: as bad as asked for, with a little luck, always in range."""

from __future__ import annotations

from random import Random

from physioplan.domain.response import ItemAnswer, Responses
from physioplan.measures.measure import Measure
from physioplan.measures.scale import HigherIs

MISSING = 0.03  # one answer in thirty is left out, as on paper


def answers_to(measure: Measure, badness: float, luck: Random, habit: str = "") -> Responses:
    """Answers to ``measure`` for somebody who is ``badness`` ill, from 0 (well) to 1 (worst).

    ``habit`` names the person: which items weigh more for somebody stays the same from one time to the next.
    """
    if measure.id == "nrs":
        return _pain(badness, luck)
    if measure.items:
        worse_up = measure.main.higher_is is HigherIs.WORSE
        items = []
        for item in measure.items:
            if luck.random() < MISSING:
                continue
            usual = Random(f"{habit} {measure.id} {item.id}").gauss(0, 0.15)
            worse = min(1.0, max(0.0, badness + usual + luck.gauss(0, 0.05)))
            share = worse if worse_up else 1 - worse
            steps = round(share * (item.high - item.low) / item.step)
            items.append(ItemAnswer(item=item.id, value=item.low + steps * item.step))
        return Responses(measure=measure.id, items=tuple(items))
    scales = []
    for scale in measure.scales:
        share = badness if scale.higher_is is HigherIs.WORSE else 1 - badness
        value = float(round(scale.low + share * (scale.high - scale.low)))
        scales.append(ItemAnswer(item=scale.key, value=value))
    if len(scales) == 1:
        return Responses(measure=measure.id, total=scales[0].value)
    return Responses(measure=measure.id, items=tuple(scales))


def _pain(badness: float, luck: Random) -> Responses:
    average = min(10, max(0, round(badness * 10)))
    worst = min(10, average + luck.choice((1, 2, 2, 3)))
    now = max(0, average - luck.choice((0, 0, 1, 2)))
    return Responses.of("nrs", now=float(now), average=float(average), worst=float(worst))
