"""A warning about the programme in the words of the window."""

from __future__ import annotations

from physioplan.domain.programme import Phase
from physioplan.gui.words import _, language, ngettext
from physioplan.prescribing.guards import AT_MOST_A_PHASE, Guard, GuardKind


def weeks_of(phase: Phase) -> str:
    """``Weeks 1–4``."""
    return _("Weeks {first}–{last}").format(first=phase.first_week, last=phase.last_week)


def in_a_sentence(words: str) -> str:
    """Inside an English sentence "weeks" is small; other languages keep their own rule."""
    return words[:1].lower() + words[1:] if language() == "en" else words


def guard_words(guard: Guard, phases: tuple[Phase, ...], first_name: str) -> str:
    """One sentence that names the phase and what is over."""
    phase = next(one for one in phases if one.key == guard.phase)
    weeks = weeks_of(phase)
    if guard.kind is GuardKind.TWICE:
        return _("{weeks}: the same exercise stands twice").format(weeks=weeks)
    if guard.kind is GuardKind.TOO_MANY:
        words = _("{weeks}: {n} exercises, aim for {most}")
        return words.format(weeks=weeks, n=len(phase.items), most=AT_MOST_A_PHASE)
    if guard.kind is GuardKind.OVER_TIME:
        n = max(1, round(guard.by))
        words = ngettext(
            "{weeks}: {n} minute over {name}’s limit", "{weeks}: {n} minutes over {name}’s limit", n
        )
        return words.format(weeks=weeks, n=n, name=first_name)
    return _("{weeks}: no exercise yet").format(weeks=weeks)
