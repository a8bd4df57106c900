"""Which pages a handout can have and which of them are chosen, in the order they are printed."""

from __future__ import annotations

from dataclasses import dataclass

from physioplan.domain.programme import Programme
from physioplan.gui.words import _
from physioplan.reports.print_options import PrintOptions, Section


@dataclass(frozen=True, slots=True)
class PageRow:
    """One check box. Exercise pages have a ``phase``; ``later`` marks those for a next visit."""

    section: Section
    words: str
    on: bool
    phase: str = ""
    later: bool = False

    @property
    def key(self) -> str:
        """What tells this row from all others."""
        return f"{self.section.value}:{self.phase}"


def page_rows(programme: Programme | None, options: PrintOptions, phase_today: str) -> tuple[PageRow, ...]:
    """A row for every page, one for the exercises of each phase that has any."""
    if programme is None:
        return ()
    rows: list[PageRow] = []
    for section in Section:
        if section is not Section.EXERCISES:
            rows.append(PageRow(section, _section_words(section), section in options.sections))
            continue
        passed = False
        for phase in programme.phases:
            if not phase.items:
                continue
            words = _("Exercises, weeks {first}–{last}").format(first=phase.first_week, last=phase.last_week)
            on = section in options.sections and phase.key in options.phases
            rows.append(PageRow(section, words, on, phase.key, later=passed))
            passed = passed or phase.key == phase_today
    return tuple(rows)


def _section_words(section: Section) -> str:
    words = {
        Section.PLAN: _("Your plan"),
        Section.BAD_DAY: _("Five-minute version for a bad day"),
        Section.HURTS_MORE: _("When it hurts more"),
        Section.ACTION: _("Action and coping plan"),
        Section.DIARY: _("Diary and check dates"),
    }
    return words.get(section, section.value.replace("_", " "))


def pages_of_rows(rows: tuple[PageRow, ...], starts: tuple[int, ...], pages: int) -> dict[str, int]:
    """How many pages each chosen row takes, from the first page of each bookmark of the PDF.

    Empty when bookmarks and rows do not match, so that a wrong number is never shown.
    """
    chosen = [row for row in rows if row.on]
    if len(chosen) != len(starts):
        return {}
    ends = (*starts[1:], pages)
    return {row.key: end - start for row, start, end in zip(chosen, starts, ends, strict=True)}
