"""What is wrong, or odd, with the answers to one outcome measure, said in sentences."""

import math
from enum import StrEnum

from physioplan.domain.response import Responses
from physioplan.domain.score import TOTAL
from physioplan.domain.value import Value
from physioplan.measures.item import Item
from physioplan.measures.measure import Measure
from physioplan.measures.scoring import entered_total, score


class Weight(StrEnum):
    """Whether a remark stops the answers from being kept."""

    ERROR = "error"
    WARNING = "warning"


class ResponseFault(Value):
    """One remark. ``item`` is the item or scale it is about, or "total"."""

    item: str
    sentence: str
    weight: Weight = Weight.ERROR


def faults_of(measure: Measure, responses: Responses) -> tuple[ResponseFault, ...]:
    """Every remark on ``responses``, in the order of the answers; an empty tuple when all is well."""
    if responses.measure != measure.id:
        sentence = f"These answers belong to {responses.measure}, not to {measure.id}."
        return (ResponseFault(item=TOTAL, sentence=sentence),)
    found = [*_faults_of_items(measure, responses), *_faults_of_totals(measure, responses)]
    if not found:
        found += [*_contradictions(measure, responses), *_disagreeing_totals(measure, responses)]
    return tuple(found)


def errors_of(measure: Measure, responses: Responses) -> tuple[ResponseFault, ...]:
    """Only the remarks that stop the answers from being kept."""
    return tuple(fault for fault in faults_of(measure, responses) if fault.weight is Weight.ERROR)


def _faults_of_items(measure: Measure, responses: Responses) -> list[ResponseFault]:
    found: list[ResponseFault] = []
    items = {item.id: item for item in measure.items}
    scales = {scale.key for scale in measure.scales}
    seen: set[str] = set()
    for answer in responses.items:
        if answer.item in seen:
            found.append(ResponseFault(item=answer.item, sentence=f"{_the(answer.item)} is answered twice."))
        seen.add(answer.item)
        item = items.get(answer.item)
        if item is None:
            if answer.item not in scales:
                found.append(ResponseFault(item=answer.item, sentence=_unknown(measure, answer.item)))
        elif answer.value is not None and (sentence := _out_of_range(item, answer.value)):
            found.append(ResponseFault(item=answer.item, sentence=sentence))
    return found


def _faults_of_totals(measure: Measure, responses: Responses) -> list[ResponseFault]:
    found: list[ResponseFault] = []
    ids = frozenset(item.id for item in measure.items)
    if responses.total is not None and measure.scale(TOTAL) is None:
        keys = ", ".join(scale.key for scale in measure.scales)
        sentence = f"{measure.words_in('en').short} has no single total. Give the scales instead: {keys}."
        found.append(ResponseFault(item=TOTAL, sentence=sentence))
    for scale in measure.scales:
        value = entered_total(responses, scale, ids)
        if value is None:
            continue
        if not math.isfinite(value) or not scale.low <= value <= scale.high:
            sentence = (
                f"The {_name(scale.key)} must lie between {scale.low:g} and {scale.high:g}, not {value:g}."
            )
            found.append(ResponseFault(item=scale.key, sentence=sentence))
    return found


def _contradictions(measure: Measure, responses: Responses) -> list[ResponseFault]:
    if measure.worst_and_average is None:
        return []
    worst, average = (responses.value_of(item) for item in measure.worst_and_average)
    if worst is None or average is None or worst >= average:
        return []
    sentence = f"The worst ({worst:g}) is below the average ({average:g}). Ask once more; both can be kept."
    return [ResponseFault(item=measure.worst_and_average[0], sentence=sentence, weight=Weight.WARNING)]


def _disagreeing_totals(measure: Measure, responses: Responses) -> list[ResponseFault]:
    """A total beside a complete set of items must be the total of those items."""
    items_alone = responses.amend(total=None)
    reckoned = {one.subscale: one for one in score(measure, items_alone)}.get(TOTAL)
    if responses.total is None or reckoned is None or not reckoned.is_final or reckoned.value is None:
        return []
    if abs(reckoned.value - responses.total) <= 0.5 or reckoned.answered < reckoned.of:
        return []
    sentence = f"The total {responses.total:g} does not match the items, which come to {reckoned.value:g}."
    return [ResponseFault(item=TOTAL, sentence=sentence)]


def _unknown(measure: Measure, name: str) -> str:
    items = [item.id for item in measure.items]
    listed = f"{items[0]} to {items[-1]}" if len(items) > 3 else ", ".join(items) or "none, only a total"
    return f"{measure.words_in('en').short} has no item {name}. Its items are {listed}."


def _out_of_range(item: Item, value: float) -> str:
    if not math.isfinite(value) or not item.low <= value <= item.high:
        return f"{_the(item.id)} takes {item.low:g} to {item.high:g}, not {value:g}."
    steps = (value - item.low) / item.step
    if abs(steps - round(steps)) < 1e-9:
        return ""
    if item.step == 1:
        return f"{_the(item.id)} takes whole numbers, not {value:g}."
    return f"{_the(item.id)} takes steps of {item.step:g}, not {value:g}."


def _the(item: str) -> str:
    return f"Item {item}" if item.isdigit() else f'"{item.replace("_", " ")}"'


def _name(scale: str) -> str:
    return "total" if scale == TOTAL else f"{scale.replace('_', ' ')} score"
