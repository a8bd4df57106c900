"""A dose as a patient reads it: big numbers, each with its word."""

from __future__ import annotations

from physioplan.domain.dose import Distance, Dose, Hold, Interval, Quota, Repetitions, Time
from physioplan.reports.document import DosePart
from physioplan.reports.handout_words import HandoutWords

SECONDS_BELOW_MINUTES = 2.0
"""Shorter than this and not whole: told in seconds, so that nobody reads "0.5 minutes"."""


def _part(words: HandoutWords, key: str, number: float) -> DosePart:
    return DosePart(words.number(number), words.counted(key, number))


def _time(words: HandoutWords, minutes: float, key: str) -> DosePart:
    if minutes < SECONDS_BELOW_MINUTES and minutes != int(minutes):
        return _part(words, "seconds", minutes * 60)
    return _part(words, key, minutes)


def _amounts(words: HandoutWords, dose: Dose) -> list[DosePart]:
    match dose:
        case Repetitions():
            parts = [_part(words, "times", dose.repetitions), _part(words, "rounds", dose.sets)]
            if dose.hold_seconds:
                parts.append(_part(words, "second_hold", dose.hold_seconds))
            return parts
        case Hold():
            return [_part(words, "holds", dose.holds), _part(words, "seconds_each", dose.seconds)]
        case Time():
            return [_time(words, dose.minutes, "minutes")]
        case Distance():
            parts = [_part(words, "metres", dose.metres)]
            return parts if dose.sets == 1 else [*parts, _part(words, "rounds", dose.sets)]
        case Interval():
            return [
                _part(words, "rounds", dose.rounds),
                _time(words, dose.work_minutes, "minutes_brisk"),
                _time(words, dose.easy_minutes, "minutes_easy"),
            ]
        case Quota():
            parts = [_part(words, dose.unit, dose.amount)]
            if dose.grow_percent:
                step = max(1, round(dose.amount * dose.grow_percent / 100))
                parts.append(DosePart(words.number(step), words.counted("more_each_week", step)))
            return parts


def dose_parts(words: HandoutWords, dose: Dose, usual_days: int) -> tuple[DosePart, ...]:
    """The parts of ``dose``; days a week only where they differ from ``usual_days``, the page's own."""
    parts = _amounts(words, dose)
    if dose.per_side:
        parts.append(DosePart("", words.dose.each_side))
    if dose.times_a_day > 1:
        parts.append(_part(words, "times_a_day", dose.times_a_day))
    if dose.days_a_week != usual_days:
        parts.append(_part(words, "days_a_week", dose.days_a_week))
    return tuple(parts)
