"""The one thing to do next for a patient, and why now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from physioplan.domain.assessment import Occasion
from physioplan.domain.episode import EndReason
from physioplan.domain.episode_record import EpisodeRecord
from physioplan.domain.journey import JourneyState
from physioplan.gui.dates import short_day
from physioplan.gui.words import _, ngettext
from physioplan.prescribing.journey import Due, due


@dataclass(frozen=True, slots=True)
class NextAction:
    """Where it leads, what the button says, why now, what it involves; ``state`` picks the glyph."""

    place: str
    detail: str
    button: str
    title: str
    sentence: str
    checklist: tuple[str, ...] = ()
    state: str = "now"


def next_action(
    record: EpisodeRecord,
    state: JourneyState,
    today: date,
    drafts: tuple[str, ...] = (),
    *,
    locked: bool = False,
) -> NextAction:
    """What comes next for this record in this state; ``locked`` while a warning sign keeps the plan shut."""
    if record.episode.end is not None:
        return _ended(record, today)
    if record.baseline is None:
        begun = "baseline" in drafts
        return NextAction(
            "baseline", "", _("Continue baseline") if begun else _("Begin baseline"), _("Baseline"),
            _("Ask about safety first, then pain, disability and what the patient wants to do again."),
            (
                _("Safety screen"), _("Pain, 3 scores"), _("Disability"), _("Movement control"),
                _("Goals and preferences"),
            ),
        )  # fmt: skip
    if record.programme is None:
        if locked:
            return NextAction(
                "plan_together", "", _("See what to do"), _("Safety first"),
                _("A warning sign is open. The exercise plan waits until it is dealt with."), state="overdue",
            )  # fmt: skip
        return NextAction(
            "plan_together", "", _("Plan together"), _("Plan together"),
            _("Look at the suggestions with the patient and decide together."),
        )  # fmt: skip
    waiting = next(iter(due(record, today)), None)
    if waiting is not None and (waiting.is_open or waiting.is_overdue):
        return _review(waiting, today, begun=waiting.occasion.value in drafts)
    sentence = _("Pain today, the safety questions again, and how it went.")
    if waiting is not None:
        names = {Occasion.WEEK_12: _("12-week review"), Occasion.YEAR_1: _("1-year review")}
        sentence += " " + _("The {review} opens {day}.").format(
            review=names[waiting.occasion], day=short_day(waiting.window.opens, today)
        )
    begun = "visit" in drafts
    return NextAction(
        "visit", "", _("Continue the visit") if begun else _("Record a visit"), _("Next visit"), sentence,
        (_("Safety questions"), _("Pain, 3 scores"), _("Unwanted effects and notes")),
    )  # fmt: skip


def _review(waiting: Due, today: date, *, begun: bool) -> NextAction:
    week_12 = waiting.occasion is Occasion.WEEK_12
    title = _("12-week review") if week_12 else _("1-year review")
    if begun:
        button = _("Continue 12-week review") if week_12 else _("Continue 1-year review")
    else:
        button = _("Record 12-week review") if week_12 else _("Record 1-year review")
    closing = (waiting.window.closes - today).days
    day = short_day(waiting.window.closes, today)
    if closing > 0:
        sentence = ngettext(
            "Window closes {day}, in {n} day.", "Window closes {day}, in {n} days.", closing
        ).format(day=day, n=closing)
    elif closing == 0:
        sentence = _("Window closes today.")
    else:
        sentence = _("The window closed {day}. A late answer still counts, marked with its real day.").format(
            day=day
        )
    checklist = (
        _("Pain, 3 scores"),
        _("Disability"),
        _("Goals"),
        _("Unwanted effects"),
        _("Decide what next"),
    )
    return NextAction(
        "review", waiting.occasion.value, button, title, sentence, checklist,
        "overdue" if waiting.is_overdue else "due",
    )  # fmt: skip


def _ended(record: EpisodeRecord, today: date) -> NextAction:
    end = record.episode.end
    assert end is not None
    day = short_day(end.day, today)
    title = {
        EndReason.DISCHARGED: _("Discharged {day}"),
        EndReason.STOPPED: _("Stopped {day}"),
        EndReason.REFERRED_ON: _("Referred on {day}"),
    }[end.reason].format(day=day)
    sentence = end.words or _("This episode is closed. Everything stays in the record.")
    done = "done" if end.reason is EndReason.DISCHARGED else "missed"
    if record.programme is not None:
        return NextAction("handout", "", _("Print handout"), title, sentence, state=done)
    return NextAction("patients", "", _("Back to the list"), title, sentence, state=done)
