"""When patient and clinic meet or speak: few contacts in brief care, more where the outlook is poorer."""

from __future__ import annotations

from physioplan.domain.programme import Contact

HAND_OVER = "Care moves home now: in one trial most people who dropped out did so here"
LOOK = "Week-6 look: pain, days done, safety questions again"

_BRIEF: tuple[tuple[int, str, str], ...] = (
    (1, "visit", "Start: advice, first exercises"),
    (4, "call", HAND_OVER),
    (6, "call", LOOK),
    (12, "review", "12-week review"),
)
_STANDARD: tuple[tuple[int, str, str], ...] = (
    (1, "visit", "Start: first exercises"),
    (1, "visit", "Check form and doubts"),
    (2, "visit", "Check form, adjust dose"),
    (2, "visit", "Check form, adjust dose"),
    (3, "visit", "Prepare the move home"),
    (4, "call", HAND_OVER),
    (5, "visit", "Start of weeks 5 to 8"),
    (6, "visit", LOOK),
    (8, "visit", "Adjust dose"),
    (9, "visit", "Start of weeks 9 to 12"),
    (12, "review", "12-week review"),
)
_LONGER: tuple[tuple[int, str, str], ...] = (
    (3, "visit", "Longer session: coping skills"),
    (5, "call", "How is it going at home?"),
    (7, "visit", "Longer session: coping skills"),
    (10, "visit", "Plan for bad days, keeping it up"),
)
_AFTER: tuple[tuple[int, str, str], ...] = (
    (17, "booster", "Booster at about 4 months"),
    (43, "booster", "Booster at about 10 months"),
    (52, "review", "1-year review"),
)


def contacts_for(brief: bool, high_risk: bool) -> tuple[Contact, ...]:
    """The proposed contacts in order of weeks; brief care wins over the usual numbers."""
    plan = _BRIEF if brief else _STANDARD + (_LONGER if high_risk else ())
    rows = sorted((*plan, *_AFTER), key=lambda row: row[0])
    return tuple(Contact(week=week, kind=kind, why=why) for week, kind, why in rows)
